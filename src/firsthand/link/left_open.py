"""Which tellings fit another incident about as well as the one they stand in, so that the record can say so."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.link.clusters import LARGE, Bench, mean
from firsthand.link.linkage import Cluster
from firsthand.link.pairs import Pairs
from firsthand.model.base import digest
from firsthand.model.incident import Rival

SHOWN = 3
"""So many other incidents of one telling are kept, the best fitting."""


def named(cluster: Cluster, bench: Bench) -> str:
    """The id of the incident that these tellings are."""
    return digest("inc", min(bench.told[i].smallest for i in cluster))


def left_open(clusters: Sequence[Cluster], pairs: Pairs, bench: Bench) -> Mapping[int, tuple[Rival, ...]]:
    """For each telling (by index) that may tell another incident: which, the best first.

    It may where it would join that incident and fits it by less than `limits.open` below its own. A person's word
    settles it.
    """
    home = {i: k for k, cluster in enumerate(clusters) for i in cluster}
    found: dict[int, list[Rival]] = {}
    for i, k in sorted(_wanted(clusters, home, pairs, bench)):
        rival = _rival(i, clusters[home[i]], clusters[k], bench)
        if rival is not None:
            found.setdefault(i, []).append(rival)
    return {i: tuple(sorted(many, key=lambda one: (-one.millibits, one.incident)))[:SHOWN] for i, many in found.items()}


def _wanted(clusters: Sequence[Cluster], home: Mapping[int, int], pairs: Pairs, bench: Bench) -> set[tuple[int, int]]:
    """Tellings, each with the place of another cluster that one of its pairs would lead it into."""
    wanted: set[tuple[int, int]] = set()
    for i, j in bench.leading(pairs):
        if home.get(i, -1) != home.get(j, -1) and i in home and j in home:
            for one, other in ((i, j), (j, i)):
                if _needed(one, clusters[home[other]], bench) is not None:
                    wanted.add((one, home[other]))
    return wanted


def _needed(one: int, cluster: Cluster, bench: Bench) -> int | None:
    """The mean from which a telling joins a cluster; None for news and what is only recalled, which waits for the news."""
    limits = bench.scales.weights.limits
    if bench.told[one].role == "background":
        return limits.recall
    return limits.join if any(bench.told[i].role == "main" for i in cluster) else None


def _rival(one: int, own: Cluster, other: Cluster, bench: Bench) -> Rival | None:
    others = tuple(i for i in own if i != one)
    if any(bench.rulings.same(bench.told[one].event, bench.told[i].event) for i in others):
        return None
    fit, needed = _fit(one, other, bench), _needed(one, other, bench)
    if fit is None or needed is None or fit < needed:
        return None
    here = _fit(one, others, bench) if others else None
    if here is not None and here - fit >= bench.scales.weights.limits.open:
        return None
    return Rival(incident=named(other, bench), millibits=fit, own=here)


def _fit(one: int, cluster: Cluster, bench: Bench) -> int | None:
    """How a telling fits the news of a cluster, or what recalls it where there is none; of very many, the first."""
    if any(bench.parted(one, i) for i in cluster):
        return None
    return mean((one,), tuple(_carrying(cluster, bench))[:LARGE], bench)


def _carrying(cluster: Cluster, bench: Bench) -> Iterator[int]:
    news = [i for i in cluster if bench.told[i].role == "main"]
    yield from news or cluster
