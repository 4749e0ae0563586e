"""`firsthand-geojson/1`: the incidents as a FeatureCollection (RFC 7946), one feature an incident, for maps and GIS.

An incident without an honest point has no geometry: a province is no dot in its middle. Its row is there all the same.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from firsthand.model.claim import Claim
from firsthand.model.folded import Folded
from firsthand.model.incident import Incident
from firsthand.model.precision import date_prec, geo_precision, is_dot, is_mapped, time_precision, where_prec
from firsthand.publish.parts import Json, interval_json
from firsthand.publish.record_json import as_of_json
from firsthand.resources.kinds import Kinds

FORMAT = "firsthand-geojson/1"
TOLLS = ("killed", "wounded", "civilian_killed", "civilian_wounded")
WORDS = 240
"""Characters of the words that are shown."""
BETWEEN = " … "


def geojson(folded: Folded, kinds: Kinds) -> Json:
    """All incidents in the order of the fold."""
    names = {entry.id: entry.name for entry in folded.reports if entry.id is not None}
    said = {stated.id: stated.claim for stated in folded.claims}
    by_mention: dict[str, list[Claim]] = {}
    for claim in said.values():
        by_mention.setdefault(claim.mention, []).append(claim)
    return {
        "type": "FeatureCollection",
        "format": FORMAT,
        "model": folded.model,
        "as_of": as_of_json(folded.as_of),
        "features": [_feature(incident, names, by_mention, kinds) for incident in folded.incidents],
    }


def _feature(incident: Incident, names: Mapping[str, str], claims: Mapping[str, Sequence[Claim]], kinds: Kinds) -> Json:
    where, point = _where(incident)
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": point,
        "properties": {
            "id": incident.id, "title": incident.title, **_what(incident, kinds), **_when(incident), **where,
            **_who(incident), **_tolls(incident),
            "reports": len({told.report for told in incident.tellings}),
            "sources": [origin.name for origin in incident.origins],
            "independent_sources": len(incident.origins),
            "grade": incident.grade,
            **_evidence(incident, names, claims),
        },
    }  # fmt: skip


def _what(incident: Incident, kinds: Kinds) -> Json:
    kind = kinds[incident.kind]
    return {
        "kind": incident.kind, "acled_event_type": kind.acled.event_type,
        "acled_sub_event_type": kind.acled.sub_event_type, "plover_type": kind.plover.type,
        "plover_mode": kind.plover.mode, "ucdp_types": list(kind.ucdp), "status": incident.status, "role": incident.role,
    }  # fmt: skip


def _when(incident: Incident) -> Json:
    span = incident.date.span
    return {
        **{("date" if key == "edtf" else f"date_{key}"): value for key, value in interval_json(span).items()},
        "acled_time_precision": time_precision(span),
        "ucdp_date_prec": date_prec(span),
    }


def _where(incident: Incident) -> tuple[Json, Json | None]:
    """Where it happened: the first place that a map can show, else the first; and its point where that is honest."""
    shown = [found for found in incident.places if is_mapped(found.place)]
    found = next(chain(shown, incident.places), None)
    place = found.place if found else None
    keys = ("name", "admin1", "country", "precision", "radius_km", "geonames_id")
    told = {("place" if key == "name" else key): (getattr(place, key) if place else None) for key in keys}
    point = [place.lon, place.lat] if place and is_dot(place) else None
    return {
        **told,
        "acled_geo_precision": geo_precision(place) if place else None,
        "ucdp_where_prec": where_prec(place) if place else None,
        "place_basis": found.basis if found else None,
        "places": [one.place.name for one in incident.places],
    }, {"type": "Point", "coordinates": point} if point else None


def _who(incident: Incident) -> Json:
    return {
        "actors": [one.name for one in incident.actors],
        "targets": [one.name for one in incident.targets],
        "victims": [one.name for one in incident.victims],
        "weapons": [arm.name for arm in incident.weapons],
    }


def _tolls(incident: Incident) -> Json:
    best = {found.field: found for found in incident.best}
    return {
        f"{field}_{end}": getattr(best[field], end) if field in best else None
        for field in TOLLS
        for end in ("low", "best", "high")
    }


def _evidence(incident: Incident, names: Mapping[str, str], claims: Mapping[str, Sequence[Claim]]) -> Json:
    """The words of the telling in the first report, by name, that tells it as news; each once, in their order."""
    told = min(incident.tellings, key=lambda one: (one.role != "main", names.get(one.report, one.report)))
    said = sorted(
        {claim.span for mention in told.mentions for claim in claims.get(mention, ())},
        key=lambda span: (span.start, -span.end),
    )
    words: list[str] = []
    upto = 0
    for span in said:
        if span.start >= upto:
            words.append(" ".join(span.quote.split()))
            upto = span.end
    return {"evidence": BETWEEN.join(words)[:WORDS], "evidence_report": names.get(told.report, told.report)}
