"""Average linkage over sums of cross pairs, with pairs that must never be joined."""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

Cluster = tuple[int, ...]
"""Members, ascending."""
Sums = Mapping[tuple[int, int], int | None]
"""Millibits over all cross pairs of two clusters by their places, None where they are barred from each other."""
Entry = tuple[int, Cluster, Cluster, int, int]


class Linkage:
    """Clusters that are joined two at a time, the best fitting first. Ties go to the smaller members.

    `unlike`: what each cross pair counts between clusters that `sums` does not hold.
    """

    def __init__(self, start: Sequence[Cluster], sums: Sums, unlike: int) -> None:
        self._clusters = dict(enumerate(start))
        self._unlike = unlike
        self._near: dict[int, dict[int, int | None]] = {x: {} for x in self._clusters}
        for (x, y), total in sums.items():
            self._near[x][y] = self._near[y][x] = total
        self._heap: list[Entry] = [self._entry(x, y, t) for (x, y), t in sums.items() if t is not None and x != y]
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

    def _entry(self, x: int, y: int, total: int) -> Entry:
        a, b = self._clusters[x], self._clusters[y]
        if b < a:
            a, b, x, y = b, a, y, x
        return (-(total // (len(a) * len(b))), a, b, x, y)

    def _merge(self, x: int, y: int) -> None:
        """Cluster `y` goes into `x`; who is barred from either is barred from both."""
        others = (self._near[x].keys() | self._near[y].keys()) - {x, y}
        summed = {z: self._sum(x, y, z) for z in sorted(others)}
        for z in self._near.pop(y):
            self._near[z].pop(y, None)
        self._clusters[x] = tuple(sorted(self._clusters[x] + self._clusters.pop(y)))
        self._near[x] = summed
        for z, total in summed.items():
            self._near[z][x] = total
            if total is not None:
                heappush(self._heap, self._entry(x, z, total))

    def _sum(self, x: int, y: int, z: int) -> int | None:
        total = 0
        for part in (x, y):
            known = self._near[part].get(z, self._unlike * len(self._clusters[part]) * len(self._clusters[z]))
            if known is None:
                return None
            total += known
        return total
