"""Any single changed value of a record is found by `verify`, and whatever it meets is named, never a traceback.

The byte-level property is weaker by nature: a file has bytes that nobody reads. A flipped one is found, or nothing that is read
from the record changes.
"""

# ruff: noqa: S608 - the tables are our own, and to tamper is the point.

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from firsthand import api
from firsthand.errors import FirsthandError
from firsthand.model.base import sha256
from firsthand.store.schema import LOG, LOGGED, SNAPSHOT
from firsthand.store.settings import add_settings
from firsthand.store.sqlite import Store
from tests import factories

TABLES = (LOG, *LOGGED, SNAPSHOT)
OFTEN = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
SELDOM = settings(OFTEN, max_examples=30)
"""Where most examples are read to the end."""


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with rows in every table."""
    folder = tmp_path_factory.mktemp("honest")
    reports, record = folder / "reports", folder / "r.db"
    reports.mkdir()
    said = [("shelled", "Oldford", "2024-03-04", 4), ("ambushed", "Newbridge", "2024-02-01", 2)]
    for number, (verb, place, day, killed) in enumerate(said):
        (reports / f"{number}.txt").write_text(
            "2024-03-05 " + factories.sentence("Northmen", verb, place, day, killed, "Hill Monitor")
        )
    (reports / "empty.txt").write_text(" ")
    with Store.create(record, program="tests") as store, store.transaction():
        add_settings(store, "set_1", b'{"a": 1}')
        add_settings(store, "set_2", b'{"a": 2}')
    for _ in range(2):
        api.build([reports], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
        (reports / "later.txt").write_text(
            "2024-03-07 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 9, "River Council")
        )
    with api.open_record(record) as view:
        one, other = [incident.id for incident in view.folded.incidents][:2]
    api.judge(record, "same", [one, other], by="Invented Person", why="a reason")
    api.undo(record, _decision(record), by="Invented Person", why="another reason")
    api.build([reports], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    with closing(sqlite3.connect(record)) as raw:
        assert all(raw.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] for table in TABLES)
    assert found(record) is None
    return record


def _decision(record: Path) -> str:
    with api.open_record(record) as view:
        return view.decisions[-1].id


def found(path: Path) -> str | None:
    """What `verify` or the opening of a record names; any other exception is a failure of this test."""
    try:
        with api.open_record(path) as view:
            fault = view.verify().fault
    except FirsthandError as e:
        return f"{e.code} {e}"
    return f"{fault.what} {fault.which}: {fault.why}" if fault else None


def told(path: Path) -> list[object]:
    """All that can be read from a record."""
    with closing(sqlite3.connect(path)) as raw:
        numbers = [raw.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id", "encoding")]
        rows = [raw.execute(f"SELECT * FROM {table.name} ORDER BY 1").fetchall() for table in TABLES]
        return [*numbers, *rows]


def places() -> st.SearchStrategy[tuple[str, str]]:
    return st.sampled_from([(str(table.name), column.name) for table in TABLES for column in table.columns])


def values() -> st.SearchStrategy[Any]:
    whole = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 99)
    return st.none() | whole | st.floats(allow_nan=False) | st.text(max_size=30) | st.binary(max_size=30)


def bent(old: Any, draw: st.DataObject) -> Any:  # noqa: ANN401 - as SQLite has it
    """Another value in place of one: any at all, or the same one with a single thing changed, or as another type."""
    how = draw.draw(st.sampled_from(["any", "little", "type"]))
    if how == "any":
        return draw.draw(values())
    if isinstance(old, int):
        return old ^ (1 << draw.draw(st.integers(0, 40))) if how == "little" else str(old)
    body = old if isinstance(old, bytes) else str(old).encode()
    if how == "type":
        return f"sha256:{sha256(body)}" if isinstance(old, bytes) else body
    at = draw.draw(st.integers(0, max(0, len(body) - 1)))
    flipped = body[:at] + bytes([body[at] ^ (1 << draw.draw(st.integers(0, 7)))]) + body[at + 1 :] if body else b"x"
    return flipped if isinstance(old, bytes) else flipped.decode("utf-8", "replace")


@OFTEN
@given(draw=st.data())
def test_any_changed_value_is_found(
    honest: Path, tmp_path_factory: pytest.TempPathFactory, draw: st.DataObject
) -> None:
    table, column = draw.draw(places())
    path = honest.with_name("changed.db")
    path.write_bytes(honest.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute(f"SELECT rowid, {column} FROM {table} ORDER BY rowid").fetchall()
        row, old = rows[draw.draw(st.integers(0, len(rows) - 1))]
        new = bent(old, draw)
        try:
            raw.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (new, row))
            raw.commit()
        except sqlite3.Error:  # what the tables themselves refuse needs no finding
            assume(False)
        key = raw.execute(f"SELECT {column}, typeof({column}) FROM {table} ORDER BY rowid").fetchall()
    with closing(sqlite3.connect(honest)) as raw:
        assume(key != raw.execute(f"SELECT {column}, typeof({column}) FROM {table} ORDER BY rowid").fetchall())
    assert found(path) is not None


@OFTEN
@given(draw=st.data())
def test_rows_that_are_swapped_taken_out_or_slipped_in_are_found(honest: Path, draw: st.DataObject) -> None:
    table = draw.draw(st.sampled_from([str(one.name) for one in (LOG, *LOGGED)]))
    path = honest.with_name("moved.db")
    path.write_bytes(honest.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        seqs = [row[0] for row in raw.execute(f"SELECT seq FROM {table}")]
        one, other = draw.draw(st.sampled_from(seqs)), draw.draw(st.sampled_from(seqs))
        how = draw.draw(st.sampled_from(["swap", "take out", "slip in"]))
        try:
            if how == "swap":
                assume(one != other)
                for was, now in ((one, -1), (other, one), (-1, other)):
                    raw.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (now, was))
            elif how == "take out":
                raw.execute(f"DELETE FROM {table} WHERE seq = ?", (one,))
            else:
                raw.execute(f"CREATE TEMP TABLE slipped AS SELECT * FROM {table} WHERE seq = ?", (one,))
                raw.execute("UPDATE slipped SET seq = 100000")
                columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
                for column in columns[1:]:
                    raw.execute(
                        f"UPDATE slipped SET {column} = CAST({column} || 'x' AS BLOB) WHERE typeof({column}) = 'blob'"
                    )
                    raw.execute(f"UPDATE slipped SET {column} = {column} || 'x' WHERE typeof({column}) = 'text'")
                raw.execute(f"INSERT INTO {table} SELECT * FROM slipped")
            raw.commit()
        except sqlite3.IntegrityError:
            assume(False)
    assert found(path) is not None


def test_a_name_of_a_table_that_is_no_text_is_damage(honest: Path) -> None:
    """Found by the next test among 400 flipped bits: SQLite's message has the broken name in it, and is no text either."""
    body = bytearray(honest.read_bytes())
    body[body.index(b"tablesnapshotsnapshot") + 5] ^= 1 << 7
    path = honest.with_name("unnamed.db")
    path.write_bytes(body)
    assert "E204" in str(found(path))


@SELDOM
@given(draw=st.data())
def test_a_flipped_bit_of_the_file_is_found_or_changes_nothing_that_is_read(honest: Path, draw: st.DataObject) -> None:
    body = bytearray(honest.read_bytes())
    at = draw.draw(st.integers(0, 99) | st.integers(0, len(body) - 1))
    body[at] ^= 1 << draw.draw(st.integers(0, 7))
    path = honest.with_name("flipped.db")
    path.write_bytes(body)
    if found(path) is None:
        assert told(path) == told(honest)
        assert api.export(path) == api.export(honest)


@OFTEN
@given(draw=st.data())
def test_a_file_cut_short_or_with_a_page_of_noise_is_found_or_changes_nothing(
    honest: Path, draw: st.DataObject
) -> None:
    body = bytearray(honest.read_bytes())
    if draw.draw(st.booleans()):
        del body[draw.draw(st.integers(1, len(body) - 1)) :]
    else:
        page = draw.draw(st.integers(0, len(body) // 4096 - 1)) * 4096
        body[page : page + 4096] = draw.draw(st.randoms(use_true_random=False)).randbytes(4096)
    path = honest.with_name("torn.db")
    path.write_bytes(body)
    if found(path) is None:
        assert told(path) == told(honest)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM refusal; END",
        "CREATE VIEW v AS SELECT * FROM claim",
        "CREATE TABLE notes (x)",
        "CREATE INDEX i ON claim (body)",
        "DROP INDEX claim_of",
        "DROP TABLE snapshot",
        "DROP TABLE settings",
        "ALTER TABLE report ADD COLUMN extra TEXT",
        "ALTER TABLE settings RENAME COLUMN id TO other",
        "ANALYZE",
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 3",
        "PRAGMA application_id = 1",
        "DELETE FROM snapshot",
        "INSERT INTO snapshot SELECT 7, upto, body FROM snapshot",
        "UPDATE snapshot SET id = 2",
        "UPDATE snapshot SET upto = upto - 1",
        "UPDATE claim SET body = NULL",
    ],
)
def test_other_tables_and_numbers_are_found(honest: Path, statement: str) -> None:
    path = honest.with_name("other.db")
    path.write_bytes(honest.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        try:
            raw.execute(statement)
            raw.commit()
        except sqlite3.IntegrityError:
            return
    assert found(path) is not None


def test_a_digest_written_as_text_does_not_pass_for_the_bytes_it_is_of(honest: Path) -> None:
    path = honest.with_name("typed.db")
    path.write_bytes(honest.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        seq, body = raw.execute("SELECT seq, body FROM settings").fetchone()
        raw.execute("UPDATE settings SET body = ? WHERE seq = ?", (f"sha256:{sha256(body)}", seq))
        raw.commit()
    assert found(path) == f"settings row {seq}: a value is of another type than its column"


def test_a_cached_view_that_is_garbled_is_made_anew_by_reading_and_for_good_by_building(honest: Path) -> None:
    path = honest.with_name("garbled.db")
    path.write_bytes(honest.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE snapshot SET body = x'00'")
        raw.commit()
    assert "view" in str(found(path))
    assert api.export(path) == api.export(honest)
    api.build([honest.parent / "reports"], path, read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert found(path) is None
    assert api.export(path) == api.export(honest)


def test_a_forged_view_is_found_where_its_model_is_forged_too(honest: Path) -> None:
    """A view that names another model was compared with nothing: the digest in the run's note finds it."""
    import zlib

    path = honest.with_name("forged.db")
    path.write_bytes(honest.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        body = zlib.decompress(raw.execute("SELECT body FROM snapshot").fetchone()[0])
        model = body[body.index(b"mdl_") :][:24]
        forged = zlib.compress(body.replace(model, b"mdl_" + b"0" * 20).replace(b'"low":4', b'"low":5'))
        raw.execute("UPDATE snapshot SET body = ?", (forged,))
        raw.commit()
    assert "the cached view is not the one that the last run noted" in str(found(path))
