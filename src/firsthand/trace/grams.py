"""Some words in a row as one number, the same on every machine."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
SEED = 5
"""Words in a row that must agree for two places to be lined up."""


def grams(codes: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """One number for each `size` words in a row; arithmetic modulo 2^64, the same on every machine."""
    if len(codes) < size:
        return np.empty(0, dtype=np.uint64)
    out = np.zeros(len(codes) - size + 1, dtype=np.uint64)
    for k in range(size):
        out = out * MULTIPLIER + codes[k : k + len(out)]
        out ^= out >> np.uint64(29)
    return out


class Seeds(NamedTuple):
    """The numbers of SEED words in a row: `at` by the word where they begin, and in order of size."""

    at: NDArray[np.uint64]
    ordered: NDArray[np.uint64]

    def shared(self, other: "Seeds") -> list[int]:
        """Where a number stands that the other has too."""
        if not len(self.at) or not len(other.at):
            return []
        place = np.searchsorted(other.ordered, self.at)
        place[place == len(other.ordered)] = 0
        return np.flatnonzero(other.ordered[place] == self.at).tolist()


def seeds(codes: NDArray[np.uint64]) -> Seeds:
    """The seeds of a text."""
    found = grams(codes, SEED)
    return Seeds(found, np.sort(found))
