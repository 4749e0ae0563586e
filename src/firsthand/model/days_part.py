"""Parts of an interval of days: its beginning, middle and end, its halves, the first week of it, what of it is past."""

import re
from datetime import date

from firsthand.model.daycount import add_days, add_months, month_end
from firsthand.model.days_named import Piece, span

_COUNTED = re.compile(r"(?P<side>[NFL])(?P<count>\d{1,2})(?P<unit>[DWM])")
"""N2W: the second week; F2W: the first two weeks; L1D: the last day."""


def part_of(code: str, base: Piece, anchor: date | None) -> Piece:
    """The part that a modifier's code means; the whole where it is too short for one, or an end of it is open."""
    if base.first is None or base.last is None:
        return base
    counted = _COUNTED.fullmatch(code)
    if counted is not None:
        return _counted(counted["side"], int(counted["count"]), counted["unit"], base) or base
    if code in ("EARLIER", "LATER"):
        return _side(code, base, anchor)
    return third(code, base)


def _side(code: str, base: Piece, anchor: date | None) -> Piece:
    """What of the interval lies before the report or after it, its own day with it."""
    if anchor is None or base.first is None or base.last is None or not base.first <= anchor <= base.last:
        return base
    return span(base.first, anchor) if code == "EARLIER" else span(anchor, base.last)


def _counted(side: str, count: int, unit: str, base: Piece) -> Piece | None:
    if base.first is None or base.last is None or count == 0:
        return None
    if unit == "M":
        year, month = (base.last.year, base.last.month) if side == "L" else (base.first.year, base.first.month)
        steps = 1 - count if side == "L" else count - 1
        start = add_months(year, month, {"N": steps, "F": 0, "L": steps}[side])
        end = add_months(year, month, {"N": steps, "F": steps, "L": 0}[side])
        found = (date(*start, 1), month_end(*end))
    else:
        size = 7 if unit == "W" else 1
        if side == "L":
            found = (add_days(base.last, 1 - size * count), base.last)
        else:
            first = 0 if side == "F" else size * (count - 1)
            found = (add_days(base.first, first), add_days(base.first, size * count - 1))
    first_day, last_day = max(found[0], base.first), min(found[1], base.last)
    return span(first_day, last_day) if first_day <= last_day else None


def third(code: str, base: Piece) -> Piece:
    """START, MID or END of an interval: the third of it, in whole months where it is a year; a day stays whole."""
    if base.first is None or base.last is None:
        return base
    width = (base.last - base.first).days + 1
    if width < 5:
        return base
    if code in ("H1", "H2"):
        middle = add_days(base.first, width // 2)
        middle = middle.replace(day=1) if width > 300 else middle
        return span(base.first, add_days(middle, -1)) if code == "H1" else span(middle, base.last)
    which = {"START": 0, "MID": 1}.get(code, 2)
    if 360 < width < 370 and base.first.day == 1:
        year, month = add_months(base.first.year, base.first.month, 4 * which)
        end = add_months(year, month, 3)
        return Piece(date(year, month, 1), month_end(*end), f"{year:04d}-{month:02d}/{end[0]:04d}-{end[1]:02d}")
    size = width // 3
    first = add_days(base.first, size * which)
    return span(first, base.last if which == 2 else add_days(first, size - 1))
