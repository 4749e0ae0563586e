"""The map's file: valid whatever the places are, a point only where a point is honest, and nothing in it lost or run."""

from typing import Any

import jsonschema
import msgspec
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model.folded import Folded, ReportEntry
from firsthand.model.incident import Best, Incident, IncidentDate, IncidentPlace, Origin, Telling
from firsthand.model.place import Place
from firsthand.publish.geojson import geojson
from firsthand.publish.schemas import schema
from firsthand.resources.kinds import Kinds

KINDS = Kinds.open()
VALID = jsonschema.Draft202012Validator(schema("geojson"))
EXACT = ("site", "settlement", "district")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
POINTS = st.none() | st.tuples(
    st.floats(-90, 90, allow_subnormal=False).map(lambda x: round(x, 5)),
    st.floats(-180, 180, allow_subnormal=False).map(lambda x: round(x, 5)),
)


@st.composite
def places(draw: st.DrawFn) -> Place:
    point = draw(POINTS)
    return Place(
        name=draw(WORDS), lat=point and point[0], lon=point and point[1],
        radius_km=draw(st.sampled_from([0.5, 5, 30, 30.1, 135])) if point else 0,
        precision=draw(st.sampled_from([*EXACT, "province", "region", "country"])), country="SY",
    )  # fmt: skip


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    number = draw(st.integers(0, 16**20 - 1))
    low, best, high = sorted(draw(st.lists(st.integers(0, 10**9), min_size=3, max_size=3)))
    return Incident(
        id=f"inc_{number:020x}", title=draw(WORDS), kind=draw(st.sampled_from(KINDS.names)),
        status="occurred", role="main", date=IncidentDate(),
        places=tuple(
            IncidentPlace(place=place, as_written=(), claims=()) for place in draw(st.lists(places(), max_size=3))
        ),
        best=(Best(field="killed", low=low, best=best, high=high),),
        tellings=(Telling(report="rpt_0", event="evt_0", mentions=(), role="main"),),
        origins=(Origin(name=draw(WORDS), reports=("rpt_0",), why=""),),
    )  # fmt: skip


def written(found: list[Incident]) -> dict[str, Any]:
    folded = Folded(
        model="mdl_0", incidents=tuple(found), reports=(ReportEntry(id="rpt_0", name="a.txt", names=("a.txt",)),)
    )
    once, again = (msgspec.json.encode(geojson(folded, KINDS)) for _ in range(2))
    assert once == again
    document: dict[str, Any] = msgspec.json.decode(once)
    return document


@given(st.lists(incidents(), max_size=4))
def test_one_feature_an_incident_valid_and_with_a_point_only_where_it_is_honest(found: list[Incident]) -> None:
    document = written(found)
    VALID.validate(document)
    assert [feature["id"] for feature in document["features"]] == [incident.id for incident in found]
    for incident, feature in zip(found, document["features"], strict=True):
        told, point = feature["properties"], feature["geometry"]
        shown = [p.place for p in incident.places if p.place.lat is not None and p.place.precision != "country"]
        first = next(iter([*shown, *(p.place for p in incident.places)]), None)
        assert told["place"] == (first.name if first else None)
        if point is None:
            assert first is None or first.lat is None or first.radius_km > 30 or first.precision not in EXACT
        else:
            assert first is not None
            assert point == {"type": "Point", "coordinates": [first.lon, first.lat]}
            assert first.precision in EXACT
            assert told["radius_km"] <= 30
        assert (told["title"], told["sources"]) == (incident.title, [incident.origins[0].name])
        assert [told[f"killed_{end}"] for end in ("low", "best", "high")] == [
            incident.best[0].low, incident.best[0].best, incident.best[0].high,
        ]  # fmt: skip
