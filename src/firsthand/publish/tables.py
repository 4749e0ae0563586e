"""The record as plain tables with typed columns, for data frames: incidents, claims, reports, decisions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

import msgspec

from firsthand.model.claim import COUNTS
from firsthand.model.folded import Folded
from firsthand.model.match import Decision
from firsthand.publish.geojson import geojson
from firsthand.publish.parts import value_json
from firsthand.resources.kinds import Kinds

Table = Literal["incidents", "claims", "reports", "decisions"]
TABLES: tuple[str, ...] = get_args(Table)
Sort = Literal["text", "number", "degrees", "day", "moment", "list"]
"""What a column holds: text, whole numbers, other numbers, days, moments (UTC), lists of text; any may be missing in a row."""
Row = dict[str, Any]

INCIDENTS: dict[str, Sort] = {
    **dict.fromkeys(
        ("id", "title", "kind", "acled_event_type", "acled_sub_event_type", "plover_type", "plover_mode", "status", "role",
         "date"), "text",
    ),
    **dict.fromkeys(("date_earliest", "date_latest"), "day"), "date_basis": "text",
    **dict.fromkeys(("acled_time_precision", "ucdp_date_prec"), "number"),
    **dict.fromkeys(("place", "admin1", "country"), "text"), **dict.fromkeys(("lat", "lon", "radius_km"), "degrees"),
    "precision": "text", **dict.fromkeys(("geonames_id", "acled_geo_precision", "ucdp_where_prec"), "number"),
    "place_basis": "text", **dict.fromkeys(("places", "actors", "targets", "victims", "weapons"), "list"),
    **dict.fromkeys((f"{field}_{end}" for field in COUNTS for end in ("low", "best", "high")), "number"),
    "reports": "number", "sources": "list", "independent_sources": "number", "grade": "text", "evidence": "text",
    "evidence_report": "text",
}  # fmt: skip
CLAIMS: dict[str, Sort] = {
    **dict.fromkeys(("id", "incident", "report", "mention", "field", "quote"), "text"),
    **dict.fromkeys(("start", "end"), "number"), **dict.fromkeys(("speaker", "stance", "by", "value"), "text"),
    **dict.fromkeys(("number", "low", "high"), "number"), **dict.fromkeys(("earliest", "latest"), "day"),
}  # fmt: skip
REPORTS: dict[str, Sort] = {
    **dict.fromkeys(("id", "name", "title", "outlet", "url", "language"), "text"),
    **dict.fromkeys(("earliest", "latest"), "day"), **dict.fromkeys(("basis", "refused", "sha256"), "text"),
}  # fmt: skip
DECISIONS: dict[str, Sort] = {
    **dict.fromkeys(("id", "kind", "by", "why"), "text"), "at": "moment", "mentions": "list", "apart": "list",
    **dict.fromkeys(("name", "report", "answers"), "text"),
}  # fmt: skip


class Typed(NamedTuple):
    """A table: its columns with what each holds, and its rows."""

    columns: Mapping[str, Sort]
    rows: Sequence[Row]


def table(name: str, folded: Folded, decisions: Sequence[Decision], kinds: Kinds) -> Typed:
    """A table of a record. Errors: KeyError for a name that none has."""
    if name == "decisions":
        return Typed(DECISIONS, list(_decisions(decisions)))
    if name == "reports":
        return Typed(REPORTS, list(_reports(folded)))
    if name == "claims":
        return Typed(CLAIMS, list(_claims(folded)))
    return Typed({"incidents": INCIDENTS}[name], list(_incidents(folded, kinds)))


def _incidents(folded: Folded, kinds: Kinds) -> Iterator[Row]:
    """What a map shows of each, and every count. `lat`, `lon` are missing where no point is honest."""
    for incident, feature in zip(folded.incidents, geojson(folded, kinds)["features"], strict=True):
        told = feature["properties"]
        span, point = incident.date.span, feature["geometry"]
        lon, lat = point["coordinates"] if point else (None, None)
        best = {found.field: found for found in incident.best}
        counts = {
            f"{field}_{end}": getattr(best.get(field), end, None) for field in COUNTS for end in ("low", "best", "high")
        }
        days = {"date_earliest": span.earliest, "date_latest": span.latest}
        row = {**told, **days, "lat": lat, "lon": lon, **counts}
        yield {column: row[column] for column in INCIDENTS}


def _claims(folded: Folded) -> Iterator[Row]:
    names = {entry.id: entry.name for entry in folded.reports}
    told = {m: incident.id for incident in folded.incidents for one in incident.tellings for m in one.mentions}
    for stated in folded.claims:
        claim = stated.claim
        value = value_json(claim.value, claim.span, stated.day)
        yield {
            "id": stated.id, "incident": told.get(claim.mention), "report": names.get(claim.report, claim.report),
            "mention": claim.mention, "field": claim.field, "quote": claim.span.quote, "start": claim.span.start,
            "end": claim.span.end, "speaker": claim.voice.speaker, "stance": claim.voice.stance, "by": claim.by,
            "value": msgspec.json.encode(value).decode(),
            **{key: value.get(key) if claim.field in COUNTS else None for key in ("number", "low", "high")},
            "earliest": stated.day.earliest if stated.day else None,
            "latest": stated.day.latest if stated.day else None,
        }  # fmt: skip


def _reports(folded: Folded) -> Iterator[Row]:
    for entry in folded.reports:
        when: dict[str, date | None] = {"earliest": entry.published.earliest, "latest": entry.published.latest}
        row = {key: getattr(entry, key, None) for key in REPORTS}
        yield {**row, **when, "basis": entry.published.basis}


def _decisions(decisions: Sequence[Decision]) -> Iterator[Row]:
    for one in decisions:
        row = {key: getattr(one, key) for key in DECISIONS}
        yield {**row, "mentions": list(one.mentions), "apart": list(one.apart)}
