"""The map of a page: land and borders around the incidents, each place as the area that its words allow, no false pins."""

from collections.abc import Iterable, Iterator, Sequence
from math import atan, cos, degrees, exp, log, pi, radians, tan
from typing import NamedTuple

from firsthand.model.place import Place
from firsthand.publish.page_spots import Spot
from firsthand.publish.svg import cut, escaped
from firsthand.resources.land import Box, Land, Point

__all__ = ["map_svg"]

WIDTH, HEIGHT = 600, 560
"""Of the picture, in its own units: about the pixels of a column of a page."""
LEAST = 3.0
"""Degrees of longitude that are shown at least, so that a map of one village still shows a country's border."""
AROUND = 0.12
"""What is added on each side, as a share of the extent; the land is drawn as far again, for whoever moves the map."""
COARSE, FINE, UNITS = 1.2, 0.2, 10
"""Units between two points of a coast, far from all incidents and near one: nearer ones are left out; and steps in a unit."""
CELL = 2.0
"""Degrees: what lies in the same or a neighbouring square as an incident is near it."""
KM = 111.32
"""Kilometres in a degree of latitude."""
TITLES = 5
"""Incidents that the title of a place lists; the rest is counted."""


class Frame(NamedTuple):
    """What part of the world is shown: west and north edge in Mercator degrees, and units in one of them."""

    west: float
    north: float
    scale: float

    def at(self, point: Point) -> tuple[float, float]:
        """Where a place lies in the picture."""
        return (point[0] - self.west) * self.scale, (self.north - mercator(point[1])) * self.scale


class Label(NamedTuple):
    """Words on the map, with the room that they take. `key`: of the place, empty for a country."""

    x: float
    y: float
    left: float
    width: float
    words: str
    key: str
    middle: bool


def mercator(latitude: float) -> float:
    """Latitude as degrees on a Mercator map."""
    held = max(-84.0, min(84.0, latitude))
    return degrees(log(tan(pi / 4 + radians(held) / 2)))


def latitude(mercator_degrees: float) -> float:
    """The latitude that lies there."""
    return degrees(2 * atan(exp(radians(mercator_degrees))) - pi / 2)


def map_svg(places: Sequence[Spot], land: Land) -> str:
    """The picture; empty where nothing has a point. A place is a link to its incident, or to its entry in the list of places."""
    placed = [(spot, spot.place) for spot in places if spot.mapped and spot.place is not None]
    return "".join(_svg(placed, land)) if placed else ""


def _svg(placed: Sequence[tuple[Spot, Place]], land: Land) -> Iterator[str]:
    frame = _frame([place for _, place in placed])
    box = _shown(frame)
    near = _near([place for _, place in placed])
    yield f'<svg id="map" viewBox="0 0 {WIDTH} {HEIGHT}" data-width="{WIDTH}" data-height="{HEIGHT}" role="group" '
    yield f'data-north="{frame.north:.4f}" data-scale="{frame.scale:.4f}" aria-label="Map of the incidents" '
    yield 'aria-describedby="map-help" xmlns="http://www.w3.org/2000/svg" tabindex="0">\n'
    rings = "".join(_path(ring, frame, near, closed=True) for ring in land.lands(box))
    yield f'<path class="land" transform="scale({1 / UNITS})" d="{rings}"/>\n'
    lines = "".join(_path(line, frame, near, closed=False) for line in land.borders(box))
    yield f'<path class="border" transform="scale({1 / UNITS})" d="{lines}"/>\n'
    labels = _places(placed, frame)
    there: list[Label] = []
    for label in labels:
        hidden = any(_meet(label, other) for other in there)
        there += [] if hidden else [label]
    countries = list(_countries(land.names(box), frame, there))
    for label, wide, shown in countries:
        yield f'<text aria-hidden="true" class="country{"" if shown else " tight"}" x="{label.x:.0f}" y="{label.y:.0f}" '
        yield f'data-wide="{wide:.0f}">{escaped(label.words)}</text>'
    # The widest areas first, so that the exact ones can be reached.
    for spot, place in sorted(placed, key=lambda one: (-one[1].radius_km, one[0].key)):
        yield from _mark(spot, place, frame)
    for label in labels:
        tight = "" if label in there else " tight"
        yield f'<text aria-hidden="true" class="place{" mid" if label.middle else ""}{tight}" data-spot="{label.key}" '
        yield f'x="{label.x:.1f}" y="{label.y:.1f}">{escaped(label.words)}</text>'
    yield "</svg>"


def _frame(places: Sequence[Place]) -> Frame:
    """The frame around all places with their radii."""
    west = east = north = south = None
    for place in places:
        lon, lat = place.lon or 0.0, place.lat or 0.0
        reach = min(12.0, place.radius_km / KM) / max(0.2, cos(radians(lat)))
        x, y = lon, mercator(lat)
        west = x - reach if west is None else min(west, x - reach)
        east = x + reach if east is None else max(east, x + reach)
        south = y - reach if south is None else min(south, y - reach)
        north = y + reach if north is None else max(north, y + reach)
    if west is None or east is None or south is None or north is None:
        raise ValueError("a frame needs a place")
    width = max(LEAST, (east - west) * (1 + 2 * AROUND), (north - south) * (1 + 2 * AROUND) * WIDTH / HEIGHT)
    scale = WIDTH / width
    return Frame((west + east - width) / 2, (south + north) / 2 + HEIGHT / scale / 2, scale)


def _shown(frame: Frame) -> Box:
    """The degrees that are drawn: the picture, and as much again on each side."""
    width, height = WIDTH / frame.scale, HEIGHT / frame.scale
    south, north = latitude(frame.north - 2 * height), latitude(frame.north + height)
    return (frame.west - width, south, frame.west + 2 * width, north)


def _near(places: Iterable[Place]) -> frozenset[tuple[int, int]]:
    """Squares of degrees around the places, where coasts are drawn as finely as they are known."""
    middles = {(int((one.lon or 0.0) // CELL), int((one.lat or 0.0) // CELL)) for one in places}
    return frozenset((x + a, y + b) for x, y in middles for a in (-1, 0, 1) for b in (-1, 0, 1))


def _path(points: Sequence[Point], frame: Frame, near: frozenset[tuple[int, int]], *, closed: bool) -> str:
    """A line in steps of 1/`UNITS`, each point from the one before, which is short."""
    out: list[str] = []
    last = (0, 0)
    for k, point in enumerate(points):
        x, y = (round(UNITS * value) for value in frame.at(point))
        close = (int(point[0] // CELL), int(point[1] // CELL)) in near
        far = abs(x - last[0]) + abs(y - last[1]) >= (FINE if close else COARSE) * UNITS
        if not k:
            out.append(f"M{x} {y}l")
        elif far or k == len(points) - 1:
            out.append(f"{x - last[0]}{'' if y < last[1] else ' '}{y - last[1]} ")
        else:
            continue
        last = (x, y)
    return "".join(out).rstrip(" l") + ("z" if closed else "")


def _mark(spot: Spot, place: Place, frame: Frame) -> Iterator[str]:
    """The area of a place, and a dot in it where the place is that exact; hollow where the place is inferred."""
    x, y = frame.at((place.lon or 0.0, place.lat or 0.0))
    radius = place.radius_km / KM / max(0.2, cos(radians(place.lat or 0.0))) * frame.scale
    number = len(spot.incidents)
    target = spot.incidents[0].id if number == 1 else f"at-{spot.key}"
    kinds = f"mark{' inferred' if spot.inferred else ''}{'' if spot.exact else ' wide'}"
    about = f"{spot.name} ({spot.about}): {number} incident{'s' * (number != 1)}"
    titles = [about, *(one.title for one in spot.incidents[:TITLES])]
    titles += [f"and {number - TITLES} more"] if number > TITLES else []
    yield f'<a href="#{target}" class="{kinds}" data-spot="{spot.key}" aria-label="{escaped(about)}">'
    yield f"<title>{escaped(chr(10).join(titles))}</title>"
    yield f'<circle class="area" cx="{x:.2f}" cy="{y:.2f}" r="{max(radius, 0.5):.2f}"/>'
    if spot.exact:
        yield f'<circle class="dot" cx="{x:.2f}" cy="{y:.2f}"/>'
    yield "</a>\n"


def _countries(
    names: Iterable[tuple[str, Point, float]], frame: Frame, taken: Sequence[Label]
) -> Iterator[tuple[Label, float, bool]]:
    """The names of countries, how wide they are in units, and whether there is room beside the labels that are there."""
    there = list(taken)
    for name, point, wide in names:
        (x, y), needed = frame.at(point), 9.0 * len(name)
        label = Label(x, y, x - needed / 2, needed, name, "", True)
        shown = wide * frame.scale >= 0.8 * needed and not any(_meet(label, other) for other in there)
        if shown:
            there.append(label)
        yield label, wide * frame.scale, shown


def _places(placed: Sequence[tuple[Spot, Place]], frame: Frame) -> list[Label]:
    """The names of places: beside a dot, in the middle of an area; those with most incidents first."""
    out = []
    for spot, place in sorted(placed, key=lambda one: (-len(one[0].incidents), not one[0].exact, one[0].key)):
        x, y = frame.at((place.lon or 0.0, place.lat or 0.0))
        number = len(spot.incidents)
        words = cut(spot.name, 24) + (f" ({number})" if number > 1 else "")
        width = 6.6 * len(words)
        left = x if spot.exact else x - width / 2
        out.append(Label(x, y, left, width + 9 * spot.exact, words, spot.key, not spot.exact))
    return out


def _meet(one: Label, other: Label) -> bool:
    return abs(one.y - other.y) <= 15 and one.left <= other.left + other.width and other.left <= one.left + one.width
