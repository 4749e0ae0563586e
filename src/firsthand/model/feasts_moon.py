"""Feasts of calendars that follow the moon: the Hebrew calendar, and new and full moons as the eye sees them."""

from datetime import date
from math import radians, sin

from firsthand.model.daycount import add_days

HEBREW_EPOCH = -1373427
"""Rata Die of 1 Tishri 1: Reingold and Dershowitz, Calendrical Calculations."""
_SYNODIC = 29.530588861
_TERMS = {
    0.0: ((-0.40720, (0, 1)), (0.17241, (1, 0)), (0.01608, (0, 2)), (-0.00514, (1, 1)), (0.00739, (-1, 1))),
    0.5: ((-0.40614, (0, 1)), (0.17302, (1, 0)), (0.01614, (0, 2)), (-0.00515, (1, 1)), (0.00734, (-1, 1))),
}
"""Meeus, Astronomical Algorithms, chapter 49: the largest terms in the anomalies of sun and moon, in days."""


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of 1 Tishri, put off where the calendar forbids the weekday."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def rosh_hashanah(year: int) -> date:
    """1 Tishri in a Gregorian year."""
    hebrew = year + 3761
    before, now, after = (_elapsed(hebrew + step) for step in (-1, 0, 1))
    delay = 2 if after - now == 356 else 1 if now - before == 382 else 0
    return date.fromordinal(max(1, HEBREW_EPOCH + now + delay))


def hanukkah(year: int) -> date:
    """25 Kislev in a Gregorian year: the day whose eve lights the first candle."""
    start, after = rosh_hashanah(year), rosh_hashanah(year + 1)
    return add_days(start, 84 if (after - start).days in (355, 385) else 83)


def moon(year: int, month: int, day: int, *, full: bool, zone: float) -> date:
    """The day of the first new or full moon on or after a day, by the clock `zone` hours east of Greenwich."""
    start = date(year, month, day)
    phase = 0.5 if full else 0.0
    count = int((start.toordinal() - 730125) / _SYNODIC) - 2
    while True:
        found = date.fromordinal(int(_moment(count + phase) + zone / 24))
        if found >= start:
            return found
        count += 1


def _moment(k: float) -> float:
    """Rata Die of the k-th new moon since 2000 (a half more is full), to within an hour."""
    century = k / 1236.85
    sun = radians(2.5534 + 29.10535670 * k)
    moon_ = radians(201.5643 + 385.81693528 * k)
    day = 2451550.09766 + _SYNODIC * k + 0.00015437 * century * century
    shift = sum(size * sin(a * sun + b * moon_) for size, (a, b) in _TERMS[0.5 if k % 1 else 0.0])
    return day + shift - 1721424.5
