"""The shell completes commands, formats and incidents, by the script that the program prints for it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from firsthand import api
from firsthand.cli.main import app
from tests import factories


def completed(shell: str, words: str) -> list[str]:
    """What the program answers to the script of a shell at Tab."""
    names = {
        "bash": {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": words},
        "fish": {"_TYPER_COMPLETE_ARGS": words, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    result = CliRunner().invoke(
        app, [], env={**names, "_FIRSTHAND_COMPLETE": f"complete_{shell}"}, prog_name="firsthand"
    )
    return [line for line in result.stdout.splitlines() if line]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed_and_a_command_is_completed(shell: str) -> None:
    script = CliRunner().invoke(app, [], env={"_FIRSTHAND_COMPLETE": f"source_{shell}"}, prog_name="firsthand")
    assert "_FIRSTHAND_COMPLETE=complete_" in script.stdout
    assert any("export" in line for line in completed(shell, "firsthand expo"))
    assert not any("gazetteer" in line for line in completed(shell, "firsthand expo"))


def test_the_script_of_bash_is_one_that_bash_takes(tmp_path: Path) -> None:
    script = CliRunner().invoke(app, [], env={"_FIRSTHAND_COMPLETE": "source_bash"}, prog_name="firsthand").stdout
    bash = shutil.which("bash")
    assert bash is not None
    done = subprocess.run([bash, "-n"], input=script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_formats_and_incidents_are_offered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4))
    record = tmp_path / "r.db"
    api.build([tmp_path / "a.txt"], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert completed("bash", "firsthand export --format g") == ["geojson"]
    assert completed("bash", "firsthand export --format ") == ["json", "csv", "geojson"]
    with api.open_record(record) as view:
        (incident,) = view.incidents()
    short = incident.id.removeprefix("inc_")[:8]
    for command in ("show", "history", "origins"):
        assert completed("bash", f"firsthand {command} {record} {short[:3]}") == [short]
    (line,) = completed("fish", f"firsthand show {record} {short[:3]}")
    assert incident.title in line
    assert completed("bash", f"firsthand show {tmp_path / 'none.db'} ab") == []
    assert completed("bash", f"firsthand show {tmp_path / 'a.txt'} ab") == []
