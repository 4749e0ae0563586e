"""Which camp the parties that reports name are of: a state's forces, others who fight, people who do not; by word and name."""

import re
from typing import Final, Literal

from firsthand.model.value import Count, Party
from firsthand.resources.lexicon import Lexicon

Camp = Literal["state", "armed", "civilian"]
FORCES: Final = re.compile(
    r"\b(?:arm(?:y|ies)|military|militaries|police\w*|gendarm\w+|navy|air force|armed forces|security (?:forces?|services?)|"
    r"(?:government|regime|federal|coalition|occupation|border|special|joint|ground|naval) (?:forces?|guards?|troops|aircraft)|"
    r"(?:war)?planes?|jets?|aircraft|helicopters?|authorities|general staff|commandos?|task force|brigade|battalion|"
    r"divisions?)\b",
    re.IGNORECASE,
)
"""Words for what only states have, where no word for people tells."""
ANYBODY: Final = frozenset({
    "person", "people", "man", "woman", "individual", "victim", "casualty", "fatality", "body", "corpse", "other", "member",
    "prisoner", "detainee", "hostage", "captive", "passenger", "inmate", "child", "boy", "girl", "teenager", "youth", "adult",
    "official", "leader", "national", "citizen", "survivor", "son", "daughter", "brother", "sister", "father", "mother",
    "family", "relative", "cousin", "suspect",
})  # fmt: skip
"""Words that say nothing of whether somebody fights; taken for civilians only where nobody says otherwise."""
ACTING: Final = frozenset({
    "gunman", "armed man", "attacker", "assailant", "bomber", "suicide bomber", "suicide attacker", "shooter", "sniper", "man",
    "perpetrator", "raider", "hijacker", "kidnapper", "abductor", "captor", "assassin", "people", "person", "fighter", "member",
    "group", "force", "unit", "team", "suspect", "individual", "arsonist", "knifeman", "combatant", "armed group", "hitman",
})  # fmt: skip
"""Words for those who acted that tell nothing but that they did."""
GENERAL: Final = frozenset({
    "militant", "terrorist", "rebel", "insurgent", "guerrilla", "guerilla", "bandit", "extremist", "jihadist", "jihadi",
    "islamist", "separatist", "secessionist", "militia", "militiaman", "militia member", "paramilitary", "gang", "gangster",
    "criminal", "thug", "mercenary", "armed faction", "faction", "rebel fighter", "terrorist group", "cell", "operative",
    "enemy", "dissident", "mob", "maoist", "naxalite", "subversive", "pirate", "vigilante", "cartel member", "gang member",
})  # fmt: skip
"""Words for those who fight for no state; one group may be called by several of them."""
SORTS: Final[dict[str, Camp]] = {
    "rebel group": "armed", "militia": "armed", "criminal": "armed", "state force": "state", "peacekeeping": "state",
    "state": "state", "government": "state",
}  # fmt: skip

BANDS: Final = re.compile(
    r"\b(?:cartels?|mafia|gangs?|militias?|guerrillas?|rebels?|brigades|liberation (?:army|front|movement)|resistance|jihad|"
    r"mujahid\w+|insurgents?|self-defen[cs]e)\b",
    re.IGNORECASE,
)
"""Words in the names of bodies that fight for no state."""
WHOSE: Final = re.compile(r"(?:an? |the )?(\w{3,20})['’]s \w")
UNFIGHTING: Final = frozenset({"smuggler", "trafficker", "poacher", "looter"})
"""Words for those who break the law and fight nobody."""
BAND: Final = re.compile(
    r"\b(?:members?|leaders?|commanders?|chiefs?|associates?) of (?:an? |the |its |their )?(?:[\w'’-]+ ){0,4}?"
    r"(?:outfit|network|gang|popular committee|militia|cell|faction|brigades?|rebel group|armed group|"
    r"terror\w* (?:group|organi[sz]ation))\b",
    re.IGNORECASE,
)
"""Those who belong to a band that fights."""
SIDES: Final[dict[str, Camp]] = {"civilian": "civilian", "armed state": "state", "armed nonstate": "armed"}


FAMILY: Final = re.compile(
    r"\b(?:members? of|relatives? of|from) (?:a|one|the same|his|her|the)(?: [a-z]+)? family\b", re.IGNORECASE
)
"""Kin who are told as such, whatever the head of the words."""


class Camps:
    """The camps of parties and counts. Without a lexicon only a few words tell."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._lexicon = lexicon
        self._words: dict[str, tuple[str | None, Camp | None]] = {}
        self._names: dict[str, Camp | None] = {}

    def of(self, party: Party) -> Camp | None:
        """The camp of a party, None where neither its name nor its words tell."""
        named = self.named(party.entity) if party.entity else None
        if named is not None:
            return named
        if party.entity and (party.sort == "group" or BANDS.search(party.entity)):
            return "armed"
        return self.words(party.text)

    def named(self, name: str) -> Camp | None:
        """The camp of a body by its name."""
        if name not in self._names:
            entry = self._lexicon.entry(name) if self._lexicon is not None else None
            self._names[name] = SORTS.get(entry.sort) if entry is not None else None
        return self._names[name]

    def state(self, name: str) -> bool:
        """Tell whether a name is that of a country."""
        entry = self._lexicon.entry(name) if self._lexicon is not None else None
        return entry is not None and entry.sort == "state"

    def speaks_for(self, name: str) -> str | None:
        """The country whose government or forces a body is, by its name: "Armenia's defence ministry"; None for others."""
        entry = self._lexicon.entry(name) if self._lexicon is not None else None
        return entry.country if entry is not None and SORTS.get(entry.sort) == "state" else None

    def related(self, a: str, b: str) -> bool:
        """Tell whether one body may be part of the other by the names that either goes by: "Islamic State", "IS Khorasan"."""
        one, other = self.called(a), self.called(b)
        return any(_within(x, y) or _within(y, x) for x in one for y in other)

    def called(self, name: str) -> tuple[str, ...]:
        """Every name of a body, the given one first."""
        entry = self._lexicon.entry(name) if self._lexicon is not None else None
        return (name, *((entry.name, *entry.aliases) if entry is not None else ()))

    def words(self, text: str) -> Camp | None:
        """The camp of people by the word for them."""
        return self._read(text)[1]

    def noun(self, text: str) -> str | None:
        """The word for people in a description, in the singular; None where it holds none that is known."""
        return self._read(text)[0]

    def counted(self, count: Count) -> Camp | None:
        """The camp of those whom a count counts; None for words that say nothing of it."""
        return self.told(count.who or "")

    def told(self, text: str) -> Camp | None:
        """The camp of people where words say that they fight or do not: "herders", "militants", not "people" or "men"."""
        if FAMILY.search(text):
            return "civilian"
        noun, camp = self._read(text)
        if "civilian" in text.casefold() or "unarmed" in text.casefold() or noun in UNFIGHTING:
            return "civilian"
        if camp is None and BAND.search(text):
            return "armed"
        if noun in ANYBODY and camp == "civilian":
            # "A farmer's son" is what his father is.
            whose = WHOSE.match(text)
            return self.told(whose[1]) if whose is not None else None
        return camp

    def vague(self, text: str) -> bool:
        """Tell whether words for an actor say no more than that somebody acted."""
        noun, camp = self._read(text)
        return noun in ACTING or (noun is None and camp is None)

    def _read(self, text: str) -> tuple[str | None, Camp | None]:
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = self._looked_up(text)
        return found

    def _looked_up(self, text: str) -> tuple[str | None, Camp | None]:
        # The head of a description stands before what it is of: "fighters of the southern army".
        head = re.split(
            r" (?:of|from|in|on|at|near|who|whom|that|with|for|loyal|whose|to)\b|,", text.casefold(), maxsplit=1
        )[0]
        words = [word.strip(".,'\"’“”") for word in head.split()]
        for size in (2, 1):
            for end in range(len(words), size - 1, -1):
                known = self._lexicon.people(" ".join(words[end - size : end])) if self._lexicon is not None else None
                if known is not None and known.side != "unknown":
                    return known.word, SIDES[known.side]
        return None, "state" if FORCES.search(head) else None


def _within(name: str, other: str) -> bool:
    """Tell whether one name is among the words of the other, or its initials."""
    initials = "".join(word[0] for word in other.replace("-", " ").split() if word[0].isupper())
    return f" {name.casefold()} " in f" {other.casefold().replace('-', ' ')} " or (len(name) > 1 and name == initials)
