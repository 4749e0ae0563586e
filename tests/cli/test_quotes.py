"""`firsthand quotes`: sayings over reports, with marks that survive without colour."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from firsthand.cli.sayings import print_sayings
from firsthand.model.lineage import Edit, Saying, Wording

PRINTED = Path(__file__).parent / "printed"
SAID = "We will hold the Oldford crossing until the last family is out"
TEXTS = {
    "ministry.txt": f'2024-03-05\n\n"{SAID}," General Ana Marek said on Tuesday.\n',
    "paper.txt": f"2024-03-06\n\n“{SAID.replace('crossing', 'bridge')},” General Ana Marek told reporters.\n",
    "brief.txt": f'2024-03-06\n\nGeneral Ana Marek said: "{SAID}."\n',
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record by the program's own extraction."""
    folder = tmp_path_factory.mktemp("quotes")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    api.build([folder], folder / "r.db", workers=1)
    return folder / "r.db"


def test_it_is_as_it_was(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To accept a change: run the tests with BLESS=1 and look at the difference."""
    monkeypatch.setenv("COLUMNS", "100")
    result = run("quotes", record)
    assert result.exit_code == 0
    if os.environ.get("BLESS"):
        (PRINTED / "quotes.txt").write_text(result.stdout)
    assert result.stdout == (PRINTED / "quotes.txt").read_text()
    assert "[-" in result.stdout
    assert "{+" in result.stdout


def test_json_gives_the_steps_and_quotes_that_stand_in_the_text(record: Path) -> None:
    (found,) = json.loads(run("quotes", record, "--altered", "--json").stdout)
    assert found["kind"] == "altered"
    assert len(found["wordings"]) == 3
    for wording in found["wordings"]:
        assert TEXTS[wording["report"]][wording["start"] : wording["end"]] == wording["quote"]
    steps = [edit for wording in found["wordings"] for edit in wording["edits"] if edit["op"] == "replace"]
    assert {frozenset((edit["before"], edit["after"])) for edit in steps} == {frozenset(("crossing", "bridge"))}


def test_of_one_speaker(record: Path) -> None:
    assert len(json.loads(run("quotes", record, "--speaker", "marek", "--json").stdout)) == 1
    assert json.loads(run("quotes", record, "--speaker", "Okoro", "--json").stdout) == []
    assert "of 'Okoro'" in run("quotes", record, "--speaker", "Okoro").stdout


def test_without_quotations_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2024-03-05 Nothing was said.\n")
    api.build([tmp_path / "a.txt"], tmp_path / "r.db", workers=1)
    assert "No quotation" in run("quotes", tmp_path / "r.db").stdout
    assert json.loads(run("quotes", tmp_path / "r.db", "--json").stdout) == []


def test_what_is_quoted_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    evil = "we \x1b[2Jwill\u202e hold [red]it[/red]"
    steps = (Edit(op="replace", before=evil, after=evil), Edit(op="equal", before=evil, after=evil))
    one = Wording(report="r", start=0, end=1, quote=evil, kind="fullest")
    other = Wording(report="r\x1b[31m", start=0, end=1, quote=evil, kind="altered", edits=steps, why="x")
    print_sayings([Saying(speaker="\x1b]0;x\x07", kind="altered", wordings=(one, other))], {})
    printed = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)
    assert "[red]" in printed
