"""The origins of an incident as a JSON object, in the pieces that the other formats are made of."""

from collections.abc import Mapping

from firsthand.model.ancestry import Ancestry
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Incident, Way
from firsthand.publish.parts import Json, count_json, interval_json
from firsthand.publish.record_json import lineage_json

__all__ = ["ancestry_json", "summary_json"]


def ancestry_json(found: Ancestry) -> Json:
    """The object that `firsthand origins RECORD INCIDENT --json` prints: reports by name."""
    names = {entry.id: entry.name for entry in found.reports if entry.id is not None}
    incident = found.incident
    return {
        **summary_json(incident),
        "why": list(found.why),
        "origins": [
            {
                "name": origin.name,
                "reliability": origin.reliability,
                "reliability_why": origin.reliability_why,
                "reports": sorted({names.get(report, report) for report in origin.reports}),
                "ways": [_way(way, names) for way in origin.ways],
            }
            for origin in incident.origins
        ],
        "readings": [
            {
                "field": answer.field,
                **count_json(answer.reading.count),
                "origins": list(answer.reading.origins),
                "independent_sources": len(answer.reading.origins),
                "admiralty": answer.reading.admiralty,
                "credibility_why": answer.reading.credibility_why,
                "why": list(answer.why),
                "ways": [_way(way, names) for way in answer.reading.ways],
            }
            for answer in found.answers
        ],
        "lineages": [lineage_json(lineage, names) for lineage in found.lineages],
        "reports": [_report(entry) for entry in found.reports],
    }


def summary_json(incident: Incident) -> Json:
    """One incident with its counts of reports and sources."""
    return {
        "incident": incident.id, "title": incident.title, "date": interval_json(incident.date.span),
        "reports_telling": len({telling.report for telling in incident.tellings}),
        "independent_sources": len(incident.origins), "goes_back_to": [origin.name for origin in incident.origins],
    }  # fmt: skip


def _way(way: Way, names: Mapping[str, str]) -> Json:
    return {
        "report": names.get(way.report, way.report), "origin": way.origin, "chain": list(way.chain), "how": way.how,
        "why": list(way.why), "claims": list(way.claims),
    }  # fmt: skip


def _report(entry: ReportEntry) -> Json:
    return {"name": entry.name, "outlet": entry.outlet, "published": interval_json(entry.published)}
