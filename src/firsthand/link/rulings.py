"""What people decided, as it bears on pairs of tellings."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from firsthand.link.accounts import Account
from firsthand.model.hanging import roots
from firsthand.model.match import Decision, standing

Pair = tuple[str, str]
"""Two events, the smaller first."""


class Rulings:
    """Pairs of events that people called the same or different; of two on one pair the later holds.

    What follows from several decisions holds too: A is B and B is C make A and C one; if C is not D, neither A nor B is.
    """

    def __init__(self, decisions: Sequence[Decision], told: Iterable[Account]) -> None:
        event_of = {mention: account.event for account in told for mention in account.mentions}
        self.ruled = _ruled(decisions, event_of)
        self._one = roots(pair for pair, kind in self.ruled.items() if kind == "same")
        self._apart = {self._both(*pair) for pair, kind in self.ruled.items() if kind == "different"}

    def same(self, left: str, right: str) -> bool:
        """Tell whether a person called two events one."""
        if not self._one:
            return False
        direct = self.ruled.get(in_order(left, right))
        one, other = self._both(left, right)
        return direct == "same" or (direct is None and left in self._one and one == other)

    def different(self, left: str, right: str) -> bool:
        """Tell whether a person kept two events apart."""
        if not self._apart:
            return False
        direct = self.ruled.get(in_order(left, right))
        one, other = self._both(left, right)
        return direct == "different" or (direct is None and one != other and (one, other) in self._apart)

    def differing(self, other: "Rulings") -> set[Pair]:
        """Pairs that are ruled upon otherwise there, in so many words."""
        return {pair for pair, _ in self.ruled.items() ^ other.ruled.items()}

    @property
    def joined(self) -> tuple[Pair, ...]:
        """Every pair of events that are one by people's words, sorted."""
        sets: dict[str, list[str]] = {}
        for event, root in sorted(self._one.items()):
            sets.setdefault(root, []).append(event)
        return tuple(sorted(pair for one in sets.values() for pair in combinations(one, 2) if self.same(*pair)))

    @property
    def parted(self) -> tuple[Pair, ...]:
        """Every pair of events that a person kept apart in so many words, sorted."""
        return tuple(sorted(pair for pair, kind in self.ruled.items() if kind == "different"))

    def _both(self, left: str, right: str) -> Pair:
        return in_order(self._one.get(left, left), self._one.get(right, right))


def _ruled(decisions: Sequence[Decision], event_of: Mapping[str, str]) -> dict[Pair, str]:
    ruled: dict[Pair, str] = {}
    for decision in standing(decisions):
        one, other = (
            sorted({event_of[m] for m in side if m in event_of}) for side in (decision.mentions, decision.apart)
        )
        for left, right in product(one, other) if decision.apart else combinations(one, 2):
            if left != right:
                ruled[in_order(left, right)] = "same" if decision.kind == "same" else "different"
    return ruled


def in_order(left: str, right: str) -> Pair:
    """Two events as a pair."""
    return (left, right) if left < right else (right, left)
