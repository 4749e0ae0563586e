"""Holidays with their days. Those that follow the moon are a day wide on either side where it has to be seen."""

from collections.abc import Callable
from datetime import date

from firsthand.model.daycount import (
    add_days,
    easter,
    hijri_in,
    month_end,
    orthodox_easter,
    valid,
    weekday_on_or_after,
)
from firsthand.model.feasts_moon import hanukkah, moon, rosh_hashanah

FIXED: tuple[tuple[str, int, int], ...] = (
    ("new year's day", 1, 1), ("new year's eve", 12, 31), ("christmas", 12, 25), ("christmas day", 12, 25),
    ("christmas eve", 12, 24), ("boxing day", 12, 26), ("epiphany", 1, 6), ("valentine's day", 2, 14), ("may day", 5, 1),
    ("halloween", 10, 31), ("nowruz", 3, 21), ("bastille day", 7, 14), ("armistice day", 11, 11), ("veterans day", 11, 11),
    ("all saints' day", 11, 1), ("fourth of july", 7, 4), ("orthodox christmas", 1, 7), ("orthodox christmas eve", 1, 6),
    ("women's day", 3, 8), ("juneteenth", 6, 19), ("st. patrick's day", 3, 17), ("anzac day", 4, 25),
    ("assumption day", 8, 15),
)  # fmt: skip
FROM_EASTER: tuple[tuple[str, int], ...] = (
    ("easter", 0), ("easter sunday", 0), ("easter monday", 1), ("good friday", -2), ("palm sunday", -7), ("ash wednesday", -46),
    ("pentecost", 49), ("ascension day", 39), ("holy saturday", -1), ("maundy thursday", -3),
)  # fmt: skip
FROM_ORTHODOX_EASTER: tuple[tuple[str, int], ...] = (("orthodox easter", 0), ("orthodox good friday", -2))
HIJRI: tuple[tuple[str, int, int, int], ...] = (
    ("ramadan", 9, 1, 30), ("eid al-fitr", 10, 1, 3), ("eid al-adha", 12, 10, 4), ("ashura", 1, 10, 1), ("arbaeen", 2, 20, 1),
    ("mawlid", 3, 12, 1), ("muharram", 1, 1, 30), ("islamic new year", 1, 1, 1), ("laylat al-qadr", 9, 27, 1),
)  # fmt: skip
"""Name, month and day of the Islamic calendar, and how many days it lasts."""
NTH: tuple[tuple[str, int, int, int], ...] = (
    ("thanksgiving", 11, 3, 4), ("labor day", 9, 0, 1), ("memorial day", 5, 0, -1), ("martin luther king day", 1, 0, 3),
    ("mother's day", 5, 6, 2), ("columbus day", 10, 0, 2), ("presidents day", 2, 0, 3),
)  # fmt: skip
"""Name, month, weekday (0 is Monday) and which one of the month; -1 is the last (United States)."""
HEBREW: tuple[tuple[str, Callable[[int], date], int, int], ...] = (
    ("rosh hashanah", rosh_hashanah, 0, 2), ("yom kippur", rosh_hashanah, 9, 1), ("sukkot", rosh_hashanah, 14, 7),
    ("simchat torah", rosh_hashanah, 22, 1), ("passover", rosh_hashanah, -163, 7), ("purim", rosh_hashanah, -193, 1),
    ("shavuot", rosh_hashanah, -113, 1), ("hanukkah", hanukkah, 0, 8),
)  # fmt: skip
"""Name, the day it is counted from, how many days on, and how many days it lasts; each begins the evening before."""
MOONS: tuple[tuple[str, int, int, bool, float], ...] = (
    ("lunar new year", 1, 21, False, 8), ("vesak", 5, 1, True, 5.5), ("diwali", 10, 18, False, 5.5),
)  # fmt: skip
"""Name, first day on which the moon may come, whether it is full, and hours east of Greenwich."""
LONG: frozenset[str] = frozenset(
    ("ramadan", "muharram", "eid al-fitr", "eid al-adha", "passover", "hanukkah", "sukkot")
)
"""Feasts of several days, of which a text may name one ("the first day of Eid al-Fitr")."""
SEEN: frozenset[str] = frozenset(row[0] for table in (HIJRI, HEBREW, MOONS) for row in table)
"""Feasts whose interval begins a day before the feast: for the sighted moon, or as the evening before belongs to it."""
NAMES: frozenset[str] = frozenset(
    row[0] for table in (FIXED, FROM_EASTER, FROM_ORTHODOX_EASTER, HIJRI, NTH, HEBREW, MOONS) for row in table
)


def fixed(name: str) -> tuple[int, int] | None:
    """Month and day of a holiday that has the same in every year; None for one that moves."""
    return next(((month, day) for known, month, day in FIXED if known == name), None)


def feast(name: str, year: int) -> tuple[tuple[date, date], ...]:
    """First and last day of each keeping of the holiday that begins in a Gregorian year; empty for an unknown name."""
    for known, month, day in FIXED:
        if known == name:
            found = valid(year, month, day)
            return ((found, found),) if found else ()
    for table, sunday in ((FROM_EASTER, easter), (FROM_ORTHODOX_EASTER, orthodox_easter)):
        for known, shift in table:
            if known == name:
                day_of = add_days(sunday(year), shift)
                return ((day_of, day_of),)
    for known, month, weekday, which in NTH:
        if known == name:
            day_of = nth_weekday(year, month, weekday, which)
            return ((day_of, day_of),)
    if name == "eid":
        # Either of the two; the one before the report is meant.
        return _by_moon("eid al-fitr", year) + _by_moon("eid al-adha", year)
    return _by_moon(name, year)


def _by_moon(name: str, year: int) -> tuple[tuple[date, date], ...]:
    for known, month, day, length in HIJRI:
        if known == name:
            return tuple((add_days(first, -1), add_days(first, length)) for first in hijri_in(year, month, day))
    for known, start, shift, length in HEBREW:
        if known == name:
            first = add_days(start(year), shift)
            return ((add_days(first, -1), add_days(first, length - 1)),)
    for known, month, day, full, zone in MOONS:
        if known == name:
            first = moon(year, month, day, full=full, zone=zone)
            return ((add_days(first, -1), add_days(first, 1)),)
    return ()


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The which-th such weekday of a month; -1 is the last."""
    if which < 0:
        end = month_end(year, month)
        return add_days(end, -((end.weekday() - weekday) % 7))
    return add_days(weekday_on_or_after(date(year, month, 1), weekday), 7 * (which - 1))
