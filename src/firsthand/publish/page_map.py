"""The map of a page: land and borders around the incidents, each place as the area that its words allow, no false pins."""

from collections.abc import Iterable, Iterator, Sequence
from math import atan, cos, degrees, exp, log, pi, radians, tan
from typing import NamedTuple

from firsthand.model.incident import Incident
from firsthand.model.place import Place
from firsthand.publish.svg import cut, escaped
from firsthand.resources.land import Box, Land, Point

__all__ = ["map_svg", "mapped"]

WIDTH, HEIGHT = 1000, 640
"""Of the picture, in its own units."""
LEAST = 3.0
"""Degrees of longitude that are shown at least, so that a map of one village still shows a country's border."""
AROUND = 0.35
"""What is added on each side, as a share of the extent; the land is drawn as far again, for whoever moves the map."""
FINE = 1.2
"""Units between two points of a coast: nearer ones are left out."""
PIN_KM = 30
"""Up to this radius a dot is honest; wider places are areas only."""
KM = 111.32
"""Kilometres in a degree of latitude."""


class Frame(NamedTuple):
    """What part of the world is shown: west and north edge in Mercator degrees, and units in one of them."""

    west: float
    north: float
    scale: float

    def at(self, point: Point) -> tuple[float, float]:
        """Where a place lies in the picture."""
        return (point[0] - self.west) * self.scale, (self.north - mercator(point[1])) * self.scale


def mercator(latitude: float) -> float:
    """Latitude as degrees on a Mercator map."""
    held = max(-84.0, min(84.0, latitude))
    return degrees(log(tan(pi / 4 + radians(held) / 2)))


def latitude(mercator_degrees: float) -> float:
    """The latitude that lies there."""
    return degrees(2 * atan(exp(radians(mercator_degrees))) - pi / 2)


def mapped(incident: Incident) -> Place | None:
    """The place that stands on the map for an incident: the first with an honest point."""
    known = (found.place for found in incident.places)
    return next((place for place in known if place.lat is not None and place.lon is not None), None)


def map_svg(incidents: Sequence[Incident], land: Land) -> str:
    """The picture; empty where nothing has a point. Each incident is a link to its part of the page."""
    placed = [(incident, place) for incident in incidents if (place := mapped(incident)) is not None]
    return "".join(_svg(placed, land)) if placed else ""


def _svg(placed: Sequence[tuple[Incident, Place]], land: Land) -> Iterator[str]:
    frame = _frame([place for _, place in placed])
    box = _shown(frame)
    yield f'<svg id="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="Map of the incidents" '
    yield 'xmlns="http://www.w3.org/2000/svg" tabindex="0">\n'
    yield f'<path class="land" d="{"".join(_path(ring, frame, closed=True) for ring in land.lands(box))}"/>\n'
    yield f'<path class="border" d="{"".join(_path(line, frame, closed=False) for line in land.borders(box))}"/>\n'
    places = list(_places(placed, frame))
    for label in _countries(land.names(box), frame, places):
        yield f'<text class="country" x="{label.x:.0f}" y="{label.y:.0f}" text-anchor="middle">{escaped(label.words)}</text>'
    # The widest areas first, so that the exact ones can be reached.
    for incident, place in sorted(placed, key=lambda one: (-one[1].radius_km, one[0].id)):
        yield from _mark(incident, place, frame)
    for label in places:
        yield f'<text class="place" x="{label.x:.0f}" y="{label.y:.0f}">{escaped(label.words)}</text>'
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


def _path(points: Sequence[Point], frame: Frame, *, closed: bool) -> str:
    out: list[str] = []
    last = (-1e9, -1e9)
    for k, point in enumerate(points):
        x, y = frame.at(point)
        if k in (0, len(points) - 1) or abs(x - last[0]) + abs(y - last[1]) >= FINE:
            out.append(f"{'L' if out else 'M'}{x:.1f} {y:.1f}")
            last = (x, y)
    return "".join(out) + ("Z" if closed else "")


def _mark(incident: Incident, place: Place, frame: Frame) -> Iterator[str]:
    """The area of a place, and a dot in it where the place is that exact."""
    x, y = frame.at((place.lon or 0.0, place.lat or 0.0))
    radius = place.radius_km / KM / max(0.2, cos(radians(place.lat or 0.0))) * frame.scale
    exact = place.radius_km <= PIN_KM and place.precision in ("site", "settlement", "district")
    about = f"{incident.title}: {place.name}, within {place.radius_km:g} km"
    yield f'<a href="#{incident.id}" class="mark" data-id="{incident.id}"><title>{escaped(about)}</title>'
    yield f'<circle class="area" cx="{x:.1f}" cy="{y:.1f}" r="{max(radius, 2):.1f}"/>'
    if exact:
        yield f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    yield "</a>\n"


class Label(NamedTuple):
    """Words on the map: where they begin (exact places) or have their middle (countries), and their width."""

    x: float
    y: float
    left: float
    width: float
    words: str


def _countries(names: Iterable[tuple[str, Point, float]], frame: Frame, taken: Sequence[Label]) -> Iterator[Label]:
    """The names of countries that have the room for it, beside the labels that are there."""
    there = list(taken)
    for name, point, wide in names:
        (x, y), needed = frame.at(point), 10.5 * len(name)
        label = Label(x, y, x - needed / 2, needed, name)
        if wide * frame.scale >= 0.8 * needed and not any(_meet(label, other) for other in there):
            there.append(label)
            yield label


def _places(placed: Sequence[tuple[Incident, Place]], frame: Frame) -> Iterator[Label]:
    """The names of exact places, each once, where there is room."""
    there: list[Label] = []
    named: set[str] = set()
    for _, place in placed:
        if place.name in named or place.radius_km > PIN_KM:
            continue
        named.add(place.name)
        x, y = frame.at((place.lon or 0.0, place.lat or 0.0))
        words = cut(place.name, 24)
        label = Label(x + 9, y + 4, x, 9 + 7.5 * len(words), words)
        if not any(_meet(label, other) for other in there):
            there.append(label)
            yield label


def _meet(one: Label, other: Label) -> bool:
    return abs(one.y - other.y) <= 16 and one.left <= other.left + other.width and other.left <= one.left + one.width
