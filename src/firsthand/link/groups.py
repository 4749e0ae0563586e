"""Clusters of tellings as the groups that leave linking: each with its matches, and what is left open of it."""

from collections.abc import Iterable, Mapping

from firsthand.link.accounts import Account
from firsthand.link.clusters import Bench
from firsthand.link.left_open import left_open, named
from firsthand.link.linkage import Cluster
from firsthand.link.pairs import Pairs
from firsthand.link.weighing import matched
from firsthand.model.incident import Group, Rival, Telling
from firsthand.model.match import Match


def groups_of(clusters: Iterable[Cluster], bench: Bench, pairs: Pairs) -> list[Group]:
    """The clusters of which something happened, as groups, sorted by id. `pairs`: those that are worth comparing."""
    kept = [cluster for cluster in clusters if any(bench.told[i].happened for i in cluster)]
    also = left_open(kept, pairs, bench)
    return sorted((_group(cluster, bench, also) for cluster in kept), key=lambda group: group.id)


def _group(cluster: Cluster, bench: Bench, also: Mapping[int, tuple[Rival, ...]]) -> Group:
    told = [_telling(bench.told[i], also.get(i, ())) for i in cluster]
    tellings = tuple(sorted(told, key=lambda t: (t.role != "main", t.report, t.event)))
    return Group(id=named(cluster, bench), tellings=tellings, matches=_matches(cluster, bench))


def _telling(account: Account, also: tuple[Rival, ...]) -> Telling:
    return Telling(report=account.report, event=account.event, mentions=account.mentions, role=account.role, also=also)


def _matches(cluster: Cluster, bench: Bench) -> tuple[Match, ...]:
    """For each telling the match with the one that it fits best."""
    best: set[tuple[int, int]] = set()
    for i in cluster:
        others = [j for j in cluster if j != i]
        if others:
            nearest = max(others, key=lambda j: (not bench.barred(i, j), bench.pair(i, j).millibits, -j))
            best.add((min(i, nearest), max(i, nearest)))
    return tuple(matched(i, j, bench) for i, j in sorted(best))
