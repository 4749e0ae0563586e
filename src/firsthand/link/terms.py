"""How rare words and names are over a sample of the reports, and what two texts share weighed by that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from math import log2, sqrt
from typing import NamedTuple

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


class Vector(NamedTuple):
    """The words of a text that say something, each weighed by its rarity, and the sum of the squares of these weights."""

    terms: frozenset[str]
    square: int


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
        self._one: dict[str, str] = {}
        self._squares: dict[str, int] = {}

    def rarity(self, term: str) -> int:
        """Doublings in 1/1000 from the reports with the term to all reports, never below 0."""
        seen = stepped(max(self._counts.get(term, 0), 1)) + self._others * self._general.get(term, 0) // 1000
        if seen not in self._known:
            # One more: a term seen once is not yet known to be that rare.
            self._known[seen] = max(0, round(1000 * log2(self._all / (seen + 1))))
        return self._known[seen]

    def vector(self, terms: Iterable[str]) -> Vector:
        """The terms that say something."""
        # One object for each term, whoever says it: sets of the same objects are compared without a look at the letters.
        kept = frozenset(self._one.setdefault(term, term) for term in terms if self._square(term))
        return Vector(kept, sum([self._squares[term] for term in kept]))

    def _square(self, term: str) -> int:
        known = self._squares.get(term)
        if known is None:
            known = self._squares[term] = self.rarity(term) ** 2
        return known

    def overlap(self, a: Vector, b: Vector) -> int:
        """Cosine of two vectors in 1/1000, in whole numbers up to the last step: the same in any order of the terms."""
        shared = a.terms & b.terms
        if not shared:
            return 0
        return round(1000 * sum(map(self._squares.__getitem__, shared)) / sqrt(a.square * b.square))
