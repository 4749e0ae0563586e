"""Tolls and other counts of two tellings compared, with their history."""

from collections.abc import Iterable, Iterator
from math import log2

from firsthand.link.accounts import Told
from firsthand.link.scales import Finding
from firsthand.resources.weights import Weights

SMALL = 5
"""Up to here a difference is seldom an update: one dead, three dead."""
GROWTH = 3
"""By how much a later figure may exceed an early one and still be an update."""


def counts(a: Iterable[Told], b: Iterable[Told], weights: Weights) -> Iterator[Finding]:
    """What speaks for the pair field by field; of what speaks against it only the strongest, where nothing is equal."""
    left, right = tuple(a), tuple(b)
    fields = sorted({x.field for x in left} & {y.field for y in right})
    best = [
        max((_pair(x, y, weights) for x in left for y in right if x.field == y.field == field), key=_bits)
        for field in fields
    ]
    equal = sorted((f for f in best if f.millibits > 0), key=lambda f: (-f.millibits, f.detail))
    for rank, finding in enumerate(equal[:3]):
        # Tolls of one incident go together: the second equal one says less than the first.
        yield finding._replace(millibits=finding.millibits * (10, 6, 3)[rank] // 10)
    if not equal:
        yield min(best, key=_bits, default=Finding("counts", 0, ""))


def _bits(finding: Finding) -> int:
    return finding.millibits


def _pair(a: Told, b: Told, weights: Weights) -> Finding:
    nothing = Finding("counts", 0, "")
    if "unknown" not in (a.side, b.side) and a.side != b.side:
        return nothing
    x, y = a.number, b.number
    if x is None or y is None:
        return Finding("counts", weights["count_near"], "count_near", a.field) if _meet(a, b) else nothing
    if x == y:
        return Finding("counts", min(weights["count_top"], unusual(x)), "count_same", f"{x} {a.field}")
    if a.bound == b.bound == "exact" and max(x, y) <= SMALL:
        return Finding("counts", weights["count_small_other"], "count_small_other", a.field)
    if max(x, y) > GROWTH * max(1, min(x, y)) and not _meet(a, b):
        return Finding("counts", weights["count_far_other"], "count_far_other", a.field)
    return Finding("counts", weights["count_later"], "count_later", a.field)


def unusual(number: int) -> int:
    """Millibits of two tellings that give the same number: the larger and the less round, the more."""
    if number <= 0:
        return 200
    odd = 600 if number > 10 and number % 5 else 0
    return round(400 + 600 * log2(number)) + odd


def _meet(a: Told, b: Told) -> bool:
    """Tell whether two intervals meet, where both have one."""
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return False
    return max(a.low or 0, b.low or 0) <= min(10**9 if a.high is None else a.high, 10**9 if b.high is None else b.high)
