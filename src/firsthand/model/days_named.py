"""The days that each plain kind of time expression means, seen from one anchor day; see `calendar` for the ops."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from firsthand.model.daycount import (
    add_days,
    add_months,
    clamp_year,
    hijri,
    monday,
    month_end,
    valid,
    weekday_on_or_after,
    weekday_on_or_before,
)
from firsthand.model.edtf import edtf
from firsthand.model.feasts import feast
from firsthand.model.timeref import Arg

SEASONS = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}
"""First month (meteorological, northern) and EDTF code of a season."""
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Piece(NamedTuple):
    """First and last day (None: open, or before year 1) and EDTF."""

    first: date | None
    last: date | None
    edtf: str | None


def span(first: date, last: date) -> Piece:
    """A piece from first to last day."""
    return Piece(first, last, edtf(first, last))


def _number(value: Arg) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _day(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    year, month, day = args[0], _number(args[1]), _number(args[2])
    if year is not None:
        found = valid(_number(year), month, day)
        return span(found, found) if found else None
    if anchor is None:
        return None
    ahead = len(args) > 3 and args[3] in ("coming", "ahead")
    for step in range(9):
        found = valid(clamp_year(anchor.year + (step if ahead else -step)), month, day)
        if found and (found >= anchor if ahead else found <= anchor):
            return span(found, found)
    return None


def _month(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    year, month = args[0], _number(args[1])
    if year is None:
        if anchor is None:
            return None
        ahead = len(args) > 2 and args[2] in ("coming", "ahead")
        last = len(args) > 2 and args[2] == "last"
        back = month > anchor.month or (last and month == anchor.month)
        year = anchor.year + (int(month < anchor.month) if ahead else -int(back))
    year = clamp_year(_number(year))
    return span(date(year, month, 1), month_end(year, month))


def _dom(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    if anchor is None:
        return None
    for back in range(3):
        year, month = add_months(anchor.year, anchor.month, -back)
        found = valid(year, month, _number(args[0]))
        if found and found <= anchor:
            return span(found, found)
    return None


def _year(args: tuple[Arg, ...], _anchor: date | None) -> Piece:
    year = clamp_year(_number(args[0]))
    return span(date(year, 1, 1), date(year, 12, 31))


def _years(count: int) -> Callable[[tuple[Arg, ...], date | None], Piece]:
    def rule(args: tuple[Arg, ...], _anchor: date | None) -> Piece:
        first = clamp_year(_number(args[0]))
        last = clamp_year(first + count - 1)
        text = f"{first // 10:03d}X" if count == 10 else f"{first // 100:02d}XX"
        return Piece(date(first, 1, 1), date(last, 12, 31), text)

    return rule


def _bc(args: tuple[Arg, ...], _anchor: date | None) -> Piece:
    # EDTF counts a year 0, history does not.
    return Piece(None, None, f"-{_number(args[0]) - 1:04d}" if _number(args[0]) > 1 else "0000")


def _season(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    month, code = SEASONS[str(args[1])]
    year = args[0]
    if year is None:
        if anchor is None:
            return None
        year = _season_year(month, args[2] if len(args) > 2 else "", anchor)
    year = clamp_year(_number(year))
    end = add_months(year, month, 2)
    return Piece(date(year, month, 1), month_end(*end), f"{year:04d}-{code}")


def _season_year(month: int, how: Arg, anchor: date) -> int:
    """The year in which a season without one begins: "last" is over, "coming" has not begun, "this" is near."""
    begun = anchor.year - (date(anchor.year, month, 1) > anchor)
    end = add_months(begun, month, 2)
    if how == "last":
        return begun - (month_end(*end) >= anchor)
    if how == "coming":
        return begun + 1
    if how == "this":
        return anchor.year - (month == 12 and anchor.month < 7)
    return begun


def _quarter(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    quarter, year = _number(args[1]), args[0]
    if year is None:
        if anchor is None:
            return None
        year = anchor.year - (quarter * 3 - 2 > anchor.month)
    year = clamp_year(_number(year))
    return Piece(date(year, quarter * 3 - 2, 1), month_end(year, quarter * 3), f"{year:04d}-{32 + quarter}")


def _weekday(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    """A plain weekday is the last one not after the report's day: a report of Monday that says "Monday" means that day."""
    if anchor is None:
        return None
    number, how = _number(args[0]), args[1] if len(args) > 1 else ""
    if how == "last":
        day = weekday_on_or_before(add_days(anchor, -1), number)
    elif how == "next":
        day = weekday_on_or_after(add_days(anchor, 1), number)
    elif how == "coming":
        day = weekday_on_or_after(anchor, number)
    elif how == "week":
        day = add_days(monday(anchor), 7 * _number(args[2]) + number)
    elif how == "near":
        day = weekday_on_or_after(add_days(anchor, 7 * _number(args[2]) - 3), number)
    else:
        day = weekday_on_or_before(anchor, number)
    return span(day, day)


def _holiday(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    name, year = str(args[1]), args[0]
    if year is not None:
        kept = feast(name, _number(year))
        return span(*kept[0]) if kept else None
    if anchor is None:
        return None
    began = [pair for back in (0, 1, 2) for pair in feast(name, clamp_year(anchor.year - back)) if pair[0] <= anchor]
    return span(*max(began)) if began else None


def _hijri(args: tuple[Arg, ...], _anchor: date | None) -> Piece | None:
    """A day, month or year of the Islamic calendar, a day wide on either side for the sighted moon."""
    year, month, day = args[0], args[1], args[2]
    if not isinstance(year, int) or not isinstance(month, int):
        return None
    first = hijri(year, month, 1 if day is None else _number(day))
    last = hijri(year + month // 12, month % 12 + 1, 1) - 1 if day is None else first
    return span(add_days(date.fromordinal(first), -1), add_days(date.fromordinal(last), 1))


def _slash(args: tuple[Arg, ...], _anchor: date | None) -> Piece | None:
    """12/03/2024: the 12th of March or the 3rd of December, and nothing tells which."""
    year, a, b = (_number(x) for x in args[:3])
    days = sorted(d for d in (valid(year, a, b), valid(year, b, a)) if d)
    return Piece(days[0], days[-1], f"[{days[0]},{days[-1]}]") if days else None


def _rel(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    if anchor is None:
        return None
    unit, steps = str(args[0]), _number(args[1])
    if unit == "day":
        day = add_days(anchor, steps)
        return span(day, day)
    if unit in ("week", "fortnight"):
        # Weeks begin on Monday for most of the world and on Sunday for much of it: both are inside.
        starts = sorted((monday(anchor), weekday_on_or_before(anchor, 6)))
        return span(add_days(starts[0], 7 * steps), add_days(starts[1], 7 * steps + 6))
    if unit == "weekend":
        # "This weekend" and "the weekend", told in the week after it, is the one that has begun.
        # "Last weekend" is the one before the week of the report, on a Monday as on a Sunday.
        begun = weekday_on_or_before(anchor, 5) if steps >= 0 else add_days(monday(anchor), 5)
        saturday = add_days(begun, 7 * steps)
        return span(saturday, add_days(saturday, 1))
    return block(unit, anchor, steps)


def block(unit: str, day: date, steps: int) -> Piece | None:
    """The month, quarter, year, decade or century of `day`, moved by `steps` of them."""
    size = MONTHS_OF.get(unit)
    if size is None:
        return None
    start = (day.year * 12 + day.month - 1) // size * size + steps * size
    year, month = add_months(start // 12, start % 12 + 1, 0)
    end = month_end(*add_months(year, month, size - 1))
    if size >= 120:
        return Piece(date(year, 1, 1), end, f"{year // 10:03d}X" if size == 120 else f"{year // 100:02d}XX")
    return Piece(date(year, month, 1), end, edtf(date(year, month, 1), end))


def moved(base: Piece, count: int | None, unit: str) -> Piece | None:
    """A piece moved by `count` units; weeks and longer are coarse, so the result is as wide as the unit asks."""
    if base.first is None or base.last is None or count is None:
        return None
    if unit in ("hour", "minute", "second"):
        days = count // 24 if unit == "hour" else 0
        return span(
            add_days(base.first, min(days, 0)), add_days(base.last, max(-(-count // 24) if unit == "hour" else 1, 0))
        )
    if unit in DAYS_OF:
        size = DAYS_OF[unit]
        slack = 0 if size == 1 else 3
        return span(add_days(base.first, count * size - slack), add_days(base.last, count * size + slack))
    if unit not in MONTHS_OF:
        return None
    first, last = block(unit, base.first, count), block(unit, base.last, count)
    if first is None or last is None or first.first is None or last.last is None:
        return None
    return first if first == last else span(first.first, last.last)


def _ago(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    if anchor is None:
        return None
    if args[0] is None:
        return Piece(None, anchor, f"../{anchor}")
    return moved(span(anchor, anchor), -_number(args[0]), str(args[1]))


def _stretch(args: tuple[Arg, ...], anchor: date | None, sign: int) -> Piece | None:
    """The days from the anchor back or on by so many units, both ends included."""
    if anchor is None:
        return None
    if args[0] is None:
        return Piece(None, anchor, f"../{anchor}") if sign < 0 else Piece(anchor, None, f"{anchor}/..")
    count, unit = _number(args[0]) * sign, str(args[1])
    if unit in MONTHS_OF:
        year, month = add_months(anchor.year, anchor.month, count * MONTHS_OF[unit])
        other = date(year, month, min(anchor.day, month_end(year, month).day))
    else:
        other = add_days(anchor, count * DAYS_OF.get(unit, 0) + (sign if unit == "hour" else 0))
    return span(min(anchor, other), max(anchor, other))


def _vague(args: tuple[Arg, ...], anchor: date | None) -> Piece | None:
    if anchor is None or len(args) > 1:
        return None
    known = {
        "PAST_REF": Piece(None, anchor, f"../{anchor}"),
        "PRESENT_REF": span(anchor, anchor),
        "FUTURE_REF": Piece(anchor, None, f"{anchor}/.."),
    }
    return known.get(str(args[0]) if args else "")


PLAIN: dict[str, Callable[[tuple[Arg, ...], date | None], Piece | None]] = {
    "day": _day,
    "month": _month,
    "dom": _dom,
    "year": _year,
    "decade": _years(10),
    "century": _years(100),
    "bc": _bc,
    "season": _season,
    "quarter": _quarter,
    "weekday": _weekday,
    "holiday": _holiday,
    "hijri": _hijri,
    "slash": _slash,
    "rel": _rel,
    "ago": _ago,
    "past": lambda args, anchor: _stretch(args, anchor, -1),
    "ahead": lambda args, anchor: _stretch(args, anchor, 1),
    "vague": _vague,
}
