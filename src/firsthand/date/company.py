"""The other reports as the dating of one sees them: dated ones, indexed by what they may share with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.model.extraction import Extraction, Figure
from firsthand.model.lineage import Lineage, Traced
from firsthand.model.report import Report
from firsthand.model.when import TimeSpan

STRONG = 3000
"""Millibits from which a link counts by itself, as `strong` of linking; below it only where the weekdays agree."""


class Shared(NamedTuple):
    """What never changes between rounds: `lineages` by report, `linked` the reports that tell an incident of it too, with the
    millibits of that, and `figures` by number.
    """

    extractions: Mapping[str, Extraction]
    names: Mapping[str, str]
    lineages: Mapping[str, tuple[Lineage, ...]]
    linked: Mapping[str, Mapping[str, int]]
    figures: Mapping[int, tuple[tuple[str, Figure], ...]]


class Trust(NamedTuple):
    """What the dated reports of the record show of sharing: whether it tells anything of when a report appeared.

    `texts`: kinds of lineage whose reports do not appear together, each with a sentence that says so. `links`: a sentence where
    reports that are linked do not tell one incident, empty where they do.
    """

    texts: Mapping[str, str] = {}
    links: str = ""


class Company(NamedTuple):
    """The shared things, what they are worth here, and the reports dated so far, by id."""

    shared: Shared
    dated: Mapping[str, TimeSpan]
    trust: Trust = Trust()

    def name(self, report: str) -> str:
        """The name a person knows the report by."""
        return self.shared.names.get(report, report)


def shared(
    reports: Mapping[str, Report],
    extractions: Mapping[str, Extraction],
    traced: Traced,
    links: Sequence[tuple[str, str, int]],
) -> Shared:
    """Index what reports share; boilerplate is carried for years and dates nothing, so it is left out."""
    lineages: dict[str, list[Lineage]] = defaultdict(list)
    for lineage in sorted(traced.lineages, key=lambda one: one.id):
        for report in sorted(set(lineage.reports)) if lineage.kind != "boilerplate" else ():
            lineages[report].append(lineage)
    linked: dict[str, dict[str, int]] = defaultdict(dict)
    for left, right, millibits in sorted(links):
        if left != right and left in extractions and right in extractions:
            linked[left][right] = linked[right][left] = millibits
    return Shared(
        extractions=extractions,
        names={report: reports[report].name for report in reports},
        lineages={report: tuple(found) for report, found in lineages.items()},
        linked=dict(linked),
        figures=_by_number(extractions),
    )


def _by_number(extractions: Mapping[str, Extraction]) -> dict[int, tuple[tuple[str, Figure], ...]]:
    found: dict[int, list[tuple[str, Figure]]] = defaultdict(list)
    for report in sorted(extractions):
        for figure in extractions[report].figures:
            if figure.number is not None:
                found[figure.number].append((report, figure))
    return {number: tuple(rows) for number, rows in found.items()}


def present(ids: Iterable[str], dated: Mapping[str, TimeSpan]) -> list[str]:
    """Those of the reports that are dated, in order."""
    return sorted(report for report in ids if report in dated)
