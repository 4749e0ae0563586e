"""Background tellings: each goes to the incident that it recalls, and never joins two or makes news of one."""

from collections.abc import Iterable, Sequence
from itertools import chain

from firsthand.link.clusters import Bench
from firsthand.link.linkage import Cluster


def recalled(
    news: Sequence[Cluster], pairs: Iterable[tuple[int, int]], bench: Bench, threshold: int
) -> tuple[list[Cluster], list[int]]:
    """The clusters with the background tellings that recall them, and those that recall none, ascending.

    A telling is held against all news tellings of a cluster; of two clusters that fit it goes to the better one. Of one
    report a cluster takes one telling.
    """
    home = {i: k for k, cluster in enumerate(news) for i in cluster}
    wanted = _wanted(home, pairs, bench)
    fits: list[tuple[int, int, int]] = []
    for i, clusters in wanted.items():
        for k in sorted(clusters):
            mean = fit(i, news[k], bench)
            if mean is not None and mean >= threshold:
                fits.append((-mean, i, k))
    whole = {k: list(cluster) for k, cluster in enumerate(news)}
    placed: set[int] = set()
    for _, i, k in sorted(fits):
        if i not in placed and not any(bench.parted(i, j) for j in whole[k]):
            whole[k].append(i)
            placed.add(i)
    left = [i for i, a in enumerate(bench.told) if a.role == "background" and i not in placed]
    return [tuple(sorted(cluster)) for _, cluster in sorted(whole.items())], left


def _wanted(home: dict[int, int], pairs: Iterable[tuple[int, int]], bench: Bench) -> dict[int, set[int]]:
    """Clusters that each background telling shares a key with, or belongs to by a person's word."""
    wanted: dict[int, set[int]] = {}
    place = {a.event: i for i, a in enumerate(bench.told)}
    ruled = [(place[a], place[b]) for a, b in bench.rulings.joined if a in place and b in place]
    for i, j in chain(pairs, ruled):
        for one, other in ((i, j), (j, i)):
            if bench.told[one].role == "background" and other in home:
                wanted.setdefault(one, set()).add(home[other])
    return wanted


def fit(i: int, cluster: Cluster, bench: Bench) -> int | None:
    """Mean millibits of a telling with a cluster, None where it may not join; by a person's word it fits beyond all."""
    told = bench.told
    if any(bench.rulings.same(told[i].event, told[j].event) for j in cluster):
        return 10**9
    if any(bench.parted(i, j) for j in cluster) or 2 * sum(bench.barred(i, j) for j in cluster) >= len(cluster):
        return None
    return sum(bench.bits(i, j) for j in cluster) // len(cluster)
