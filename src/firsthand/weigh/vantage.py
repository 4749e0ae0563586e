"""How a source is placed to know of an event: who was there, who documents, who has a stake, and who cannot be judged."""

import re
from typing import Final, NamedTuple

from firsthand.model.incident import Origin, Reliability
from firsthand.model.value import Party
from firsthand.resources.trust import NOBODY, Trust
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
    """The letter of a source before others are heard, why, and whether it has a stake. `settled`: others change nothing in it."""

    letter: Reliability
    why: str
    stake: bool = False
    settled: bool = False


class Vantage:
    """How the sources of one incident are placed."""

    def __init__(self, case: Case, speakers: Speakers, camps: Camps, trust: Trust = NOBODY) -> None:
        self._speakers = speakers
        self._camps = camps
        self._trust = trust
        parties = [s.claim.value for s in case.of("actor", "target") if isinstance(s.claim.value, Party)]
        self._parties = {p.entity.casefold() for p in parties if p.entity}
        self._states = {p.country for p in parties if camps.of(p) == "state"}

    def of(self, origin: Origin) -> Judged:
        """How a source is placed to know; what the user thinks of it goes before what the reports show."""
        shown, name = self._shown(origin), origin.name.removeprefix(OWN)
        names = (origin.name, name, self._speakers.name(name), *self._camps.called(name)) if self._trust else ()
        given = self._trust.of(*names)
        if given is None:
            return shown
        if given.side is not None and not shown.stake and self._takes_part(given.side):
            why = f"on the side of {given.side}, a party to the event, by your settings: {given.why}"
            shown = Judged("C", why, stake=True) if shown.letter == "B" else shown._replace(stake=True)
        if given.trust is None:
            return shown
        why = f"trust {given.trust} by your settings: {given.why}; without them {shown.letter}: {shown.why}"
        return Judged(given.trust, why, stake=shown.stake, settled=True)

    def _takes_part(self, name: str) -> bool:
        """Tell whether somebody is a party to the event, by any name of theirs, or is a state whose forces are one."""
        if any(one.casefold() in self._parties for one in self._camps.called(name)):
            return True
        country = self._camps.speaks_for(name)
        return country is not None and country in self._states

    def _shown(self, origin: Origin) -> Judged:
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
