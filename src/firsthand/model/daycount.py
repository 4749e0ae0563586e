"""Counting with days: months, years, weeks, and feasts whose day moves."""

from datetime import date, timedelta

HIJRI_EPOCH = 227015
"""Rata Die of 1 Muharram 1 in the civil (tabular) Islamic calendar: Reingold and Dershowitz, Calendrical Calculations."""


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def add_days(day: date, count: int) -> date:
    """`day` moved, kept within the years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month moved, kept within the years 1 to 9999."""
    months = min(max(year * 12 + month - 1 + count, 12), 9999 * 12 + 11)
    return months // 12, months % 12 + 1


def clamp_year(year: int) -> int:
    """A year that `date` can hold."""
    return min(max(year, 1), 9999)


def valid(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def monday(day: date) -> date:
    """The Monday of the ISO week of `day`."""
    return add_days(day, -day.weekday())


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The last such weekday (0 is Monday) not after `day`."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The first such weekday (0 is Monday) not before `day`."""
    return add_days(day, (weekday - day.weekday()) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar as a Gregorian day (Meeus 1991); the two are 13 days apart from 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return add_days(date(year, month, day + 1), year // 100 - year // 400 - 2)


def hijri(year: int, month: int, day: int) -> int:
    """Rata Die (`date.toordinal`) of a day of the tabular Islamic calendar; the sighted moon may differ by a day."""
    return HIJRI_EPOCH - 1 + day + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30


def hijri_in(year: int, month: int, day: int) -> tuple[date, ...]:
    """The days of a Gregorian year on which that day of the Islamic calendar falls: none, one or two."""
    about = int((year - 622) * 33 / 32)
    found: list[date] = []
    for guess in range(about - 1, about + 3):
        ordinal = hijri(guess, month, day)
        if 0 < ordinal <= date.max.toordinal() and date.fromordinal(ordinal).year == year:
            found.append(date.fromordinal(ordinal))
    return tuple(found)
