"""Mentions to incidents: which tellings of many reports are one incident, and why."""

from collections.abc import Mapping, Sequence
from itertools import chain

from firsthand.link.accounts import shared_texts, tellings
from firsthand.link.bench import bench_of
from firsthand.link.blocks import candidates
from firsthand.link.doubts import doubts
from firsthand.link.grouping import grouped
from firsthand.link.groups import groups_of
from firsthand.link.index import Index
from firsthand.link.linkage import Cluster
from firsthand.link.scales import Yardstick, counted
from firsthand.link.weighing import weighing
from firsthand.model.extraction import Extraction
from firsthand.model.incident import Group
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision, Weighing
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights

__all__ = ["Index", "doubts", "explain", "index_of", "likely_pairs", "link"]


def link(
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision] = (),
    yardstick: Yardstick | None = None,
) -> tuple[Group, ...]:
    """Every incident with its tellings and the matches that joined them, sorted by id.

    `extractions`, `dated` by report id. `yardstick`: how rare terms are; without one it is counted over these reports.
    """
    bench = bench_of(extractions, dated, traced, kinds, weights, decisions, with_dates=True, yardstick=yardstick)
    pairs = candidates(bench.told, bench.scales)
    return tuple(groups_of(grouped(bench, pairs), bench, pairs))


def explain(
    left: Sequence[str],
    right: Sequence[str],
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision] = (),
) -> Weighing:
    """Why two groups of events (by id) are thought one incident or not, whether they were joined or not.

    Errors: KeyError where none of a group is told by any report, or all of it is only planned or supposed; ValueError where
    both groups are one event.
    """
    bench = bench_of(extractions, dated, traced, kinds, weights, decisions, with_dates=True)
    place = {account.event: i for i, account in enumerate(bench.told)}
    return weighing(_known(left, place), _known(right, place), bench)


def _known(events: Sequence[str], place: Mapping[str, int]) -> Cluster:
    found = tuple(sorted({place[event] for event in events if event in place}))
    if not found:
        raise KeyError(", ".join(events))
    return found


def index_of(
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision] = (),
) -> Index:
    """The groups of `link`, ready to take in further reports and decisions by the yardstick of these reports."""
    shared = shared_texts(traced.lineages)
    told = tellings(extractions, dated, shared)
    made = Index(kinds, weights, counted(told, extractions, shared, weights))
    made.update(extractions, dated, shared, decisions)
    return made


def likely_pairs(
    extractions: Mapping[str, Extraction],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision] = (),
) -> tuple[tuple[str, str, int], ...]:
    """Pairs of reports (left < right) that tell one incident as news, with the millibits of their best match, sorted.

    For dating: no report's day is known here, and nothing is weighed that rests on one. From `limits.likely` on, so that
    whoever uses a pair below `limits.strong` must ask for more. A report that only recalls an incident says nothing of its own
    day.
    """
    bench = bench_of(extractions, {}, traced, kinds, weights, decisions, with_dates=False)
    place = {account.event: i for i, account in enumerate(bench.told)}
    ruled = [(place[a], place[b]) for a, b in bench.rulings.joined if a in place and b in place]
    best: dict[tuple[str, str], int] = {}
    for i, j in chain(candidates(bench.told, bench.scales), ruled):
        a, b = bench.told[i], bench.told[j]
        if a.role != "main" or b.role != "main" or a.report == b.report:
            continue
        same = bench.rulings.same(a.event, b.event)
        if not (same or bench.reaches(i, j, weights.limits.likely)) or bench.barred(i, j):
            continue
        bits = bench.pair(i, j).millibits
        if same:
            bits = max(bits, weights.limits.strong)
        left, right = sorted((a.report, b.report))
        if bits >= weights.limits.likely:
            best[left, right] = max(bits, best.get((left, right), bits))
    return tuple((left, right, bits) for (left, right), bits in sorted(best.items()))
