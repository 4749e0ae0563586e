"""All that was concluded, put together as the object that is exported."""

from collections.abc import Iterable, Mapping, Sequence

from firsthand.errors import ReaderFailed, TooSlow
from firsthand.model.base import digest
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded, ReportEntry, StatedClaim
from firsthand.model.incident import Weighed
from firsthand.model.lineage import Traced
from firsthand.model.meant import day_meant
from firsthand.model.report import ANALYSED, Refusal, Report
from firsthand.model.when import UNKNOWN, TimeSpan

PASSING = (ReaderFailed.code, TooSlow.code)
"""Refusals that may have their reason in the machine."""


def model_name(code: str, kit: str, reports: Iterable[Report]) -> str:
    """Name of all that made the conclusions, besides reports and decisions: code, kit and days of reading."""
    return digest("mdl", code, kit, sorted({report.read_on for report in reports}))


def fold(
    reports: Sequence[Report],
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    weighed: Weighed,
    refusals: Iterable[Refusal],
    *,
    model: str,
) -> Folded:
    """The record as one object, every list in an order that does not depend on arrival.

    `reports` bear unique names (`naming.with_unique_names`); `extractions` and `dated` are by report id; `refusals` are
    of files and lines that could not be read, and of reports from which nothing could be taken.
    """
    refusals = tuple(refusals)
    failed = {
        refusal.subject: f"{refusal.code}: {refusal.reason}" for refusal in refusals if refusal.stage == "extract"
    }
    entries = [_entry(report, dated.get(report.id, UNKNOWN), failed.get(report.id)) for report in reports]
    claims = [
        _stated(claim, dated.get(claim.report, UNKNOWN))
        for extraction in extractions.values()
        for mention in extraction.mentions
        for claim in mention.claims
    ]
    return Folded(
        model=model,
        incidents=tuple(sorted(weighed.incidents, key=lambda incident: incident.id)),
        claims=tuple(sorted(claims, key=lambda stated: stated.id)),
        reports=tuple(sorted([*entries, *refused_entries(refusals, reports)], key=_entry_order)),
        lineages=tuple(sorted(traced.lineages, key=lambda lineage: lineage.id)),
        quotations=tuple(
            sorted(traced.quotations, key=lambda q: (q.speaker, [(v.report, v.start) for v in q.versions]))
        ),
        sayings=tuple(sorted(traced.sayings, key=lambda s: (s.speaker, [(w.report, w.start) for w in s.wordings]))),
        figures=tuple(sorted(weighed.figures, key=lambda figure: (figure.what, figure.where or "", figure.kind))),
        entities=tuple(sorted(weighed.entities, key=lambda entity: (entity.name, entity.type))),
    )


def refused_entries(refusals: Iterable[Refusal], reports: Iterable[Report]) -> list[ReportEntry]:
    """What could not be read, as entries beside the reports.

    A file that could not be opened and was read later is no longer refused, whichever came first; nor are bytes
    that met a busy or dying machine, once anything else is known of them.
    """
    read = {name for report in reports for name in report.names}
    found = [refusal for refusal in refusals if refusal.stage == "read"]
    known: set[tuple[str, str | None]] = {(name, report.sha256) for report in reports for name in report.names}
    known |= {(_called(r), r.sha256) for r in found if r.code not in PASSING}
    lists = {name.rpartition("#")[0] for name in read}
    kept = [
        r for r in found
        if not (r.sha256 is None and r.subject in read)
        and not (r.code in PASSING and ((_called(r), r.sha256) in known or (r.subject in lists and r.line is None)))
    ]  # fmt: skip
    return [
        ReportEntry(id=None, name=name, names=(name,), sha256=r.sha256, refused=f"{r.code}: {r.reason}")
        for r, name in zip(kept, map(_called, kept), strict=True)
    ]


def _called(refusal: Refusal) -> str:
    """What was refused, as a report of it would be called."""
    return refusal.subject if refusal.line is None else f"{refusal.subject}#{refusal.line}"


def _entry(report: Report, published: TimeSpan, refused: str | None) -> ReportEntry:
    """A report that was read. `refused`: why nothing could be taken from it."""
    return ReportEntry(
        id=report.id, name=report.name, names=report.names, published=published, outlet=report.outlet,
        title=report.title, url=report.url, language=report.language, sha256=report.sha256, refused=refused,
        partly=len(report.text) > ANALYSED,
    )  # fmt: skip


def _entry_order(entry: ReportEntry) -> tuple[str, str, str, str]:
    return (entry.name, entry.id or "", entry.sha256 or "", entry.refused or "")


def _stated(claim: Claim, published: TimeSpan) -> StatedClaim:
    """The claim with its id and, for a time, the day it means given when its report appeared."""
    return StatedClaim(id=claim.id, claim=claim, day=day_meant(claim, published))
