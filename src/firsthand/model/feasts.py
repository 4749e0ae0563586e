"""Holidays with their days. Islamic ones by the tabular calendar, a day wide on either side for the sighted moon."""

from datetime import date

from firsthand.model.daycount import add_days, easter, hijri_in, month_end, valid, weekday_on_or_after

FIXED: tuple[tuple[str, int, int], ...] = (
    ("new year's day", 1, 1), ("new year's eve", 12, 31), ("christmas", 12, 25), ("christmas day", 12, 25),
    ("christmas eve", 12, 24), ("boxing day", 12, 26), ("epiphany", 1, 6), ("valentine's day", 2, 14), ("may day", 5, 1),
    ("halloween", 10, 31), ("nowruz", 3, 21), ("bastille day", 7, 14), ("armistice day", 11, 11), ("veterans day", 11, 11),
    ("all saints' day", 11, 1), ("fourth of july", 7, 4),
    ("women's day", 3, 8), ("juneteenth", 6, 19), ("st. patrick's day", 3, 17),
)  # fmt: skip
FROM_EASTER: tuple[tuple[str, int], ...] = (
    ("easter", 0), ("easter sunday", 0), ("easter monday", 1), ("good friday", -2), ("palm sunday", -7), ("ash wednesday", -46),
    ("pentecost", 49), ("ascension day", 39), ("holy saturday", -1),
)  # fmt: skip
HIJRI: tuple[tuple[str, int, int, int], ...] = (
    ("ramadan", 9, 1, 30), ("eid al-fitr", 10, 1, 3), ("eid al-adha", 12, 10, 4), ("ashura", 1, 10, 1), ("arbaeen", 2, 20, 1),
    ("mawlid", 3, 12, 1), ("muharram", 1, 1, 30),
)  # fmt: skip
"""Name, month and day of the Islamic calendar, and how many days it lasts."""
NTH: tuple[tuple[str, int, int, int], ...] = (
    ("thanksgiving", 11, 3, 4), ("labor day", 9, 0, 1), ("memorial day", 5, 0, -1), ("martin luther king day", 1, 0, 3),
    ("mother's day", 5, 6, 2), ("columbus day", 10, 0, 2), ("presidents day", 2, 0, 3),
)  # fmt: skip
"""Name, month, weekday (0 is Monday) and which one of the month; -1 is the last (United States)."""
NAMES: frozenset[str] = frozenset(row[0] for table in (FIXED, FROM_EASTER, HIJRI, NTH) for row in table)


def feast(name: str, year: int) -> tuple[tuple[date, date], ...]:
    """First and last day of each keeping of the holiday that begins in a Gregorian year; empty for an unknown name."""
    for known, month, day in FIXED:
        if known == name:
            found = valid(year, month, day)
            return ((found, found),) if found else ()
    for known, shift in FROM_EASTER:
        if known == name:
            day_of = add_days(easter(year), shift)
            return ((day_of, day_of),)
    for known, month, day, length in HIJRI:
        if known == name:
            return tuple((add_days(first, -1), add_days(first, length)) for first in hijri_in(year, month, day))
    for known, month, weekday, which in NTH:
        if known == name:
            day_of = nth_weekday(year, month, weekday, which)
            return ((day_of, day_of),)
    return ()


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The which-th such weekday of a month; -1 is the last."""
    if which < 0:
        end = month_end(year, month)
        return add_days(end, -((end.weekday() - weekday) % 7))
    return add_days(weekday_on_or_after(date(year, month, 1), weekday), 7 * (which - 1))
