"""Two groups of tellings held against each other: the best pair in full, and what all pairs say together."""

from typing import Literal

from firsthand.link.clusters import Bench
from firsthand.link.explain import match
from firsthand.link.linkage import Cluster
from firsthand.model.match import Match, Weighing

Ruled = Literal["same", "different"]
PERSON = "a person's word"


def weighing(left: Cluster, right: Cluster, bench: Bench) -> Weighing:
    """Hold two groups of tellings (by index) against each other. Errors: ValueError where they are one telling."""
    pairs = [(i, j) for i in left for j in right if i != j]
    if not pairs:
        raise ValueError("a telling is not compared with itself")
    told = bench.told
    # What one report tells of both says least about them: its own words already keep them apart.
    best = max(pairs, key=lambda p: (told[p[0]].report != told[p[1]].report, bench.pair(*p).millibits, -p[0], -p[1]))
    against = {p: why for p in pairs if (why := _against(*p, bench)) is not None}
    # What a rule says against some pairs counts among the bits; against half of them, or by a report or a person, it settles it.
    settled = 2 * len(against) >= len(pairs) or any(bench.parted(*p) for p in pairs)
    background = any(all(told[i].role == "background" for i in side) for side in (left, right))
    limits = bench.scales.weights.limits
    return Weighing(
        best=matched(*best, bench),
        pairs=len(pairs),
        mean=_mean(pairs, bench, settled=settled),
        needed=limits.recall if background else limits.join,
        barred=tuple(sorted(set(against.values()))) if settled else (),
        doubted=0 if settled else len(against),
        ruled=_ruled(pairs, bench),
    )


def _mean(pairs: list[tuple[int, int]], bench: Bench, *, settled: bool) -> int:
    """As linkage counts it: one pair that is free of the guard of undated tellings frees the others."""
    total, guards = 0, 0
    for i, j in pairs:
        found = bench.pair(i, j)
        guard = sum(f.millibits for f in found.findings if f.feature == "undated")
        total += (found.millibits if settled else bench.bits(i, j)) - guard
        guards += bool(guard)
    return total // len(pairs) + (bench.scales.weights["undated"] if guards == len(pairs) else 0)


def _against(i: int, j: int, bench: Bench) -> str | None:
    """The name of what keeps a pair apart by itself."""
    if not bench.barred(i, j):
        return None
    a, b = bench.told[i], bench.told[j]
    if bench.rulings.different(a.event, b.event):
        return PERSON
    return "one report tells them apart" if a.report == b.report else bench.pair(i, j).veto


def _ruled(pairs: list[tuple[int, int]], bench: Bench) -> Ruled | None:
    events = [(bench.told[i].event, bench.told[j].event) for i, j in pairs]
    if any(bench.rulings.different(*pair) for pair in events):
        return "different"
    return "same" if any(bench.rulings.same(*pair) for pair in events) else None


def matched(i: int, j: int, bench: Bench) -> Match:
    """The comparison of two tellings (by index) as a match, with what a person said of them."""
    a, b = bench.told[i], bench.told[j]
    ruled = (
        "same"
        if bench.rulings.same(a.event, b.event)
        else "different"
        if bench.rulings.different(a.event, b.event)
        else None
    )
    return match(a, b, bench.pair(i, j), bench.scales.weights.limits.prior, ruled=ruled)
