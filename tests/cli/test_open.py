"""`firsthand open`: what is left open, since when, and what settled it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app

BOMB = "A bomb exploded at a bus station in Kutum on Tuesday, 11 March 2025, killing three people, police said."
TEXTS = {
    "a.txt": f"2025-03-12\n\n{BOMB} No group has claimed the bombing. The governor ordered an inquiry.\n",
    "b.txt": f"2025-03-13\n\n{BOMB} Nobody has claimed responsibility. Shops stayed shut.\n",
    "c.txt": f"2025-03-16\n\n{BOMB} The Hill Rangers claimed responsibility for the bombing in a leaflet.\n",
    "d.txt": "2025-03-20\n\nShells fell on Mellit on Wednesday, 19 March 2025, wounding a boy. The army has yet to comment.\n",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("open")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    api.build([folder], folder / "r.db", workers=1)
    return folder / "r.db"


def listed(record: Path, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("open", record, *options, "--json").stdout)
    return found


def test_open_ones_come_with_words_days_and_report(record: Path) -> None:
    result = run("open", record)
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[0] == "2 open questions"
    assert "inquiry (what an inquiry finds): open since 2025-03-12, 8 days" in lines
    assert "comment (what one side says): open since 2025-03-20, 0 days" in lines
    assert any(line.startswith("“The governor ordered an inquiry.”  a.txt, ") for line in lines)
    assert "claimed" not in result.stdout


def test_with_all_the_settled_ones_say_what_settled_them(record: Path) -> None:
    (found,) = listed(record, "--all", "--about", "responsibility")
    assert (found["settled"], found["settled_in"], found["settled_on"], found["days"]) == (
        True,
        "c.txt",
        "2025-03-16",
        4,
    )
    assert found["again"] == ["b.txt"]
    told = run("open", record, "--all").stdout
    assert "settled on 2025-03-16, after 4 days" in told
    assert "again in b.txt" in told
    assert "settled by “" in told


def test_the_oldest_comes_first_and_quotes_stand_in_the_text(record: Path) -> None:
    found = listed(record, "--all")
    assert [one["since"] for one in found] == sorted(str(one["since"]) for one in found)
    for one in found:
        span = one["span"]
        assert isinstance(span, dict)
        assert TEXTS[str(one["report"])].strip()[span["start"] : span["end"]] == span["quote"]


def test_of_one_incident_and_of_one_kind(record: Path) -> None:
    (comment,) = listed(record, "--about", "comment")
    assert listed(record, "--incident", str(comment["incident"])) == [comment]
    assert run("open", record, "--about", "toll").stdout == "Nothing is left open.\n"


def test_as_of_a_day_what_is_settled_later_is_open_and_days_end_there(record: Path) -> None:
    (found,) = listed(record, "--about", "responsibility", "--as-of", "2025-03-15")
    assert (found["settled"], found["days"]) == (False, 3)


@pytest.mark.parametrize(("options", "code"), [(("--incident", "inc_ffff0000"), 1), (("--about", "weather"), 2)])
def test_what_there_is_not_is_an_error(record: Path, options: tuple[str, ...], code: int) -> None:
    result = run("open", record, *options)
    assert result.exit_code == code
    assert "Traceback" not in result.output
