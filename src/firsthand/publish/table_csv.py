"""One row an incident, for a spreadsheet: nothing in it can run as a formula."""

import csv
import io
import re

from firsthand.model.claim import COUNTS
from firsthand.model.folded import Folded
from firsthand.model.incident import Incident
from firsthand.model.precision import date_prec, geo_precision, time_precision, where_prec
from firsthand.publish.plain import plain
from firsthand.resources.kinds import Kinds

FORMULA = re.compile(r"[\s\"'“”„«;]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r\n]")
"""How a cell begins that a spreadsheet takes for a formula, or is led to one by; some skip blanks and quotes before it."""
BETWEEN = "; "

COLUMNS = (
    "id", "title", "kind", "acled_event_type", "acled_sub_event_type", "plover_type", "plover_mode", "status", "role",
    "date", "date_earliest", "date_latest", "date_basis", "acled_time_precision", "ucdp_date_prec",
    "place", "admin1", "country", "lat", "lon", "radius_km",
    "precision", "acled_geo_precision", "ucdp_where_prec", "place_basis", "geonames_id",
    "actors", "targets", "victims", "weapons",
    *(f"{field}_{end}" for field in COUNTS for end in ("low", "best", "high")),
    "reports", "report_names", "independent_sources", "origins", "discrepancies", "grade", "as_of",
)  # fmt: skip

Cell = str | int | float | None


def table_csv(folded: Folded, kinds: Kinds) -> str:
    """The incidents as CSV with a head line, UTF-8, lines ended as RFC 4180 says."""
    names = {entry.id: entry.name for entry in folded.reports}
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for incident in folded.incidents:
        row = {**_row(incident, names, kinds), "as_of": folded.as_of.day.isoformat() if folded.as_of else None}
        writer.writerow([safe(row[column]) for column in COLUMNS])
    return out.getvalue()


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe; what is obeyed or unseen goes."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = plain(cell)
    return f"'{text}" if FORMULA.match(text) else text


def _row(incident: Incident, names: dict[str | None, str], kinds: Kinds) -> dict[str, Cell]:
    """The cells of one incident by column."""
    kind, when = kinds[incident.kind], incident.date.span
    reports = sorted({names.get(told.report, told.report) for told in incident.tellings})
    best = {found.field: found for found in incident.best}
    row: dict[str, Cell] = {
        "id": incident.id, "title": incident.title, "kind": incident.kind,
        "acled_event_type": kind.acled.event_type, "acled_sub_event_type": kind.acled.sub_event_type,
        "plover_type": kind.plover.type, "plover_mode": kind.plover.mode,
        "status": incident.status, "role": incident.role, "date": when.edtf,
        "date_earliest": when.earliest.isoformat() if when.earliest else None,
        "date_latest": when.latest.isoformat() if when.latest else None, "date_basis": when.basis,
        "acled_time_precision": time_precision(when), "ucdp_date_prec": date_prec(when),
        "actors": BETWEEN.join(one.name for one in incident.actors),
        "targets": BETWEEN.join(one.name for one in incident.targets),
        "victims": BETWEEN.join(one.name for one in incident.victims),
        "weapons": BETWEEN.join(arm.name for arm in incident.weapons),
        "reports": len(reports), "report_names": BETWEEN.join(reports),
        "independent_sources": len(incident.origins), "origins": BETWEEN.join(o.name for o in incident.origins),
        "discrepancies": BETWEEN.join(d.why for d in incident.discrepancies), "grade": incident.grade,
        **_where(incident),
    }  # fmt: skip
    for field in COUNTS:
        toll = best.get(field)
        for end in ("low", "best", "high"):
            row[f"{field}_{end}"] = getattr(toll, end) if toll else None
    return row


def _where(incident: Incident) -> dict[str, Cell]:
    """The first place of an incident, or empty cells."""
    place = incident.places[0].place if incident.places else None
    columns = ("name", "admin1", "country", "lat", "lon", "radius_km", "precision", "geonames_id")
    return {
        **{("place" if c == "name" else c): (getattr(place, c) if place else None) for c in columns},
        "acled_geo_precision": geo_precision(place) if place else None,
        "ucdp_where_prec": where_prec(place) if place else None,
        "place_basis": incident.places[0].basis if place else None,
    }
