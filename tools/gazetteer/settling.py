"""What follows from all places together: middles of units, people in them, seats of countries, names shared with a unit."""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

from firsthand.resources.gazetteer import kilometres
from firsthand.resources.gazetteer_fold import plain
from firsthand.resources.gazetteer_tables import Rank
from firsthand.resources.gazetteer_writing import SETTLED, Entry
from tools.gazetteer.entries import rows

LOCAL = 30.0
"""Radius in km up to which a place of ours gets the province of the towns around it."""
NEAREST = 5
FEW = 3
"""Towns that are too few to tell how far a province reaches, unless it is a city of its own."""


def mean(values: Sequence[float]) -> float:
    """Exactly rounded mean: `sum` of floats differs between versions of Python."""
    return math.fsum(values) / len(values)


def centre(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Middle of the ground that `points` cover (each half-degree cell counts once), and a radius in km that holds nearly all."""
    cells = defaultdict(list)
    for lat, lon in points:
        cells[math.floor(lat * 2), math.floor(lon * 2)].append((lat, lon))
    means = [(mean([p[0] for p in c]), mean([p[1] for p in c])) for _, c in sorted(cells.items())]
    lat, lon = mean([m[0] for m in means]), mean([m[1] for m in means])
    away = sorted(kilometres(lat, lon, *p) for p in points)
    return lat, lon, max(10.0, away[min(len(away) - 1, int(len(away) * 0.97))] + 5)


def usual_radii(entries: Sequence[Entry]) -> dict[str, float]:
    """Radius in km of a province of middling size, by country: that of the whole by the root of their number."""
    count = Counter(e.country for e in entries if e.kind == "province")
    return {e.country: round(e.radius / math.sqrt(count[e.country] or 1), 1) for e in entries if e.kind == "country"}


def set_middles(entries: list[Entry]) -> None:
    """Give units and countries without a point of their own the middle of the places in them, and the number of people."""
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    place = {e.country: i for i, e in enumerate(entries) if e.kind == "country"}
    usual, cities = usual_radii(entries), set[int]()
    for e in entries:
        if e.kind == SETTLED and e.admin1 and plain(e.name) == plain(entries[e.admin1].name):
            cities.add(e.admin1)
        if e.kind != SETTLED or e.lat is None or e.lon is None:
            continue
        for holder in (e.admin1, e.admin2, place[e.country]):
            if holder or holder == place[e.country]:
                points[holder].append((e.lat, e.lon))
                people[holder] += e.population
    for i, e in enumerate(entries):
        if e.kind not in ("country", "province", "district"):
            continue
        e.population = people[i]
        if e.lat is None and points[i]:
            e.lat, e.lon, e.radius = centre(points[i])
            if e.kind == "province" and len(points[i]) <= FEW and i not in cities:
                e.radius = max(e.radius, usual[e.country])


def set_capitals(entries: list[Entry]) -> None:
    """Mark the seat of each country: the largest place of that name in it."""
    seats = {(r["code"], plain(r["capital"])) for r in rows("gazetteer_countries.csv") if r["capital"]}
    best: dict[tuple[str, str], Entry] = {}
    for e in entries:
        for words, _ in e.spellings if e.kind == SETTLED else ():
            if (mark := (e.country, plain(words))) in seats and (
                mark not in best or e.population > best[mark].population
            ):
                best[mark] = e
    for e in best.values():
        e.kind = "capital"


def show_exonyms(entries: list[Entry]) -> None:
    """Show a town (the largest of its name) and units as reports in English write them, by our own table."""
    named: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for e in entries:
        if e.kind in (SETTLED, "capital", "province", "district"):
            named[e.country, plain(e.name)].append(e)
    for r in rows("gazetteer_exonyms.csv"):
        same = named[r["country"], plain(r["geonames"])]
        if not same:
            print(f"note: no place {r['geonames']} in {r['country']} (for {r['name']})", file=sys.stderr)
        towns = sorted((e for e in same if e.kind in (SETTLED, "capital")), key=lambda e: (-e.population, e.geonames))
        for e in [*towns[:1], *(e for e in same if e.kind in ("province", "district"))]:
            e.name = r["name"]
            e.spellings.append((r["name"], Rank.PRIMARY))
            e.spellings += [(w, Rank.ALTERNATE) for w in r["alternates"].split("|") if w]


def raise_seats(entries: list[Entry]) -> None:
    """A town that shares a spelling with the unit around it owns that spelling as much as the unit does (Raqqa, Ar Raqqah)."""
    owned = {
        i: {plain(w) for w, rank in e.spellings if rank is Rank.PRIMARY}
        for i, e in enumerate(entries)
        if e.kind == "province"
    }
    for e in entries:
        if e.kind in (SETTLED, "capital") and e.admin1 and e.population >= 5000:
            e.spellings += [
                (w, Rank.PRIMARY) for w, rank in e.spellings if rank is Rank.ALTERNATE and plain(w) in owned[e.admin1]
            ]


def set_provinces(entries: list[Entry]) -> None:
    """Give places of our own table the province in which all towns near them lie."""
    towns: dict[tuple[str, int, int], list[Entry]] = defaultdict(list)
    for e in entries:
        if e.kind in (SETTLED, "capital") and e.geonames and e.lat is not None and e.lon is not None:
            towns[e.country, math.floor(e.lat), math.floor(e.lon)].append(e)
    for e in entries:
        if e.geonames or e.admin1 or not e.country or e.lat is None or e.lon is None or e.radius > LOCAL:
            continue
        row, column = math.floor(e.lat), math.floor(e.lon)
        cells = [(e.country, row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        near = sorted(
            (kilometres(e.lat, e.lon, t.lat or 0, t.lon or 0), t.admin1) for cell in cells for t in towns[cell]
        )
        held = {admin1 for away, admin1 in near[:NEAREST] if away <= e.radius + LOCAL}
        if len(held) == 1 and len(near) >= NEAREST:
            e.admin1 = held.pop()
