"""Names of sources that mean one source within one incident: "state media" and the state's agency, "the monitor" and its name."""

import re
from collections.abc import Mapping, Sequence

from firsthand.weigh.speakers import Speakers

WORD = re.compile(r"[^\W_]{1,40}")
SMALL = frozenset({"of", "the", "for", "and", "in", "s", "a", "an", "two", "three", "some", "several", "local", "said"})
MEANT: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"monitor", "watchdog", "right group", "war monitor", "monitoring group", "right monitor"}),
     frozenset({"observatory", "right", "monitor", "monitoring", "watch", "network", "amnesty", "airwar"})),
    (frozenset({"state media", "state television", "state tv", "state news agency", "official news agency", "news agency",
                "state agency", "state broadcaster"}),
     frozenset({"agency", "new", "television", "tv", "radio"})),
    (frozenset({"army", "military", "armed force", "force", "military official", "defence official", "defense official"}),
     frozenset({"army", "military", "force", "command", "ministry"})),
    (frozenset({"ministry", "official", "authority", "authoritie", "government"}), frozenset({"ministry", "government"})),
    (frozenset({"committee"}), frozenset({"committee"})),
)  # fmt: skip
"""General words for a source, singular, and words of which the name that is meant has one."""


def one_source(names: Sequence[str], speakers: Speakers) -> dict[str, str]:
    """For each name that is a looser one for exactly one other of them, that other."""
    found: dict[str, str] = {}
    for name in sorted(names):
        meant = [other for other in sorted(names) if other != name and _looser(name, other, speakers)]
        exact = [other for other in meant if not _general(other)] or meant
        if len(exact) == 1:
            found[name] = exact[0]
    return {name: _end(name, found) for name in found}


def _general(name: str) -> bool:
    """Tell whether a name is nothing but a general word for a source."""
    said = " ".join(_singular(word) for word in WORD.findall(name.casefold()))
    return any(said in general for general, _ in MEANT)


def _looser(a: str, b: str, speakers: Speakers) -> bool:
    """Tell whether `a` may mean `b` and is the looser of the two: of names that mean each other the shorter one."""
    if not _means(a, b, speakers):
        return False
    return not _means(b, a, speakers) or (-len(a), a) > (-len(b), b)


def _means(loose: str, exact: str, speakers: Speakers) -> bool:
    """Tell whether a looser name may mean the exact one."""
    a, b = _words(speakers.spelled(loose)), _words(speakers.spelled(exact))
    if not a or not b:
        return False
    if a <= b:
        return True
    if _meant(loose, exact, b, speakers):
        return True
    country = speakers.country(exact)
    if speakers.state(loose):
        return country is not None and country == speakers.country(loose) and not speakers.state(exact)
    return False


def _meant(loose: str, exact: str, words: frozenset[str], speakers: Speakers) -> bool:
    """Tell whether a general word, alone or after the name of the same country, stands for the exact name."""
    said = [_singular(word) for word in WORD.findall(loose.casefold().replace(".", ""))]
    country = speakers.country(loose)
    starts = [0, 1] if country is not None and country == speakers.country(exact) else [0]
    return any(" ".join(said[start:]) in general and words & meant for general, meant in MEANT for start in starts)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


def _words(name: str) -> frozenset[str]:
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
