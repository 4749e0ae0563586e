"""Which reports carry a number (a fingerprint, a pair of words): found fast in any number of reports, added to one at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Owners = NDArray[np.int32]


@dataclass(frozen=True)
class Rows:
    """The carriers of some keys, a row for each key: keys[n] has owners[bounds[n]:bounds[n + 1]], ascending."""

    keys: Keys
    owners: Owners
    bounds: NDArray[np.int64]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many carry each key."""
        return np.diff(self.bounds)

    def of(self, which: NDArray[np.bool_]) -> "Rows":
        """Only some of the rows."""
        bounds = np.concatenate(([0], np.cumsum(self.sizes[which])))
        return Rows(self.keys[which], self.owners[np.repeat(which, self.sizes)], bounds)

    def each(self) -> Iterator[tuple[int, list[int]]]:
        """Each key with its carriers."""
        for n, key in enumerate(self.keys.tolist()):
            yield key, self.owners[self.bounds[n] : self.bounds[n + 1]].tolist()

    def beside(self) -> Iterator[tuple[int, Owners]]:
        """Each carrier, ascending, with the carriers of all its keys: itself, and others as often as they share one."""
        home = np.repeat(np.arange(len(self.keys)), self.sizes)
        order = np.argsort(self.owners, kind="stable")
        owners, home = self.owners[order], home[order]
        edges = np.flatnonzero(np.diff(owners, prepend=-1, append=-1)) if len(owners) else np.empty(0, dtype=np.int64)
        for first, last in pairwise(edges.tolist()):
            mine = home[first:last]
            yield int(owners[first]), self.owners[_ranges(self.bounds[mine], self.bounds[mine + 1])]


class Postings:
    """Runs of (key, owner) in order of the key, each more than twice as long as the next: a key is looked up in all of
    them, and a report that is added is merged with the shortest ones."""

    def __init__(self) -> None:
        self._runs: list[tuple[Keys, Owners]] = []

    @classmethod
    def of(cls, keys: Sequence[Keys]) -> Self:
        """Of many reports at once; the owner of keys[n] is n."""
        made = cls()
        if keys:
            made._runs = [_ordered(np.concatenate(keys), _owners(keys))]
        return made

    def add(self, owner: int, keys: Keys) -> None:
        """A report with its keys, each of them once."""
        self._runs.append(_ordered(keys, np.full(len(keys), owner, dtype=np.int32)))
        while len(self._runs) > 1 and len(self._runs[-2][0]) <= 2 * len(self._runs[-1][0]):
            (a, b), (c, d) = self._runs[-2:]
            self._runs[-2:] = [_ordered(np.concatenate((a, c)), np.concatenate((b, d)))]

    def find(self, keys: Keys) -> tuple[NDArray[np.int64], Owners]:
        """For every carrier of one of the keys: which key (by its index), and who."""
        which, who = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int32)]
        for values, owners in self._runs:
            first, last = np.searchsorted(values, keys, "left"), np.searchsorted(values, keys, "right")
            which.append(np.repeat(np.arange(len(keys)), last - first))
            who.append(owners[_ranges(first, last)])
        return np.concatenate(which), np.concatenate(who)


def rows(keys: Sequence[Keys]) -> Rows:
    """The keys that two or more of these reports carry; the owner of keys[n] is n."""
    if not keys:
        return Rows(np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int32), np.zeros(1, dtype=np.int64))
    values, owners = _ordered(np.concatenate(keys), _owners(keys))
    first = np.concatenate(([True], values[1:] != values[:-1])) if len(values) else np.empty(0, dtype=np.bool_)
    sizes = np.diff(np.append(np.flatnonzero(first), len(values)))
    shared = np.repeat(sizes > 1, sizes)
    bounds = np.concatenate(([0], np.cumsum(sizes[sizes > 1])))
    return Rows(values[first][sizes > 1], owners[shared], bounds)


def _ranges(first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers first..last (half-open) of each pair, one after the other."""
    sizes = last - first
    found: NDArray[np.int64] = np.arange(sizes.sum()) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)
    return found


def _owners(keys: Sequence[Keys]) -> Owners:
    return np.repeat(np.arange(len(keys), dtype=np.int32), [len(k) for k in keys])


def _ordered(keys: Keys, owners: Owners) -> tuple[Keys, Owners]:
    order = np.argsort(keys, kind="stable")
    return keys[order], owners[order]
