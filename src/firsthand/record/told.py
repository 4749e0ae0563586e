"""What a record took from one report, and what that report goes back to."""

from collections.abc import Iterable

from firsthand.errors import ExtractionFailed
from firsthand.model.folded import Folded, ReportEntry
from firsthand.model.incident import Incident
from firsthand.model.report import Refusal
from firsthand.model.told import ReportTold, ToldClaim, ToldIncident
from firsthand.record.fold import PASSING


def told(entry: ReportEntry, text: str, folded: Folded, refused: Iterable[Refusal]) -> ReportTold:
    """All that the record says of a report. `refused`: of all reports.

    That nothing could be taken from it at all stands in its entry, as far as it still holds.
    """
    stated = sorted(
        (one for one in folded.claims if one.claim.report == entry.id),
        key=lambda one: (one.claim.span.start, -one.claim.span.end, one.id),
    )
    first = {one.claim.mention: -place for place, one in reversed(list(enumerate(stated)))}
    here = [incident for incident in folded.incidents if _mentions(incident, entry)]
    here.sort(key=lambda one: (-max(first.get(m, -len(stated)) for m in _mentions(one, entry)), one.id))
    tells = tuple(_told(number, incident, entry) for number, incident in enumerate(here, 1))
    number = {mention: one.number for one in tells for mention in _mentions(one.incident, entry)}
    return ReportTold(
        entry=entry, text=text, tells=tells,
        claims=tuple(ToldClaim(stated=one, incident=number.get(one.claim.mention)) for one in stated),
        lineages=tuple(
            one for one in folded.lineages if one.kind != "boilerplate" and entry.id in one.reports and len(one.reports) > 1
        ),
        refused=tuple(
            one for one in refused
            if one.sha256 is not None and one.sha256 == entry.sha256 and one.code not in (ExtractionFailed.code, *PASSING)
        ),
    )  # fmt: skip


def _told(number: int, incident: Incident, entry: ReportEntry) -> ToldIncident:
    telling = [one for one in incident.tellings if one.report == entry.id]
    origins = [one for one in incident.origins if entry.id in one.reports]
    return ToldIncident(
        number=number, incident=incident, role="main" if any(one.role == "main" for one in telling) else "background",
        origins=tuple(one.name for one in origins),
        ways=tuple(way for one in origins for way in one.ways if way.report == entry.id),
    )  # fmt: skip


def _mentions(incident: Incident, entry: ReportEntry) -> list[str]:
    return [mention for one in incident.tellings if one.report == entry.id for mention in one.mentions]
