"""How the account of an incident changed, as one JSON object."""

from collections.abc import Mapping

from firsthand.model.course import Course, Denied, FigureTold, History
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Best, Incident
from firsthand.publish.parts import Json, count_json, interval_json, iso

__all__ = ["history_json"]


def history_json(incident: Incident, found: History, reports: Mapping[str, ReportEntry]) -> Json:
    """The incident, its counts over time, and what was denied. `reports`: by id; they bear names in the result."""
    return {
        "incident": incident.id,
        "title": incident.title,
        "fields": [_course(course, reports) for course in found.courses],
        "denied": [_denied(one, reports) for one in found.denied],
    }


def _course(course: Course, reports: Mapping[str, ReportEntry]) -> Json:
    return {
        "field": course.field,
        "told": [_figure(row, reports) for row in course.told],
        "undated": [_figure(row, reports) for row in course.undated],
        "stood": [{"day": iso(one.day), **_best(one.best)} for one in course.stood],
        "now": _best(course.now),
    }


def _best(best: Best | None) -> Json:
    return {"low": best and best.low, "best": best and best.best, "high": best and best.high}


def _figure(row: FigureTold, reports: Mapping[str, ReportEntry]) -> Json:
    entry = reports.get(row.report)
    return {
        "day": iso(row.day), "did": row.did, "replaces": row.replaces, "quote": row.quote, **count_json(row.count),
        "speaker": row.speaker, "stance": row.stance, "through": list(row.through), "origins": list(row.origins),
        "report": entry.name if entry else row.report, "outlet": entry.outlet if entry else None,
        "published": interval_json(entry.published) if entry else None, "claims": list(row.claims),
    }  # fmt: skip


def _denied(one: Denied, reports: Mapping[str, ReportEntry]) -> Json:
    entry = reports.get(one.report or "")
    return {
        "field": one.field, "day": iso(one.day), "why": one.why, "speaker": one.speaker,
        "report": entry.name if entry else one.report, "claims": list(one.claims),
    }  # fmt: skip
