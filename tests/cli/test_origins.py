"""`firsthand origins`: what it prints and draws of a small record, and that what reports say cannot get out of the picture."""

import functools
import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from tests import factories

PRINTED = Path(__file__).parent / "printed"
TEXTS = {
    "a.txt": "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor"),
    "b.txt": "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor") + " Rain.",
    "c.txt": "2024-03-06 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 6, "Dale Watch"),
    "d.txt": "2024-03-06 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4),
}  # fmt: skip


@pytest.fixture(autouse=True)
def idiom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "build", functools.partial(api.build, extractor=factories.IDIOM))
    monkeypatch.setenv("COLUMNS", "100")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def built(folder: Path, texts: dict[str, str]) -> Path:
    """A record of these texts."""
    (folder / "reports").mkdir()
    for name, text in texts.items():
        (folder / "reports" / name).write_text(text)
    api.build([folder / "reports"], folder / "r.db", read_on=factories.READ_ON)
    return folder / "r.db"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return built(tmp_path, TEXTS)


def only(record: Path) -> str:
    """The id of the record's one incident."""
    (found,) = json.loads(run("origins", record, "--json").stdout)
    return str(found["incident"])


@pytest.mark.parametrize("what", ["list", "incident", "svg"])
def test_it_is_as_it_was(what: str, record: Path, tmp_path: Path) -> None:
    """To accept a change: run the tests with BLESS=1 and look at the difference."""
    arguments = {"list": (), "incident": (only(record),), "svg": (only(record), "--svg", tmp_path / "o.svg")}[what]
    result = run("origins", record, *arguments)
    assert result.exit_code == 0
    got = (tmp_path / "o.svg").read_text() if what == "svg" else result.stdout
    pinned = PRINTED / {"list": "origins-list.txt", "incident": "origins.txt", "svg": "origins.svg"}[what]
    if os.environ.get("BLESS"):
        pinned.write_text(got)
    assert got == pinned.read_text()


def test_reports_that_name_one_source_are_one_and_a_count_of_its_own_is_another(record: Path) -> None:
    found = json.loads(run("origins", record, only(record), "--json").stdout)
    assert (found["reports_telling"], found["independent_sources"]) == (4, 2)
    by_number = {reading["number"]: reading for reading in found["readings"]}
    assert by_number[4]["independent_sources"] == by_number[6]["independent_sources"] == 1
    assert {way["report"]: way["how"] for way in by_number[4]["ways"]} == {
        "a.txt": "named", "b.txt": "named", "d.txt": "lent",
    }  # fmt: skip
    assert any("3 reports, one source" in why for why in by_number[4]["why"])
    assert any("from Dale Watch alone: killed 6" in why for why in found["why"])


def test_every_way_names_a_report_and_claims_that_are_in_the_record(record: Path) -> None:
    found = json.loads(run("origins", record, only(record), "--json").stdout)
    exported = json.loads(api.export(record))
    claims = {claim["id"]: claim for claim in exported["claims"]}
    for reading in found["readings"]:
        for way in reading["ways"]:
            assert way["claims"]
            assert {claims[key]["report"] for key in way["claims"]} == {way["report"]}
            assert way["origin"] == way["chain"][0]


def test_what_reports_say_stays_text_in_the_picture(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>&\x1b\u202e.txt".replace("/", "_")
    record = built(tmp_path, {evil: TEXTS["a.txt"], "c.txt": TEXTS["c.txt"]})
    assert run("origins", record, only(record), "--svg", tmp_path / "o.svg").exit_code == 0
    drawn = (tmp_path / "o.svg").read_text()
    root = ET.fromstring(drawn)  # noqa: S314 - our own picture
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "text", "path", "g"}
    assert any("<script>alert(1)<_script>&.txt" in (node.text or "") for node in root.iter())
    assert not {"\x1b", "\u202e"} & set(drawn)
    assert all(not key.startswith("on") and "href" not in key for node in root.iter() for key in node.attrib)


def test_the_picture_follows_light_and_dark(record: Path, tmp_path: Path) -> None:
    run("origins", record, only(record), "--svg", tmp_path / "o.svg")
    assert "prefers-color-scheme: dark" in (tmp_path / "o.svg").read_text()


def test_a_picture_needs_an_incident_and_overwrites_no_record(record: Path, tmp_path: Path) -> None:
    assert run("origins", record, "--svg", tmp_path / "o.svg").exit_code == 1
    before = record.read_bytes()
    refused = run("origins", record, only(record), "--svg", record)
    assert refused.exit_code == 1
    assert "overwrite" in refused.stderr
    assert record.read_bytes() == before
    assert run("origins", record, "0000").exit_code == 1
