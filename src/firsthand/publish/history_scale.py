"""Where things stand in the picture of a figure's history: days from left to right, numbers upwards, words apart."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CHAR = 6.6
"""Pixels of a usual character at the size of the small print, on the wide side."""
NEAR = 0.7
"""Where the smallest number is at least this part of the largest, the axis does not begin at zero, and says so."""
WIDE, WIDER = frozenset("mwMWGOQ@%—…"), 1.75
"""Characters that are wider, and by how much; so may be those of other writings."""
MONTHLY = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between ticks, the first that leaves room."""


def width(text: str) -> float:
    """Pixels that a text takes at most, as far as can be told without a face."""
    wide = sum(char in WIDE or ord(char) > 0x24F for char in text)
    return CHAR * (len(text) + (WIDER - 1) * wide)


class Days(NamedTuple):
    """Days from left to right; what stood on the last one goes on a little."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day is."""
        return self.left + (self.right - self.left) * (day - self.first).days / max(1, (self.last - self.first).days)


def days_of(days: Sequence[date], left: float, right: float) -> Days:
    """The days to be shown, with a little before a single one and after the last."""
    first, last = min(days), max(days)
    spare = max(1, round((last - first).days * 0.08))
    return Days(first - timedelta(days=1) if first == last else first, last + timedelta(days=spare), left, right)


class Tick(NamedTuple):
    """A day that bears its name, in the middle of it: `left`, `right` are its ends."""

    day: date
    name: str
    left: float
    right: float


def ticks(scale: Days, told: Sequence[date]) -> list[Tick]:
    """Days that bear their name: those on which something was told, where all have room; else the first of months, or of years;
    else as many of the days as have room. The year is named with the first and where it changes.
    """
    exact = sorted(set(told))
    found = _named(scale, exact)
    if _apart(found):
        return found
    firsts = [_month(scale.first, k) for k in range(12 * (scale.last.year - scale.first.year + 1) + 1)]
    within = [day for day in firsts if scale.first <= day <= scale.last]
    for step in MONTHLY:
        found = _named(scale, [day for day in within if (day.year * 12 + day.month - 1) % step == 0])
        if len(found) > 2 and _apart(found):
            return found
    kept: list[date] = []
    for day in (exact[0], exact[-1], *exact[1:-1]):
        tried = sorted({*kept, day})
        kept = tried if _apart(_named(scale, tried)) else kept
    return _named(scale, kept)


def _named(scale: Days, days: Sequence[date]) -> list[Tick]:
    out: list[Tick] = []
    for day in days:
        year = f" {day.year}" if not out or out[-1].day.year != day.year else ""
        name = f"{day.day} {MONTHS[day.month - 1]}{year}"
        half = len(name) * CHAR / 2
        x = min(scale.x(day), scale.right - half)
        out.append(Tick(day, name, x - half, x + half))
    return out


def _apart(found: Sequence[Tick]) -> bool:
    return all(a.right + CHAR < b.left for a, b in pairwise(found))


def _month(start: date, later: int) -> date:
    """The first day of the month so many months later."""
    number = start.year * 12 + start.month - 1 + later
    return date(min(9999, number // 12), number % 12 + 1, 1)


class Numbers(NamedTuple):
    """Numbers upwards; `floor` is the number at the bottom, more than 0 where that is said."""

    floor: int
    most: int
    top: float
    bottom: float
    step: int

    def y(self, number: float) -> float:
        """Where a number is; what lies below the floor lies on it."""
        part = (max(number, self.floor) - self.floor) / max(1, self.most - self.floor)
        return self.bottom - (self.bottom - self.top) * part

    @property
    def marks(self) -> range:
        """The numbers with a line."""
        return range(self.floor, self.most + 1, self.step)


def numbers_of(numbers: Iterable[int], top: float, bottom: float, *, lines: int = 4) -> Numbers:
    """An axis for these numbers with round marks."""
    told = [*numbers]
    least, most = min(told, default=0), max(told, default=0)
    above = least if most >= 20 and least >= NEAR * most and least < most else 0
    step = _round(max(1, most - above), lines)
    floor = max(0, above - 1) // step * step
    return Numbers(floor, max(floor + step, -(-most // step) * step), top, bottom, step)


def _round(width: int, lines: int) -> int:
    """The step of 1, 2 or 5 times a power of ten that makes at most so many lines."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if width / (factor * power) <= lines:
                return factor * power
        power *= 10


class Taken:
    """Boxes where something stands already."""

    def __init__(self) -> None:
        self._boxes: list[tuple[float, float, float, float]] = []

    def put(self, left: float, top: float, right: float, bottom: float) -> None:
        """Take a box."""
        self._boxes.append((left, top, right, bottom))

    def room(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Take a box if nothing stands in it; tells whether it was free."""
        for a, b, c, d in self._boxes:
            if left < c and a < right and top < d and b < bottom:
                return False
        self.put(left, top, right, bottom)
        return True
