"""A seal finds what the chain cannot: an end that was cut off, and a log that was written anew from some line on."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from firsthand.engine.seal import Seal, as_seals
from firsthand.errors import BadSeal, RecordDamaged
from firsthand.store.log import line_hash, row_digest
from tests import factories


@pytest.fixture
def record(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    text = "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor")
    (reports / "a.txt").write_text(text)
    (reports / "empty.txt").write_text(" ")
    build(tmp_path)
    return tmp_path / "r.db"


def build(folder: Path) -> None:
    api.build([folder / "reports"], folder / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def rewritten(record: Path, seq: int, statement: str) -> None:
    """Change a row and write the log anew from its line on, so that the chain holds."""
    with closing(sqlite3.connect(record)) as raw:
        raw.row_factory = sqlite3.Row
        raw.execute(statement)
        before = raw.execute("SELECT hash FROM log WHERE seq = ?", (seq - 1,)).fetchone()[0]
        for number, what in raw.execute("SELECT seq, what FROM log WHERE seq >= ? ORDER BY seq", (seq,)).fetchall():
            row = dict(raw.execute(f"SELECT * FROM {what} WHERE seq = ?", (number,)).fetchone())  # noqa: S608 - tables of ours
            digest = row_digest(what, row)
            now = line_hash(number, what, digest, before)
            raw.execute("UPDATE log SET digest = ?, before = ?, hash = ? WHERE seq = ?", (digest, before, now, number))
            before = now
        raw.commit()


def cut(record: Path, after: int) -> None:
    """Take all lines after one away, with their rows."""
    with closing(sqlite3.connect(record)) as raw:
        for (what,) in raw.execute("SELECT DISTINCT what FROM log").fetchall():
            raw.execute(f"DELETE FROM {what} WHERE seq > ?", (after,))  # noqa: S608 - tables of ours
        raw.execute("DELETE FROM log WHERE seq > ?", (after,))
        raw.execute("DELETE FROM snapshot")
        raw.commit()


def test_a_record_has_one_seal_and_it_holds(record: Path) -> None:
    printed = run("seal", record).stdout
    assert printed == run("seal", record).stdout
    assert printed.startswith("firsthand-seal/1 lines=")
    assert json.loads(run("seal", record, "--json").stdout)["reports"] == 1
    result = run("verify", record, "--seal", printed)
    assert result.exit_code == 0
    assert "Seal found in the log; 0 lines were added since." in result.stdout


def test_what_was_added_since_is_counted_and_earlier_seals_go_on_holding(record: Path, tmp_path: Path) -> None:
    published = tmp_path / "seals.txt"
    first = api.seal(record)
    (tmp_path / "reports/b.txt").write_text(factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2))
    build(tmp_path)
    second = api.seal(record)
    published.write_text(f"From our newsletter:\n> {first.text}.\n\nand\n\t{second.text}\n")
    result = run("verify", record, "--seal", published)
    assert "All 2 seals found in the log; 0 lines were added since." in result.stdout
    only = json.loads(run("verify", record, "--seal", first.text, "--json").stdout)
    assert (only["since"], only["fault"]) == (second.lines - first.lines, None)


def test_a_log_that_was_written_anew_passes_without_a_seal_and_fails_with_one(record: Path) -> None:
    noted = api.seal(record).text
    with closing(sqlite3.connect(record)) as raw:
        seq = raw.execute("SELECT seq FROM run WHERE what = 'begin'").fetchone()[0]
    bent = "CAST(replace(CAST(body AS TEXT), 'firsthand', 'otherhand') AS BLOB)"
    rewritten(record, seq, f"UPDATE run SET body = {bent} WHERE what = 'begin'")  # noqa: S608 - to forge is the point
    assert run("verify", record).exit_code == 0
    result = run("verify", record, "--seal", noted)
    assert result.exit_code == 1
    assert result.stderr.startswith("error E207: seal of line ")
    assert "that line is another one" in result.stderr


def test_an_end_that_was_cut_off_passes_without_a_seal_and_fails_with_one(record: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(record)) as raw:
        end = raw.execute("SELECT max(seq) FROM log").fetchone()[0]
    (tmp_path / "reports/b.txt").write_text(factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2))
    build(tmp_path)
    noted = api.seal(record)
    cut(record, end - 1)
    assert run("verify", record).exit_code == 0
    result = run("verify", record, "--seal", noted.text)
    assert result.exit_code == 1
    assert f"the log ends at line {end - 1}: what came after was cut off" in result.stderr
    build(tmp_path)  # what is written over the cut is another log
    assert "that line is another one" in run("verify", record, "--seal", noted.text).stderr or (
        "cut off" in run("verify", record, "--seal", noted.text).stderr
    )


def test_what_does_not_hold_is_not_sealed(record: Path) -> None:
    with closing(sqlite3.connect(record)) as raw:
        raw.execute("UPDATE raw SET bytes = x'00'")
        raw.commit()
    with pytest.raises(RecordDamaged):
        api.seal(record)


WORDS = st.builds(
    Seal, lines=st.integers(0, 10**15 - 1), head=st.text("0123456789abcdef", min_size=64, max_size=64),
    day=st.dates().map(str) | st.just(""), format=st.integers(0, 99), reports=st.integers(0, 10**9),
    claims=st.integers(0, 10**9), decisions=st.integers(0, 10**9), revisions=st.integers(0, 10**9),
)  # fmt: skip


@given(seals=st.lists(WORDS, min_size=1, max_size=3), between=st.sampled_from(["\n", " \n\n> ", " and ", "; "]))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_seals_are_read_as_they_were_printed_in_whatever_text(tmp_path: Path, seals: list[Seal], between: str) -> None:
    file = tmp_path / "seals.txt"
    file.write_text(between.join(one.text for one in seals))
    assert as_seals(str(file)) == tuple(seals)
    assert as_seals(seals[0].text) == (seals[0],)


@pytest.mark.parametrize(
    "given_",
    ["firsthand-seal/1", "firsthand-seal/1 lines=3 head=abc", "none.txt", "", "{}", "firsthand-seal/2 lines=1"],
)
def test_what_is_no_seal_is_said(given_: str, record: Path) -> None:
    with pytest.raises(BadSeal):
        as_seals(given_)
    assert "E110" in run("verify", record, "--seal", given_).stderr


def test_a_file_too_long_to_be_read_whole_is_not_read_in_part(tmp_path: Path) -> None:
    file = tmp_path / "seals.txt"
    file.write_text(" " * 1_000_001)
    with pytest.raises(BadSeal, match="longer than 1,000,000 bytes"):
        as_seals(str(file))
