"""Tellings to groups: news by average linkage, then background to the incident it recalls, then what recalls none."""

from collections.abc import Iterable
from typing import NamedTuple

from firsthand.link.accounts import Account
from firsthand.link.clusters import Bench, join
from firsthand.link.linkage import Cluster
from firsthand.link.pairs import Pairs
from firsthand.link.recall import recalled
from firsthand.link.weighing import matched
from firsthand.model.base import digest
from firsthand.model.incident import Group, Telling
from firsthand.model.match import Match


class Grouped(NamedTuple):
    """`news`: clusters of news tellings alone; `clusters`: every telling in exactly one."""

    news: list[Cluster]
    clusters: list[Cluster]


def grouped(bench: Bench, pairs: Pairs) -> Grouped:
    """The tellings of the bench (by index) in clusters. `pairs`: those that are worth comparing, left < right."""
    limits = bench.scales.weights.limits
    news = join((i for i, a in enumerate(bench.told) if a.role == "main"), pairs, bench, limits.join)
    whole, left = recalled(news, pairs, bench, limits.recall)
    return Grouped(news, [*whole, *join(left, pairs, bench, limits.recall)])


def groups_of(clusters: Iterable[Cluster], bench: Bench) -> list[Group]:
    """The clusters of which something happened, as groups, sorted by id."""
    kept = (cluster for cluster in clusters if any(bench.told[i].happened for i in cluster))
    return sorted((_group(cluster, bench) for cluster in kept), key=lambda group: group.id)


def _group(cluster: Cluster, bench: Bench) -> Group:
    told = [bench.told[i] for i in cluster]
    tellings = tuple(sorted((_telling(a) for a in told), key=lambda t: (t.role != "main", t.report, t.event)))
    return Group(id=digest("inc", min(a.smallest for a in told)), tellings=tellings, matches=_matches(cluster, bench))


def _telling(account: Account) -> Telling:
    return Telling(report=account.report, event=account.event, mentions=account.mentions, role=account.role)


def _matches(cluster: Cluster, bench: Bench) -> tuple[Match, ...]:
    """For each telling the match with the one that it fits best."""
    best: set[tuple[int, int]] = set()
    for i in cluster:
        others = [j for j in cluster if j != i]
        if others:
            nearest = max(others, key=lambda j: (not bench.barred(i, j), bench.pair(i, j).millibits, -j))
            best.add((min(i, nearest), max(i, nearest)))
    return tuple(matched(i, j, bench) for i, j in sorted(best))
