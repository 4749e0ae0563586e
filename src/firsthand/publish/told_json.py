"""One report as JSON: what it is, what it tells and from whom, its claims with their spans, and what was refused."""

from collections.abc import Mapping

from firsthand.model.told import ReportTold, ToldIncident
from firsthand.publish.parts import Json, claim_json, published_json
from firsthand.publish.record_json import lineage_json


def told_json(found: ReportTold, names: Mapping[str, str]) -> Json:
    """The object that `firsthand report --json` prints. `names`: of reports, by id. Spans are code points into `text`."""
    entry = found.entry
    incidents = {one.number: one.incident.id for one in found.tells}
    return {
        "report": {
            "id": entry.id, "name": entry.name, "names": list(entry.names), "outlet": entry.outlet, "title": entry.title,
            "url": entry.url, "language": entry.language, "sha256": entry.sha256, "refused": entry.refused,
            "partly": entry.partly, "published": published_json(entry.published),
        },
        "text": found.text,
        "incidents": [_incident(one) for one in found.tells],
        "lineages": [lineage_json(one, names) for one in found.lineages],
        "claims": [
            {
                **claim_json(one.stated.claim, one.stated.day, id_=one.stated.id), "mention": one.stated.claim.mention,
                "incident": incidents.get(one.incident or 0),
            }
            for one in found.claims
        ],
        "refused": [{"stage": one.stage, "code": one.code, "reason": one.reason} for one in found.refused],
    }  # fmt: skip


def _incident(one: ToldIncident) -> Json:
    return {
        "id": one.incident.id, "number": one.number, "title": one.incident.title, "role": one.role, "origins": list(one.origins),
        "ways": [{"chain": list(way.chain), "how": way.how, "why": list(way.why)} for way in one.ways],
    }  # fmt: skip
