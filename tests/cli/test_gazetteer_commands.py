"""`firsthand gazetteer`: find explains, add keeps and refuses, and a run uses what was added."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand.cli.main import app
from firsthand.extract.places import find_places
from firsthand.resources.kit import Kit
from firsthand.resources.supplied import Supplied, compiled

MINE = "name,country,lat,lon,alternates\nXarmuliq,SY,35.12,40.33,Kharmuliq\n"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path / "data" / "firsthand" / "places"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["gazetteer", *(str(a) for a in arguments)])


def test_find_tells_candidates_keys_and_weights() -> None:
    done = run("find", "Dayr az-Zawr")
    assert done.exit_code == 0
    assert done.output.startswith("Dayr az-Zawr: "), "the name as it was asked for comes first, not its folded key"
    assert "looked up under dirzor" in done.output
    first = done.output.splitlines()[2]
    assert "Deir ez-Zor" in first
    assert "settlement" in first
    assert "weight" in first


def test_find_as_json_and_by_country() -> None:
    told = json.loads(run("find", "Paris", "--country", "us", "--limit", "3", "--json").output)
    assert len(told["candidates"]) == 3 < told["of"] < told["all"]
    assert {c["country"] for c in told["candidates"]} == {"US"}
    scores = [c["score"] for c in told["candidates"]]
    assert scores == sorted(scores, reverse=True)
    for c in told["candidates"]:
        assert c["score"] == pytest.approx(c["weight"] + c["bonus"] - c["penalty"], abs=0.02)


@pytest.mark.parametrize("name", ["Xarmuliq", "", "\x1b[31m", "a" * 5000, "*?[", "؛؛"])
def test_find_of_unknown_and_hostile_names_ends_with_1(name: str) -> None:
    done = run("find", name)
    assert done.exit_code == 1
    assert "No place of this name" in done.output
    assert "\x1b" not in done.output


def test_add_list_find_remove(tmp_path: Path, data: Path) -> None:
    (tmp_path / "mine.csv").write_text(MINE)
    added = run("add", tmp_path / "mine.csv")
    assert (added.exit_code, "mine: 1 place" in added.output) == (0, True)
    assert str(data) in added.output
    assert "mine: 1 place" in run("list").output
    assert "yours" in run("find", "kharmulik").output
    assert run("remove", "mine").exit_code == 0
    assert run("find", "Xarmuliq").exit_code == 1
    assert "nothing was added" in run("list").output


def test_a_bad_row_ends_with_1_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("name,country,lat,lon\nXarmuliq,SY,95,40\n")
    done = run("add", tmp_path / "bad.csv")
    assert done.exit_code == 1
    assert "bad.csv, line 2: lat '95'" in done.output
    assert "hint:" in done.output
    assert run("add").exit_code == 1


def test_a_folder_beside_the_record(tmp_path: Path, data: Path) -> None:
    (tmp_path / "mine.csv").write_text(MINE)
    assert run("add", tmp_path / "mine.csv", "--to", tmp_path / "places").exit_code == 0
    assert not data.exists()
    assert run("find", "Xarmuliq").exit_code == 1
    assert run("find", "Xarmuliq", "--gazetteer", tmp_path / "places").exit_code == 0
    done = CliRunner().invoke(app, ["extract", str(tmp_path), "--gazetteer", str(tmp_path / "empty")])
    assert done.exit_code == 1
    assert "there are no places in" in done.output


def test_a_run_takes_the_place_that_was_added(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(MINE)
    run("add", tmp_path / "mine.csv")
    plain, mine = Kit.open(), Kit.open(Supplied(gazetteer=str(compiled(None))))
    text = "Two soldiers were killed in an ambush near Xarmuliq in Syria on Monday."
    doc = next(iter(mine.parser.pipe([text])))
    places = {p.span.quote: p.place for p in find_places(doc, mine.gazetteer, (), text=text)}
    found = places["Xarmuliq"]
    assert found is not None
    assert (found.lat, found.lon, found.country) == (35.12, 40.33, "SY")
    assert mine.reading != plain.reading


@pytest.mark.parametrize("command", ["find", "add", "list", "remove"])
def test_every_command_has_examples_and_stands_in_the_manual(command: str) -> None:
    done = run(command, "--help")
    assert (done.exit_code, "Examples:" in done.output) == (0, True)
    page = (Path(__file__).resolve().parents[2] / "docs/reference/cli.md").read_text(encoding="utf-8")
    section = page.split(f"## firsthand gazetteer {command}\n")[1].split("\n## ")[0]
    for option in re.findall(r"--[a-z-]+", done.output):
        assert option in section
