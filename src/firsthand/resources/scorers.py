"""Learnt scorers: linear, small, readable. A scorer adds up the weights of the features that a candidate has."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from firsthand.errors import SetupError
from firsthand.model.base import digest, sha256

HEADER = "feature,millibits"
BIAS = "(bias)"


class Scorer:
    """Weights of features in 1/1000 bit: log2 of the odds that a candidate is right, as `make train` learnt it."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weights = dict(weights)
        self.bias = self._weights.pop(BIAS, 0)

    def score(self, features: Iterable[str]) -> int:
        """Millibits for a candidate with these features, each counted once; above 0 it is likelier right than wrong."""
        weights = self._weights
        return self.bias + sum(weights.get(feature, 0) for feature in set(features))

    def parts(self, features: Iterable[str]) -> list[tuple[str, int]]:
        """What each feature adds, the weightiest first; they sum to the score."""
        known = {f: self._weights[f] for f in features if f in self._weights}
        return [(BIAS, self.bias), *sorted(known.items(), key=lambda part: (-abs(part[1]), part[0]))]


class Scorers:
    """All scorers by name."""

    def __init__(self, tables: Mapping[str, bytes]) -> None:
        self._scorers = {name: Scorer(_read(name, raw)) for name, raw in tables.items()}
        self.digest = digest("scorers", *((name, sha256(raw)) for name, raw in sorted(tables.items())))

    @classmethod
    def open(cls, instead: Sequence[Path] = ()) -> "Scorers":
        """The scorers that come with the program; `instead`: CSV files or folders of them that take the place of those
        with the same name, the last of several. Errors: SetupError for a file that is not as it should be, or that replaces none.
        """
        tables = {_stem(f): f.read_bytes() for f in _tables(files("firsthand").joinpath("data/weights/scorers"))}
        for path in instead:
            others = scorers_in(path)
            unknown = sorted(set(others) - set(tables))
            if unknown:
                raise SetupError(
                    f"there is no scorer named {', '.join(unknown)}", hint=f"The scorers: {', '.join(sorted(tables))}."
                )
            tables |= others
        return cls(tables)

    def __getitem__(self, name: str) -> Scorer:
        """A scorer. Errors: KeyError for a name that none has."""
        return self._scorers[name]

    def __contains__(self, name: str) -> bool:
        return name in self._scorers


def _tables(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(".csv")), key=lambda f: f.name)


def _stem(file: Traversable) -> str:
    return file.name.removesuffix(".csv")


def scorers_in(path: Path) -> dict[str, bytes]:
    """The tables of a file or folder by name. Errors: SetupError where there is none."""
    found = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    try:
        tables = {f.stem: f.read_bytes() for f in found}
    except OSError as e:
        raise SetupError(f"the weights {path.name} cannot be read: {e.strerror}") from e
    if not tables:
        raise SetupError(
            f"the folder {path.name} holds no weights", hint="Weights are CSV files named for their scorer."
        )
    return tables


def _read(name: str, raw: bytes) -> dict[str, int]:
    """The weights of a table. Errors: SetupError for a line that is not of this shape."""
    lines = raw.decode("utf-8", errors="replace").splitlines()
    found: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        feature, _, weight = line.rpartition(",")
        if number == 1 and line == HEADER:
            continue
        if not feature or feature in found or not weight.removeprefix("-").isdigit() or not weight.isascii():
            raise SetupError(f"the weights of scorer {name!r} cannot be used: line {number}: {line[:60]!r}")
        found[feature] = int(weight)
    return found
