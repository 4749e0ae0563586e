"""Both formats, against their published schemas: what the program prints is valid, and what is broken is not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from firsthand import api
from firsthand.model.voice import Voice
from firsthand.publish.parts import through
from tests import factories

Json = dict[str, Any]
TEXTS = {
    "a.txt": "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor"),
    "b.txt": "2024-03-06 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 6),
    "c.txt": factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2),
    "d.txt": " \n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports")
    for name, text in TEXTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def extractions(folder: Path) -> list[Json]:
    return list(api.extract([folder], read_on=factories.READ_ON, extractor=factories.IDIOM))


@pytest.fixture(scope="module")
def record(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Json:
    out = tmp_path_factory.mktemp("record") / "r.db"
    api.build([folder], out, read_on=factories.READ_ON, extractor=factories.IDIOM)
    decoded: Json = msgspec.json.decode(api.export(out))
    return decoded


def valid(name: api.SchemaName, document: Json) -> bool:
    return not list(jsonschema.Draft202012Validator(api.schema(name)).iter_errors(document))


def test_the_schemas_are_schemas() -> None:
    for name in ("extraction", "record", "geojson"):
        jsonschema.Draft202012Validator.check_schema(api.schema(name))


def test_every_extraction_is_valid(extractions: list[Json]) -> None:
    assert [line["report"]["name"] for line in extractions] == ["a.txt", "b.txt", "c.txt"]
    assert all(line["mentions"] for line in extractions)
    for line in extractions:
        jsonschema.Draft202012Validator(api.schema("extraction")).validate(line)


def test_every_quote_of_an_extraction_stands_in_its_text(extractions: list[Json]) -> None:
    for line in extractions:
        text = line["report"]["text"]
        found = list(spans(line))
        assert found
        for span in found:
            assert text[span["start"] : span["end"]] == span["quote"]


def spans(value: object) -> Iterator[Json]:
    """Every object in a document that quotes."""
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def test_the_record_is_valid(record: Json) -> None:
    jsonschema.Draft202012Validator(api.schema("record")).validate(record)
    assert record["incidents"]
    assert [entry["name"] for entry in record["reports"]] == sorted(TEXTS)
    assert [entry["name"] for entry in record["reports"] if entry["refused"]] == ["d.txt"]


def test_every_claim_an_incident_names_is_in_the_record(record: Json) -> None:
    claims = {claim["id"] for claim in record["claims"]}
    for incident in record["incidents"]:
        for field in ("places", "actors", "targets", "victims", "weapons", "killed", "wounded"):
            for value in incident[field]:
                assert value["claims"]
                assert set(value["claims"]) <= claims


def test_the_map_is_valid_and_quotes_the_reports(folder: Path, tmp_path: Path) -> None:
    api.build([folder], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    document: Json = msgspec.json.decode(api.export(tmp_path / "r.db", "geojson"))
    jsonschema.Draft202012Validator(api.schema("geojson")).validate(document)
    shelled = next(one for one in document["features"] if one["properties"]["kind"] == "shelling")
    where = factories.place("Oldford")
    assert shelled["geometry"] == {"type": "Point", "coordinates": [where.lon, where.lat]}
    told = shelled["properties"]
    assert (told["date"], told["actors"], told["reports"], told["grade"]) == (
        "2024-03-04",
        ["Northmen"],
        2,
        "corroborated",
    )
    assert (told["killed_low"], told["killed_high"], told["killed_best"]) == (4, 6, 6)
    assert (told["evidence"], told["evidence_report"]) == ("Northmen … Oldford … 2024-03-04 … 4", "a.txt")
    with api.open_record(tmp_path / "r.db", as_of="2024-03-05") as then:
        known: Json = msgspec.json.decode(api.export(then, "geojson"))
    assert known["as_of"]["day"] == "2024-03-05"
    assert [one["properties"]["reports"] for one in known["features"]] == [1]
    for wrong in (lost("features", 0, "geometry"), put([1, 2, 3], "features", 0, "geometry"), put("x", "type")):
        broken: Json = msgspec.json.decode(msgspec.json.encode(document))
        wrong(broken)
        assert not valid("geojson", broken)


def lost(*path: str | int) -> Callable[[Json], None]:
    """Break a document by taking a key away."""

    def change(document: Json) -> None:
        where: Any = document
        for step in path[:-1]:
            where = where[step]
        del where[path[-1]]

    return change


def put(value: object, *path: str | int) -> Callable[[Json], None]:
    """Break a document by putting a wrong value."""

    def change(document: Json) -> None:
        where: Any = document
        for step in path[:-1]:
            where = where[step]
        where[path[-1]] = value

    return change


CLAIM = ("mentions", 0, "claims", 0)


@pytest.mark.parametrize(
    "change",
    [
        lost("report", "names"), lost("mentions"), lost("mentions", 0, "event"), lost(*CLAIM, "voice"),
        lost(*CLAIM, "value", "text"),
        lost("places", 0, "radius_km"), put("two", "mentions", 0, "claims", 3, "value", "number"),
        put(91, "places", 0, "lat"),
        put("maybe", "mentions", 0, "status"), put("yesterday", "report", "published", "earliest"), put("clm_1", *CLAIM, "id"),
        put("firsthand-extraction/2", "format"), put("relative", "report", "published", "basis"),
        put("", *CLAIM, "span", "quote"),
    ],
)  # fmt: skip
def test_a_broken_extraction_is_not_valid(extractions: list[Json], change: Callable[[Json], None]) -> None:
    broken: Json = msgspec.json.decode(msgspec.json.encode(extractions[0]))
    assert valid("extraction", broken)
    change(broken)
    assert not valid("extraction", broken)


@pytest.mark.parametrize(
    "change",
    [
        lost("model"), lost("lineages"), lost("incidents", 0, "grade"), lost("incidents", 0, "civilian_casualties"),
        lost("incidents", 0, "date", "claims"), lost("claims", 0, "mention"), lost("reports", 0, "refused"),
        put([], "incidents", 0, "reports"), put("1", "incidents", 0, "independent_sources"),
        put({"killed": 3}, "incidents", 0, "best"),
        put("weakish", "incidents", 0, "grade"), put("inc_1", "incidents", 0, "id"),
    ],
)  # fmt: skip
def test_a_broken_record_is_not_valid(record: Json, change: Callable[[Json], None]) -> None:
    broken: Json = msgspec.json.decode(msgspec.json.encode(record))
    assert valid("record", broken)
    change(broken)
    assert not valid("record", broken)


def test_who_passed_it_on_is_an_agency_or_outlet_and_not_the_body_of_a_person() -> None:
    known = {"Hill Wire", "Hill Post"}
    for chain, wanted in (
        (("Colonel Vree", "Hill Wire"), "Hill Wire"),
        (("Colonel Vree", "the army"), None),
        (("the army", "Hill Wire", "Hill Post"), "Hill Post"),
        (("Hill Wire",), None),
        ((), None),
    ):
        assert through(Voice(speaker=chain[0] if chain else None, chain=chain), known.__contains__) == wanted
