"""`--as-of DATE`: a record as it stood when only the reports published by then were known."""

import functools
import json
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from tests import factories

REPORTS = {
    "first.txt": "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor"),
    "second.txt": "2024-03-08 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 6, "Plain Wire"),
    "later.txt": "2024-03-08 " + factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-03-07", 2),
    "undated.txt": "Rain fell on the hills.",
}
WITHOUT = {
    "build",
    "extract",
    "decide",
    "review",
    "audit",
    "learn",
    "verify",
    "migrate",
    "check",
    "plugins",
    "seal",
    "schema",
    "gazetteer",
}
"""Commands that take reports in, write, or look at no record's content; docs/explanation/as-of.md says why for each."""


@pytest.fixture(autouse=True)
def idiom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "build", functools.partial(api.build, extractor=factories.IDIOM))
    monkeypatch.setenv("COLUMNS", "100")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "reports" / name).write_text(text + "\n")
    out = tmp_path / "r.db"
    assert run("build", tmp_path / "reports", "--out", out, "--read-on", "2025-01-01", "--quiet").exit_code == 0
    return out


def incident(record: Path, place: str) -> str:
    return str(json.loads(run("incidents", record, "--place", place, "--json").stdout)[0]["id"])


def test_every_command_that_shows_a_record_has_it() -> None:
    commands = typer.main.get_group(app).commands
    without = {name for name, one in commands.items() if "--as-of" not in {o for p in one.params for o in p.opts}}
    assert without == WITHOUT


def test_only_what_had_appeared_is_shown_and_what_is_left_out_is_counted(record: Path) -> None:
    then, now = run("incidents", record, "--as-of", "2024-03-07"), run("incidents", record)
    assert "Oldford" in then.stdout
    assert "Newbridge" not in then.stdout
    assert "Newbridge" in now.stdout
    assert then.stderr == (
        "note: as of 2024-03-07, concluded from 1 of 4 reports; "
        "2 later reports and 1 report of unknown or later day are left out\n"
    )
    assert now.stderr == ""


def test_every_command_that_has_it_shows_the_record_as_of_the_day(record: Path, tmp_path: Path) -> None:
    told = json.loads(run("show", record, incident(record, "Oldford"), "--json").stdout)[0]
    claim, one, other = told["killed"][0]["claims"][0], told["id"], f"{told['id']}:first.txt"
    arguments = {
        "show": [one], "why": [claim], "explain": [one, other], "history": [one], "origins": [one],
        "report": ["first.txt"],
        "page": ["-o", tmp_path / "p.html"],
    }  # fmt: skip
    for name in sorted(set(typer.main.get_group(app).commands) - WITHOUT):
        result = run(name, record, *arguments.get(name, []), "--as-of", "2024-03-08")
        assert result.exit_code == 0, (name, result.output)
        assert "note: as of 2024-03-08, concluded from 3 of 4 reports" in result.stderr, name
        assert "undated.txt" not in result.stdout, name


def test_an_id_of_today_is_found_as_it_stood_then(record: Path) -> None:
    today = incident(record, "Oldford")
    then = json.loads(run("show", record, today, "--as-of", "2024-03-05", "--json").stdout)[0]
    assert [one["name"] for one in then["reports"]] == ["first.txt"]
    assert [one["number"] for one in then["killed"]] == [4]
    now = json.loads(run("show", record, then["id"], "--json").stdout)[0]
    assert now["id"] == today
    assert then["id"] != today or len(now["reports"]) == 2


def test_an_incident_that_nobody_had_told_says_when_it_was_first_told(record: Path) -> None:
    result = run("show", record, incident(record, "Newbridge"), "--as-of", "2024-03-07")
    assert result.exit_code == 1
    assert "had appeared by 2024-03-07; the first known appeared on 2024-03-08 (later.txt)" in result.stderr
    assert "hint: Leave --as-of away" in result.stderr


def test_a_claim_of_a_later_report_says_when_it_appeared(record: Path) -> None:
    claim = json.loads(run("show", record, incident(record, "Newbridge"), "--json").stdout)[0]["killed"][0]["claims"][0]
    assert run("why", record, claim).exit_code == 0
    result = run("why", record, claim, "--as-of", "2024-03-07")
    assert result.exit_code == 1
    assert "had not appeared by 2024-03-07; the first known appeared on 2024-03-08 (later.txt)" in result.stderr


@pytest.mark.parametrize(
    ("words", "day"), [("2024-03", "2024-03-31"), ("2024", "2024-12-31"), (" 2024-02 ", "2024-02-29")]
)
def test_a_month_or_year_means_its_last_day(record: Path, words: str, day: str) -> None:
    assert json.loads(run("export", record, "--as-of", words).stdout)["as_of"]["day"] == day


@pytest.mark.parametrize("words", ["yesterday", "2024-13", "2024-02-30", "2024-03-01/2024-03-05", "..", ""])
def test_what_is_no_day_is_refused_with_a_hint(record: Path, words: str) -> None:
    result = run("incidents", record, "--as-of", words)
    assert result.exit_code == 1
    assert "is no day\nhint: Write 2024-12-08, or 2024-12 or 2024 for their last day." in result.stderr


def test_the_export_and_the_page_tell_the_day(record: Path, tmp_path: Path) -> None:
    told = {"day": "2024-03-07", "reports": 1, "later": 2, "unknown": 1}
    assert json.loads(run("export", record, "--as-of", "2024-03-07").stdout)["as_of"] == told
    assert json.loads(run("export", record).stdout)["as_of"] is None
    table = run("export", record, "-f", "csv", "--as-of", "2024-03-07").stdout.splitlines()
    assert [line.rpartition(",")[2] for line in table] == ["as_of", "2024-03-07"]
    assert run("page", record, "-o", tmp_path / "p.html", "--as-of", "2024-03-07").exit_code == 0
    page = (tmp_path / "p.html").read_text()
    assert "<title>r as of 2024-03-07</title>" in page
    assert "1 of unknown or later day is left out" in page
    assert "Newbridge" not in page


def test_before_the_first_report_nothing_was_known(record: Path) -> None:
    result = run("incidents", record, "--as-of", "2020")
    assert result.stdout.strip() == "No incident."
    assert "concluded from 0 of 4 reports" in result.stderr


def test_a_decision_holds_as_far_as_its_reports_had_appeared(record: Path) -> None:
    one = incident(record, "Oldford")
    by = ("--by", "A. Reader", "--why", "for the test")
    assert run("decide", record, "split", one, "second.txt", *by).exit_code == 0
    assert len(json.loads(run("decisions", record, "--json", "--as-of", "2024-03-05").stdout)) == 1
    assert json.loads(run("decisions", record, "--json", "--as-of", "2024-03-04").stdout) == []
    shown = json.loads(run("incidents", record, "--place", "Oldford", "--as-of", "2024-03-08", "--json").stdout)
    assert len(shown) == 2


def test_an_unfinished_record_is_seen_as_of_a_day_and_stays_as_it_was(record: Path) -> None:
    from firsthand.model.report import Refusal
    from firsthand.store.history import add_refusals
    from firsthand.store.sqlite import Store

    with Store.create(record, program="") as store, store.transaction():
        add_refusals(store, [Refusal(stage="read", subject="x.txt", code="E000", reason="cut off here")])
    before = record.read_bytes()
    result = run("incidents", record, "--as-of", "2024-03-07")
    assert "Oldford" in result.stdout
    assert record.read_bytes() == before


def test_a_record_that_others_made_says_so(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "another version" not in run("incidents", record, "--as-of", "2024-03-07").stderr
    monkeypatch.setattr("firsthand.engine.conclusions.code", lambda _: "other")
    assert "another version of the program" in run("incidents", record, "--as-of", "2024-03-07").stderr
