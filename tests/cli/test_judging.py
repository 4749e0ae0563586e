"""`firsthand explain`, `decide` on tellings and `decisions`: a person sees why, corrects it, and it stays corrected."""

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app

Json = dict[str, Any]
TEXTS = {
    "a.txt": "2024-03-05\nFour soldiers were killed when gunmen ambushed an army convoy near Kutum on Monday, 4 March.\n",
    "b.txt": "2024-03-05\nGunmen ambushed an army convoy near Kutum on Monday, killing four soldiers, the army said.\n",
    "c.txt": "2024-03-12\nGunmen ambushed a police patrol near Kutum on Monday, 11 March, killing two officers.\n",
}
LATER = "2024-03-06\nThe army said four soldiers were killed in an ambush on a convoy near Kutum on Monday.\n"
WHO = ("--by", "A. Reader", "--why", "read both")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def build(folder: Path, out: Path) -> None:
    assert run("build", folder, "--out", out, "--read-on", "2025-01-01", "--quiet").exit_code == 0


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judging")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text)
    build(folder / "reports", folder / "r.db")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "140")
    shutil.copytree(made, tmp_path / "x")
    return tmp_path / "x"


def groups(folder: Path) -> set[frozenset[str]]:
    exported: Json = json.loads(api.export(folder / "r.db"))
    return {frozenset(told["name"] for told in one["reports"]) for one in exported["incidents"]}


def of(folder: Path, report: str) -> str:
    exported: Json = json.loads(api.export(folder / "r.db"))
    return next(str(one["id"]) for one in exported["incidents"] if report in {told["name"] for told in one["reports"]})


TOGETHER = {frozenset({"a.txt", "b.txt"}), frozenset({"c.txt"})}
APART = {frozenset({"a.txt"}), frozenset({"b.txt"}), frozenset({"c.txt"})}


def test_the_bits_that_are_shown_add_up(folder: Path) -> None:
    found = json.loads(run("explain", folder / "r.db", of(folder, "a.txt"), of(folder, "c.txt"), "--json").stdout)
    assert found["prior"] + sum(one["millibits"] for one in found["features"]) == found["millibits"]
    assert (found["together"], found["veto"], found["barred"]) == (False, "stated days apart", ["stated days apart"])
    assert all(one["why"] for one in found["features"])
    shown = run("explain", folder / "r.db", of(folder, "a.txt"), of(folder, "c.txt")).stdout
    assert "They are two incidents in this record." in shown
    assert f"{found['millibits'] / 1000:+.1f}" in shown


def test_one_report_is_held_against_the_rest_of_its_incident(folder: Path) -> None:
    incident = of(folder, "a.txt")
    found = json.loads(run("explain", folder / "r.db", f"{incident}:b.txt", incident, "--json").stdout)
    assert (found["together"], found["pairs"]) == (True, 1)
    assert {found["left"]["report"], found["right"]["report"]} == {"a.txt", "b.txt"}


def test_the_waterfall_is_sound_and_ends_at_the_sum(folder: Path) -> None:
    picture = folder / "why.svg"
    assert run("explain", folder / "r.db", of(folder, "a.txt"), of(folder, "c.txt"), "--svg", picture).exit_code == 0
    words = "".join(ElementTree.fromstring(picture.read_text()).itertext())  # noqa: S314 - our own picture
    assert "prior" in words
    assert "sum" in words


@pytest.mark.parametrize("pair", [("zzzz", "yyyy"), ("a", "a")])
def test_what_is_not_there_cannot_be_explained(folder: Path, pair: tuple[str, str]) -> None:
    one = [of(folder, "a.txt") if name == "a" else name for name in pair]
    assert run("explain", folder / "r.db", *one).exit_code == 1


def test_same_joins_and_undo_parts_again(folder: Path) -> None:
    assert groups(folder) == TOGETHER
    made = run("decide", folder / "r.db", "same", of(folder, "a.txt"), of(folder, "c.txt"), *WHO)
    assert made.exit_code == 0
    assert groups(folder) == {frozenset(TEXTS)}
    assert run("verify", folder / "r.db").exit_code == 0
    assert run("decide", folder / "r.db", "undo", made.stdout.strip(), *WHO).exit_code == 0
    assert groups(folder) == TOGETHER


def test_split_takes_a_report_out_for_ever(folder: Path) -> None:
    assert run("decide", folder / "r.db", "split", of(folder, "a.txt"), "b.txt", *WHO).exit_code == 0
    assert groups(folder) == APART
    (folder / "reports/d.txt").write_text(LATER)
    build(folder / "reports", folder / "r.db")
    assert all(not {"a.txt", "b.txt"} <= group for group in groups(folder))
    # The same reports and decisions give the same record in whatever order they came.
    build(folder / "reports", folder / "s.db")
    with api.open_record(folder / "r.db") as record:
        (decision,) = record.decisions
    assert decision.kind == "split"
    assert len(decision.marks) == len(decision.mentions) + len(decision.apart)


def test_different_keeps_two_apart(folder: Path) -> None:
    incident = of(folder, "a.txt")
    assert run("decide", folder / "r.db", "different", f"{incident}:a.txt", f"{incident}:b.txt", *WHO).exit_code == 0
    assert groups(folder) == APART
    found = json.loads(run("explain", folder / "r.db", of(folder, "a.txt"), of(folder, "b.txt"), "--json").stdout)
    assert (found["ruled"], found["together"]) == ("different", False)
    assert [one["by"] for one in found["decisions"]] == ["A. Reader"]


def test_a_contradiction_is_refused_and_both_are_shown(folder: Path) -> None:
    incident = of(folder, "a.txt")
    first = run("decide", folder / "r.db", "split", incident, "b.txt", *WHO).stdout.strip()
    again = run(
        "decide",
        folder / "r.db",
        "same",
        of(folder, "a.txt"),
        of(folder, "b.txt"),
        "--by",
        "B. Other",
        "--why",
        "one road",
    )
    assert again.exit_code == 1
    assert "E107" in again.output
    assert first in again.output
    assert "A. Reader" in again.output
    assert "B. Other" in again.output
    assert groups(folder) == APART


def test_an_undo_of_an_undo_brings_nothing_back_against_what_was_decided_since(folder: Path) -> None:
    first = run("decide", folder / "r.db", "split", of(folder, "a.txt"), "b.txt", *WHO).stdout.strip()
    back = run("decide", folder / "r.db", "undo", first, *WHO).stdout.strip()
    same = ("same", f"{of(folder, 'a.txt')}:a.txt", f"{of(folder, 'a.txt')}:b.txt")
    since = run("decide", folder / "r.db", *same, *WHO).stdout.strip()
    again = run("decide", folder / "r.db", "undo", back, *WHO)
    assert again.exit_code == 1
    assert "E107" in again.output
    assert since in again.output
    assert groups(folder) == TOGETHER


def test_decisions_are_listed_with_what_was_taken_back(folder: Path) -> None:
    assert "No decision." in run("decisions", folder / "r.db").stdout
    made = run("decide", folder / "r.db", "split", of(folder, "a.txt"), "b.txt", *WHO).stdout.strip()
    run("decide", folder / "r.db", "undo", made, *WHO)
    shown = run("decisions", folder / "r.db").stdout
    assert "taken back" in shown
    listed = json.loads(run("decisions", folder / "r.db", "--json").stdout)
    assert [(one["kind"], one["holds"]) for one in listed] == [("split", False), ("undo", False)]


@pytest.mark.parametrize(
    "words",
    [
        ("same", "A"),
        ("different", "A", "A"),
        ("split", "A"),
        ("split", "A", "zz.txt"),
        ("split", "C", "c.txt"),
        ("same", "A", "A"),
    ],
)
def test_what_makes_no_decision_is_refused(folder: Path, words: tuple[str, ...]) -> None:
    names = {"A": of(folder, "a.txt"), "C": of(folder, "c.txt")}
    refused = run("decide", folder / "r.db", *(names.get(word, word) for word in words), *WHO)
    assert refused.exit_code == 1
    assert run("decisions", folder / "r.db").stdout.strip() == "No decision."
