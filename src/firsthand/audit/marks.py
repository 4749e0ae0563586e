"""What people said of claims, found again among the claims that the record makes now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.model.audit import VERDICTS, Judged, Sample
from firsthand.model.match import Decision, standing


class Marks(NamedTuple):
    """One person's marks: by the claim (id) that they are about now, and those whose claim is no longer made as it was judged."""

    held: Mapping[str, Decision]
    gone: tuple[Decision, ...]


class Claims:
    """The claims of today, to find what was judged."""

    def __init__(self, claims: Iterable[Judged]) -> None:
        self._by_id = {one.claim: one for one in claims}
        self._by_field: dict[tuple[str, str], list[Judged]] = defaultdict(list)
        for one in self._by_id.values():
            self._by_field[one.report, one.field].append(one)

    def now(self, judged: Judged) -> Judged | None:
        """The claim that says today what was judged: the same value, by words that share a place with those; else None.

        A claim with the same id can mean another day, where its report was dated anew: what was judged is then no longer said.
        """
        same = self._by_id.get(judged.claim)
        if same is not None:
            return same if same.value == judged.value else None
        fit = [
            (one.mention != judged.mention, abs(one.start - judged.start), one.claim)
            for one in self._by_field.get((judged.report, judged.field), ())
            if one.value == judged.value and min(one.end, judged.end) > max(one.start, judged.start)
        ]
        return self._by_id[min(fit)[2]] if fit else None


def marks_of(by: str, decisions: Sequence[Decision], claims: Claims) -> Marks:
    """What a person's standing marks say of the claims of today; of two on one claim the later holds."""
    held: dict[str, Decision] = {}
    gone: list[Decision] = []
    for decision in standing(decisions):
        if decision.by == by and decision.kind in VERDICTS and decision.judged is not None:
            now = claims.now(decision.judged)
            if now is None:
                gone.append(decision)
            else:
                held[now.claim] = decision
    return Marks(held, tuple(gone))


def auditors(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Who has marks or a sample that stand, in the order of the log."""
    return tuple(dict.fromkeys(one.by for one in standing(decisions) if one.of_audit))


def samples_of(by: str, decisions: Iterable[Decision]) -> tuple[Sample, ...]:
    """The samples that a person drew, each as it has grown, in the order in which they were last drawn or grown."""
    found: dict[str, Sample] = {}
    for one in standing(decisions):
        if one.by == by and one.drawn is not None:
            found.pop(one.drawn.id, None)
            found[one.drawn.id] = one.drawn
    return tuple(found.values())
