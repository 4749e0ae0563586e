"""Which years a weekday and a day of a month leave."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from firsthand.date.words import by_span, core
from firsthand.model.calendar import resolve, weekday_name
from firsthand.model.daycount import add_days, valid, weekday_on_or_after
from firsthand.model.extraction import Extraction
from firsthand.model.report import DateClue
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr, both
from firsthand.model.when import TimeSpan

SHORTLY = 3
"""Days between the last day that a statement covers and the weekday it was made on."""
MONTH = 31
"""Days after a day of a month, told with its weekday, in which a report appears that gives no year."""
WEEK = 6
"""Days after a plain weekday within which a report that names it appeared: later it would be a week ambiguous."""
EARLIEST = 1985
"""No year before it is tried where nothing bounds the report from below: the weekdays repeat, and news was not on file."""


def candidates(
    clues: Sequence[DateClue], extraction: Extraction, lower: date | None, upper: date
) -> tuple[list[tuple[date, date]], list[str]]:
    """Intervals in which the report may have appeared, one a year that fits, oldest first; [] where nothing binds."""
    flat = by_span(extraction)
    beside = [clue for clue in clues if clue.kind == "dated weekday" and clue.span in flat]
    years = range(max(lower.year if lower else EARLIEST, EARLIEST), upper.year + 1)
    if beside:
        return _by_dated_weekdays(beside, flat, years, lower, upper)
    found = _last_day(extraction)
    said = next((clue for clue in clues if clue.kind == "said on" and clue.span in flat), None)
    if found is None or said is None or said.span is None:
        return [], []
    weekday = core(flat[said.span].ref).args[0]
    if not isinstance(weekday, int):
        return [], []
    quote, month, day = found
    spans = list(_shortly_after(years, month, day, weekday, lower, upper))
    why = [
        f"{said.why}, of days that end with '{quote}': a {weekday_name(weekday)} on that day or up to {SHORTLY} days after it",
        f"a report that says '{said.span.quote}' appeared on that day or in the {WEEK} days after it",
    ]
    return spans, why


def _by_dated_weekdays(
    beside: Sequence[DateClue], flat: dict[Span | None, TimeExpr], years: range, lower: date | None, upper: date
) -> tuple[list[tuple[date, date]], list[str]]:
    spans: list[tuple[date, date]] = []
    for year in years:
        days = []
        for clue in beside:
            ref = core(flat[clue.span].ref)
            month, number = ref.args[1], ref.args[2]
            day = valid(year, month, number) if isinstance(month, int) and isinstance(number, int) else None
            if day is not None and _weekday_in(clue.why) == day.weekday():
                days.append(day)
        if len(days) != len(beside):
            continue
        first, last = min(days), min(add_days(max(days), MONTH), upper)
        first = first if lower is None else max(first, lower)
        if first <= last:
            # It appeared some time after the first of them (a later one may be announced); how long after, the words do not say,
            # but news of more than a month ago gives the month alone, or the year.
            spans.append((first, last))
    return spans, [clue.why for clue in beside]


def weekdays_agree(clues: Sequence[DateClue], flat: Mapping[Span | None, TimeExpr], published: date) -> bool:
    """Tell whether every weekday beside a day of the month is right for a report of that day; True where there is none."""
    anchor = TimeSpan(earliest=published, latest=published)
    for clue in clues:
        if clue.kind != "dated weekday" or clue.span not in flat:
            continue
        when = resolve(core(flat[clue.span].ref), anchor)
        near = when.earliest is not None and (published - when.earliest).days <= 2 * WEEK
        if near and when.earliest is not None and _weekday_in(clue.why) != when.earliest.weekday():
            return False
    return True


def _weekday_in(why: str) -> int | None:
    return next((n for n in range(7) if weekday_name(n) in why), None)


def _last_day(extraction: Extraction) -> tuple[str, int, int] | None:
    """The last day of a stretch without its year ("from December 30 to January 6") that the statement covers."""
    for time in extraction.times:
        two = both(time.ref) if time.ref.op == "range" else None
        if two is None or len(time.ends) != 2:
            continue
        ref = core(two[1])
        if ref.op == "day" and ref.args[0] is None and isinstance(ref.args[1], int) and isinstance(ref.args[2], int):
            return time.span.quote, ref.args[1], ref.args[2]
    return None


def _shortly_after(
    years: range, month: int, day: int, weekday: int, lower: date | None, upper: date
) -> Iterator[tuple[date, date]]:
    for year in years:
        end = valid(year, month, day)
        if end is None:
            continue
        said = weekday_on_or_after(end, weekday)
        if (said - end).days <= SHORTLY and (lower is None or said >= lower) and said <= upper:
            yield said, min(add_days(said, WEEK), upper)
