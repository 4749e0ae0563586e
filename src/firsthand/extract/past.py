"""How far back the words of a time reach, as far as they say it themselves: the report's own day may not be known."""

from firsthand.model.calendar import resolve
from firsthand.model.timeref import TimeRef, both, inner
from firsthand.model.when import TimeSpan

LONG = frozenset({"month", "year", "decade", "century", "season", "quarter"})
"""Units of which one is long ago."""
BROAD = frozenset({"month", "season", "holiday", "year", "decade", "century", "quarter"})
"""Meanings that name a stretch of the calendar and no day."""
NARROW = 8
"""Days from first to last within which a time tells when news happened: a day, a weekend, a week."""
DAYS_BACK = 3
"""Days "ago" from which words step back behind the news; a report of what was yesterday or the day before is late news."""


def core(ref: TimeRef) -> TimeRef:
    """What the wrappers of a meaning ("early", "night of") are over."""
    while (under := inner(ref)) is not None:
        if ref.op == "shift":
            return ref
        ref = under
    return ref


def narrow(ref: TimeRef, day: TimeSpan) -> bool:
    """Tell whether a time leads to a day or few, also where the report's own day is not known."""
    width = resolve(ref, day).width
    if width is not None:
        return width <= NARROW
    here = core(ref)
    return here.op in {"weekday", "day"} or (here.op == "rel" and here.args[:1] == ("day",))


def month_day(ref: TimeRef) -> int | None:
    """The day of the year, roughly, of a day of a month, whatever the year; None for any other time."""
    here = core(ref)
    if here.op != "day" or not isinstance(here.args[1], int) or not isinstance(here.args[2], int):
        return None
    return (here.args[1] - 1) * 365 // 12 + here.args[2]


def long_ago(ref: TimeRef) -> bool:
    """Tell whether the words alone say that it was months or years before the report: "last month", "two years ago"."""
    here = core(ref)
    if (parts := both(here)) is not None:
        return long_ago(parts[1])
    if here.op in {"ago", "shift"}:
        return here.args[1] in LONG
    if here.op == "rel" and here.args[0] in LONG:
        return isinstance(here.args[1], int) and here.args[1] < 0
    return False


def steps_back(ref: TimeRef, *, beside_day: bool) -> bool:
    """Tell whether words below the news lead behind it: "a week earlier"; "in January" where the news has a day."""
    here = core(ref)
    if long_ago(here):
        return True
    if here.op in BROAD:
        return beside_day
    if both(here) is not None:
        return here.op == "follow"
    if here.op == "rel":
        return (here.args[0] == "week" and isinstance(here.args[1], int) and here.args[1] < 0) or (
            here.args[0] == "year" and ref.op == "mod"
        )
    if here.op in {"ago", "shift"}:
        count, unit = here.args[0], here.args[1]
        back = here.op == "ago" or count == "PAST_REF" or (isinstance(count, int) and count < 0)
        if unit == "day":
            return back and (not isinstance(count, int) or abs(count) >= DAYS_BACK)
        return back and (unit in LONG or unit == "week")
    return here.op == "weekday" and here.args[1:2] == ("last",)
