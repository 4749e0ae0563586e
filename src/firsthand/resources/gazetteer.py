"""The gazetteer: what places a name may mean. Compiled by tools/build_gazetteer.py, read through mmap.
The layout of its files is in `gazetteer_tables`.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple, Self

from firsthand.errors import SetupError
from firsthand.model.base import digest
from firsthand.model.place import Place
from firsthand.resources.gazetteer_fold import fold_mark, keys, other_keys, plain
from firsthand.resources.gazetteer_tables import (
    COLUMNS,
    KINDS,
    NOWHERE,
    OF_PLACE,
    RANKS,
    Rank,
    Tables,
    check,
    letters,
    opened,
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


class Hit(NamedTuple):
    """A spelling that meets a name: whose it is, how well it fits, and the key under which they met."""

    place: int
    rank: Rank
    key: str


def kilometres(a: float, b: float, c: float, d: float) -> float:
    """Great-circle distance in km of (lat a, lon b) and (lat c, lon d)."""
    p, q = math.radians(a), math.radians(c)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(d - b) / 2) ** 2
    return 2 * 6371.009 * math.asin(min(1.0, math.sqrt(h)))


class Gazetteer:
    """Places by name. Safe to share between readers: nothing in it changes but a memory of what was asked.

    The places that a user added stand behind those of the program: their numbers follow on.
    """

    def __init__(self, base: Tables, *added: Tables) -> None:
        self._parts = (base, *added)
        self._firsts = tuple(accumulate((part.size for part in self._parts[:-1]), initial=0))
        self._first_added = base.size
        self._replaced = frozenset(n for i in range(1, len(self._parts)) for n in self._replaced_by(i))
        self._columns = base.columns
        self._asked: dict[str, tuple[Found, ...]] = {}
        self._told: dict[int, Place] = {}
        self._countries: dict[str, int] = {}
        for number, (kind, code) in enumerate(zip(base.columns["kind"], base.columns["country"], strict=False)):
            if kind != 0:
                break
            self._countries[letters(code)] = number
        digests = [part.head["digest"] for part in self._parts]
        self.digest = digest("gazetteer", *digests) if added else digests[0]

    @classmethod
    def open(cls, folder: Path | None = None, *, added: Path | None = None) -> "Gazetteer":
        """The compiled gazetteer. `folder`: where its files lie. `added`: folder of the places that a user added.

        Errors: SetupError where files are missing, of another format, or made for another gazetteer.
        """
        base = opened(folder or Path(str(files("firsthand").joinpath("data/gazetteer"))), again="`make setup`")
        if added is None:
            return cls(base)
        more = opened(added, again="`firsthand gazetteer add` without a file")
        if (more.head.get("base"), more.head.get("fold")) != (base.head["digest"], fold_mark()):
            raise SetupError(
                f"the places in {added} were added to another version of the gazetteer",
                hint="Run `firsthand gazetteer add` without a file: it compiles them again.",
            )
        return cls(base, more)

    def beside(self, more: Tables) -> Self:
        """This gazetteer with further places, which stand behind all others."""
        return type(self)(*self._parts, more)

    def _replaced_by(self, later: int) -> Iterator[int]:
        """Places of earlier tables that a later one gives anew, by their GeoNames numbers."""
        for first, part in list(zip(self._firsts, self._parts, strict=True))[:later]:
            yield from (first + i for i in replaced(part, self._parts[later]))

    def __len__(self) -> int:
        return sum(part.size - 1 for part in self._parts)

    def is_added(self, number: int) -> bool:
        """Tell whether a user added this place."""
        return number >= self._first_added

    def at(self, number: int) -> tuple[Tables, int]:
        """The tables that hold a place, and its row there."""
        part = 0 if number < self._first_added else bisect_right(self._firsts, number) - 1
        return self._parts[part], number - self._firsts[part]

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

    @property
    def countries(self) -> Mapping[str, int]:
        """Place numbers of the countries by code."""
        return self._countries

    def units(self) -> dict[int, int]:
        """Place numbers of the provinces by their GeoNames numbers."""
        province, c = KINDS.index("province"), self._columns
        return {c["geonames"][i]: i for i, kind in enumerate(c["kind"]) if kind == province and c["geonames"][i]}

    def geonames_numbers(self) -> frozenset[int]:
        """The GeoNames numbers of the program's own places."""
        return frozenset(self._columns["geonames"])

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
        part, row = self.at(number)
        c = {name: values[row] for name, values in part.columns.items() if name in OF_PLACE}
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
        part, row = self.at(number)
        return part.name(row)

    def _look_up(self, name: str) -> tuple[Found, ...]:
        best: dict[int, Rank] = {}
        adjectives: dict[int, Rank] = {}
        for hit in self.hits(plain(name)):
            kept = adjectives if hit.rank is Rank.ADJECTIVE else best
            kept[hit.place] = min(hit.rank, kept.get(hit.place, Rank.ADJECTIVE))
        found = [self._found(i, rank) for i, rank in [*best.items(), *adjectives.items()]]
        return tuple(sorted(found, key=lambda f: (-f.weight + PENALTY[f.rank], f.id)))

    def hits(self, text: str) -> Iterator[Hit]:
        """Every spelling that meets `text`, a name in the form of `plain`; a place may come several times."""
        found = False
        for hit in self._meeting(text, keys(text)):
            found = True
            yield hit
        if not found:
            yield from self._meeting(text, other_keys(text))

    def _meeting(self, text: str, under: Iterable[str]) -> Iterator[Hit]:
        """Spellings that meet `text` under these keys."""
        spelling = check(text)
        for key in under:
            for first, part in zip(self._firsts, self._parts, strict=True):
                number = part.trie.get(key)
                if number is None:
                    continue
                ranks, checks, places, starts = (
                    part.columns[n] for n in ("post_rank", "post_check", "post_place", "post_start")
                )
                for i in range(starts[number], starts[number + 1]):
                    rank, where = RANKS[ranks[i]], first + places[i]
                    if where in self._replaced:
                        continue
                    if checks[i] != spelling:
                        if rank >= Rank.SHORT:
                            continue
                        rank = Rank.LOOSE
                    yield Hit(where, rank, key)

    def _found(self, number: int, rank: Rank) -> Found:
        part, row = self.at(number)
        c = part.columns
        kind, lat = KINDS[c["kind"][row]], c["lat"][row]
        somewhere = lat != NOWHERE
        return Found(
            number,
            rank,
            kind,
            letters(c["country"][row]),
            c["admin1"][row],
            c["admin2"][row],
            lat / 1e5 if somewhere else None,
            c["lon"][row] / 1e5 if somewhere else None,
            math.log10(max(c["population"][row], 100)) + BONUS.get(kind, 0.0),
        )


def replaced(base: Tables, added: Tables) -> Iterator[int]:
    """Places of the program that a user gave anew, by their GeoNames numbers."""
    given = frozenset(added.columns["geonames"]) - {0}
    if given:
        yield from (i for i, number in enumerate(base.columns["geonames"]) if number in given)


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
