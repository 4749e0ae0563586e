"""`firsthand-record/1`: the whole record as one JSON object."""

from collections.abc import Iterable, Mapping, Sequence

from firsthand.model.claim import COUNTS
from firsthand.model.folded import AsOf, Folded, ReportEntry, StatedClaim
from firsthand.model.incident import Arm, Backing, DayReading, Incident, IncidentPlace, Origin, Participant, Reading
from firsthand.model.lineage import Lineage, QuotationDiffers
from firsthand.model.precision import date_prec, geo_precision, time_precision, where_prec
from firsthand.publish.figures_json import figure_json
from firsthand.publish.open_json import open_json
from firsthand.publish.parts import (
    Json,
    claim_json,
    count_json,
    interval_json,
    iso,
    kind_json,
    place_json,
    published_json,
    within,
)
from firsthand.resources.kinds import Kinds

FORMAT = "firsthand-record/1"


def record_json(folded: Folded, kinds: Kinds) -> Json:
    """The record in the published format: reports by name, every list in the order of the fold."""
    names = {entry.id: entry.name for entry in folded.reports if entry.id is not None}
    return {
        "format": FORMAT,
        "model": folded.model,
        "as_of": as_of_json(folded.as_of),
        "incidents": [_incident(incident, names, kinds) for incident in folded.incidents],
        "claims": [_claim(stated, names) for stated in folded.claims],
        "reports": [_report(entry) for entry in folded.reports],
        "lineages": [lineage_json(lineage, names) for lineage in folded.lineages],
        "quotations_that_differ": [_quotation(quotation, names) for quotation in folded.quotations],
        "figures": [figure_json(figure, names) for figure in folded.figures],
        "entities": [
            {"name": e.name, "type": e.type, "also": list(e.also), "reports": _named(e.reports, names)}
            for e in folded.entities
        ],
    }


def as_of_json(as_of: AsOf | None) -> Json | None:
    """The day a record is seen as of, how many reports had appeared by then, and how many are left out; null for today."""
    if as_of is None:
        return None
    return {"day": iso(as_of.day), "reports": as_of.reports, "later": as_of.later, "unknown": as_of.unknown}


def _named(reports: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Names of reports that are given by id, sorted."""
    return sorted({names.get(report, report) for report in reports})


def _incident(incident: Incident, names: Mapping[str, str], kinds: Kinds) -> Json:
    """One incident, every reading side by side."""
    readings = {found.field: found.readings for found in incident.counts}
    return {
        "id": incident.id,
        "formerly": list(incident.formerly),
        "title": incident.title,
        **kind_json(incident.kind, kinds),
        "status": incident.status,
        "role": incident.role,
        "date": {
            **interval_json(incident.date.span),
            "acled_time_precision": time_precision(incident.date.span),
            "ucdp_date_prec": date_prec(incident.date.span),
            "why": list(incident.date.span.why),
            "claims": list(incident.date.claims),
            "readings": [_day(day, names) for day in incident.date.readings],
        },
        "places": [_place(place, names) for place in incident.places],
        "actors": [_participant(one, names) for one in incident.actors],
        "targets": [_participant(one, names) for one in incident.targets],
        "victims": [_participant(one, names) for one in incident.victims],
        "weapons": [_arm(arm, names) for arm in incident.weapons],
        **{field: _readings(readings.get(field, ()), names) for field in COUNTS},
        "best": {best.field: {"low": best.low, "best": best.best, "high": best.high} for best in incident.best},
        **_sources(incident, names),
    }


def _sources(incident: Incident, names: Mapping[str, str]) -> Json:
    """Who tells an incident and where they differ: the second half of its object."""
    origins = [_origin(o, names) for o in incident.origins]
    return {
        "reports": [
            {
                "name": names.get(told.report, told.report), "mention": min(told.mentions), "role": told.role,
                "event": told.event, "mentions": list(told.mentions),
                "also": [
                    {"incident": one.incident, "millibits": one.millibits, "own_millibits": one.own} for one in told.also
                ],
            }
            for told in incident.tellings
        ],
        "origins": origins,
        "independent_sources": len(origins),
        "discrepancies": [
            {"field": d.field, "kind": d.kind, "claims": list(d.claims), "why": d.why} for d in incident.discrepancies
        ],
        "open": [open_json(one, names) for one in incident.open],
        "parts": [
            {"kind": part.kind, "date": interval_json(part.date), "place": part.place, "claims": list(part.claims)}
            for part in incident.parts
        ],
        "grade": incident.grade, "credibility": incident.credibility, "credibility_why": incident.credibility_why,
    }  # fmt: skip


def _readings(found: Sequence[Reading], names: Mapping[str, str]) -> list[Json]:
    """The readings of one count; one that is part of another stands in it, under `among`."""
    return [
        {**_reading(one, names), "among": [_reading(part, names) for part in parts]} for one, parts in within(found)
    ]


def _origin(one: Origin, names: Mapping[str, str]) -> Json:
    """Who reports go back to, with the letter of how they are placed to know."""
    return {
        "name": one.name, "reports": _named(one.reports, names), "why": one.why, "reliability": one.reliability,
        "reliability_why": one.reliability_why,
    }  # fmt: skip


def _backing(found: Backing | Reading, names: Mapping[str, str]) -> Json:
    """Who stands behind a value."""
    return {
        "voices": list(found.voices),
        "origins": list(found.origins),
        "reports": _named(found.reports, names),
        "first_said": found.first_said,
    }


def _day(found: DayReading, names: Mapping[str, str]) -> Json:
    """One answer to when."""
    return {
        "edtf": found.span.edtf,
        "earliest": iso(found.span.earliest),
        "latest": iso(found.span.latest),
        "basis": found.span.basis,
        "as_written": list(found.as_written),
        "claims": list(found.claims),
        **_backing(found.backing, names),
    }


def _arm(arm: Arm, names: Mapping[str, str]) -> Json:
    return {"name": arm.name, "class": arm.class_, "claims": list(arm.claims), **_backing(arm.backing, names)}


def _place(found: IncidentPlace, names: Mapping[str, str]) -> Json:
    """A place of an incident; how exact it is stands in the codes of ACLED and UCDP too."""
    return {
        **place_json(found.place),
        "acled_geo_precision": geo_precision(found.place),
        "ucdp_where_prec": where_prec(found.place),
        "basis": found.basis,
        "why": list(found.why),
        "as_written": list(found.as_written),
        "claims": list(found.claims),
        **_backing(found.backing, names),
    }


def _participant(one: Participant, names: Mapping[str, str]) -> Json:
    return {
        "name": one.name, "type": one.type, "country": one.country, "claims": list(one.claims),
        **_backing(one.backing, names), "voices": list(one.voices),
    }  # fmt: skip


def _reading(reading: Reading, names: Mapping[str, str]) -> Json:
    """One answer to a count, and all who give it."""
    return {
        **count_json(reading.count),
        **_backing(reading, names),
        "claims": list(reading.claims),
        "admiralty": reading.admiralty,
        "credibility_why": reading.credibility_why,
    }


def _claim(stated: StatedClaim, names: Mapping[str, str]) -> Json:
    claim = stated.claim
    where = {"mention": claim.mention, "report": names.get(claim.report, claim.report)}
    return {**claim_json(claim, stated.day, id_=stated.id), **where}


def _report(entry: ReportEntry) -> Json:
    return {
        "name": entry.name, "names": list(entry.names), "published": published_json(entry.published),
        "outlet": entry.outlet, "language": entry.language, "refused": entry.refused, "id": entry.id,
        "sha256": entry.sha256, "title": entry.title, "url": entry.url,
    }  # fmt: skip


def lineage_json(lineage: Lineage, names: Mapping[str, str]) -> Json:
    """A lineage, reports by name."""
    passages = [
        {"report": names.get(p.report, p.report), "start": p.start, "end": p.end} for p in lineage.passages
    ]  # fmt: skip
    return {
        "origin": lineage.origin, "speaker": lineage.speaker, "kind": lineage.kind,
        "reports": _named(lineage.reports, names), "passages": passages, "how": lineage.how,
        "changed": list(lineage.changed), "why": list(lineage.why),
    }  # fmt: skip


def _quotation(quotation: QuotationDiffers, names: Mapping[str, str]) -> Json:
    versions = [
        {"report": names.get(v.report, v.report), "start": v.start, "end": v.end, "quote": v.quote}
        for v in quotation.versions
    ]
    return {"speaker": quotation.speaker, "versions": versions, "why": quotation.why}
