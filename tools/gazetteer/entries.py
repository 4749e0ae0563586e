"""A place on its way into the tables, and how sources are opened."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from firsthand.resources.gazetteer_tables import Rank

DATA = Path(__file__).resolve().parents[2] / "src" / "firsthand" / "data"
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
