"""Whatever is changed in a record, `verify` finds it and names it."""

# ruff: noqa: S608 - the tables are our own, and to tamper is the point.

import shutil
import sqlite3
from pathlib import Path

import pytest

from firsthand import api
from firsthand.store.schema import LOG, LOGGED, SNAPSHOT
from tests import factories

COLUMNS = [(table.name, column.name) for table in (*LOGGED, LOG) for column in table.columns]
EMPTY = ("decision", "settings")
"""Tables in which a plain build puts nothing."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tampered")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(
        "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4)
    )
    (reports / "b.txt").write_text(
        factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2, "Hill Monitor")
    )
    (reports / "c.txt").write_text(" ")
    api.build([reports], folder / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    return folder / "r.db"


def checked(record: Path, folder: Path, *statements: str) -> str | None:
    """What `verify` names in a copy of the record on which someone ran these statements."""
    copy = folder / "copy.db"
    shutil.copy(record, copy)
    raw = sqlite3.connect(copy)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()
    with api.open_record(copy) as view:
        fault = view.verify().fault
    return f"{fault.what} {fault.which}" if fault else None


def test_an_honest_record_holds(record: Path, tmp_path: Path) -> None:
    assert checked(record, tmp_path) is None


@pytest.mark.parametrize(("table", "column"), [pair for pair in COLUMNS if pair[0] not in EMPTY])
def test_a_changed_value_is_found(record: Path, tmp_path: Path, table: str, column: str) -> None:
    last = f"(SELECT max(seq) FROM {table})"
    kind = sqlite3.connect(record).execute(f"SELECT typeof({column}) FROM {table} LIMIT 1").fetchone()[0]
    other = {"integer": f"{column} + 100000", "blob": f"CAST({column} || 'x' AS BLOB)", "text": f"{column} || 'x'"}[
        kind
    ]
    assert checked(record, tmp_path, f"UPDATE {table} SET {column} = {other} WHERE seq = {last}") is not None


@pytest.mark.parametrize("table", [table.name for table in LOGGED if table.name not in EMPTY])
def test_a_lost_row_is_found(record: Path, tmp_path: Path, table: str) -> None:
    assert checked(record, tmp_path, f"DELETE FROM {table} WHERE seq = (SELECT max(seq) FROM {table})") is not None


def test_a_row_that_was_slipped_in_is_found(record: Path, tmp_path: Path) -> None:
    slipped = "INSERT INTO decision (seq, id, body) VALUES (100000, 'dec_1', x'7b7d')"
    assert checked(record, tmp_path, slipped) == "decision row 100000"


def test_a_cached_view_that_says_something_else_is_found(record: Path, tmp_path: Path) -> None:
    import zlib

    raw = sqlite3.connect(record)
    body = zlib.decompress(raw.execute(f"SELECT body FROM {SNAPSHOT.name}").fetchone()[0])
    raw.close()
    assert b'"low":4' in body
    forged = zlib.compress(body.replace(b'"low":4', b'"low":5')).hex()
    found = checked(record, tmp_path, f"UPDATE {SNAPSHOT.name} SET body = x'{forged}'")
    assert found is not None
    assert found.startswith("view")
    copy = tmp_path / "copy.db"
    with api.open_record(record) as honest, api.open_record(copy) as view:
        assert view.folded == honest.folded  # never shown: it is concluded anew
    api.build([record.parent / "reports"], copy, read_on=factories.READ_ON, extractor=factories.IDIOM)
    with api.open_record(copy) as view:
        assert view.verify().fault is None
