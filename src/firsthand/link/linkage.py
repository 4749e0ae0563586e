"""Average linkage over sums of cross pairs, with pairs that must never be joined."""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

Cluster = tuple[int, ...]
"""Members, ascending."""


class Fit(NamedTuple):
    """How two clusters fit: millibits over all cross pairs without the guard, and whether a pair of them is free of it.

    `against`: pairs of them that are ruled out by themselves. Where half are, they are not joined, though what grows from
    them may be.
    """

    total: int
    free: bool = True
    against: int = 0


Fits = Mapping[tuple[int, int], Fit | None]
"""Fits of pairs of clusters by their places, None where they are barred from each other."""
Entry = tuple[int, Cluster, Cluster, int, int]


class Linkage:
    """Clusters that are joined two at a time, the best fitting first. Ties go to the smaller members.

    `unlike`: what each cross pair counts between clusters that `fits` does not hold. `guard`: what counts against clusters of
    which every cross pair is guarded; one telling that is bound to a group by more than likeness frees the rest.
    """

    def __init__(self, start: Sequence[Cluster], fits: Fits, unlike: int, guard: int = 0) -> None:
        self._clusters = dict(enumerate(start))
        self._unlike, self._guard = unlike, guard
        self._near: dict[int, dict[int, Fit | None]] = {x: {} for x in self._clusters}
        for (x, y), fit in fits.items():
            self._near[x][y] = self._near[y][x] = fit
        self._heap: list[Entry] = [
            self._entry(x, y, fit) for (x, y), fit in fits.items() if fit and self._fitting(x, y, fit)
        ]
        heapify(self._heap)

    def run(self, threshold: int) -> list[Cluster]:
        """Join until no two clusters have a mean of `threshold` millibits or more."""
        while self._heap:
            mean, a, b, x, y = heappop(self._heap)
            if -mean < threshold:
                break
            # An entry for a cluster that has grown or gone since is out of date.
            if self._clusters.get(x) == a and self._clusters.get(y) == b:
                self._merge(x, y)
        return list(self._clusters.values())

    def _fitting(self, x: int, y: int, fit: Fit) -> bool:
        return x != y and (fit.against == 0 or 2 * fit.against < len(self._clusters[x]) * len(self._clusters[y]))

    def _entry(self, x: int, y: int, fit: Fit) -> Entry:
        a, b = self._clusters[x], self._clusters[y]
        if b < a:
            a, b, x, y = b, a, y, x
        mean = fit.total // (len(a) * len(b)) + (0 if fit.free else self._guard)
        return (-mean, a, b, x, y)

    def _merge(self, x: int, y: int) -> None:
        """Cluster `y` goes into `x`; who is barred from either is barred from both."""
        others = (self._near[x].keys() | self._near[y].keys()) - {x, y}
        summed = {z: self._sum(x, y, z) for z in sorted(others)}
        for z in self._near.pop(y):
            self._near[z].pop(y, None)
        self._clusters[x] = tuple(sorted(self._clusters[x] + self._clusters.pop(y)))
        self._near[x] = summed
        for z, fit in summed.items():
            self._near[z][x] = fit
            if fit is not None and self._fitting(x, z, fit):
                heappush(self._heap, self._entry(x, z, fit))

    def _sum(self, x: int, y: int, z: int) -> Fit | None:
        total, free, against = 0, False, 0
        for part in (x, y):
            pairs = len(self._clusters[part]) * len(self._clusters[z])
            known = self._near[part].get(z, Fit(self._unlike * pairs, False))
            if known is None:
                return None
            total += known.total
            free = free or known.free
            against += known.against
        return Fit(total, free, against)
