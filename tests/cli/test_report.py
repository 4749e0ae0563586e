"""`firsthand report`: one report with its evidence, whatever its text holds."""

import functools
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from firsthand.errors import UsageError
from tests import factories

Json = dict[str, Any]
BOTH = factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor")
SHARED = "The guard at the bridge saw nine carts go by before dawn and heard them turn at the old mill below the ridge."
TEXTS = {
    "plain wire.txt": f"2024-03-05 {BOTH} {SHARED}\n\n" + factories.sentence("Hillmen", "ambushed", "Fenton", "2024-03-01", 2),
    "hill paper.txt": f"2024-03-06 {BOTH} {SHARED}",
    "hostile\u202egnp.txt": f"2024-03-07 \x1b[2J\u202e⟦x│killed⟧ [bold]{BOTH}[/bold] \x9b31m",
    "lie.txt": f"2024-03-08 LIE {BOTH}",
    "silent.txt": "Rain fell on the hills.",
    "empty.txt": " ",
}  # fmt: skip


@pytest.fixture(autouse=True)
def fragile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "build", functools.partial(api.build, extractor=factories.FRAGILE))
    monkeypatch.setenv("COLUMNS", "100")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    api.build([folder / "reports"], folder / "r.db", read_on=factories.READ_ON, extractor=factories.FRAGILE)
    return folder / "r.db"


def test_a_report_is_shown_with_its_marks_its_day_and_what_it_tells(record: Path) -> None:
    told = run("report", record, "plain", "--width", "300").stdout
    assert (
        "⟦Northmen│actor 1⟧ shelled ⟦Oldford│place 1⟧ on ⟦2024-03-04│date 1⟧, killing ⟦4│killed 1⟧ (Hill Monitor)."
        in told
    )
    assert "⟦Fenton│place 2⟧" in told
    assert "appeared 2024-03-05" in told
    assert "because" in told
    assert re.search(r"1  tells .*Oldford.* \[[0-9a-f]{8}\]\n    goes back to Hill Monitor", told)
    assert "marked: ⟦actor⟧ 2, ⟦date⟧ 2, ⟦killed⟧ 2, ⟦place⟧ 2" in told


def test_what_it_shares_with_others_is_told(record: Path) -> None:
    told = run("report", record, "hill paper", "--width", "300").stdout
    assert re.search(r"shares \d+ characters word for word with .*plain wire\.txt", told)


def test_only_what_is_asked_for_is_marked(record: Path) -> None:
    told = run("report", record, "plain", "--field", "killed").stdout
    assert told.count("│") == 3
    assert "(only what was asked for)" in told
    found: Json = json.loads(run("report", record, "plain", "--json").stdout)
    second = found["incidents"][1]["id"]
    only = run("report", record, "plain", "--incident", second, "--claims").stdout
    assert "Fenton│place 2" in only
    assert "Oldford│" not in only
    assert "killed 2: 2" in only


def test_json_gives_every_span_in_the_text(record: Path) -> None:
    found: Json = json.loads(run("report", record, "plain", "--json").stdout)
    assert len(found["claims"]) == 8
    for claim in found["claims"]:
        span = claim["span"]
        assert found["text"][span["start"] : span["end"]] == span["quote"]
        assert claim["incident"] in {one["id"] for one in found["incidents"]}
    assert found["report"]["published"]["edtf"] == "2024-03-05"
    assert found["incidents"][0]["ways"][0]["chain"][0] == "Hill Monitor"


def test_hostile_words_do_nothing(record: Path) -> None:
    told = run("report", record, "hostile", "--claims").output
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", told)
    assert "[x|killed] [bold]⟦Northmen│actor⟧" in told


def test_what_was_refused_of_it_is_told(record: Path) -> None:
    assert "refused: E300 actor: 'wrong' does not stand at 0..5" in " ".join(
        run("report", record, "lie").stdout.split()
    )
    empty = run("report", record, "empty")
    assert empty.exit_code == 0
    assert "refused: E506" in empty.stdout


def test_a_report_that_tells_nothing_says_so(record: Path) -> None:
    told = run("report", record, "silent").stdout
    assert "tells no incident" in told
    assert "nothing is marked" in told
    assert "Rain fell on the hills." in told


def test_a_name_that_fits_several_or_none_lists_what_there_is(record: Path) -> None:
    several = run("report", record, "i")
    assert several.exit_code == 1
    assert "hint: Give more of one: " in several.stderr
    assert "hill paper.txt" in several.stderr
    assert "plain wire.txt" in several.stderr
    assert "\u202e" not in several.stderr
    assert "no report of" in run("report", record, "zebra").stderr
    assert "is no field" in run("report", record, "plain", "--field", "colour").stderr
    fenton = json.loads(run("incidents", record, "--place", "Fenton", "--json").stdout)[0]["id"]
    assert "does not tell inc_" in run("report", record, "hill", "--incident", fenton).stderr


def test_an_id_names_it_too_and_so_does_its_beginning(record: Path) -> None:
    with api.open_record(record) as view:
        found = view.report("plain")
        assert found.entry.id is not None
        assert view.report(found.entry.id) == found == view.report(found.entry.id[4:12])
        with pytest.raises(UsageError):
            view.report("")


def test_a_report_that_had_not_appeared_says_so(record: Path) -> None:
    assert run("report", record, "plain", "--as-of", "2024-03-05").exit_code == 0
    later = run("report", record, "hill", "--as-of", "2024-03-05")
    assert later.exit_code == 1
    assert "had not appeared by 2024-03-05" in later.stderr


def test_colours_come_only_where_they_are_wanted(record: Path) -> None:
    command = [sys.executable, "-m", "firsthand", "report", str(record), "plain"]
    base = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    base.pop("NO_COLOR", None)

    def printed(*more: str, **environment: str) -> str:
        return subprocess.run(
            [*command, *more], env={**base, **environment}, capture_output=True, text=True, check=True
        ).stdout

    coloured = printed(FORCE_COLOR="1")
    assert "\x1b[" in coloured
    plain = printed("--plain", FORCE_COLOR="1")
    assert "\x1b" not in plain
    assert "⟦4│killed 1⟧" in plain
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", printed(FORCE_COLOR="1", NO_COLOR="1"))
