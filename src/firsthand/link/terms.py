"""How rare words and names are over a sample of the reports, and what two texts share weighed by that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from math import fsum, log2, sqrt

SAMPLE = 500
"""Reports over which terms are counted: those with the smallest ids, a draw by lot that depends on the set of reports alone."""


def sample(reports: Iterable[str]) -> tuple[str, ...]:
    """The reports (by id) over which terms are counted: all of a small record. A further report seldom changes them."""
    return tuple(nsmallest(SAMPLE, reports))


def stepped(count: int) -> int:
    """A count in steps of half doublings (1, 2, 3, 4, 6, 8, 12): one report more seldom changes how rare a term is."""
    if count < 3:
        return count
    whole = 1 << (count.bit_length() - 1)
    return whole + whole // 2 if count >= whole + whole // 2 else whole


class Terms:
    """Rarity of terms over reports: doublings in 1/1000.

    `reports`: the terms of each report of the sample. `others`: reports that are supposed to exist beside them; `general`: how
    many of a thousand of those hold a term.
    """

    def __init__(
        self, reports: Iterable[frozenset[str]], others: int, general: Mapping[str, int] | None = None
    ) -> None:
        counted: Counter[str] = Counter()
        number = 0
        for terms in reports:
            number += 1
            counted.update(terms)
        self._counts: Mapping[str, int] = counted
        self._all = number + others
        self._others = others
        self._general = general or {}
        self._known: dict[int, int] = {}

    def rarity(self, term: str) -> int:
        """Doublings in 1/1000 from the reports with the term to all reports, never below 0."""
        seen = stepped(max(self._counts.get(term, 0), 1)) + self._others * self._general.get(term, 0) // 1000
        if seen not in self._known:
            # One more: a term seen once is not yet known to be that rare.
            self._known[seen] = max(0, round(1000 * log2(self._all / (seen + 1))))
        return self._known[seen]

    def vector(self, terms: Iterable[str]) -> dict[str, float]:
        """The terms with weights of length 1 together."""
        weights = {term: self.rarity(term) / 1000 for term in sorted(terms)}
        length = sqrt(sum(w * w for w in weights.values()))
        return {term: w / length for term, w in weights.items() if w} if length else {}


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> int:
    """Cosine of two vectors in 1/1000."""
    # Most pairs share few terms: these are found without a loop of ours, and `fsum` is the same to the bit in any order.
    return round(1000 * fsum([a[term] * b[term] for term in a.keys() & b.keys()]))
