"""The table: safe to open in a spreadsheet, and true."""

import csv
import io

import pytest

from firsthand.model.folded import Folded
from firsthand.model.incident import Best, Incident, IncidentDate, IncidentPlace, Participant, Telling
from firsthand.model.place import Place
from firsthand.publish.table_csv import COLUMNS, safe, table_csv
from firsthand.resources.kinds import Kinds


def participant(name: str) -> Participant:
    return Participant(name=name, type="group", country=None, claims=(), voices=())


INCIDENT = Incident(
    id="inc_1", title='=HYPERLINK("http://x","click")', kind="shelling", status="occurred", role="main",
    date=IncidentDate(), actors=(participant("@group"), participant("Hillmen")), grade="weak",
    places=(IncidentPlace(place=Place(name="Oldford", lat=-3.5, lon=-60.25, radius_km=5), as_written=(), claims=()),),
    best=(Best(field="killed", low=2, best=3, high=None),),
    tellings=(Telling(report="rpt_1", event="evt_1", mentions=("mnt_1",), role="main"),),
)  # fmt: skip


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "\n=1"])
def test_text_that_would_run_gets_an_apostrophe(cell: str) -> None:
    assert str(safe(cell)).startswith("'")


@pytest.mark.parametrize(("cell", "kept"), [("a=b", "a=b"), (-3.5, -3.5), (None, ""), (0, 0), ("x\x1b[2J", "x[2J")])
def test_other_cells_stay_as_they_are(cell: str | float | None, kept: str | float) -> None:
    assert safe(cell) == kept


def test_an_incident_is_one_row() -> None:
    rows = list(
        csv.DictReader(io.StringIO(table_csv(Folded(model="m", incidents=(INCIDENT,)), Kinds.open()), newline=""))
    )
    assert len(rows) == 1
    row = rows[0]
    assert tuple(row) == COLUMNS
    assert row["title"].startswith("'=")
    assert row["actors"] == "'@group; Hillmen"
    assert (row["lat"], row["lon"]) == ("-3.5", "-60.25")
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == ("2", "3", "")
    assert row["acled_sub_event_type"] == "Shelling/artillery/missile attack"
