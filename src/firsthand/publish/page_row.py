"""An incident as a row of the table: its cells, what the columns are sorted by, and the figures as marks on one scale."""

from collections.abc import Iterable, Mapping, Sequence
from math import log1p
from typing import NamedTuple

from firsthand.model.incident import Best, Incident, Participant
from firsthand.publish.page_sentence import day_cell, interval
from firsthand.publish.svg import cut

__all__ = ["Figure", "Row", "row", "scales"]

WIDE, TALL, SIDE = 64, 8, 4
"""Of the mark of a figure, and what is left at its sides, in its own units."""
LETTERS = 60
"""Characters of a name that a cell shows; the whole name stands with the incident."""
FIELDS = ("killed", "wounded")


class Figure(NamedTuple):
    """A figure in a cell: best, low to high, mark, and the number it is sorted by; each empty where it is not known."""

    best: str
    range: str
    mark: str
    sort: str


class Row(NamedTuple):
    """The cells of an incident."""

    day: str
    inferred: bool
    place: str
    more_places: int
    actors: str
    whom: str
    figures: tuple[Figure, ...]
    reports: int
    sources: int


def row(incident: Incident, scale: Mapping[str, int]) -> Row:
    """The cells. `scale`: the highest number of each field in the table."""
    best: Mapping[str, Best] = {found.field: found for found in incident.best}
    span = incident.date.span
    return Row(
        day=day_cell(span),
        inferred=span.basis == "inferred",
        place=_place(incident),
        more_places=max(0, len(incident.places) - 1),
        actors=_names(incident.actors),
        whom=_names((*incident.victims, *incident.targets)),
        figures=tuple(_figure(best.get(field), scale.get(field, 1)) for field in FIELDS),
        reports=len({telling.report for telling in incident.tellings}),
        sources=len(incident.origins),
    )


def scales(incidents: Iterable[Incident]) -> dict[str, int]:
    """The highest number of each field that has a mark, so that marks of one column can be compared."""
    out: dict[str, int] = {}
    for found in (found for one in incidents for found in one.best if found.field in FIELDS):
        out[found.field] = max(out.get(found.field, 1), *(n or 0 for n in (found.low, found.best, found.high)))
    return out


def _figure(found: Best | None, most: int) -> Figure:
    if found is None:
        return Figure("", "", "", "")
    known = next((n for n in (found.best, found.low, found.high) if n is not None), None)
    best, _, ends = interval(found).partition(" ")
    return Figure(best, ends, mark(found, most), "" if known is None else str(known))


def mark(found: Best, most: int, *, even: bool = False) -> str:
    """Low to high as a line and best as a dot, hollow where nobody gives a best.

    The scale ends at `most` and goes by the logarithm, so that 5 and 500 fit into one column; `even`: by the number.
    """
    known = [n for n in (found.low, found.best, found.high) if n is not None]
    if not known:
        return ""

    def x(number: int) -> float:
        share = number / max(1, most) if even else log1p(number) / log1p(max(1, most))
        return SIDE + (WIDE - 2 * SIDE) * share

    out = f'<svg class="iv" viewBox="0 0 {WIDE} {TALL}" aria-hidden="true">'
    out += f'<path d="M{x(min(known)):.1f} 4H{x(max(known)):.1f}"/>' if min(known) != max(known) else ""
    at = x(found.best if found.best is not None else known[0])
    hollow = ' class="open"' if found.best is None else ""
    return f'{out}<circle{hollow} cx="{at:.1f}" cy="4" r="3"/></svg>'


def _place(incident: Incident) -> str:
    if not incident.places:
        return "no place"
    place = incident.places[0].place
    within = place.admin1 or place.country
    return f"{place.name}, {within}" if within and within not in place.name else place.name


def _names(found: Sequence[Participant]) -> str:
    return ", ".join(cut(one.name, LETTERS) for one in found[:2]) + (f" +{len(found) - 2}" if len(found) > 2 else "")
