"""`firsthand places` and `firsthand decide`: ambiguity is shown, a choice is logged, honoured and taken back."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app

Json = dict[str, Any]
TEXTS = {
    "a.txt": "2024-03-05\nTwo soldiers were killed when a car bomb exploded in Tripoli on Monday.\n",
    "b.txt": "2024-03-09\nGunmen shelled a post north of Tripoli on Friday, killing four people.\n",
}
LATER = "2024-03-20\nFive people died when rockets hit a market in Tripoli on Tuesday.\n"
WHO = ("--by", "A. Reader", "--why", "the outlet writes from Beirut")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def build(folder: Path, out: Path) -> None:
    assert run("build", folder, "--out", out, "--read-on", "2025-01-01", "--quiet").exit_code == 0


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decide")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text)
    build(folder / "reports", folder / "r.db")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the reports and their record."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shutil.copytree(made, tmp_path / "x")
    return tmp_path / "x"


def exported(folder: Path) -> Json:
    decoded: Json = json.loads(api.export(folder / "r.db"))
    return decoded


def countries(folder: Path) -> set[str | None]:
    return {place["country"] for incident in exported(folder)["incidents"] for place in incident["places"]}


def decide(folder: Path, *more: str) -> Result:
    return run("decide", folder / "r.db", *more, *WHO)


def test_places_lists_candidates_with_weights(folder: Path) -> None:
    (name,) = json.loads(run("places", folder / "r.db", "--ambiguous", "--json").stdout)["names"]
    assert (name["name"], name["ambiguous"], name["reports"]) == ("Tripoli", True, 2)
    assert {"LY", "LB"} <= {one["country"] for one in name["candidates"]}
    weights = [one["weight"] for one in name["candidates"]]
    assert weights == sorted(weights, reverse=True)
    assert sum(weights) <= 1.01
    shown = run("places", folder / "r.db", "tripoli").stdout
    assert "1 name, 1 ambiguous." in shown


def test_alternatives_stay_in_the_claim(folder: Path) -> None:
    claims = [claim["value"] for claim in exported(folder)["claims"] if claim["field"] == "place"]
    for value in claims:
        assert 0 < value["weight"] < 1
        assert "LB" in {one["country"] for one in value["alternatives"]}
        assert all(one["radius_km"] > 0 and 0 <= one["weight"] <= value["weight"] for one in value["alternatives"])


def test_choice_is_concluded_with_kept_and_explained(folder: Path) -> None:
    before = next(c["id"] for c in exported(folder)["claims"] if c["field"] == "place")
    result = decide(folder, "place", "tripoli", "Lebanon")
    assert result.exit_code == 0, result.output
    assert countries(folder) == {"LB"}
    assert "All holds" in run("verify", folder / "r.db").stdout
    told = " ".join(run("why", folder / "r.db", before).stdout.split())
    assert "decided by A. Reader" in told
    assert "the outlet writes from Beirut" in told
    assert json.loads(run("places", folder / "r.db", "--ambiguous", "--json").stdout)["names"] == []

    (folder / "reports" / "c.txt").write_text(LATER)
    build(folder / "reports", folder / "r.db")
    assert countries(folder) == {"LB"}, "a report that came later"
    assert "All holds" in run("verify", folder / "r.db").stdout


def test_same_record_whenever_the_decision_was_made(folder: Path) -> None:
    decide(folder, "place", "Tripoli", "Lebanon")
    (folder / "reports" / "c.txt").write_text(LATER)
    build(folder / "reports", folder / "r.db")
    late = folder / "late.db"
    build(folder / "reports", late)
    assert run("decide", late, "place", "Tripoli", "Lebanon", *WHO).exit_code == 0
    assert api.export(late) == api.export(folder / "r.db")


def test_choice_for_one_report_and_its_undoing(folder: Path) -> None:
    first = exported(folder)
    result = decide(folder, "place", "Tripoli", "Lebanon", "--report", "b.txt")
    assert result.exit_code == 0, result.output
    assert countries(folder) == {"LY", "LB"}
    again = decide(folder, "undo", result.stdout.split()[0])
    assert again.exit_code == 0, again.output
    assert exported(folder) == first


def test_name_that_is_no_place(folder: Path) -> None:
    assert decide(folder, "place", "Tripoli", "none").exit_code == 0
    assert all(place["lat"] is None for incident in exported(folder)["incidents"] for place in incident["places"])


@pytest.mark.parametrize(
    "words",
    [
        ("place", "Tripoli", "Norway"),
        ("place", "Tripoli", "99"),
        ("place", "Atlantis", "Lebanon"),
        ("place", "Tripoli"),
        ("place", "Tripoli", "Lebanon", "--report", "z.txt"),
        ("undo", "dec_0000"),
    ],
)
def test_wrong_requests_say_what_to_do_and_log_nothing(folder: Path, words: tuple[str, ...]) -> None:
    lines = run("verify", folder / "r.db").stdout
    result = decide(folder, *words)
    assert result.exit_code == 1
    assert result.stderr.startswith("error E100: ")
    assert "hint: " in result.stderr
    assert run("verify", folder / "r.db").stdout == lines


def test_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    result = run("decide", tmp_path / "none.db", "place", "Tripoli", "1", *WHO)
    assert (result.exit_code, result.stderr[:12]) == (1, "error E101: ")
    assert not (tmp_path / "none.db").exists()
