"""Our own table of regions, bases, camps and crossings: every row is whole, honest about its bounds, and shadows no town."""

import csv
import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from firsthand.resources.gazetteer import Gazetteer, kilometres
from firsthand.resources.gazetteer_fold import plain
from firsthand.resources.gazetteer_tables import COLUMNS, KINDS, Rank

DATA = Path(__file__).resolve().parents[3] / "src" / "firsthand" / "data"
BOUNDS = {
    "continent": (1000, 9000),
    "water": (5, 9000),
    "river": (20, 2500),
    "desert": (15, 2500),
    "mountain": (3, 700),
    "road": (3, 800),
    "island": (2, 1200),
    "region": (1, 5000),
    "base": (1, 30),
    "camp": (1, 50),
    "crossing": (1, 40),
    "airport": (1, 15),
    "site": (1, 80),
    "quarter": (1, 12),
    "settlement": (2, 15),
}
"""Least and greatest radius in km of each kind."""
NEAR = 3.0
"""Degrees that a place may lie outside the box of its country's towns: deserts, islands and waters have none."""
KNOWN_TO_ALL = {"Rio Grande"}
"""Names that mean the row and not a town, wherever they are read."""
WIDE = 300
"""A box wider than this (degrees) belongs to a country on both sides of the date line."""


class Row(NamedTuple):
    """A row of the table."""

    name: str
    spellings: tuple[str, ...]
    kind: str
    country: str
    lat: float
    lon: float
    radius: float
    precision: str
    weight: int
    source: str


def rows() -> list[Row]:
    with (DATA / "gazetteer_regions.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(
                r["name"],
                (r["name"], *(w for w in r["alternates"].split("|") if w)),
                r["kind"],
                r["country"],
                float(r["lat"]),
                float(r["lon"]),
                float(r["radius_km"]),
                r["precision"],
                int(r["weight"]),
                r["source"],
            )
            for r in csv.DictReader(file)
        ]


ROWS = rows()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_there_are_enough_in_every_part_of_the_world() -> None:
    assert len(ROWS) >= 1500
    by_country = Counter(r.country for r in ROWS)
    for country in "SY IQ YE LB PS IR LY SD SS SO ET ML BF NE NG TD CD MZ UA RU AF PK IN MM PH CO HT".split():
        assert by_country[country] >= 10, country


def test_no_spelling_twice_in_a_country() -> None:
    seen = Counter((r.country, spelling) for r in ROWS for spelling in {plain(s) for s in r.spellings})
    assert [s for s, n in seen.items() if n > 1] == []


def test_every_row_is_whole() -> None:
    for r in ROWS:
        assert r.kind in KINDS, r
        assert r.precision in COLUMNS.precisions, r
        assert r.source.strip(), r
        assert r.weight >= 100, r
        assert all(2 < len(s) <= 60 and s == s.strip() for s in r.spellings if not s.isupper()), r


def test_radius_fits_the_kind_and_the_precision() -> None:
    for r in ROWS:
        least, most = BOUNDS[r.kind]
        assert least <= r.radius <= most, r
        if r.precision == "site":
            assert r.radius <= 30, r


def test_points_lie_in_or_near_their_country(gazetteer: Gazetteer) -> None:
    boxes = boxes_of(gazetteer)
    for r in ROWS:
        assert -90 <= r.lat <= 90, r
        assert -180 <= r.lon <= 180, r
        if r.country not in boxes:
            continue
        land = gazetteer.country(r.country)
        if land and land.lat and land.lon and kilometres(r.lat, r.lon, land.lat, land.lon) <= land.radius_km + 100:
            continue  # a desert without towns
        south, north, west, east = boxes[r.country]
        margin = NEAR + (2.5 if r.kind in ("water", "island") else 0)
        wide = margin / max(0.2, math.cos(math.radians(r.lat)))
        assert south - margin <= r.lat <= north + margin, r
        assert east - west > WIDE or west - wide <= r.lon <= east + wide, r


def boxes_of(gazetteer: Gazetteer) -> dict[str, tuple[float, float, float, float]]:
    """{country: south, north, west, east} of its towns, without the outermost of each hundred thousand."""
    columns = {name: np.asarray(gazetteer._columns[name]) for name in ("kind", "country", "lat", "lon", "geonames")}
    towns = np.isin(columns["kind"], [KINDS.index("settlement"), KINDS.index("capital")]) & (columns["geonames"] > 0)
    out = {}
    for code in np.unique(columns["country"][towns]):
        here = towns & (columns["country"] == code)
        lat, lon = columns["lat"][here] / 1e5, columns["lon"][here] / 1e5
        out[int(code).to_bytes(2, "big").decode()] = (lat.min(), lat.max(), lon.min(), lon.max())
    return out


def test_no_row_shadows_a_town_of_another_country(gazetteer: Gazetteer) -> None:
    """A name that a town elsewhere bears too must not outweigh it, where the row's own country is not spoken of."""
    shadowed = defaultdict(list)
    for r in ROWS:
        # Larger things are known by their name to everybody: Java before a town of that name.
        if r.weight > 50_000 or r.name in KNOWN_TO_ALL:
            continue
        for spelling in r.spellings:
            for f in gazetteer.find(spelling):
                town = f.kind in ("settlement", "capital") and f.rank is Rank.PRIMARY and f.weight >= math.log10(15_000)
                if town and f.country not in (r.country, "") and f.weight < math.log10(r.weight):
                    shadowed[r.name, r.country].append((spelling, f.country, round(f.weight, 1)))
    assert dict(shadowed) == {}
