"""The timeline of a page: how many incidents in each day, month or year; what has no day is counted, not drawn."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from firsthand.model.incident import Incident
from firsthand.publish.svg import escaped

__all__ = ["timeline_svg"]

WIDTH, HEIGHT, FOOT, MARGIN = 1000, 130, 26, 8
"""Of the picture, of what stands below the bars, and at the sides."""
DAYS, MONTHS = 62, 62 * 31
"""Up to so many days each bar is a day; up to so many a month; beyond that a year."""
LABELS = 9
"""So many bars have their day written below."""


class Bin(NamedTuple):
    """A bar: its name, its first and last day, and the incidents whose first possible day lies in it."""

    name: str
    first: date
    last: date
    incidents: tuple[Incident, ...]


def timeline_svg(incidents: Sequence[Incident]) -> str:
    """The picture; empty where nothing is dated. An incident stands at its first possible day."""
    dated = [(day, one) for one in incidents if (day := one.date.span.earliest or one.date.span.latest) is not None]
    return "".join(_svg(_bins(dated))) if dated else ""


def _bins(dated: Sequence[tuple[date, Incident]]) -> list[Bin]:
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    extent = (last - first).days
    key: Callable[[date], str] = (
        date.isoformat if extent <= DAYS else (lambda d: f"{d:%Y-%m}") if extent <= MONTHS else lambda d: f"{d:%Y}"
    )
    told: defaultdict[str, list[tuple[date, Incident]]] = defaultdict(list)
    for day, incident in dated:
        told[key(day)].append((day, incident))
    return [_bin(name, told) for name in _names(first, last, key)]


def _names(first: date, last: date, key: Callable[[date], str]) -> list[str]:
    """Every bar from the first to the last, empty ones too."""
    days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
    return list(dict.fromkeys(map(key, days)))


def _bin(name: str, told: Mapping[str, Sequence[tuple[date, Incident]]]) -> Bin:
    year, month, day = ([*map(int, name.split("-")), 0, 0])[:3]
    first = date(year, month or 1, day or 1)
    if day:
        last = first
    elif month:
        last = date.fromordinal((date(year + month // 12, month % 12 + 1, 1)).toordinal() - 1)
    else:
        last = date(year, 12, 31)
    return Bin(name, first, last, tuple(incident for _, incident in told.get(name, ())))


def _svg(bins: Sequence[Bin]) -> Iterator[str]:
    most = max(len(one.incidents) for one in bins)
    step = (WIDTH - 2 * MARGIN) / len(bins)
    floor = HEIGHT - FOOT
    yield f'<svg id="time" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="Incidents over time" '
    yield 'xmlns="http://www.w3.org/2000/svg">'
    yield f'<path class="axis" d="M{MARGIN} {floor}H{WIDTH - MARGIN}"/>\n'
    every = max(1, -(-len(bins) // LABELS))
    for k, one in enumerate(bins):
        x, number = MARGIN + k * step, len(one.incidents)
        if k % every == 0 or len(bins) <= LABELS:
            yield f'<text class="tick" x="{x + step / 2:.1f}" y="{HEIGHT - 8}" text-anchor="middle">{escaped(one.name)}</text>'
        if number:
            height = max(6.0, (floor - 16) * number / most)
            about = f"{one.name}: {number} incident{'s' * (number != 1)}"
            width = min(46.0, max(2.0, step - 2))
            yield f'<g class="bar" role="button" tabindex="0" aria-label="{escaped(about)}" '
            yield f'data-from="{one.first}" data-to="{one.last}"><title>{escaped(about)}</title>'
            yield f'<rect x="{x + (step - width) / 2:.1f}" y="{floor - height:.1f}" width="{width:.1f}" '
            yield f'height="{height:.1f}" rx="2"/>'
            yield f'<text x="{x + step / 2:.1f}" y="{floor - height - 4:.1f}" text-anchor="middle">{number}</text></g>\n'
    yield "</svg>"
