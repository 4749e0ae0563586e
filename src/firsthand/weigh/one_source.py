"""Names of sources that mean one source within one incident: "state media" and the state's agency, "locals" and "residents".

What cannot be told apart is counted once. So a looser name that may mean several others is no source of its own either: it is
taken for the one that most reports name.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from firsthand.weigh.speakers import Speakers

WORD = re.compile(r"[^\W_]{1,40}")
SMALL = frozenset({
    "of", "the", "for", "and", "in", "s", "a", "an", "at", "from", "to", "with", "some", "several", "many", "other", "said",
    "two", "three", "four", "five", "six", "one", "local", "area", "nearby", "senior", "top", "unnamed", "anonymous",
    "village", "town", "city",
})  # fmt: skip
"""Words of a name that tell nobody apart."""
Words = frozenset[str]
ALIKE: Final[tuple[frozenset[str], ...]] = (
    frozenset({"resident", "villager", "inhabitant", "witness", "witnesse", "eyewitness", "eyewitnesse", "local", "neighbour",
               "neighbor", "survivor", "people", "local people", "townspeople", "community member"}),
    frozenset({"doctor", "medic", "medical source", "medical official", "medical staff", "medical worker", "hospital source",
               "hospital official", "hospital staff", "health worker", "hospital", "hospital worker"}),
    frozenset({"security source", "security official", "security officer", "security force", "security service"}),
    frozenset({"activist", "opposition activist", "right activist"}),
    frozenset({"rescuer", "rescue worker", "rescue team", "rescue service", "emergency worker", "emergency service",
               "first responder", "firefighter"}),
    frozenset({"official", "authority", "authoritie", "government", "government official", "local official", "state official"}),
    frozenset({"rebel", "insurgent", "militant", "rebel group", "armed group", "group", "fighter", "separatist"}),
)  # fmt: skip
"""General words, singular, for people who are not named: two of one row cannot be told apart."""
ARMY: Final = (Words({"army"}), Words({"military"}), Words({"armed", "force"}), Words({"command"}), Words({"defence", "force"}),
               Words({"defence", "ministry"}), Words({"ministry", "defence"}), Words({"general", "staff"}),
               Words({"air", "force"}), Words({"navy"}))  # fmt: skip
"""Words that the forces of a state and the ministry over them are called by; one state's are one source."""
GOVERNOR: Final = frozenset({
    "governor", "governor office", "regional governor", "provincial governor", "state governor", "regional official",
    "regional authoritie", "provincial official", "provincial authoritie", "regional administration",
    "provincial administration", "governorate",
})  # fmt: skip
"""General words for the office of a governor, who heads the administration of a region."""
MEANT: Final[tuple[tuple[frozenset[str], tuple[Words, ...]], ...]] = (
    (frozenset({"monitor", "watchdog", "right group", "war monitor", "monitoring group", "right monitor",
                "monitoring organisation"}),
     tuple(Words({word}) for word in ("observatory", "right", "monitor", "monitoring", "watch", "network", "amnesty", "airwar"))),
    (frozenset({"state media", "state television", "state tv", "state news agency", "official news agency", "news agency",
                "state agency", "state broadcaster", "state run media"}),
     (Words({"news", "agency"}), Words({"agency"}), Words({"television"}), Words({"tv"}), Words({"radio"}))),
    (frozenset({"army", "military", "armed force", "military official", "defence official", "military source", "army official",
                "army source", "military spokesman", "army spokesman", "soldier", "army officer", "force"}), ARMY),
    (frozenset({"police", "police official", "police officer", "police source", "police spokesman", "police chief"}),
     (Words({"police"}),)),
    (frozenset({"health official", "health authority", "health authoritie", "ministry"}),
     tuple(Words({"health", word}) for word in ("ministry", "department", "authority", "directorate", "office"))),
    (frozenset({"doctor", "medic", "hospital official", "hospital source", "medical source", "hospital", "medical official",
                "hospital director", "director", "hospital staff"}),
     (Words({"hospital"}), Words({"clinic"}), Words({"infirmary"}))),
    (frozenset({"ministry", "official", "authority", "authoritie", "government", "government official", "local official",
                "local authoritie", "local authority", "state official"}),
     (Words({"ministry"}), Words({"government"}), Words({"administration"}))),
    (GOVERNOR,
     (Words({"governor"}), Words({"administration"}), Words({"state", "government"}))),
    (frozenset({"committee"}), (Words({"committee"}),)),
    (frozenset({"council"}), (Words({"council"}),)),
)  # fmt: skip
"""General words for a source, singular, and sets of words one of which is in the name that is meant."""
REBELS: Final = ALIKE[-1]
MEDIA_WORDS: Final = frozenset({
    "medium", "media", "media report", "local media", "press", "press report", "newspaper", "paper", "daily", "outlet",
    "broadcaster", "station", "channel", "website", "news report",
})  # fmt: skip
HOUSES: Final = (("president", "presidency"), ("mayor", "municipality"))
"""Offices, and the word for where they are held."""
OFFICIALS: Final = ALIKE[5]
OF_STATE: Final = frozenset({"governor", "mayor", "minister", "president", "prefect", "commissioner", "official"})
"""Offices of a state: "officials said" may mean whoever holds one."""
HOLDERS: Final = frozenset({
    "governor", "mayor", "minister", "president", "chief", "commander", "director", "spokesman", "spokeswoman", "spokesperson",
    "head", "councillor", "lawmaker", "chairman", "official", "teacher", "elder", "leader", "prosecutor", "coordinator",
})  # fmt: skip
"""Words for somebody by the office they hold."""


class Name:
    """A name with its words, looked up once. `forces`: whether it is of a state's forces or the ministry over them."""

    def __init__(self, name: str, speakers: Speakers) -> None:
        self.name = name
        self.words = _words(speakers.spelled(name))
        self.said = [_singular(word) for word in WORD.findall(name.casefold().replace(".", ""))]
        self.country = speakers.country(name)
        self.media = speakers.media(name)
        self.state = speakers.state(name)
        self.apart = speakers.apart(name)
        self.person = speakers.person(name) and name[:1].isupper() and not {*self.said} & HOLDERS
        self.group = name[:1].isupper() and speakers.group(name)
        self.title = frozenset(_singular(word) for word in speakers.title(name))
        ministry = speakers.ministry(name)
        self.ministry = _words(ministry) if ministry else Words()
        # "Syrian" of "Syrian officials" is no part of the general word.
        starts = [0, 1] if self.country is not None or (self.said and self.said[0] in SMALL) else [0]
        self.general = tuple(" ".join(self.said[start:]) for start in starts)
        bare = any(self.general[0] in general for general, _ in MEANT)
        self.exactness = (not bare, self.country is not None, len(name), name)
        self.alike = self._alike()
        self.forces = not self.apart and not self.media and any(words <= self.words for words in ARMY)
        self.loose = any(one in general for one in self.general for general, _ in MEANT) or self.alike is not None

    def _alike(self) -> int | None:
        """The row of general words that the name is of."""
        kept = " ".join(word for word in self.said if word not in SMALL or word == "local")
        rows = (row for row, words in enumerate(ALIKE) if {*self.general, kept, kept.removeprefix("local ")} & words)
        return next(rows, None)


class Names:
    """The names of sources, each looked up once for the whole record."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self._known: dict[str, Name] = {}

    def __getitem__(self, name: str) -> Name:
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = Name(name, self.speakers)
        return found

    def looser(self, a: Name, b: Name) -> bool:
        """Tell whether `a` may mean `b` and is the looser of the two: of names that mean each other the shorter one."""
        if not _means(a, b, self.speakers):
            return False
        return not _means(b, a, self.speakers) or a.exactness < b.exactness


def one_source(names: Sequence[str], known: Names, told: Mapping[str, int] | None = None) -> dict[str, str]:
    """For each name that is a looser one for another of them, that other; of several the one that most reports name.

    `told`: how many reports name each.
    """
    return {name: others[0] for name, others in meant(names, known, told).items()}


def meant(names: Sequence[str], known: Names, told: Mapping[str, int] | None = None) -> dict[str, tuple[str, ...]]:
    """The same with all that each looser name may mean, the likeliest first."""
    every = [known[name] for name in sorted(set(names))]
    counts, found = told or {}, dict[str, list[str]]()
    for loose in every if len(every) > 1 else ():
        others = [other for other in every if other is not loose and known.looser(loose, other)]
        others.sort(key=lambda n: (n.loose, n.country != loose.country, -counts.get(n.name, 0), n.name))
        if others:
            found[loose.name] = [other.name for other in others]
    first = {name: others[0] for name, others in found.items()}
    return {
        name: tuple(dict.fromkeys(_end(other, first) if other in first else other for other in others))
        for name, others in found.items()
    }


def _means(loose: Name, exact: Name, speakers: Speakers) -> bool:
    """Tell whether a looser name may mean the exact one."""
    if not loose.words or not exact.words:
        return False
    if loose.state:
        own = exact.country is not None and exact.country == loose.country and not exact.state
        return own and not exact.apart and not exact.media and not exact.person
    if loose.words <= exact.words:
        return _may_share(loose, exact)
    if loose.alike is not None and loose.alike == exact.alike:
        return True
    return _meant(loose, exact) or _holds(loose, exact) or speakers.together(loose.name, exact.name)


def _may_share(loose: Name, exact: Name) -> bool:
    """Tell whether one name may be the other cut short: not a group's name within that of its ministry or hospital."""
    return loose.words == exact.words or exact.group or not loose.group


def _meant(loose: Name, exact: Name) -> bool:
    """Tell whether a general word, alone or after the name of the same country, stands for the exact name."""
    clash = loose.country is not None and exact.country is not None and loose.country != exact.country
    if clash:
        return False
    if loose.forces and exact.forces and loose.country is not None and loose.country == exact.country:
        return True
    if exact.group and any(one in REBELS for one in loose.general):
        return True
    if exact.media and any(one in MEDIA_WORDS for one in loose.general):
        return True
    if loose.country is not None and exact.country is None and len(loose.said) > 1:
        return False
    for one in loose.general:
        for general, meant in MEANT:
            if one in general and any(words <= exact.words for words in meant):
                state = meant is ARMY or "ministry" in general
                return not (state and exact.apart)
    return False


def _holds(loose: Name, exact: Name) -> bool:
    """Tell whether one is the other by the office: "the mayor" and who is told to be it, a minister and the ministry."""
    if loose.ministry and loose.ministry <= exact.words:
        return True
    if exact.ministry and exact.ministry <= loose.words and not loose.person:
        return False
    if (
        exact.person
        and loose.country is not None
        and exact.title & OF_STATE
        and any(one in OFFICIALS for one in loose.general)
    ):
        return True
    if "governor" in exact.title and exact.person and any(one in GOVERNOR for one in loose.general):
        return True
    if exact.person and any(office in exact.title and house in loose.words for office, house in HOUSES):
        return True
    described = not loose.person and bool(loose.said) and any(word in HOLDERS for word in loose.said)
    return described and exact.person and bool(exact.title) and loose.words <= exact.title


def _singular(word: str) -> str:
    word = word.replace("defense", "defence")
    return word.removesuffix("s") if len(word) > 3 and word != "news" else word


def _words(name: str) -> Words:
    """Words of a name in small letters, plural and small words aside."""
    words = frozenset(_singular(word) for word in WORD.findall(name.casefold().replace(".", "")))
    return words - SMALL or words


def _end(name: str, found: Mapping[str, str]) -> str:
    """Where a row of looser names ends."""
    seen = {name}
    while found[name] not in seen:
        name = found[name]
        if name not in found:
            return name
        seen.add(name)
    return found[name]
