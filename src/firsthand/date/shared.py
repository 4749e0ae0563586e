"""Reasons from what reports share: a statement, an agency's text, a reprint. Boilerplate is carried for years and dates nothing."""

from collections.abc import Iterator, Mapping

from firsthand.date.alone import core, expression
from firsthand.date.reasons import Reason
from firsthand.model.calendar import resolve, weekday_name
from firsthand.model.daycount import add_days
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Lineage, Traced
from firsthand.model.timeref import TimeRef
from firsthand.model.when import TimeSpan

WEEK = 6
"""Days after a plain weekday in which a report still names it so."""
DAYS_ROUND = 7
"""Days within which reports that share a statement or a text appear: news of a statement is soon old."""


def said_on(extraction: Extraction) -> tuple[int, ...]:
    """Weekdays (0 is Monday) on which something was said, in order of text, without repeats."""
    found: list[int] = []
    for clue in extraction.clues:
        time = expression(extraction, clue) if clue.kind == "said on" else None
        ref = core(time.ref) if time is not None else None
        if ref is not None and ref.op == "weekday" and isinstance(ref.args[0], int):
            found.append(ref.args[0])
    return tuple(dict.fromkeys(found))


def shared_reasons(
    report: str,
    extractions: Mapping[str, Extraction],
    traced: Traced,
    dated: Mapping[str, TimeSpan],
    names: Mapping[str, str],
) -> Iterator[Reason]:
    """Bounds on `report` from each dated report that shares a lineage with it."""
    for lineage in sorted(traced.lineages, key=lambda one: one.id):
        if lineage.kind == "boilerplate" or report not in lineage.reports:
            continue
        for other in sorted(set(lineage.reports) - {report}):
            span = dated.get(other)
            if span is not None and span.earliest is not None and span.latest is not None:
                yield _shared(lineage, extractions[report], extractions[other], span, names.get(other, other))


def _shared(lineage: Lineage, mine: Extraction, theirs: Extraction, span: TimeSpan, name: str) -> Reason:
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return Reason(None, None, "", 9)
    what = {"statement": f"the {lineage.origin}", "agency": f"a text of {lineage.origin}"}.get(lineage.kind, "its text")
    said, others = said_on(mine), said_on(theirs)
    common = [day for day in said if day in others] if lineage.kind != "reprint" else list(said[:1])
    if lineage.kind != "reprint" and not others:
        common = list(said[:1])
    if common:
        weekday = weekday_name(common[0])
        when = resolve(TimeRef(op="weekday", args=(common[0], "")), span)
        if when.earliest is not None and when.latest is not None:
            sentence = (
                f"it shares {what} with '{name}' of {span.edtf}, and gives {weekday} as its day: that is {when.edtf}, "
                f"and it appeared then or in the {WEEK} days after"
            )
            return Reason(when.earliest, add_days(when.latest, WEEK), sentence, 2)
    sentence = (
        f"it shares {what} with '{name}' of {span.edtf}: such reports appear within {DAYS_ROUND} days of each other"
    )
    return Reason(add_days(first, -DAYS_ROUND), add_days(last, DAYS_ROUND), sentence, 3)
