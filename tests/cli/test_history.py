"""`firsthand history`: who gave which figure when, as a table, JSON and a step chart."""

import functools
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from tests import factories

TOLD = (
    ("2024-03-05 ", 4, "Hill Monitor"), ("2024-03-06 ", 9, "Plain Wire"), ("2024-03-09 ", 6, "Hill Monitor"), ("", 30, "Elders"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def idiom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "build", functools.partial(api.build, extractor=factories.IDIOM))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for i, (head, killed, voice) in enumerate(TOLD):
        text = head + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", killed, voice)
        (tmp_path / f"reports/{i}.txt").write_text(text + "\n")
    assert (
        run("build", tmp_path / "reports", "--out", tmp_path / "r.db", "--read-on", "2025-01-01", "-q").exit_code == 0
    )
    return tmp_path / "r.db"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def incident(record: Path) -> str:
    return str(json.loads(run("incidents", record, "--json").stdout)[0]["id"])


def test_the_table_says_what_each_figure_did_and_what_stood_after_the_day(record: Path) -> None:
    lines = run("history", record, incident(record)).stdout.splitlines()
    assert lines[2:4] == ["", "Killed: low/best/high 6/6/30"]
    rows = [" ".join(line.split()) for line in lines[5:8]]
    assert rows == [
        "2024-03-05 “4” Hill Monitor; 0.txt first 4",
        "2024-03-06 “9” Plain Wire; 1.txt higher 4/9/9",
        "2024-03-09 “6” Hill Monitor; 2.txt lower; replaces “4” 6/6/9",
    ]
    assert lines[8] == "Day unknown:"
    assert "“30”" in lines[10]
    assert lines[11] == "With those of unknown day: 6/6/30."


def test_it_fits_eighty_columns(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = run("history", record, incident(record)).stdout
    assert all(len(line.replace("\x1b[1m", "").replace("\x1b[0m", "")) <= 80 for line in shown.splitlines())
    assert "2024-03-09" in shown
    assert "4/9/9" in shown


def test_at_eighty_columns_names_wrap_and_what_stood_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    from datetime import date

    from rich.console import Console

    from firsthand.cli.course import _table
    from firsthand.model.course import FigureTold
    from firsthand.model.incident import Best
    from firsthand.model.value import Count

    day, long = date(2024, 3, 5), "Provincial Directorate of Health and Population of the Northern Highlands"
    row = FigureTold(
        report="a", day=day, count=Count(number=1, low=1, high=1), quote="w" * 40, speaker=long, stance="asserts",
        origins=(long,), through=(long,), claims=(), did="more exact", replaces="at least twelve thousand people",
    )  # fmt: skip
    best = Best(field="killed", low=10_000, best=12_500, high=100_000)
    _table(Console(width=80, markup=False), [row], {day: best}, {})
    shown = capsys.readouterr().out.splitlines()
    assert shown[1].endswith("10000/12500/100000")
    assert all(len(line) <= 80 for line in shown)


def test_json_has_the_same(record: Path) -> None:
    found = json.loads(run("history", record, incident(record), "--json").stdout)
    (killed,) = found["fields"]
    assert [(row["day"], row["number"], row["did"], row["replaces"]) for row in killed["told"]] == [
        ("2024-03-05", 4, "first", None), ("2024-03-06", 9, "higher", None), ("2024-03-09", 6, "lower", "4"),
    ]  # fmt: skip
    assert [row["number"] for row in killed["undated"]] == [30]
    assert killed["stood"][1] == {"day": "2024-03-06", "low": 4, "best": 9, "high": 9}
    assert killed["told"][0]["report"] == "0.txt"
    assert all(claim.startswith("clm_") for row in killed["told"] for claim in row["claims"])


def test_as_of_a_day_it_ends_there(record: Path) -> None:
    found = json.loads(run("history", record, incident(record), "--as-of", "2024-03-06", "--json").stdout)
    assert [row["number"] for row in found["fields"][0]["told"]] == [4, 9]
    assert found["fields"][0]["now"] == {"low": 4, "best": 9, "high": 9}


def test_the_picture_is_the_same_each_time_and_overwrites_no_record(record: Path, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        assert run("history", record, incident(record), "--svg", tmp_path / name).exit_code == 0
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert b"Hill Monitor" in (tmp_path / "a.svg").read_bytes()
    before = record.read_bytes()
    assert run("history", record, incident(record), "--svg", record).exit_code == 1
    assert record.read_bytes() == before


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("weather", "is no count\nhint: Counts: killed, wounded"),
        ("wounded", "how many were wounded\nhint: Told of this incident: killed."),
    ],
)
def test_a_field_that_is_not_told_says_which_are(record: Path, field: str, words: str) -> None:
    result = run("history", record, incident(record), "--field", field)
    assert result.exit_code == 1
    assert words in result.stderr


def test_a_field_may_be_written_as_people_write_it(record: Path) -> None:
    assert run("history", record, incident(record), "--field", "Killed").exit_code == 0
    assert "killed or wounded" in run("history", record, incident(record), "--field", "killed or wounded").stderr


def test_an_incident_without_figures_says_so(tmp_path: Path, record: Path) -> None:
    from firsthand.cli.course import print_history
    from firsthand.model.course import History

    with api.open_record(record) as view:
        print_history(view.incidents()[0], History(courses=(), denied=()), {})
