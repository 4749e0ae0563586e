"""The gazetteer: what places a name may mean. Compiled by tools/build_gazetteer.py, read through mmap.
The layout of its files is in `gazetteer_tables`.
"""

import json
import math
import mmap
import sys
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

import marisa_trie

from firsthand.errors import SetupError
from firsthand.model.place import Place
from firsthand.resources.gazetteer_fold import keys, plain
from firsthand.resources.gazetteer_tables import (
    COLUMNS,
    FORMAT,
    KINDS,
    NOWHERE,
    OF_PLACE,
    RANKS,
    Rank,
    check,
    column,
    letters,
)

REMEMBERED: Final = 50_000


class Found(NamedTuple):
    """One place that a name may mean. `lat` None: no point. `admin1`, `admin2`, `id`: places of the tables, 0 for none.

    `weight`: how likely the name means it in general, as log10 of people (own estimate for places without inhabitants).
    """

    id: int
    rank: Rank
    kind: str
    country: str
    admin1: int
    admin2: int
    lat: float | None
    lon: float | None
    weight: float


def kilometres(a: float, b: float, c: float, d: float) -> float:
    """Great-circle distance in km of (lat a, lon b) and (lat c, lon d)."""
    p, q = math.radians(a), math.radians(c)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(d - b) / 2) ** 2
    return 2 * 6371.009 * math.asin(min(1.0, math.sqrt(h)))


class Gazetteer:
    """Places by name. Safe to share between readers: nothing in it changes but a memory of what was asked."""

    def __init__(self, trie: marisa_trie.Trie, columns: dict[str, memoryview], names: memoryview, digest: str) -> None:
        self._trie = trie
        self._columns = columns
        self._names = names
        self._asked: dict[str, tuple[Found, ...]] = {}
        self._told: dict[int, Place] = {}
        self._countries: dict[str, int] = {}
        for number, (kind, code) in enumerate(zip(columns["kind"], columns["country"], strict=False)):
            if kind != 0:
                break
            self._countries[letters(code)] = number
        self.digest = digest

    @classmethod
    def open(cls, folder: Path | None = None) -> "Gazetteer":
        """The compiled gazetteer. `folder`: where its files lie. Errors: SetupError where it is missing or of another format."""
        at = folder or Path(str(files("firsthand").joinpath("data/gazetteer")))
        try:
            with (at / "tables.bin").open("rb") as file:
                held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            trie = marisa_trie.Trie().mmap(str(at / "names.marisa"))
        except (OSError, ValueError, RuntimeError) as e:
            raise SetupError(
                f"the gazetteer is not there ({e})", hint="Run `make setup`: it compiles the gazetteer."
            ) from e
        if sys.byteorder != "little":
            raise SetupError(
                "the gazetteer is written for little-endian machines", hint="Use an x86-64 or ARM machine."
            )
        size = int.from_bytes(held[:8], "little")
        try:
            head = json.loads(held[8 : 8 + size])
        except ValueError as e:
            raise SetupError("the gazetteer is damaged", hint="Run `make setup` again.") from e
        if head.get("format") != FORMAT:
            raise SetupError(
                f"the gazetteer is of another format: {head.get('format')}", hint="Run `make setup` again."
            )
        body, view = 8 + (size + 7) // 8 * 8, memoryview(held)
        parts = {name: view[body + start : body + start + long] for name, (start, long) in head["columns"].items()}
        names = parts.pop("names")
        return cls(trie, {n: column(p, COLUMNS.types[n]) for n, p in parts.items()}, names, head["digest"])

    def __len__(self) -> int:
        return len(self._columns["kind"]) - 1

    def find(self, name: str) -> tuple[Found, ...]:
        """Every place `name` may mean, best first: the exact spelling before others, then the heavier place. () where unknown."""
        known = self._asked.get(name)
        if known is None:
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            known = self._asked[name] = self._look_up(name)
        return known

    def places(self, name: str) -> tuple[Found, ...]:
        """`find` without adjectives and abbreviations."""
        return tuple(f for f in self.find(name) if f.rank < Rank.SHORT)

    def adjective(self, word: str) -> Found | None:
        """The country or region that an adjective or a name of its people belongs to ("Syrian", "Afghans")."""
        return next((f for f in self.find(word) if f.rank is Rank.ADJECTIVE), None)

    def abbreviated(self, word: str) -> Found | None:
        """The state or province that "Tex.", "Ont." or "TX" stands for."""
        return next((f for f in self.find(word) if f.rank is Rank.SHORT), None)

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        at = self.country_id(code)
        return self.place(at) if at else None

    def country_id(self, code: str) -> int:
        """Place number of a country, 0 where there is none."""
        return self._countries.get(code, 0) if code else 0

    def candidates(self, name: str, *, limit: int = 10, country: str | None = None) -> tuple[Place, ...]:
        """The places that `name` may mean, best first. `country`: only those in it (ISO alpha-2)."""
        fit = [f for f in self.places(name) if country is None or f.country == country]
        return tuple(self.place(f.id) for f in fit[:limit])

    def place(self, number: int) -> Place:
        """Everything about a place of the tables."""
        known = self._told.get(number)
        if known is None:
            if len(self._told) >= REMEMBERED:
                self._told.clear()
            known = self._told[number] = self._tell(number)
        return known

    def _tell(self, number: int) -> Place:
        c = {name: values[number] for name, values in self._columns.items() if name in OF_PLACE}
        code = letters(c["country"]) or None
        somewhere = c["lat"] != NOWHERE
        admin1 = c["admin1"] or (number if KINDS[c["kind"]] == "province" else 0)
        holders = [self.name(a) for a in (c["admin2"], c["admin1"]) if a]
        if code and c["kind"] != 0 and (land := self.country_id(code)):
            holders.append(self.name(land))
        return Place(
            name=self.name(number),
            lat=c["lat"] / 1e5 if somewhere else None,
            lon=c["lon"] / 1e5 if somewhere else None,
            radius_km=c["radius"] / 10 if somewhere else 0,
            precision=COLUMNS.precisions[c["precision"]],
            admin1=self.name(admin1) if admin1 else None,
            country=code,
            geonames_id=c["geonames"] or None,
            within=tuple(holders),
        )

    def name(self, number: int) -> str:
        """Name to show."""
        starts = self._columns["name_start"]
        return bytes(self._names[starts[number] : starts[number + 1]]).decode()

    def _look_up(self, name: str) -> tuple[Found, ...]:
        best: dict[int, Rank] = {}
        adjectives: dict[int, Rank] = {}
        text = plain(name)
        spelling = check(text)
        ranks, checks, places, starts = (
            self._columns[n] for n in ("post_rank", "post_check", "post_place", "post_start")
        )
        for key in keys(text):
            number = self._trie.get(key)
            if number is None:
                continue
            for i in range(starts[number], starts[number + 1]):
                rank = RANKS[ranks[i]]
                if checks[i] != spelling:
                    if rank >= Rank.SHORT:
                        continue
                    rank = Rank.LOOSE
                where, kept = places[i], adjectives if rank is Rank.ADJECTIVE else best
                kept[where] = min(rank, kept.get(where, Rank.ADJECTIVE))
        found = [self._found(i, rank) for i, rank in [*best.items(), *adjectives.items()]]
        return tuple(sorted(found, key=lambda f: (-f.weight + PENALTY[f.rank], f.id)))

    def _found(self, number: int, rank: Rank) -> Found:
        c = self._columns
        kind, lat = KINDS[c["kind"][number]], c["lat"][number]
        somewhere = lat != NOWHERE
        return Found(
            number,
            rank,
            kind,
            letters(c["country"][number]),
            c["admin1"][number],
            c["admin2"][number],
            lat / 1e5 if somewhere else None,
            c["lon"][number] / 1e5 if somewhere else None,
            math.log10(max(c["population"][number], 100)) + BONUS.get(kind, 0.0),
        )


PENALTY: Final = {
    Rank.PRIMARY: 0.0,
    Rank.ALTERNATE: 1.0,
    Rank.STRIPPED: 1.5,
    Rank.LOOSE: 2.5,
    Rank.SHORT: 4.0,
    Rank.ADJECTIVE: 9.0,
}
BONUS: Final = {"country": 2.0, "capital": 1.0, "province": -0.6, "district": -1.6}
"""In powers of ten. A bare name rather means the town than the unit named after it, and a country before all."""
