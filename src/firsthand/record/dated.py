"""How far each report is dated, in four words, and how many reports stand so."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from firsthand.model.folded import ReportEntry
from firsthand.model.when import OPENS_WITH_WEEKDAY, TimeSpan

Standing = Literal["stated", "inferred", "partly", "weekday", "undated"]
"""How far a report is dated: its day is stated; an interval is inferred; partly: a day without its year, a few days, or a
bound on one side; undated, with the weekday of what was said; undated."""
STANDINGS: tuple[Standing, ...] = get_args(Standing)


def standing(span: TimeSpan) -> Standing:
    """How far a report with this interval is dated."""
    if span.basis == "stated":
        return "stated"
    if span.basis != "unknown":
        return "inferred"
    if any(why.startswith(OPENS_WITH_WEEKDAY) for why in span.why):
        return "weekday"
    return "partly" if span.edtf is not None else "undated"


def counted(entries: Iterable[ReportEntry]) -> dict[Standing, int]:
    """How many reports stand how, in the order of `STANDINGS`."""
    found = Counter(standing(entry.published) for entry in entries)
    return {name: found[name] for name in STANDINGS}
