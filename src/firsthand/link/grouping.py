"""The order in which tellings find together: first what can carry an incident, then what may only join one."""

from collections.abc import Iterable
from itertools import chain

from firsthand.link.clusters import Bench, join, units
from firsthand.link.linkage import Cluster
from firsthand.link.pairs import Pairs
from firsthand.link.recall import attached


def grouped(bench: Bench, pairs: Pairs) -> list[Cluster]:
    """Every telling in one cluster. `pairs`: those that are worth comparing, left < right.

    Subjects of reports, told firmly, make the incidents. What is vague, told beside another subject or in a roundup joins one
    of them, alone or with its like, or makes one of its own, but never brings two together; so it is then with what is only
    recalled.
    """
    told, limits = bench.told, bench.scales.weights.limits
    news = [i for i, account in enumerate(told) if account.role == "main"]
    firm = _with_ruled((i for i in news if told[i].subject), range(len(told)), bench)
    clusters = join(firm, pairs, bench, limits.join)
    beside = _with_ruled([i for i in news if i not in firm], set(range(len(told))) - firm, bench)
    clusters, left = attached(clusters, units(beside, bench), pairs, bench, limits.join)
    rest = join(left, pairs, bench, limits.join)
    clusters, left = attached(clusters, rest, pairs, bench, limits.join)
    clusters += [cluster for cluster in rest if cluster[0] in left]
    recalled = set(range(len(told))) - firm - beside
    clusters, left = attached(clusters, units(recalled, bench), pairs, bench, limits.recall, limits.open)
    return sorted([*clusters, *join(left, pairs, bench, limits.recall)])


def _with_ruled(members: Iterable[int], free: Iterable[int], bench: Bench) -> set[int]:
    """Tellings, and those of the free ones that are one with them by a person's word."""
    chosen = set(members)
    return chosen.union(chain.from_iterable(one for one in units(free, bench) if chosen.intersection(one)))
