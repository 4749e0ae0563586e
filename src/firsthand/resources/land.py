"""Coasts and borders for maps: Natural Earth (public domain) at 1:50 million, as `tools/land.py` packed it."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.resources import files
from itertools import accumulate
from typing import Self

import msgspec

from firsthand.errors import SetupError
from firsthand.model.base import Record, sha256

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""


class LandFile(Record, frozen=True, kw_only=True):
    """The packed file; `arcs` are differences in 1/`scale` degree, rings name arcs, ~n for arc n backwards."""

    scale: int
    arcs: list[list[int]]
    lands: list[list[int]]
    borders: list[int]
    names: list[tuple[str, int, int, int]]


class Land:
    """Land as rings, borders as lines, and the names of countries, clipped to a box of degrees."""

    def __init__(self, file: LandFile, digest: str) -> None:
        self._file = file
        self.digest = digest

    @classmethod
    def open(cls) -> Self:
        """The land that comes with the program. Errors: SetupError for a file that is not as it should be."""
        raw = files("firsthand").joinpath("data/land.bin").read_bytes()
        try:
            return cls(msgspec.json.decode(zlib.decompress(raw), type=LandFile), sha256(raw))
        except (zlib.error, msgspec.DecodeError) as e:
            raise SetupError(f"the land of the map cannot be used: {e}") from e

    @cached_property
    def _arcs(self) -> list[list[Point]]:
        scale = self._file.scale
        return [
            [(x / scale, y / scale) for x, y in zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True)]
            for flat in self._file.arcs
        ]

    def lands(self, box: Box) -> Iterator[list[Point]]:
        """Rings of land, cut at the box."""
        for ring in self._file.lands:
            points = whole([p for arc in ring for p in (self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1])])
            if _meets(points, box):
                cut = clipped(points, box)
                if len(cut) > 2:
                    yield cut

    def borders(self, box: Box) -> Iterator[list[Point]]:
        """Lines between countries that meet the box; they may run out of it."""
        for arc in self._file.borders:
            if _meets(self._arcs[arc], box):
                yield self._arcs[arc]

    def names(self, box: Box) -> Iterator[tuple[str, Point, float]]:
        """Countries whose middle lies in the box, the widest first: name, middle, and width in degrees."""
        west, south, east, north = box
        for name, x, y, wide in sorted(self._file.names, key=lambda one: (-one[3], one[0])):
            lon, lat = x / self._file.scale, y / self._file.scale
            if west <= lon <= east and south <= lat <= north:
                yield name, (lon, lat), wide / self._file.scale


def whole(points: Sequence[Point]) -> list[Point]:
    """A ring that crosses the 180th meridian, going on beyond it instead of around the world."""
    out: list[Point] = []
    turn = 0.0
    for k, (x, y) in enumerate(points):
        if k and abs(x - points[k - 1][0]) > 180:
            turn += 360 if x < points[k - 1][0] else -360
        out.append((x + turn, y))
    return out


def _meets(points: Sequence[Point], box: Box) -> bool:
    west, south, east, north = box
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) <= east and max(xs) >= west and min(ys) <= north and max(ys) >= south


def clipped(points: Iterable[Point], box: Box) -> list[Point]:
    """A ring cut at the four sides of a box (Sutherland and Hodgman 1974)."""
    out = list(points)
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        given, out = out, []
        for k, here in enumerate(given):
            last = given[k - 1]
            inside, was = sign * (here[axis] - limit) >= 0, sign * (last[axis] - limit) >= 0
            if inside != was:
                part = (limit - last[axis]) / (here[axis] - last[axis])
                out.append((last[0] + part * (here[0] - last[0]), last[1] + part * (here[1] - last[1])))
            if inside:
                out.append(here)
    return out
