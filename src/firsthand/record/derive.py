"""The derivation of a claim: from the words to the value, and from the value to the incident it ended in."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from firsthand.model.claim import Claim, Mention
from firsthand.model.derivation import Derivation, Rule, Use
from firsthand.model.extraction import Extraction, Name, Passage
from firsthand.model.folded import Folded, StatedClaim
from firsthand.model.incident import Best, Incident
from firsthand.model.place import PlaceName
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr
from firsthand.model.value import Day, Denial, Party, Weapon, Where, Words
from firsthand.model.voice import Attribution

UNREAL = frozenset({"planned", "threatened", "hypothetical"})
"""Statuses that make no incident."""

Found = TypeVar("Found", TimeExpr, PlaceName, Name)


class Explains(Protocol):
    """Whatever knows what rules do."""

    def explain(self, by: str) -> tuple[Rule, ...]: ...


def derive(stated: StatedClaim, folded: Folded, extraction: Extraction, text: str, rules: Explains) -> Derivation:
    """How a claim came to be and where it ended. `extraction`, `text`: of its report, as the record keeps them.

    Errors: KeyError where the extraction has not got the claim's mention, or the record not its report.
    """
    claim = stated.claim
    by_id = {mention.id: mention for mention in extraction.mentions}
    mention = by_id[claim.mention]
    sentence = _passage(extraction.passages, claim.span)
    told = [i for i in folded.incidents if any(mention.id in telling.mentions for telling in i.tellings)]
    return Derivation(
        id=stated.id,
        claim=claim,
        rules=rules.explain(claim.by),
        mention=mention,
        mention_rules=rules.explain(mention.by),
        report={entry.id: entry for entry in folded.reports}[claim.report],
        day=stated.day,
        sentence=sentence,
        context=text[sentence.start : sentence.end] if sentence else "",
        time=_widest(extraction.times, claim.span) if isinstance(claim.value, Day) else None,
        place=_widest(extraction.places, claim.span) if isinstance(claim.value, Where) else None,
        name=_widest(extraction.names, claim.span) if isinstance(claim.value, Party | Weapon) else None,
        attribution=_attribution(extraction.attributions, claim),
        others=tuple(one.id for one in mention.claims if one.id != stated.id),
        uses=tuple(use for incident in told for use in _uses(stated, mention, incident)),
        unused=None if told else _unused(mention, [m for m in extraction.mentions if m.event == mention.event]),
    )


def _passage(passages: Iterable[Passage], span: Span) -> Passage | None:
    """The passage that the words begin in."""
    return next((passage for passage in passages if passage.start <= span.start < passage.end), None)


def _widest(found: Iterable[Found], span: Span) -> Found | None:
    """What shares most characters with the words; of several the first."""
    shared = [(min(x.span.end, span.end) - max(x.span.start, span.start), -x.span.start, x) for x in found]
    best = max(shared, key=lambda s: s[:2], default=None)
    return best[2] if best is not None and best[0] > 0 else None


def _attribution(found: Iterable[Attribution], claim: Claim) -> Attribution | None:
    """The act of saying that gave the claim its voice."""
    source = claim.voice.span
    if source is None:
        return None
    holding = [a for a in found if a.source is not None and a.source.touches(source.start, source.end)]
    inside = [a for a in holding if any(piece.touches(claim.span.start, claim.span.end) for piece in a.content)]
    return next(iter((*inside, *holding)), None)


def _uses(stated: StatedClaim, mention: Mention, incident: Incident) -> Iterator[Use]:
    """What the claim is in an incident that its mention tells; one without `what` where it is nothing there."""
    found = [*dict.fromkeys(_places_of(stated, incident))]
    for what in found:
        yield Use(incident=incident.id, title=incident.title, what=what)
    if not found:
        role = next(telling.role for telling in incident.tellings if mention.id in telling.mentions)
        why = _left_out(stated, "in passing" if role != incident.role else "")
        yield Use(incident=incident.id, title=incident.title, what="", why=why)


def _places_of(stated: StatedClaim, incident: Incident) -> Iterator[str]:
    """Where among the incident's values the claim stands."""
    if stated.id in incident.date.claims:
        yield f"the day: {incident.date.span.edtf or 'not known'}"
    for place in incident.places:
        if stated.id in place.claims:
            yield f"the place: {place.place.name}"
    sides = (("actor", incident.actors), ("target", incident.targets), ("victim", incident.victims))
    for label, parties in sides:
        for one in parties:
            if stated.id in one.claims:
                yield f"{label}: {one.name}"
    for arm in incident.weapons:
        if stated.id in arm.claims:
            yield f"weapon: {arm.name}"
    yield from _counted(stated.id, incident)
    for differs in incident.discrepancies:
        if stated.id in differs.claims:
            yield f"a discrepancy ({differs.kind}): {differs.why}"
    for question in incident.open:
        if stated.id in question.claims:
            yield f"an open question: {question.what}"
    if isinstance(stated.claim.value, Words | Denial):
        yield f"{stated.claim.field}: shown with the incident, as a value of its own"


def _counted(id_: str, incident: Incident) -> Iterator[str]:
    """The readings that a claim gives, and what was concluded from all readings."""
    best = {found.field: found for found in incident.best}
    for field in incident.counts:
        for reading in field.readings:
            if id_ in reading.claims:
                concluded = _interval(best[field.field]) if field.field in best else "nothing concluded"
                count = reading.count
                number = count.wording if count.number is None else str(count.number)
                yield f"{field.field}: the reading {number} ({count.bound}); of all readings: {concluded}"


def _interval(best: Best) -> str:
    ends = ("?" if end is None else str(end) for end in (best.low, best.best, best.high))
    return "low/best/high " + "/".join(ends)


def _left_out(stated: StatedClaim, told: str) -> str:
    """Why a value is nothing in the incident that its event is told by. `told`: how, where not as the incident is."""
    claim = stated.claim
    if claim.voice.stance == "denies":
        return "the voice denies it, and what is denied is no reading"
    if claim.field == "date" and (stated.day is None or not stated.day.known):
        return "the words lead to no day: " + "; ".join(stated.day.why if stated.day else ("nothing is known",))
    if told:
        return f"it is told {told} here, and other tellings give it as news"
    reasons = {
        "date": "other tellings give another day, or it is the day of what came after (an arrest, a trial)",
        "place": "a more exact place is known, and countries and what lies far down the list are left out",
        "weapon": "another wording of the same weapon stands for it",
    }
    parties = "it only describes whom others name, is rather a place or a speaker, or too few reports name it"
    return reasons.get(claim.field, parties)


def _unused(mention: Mention, event: Sequence[Mention]) -> str:
    """Why an event is told by no incident."""
    told = sorted({one.status for one in event})
    if set(told) <= UNREAL:
        return f"every mention of its event is {' or '.join(told)}: only what happened, is claimed or was tried is an incident"
    if set(told) <= UNREAL | {"denied"}:
        return "its event is denied, and no other report claims it"
    if mention.role == "background":
        return "its event is only recalled, with too little beside it to be an incident of its own"
    return "no incident was made of its event"
