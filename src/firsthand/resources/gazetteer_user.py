"""A user's own places: a CSV table, read with care, every mistake named by file and line with what to do about it.

The other form that can be given, a GeoNames country dump, is read by `gazetteer_dump`. Both become `UserPlace`s.
"""

import csv
import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from firsthand.errors import BadTable
from firsthand.resources.gazetteer_fold import loosen, plain

COLUMNS: Final = (
    "name", "country", "lat", "lon", "radius_km", "kind", "alternates", "admin1", "population", "geonames_id", "source"
)  # fmt: skip
NEEDED: Final = ("name", "country", "lat", "lon")
RADII: Final = {
    "settlement": 2.0, "quarter": 2.0, "base": 4.0, "camp": 3.0, "crossing": 3.0, "airport": 4.0, "site": 2.0
}  # fmt: skip
"""Radius in km of a place whose table gives none; kinds that are not here must be given one."""
AREAS: Final = ("region", "province", "district", "mountain", "desert", "river", "water", "island", "road")
PRECISIONS: Final = {
    "settlement": "settlement", "quarter": "settlement", "district": "district", "province": "province"
}  # fmt: skip
PEOPLE: Final = {"settlement": 1000, "quarter": 1000, "region": 5000, "province": 100_000, "district": 5000}
"""How likely a name means a place without a number of people, as people of a town that is as likely meant."""
LONGEST: Final = 60
WIDEST: Final = 2000.0
HIGHEST: Final = 50_000_000
SHOWN: Final = 12
"""So many mistakes are named; the rest is counted."""
LIMIT: Final = 100_000_000
"""Bytes of a table."""
HOW: Final = "docs/how-to/add-your-places.md tells what a line holds."


class UserPlace(NamedTuple):
    """A place as a user gives it. `admin1`: the name of its province, or the province's number in GeoNames."""

    name: str
    country: str
    lat: float
    lon: float
    radius_km: float
    kind: str
    alternates: tuple[str, ...]
    admin1: str
    population: int
    geonames_id: int
    source: str

    @property
    def precision(self) -> str:
        """Precision of its point, by kind and radius."""
        areas = "district" if self.radius_km <= 30 else "region"
        return PRECISIONS.get(self.kind, areas if self.kind in AREAS or self.radius_km > 15 else "site")

    @property
    def weight(self) -> int:
        """People, or an estimate for a place of its kind."""
        return self.population or PEOPLE.get(self.kind, 500)


class Mistakes:
    """What is wrong in a file, gathered so that all is told at once."""

    def __init__(self, path: Path) -> None:
        self._path, self._found = path, list[str]()

    def add(self, line: int, what: str) -> None:
        """Note a mistake of a line."""
        self._found.append(f"{self._path}, line {line}: {what}")

    def done(self) -> None:
        """Errors: BadTable where there is any."""
        if self._found:
            many = len(self._found)
            more = [f"and {many - SHOWN} more"] if many > SHOWN else []
            head = f"{'1 mistake' if many == 1 else f'{many} mistakes'} in the places that were given:"
            raise BadTable(
                "\n  ".join([head, *self._found[:SHOWN], *more]), hint=f"Mend each line that is named; {HOW}"
            )


def places_of(path: Path, countries: Iterable[str]) -> list[UserPlace]:
    """The places of a CSV table. `countries`: codes that there are. Errors: BadTable, with all its mistakes."""
    mistakes, known = Mistakes(path), frozenset(countries)
    out: list[UserPlace] = []
    seen: dict[tuple[str, str, float, float], int] = {}
    for line, row in rows(path):
        found = [what for _, what in faults(row, known)]
        for what in found:
            mistakes.add(line, what)
        if found:
            continue
        place = place_of(row)
        mark = (plain(place.name), place.country, place.lat, place.lon)
        if mark in seen:
            mistakes.add(line, f"{place.name!r} stands in line {seen[mark]} already; take one of them out")
        seen.setdefault(mark, line)
        out.append(place)
    mistakes.done()
    if not out:
        raise BadTable(f"{path} holds no place", hint=f"Write one place a line; {HOW}")
    return out


def rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a table by column, with the lines they end on. Errors: BadTable for a file that is no such table."""
    try:
        if path.stat().st_size > LIMIT:
            raise BadTable(f"{path} is larger than {LIMIT // 1_000_000} MB", hint="Cut it into several tables.")
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from parsed(path, file)
    except OSError as e:
        raise BadTable(f"{path} cannot be read: {e.strerror}", hint="Check the path that was given.") from e
    except UnicodeDecodeError as e:
        raise BadTable(f"{path} is not in UTF-8", hint="Save it as CSV in UTF-8.") from e


def parsed(path: Path, lines: Iterable[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Rows of the lines of a table. Errors: BadTable for a head without the columns, and for a broken row."""
    reader = csv.DictReader(lines, strict=True, restval="")
    try:
        head = [column.strip().lower() for column in reader.fieldnames or ()]
        check_head(path, head)
        reader.fieldnames = head
        for row in reader:
            beyond = row.get(None)  # what csv puts cells beyond the last column under
            cells = {column: (value or "").strip() for column, value in row.items() if isinstance(column, str)}
            yield reader.line_num, {**dict.fromkeys(COLUMNS, ""), **cells, "": ",".join(beyond or ())}
    except csv.Error as e:
        hint = "A cell that holds a comma or a quotation mark stands in quotation marks, and marks in it are doubled."
        raise BadTable(f"{path}, line {reader.line_num}: no row of a CSV table: {e}", hint=hint) from e


def check_head(path: Path, head: Sequence[str]) -> None:
    """Errors: BadTable for a head line without the columns, or with others."""
    if len(head) == 1 and ";" in head[0]:
        raise BadTable(f"{path}, line 1: the columns are parted by semicolons", hint="Part columns by commas.")
    if missing := [column for column in NEEDED if column not in head]:
        raise BadTable(
            f"{path}, line 1: there is no column `{missing[0]}`",
            hint=f"Begin with a line of columns: {', '.join(COLUMNS)}; the first four must be there.",
        )
    if unknown := [column for column in head if column not in COLUMNS]:
        raise BadTable(f"{path}, line 1: unknown column {unknown[0]!r}", hint=f"The columns are {', '.join(COLUMNS)}.")
    if len(set(head)) != len(head):
        raise BadTable(f"{path}, line 1: a column stands there twice", hint="Leave one of them.")


def faults(row: Mapping[str, str], countries: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a row: the column that it is in, and what with its remedy."""
    if row[""]:
        yield "", f"more cells than columns ({row['']!r}); put a cell that holds commas in quotation marks"
    for column, words in (("name", row["name"]), *(("alternates", part) for part in parts(row["alternates"]))):
        if what := unfit(words):
            yield column, f"{words!r} {what}"
    if row["country"] not in countries:
        yield "country", f"country {row['country']!r} is no code; give two capital letters as in ISO 3166"
    kind = row["kind"] or "settlement"
    if kind not in (*RADII, *AREAS):
        yield "kind", f"kind {kind!r} is not known; give one of {', '.join((*RADII, *AREAS))}"
    elif kind in AREAS and not row["radius_km"]:
        yield "kind", f"a {kind} needs a radius_km; give the distance from the point within which all of it lies"
    for column, low, high in (("lat", -90.0, 90.0), ("lon", -180.0, 180.0)):
        if number(row[column], low, high) is None:
            remedy = "give degrees with a decimal point"
            yield column, f"{column} {row[column]!r} is no number from {low:g} to {high:g}; {remedy}"
    if row["lat"] and number(row["lat"], 0, 0) is not None and number(row["lon"], 0, 0) is not None:
        yield "lat", "the point is 0, 0; give the place's own, or take the line out"
    if row["radius_km"] and number(row["radius_km"], 0.1, WIDEST) is None:
        yield "radius_km", f"radius_km {row['radius_km']!r} is no number from 0.1 to {WIDEST:g}; give kilometres"
    for column, most in (("population", HIGHEST), ("geonames_id", 2**32 - 1)):
        if row[column] and not (row[column].isascii() and row[column].isdigit() and int(row[column][:12]) <= most):
            yield (
                column,
                f"{column} {row[column]!r} is no whole number up to {most}; leave it empty where it is not known",
            )


def unfit(words: str) -> str | None:
    """Why these words cannot be a name, with the remedy; None where they can."""
    if not words:
        return "is no name; fill the column `name` or take the line out"
    if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn", "Cs") and c != "\u200c" for c in words):
        return "holds characters that cannot be seen; type it anew"
    if len(words) > LONGEST:
        return f"is longer than {LONGEST} characters; shorten it"
    if sum(c.isalpha() for c in words) < 2 or not loosen(plain(words)):
        return "has fewer than two letters and cannot be found in a text; give a longer name"
    return None


def number(cell: str, low: float, high: float) -> float | None:
    """The number of a cell, None where it is none between `low` and `high`."""
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if math.isfinite(value) and low <= value <= high and "_" not in cell else None


def parts(cell: str) -> tuple[str, ...]:
    """The names of a cell, parted by | or ;."""
    return tuple(part.strip() for part in cell.replace("|", ";").split(";") if part.strip())


def place_of(row: Mapping[str, str]) -> UserPlace:
    """The place of a row without faults."""
    kind, people = row["kind"] or "settlement", int(row["population"] or 0)
    reach = RADII.get(kind, 0.0)
    if kind == "settlement":
        # As for the towns of the program: a million people reach some 14 km.
        reach = round(max(reach, 0.014 * math.sqrt(people)), 1)
    return UserPlace(
        row["name"],
        row["country"],
        float(row["lat"]),
        float(row["lon"]),
        float(row["radius_km"]) if row["radius_km"] else reach,
        kind,
        tuple(w for w in parts(row["alternates"]) if plain(w) != plain(row["name"])),
        row["admin1"],
        people,
        int(row["geonames_id"] or 0),
        row["source"] or "user",
    )
