"""Whether a record holds: pure checks over rows that the store feeds, each naming the first thing that fails."""

from collections.abc import Iterable, Iterator, Mapping

from firsthand.model.base import Record, digest, sha256
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.incident import Revision
from firsthand.model.report import Report, report_id
from firsthand.model.span import Span


class Fault(Record, frozen=True, kw_only=True):
    """A thing that does not hold: `what` is the part of the record, `which` names it, `why` says what is wrong."""

    what: str
    which: str
    why: str


def report_faults(report: Report, raw: bytes | None) -> Iterator[Fault]:
    """A report must rest on bytes that have its digest."""
    if raw is None:
        yield Fault(what="report", which=report.id, why="its bytes are missing")
    elif sha256(raw) != report.sha256:
        yield Fault(what="report", which=report.id, why="its bytes do not have its digest")
    if report.id != report_id(report.sha256):
        yield Fault(what="report", which=report.id, why="its id is not that of its digest")


def claim_faults(stored_id: str, claim: Claim, report: Report) -> Iterator[Fault]:
    """A claim must be named by its content and quote words that stand in its report, there."""
    if claim.id != stored_id:
        yield Fault(what="claim", which=stored_id, why="its content has another digest")
    if claim.report != report.id:
        yield Fault(what="claim", which=stored_id, why=f"it belongs to {claim.report}, not to {report.id}")
    for span in (claim.span, claim.voice.span):
        if span is not None:
            yield from span_faults("claim", stored_id, span, report)


def extraction_faults(extraction: Extraction, report: Report) -> Iterator[Fault]:
    """Every span of an extraction must stand in its report."""
    for mention in extraction.mentions:
        yield from span_faults("mention", mention.id, mention.trigger, report)
    spans: list[tuple[str, Span]] = [("place", p.span) for p in extraction.places]
    spans += [("time", t.span) for t in extraction.times] + [("name", n.span) for n in extraction.names]
    spans += [("quotation", q.span) for q in extraction.quotations] + [("figure", f.span) for f in extraction.figures]
    for what, span in spans:
        yield from span_faults(what, f"{report.id} at {span.start}", span, report)


def span_faults(what: str, which: str, span: Span, report: Report) -> Iterator[Fault]:
    """The words of a span must stand at its place."""
    if not span.holds_in(report.text):
        yield Fault(
            what=what, which=which, why=f"{span.quote[:60]!r} is not at {span.start}..{span.end} of {report.id}"
        )


def revision_faults(revisions: Iterable[Revision]) -> Iterator[Fault]:
    """Each revision must follow the one before it."""
    last: dict[str, Revision] = {}
    for revision in revisions:
        before = last.get(revision.incident)
        number, link = (before.number + 1, digest("rvn", before)) if before else (1, None)
        if (revision.number, revision.before) != (number, link):
            yield Fault(
                what="revision", which=f"{revision.incident} {revision.number}", why="it does not follow the last"
            )
        last[revision.incident] = revision


def link_faults(incident_claims: Mapping[str, Iterable[str]], known: set[str]) -> Iterator[Fault]:
    """Every claim that an incident names must be in the record."""
    for incident, claims in incident_claims.items():
        for claim in claims:
            if claim not in known:
                yield Fault(what="incident", which=incident, why=f"it names claim {claim}, which is not in the record")
