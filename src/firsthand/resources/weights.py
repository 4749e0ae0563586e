"""What agreement and disagreement of two tellings weigh when incidents are linked."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import pairwise

import msgspec

from firsthand.errors import SetupError
from firsthand.model.base import Record, digest, sha256
from firsthand.model.match import Decision, LinkWeights, standing
from firsthand.resources.link_weights import parsed
from firsthand.resources.settings import Thresholds

Curve = tuple[tuple[int, int], ...]


class WeightsFile(Record, frozen=True, kw_only=True):
    """A link.toml: all bits in 1/1000, see the comments there for each value."""

    prior: int
    join: int
    recall: int
    barred: int
    open: int
    strong: int
    likely: int
    distinctive: int
    block: int
    neighbours: int
    candidates: int
    least: int
    others: int
    background: int
    alike: tuple[tuple[str, ...], ...]
    weights: dict[str, int]
    curves: dict[str, Curve]


class Weights:
    """Weights of features by name, in 1/1000 bit, and the limits of linking."""

    def __init__(self, file: WeightsFile, words: Mapping[str, int], digest: str) -> None:
        self.limits = file
        self.words = words
        """Reports of a thousand, in general, that hold a lemma; a lemma that is not here is rare."""
        self.digest = digest
        self._weights: Mapping[str, int] = file.weights
        self._curves: Mapping[str, Curve] = file.curves
        self._alike = tuple(frozenset(group) for group in file.alike)

    @classmethod
    def open(cls) -> "Weights":
        """The weights that come with the program: those set by hand, and what was learnt in their place.

        Errors: SetupError for a file that is not as it should be.
        """
        learnt = files("firsthand").joinpath("data/weights/link_learnt.toml")
        return cls.by_hand().changed(parsed(learnt.read_bytes(), learnt.name))

    @classmethod
    def by_hand(cls) -> "Weights":
        """Those set by hand, to which whatever is learnt is held. Errors: SetupError."""
        folder = files("firsthand").joinpath("data/weights")
        return cls.read(folder.joinpath("link.toml").read_bytes(), folder.joinpath("words.csv").read_bytes())

    @classmethod
    def read(cls, raw: bytes, words: bytes = b"") -> "Weights":
        """The weights of a TOML text and a table of words. Errors: SetupError where one is not of this shape."""
        try:
            file = msgspec.convert(tomllib.loads(raw.decode()), WeightsFile)
        except (msgspec.ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
            raise SetupError(f"the weights of linking cannot be used: {e}") from e
        for name, curve in file.curves.items():
            places = [place for place, _ in curve]
            if not curve or places != sorted(set(places)):
                raise SetupError(f"the weights of linking cannot be used: curve {name} does not rise")
        return cls(file, _words(words), sha256(raw + words))

    def decided(self, decisions: Iterable[Decision]) -> "Weights":
        """These, with the values of the last standing decision on weights in their place."""
        chosen = [d.weights for d in standing(decisions) if d.weights is not None]
        return self.changed(chosen[-1]) if chosen else self

    def within(self, thresholds: Thresholds) -> "Weights":
        """These, with the limits that a user set, in bits, in place of those."""
        given = {
            name: round(1000 * bits)
            for name, bits in (("join", thresholds.join), ("recall", thresholds.recall), ("open", thresholds.open))
            if bits is not None
        }
        if not given:
            return self
        file = msgspec.structs.replace(self.limits, **given)
        return Weights(file, self.words, digest("wgt", self.digest, given))

    def changed(self, learnt: LinkWeights) -> "Weights":
        """These, with other values for what `learnt` names."""
        file = msgspec.structs.replace(
            self.limits,
            prior=learnt.prior,
            weights={**self.limits.weights, **dict(learnt.weights)},
            curves={**self.limits.curves, **dict(learnt.curves)},
        )
        return Weights(file, self.words, digest("wgt", self.digest, learnt))

    def __getitem__(self, name: str) -> int:
        """Millibits of a feature. Errors: KeyError for one that the file does not hold."""
        return self._weights[name]

    def curve(self, name: str, at: int) -> int:
        """Millibits of a curve at `at`, straight between its points and flat beyond them."""
        points = self._curves[name]
        if at <= points[0][0]:
            return points[0][1]
        for (x, y), (u, v) in pairwise(points):
            if at <= u:
                return y + (v - y) * (at - x) // (u - x)
        return points[-1][1]

    def alike(self, a: str, b: str) -> bool:
        """Tell whether tellings of one incident use these kinds for each other."""
        return any(a in group and b in group for group in self._alike)


def _words(raw: bytes) -> dict[str, int]:
    """Lemmas and how many reports of a thousand hold them. Errors: SetupError for a line that is not of this shape."""
    found: dict[str, int] = {}
    for line in raw.decode().splitlines()[1:]:
        lemma, _, rate = line.rpartition(",")
        if not lemma or not rate.isdigit():
            raise SetupError(f"the table of words cannot be used: {line!r}")
        found[lemma] = int(rate)
    return found
