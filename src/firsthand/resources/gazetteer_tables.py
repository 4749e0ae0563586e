"""How the tables of the gazetteer are laid out: what tools/build_gazetteer.py writes and `resources.gazetteer` reads.

Two files. names.marisa: a trie of folded names (`gazetteer_fold.loose`). tables.bin: 8 bytes with the length of a JSON head
{"format", "digest", "columns": {name: [start, size]}}, the head, then little-endian columns, one value a place; the columns
post_* hold one value a spelling, post_start one a folded name. Sources: data/gazetteer_SOURCES.md.
"""

import json
import mmap
import sys
import zlib
from enum import IntEnum
from pathlib import Path
from typing import Final, NamedTuple

import marisa_trie

from firsthand.errors import SetupError
from firsthand.model.place import Precision

FORMAT: Final = "firsthand-gazetteer/1"
NOWHERE: Final = -(2**31)
KINDS: Final = (
    "country",
    "province",
    "district",
    "settlement",
    "capital",
    "region",
    "continent",
    "desert",
    "mountain",
    "river",
    "water",
    "island",
    "base",
    "camp",
    "crossing",
    "airport",
    "site",
    "quarter",
    "road",
)
"""What a place is. Province and district: units of the first and second level. Region: any other area."""


class Rank(IntEnum):
    """How well a spelling fits, best first."""

    PRIMARY = 0
    ALTERNATE = 1
    STRIPPED = 2  # "Rapides" for Rapides Parish
    LOOSE = 3  # the same name in another transliteration
    SHORT = 4  # "Tex.": a place only beside another one
    ADJECTIVE = 5  # "Syrian", "Syrians"


RANKS: Final = tuple(Rank)


class Columns(NamedTuple):
    """Types of the columns, as numpy writes them, and the codes of `precision`."""

    types: dict[str, str]
    precisions: tuple[Precision, ...]


COLUMNS: Final = Columns(
    types={
        "kind": "<u1",
        "precision": "<u1",
        "country": "<u2",
        "admin1": "<u2",
        "admin2": "<u2",
        "lat": "<i4",
        "lon": "<i4",
        "radius": "<u2",
        "population": "<u4",
        "geonames": "<u4",
        "name_start": "<u4",
        "post_start": "<u4",
        "post_place": "<u4",
        "post_rank": "<u1",
        "post_check": "<u2",
    },
    precisions=("country", "region", "province", "district", "settlement", "site"),
)


OF_PLACE: Final = frozenset(
    ("kind", "precision", "country", "admin1", "admin2", "lat", "lon", "radius", "population", "geonames")
)


def check(spelling: str) -> int:
    """16 bits that tell spellings (in the form of `plain`) under one key apart."""
    return zlib.crc32(spelling.encode()) & 0xFFFF


def letters(code: int) -> str:
    """The two letters of a country as its column holds them, "" for none."""
    return code.to_bytes(2, "big").decode() if code else ""


def column(part: memoryview, kind: str) -> memoryview:
    """A column as numbers, read in place."""
    if kind == "<u1":
        return part.cast("B")
    if kind == "<u2":
        return part.cast("H")
    return part.cast("i") if kind == "<i4" else part.cast("I")


class Tables(NamedTuple):
    """The two files of one gazetteer, open. `head`: what tables.bin says of itself."""

    trie: marisa_trie.Trie
    columns: dict[str, memoryview]
    names: memoryview
    head: dict[str, str]

    @property
    def size(self) -> int:
        """How many places, with the first that stands for none."""
        return len(self.columns["kind"])

    def name(self, number: int) -> str:
        """Name to show."""
        starts = self.columns["name_start"]
        return bytes(self.names[starts[number] : starts[number + 1]]).decode()


def opened(folder: Path, *, again: str) -> Tables:
    """The tables of a folder, mapped and not read. `again`: what makes them anew. Errors: SetupError."""
    try:
        with (folder / "tables.bin").open("rb") as file:
            held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        trie = marisa_trie.Trie().mmap(str(folder / "names.marisa"))
    except (OSError, ValueError, RuntimeError) as e:
        raise SetupError(f"the gazetteer is not there ({e})", hint=f"Run {again}: it compiles the gazetteer.") from e
    return tables_of(trie, held, again=again)


def tables_of(trie: marisa_trie.Trie, held: mmap.mmap | bytes, *, again: str) -> Tables:
    """The tables of what both files hold. `again`: what makes them anew. Errors: SetupError."""
    if sys.byteorder != "little":
        raise SetupError("the gazetteer is written for little-endian machines", hint="Use an x86-64 or ARM machine.")
    size = int.from_bytes(held[:8], "little")
    try:
        head = json.loads(held[8 : 8 + size])
    except ValueError as e:
        raise SetupError("the gazetteer is damaged", hint=f"Run {again}.") from e
    if head.get("format") != FORMAT:
        raise SetupError(f"the gazetteer is of another format: {head.get('format')}", hint=f"Run {again}.")
    body, view = 8 + (size + 7) // 8 * 8, memoryview(held)
    parts = {name: view[body + start : body + start + long] for name, (start, long) in head.pop("columns").items()}
    names = parts.pop("names")
    return Tables(trie, {n: column(p, COLUMNS.types[n]) for n, p in parts.items()}, names, head)
