"""The two files of a gazetteer, written from its places: by tools/build_gazetteer.py, and for the places of a user.

The same places give the same bytes.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np

from firsthand.model.base import sha256
from firsthand.resources.gazetteer_fold import loosen, plain, without_ezafe
from firsthand.resources.gazetteer_tables import COLUMNS, FORMAT, KINDS, NOWHERE, Rank, check

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


class Written(NamedTuple):
    """How many spellings were written, and how many bytes."""

    spellings: int
    size: int


def postings(entries: Sequence[Entry]) -> dict[str, list[tuple[int, int, int]]]:
    """{loose key: [(place, rank, check of the exact spelling)]}, the best rank of a spelling only."""
    found: dict[tuple[str, int, int, bool], Rank] = {}
    for i, e in enumerate(entries):
        for words, rank in e.spellings:
            text = plain(words)
            for form in {text, without_ezafe(text)}:
                if key := loosen(form):
                    mark = (key, i, check(form), rank is Rank.ADJECTIVE)
                    found[mark] = min(rank, found.get(mark, Rank.ADJECTIVE))
    out: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for (key, i, spelling, _), rank in sorted(found.items()):
        out[key].append((i, int(rank), spelling))
    return out


def columns(
    entries: Sequence[Entry], listed: list[str], posted: dict[str, list[tuple[int, int, int]]]
) -> dict[str, bytes]:
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


class Laid(NamedTuple):
    """What the two files hold, and how many spellings."""

    names: bytes
    tables: bytes
    spellings: int


def laid_out(entries: Sequence[Entry], head: Mapping[str, str] | None = None) -> Laid:
    """The contents of both files. `entries`: the first stands for no place. `head`: what tables.bin is to say besides."""
    posted = postings(entries)
    trie = marisa_trie.Trie(sorted(posted))
    listed = [trie.restore_key(i) for i in range(len(trie))]
    held = trie.tobytes()
    parts = columns(entries, listed, posted)
    places, at = {}, 0
    for name in sorted(parts):
        at = (at + 7) // 8 * 8
        places[name] = [at, len(parts[name])]
        at += len(parts[name])
    marks = sha256(b"".join(parts[n] for n in sorted(parts)) + held)
    told = {"format": FORMAT, "digest": marks, "columns": places, **(head or {})}
    first = json.dumps(told, sort_keys=True).encode()
    body = bytearray(at)
    for name, (start, size) in places.items():
        body[start : start + size] = parts[name]
    whole = len(first).to_bytes(8, "little") + first + b" " * (-len(first) % 8) + bytes(body)
    return Laid(held, whole, len(parts["post_rank"]))


def write(target: Path, entries: Sequence[Entry], head: Mapping[str, str] | None = None) -> Written:
    """Write both files, each whole or not at all, so that who reads the older ones is not disturbed. Arguments: as `laid_out`."""
    made = laid_out(entries, head)
    target.mkdir(parents=True, exist_ok=True)
    for name, content in (("names.marisa", made.names), ("tables.bin", made.tables)):
        (target / f"{name}.partial").write_bytes(content)
    for name in ("names.marisa", "tables.bin"):
        (target / f"{name}.partial").replace(target / name)
    return Written(made.spellings, len(made.names) + len(made.tables))
