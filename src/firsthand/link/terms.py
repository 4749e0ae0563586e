"""How rare words and names are over the reports at hand, and what two texts share weighed by that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2, sqrt


class Terms:
    """Rarity of terms over reports: doublings in 1/1000.

    `others`: reports that are supposed to exist beside them; `general`: how many of a thousand of those hold a term.
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

    def count(self, term: str) -> int:
        """Reports with the term."""
        return self._counts.get(term, 0)

    def rarity(self, term: str) -> int:
        """Doublings in 1/1000 from the reports with the term to all reports, never below 0."""
        seen = max(self._counts.get(term, 0), 1) + self._others * self._general.get(term, 0) // 1000
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
    if len(b) < len(a):
        a, b = b, a
    return round(1000 * sum(w * b[term] for term, w in a.items() if term in b))
