"""Groups, not chains: tellings join while they fit each other on average, never within a report or against a person's word."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from firsthand.link.accounts import Account
from firsthand.link.compare import Compared, compare, compare_from
from firsthand.link.linkage import Cluster, Fit, Linkage
from firsthand.link.pairs import Pairs
from firsthand.link.rulings import Rulings
from firsthand.link.scales import Scales
from firsthand.link.sides import Sides
from firsthand.model.hanging import roots

LARGE = 150
"""Tellings that hang together beyond which pairs that share no key are taken as `UNLIKE` instead of being compared."""
UNLIKE = -3000


class Bench:
    """Tellings and what is known of their pairs; pairs are compared once. `found` is a memory, nothing else changes."""

    def __init__(
        self, told: Sequence[Account], scales: Scales, rulings: Rulings, found: dict[tuple[int, int], Compared]
    ) -> None:
        self.told, self.scales, self.rulings, self.found = told, scales, rulings, found
        self._sides = Sides(told, scales)
        self._leading: tuple[Pairs, list[tuple[int, int]]] | None = None

    def pair(self, i: int, j: int) -> Compared:
        """The comparison of two tellings."""
        key = (i, j) if i < j else (j, i)
        known = self.found.get(key)
        if known is None:
            known = self.found[key] = compare(self._sides[key[0]], self._sides[key[1]], self.scales)
        return known

    def leads(self, i: int, j: int) -> bool:
        """Tell whether a pair (i < j) may bring two tellings together: it reaches what joining needs, and no rule bars it."""
        limits = self.scales.weights.limits
        needed = limits.join if self.told[i].role == self.told[j].role == "main" else limits.recall
        return self.reaches(i, j, needed) and not self.barred(i, j)

    def leading(self, pairs: Pairs) -> list[tuple[int, int]]:
        """Those of the pairs that lead: found once, since every step of grouping asks, and few of the pairs do."""
        if self._leading is None or self._leading[0] is not pairs:
            self._leading = pairs, [(i, j) for i, j in pairs if self.leads(i, j)]
        return self._leading[1]

    def reaches(self, i: int, j: int, threshold: int) -> bool:
        """Tell whether a pair reaches so many millibits. One that does not is mostly never asked for again, and is not kept."""
        if (i, j) in self.found:
            return self.found[i, j].millibits >= threshold
        compared = compare_from(self._sides[i], self._sides[j], self.scales, threshold)
        if compared is not None:
            self.found[i, j] = compared
        return compared is not None

    def parted(self, i: int, j: int) -> bool:
        """Tell whether no group may hold both tellings: one report tells them apart, or a person does."""
        a, b = self.told[i], self.told[j]
        if self.rulings.same(a.event, b.event):
            return False
        return a.report == b.report or self.rulings.different(a.event, b.event)

    def barred(self, i: int, j: int) -> bool:
        """Tell whether two tellings stay apart by themselves; a person's word goes before any rule."""
        if self.parted(i, j):
            return True
        a, b = self.told[i], self.told[j]
        return not self.rulings.same(a.event, b.event) and self.pair(i, j).veto is not None

    def bits(self, i: int, j: int) -> int:
        """Millibits of a pair among the pairs of two groups: what a rule keeps apart speaks against them."""
        return self.pair(i, j).millibits + (self.scales.weights.limits.barred if self.barred(i, j) else 0)


def join(members: Iterable[int], pairs: Pairs, bench: Bench, threshold: int) -> list[Cluster]:
    """Group tellings by average linkage over the pairs at hand; every member is in exactly one cluster."""
    chosen = sorted(set(members))
    inside = set(chosen)
    edges = [(i, j) for i, j in bench.leading(pairs) if i in inside and j in inside]
    ruled = _ruled(inside, bench)
    said: dict[int, list[tuple[int, int]]] = {}
    for pair in ruled:
        said.setdefault(pair[0], []).append(pair)
    found: list[Cluster] = []
    for component in _components(chosen, [*edges, *ruled]):
        start = _components(component, [pair for i in component for pair in said.get(i, ())])
        found += _agglomerate(start, bench, threshold, pairs) if len(start) > 1 else start
    return sorted(found)


def units(members: Iterable[int], bench: Bench) -> list[Cluster]:
    """Tellings, those together that are one by people's words."""
    chosen = sorted(set(members))
    return _components(chosen, _ruled(set(chosen), bench))


def _ruled(inside: set[int], bench: Bench) -> list[tuple[int, int]]:
    place = {bench.told[i].event: i for i in inside}
    pairs = [(place[a], place[b]) for a, b in bench.rulings.joined if a in place and b in place]
    return sorted((min(pair), max(pair)) for pair in pairs)


def _components(members: Sequence[int], edges: Iterable[tuple[int, int]]) -> list[Cluster]:
    """What hangs together by edges."""
    inside = set(members)
    root = roots((i, j) for i, j in edges if i in inside and j in inside)
    found: dict[int, list[int]] = {}
    for i in members:
        found.setdefault(root.get(i, i), []).append(i)
    return [tuple(sorted(cluster)) for _, cluster in sorted(found.items())]


def _agglomerate(start: Sequence[Cluster], bench: Bench, threshold: int, within: Pairs) -> list[Cluster]:
    """Average linkage from the clusters that a person's word makes; all cross pairs count unless there are too many."""
    size = sum(len(cluster) for cluster in start)
    home = {i: k for k, cluster in enumerate(start) for i in cluster}
    pairs = combinations(range(len(start)), 2) if size <= LARGE else _meeting(home, within, bench)
    fits = {(x, y): _fit(start[x], start[y], bench, within if size > LARGE else None) for x, y in pairs}
    return Linkage(start, fits, UNLIKE, bench.scales.weights["undated"]).run(threshold)


def _meeting(home: Mapping[int, int], within: Pairs, bench: Bench) -> list[tuple[int, int]]:
    """Clusters with a pair that was looked at, or that must be kept apart: told by one report, or by a person's word."""
    found = {(home[i], home[j]) for i in home for j in within.after(i) if j in home}
    of_report: dict[str, list[int]] = {}
    for i in home:
        of_report.setdefault(bench.told[i].report, []).append(i)
    found |= {(home[i], home[j]) for told in of_report.values() for i, j in combinations(told, 2)}
    place = {bench.told[i].event: i for i in home}
    found |= {(home[place[a]], home[place[b]]) for a, b in bench.rulings.parted if a in place and b in place}
    return sorted({(min(pair), max(pair)) for pair in found if pair[0] != pair[1]})


def mean(a: Cluster, b: Cluster, bench: Bench) -> int | None:
    """Millibits of two clusters over all cross pairs as linkage counts them; None where they may not be joined.

    One pair that is free of the guard of undated tellings frees the others.
    """
    fit, pairs = _fit(a, b, bench, None), len(a) * len(b)
    if fit is None or (fit.against and 2 * fit.against >= pairs):
        return None
    return fit.total // pairs + (0 if fit.free else bench.scales.weights["undated"])


def _fit(a: Cluster, b: Cluster, bench: Bench, within: Pairs | None) -> Fit | None:
    """Millibits over all cross pairs without the guard of undated tellings; None where a pair must not be in one group."""
    total, free, against = 0, False, 0
    for i in a:
        for j in b:
            if bench.parted(i, j):
                return None
            if within is not None and (min(i, j), max(i, j)) not in within:
                total += UNLIKE
            else:
                guard = sum(f.millibits for f in bench.pair(i, j).findings if f.feature == "undated")
                total += bench.bits(i, j) - guard
                free = free or not guard
                against += bench.barred(i, j)
    return Fit(total, free, against)
