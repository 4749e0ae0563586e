"""When the reports appeared, by what they have in common: statements, reprints, and incidents that a dated report tells."""

from collections.abc import Mapping, Sequence

from firsthand.date.alone import bounds, date_one
from firsthand.date.company import Company, shared
from firsthand.date.figures import figure_reasons
from firsthand.date.reasons import Reason, narrowed
from firsthand.date.shared import shared_reasons
from firsthand.date.told import told_reasons
from firsthand.date.years import candidates
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Traced
from firsthand.model.report import Report
from firsthand.model.when import TimeSpan

NARROW = 7
"""Days that a dated report may be wide to date others by it."""
ROUNDS = 2
"""A report dated by another may date a third one, and there it ends: what is inferred from inferences grows false."""


def date_all(
    reports: Mapping[str, Report],
    extractions: Mapping[str, Extraction],
    traced: Traced,
    links: Sequence[tuple[str, str, int]],
) -> dict[str, TimeSpan]:
    """The interval of each report, by id, with its reasons.

    `links`: pairs of reports that tell one incident, with the weight of that in 1/1000 bit, found without their dates.
    """
    ids = sorted(set(reports) & set(extractions))
    held = shared(reports, {report: extractions[report] for report in ids}, traced, links)
    alone = {report: date_one(reports[report], extractions[report]) for report in ids}
    spans = dict(alone)
    for _ in range(ROUNDS):
        company = Company(held, {report: span for report, span in spans.items() if _binds(span)})
        for report in ids:
            if report not in company.dated:
                spans[report] = _dated(reports[report], alone[report], company)
    return spans


def _binds(span: TimeSpan) -> bool:
    return span.basis in ("stated", "inferred") and span.width is not None and span.width <= NARROW


def _dated(report: Report, alone: TimeSpan, company: Company) -> TimeSpan:
    mine = company.shared.extractions[report.id]
    reasons: list[Reason] = [
        *shared_reasons(report.id, company),
        *told_reasons(report.id, company),
        *figure_reasons(report, company),
    ]
    if not reasons:
        return alone
    clues = tuple(clue for clue in mine.clues if clue.day is None or clue.day <= report.read_on)
    lower, upper, _ = bounds(report, clues)
    spans, _ = candidates(clues, mine, lower, upper)
    return narrowed(alone, spans, reasons, report.read_on)
