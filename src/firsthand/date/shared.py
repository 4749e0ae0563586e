"""Reasons from what reports share: a statement, an agency's text, a reprint."""

from collections.abc import Iterator

from firsthand.date.company import Company, present
from firsthand.date.reasons import Reason
from firsthand.date.words import said_on
from firsthand.model.calendar import resolve, weekday_name
from firsthand.model.daycount import add_days
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Lineage
from firsthand.model.timeref import TimeRef
from firsthand.model.when import TimeSpan

WEEK = 6
"""Days after a plain weekday in which a report still names it so."""
DAYS_ROUND = 7
"""Days within which reports that share a statement or a text appear: news of a statement is soon old."""


def shared_reasons(report: str, company: Company) -> Iterator[Reason]:
    """Bounds on `report` from each dated report that shares a statement or a text with it."""
    extractions = company.shared.extractions
    for lineage in company.shared.lineages.get(report, ()):
        if lineage.kind in company.trust.texts:
            yield Reason(None, None, company.trust.texts[lineage.kind], 9)
            continue
        for other in present(set(lineage.reports) - {report}, company.dated):
            yield _shared(lineage, extractions[report], extractions[other], company.dated[other], company.name(other))


def _shared(lineage: Lineage, mine: Extraction, theirs: Extraction, span: TimeSpan, name: str) -> Reason:
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return Reason(None, None, "", 9)
    what = {"statement": f"the {lineage.origin}", "agency": f"a text of {lineage.origin}"}.get(lineage.kind, "its text")
    others = said_on(theirs)
    common = [day for day in said_on(mine) if day in others]
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
