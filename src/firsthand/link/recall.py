"""Tellings that join what others have made an incident of: each goes to the one that it fits best, and never joins two."""

from collections.abc import Sequence

from firsthand.link.clusters import Bench, mean
from firsthand.link.linkage import Cluster
from firsthand.link.pairs import Pairs


def attached(
    clusters: Sequence[Cluster],
    units: Sequence[Cluster],
    pairs: Pairs,
    bench: Bench,
    threshold: int,
    margin: int = 0,
) -> tuple[list[Cluster], list[int]]:
    """The clusters with the units (tellings that a person's word holds together) that join them, and what joins none, ascending.

    A unit is held against all tellings of a cluster as it was; of two clusters that fit it goes to the better one, and to
    neither where the better one is not better by `margin`. Of one report a cluster takes one telling.
    """
    home = {i: k for k, cluster in enumerate(clusters) for i in cluster}
    fits: list[tuple[int, Cluster, int]] = []
    for unit, near in _near(units, home, pairs, bench):
        found = [
            (-fit, unit, k) for k in near if (fit := mean(unit, clusters[k], bench)) is not None and fit >= threshold
        ]
        found.sort()
        if len(found) < 2 or found[1][0] - found[0][0] >= margin:
            fits += found
    whole = {k: list(cluster) for k, cluster in enumerate(clusters)}
    placed: set[int] = set()
    for _, unit, k in sorted(fits):
        if unit[0] not in placed and not any(bench.parted(i, j) for i in unit for j in whole[k]):
            whole[k] += unit
            placed.update(unit)
    left = sorted(i for unit in units for i in unit if i not in placed)
    return [tuple(sorted(cluster)) for _, cluster in sorted(whole.items())], left


def _near(
    units: Sequence[Cluster], home: dict[int, int], pairs: Pairs, bench: Bench
) -> list[tuple[Cluster, list[int]]]:
    """Units with the clusters (by place) that one of their pairs leads to, both in order."""
    unit_of = {i: u for u, unit in enumerate(units) for i in unit}
    near: dict[int, set[int]] = {}
    for i, j in bench.leading(pairs):
        for one, other in ((i, j), (j, i)):
            if one in unit_of and other in home:
                near.setdefault(unit_of[one], set()).add(home[other])
    return [(units[u], sorted(found)) for u, found in sorted(near.items())]
