"""What people decided, as it bears on pairs of tellings."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from firsthand.link.accounts import Account
from firsthand.model.match import Decision, standing


class Rulings:
    """Pairs of events that people called the same or different; of two on one pair the later holds."""

    def __init__(self, decisions: Sequence[Decision], told: Iterable[Account]) -> None:
        event_of = {mention: account.event for account in told for mention in account.mentions}
        self.ruled = _ruled(decisions, event_of)

    def same(self, left: str, right: str) -> bool:
        """Tell whether a person called two events one."""
        return self.ruled.get(_pair(left, right)) == "same"

    def different(self, left: str, right: str) -> bool:
        """Tell whether a person kept two events apart."""
        return self.ruled.get(_pair(left, right)) == "different"

    def differing(self, other: "Rulings") -> set[tuple[str, str]]:
        """Pairs that are ruled upon otherwise there."""
        return {pair for pair, _ in self.ruled.items() ^ other.ruled.items()}

    @property
    def joined(self) -> tuple[tuple[str, str], ...]:
        """Every pair of events that are the same by a person's word, sorted."""
        return tuple(sorted(pair for pair, kind in self.ruled.items() if kind == "same"))


def _ruled(decisions: Sequence[Decision], event_of: Mapping[str, str]) -> dict[tuple[str, str], str]:
    ruled: dict[tuple[str, str], str] = {}
    for decision in standing(decisions):
        one, other = (
            sorted({event_of[m] for m in side if m in event_of}) for side in (decision.mentions, decision.apart)
        )
        for left, right in product(one, other) if decision.apart else combinations(one, 2):
            if left != right:
                ruled[_pair(left, right)] = "same" if decision.kind == "same" else "different"
    return ruled


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)
