"""Two ambushes on one road: what fits both says so wherever the record is read, and what is only recalled is in no list."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app

Json = dict[str, Any]
TEXTS = {
    "a.txt": "2024-03-06\nGunmen of the Hill Rangers ambushed an army convoy on the road near Kutum on Monday, 4 March. "
    "Nine soldiers were killed.\n",
    "b.txt": "2024-03-09\nGunmen of the Hill Rangers ambushed a police patrol on the road near Kutum on Friday, 8 March. "
    "Three officers were killed.\n",
    "either.txt": "2024-03-10\nGunmen of the Hill Rangers mounted an ambush on the road near Kutum this week.\n",
    "recalls.txt": "2024-03-20\nA bridge at Juba was reopened on Tuesday, officials said.\n\nIn May 2019 a bomb had killed 14 "
    "traders at a market in Malakal.\n",
}
WHO = ("--by", "A. Reader", "--why", "read both")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("open")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text)
    built = run("build", folder / "reports", "--out", folder / "r.db", "--read-on", "2025-01-01")
    assert built.exit_code == 0
    return folder / "r.db", built.stdout


@pytest.fixture
def record(made: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "200")
    shutil.copy(made[0], tmp_path / "r.db")
    return tmp_path / "r.db"


def incidents(record: Path) -> list[Json]:
    found: list[Json] = json.loads(api.export(record))["incidents"]
    return found


def of(record: Path, report: str, role: str = "main") -> Json:
    return next(i for i in incidents(record) if any(r["name"] == report and r["role"] == role for r in i["reports"]))


def also(record: Path) -> list[Json]:
    told = of(record, "either.txt")["reports"]
    found: list[Json] = next(r["also"] for r in told if r["name"] == "either.txt")
    return found


def test_the_record_names_the_other_incident_with_its_bits(record: Path) -> None:
    home = of(record, "either.txt")
    a, b = of(record, "a.txt")["id"], of(record, "b.txt")["id"]
    assert a != b
    (rival,) = also(record)
    assert {home["id"], rival["incident"]} == {a, b}
    assert 0 <= rival["own_millibits"] - rival["millibits"] < 2000
    (question,) = [one for one in home["open"] if one["kind"] == "which"]
    assert (question["report"], question["settled_by"], question["claims"]) == ("either.txt", None, [])
    assert rival["incident"] in question["what"]
    jsonschema.validate(json.loads(api.export(record)), json.loads(run("schema", "record").stdout))


def test_it_is_said_wherever_the_record_is_read(record: Path, made: tuple[Path, str], tmp_path: Path) -> None:
    home, (rival,) = of(record, "either.txt")["id"], also(record)
    short = rival["incident"].removeprefix("inc_")[:8]
    assert "Tellings that fit two incidents" in made[1]
    assert "either.txt" in made[1].partition("Tellings that fit two incidents")[2]
    assert f"left open: it may tell {short}" in run("show", record, home).stdout
    assert "fits both, and is left open" in run("explain", record, home, rival["incident"]).stdout
    assert run("page", record, "--out", tmp_path / "page.html").exit_code == 0
    page = (tmp_path / "page.html").read_text()
    assert f'either.txt may tell another incident, which it fits about as well: <a href="#{rival["incident"]}">' in page


@pytest.mark.parametrize("word", ["same", "different"])
def test_a_decision_settles_it(record: Path, word: str) -> None:
    home, (rival,) = of(record, "either.txt")["id"], also(record)
    against = rival["incident"] if word == "same" else f"{home}:{'a' if home == of(record, 'a.txt')['id'] else 'b'}.txt"
    assert run("decide", record, word, f"{home}:either.txt", against, *WHO).exit_code == 0
    assert also(record) == []
    assert of(record, "either.txt")["id"] == of(record, "b.txt" if home == of(record, "a.txt")["id"] else "a.txt")["id"]
    assert "left open" not in run("show", record, of(record, "either.txt")["id"]).stdout


def test_what_is_only_recalled_is_in_no_list_of_incidents(record: Path, made: tuple[Path, str], tmp_path: Path) -> None:
    recalled = of(record, "recalls.txt", "background")
    assert recalled["role"] == "background"
    short = recalled["id"].removeprefix("inc_")[:8]
    main = [i for i in incidents(record) if i["role"] == "main"]
    assert f"{len(main)} incident" in made[1]
    assert "that are only recalled" in made[1]
    assert short not in made[1]
    assert short not in run("incidents", record).stdout
    assert short in run("incidents", record, "--background").stdout
    assert recalled["id"] not in {i["id"] for i in json.loads(run("incidents", record, "--json").stdout)}
    assert run("page", record, "--out", tmp_path / "page.html").exit_code == 0
    assert recalled["id"] not in (tmp_path / "page.html").read_text()
    assert [i["id"] for i in incidents(record)] == sorted(i["id"] for i in incidents(record))
