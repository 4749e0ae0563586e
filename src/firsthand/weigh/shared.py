"""The passages that reports share, by report: an incident looks up its own reports, and not all lineages of the record."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from firsthand.model.lineage import Lineage, PassageRef


class Shared(NamedTuple):
    """A lineage that a report is of, with all reports that are, and the passages that stand in this one."""

    id: str
    lineage: Lineage
    reports: frozenset[str]
    passages: tuple[PassageRef, ...]


class Lines:
    """The lineages of every report, sorted by id: background paragraphs that recur, and all others."""

    def __init__(self, lineages: Iterable[Lineage]) -> None:
        self._recurring: dict[str, list[Shared]] = {}
        self._others: dict[str, list[Shared]] = {}
        for key, lineage in sorted(((one.id, one) for one in lineages), key=lambda one: one[0]):
            found = self._recurring if lineage.kind == "boilerplate" else self._others
            passages: dict[str, list[PassageRef]] = {}
            for passage in lineage.passages:
                passages.setdefault(passage.report, []).append(passage)
            reports = frozenset(lineage.reports)
            for report in sorted(reports):
                found.setdefault(report, []).append(Shared(key, lineage, reports, tuple(passages.get(report, ()))))

    def recurring(self, report: str) -> Sequence[Shared]:
        """Those of background paragraphs."""
        return self._recurring.get(report, ())

    def others(self, report: str) -> Sequence[Shared]:
        """Those of all else."""
        return self._others.get(report, ())
