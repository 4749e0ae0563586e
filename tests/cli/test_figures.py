"""`firsthand figures`: standing figures with their history."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app

TEXTS = {
    "a.txt": "2025-01-05\n\nThe US has about 900 troops in Syria, the Pentagon said.\n",
    "b.txt": "2025-03-02\n\nThe number of American soldiers in Syria has risen to 2,000, the Pentagon said.\n",
    "c.txt": "2025-03-02\n\nThe prison in Hasakah holds 5,000 detainees, the governor said.\n",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    api.build([folder], folder / "r.db", workers=1)
    return folder / "r.db"


def test_each_figure_is_told_with_its_history(record: Path) -> None:
    result = run("figures", record)
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[0] == "2 standing figures, 1 told more than once"
    assert "US troops, Syria: 2,000 as of 2025-03-02" in lines
    assert "2025-01-05  900, about" in lines
    assert "2025-03-02  2,000  update" in lines
    assert any(line.startswith("“The US has about 900 troops in Syria, the Pentagon said.”  a.txt, ") for line in lines)


def test_some_can_be_chosen(record: Path) -> None:
    assert "detainees" not in run("figures", record, "--what", "TROOPS").stdout
    assert "troops" not in run("figures", record, "--place", "hasak").stdout
    assert "detainees" not in run("figures", record, "--several").stdout
    assert run("figures", record, "--what", "camels").stdout == "No standing figure.\n"


def test_json_quotes_words_that_stand_in_the_text_and_as_of_a_day_later_ones_are_not_known(record: Path) -> None:
    (one,) = json.loads(run("figures", record, "--what", "troops", "--json").stdout)
    assert [reading["number"] for reading in one["readings"]] == [900, 2000]
    for reading in one["readings"]:
        span = reading["span"]
        assert TEXTS[reading["report"]].strip()[span["start"] : span["end"]] == span["quote"]
    (then,) = json.loads(run("figures", record, "--json", "--as-of", "2025-02-01").stdout)
    assert then["now"] == {"low": 900, "best": 900, "high": 900, "as_of": "2025-01-05"}
