"""When the reports appeared, by what they have in common: statements, reprints, and incidents that a dated report tells."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from firsthand.date.alone import ORDER, bounds, date_one
from firsthand.date.company import Company, Shared, Trust, shared
from firsthand.date.echo import Echoes, echo_reasons
from firsthand.date.figures import figure_reasons
from firsthand.date.reasons import Reason, narrowed
from firsthand.date.shared import shared_reasons
from firsthand.date.told import told_reasons
from firsthand.date.trust import trust
from firsthand.date.years import candidates
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Traced
from firsthand.model.report import Report
from firsthand.model.when import UNKNOWN, TimeSpan

NARROW = 7
"""Days that a dated report may be wide to date others by it."""
FAR = timedelta(days=20)
"""Days between a first of January and what other reports give, from which the former is no day."""
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
    return settled(grounds(reports, extractions, traced, links))


class Grounds(NamedTuple):
    """What all conclusions rest on: the reports, what they share, and what each tells by itself."""

    reports: Mapping[str, Report]
    shared: Shared
    alone: Mapping[str, TimeSpan]
    trust: Trust

    def stripped(self, report: Report, extraction: Extraction) -> "Grounds":
        """The same with one report read differently, as if its day had been cut off; for measuring."""
        instead = ChainMap({report.id: extraction}, dict(self.shared.extractions))
        return Grounds(
            {**self.reports, report.id: report},
            self.shared._replace(extractions=instead),
            {**self.alone, report.id: date_one(report, extraction)},
            self.trust,
        )


def grounds(
    reports: Mapping[str, Report],
    extractions: Mapping[str, Extraction],
    traced: Traced,
    links: Sequence[tuple[str, str, int]],
) -> Grounds:
    """What `settled` concludes from; arguments as for `date_all`."""
    ids = sorted(set(reports) & set(extractions))
    held = shared(reports, {report: extractions[report] for report in ids}, traced, links)
    alone = {report: date_one(reports[report], extractions[report]) for report in ids}
    sure = {
        report: span for report, span in alone.items() if _binds(span) and not _doubtful(span, held.extractions[report])
    }
    return Grounds(reports, held, alone, trust(held, sure))


def settled(found: Grounds) -> dict[str, TimeSpan]:
    """The interval of each report, after so many rounds."""
    reports, held, alone, trusted = found
    spans = dict(alone)
    doubted = {report for report in alone if _doubtful(alone[report], held.extractions[report])}
    for _ in range(ROUNDS):
        company = Company(
            held, {report: span for report, span in spans.items() if _binds(span) and report not in doubted}, trusted
        )
        echoes = Echoes(company)
        for report in alone:
            if report not in company.dated:
                narrower = _dated(reports[report], UNKNOWN if report in doubted else alone[report], company, echoes)
                spans[report] = _settled(alone[report], narrower) if report in doubted else narrower
    return spans


def _doubtful(span: TimeSpan, extraction: Extraction) -> bool:
    """Tell whether the day is the first of a year, put over a text with no day of its own: often only the year is true."""
    stated = [clue for clue in extraction.clues if clue.day is not None and clue.kind in ORDER]
    return (
        span.basis == "stated"
        and span.earliest is not None
        and (span.earliest.month, span.earliest.day) == (1, 1)
        and all(clue.kind in ("header", "stamp") for clue in stated)
    )


def _settled(stated: TimeSpan, found: TimeSpan) -> TimeSpan:
    """The stated day, unless what other reports give is narrow, far from it, and in its year."""
    if stated.earliest is None or found.earliest is None or found.latest is None or found.basis != "inferred":
        return stated
    if found.earliest <= stated.earliest + FAR or found.earliest.year != stated.earliest.year:
        return stated
    doubt = f"{stated.why[0]}, the first day of a year, which stands where only the year is known: left aside"
    return TimeSpan(
        edtf=found.edtf, earliest=found.earliest, latest=found.latest, basis="inferred", why=(*found.why, doubt)
    )


def _binds(span: TimeSpan) -> bool:
    return span.basis in ("stated", "inferred") and span.width is not None and span.width <= NARROW


def _dated(report: Report, alone: TimeSpan, company: Company, echoes: Echoes) -> TimeSpan:
    mine = company.shared.extractions[report.id]
    reasons: list[Reason] = [
        *shared_reasons(report.id, company),
        *told_reasons(report.id, company),
        *figure_reasons(report, company),
        *echo_reasons(report.id, alone, echoes),
    ]
    if not reasons:
        return alone
    clues = tuple(clue for clue in mine.clues if clue.day is None or clue.day <= report.read_on)
    lower, upper, _ = bounds(report, clues)
    spans, _ = candidates(clues, mine, lower, upper)
    return narrowed(alone, spans, reasons, report.read_on)
