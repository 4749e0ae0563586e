"""Mentions to incidents: which tellings of many reports are one incident, and why."""

from collections.abc import Iterable, Mapping, Sequence

from firsthand.link.accounts import Account, accounts, shared_texts
from firsthand.link.blocks import candidates
from firsthand.link.clusters import Bench, join
from firsthand.link.explain import match
from firsthand.link.linkage import Cluster
from firsthand.link.recall import recalled
from firsthand.link.rulings import Rulings
from firsthand.link.scales import scales
from firsthand.model.base import digest
from firsthand.model.extraction import Extraction
from firsthand.model.incident import Group, Telling
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision, Match
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights

__all__ = ["explain", "link", "strong_pairs"]


def link(
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision] = (),
    *,
    with_dates: bool = True,
) -> tuple[Group, ...]:
    """Every incident with its tellings and the matches that joined them, sorted by id.

    `extractions`, `dated` by report id. `with_dates` False: nothing is weighed that rests on a day, and only strong
    links join; for dating reports by what they share with others (see `strong_pairs`).
    """
    bench = _bench(extractions, dated, traced, kinds, weights, decisions, with_dates=with_dates)
    told, limits = bench.told, weights.limits
    pairs = candidates(told, bench.scales)
    for_news, for_recall = (limits.join, limits.recall) if with_dates else (limits.strong, limits.strong)
    news = join((i for i, a in enumerate(told) if a.role == "main"), pairs, bench, for_news)
    whole, left = recalled(news, pairs, bench, for_recall)
    groups = [*whole, *join(left, pairs, bench, for_recall)]
    kept = [cluster for cluster in groups if any(told[i].happened for i in cluster)]
    return tuple(sorted((_group(cluster, bench) for cluster in kept), key=lambda group: group.id))


def explain(
    left: str,
    right: str,
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision] = (),
) -> Match:
    """Why two events (by id) are thought one incident or not, whether they were joined or not.

    Errors: KeyError for an id that no report has, or that of something only planned or supposed.
    """
    bench = _bench(extractions, dated, traced, kinds, weights, decisions, with_dates=True)
    place = {account.event: i for i, account in enumerate(bench.told)}
    return _match(place[left], place[right], bench)


def strong_pairs(groups: Iterable[Group], weights: Weights) -> tuple[tuple[str, str, int], ...]:
    """Pairs of reports (left < right) that tell one incident as news, with the millibits of their best match, sorted.

    For groups that were linked without dates. A report that only recalls an incident says nothing of its own day.
    """
    best: dict[tuple[str, str], int] = {}
    for group in groups:
        news = {telling.event: telling.report for telling in group.tellings if telling.role == "main"}
        for found in group.matches:
            both_news = found.left in news and found.right in news
            if both_news and found.veto is None and found.millibits >= weights.limits.strong:
                left, right = sorted((news[found.left], news[found.right]))
                best[left, right] = max(found.millibits, best.get((left, right), found.millibits))
    return tuple((left, right, bits) for (left, right), bits in sorted(best.items()) if left != right)


def _bench(
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision],
    *,
    with_dates: bool,
) -> Bench:
    """Every telling of what happened or is denied, and what they are weighed with."""
    shared = shared_texts(traced.lineages)
    told = [a for a in accounts(extractions, dated, shared) if a.happened or a.denied]
    weighed = scales(told, extractions, shared, kinds, weights, with_dates=with_dates)
    return Bench(told, weighed, Rulings(decisions, told), {})


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
            nearest = max(others, key=lambda j: (bench.pair(i, j).millibits, -j))
            best.add((min(i, nearest), max(i, nearest)))
    return tuple(_match(i, j, bench) for i, j in sorted(best))


def _match(i: int, j: int, bench: Bench) -> Match:
    a, b = bench.told[i], bench.told[j]
    ruled = (
        "same"
        if bench.rulings.same(a.event, b.event)
        else "different"
        if bench.rulings.different(a.event, b.event)
        else None
    )
    return match(a, b, bench.pair(i, j), bench.scales.weights.limits.prior, ruled=ruled)
