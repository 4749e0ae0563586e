"""What the words of a clue mean."""

from firsthand.model.extraction import Extraction
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr, TimeRef, both, inner


def by_span(extraction: Extraction) -> dict[Span | None, TimeExpr]:
    """The time expressions of a report, ends of ranges instead of these, by where they stand."""
    return {leaf.span: leaf for time in extraction.times for leaf in (time.ends or (time,))}


def core(ref: TimeRef) -> TimeRef:
    """What lies under part of day, clock, modifier and the year a text lends."""
    one, two = inner(ref), both(ref)
    if ref.op == "follow" and two is not None:
        return core(two[0])
    return core(one) if one is not None and ref.op != "shift" else ref


def said_on(extraction: Extraction) -> tuple[int, ...]:
    """Weekdays (0 is Monday) on which something was said, in order of text, without repeats."""
    times = by_span(extraction)
    refs = (core(times[clue.span].ref) for clue in extraction.clues if clue.kind == "said on" and clue.span in times)
    return tuple(dict.fromkeys(ref.args[0] for ref in refs if ref.op == "weekday" and isinstance(ref.args[0], int)))
