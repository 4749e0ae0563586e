"""How the sources of the gazetteer are opened."""

import csv
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "src" / "firsthand" / "data"


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
