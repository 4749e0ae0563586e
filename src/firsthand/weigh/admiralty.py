"""Pairs in the manner of the Admiralty system (NATO AJP-2.1): a letter for a source, a digit for what it says, each by itself.

The system judges a source by its record. Reports hold no record of anybody, so the letter here says only what they show: how the
source is placed to know, whether it has a stake, and whether disinterested others contradict it on this incident.

B   a reporter who was there, or a body whose work it is to document and that takes no part.
C   somebody near it: a witness, who treated the hurt, an official of a body that takes no part; or a party to the event itself.
D   B or C, contradicted on this incident by others without a stake: one step for one of them, two for several; so C becomes
E   by several.
F   cannot be judged: an outlet or agency that names no source, somebody unnamed, a name whose place in it is not told.
A (completely reliable) is never given: no set of reports shows it. Whoever knows more of a source gives a letter of their own
in their settings, any of the six; it stands as it is, since it is about the source and not about this incident.

The digit counts origins for and against, never copies. With `s` origins that give it and `c` that contradict it:

1   confirmed: two or more origins, nobody against it.
2   probable: one origin, and others say what agrees with it; or more for it than against it, two at least for it.
3   possible: one origin, nobody bears it out or contradicts it; or as many for it as against it, two at least.
4   doubtful: contradicted by the one other that tells of it; or by one more than give it, two at least for it.
5   improbable: contradicted by more than that; or its own source has replaced it.
6   cannot be judged: nobody who gives it can be judged (F), alone and uncontradicted; or it is only alleged.

Who gives a later figure in its place is against the earlier one, and who gave both gives the later only.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from firsthand.model.claim import COUNTS
from firsthand.model.incident import Credibility, Discrepancy, Origin, Reading, Readings, Reliability
from firsthand.model.value import Count, Denial, Party
from firsthand.resources.trust import NOBODY, Trust
from firsthand.weigh.camps import Camps
from firsthand.weigh.evidence import Case, Stated
from firsthand.weigh.grade import HEARSAY
from firsthand.weigh.origins import Sources
from firsthand.weigh.speakers import Speakers
from firsthand.weigh.vantage import Vantage

AGAINST: Final = frozenset({"conflict", "status", "attribution", "denial"})
LETTERS: Final[tuple[Reliability, ...]] = ("A", "B", "C", "D", "E")
LOOSE: Final = frozenset({"date", "place"})
"""Fields of which a difference says nothing against anybody: reports round a day and name a place near."""
MOST: Final = 60
"""Origins of one difference that are held against each other."""


def digit(given: int, against: int, *, judged: bool = True, fits: bool = False) -> Credibility:
    """The digit by origins for and against; `judged`: one of them can be; `fits`: others say what agrees with it.

    Never higher for one more in favour, never lower for one more against.
    """
    if not judged and given < 2 and against == 0:
        return 6
    found = _balance(given, against, fits=fits)
    return found if judged or found > 3 else 3


def _balance(given: int, against: int, *, fits: bool) -> Credibility:
    if against == 0:
        return 1 if given > 1 else 2 if fits else 3
    if given > against:
        return 2
    if given == against:
        return 3 if given > 1 else 4
    return 4 if against - given == 1 and given > 1 else 5


class Admiralty:
    """Letters of the origins of one incident, and digits of its readings and of itself."""

    def __init__(
        self,
        case: Case,
        sources: Sources,
        speakers: Speakers,
        camps: Camps,
        origins: Sequence[Origin],
        differing: Sequence[Discrepancy],
        trust: Trust = NOBODY,
    ) -> None:
        self._case = case
        self._sources = sources
        self._stated = {stated.id: stated for stated in case.stated}
        vantage = Vantage(case, speakers, camps, trust)
        self._placed = {origin.name: vantage.of(origin) for origin in origins}
        self._against = self._contradicted(differing)
        self._origins = tuple(self._lettered(origin) for origin in origins)
        self._letters = {origin.name: origin.reliability for origin in self._origins}

    def origins(self) -> tuple[Origin, ...]:
        """The origins with their letters."""
        return self._origins

    def readings(self, counts: Sequence[Readings], differing: Sequence[Discrepancy]) -> tuple[Readings, ...]:
        """The counts with a digit for each reading."""
        by_claim: dict[str, list[Discrepancy]] = {}
        for found in differing:
            for claim in found.claims:
                by_claim.setdefault(claim, []).append(found)
        return tuple(
            replace(field, readings=tuple(self._reading(one, field.readings, by_claim) for one in field.readings))
            for field in counts
        )

    def incident(self) -> tuple[Credibility, str]:
        """The digit of the incident: that it happened as told. Who denies that it was they does not deny that it happened."""
        deniers = {n for s in self._case.stated if _denied(s) for n in self._sources.of(s)}
        given = [o.name for o in self._origins if o.name not in deniers]
        against = sorted(deniers)
        if not self._case.stated or all(s.claim.voice.stance in HEARSAY for s in self._case.stated):
            return 6, "all that is said of it is alleged or doubted"
        found = digit(len(given), len(against), judged=self._judged(given))
        return found, _why(len(given), against, judged=self._judged(given), deny=True)

    def _judged(self, names: Iterable[str]) -> bool:
        return any(self._letters.get(name, "F") != "F" for name in names)

    def _lettered(self, origin: Origin) -> Origin:
        placed, others = self._placed[origin.name], self._against.get(origin.name, ())
        if placed.settled or placed.letter == "F" or not others:
            return replace(origin, reliability=placed.letter, reliability_why=placed.why)
        step = LETTERS.index(placed.letter) + min(2, len(others))
        why = f"{placed.why}; contradicted by {_several(others)}"
        return replace(origin, reliability=LETTERS[min(step, len(LETTERS) - 1)], reliability_why=why)

    def _contradicted(self, differing: Sequence[Discrepancy]) -> Mapping[str, tuple[str, ...]]:
        """Who without a stake says otherwise, by origin."""
        found: dict[str, set[str]] = {}
        for one in (d for d in differing if d.kind in AGAINST and d.field not in LOOSE):
            said = self._said(one)
            fair = [name for name in said if not self._placed[name].stake and self._placed[name].letter != "F"]
            for name, sides in said.items():
                others = (other for other in fair if other != name and said[other].isdisjoint(sides))
                found.setdefault(name, set()).update(others)
        return {name: tuple(sorted(others)) for name, others in found.items()}

    def _said(self, one: Discrepancy) -> Mapping[str, frozenset[object]]:
        """On which sides of a difference each origin stands."""
        found: dict[str, set[object]] = {}
        for claim in one.claims:
            stated = self._stated.get(claim)
            for name in self._sources.of(stated) if stated is not None and len(found) < MOST else ():
                found.setdefault(name, set()).add(_side(one, stated))
        return {name: frozenset(found[name]) for name in sorted(found) if name in self._placed}

    def _reading(
        self, one: Reading, every: Sequence[Reading], by_claim: Mapping[str, Sequence[Discrepancy]]
    ) -> Reading:
        told = {id(d): d for claim in one.claims for d in by_claim.get(claim, ())}.values()
        own, gave = set(one.claims), set(one.origins)
        letter = min((self._letters.get(name, "F") for name in gave), default="F")
        since = {n for d in told if d.kind == "update" for n in self._later(one, every, d)}
        kept = gave - since
        if gave and not kept:
            why = "its own source has replaced it since"
            return replace(one, reliability=letter, credibility=5, credibility_why=why)
        against = {n for d in told if d.kind in AGAINST and _counts(d) for n in self._origins_of(d, own)} - gave
        against |= since
        fits = any(d.kind in ("refinement", "wording") and self._origins_of(d, own) - gave for d in told)
        judged = self._judged(kept)
        found = digit(len(kept), len(against), judged=judged, fits=fits)
        why = _why(len(kept), sorted(against), judged=judged, fits=fits)
        return replace(one, reliability=letter, credibility=found, credibility_why=why)

    def _later(self, one: Reading, every: Sequence[Reading], found: Discrepancy) -> set[str]:
        """Who gives another reading of an update on a later day, which this one leaves no room for."""
        claims = set(found.claims) - set(one.claims)
        day = one.first_said
        return {
            name
            for r in (every if day is not None else ())
            if r is not one and not claims.isdisjoint(r.claims) and r.first_said is not None
            if day is not None and r.first_said > day and not _allows(one.count, r.count)
            for name in r.origins
        }

    def _origins_of(self, found: Discrepancy, but: set[str]) -> set[str]:
        """The origins of a difference's claims, those of one reading aside."""
        others = [s for claim in found.claims if claim not in but and (s := self._stated.get(claim)) is not None]
        if found.kind == "denial":
            others = [s for s in others if _denies(s)]
        return {name for s in others for name in self._sources.of(s)}


def _denied(stated: Stated) -> bool:
    value = stated.claim.value
    return isinstance(value, Denial) and value.of == "event"


def _denies(stated: Stated) -> bool:
    return stated.claim.voice.stance == "denies" or isinstance(stated.claim.value, Denial)


def _side(one: Discrepancy, stated: Stated | None) -> object:
    """What a claim of a difference says, so that two that say the same stand together."""
    if stated is None:
        return None
    value = stated.claim.value
    if one.kind == "denial":
        return _denies(stated)
    if isinstance(value, Count):
        return (value.number, value.low, value.high, value.side if one.kind == "status" else "")
    return value.entity if isinstance(value, Party) and value.entity else stated.claim.span.quote.casefold()


def _allows(open_: Count, other: Count) -> bool:
    """Tell whether open words leave room for another number: "at least 30", then 41."""
    number = other.number if other.number is not None else other.low
    if number is None or open_.bound not in ("at_least", "more_than", "up_to", "vague"):
        return False
    return (open_.low is None or number >= open_.low) and (open_.high is None or number <= open_.high)


def _counts(found: Discrepancy) -> bool:
    """Tell whether a difference touches a count: what is denied otherwise leaves the figure as it is."""
    return found.kind != "denial" or found.field in COUNTS


def _why(given: int, against: Sequence[str], *, judged: bool, fits: bool = False, deny: bool = False) -> str:
    """The rule in words. `deny`: those against it deny that it happened."""
    if given == 0:
        return "nobody gives it whose word is known"
    one = "one origin gives it" if given == 1 else f"{given} origins give it"
    if against:
        words = ("denies", "deny", "that it happened") if deny else ("says", "say", "otherwise")
        return f"{one}, and {_several(against)} {words[len(against) > 1]} {words[2]}"
    if not judged:
        return f"{one}, whose place to know cannot be judged"
    if given > 1:
        return f"{one}, none of which goes back to another"
    return f"{one}, and {'others say what agrees with it' if fits else 'nobody else bears it out or contradicts it'}"


def _several(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"
