"""`firsthand learn`: what decisions teach is shown before it is used, used by a logged decision, and taken back by another."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand.cli.main import app

TEXTS = {
    "a.txt": "2024-03-05\nA warplane killed twelve people at a market in Kutum, North Darfur, on Monday, 4 March 2024.\n",
    "b.txt": "2024-03-06\nA warplane bombed the market in Kutum, North Darfur, on 4 March 2024, killing 12 people.\n",
    "c.txt": "2024-03-07\nAn air strike on Kutum, North Darfur, killed three people on 5 March 2024, a doctor said.\n",
}
WHO = ("--by", "A. Reader", "--why", "read them all")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("learn")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text)
    assert (
        run("build", folder / "reports", "--out", folder / "r.db", "--read-on", "2025-01-01", "--quiet").exit_code == 0
    )
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "120")
    shutil.copytree(made, tmp_path / "x")
    return tmp_path / "x"


def mentions(record: Path) -> dict[str, str]:
    body = json.loads(run("export", record).stdout)
    return {told["name"]: told["mention"] for one in body["incidents"] for told in one["reports"]}


def model(record: Path) -> str:
    return str(json.loads(run("export", record).stdout)["model"])


def judged(folder: Path) -> Path:
    record = folder / "r.db"
    told = mentions(record)
    assert run("decide", record, "same", told["a.txt"], told["b.txt"], *WHO).exit_code == 0
    assert run("decide", record, "different", told["a.txt"], told["c.txt"], *WHO).exit_code == 0
    return record


def test_without_decisions_there_is_nothing_to_learn_from(folder: Path) -> None:
    result = run("learn", folder / "r.db")
    assert result.exit_code == 1
    assert "E100" in result.stderr
    assert "firsthand decide" in result.stderr


def test_what_is_learnt_is_shown_and_written_and_the_record_stays(folder: Path) -> None:
    record = judged(folder)
    before = record.read_bytes()
    result = run("learn", record, "--out", folder / "w.toml")
    assert result.exit_code == 0, result.stderr
    for line in (
        "Decided: 1 pairs of one incident, 1 of two.",
        "As you decided:",
        "Weights that move:",
        "would be one",
        "parted",
    ):
        assert line in result.stdout
    assert 'format = "firsthand-weights/1"' in (folder / "w.toml").read_text()
    assert record.read_bytes() == before
    assert json.loads(run("learn", record, "--json").stdout)["id"].startswith("wgt_")


def test_weights_are_used_by_a_logged_decision_and_taken_back(folder: Path) -> None:
    record = judged(folder)
    first = model(record)
    assert run("learn", record, "--out", folder / "w.toml").exit_code == 0
    made = run("decide", record, "weights", folder / "w.toml", *WHO)
    assert made.exit_code == 0, made.stderr
    (folder / "w.toml").unlink()
    second = model(record)
    assert second != first
    assert "weights: wgt_" in run("decisions", record).stdout
    assert run("build", folder / "reports", "--out", record, "--read-on", "2025-01-01", "--quiet").exit_code == 0
    assert model(record) == second
    assert "equal to one made anew" in run("verify", record).stdout
    told = mentions(record)
    assert run("explain", record, told["a.txt"], told["c.txt"]).exit_code == 0
    assert run("decide", record, "undo", made.stdout.split()[0], *WHO).exit_code == 0
    assert model(record) == first


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("prior = -3900", "format"),
        ('format = "other/1"\nprior = 0', "other/1"),
        ('format = "firsthand-weights/1"\nprior = -3900\n[weights]\nluck = 3', "luck"),
        ('format = "firsthand-weights/1"\nprior = -3900\n[weights]\nday_same = -3', "the other way"),
        ('format = "firsthand-weights/1"\nprior = 999999999', "beyond"),
        ('format = "firsthand-weights/1"\nprior = 0\n[curves]\nwording = [[9, 1], [2, 1]]', "does not rise"),
        ("prior = [", "holds no weights"),
    ],
)
def test_a_file_that_holds_no_weights_is_refused_with_a_hint(folder: Path, text: str, says: str) -> None:
    (folder / "w.toml").write_text(text)
    result = run("decide", folder / "r.db", "weights", folder / "w.toml", *WHO)
    assert result.exit_code == 1
    assert "E108" in result.stderr
    assert says in result.stderr
    assert "firsthand learn" in result.stderr
    assert run("decisions", folder / "r.db").stdout.strip() == "No decision."


def test_a_record_is_not_overwritten_and_a_missing_file_is_named(folder: Path) -> None:
    record = judged(folder)
    assert "E104" in run("learn", record, "--out", record).stderr
    assert "E108" in run("decide", record, "weights", folder / "none.toml", *WHO).stderr
