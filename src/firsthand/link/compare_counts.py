"""Tolls and other counts of two tellings compared, with their history."""

from collections.abc import Mapping, Sequence
from math import log2

from firsthand.link.accounts import Told
from firsthand.link.scales import Finding, Scales

SMALL = 5
"""Up to here a difference is seldom an update: one dead, three dead."""
GROWTH = 3
"""By how much a later figure may exceed an early one and still be an update."""


NOTHING = Finding("counts", 0, "")
SHARES = (10, 6, 3)
"""Tenths that equal counts weigh, the weightiest first: tolls of one incident go together, so the second says less."""


def counts(a: Mapping[str, Sequence[Told]], b: Mapping[str, Sequence[Told]], scales: Scales) -> Sequence[Finding]:
    """What speaks for the pair field by field; of what speaks against it only the strongest, where nothing is equal.

    `a`, `b`: counts by field.
    """
    best = [
        max((_pair(x, y, scales) for x in a[field] for y in b[field]), key=_bits)
        for field in sorted(a.keys() & b.keys())
    ]
    if not best:
        return ()
    equal = sorted((f for f in best if f.millibits > 0), key=lambda f: (-f.millibits, f.detail))
    if not equal:
        return (min(best, key=_bits),)
    return tuple(f._replace(millibits=f.millibits * tenths // 10) for f, tenths in zip(equal, SHARES, strict=False))


def most_of_counts(told: Mapping[str, Sequence[Told]], scales: Scales) -> int:
    """Millibits that counts of a telling can give a pair at most."""
    near, top = max(0, scales.weights["count_near"]), max(0, scales.weights["count_top"])
    later = max(0, *(scales.weights[name] for name in ("count_later", "count_small_other", "count_far_other")))
    each = [
        max(near, later, *(min(top, unusual(x.number)) for x in said if x.number is not None)) for said in told.values()
    ]
    return sum(bits * tenths // 10 for bits, tenths in zip(sorted(each, reverse=True), SHARES, strict=False))


def _bits(finding: Finding) -> int:
    return finding.millibits


def _pair(a: Told, b: Told, scales: Scales) -> Finding:
    if a.side != b.side and "unknown" not in (a.side, b.side):
        return NOTHING
    x, y, field = a.number, b.number, a.field
    if x is None or y is None:
        return Finding("counts", scales.weights["count_near"], "count_near", field) if _meet(a, b) else NOTHING
    if x == y:
        return Finding("counts", min(scales.weights["count_top"], unusual(x)), "count_same", f"{x} {field}")
    if a.bound == b.bound == "exact" and x <= SMALL and y <= SMALL:
        return Finding("counts", scales.weights["count_small_other"], "count_small_other", field)
    if max(x, y) > GROWTH * max(1, min(x, y)) and not _meet(a, b):
        return Finding("counts", scales.weights["count_far_other"], "count_far_other", field)
    return Finding("counts", scales.weights["count_later"], "count_later", field)


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
