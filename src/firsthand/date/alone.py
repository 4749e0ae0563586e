"""The day of one report from that report alone: header, dateline, release number, labels, metadata, weekdays.

Where the clues give no day, the interval stays open, with the reasons why; nothing falls back on the day of reading, which only
bounds it from above.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from firsthand.date.words import by_span, core, said_on
from firsthand.date.years import candidates, weekdays_agree
from firsthand.model.calendar import edtf, weekday_name
from firsthand.model.daycount import month_end, valid
from firsthand.model.edtf import one_of
from firsthand.model.extraction import Extraction
from firsthand.model.report import DateClue, Report
from firsthand.model.timeref import TimeRef
from firsthand.model.when import OPENS_WITH_WEEKDAY, TimeSpan

ORDER = ("published", "dateline", "header", "stamp", "heading")
"""Kinds of stated days, the best first. A dateline is written by whoever wrote the report, a header may be put over it later."""
SLACK = timedelta(days=3)
"""Days between dateline, header and page that one report may bear."""
CLOCKS = timedelta(days=1)
"""A report may tell of a day that is still ahead by the clock of the page that dates it."""
MANY = 6
"""Years beyond which a list of candidates says nothing."""


def date_one(report: Report, extraction: Extraction) -> TimeSpan:
    """The interval in which the report appeared as far as it tells itself; stated, inferred or unknown, with reasons."""
    clues = tuple(clue for clue in extraction.clues if clue.day is None or clue.day <= report.read_on)
    stated = _stated(clues)
    if stated is not None:
        return stated
    lower, upper, why = bounds(report, clues)
    coarse = _partial(clues, extraction, lower, upper)
    if coarse is not None:
        return _with(coarse, why)
    return _undated(clues, extraction, lower, upper, report.read_on, why)


def _with(span: TimeSpan, why: Sequence[str]) -> TimeSpan:
    return TimeSpan(edtf=span.edtf, earliest=span.earliest, latest=span.latest, basis=span.basis, why=(*span.why, *why))


def _stated(clues: Sequence[DateClue]) -> TimeSpan | None:
    """The stated day; where stated days are far apart the better kind wins and says so."""
    days = [
        clue for kind in ORDER for clue in clues if clue.kind == kind and clue.day is not None and _trusted(clue, clues)
    ]
    if not days or days[0].day is None:
        return None
    best, why = days[0], [days[0].why]
    day = days[0].day
    others = {clue.day: clue.why for clue in days if clue.day is not None and abs(clue.day - day) > SLACK}
    why.extend(f"but {text}: taken for another day's" for text in others.values())
    too_late = [
        clue
        for clue in clues
        if clue.kind == "past" and _full(clue) and clue.day is not None and clue.day > day + SLACK
    ]
    if len(too_late) > 1 and best.kind in ("header", "stamp", "heading"):
        latest_told = max(clue.day for clue in too_late if clue.day is not None)
        why.append(f"but it tells of {latest_told}, so it did not appear before that: the date is not its own")
        return TimeSpan(
            edtf=edtf(latest_told, None), earliest=latest_told, latest=None, basis="inferred", why=tuple(why)
        )
    # Where a page was put up a day or two after its dateline, the dateline is when it was written, and "today" is that day.
    return TimeSpan(edtf=day.isoformat(), earliest=day, latest=day, basis="stated", why=tuple(why))


def _trusted(clue: DateClue, clues: Sequence[DateClue]) -> bool:
    if clue.trust == "high":
        return True
    # A heading's day counts when nothing better is there.
    return clue.kind == "heading" and not any(c.trust == "high" and c.kind in ORDER for c in clues)


def _full(clue: DateClue) -> bool:
    """Tell whether a clue's words name a day and not only a month or a year."""
    return clue.span is not None and sum(char.isdigit() for char in clue.span.quote) >= 5


def bounds(report: Report, clues: Sequence[DateClue]) -> tuple[date | None, date, list[str]]:
    """The first and last day on which the report can have appeared by what it tells as past and when it was read."""
    lower, why = None, []
    for clue in sorted((c for c in clues if c.kind in ("past", "began")), key=lambda c: str(c.day), reverse=True)[:1]:
        if clue.day is not None:
            lower = clue.day - CLOCKS if clue.kind == "past" and _full(clue) else clue.day
            why.append(f"{clue.why} as past, so it appeared after that began" if clue.kind == "past" else clue.why)
    upper = report.read_on
    touched = [
        clue
        for clue in clues
        if clue.day is not None
        and (clue.kind in ("updated", "ended") or (clue.kind == "stamp" and clue.trust == "low"))
    ]
    for clue in touched:
        if clue.day is not None and clue.day < upper and (lower is None or clue.day >= lower):
            upper = clue.day
            why.append(
                clue.why
                if clue.kind == "ended"
                else f"{clue.why}, which may be an update or a crawl: it appeared by then"
            )
    return lower, upper, why


def _partial(clues: Sequence[DateClue], extraction: Extraction, lower: date | None, upper: date) -> TimeSpan | None:
    """A dateline without its year, or a release number without a dateline."""
    times = by_span(extraction)
    number = next((clue for clue in clues if clue.kind in ("release number", "month")), None)
    for clue in clues:
        time = times.get(clue.span) if clue.kind == "dateline" and clue.day is None else None
        ref = core(time.ref) if time is not None else None
        if ref is not None and ref.op == "slash":
            return _two_ways(clue, ref, lower, upper)
        if ref is None or ref.op != "day" or not isinstance(ref.args[1], int) or not isinstance(ref.args[2], int):
            continue
        fits = partial(weekdays_agree, clues, times)
        return _year_of(clue, (ref.args[1], ref.args[2]), number, clues, lower, upper, fits)
    if number is not None and number.day is not None:
        last = month_end(number.day.year, number.day.month)
        return TimeSpan(
            edtf=edtf(number.day, last), earliest=number.day, latest=last, basis="inferred", why=(number.why,)
        )
    return None


def _two_ways(clue: DateClue, ref: TimeRef, lower: date | None, upper: date) -> TimeSpan:
    """A day that may be read month first or day first: one reading may be ruled out."""
    year, a, b = (arg if isinstance(arg, int) else 0 for arg in ref.args[:3])
    days = [d for d in (valid(year, a, b), valid(year, b, a)) if d and d <= upper and (lower is None or d >= lower)]
    if len(set(days)) == 1:
        return _inferred(days[0], (clue.why, f"only {days[0]} fits"))
    return TimeSpan(edtf=one_of(tuple(days)), basis="unknown", why=(clue.why,))


def _year_of(
    clue: DateClue,
    day: tuple[int, int],
    number: DateClue | None,
    clues: Sequence[DateClue],
    lower: date | None,
    upper: date,
    fits: Callable[[date], bool],
) -> TimeSpan:
    """The year of a dateline that has none; `fits` checks the weekdays that the text puts beside days of the month."""
    if number is not None and number.day is not None:
        near = [valid(number.day.year + step, *day) for step in (-1, 0, 1)]
        close = [d for d in near if d is not None and -31 <= (d - number.day).days <= 62]
        if len(close) == 1:
            return _inferred(close[0], (clue.why, number.why))
    for other in clues:
        if (
            other.kind in ("past", "updated", "stamp", "heading", "header")
            and other.day
            and (other.day.month, other.day.day) == day
        ):
            return _inferred(other.day, (clue.why, f"{other.why}: the same day with its year"))
    years = range(lower.year if lower else 1, upper.year + 1)
    found = [
        d
        for d in (valid(year, *day) for year in years[-400:])
        if d is not None and (lower is None or d >= lower) and d <= upper and fits(d)
    ]
    if len(found) == 1:
        return _inferred(found[0], (clue.why, "one year alone fits"))
    text = one_of(tuple(found)) if lower is not None and 0 < len(found) <= MANY else f"XXXX-{day[0]:02d}-{day[1]:02d}"
    reason = "the year is not told: " + (
        ", ".join(str(d.year) for d in found) + " all fit" if 0 < len(found) <= MANY and lower else "many fit"
    )
    return TimeSpan(edtf=text, earliest=None, latest=None, basis="unknown", why=(clue.why, reason))


def _inferred(day: date, why: tuple[str, ...]) -> TimeSpan:
    return TimeSpan(edtf=day.isoformat(), earliest=day, latest=day, basis="inferred", why=why)


def _undated(
    clues: Sequence[DateClue],
    extraction: Extraction,
    lower: date | None,
    upper: date,
    read_on: date,
    why: Sequence[str],
) -> TimeSpan:
    """No day: what is known is said, and weekdays beside days of a month may leave few years."""
    spans, reasons = candidates(clues, extraction, lower, upper)
    if len(spans) == 1:
        first, last = spans[0]
        return TimeSpan(edtf=edtf(first, last), earliest=first, latest=last, basis="inferred", why=(*reasons, *why))
    if 1 < len(spans) <= MANY:
        text = one_of(tuple(first for first, _ in spans))
        listed = ", ".join(str(first) for first, _ in spans)
        return TimeSpan(edtf=text, basis="unknown", why=(*reasons, f"several years remain: {listed}", *why))
    names = [weekday_name(number) for number in said_on(extraction)]
    undated = "undated"
    if names:
        listed = " or a ".join(names)
        undated = f"{OPENS_WITH_WEEKDAY}{listed} or the days after: it gives the weekday of what was said, and no date"
    listed_why = (undated, *reasons, *why)
    # The day of reading bounds it too, but an interval that ends there would look like a date.
    latest = upper if upper < read_on else None
    return TimeSpan(edtf=edtf(lower, latest), earliest=lower, latest=latest, basis="unknown", why=listed_why)
