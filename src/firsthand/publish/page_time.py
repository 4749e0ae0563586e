"""The timeline of a page: how many incidents in each day, month or year, and how many that may lie there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from firsthand.model.incident import Incident
from firsthand.publish.svg import escaped

__all__ = ["dated", "timeline_svg"]

FLOOR, TOP = 92, 16
"""Where the bars stand, and what is left above the highest, in pixels; sideways the picture is as wide as its place."""
LEAST = 4
"""Pixels of the lowest bar."""
DAYS, MONTHS = 62, 62 * 31
"""Up to so many days each bar is a day; up to so many a month; beyond that a year."""
LABELS = 8
"""So many bars have their day written below."""
NUMBERS = 40
"""Up to so many bars have their number written above."""
YEAR = 366
"""Days: what is known less exactly than that does not set how far the timeline reaches."""


class Bin(NamedTuple):
    """A bar: its name, its first and last day, the incidents that lie in it, and those that may."""

    name: str
    first: date
    last: date
    sure: tuple[Incident, ...]
    maybe: tuple[Incident, ...]


def dated(incident: Incident) -> tuple[date, date] | None:
    """The first and last possible day; None where an end is open."""
    first, last = incident.date.span.earliest, incident.date.span.latest
    return None if first is None or last is None else (first, last)


def timeline_svg(incidents: Sequence[Incident]) -> str:
    """The picture; empty where nothing is dated."""
    known = [(days, one) for one in incidents if (days := dated(one)) is not None]
    return "".join(_svg(_bins(known))) if known else ""


def _bins(known: Sequence[tuple[tuple[date, date], Incident]]) -> list[Bin]:
    narrow = [days for days, _ in known if (days[1] - days[0]).days <= YEAR] or [days for days, _ in known]
    first, last = min(days[0] for days in narrow), max(days[1] for days in narrow)
    extent = (last - first).days
    key: Callable[[date], str] = (
        date.isoformat if extent <= DAYS else (lambda d: f"{d:%Y-%m}") if extent <= MONTHS else lambda d: f"{d.year:04}"
    )
    out = []
    for name in dict.fromkeys(key(date.fromordinal(day)) for day in range(first.toordinal(), last.toordinal() + 1)):
        begin, end = _ends(name)
        there = [(days, one) for days, one in known if days[0] <= end and days[1] >= begin]
        sure = tuple(one for days, one in there if begin <= days[0] and days[1] <= end)
        maybe = tuple(one for days, one in there if days[0] < begin or days[1] > end)
        out.append(Bin(name, begin, end, sure, maybe))
    return out


def _ends(name: str) -> tuple[date, date]:
    """First and last day of a bar by its name: a day, a month or a year."""
    year, month, day = ([*map(int, name.split("-")), 0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    return date(year, 1, 1), date(year, 12, 31)


def _svg(bins: Sequence[Bin]) -> Iterator[str]:
    most = max(len(one.sure) + len(one.maybe) for one in bins)
    step = 100 / len(bins)
    yield f'<svg id="time" width="100%" height="{FLOOR + 24}" role="group" aria-label="Incidents over time" '
    yield f'data-floor="{FLOOR}" data-tall="{FLOOR - TOP}" aria-describedby="time-help" xmlns="http://www.w3.org/2000/svg">'
    yield f'<rect id="brush" y="0" width="0" height="{FLOOR}"/><path class="axis" d="M0 {FLOOR + 0.5}H9999"/>\n'
    every = max(1, -(-len(bins) // LABELS))
    numbered = len(bins) <= NUMBERS
    for k, one in enumerate(bins):
        if k % every == 0:
            yield _tick(one.name, k, len(bins), odd=bool(k // every % 2))
        yield from _bar(one, k * step, step, most, numbered=numbered)
    yield "</svg>"


def _tick(name: str, number: int, of: int, *, odd: bool) -> str:
    """The day of a bar, written below it; at the ends of a long row within the picture."""
    anchor = "start" if of > LABELS and not number else "end" if of > LABELS and number == of - 1 else "middle"
    x = {"start": 0.0, "end": 100.0}.get(anchor, (number + 0.5) * 100 / of)
    where = f'x="{x:.3f}%" y="{FLOOR + 18}" text-anchor="{anchor}"'
    return f'<text aria-hidden="true" class="tick{" odd" if odd else ""}" {where}>{escaped(name)}</text>'


def _bar(one: Bin, x: float, step: float, most: int, *, numbered: bool) -> Iterator[str]:
    """One bar: what lies in it as a full block, what may lie in it as a pale one; all of it once more, paler, behind."""
    sure, maybe = len(one.sure), len(one.maybe)
    about = f"{one.name}: {sure} incident{'s' * (sure != 1)}" + (f", {maybe} more may lie there" if maybe else "")
    first = min((*one.sure, *one.maybe), key=lambda told: (dated(told), told.id), default=None)
    link = f' href="#{first.id}"' if first else ""
    yield f'<a class="bar{"" if first else " blank"}"{link} data-from="{one.first}" data-to="{one.last}" '
    yield f'aria-label="{escaped(about)}">'
    yield f'<title>{escaped(about)}</title><rect class="hit" x="{x:.3f}%" width="{step:.3f}%" y="0" height="{FLOOR}"/>'
    if first:
        upper, lower = _height(sure + maybe, most), _height(sure, most)
        left, width = x + step * 0.12, step * 0.76
        for name, top, height in (("all", upper, upper), ("maybe", upper, upper - lower), ("sure", lower, lower)):
            yield f'<rect class="{name}" x="{left:.3f}%" width="{width:.3f}%" y="{FLOOR - top:.1f}" height="{height:.1f}"/>'
        if numbered:
            yield f'<text x="{x + step / 2:.3f}%" y="{FLOOR - upper - 4:.1f}">{sure + maybe}</text>'
    yield "</a>\n"


def _height(number: int, most: int) -> float:
    return max(LEAST, (FLOOR - TOP) * number / most) if number else 0.0
