"""Whom a report without a source of its own has it from: who is named elsewhere for the figures that it gives."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.model.value import Count
from firsthand.weigh.evidence import Case
from firsthand.weigh.heard import Heard
from firsthand.weigh.one_source import Names, one_source
from firsthand.weigh.source import Source
from firsthand.weigh.speakers import Speakers

COUNTED = frozenset({"a", "an", "the", "another", ""})
"""Words before somebody who is told by office or name: no toll."""


class Lent:
    """What the reports of one incident have from each other."""

    def __init__(self, case: Case, speakers: Speakers, names: Names, heard: Heard) -> None:
        self._case = case
        self._speakers = speakers
        self._names = names
        self._heard = heard
        self._given = _given(case)

    def of(self, report: str, named: Mapping[str, Sequence[Source]]) -> Source | None:
        """The origin of another telling that gives all the figures which a report without a source of its own gives."""
        figures = self._figures(report)
        killed = {number for field, number in figures if field == "killed"}
        best: tuple[int, str] | None = None
        for other in sorted(named):
            for source in [s for s in named[other] if s.named]:
                theirs = self._figures(other)
                passed_on = (
                    bool(killed)
                    and {("killed", n) for n in killed} <= theirs
                    and self._hears(report, source.name, named)
                )
                if figures <= theirs or passed_on:
                    rank = (-len(theirs), source.name)
                    best = min(best, rank) if best else rank
        why = "the report names no source and gives no figure that this one does not"
        return Source(best[1], why, False, "lent") if best else None

    def _hears(self, report: str, name: str, named: Mapping[str, Sequence[Source]]) -> bool:
        """Tell whether a report quotes somebody, if on something else, or names nobody but an agency or outlet."""
        quoted = self._heard.quoted(report)
        one = any(q == name or one_source([q, name], self._names).get(q) == name for q in quoted)
        return one or all(self._speakers.media(source.name) for source in named[report])

    def _figures(self, report: str) -> set[tuple[str, int | None]]:
        """The figures that a report gives; somebody who is told by name or office is no toll."""
        return self._given.get(report, set())


def _given(case: Case) -> Mapping[str, set[tuple[str, int | None]]]:
    found: defaultdict[str, set[tuple[str, int | None]]] = defaultdict(set)
    for claim in (s.claim for s in case.stated):
        value = claim.value
        if isinstance(value, Count) and value.number is not None and value.wording.casefold() not in COUNTED:
            found[claim.report].add((claim.field, value.number))
    return found
