"""Why two incidents, or two reports' tellings, are one or are not: as `link` saw them, with what people decided."""

from collections.abc import Iterable, Iterator, Sequence

from firsthand.engine.conclusions import Grounds
from firsthand.engine.named_tellings import Named, named
from firsthand.engine.view import RecordView
from firsthand.errors import UsageError
from firsthand.model.explained import Explained, SideOf
from firsthand.model.extraction import Extraction
from firsthand.model.match import Decision, Match, standing
from firsthand.pipeline import weighed_apart
from firsthand.record.parting import parted
from firsthand.record.rulings import ON_MENTIONS, found_again
from firsthand.record.weighed import left_open, verdict


def explain(view: RecordView, left: str, right: str) -> Explained:
    """Hold what two names mean against each other. A part of the other is compared with the rest of it.

    Errors: UnknownIncident, UsageError for what is not there, for one telling twice and for what only is planned.
    """
    one, other = named(view, left), named(view, right)
    a, b = _events(one, other)
    reports, said, decisions = view.ground()
    grounds = Grounds.open(view.supplied, decisions)
    try:
        found = weighed_apart(
            a, b, reports, said, decisions, kinds=grounds.kinds, weights=grounds.weights,
        )  # fmt: skip
    except KeyError as e:
        raise UsageError(f"nothing to compare: {e.args[0]} tells of nothing that happened") from e
    again = found_again(decisions, said)
    now = parted(said, again)
    spoken = tuple(d for d in standing(again) if d.kind in ON_MENTIONS and _about(d, one, other))
    sides = _sides(view, found.best, one, other, now)
    together = one.incident.id == other.incident.id
    return Explained(
        left=sides[0], right=sides[1], weighing=found, together=together, decisions=spoken,
        why=(*verdict(found, together=together, decisions=spoken), *_open(view, one, other), *_open(view, other, one)),
    )  # fmt: skip


def _events(one: Named, other: Named) -> tuple[Sequence[str], Sequence[str]]:
    """The events on both sides; what both have counts for the smaller one."""
    a, b = set(one.events), set(other.events)
    if a == b:
        raise UsageError(
            f"{one.name} and {other.name} are the same", hint="Name two incidents, or two tellings of one."
        )
    a, b = (a - b, b) if len(a) > len(b) else (a, b - a)
    return tuple(sorted(a)), tuple(sorted(b))


def _open(view: RecordView, one: Named, other: Named) -> Iterator[str]:
    """Tellings of one side that fit the incident of the other about as well as their own."""
    for telling in one.tellings:
        entry = view.reports.get(telling.report)
        yield from left_open(entry.name if entry else telling.report, telling, other.incident.id)


def _about(decision: Decision, one: Named, other: Named) -> bool:
    """Whether a decision names both sides."""
    said = {*decision.mentions, *decision.apart}
    sides = [{mention for telling in side.tellings for mention in telling.mentions} for side in (one, other)]
    return all(said & side for side in sides)


def _sides(
    view: RecordView, match: Match, one: Named, other: Named, said: "dict[str, Extraction]"
) -> tuple[SideOf, SideOf]:
    """Both sides in the order of the match, each with the telling that is shown."""
    events = (match.left, match.right)
    # What stands on both sides belongs to the smaller one.
    smaller, larger = sorted((one, other), key=lambda side: len(side.events))
    order = (smaller, larger) if match.left in smaller.events else (larger, smaller)
    first, second = (_side(view, side, event, said.values()) for side, event in zip(order, events, strict=True))
    return first, second


def _side(view: RecordView, side: Named, event: str, said: Iterable[Extraction]) -> SideOf:
    told = [(x, m) for x in said for m in x.mentions if m.event == event]
    extraction, mention = max(told, key=lambda one: (len(one[1].claims), -one[1].trigger.start))
    report, passage = extraction.report, extraction.passages[mention.sentence]
    words = view.text(report)[passage.start : passage.end]
    entry = view.reports.get(report)
    return SideOf(
        name=side.name, incident=side.incident.id, title=side.incident.title, report=entry.name if entry else report,
        words=" ".join(words.split()),
    )  # fmt: skip
