"""How a source is placed to know of an event: who was there, who documents, who has a stake, and who cannot be judged."""

import re
from typing import Final, NamedTuple

from firsthand.model.incident import Origin, Reliability
from firsthand.model.value import Party
from firsthand.weigh.camps import Camps
from firsthand.weigh.evidence import Case
from firsthand.weigh.origins import OWN
from firsthand.weigh.speaker_words import unnamed
from firsthand.weigh.speakers import Speakers

SAW: Final = re.compile(
    r"\b(?:(?:eye)?witness(?:es)?|residents?|villagers?|locals|survivors?|relatives?|famil(?:y|ies)|neighbou?rs?"
    r"|elders?"
    r"|shopkeepers?|traders?|farmers?|nurses?|doctors?|medics?|surgeons?|paramedics?|hospitals?|clinics?|morgue"
    r"|ambulance|rescuers?|rescue workers?"
    r"|teachers?|drivers?|passers-by|refugees|woman|man|boy|girl|mother|father|son|daughter|brother|sister)\b",
    re.IGNORECASE,
)
"""Those who saw it, were hurt by it or treated the hurt."""
DOCUMENTS: Final = re.compile(
    r"\b(?:observatory|monitor(?:s|ing)?|human rights|rights (?:group|network|office|commission|watch)|red c(?:ross"
    r"|rescent)"
    r"|watch|united nations|un|documentation|cent(?:re|er) for|aid (?:council|group|agency))\b",
    re.IGNORECASE,
)
"""Words in the names of those whose work it is to document."""
OFFICIAL: Final = re.compile(
    r"\b(?:ministr(?:y|ies)|minister|police|governor\w*|mayor|government|authorities|officials?|officer|court"
    r"|prosecutors?|army|military"
    r"|armed forces|navy|air force|gendarm\w+|president|council|civil (?:defen[cs]e|protection)|command|department"
    r"|district"
    r"|administration|commissioner|coast ?guard)\b",
    re.IGNORECASE,
)
GOVERNS: Final = re.compile(
    r"\b(?:ministr(?:y|ies)|minister|government|president\w*|army|military|armed forces|defen[cs]e|air force|navy"
    r"|general staff"
    r"|security forces?|intelligence|central command)\b",
    re.IGNORECASE,
)
"""Those who speak for a state; it has a stake where its forces are a party."""
COUNTS_DEAD: Final = re.compile(
    r"\b(?:health|civil (?:defen[cs]e|protection)|emergency|rescue|hospital)\b", re.IGNORECASE
)
"""Offices of a state whose work is to count and help."""
THERE: Final = "a reporter of"
"""How the reason begins why a report is its own source where its reporter was there."""


class Judged(NamedTuple):
    """The letter of a source before others are heard, why, and whether it has a stake."""

    letter: Reliability
    why: str
    stake: bool = False


class Vantage:
    """How the sources of one incident are placed."""

    def __init__(self, case: Case, speakers: Speakers, camps: Camps) -> None:
        self._speakers = speakers
        self._camps = camps
        parties = [s.claim.value for s in case.of("actor", "target") if isinstance(s.claim.value, Party)]
        self._parties = {p.entity.casefold() for p in parties if p.entity}
        self._states = {p.country for p in parties if camps.of(p) == "state"}

    def of(self, origin: Origin) -> Judged:
        """How a source is placed to know, by its name and by how the reports have it."""
        name = origin.name
        if any(why.startswith(THERE) for way in origin.ways for why in way.why):
            return Judged("B", "a reporter was there or was told")
        if name.startswith(OWN):
            return Judged("F", "the report names no source")
        if self._party(name):
            return Judged("C", "a party to the event, with a stake in how it is told", stake=True)
        if unnamed(name):
            return Judged("F", "not named, and nothing is told of them")
        if self._speakers.media(name):
            return Judged("F", "passes on what others say; whose word it is, is not told")
        if self._speakers.source(name) or DOCUMENTS.search(name):
            return Judged("B", "documents events and takes no part in this one")
        if SAW.search(name):
            return Judged("C", "was near, or treated the hurt")
        if OFFICIAL.search(name) or self._camps.named(name) == "state":
            return Judged("C", "an official body that takes no part in the event as told")
        return Judged("F", "how they are placed to know is not told")

    def _party(self, name: str) -> bool:
        if (name.islower() and SAW.search(name)) or SAW.fullmatch(name):
            return False
        if name.casefold() in self._parties or self._camps.named(name) == "armed" or self._speakers.group(name):
            return True
        governs = GOVERNS.search(name) is not None and COUNTS_DEAD.search(name) is None
        state = governs or self._camps.named(name) == "state" or self._camps.words(name) == "state"
        # Of a country that is not known any state that fights may be meant.
        country = self._speakers.country(name)
        return state and bool(self._states) and (country is None or country in self._states or None in self._states)
