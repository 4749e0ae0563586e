"""Pairs of tellings, kept small: a record of 100,000 tellings has millions to look at."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
HALF = 32
MASK = (1 << HALF) - 1
AT_ONCE = 1 << 16


class Pairs(Collection[tuple[int, int]]):
    """Pairs of places (left < right), sorted, each held as one number of 8 bytes: a tuple in a set takes twenty times that."""

    def __init__(self, codes: Numbers) -> None:
        self._codes = codes

    @classmethod
    def of(cls, one: Numbers, other: Numbers) -> "Pairs":
        """The pairs of two rows of places, in any order and with repetitions."""
        codes = np.minimum(one, other) << HALF | np.maximum(one, other)
        codes.sort()
        return cls(codes[firsts(codes)])

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for start in range(0, len(self._codes), AT_ONCE):
            codes = self._codes[start : start + AT_ONCE]
            yield from zip((codes >> HALF).tolist(), (codes & MASK).tolist(), strict=True)

    def __contains__(self, pair: object) -> bool:
        if not isinstance(pair, tuple):
            return False
        code = pair[0] << HALF | pair[1]
        place = int(np.searchsorted(self._codes, code))
        return place < len(self._codes) and bool(self._codes[place] == code)

    def after(self, i: int) -> list[int]:
        """The larger places that `i` is paired with, ascending."""
        start, end = np.searchsorted(self._codes, (i << HALF, (i + 1) << HALF))
        found: list[int] = (self._codes[start:end] & MASK).tolist()
        return found


def firsts(sorted_: Numbers) -> Numbers:
    """Where each run of equal numbers begins."""
    changes = np.flatnonzero(sorted_[1:] != sorted_[:-1]) + 1
    return np.concatenate((np.zeros(min(1, len(sorted_)), dtype=np.int64), changes))
