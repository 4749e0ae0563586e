"""Records of every earlier format become records of today's, whole or not at all, with what they were kept beside them.

`records/format-N.db.gz` was made by the last version of the program that wrote format N: invented reports in the idiom of
`tests.factories`, two kits, two refusals, decisions of an invented person.
"""

import gzip
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from firsthand import api
from firsthand.cli.main import app
from firsthand.errors import DiskFull, NewerRecord, RecordMigrated
from firsthand.store import migrations
from firsthand.store.check import torn
from firsthand.store.schema import FORMAT
from firsthand.store.settings import Kept, add_settings, settings
from firsthand.store.sqlite import Store

KEPT = Path(__file__).parent / "records"
EARLIER = tuple(range(1, FORMAT))
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(params=EARLIER)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A record of an earlier format."""
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((KEPT / f"format-{request.param}.db.gz").read_bytes()))
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        numbers = [str(raw.execute(f"PRAGMA {name}").fetchone()) for name in ("user_version", "application_id")]
        return [*numbers, *raw.iterdump()]


def lines(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT * FROM log ORDER BY seq").fetchall()


def laid_out(path: Path) -> set[tuple[str, ...]]:
    """Tables with their columns, and indexes with theirs."""
    with closing(sqlite3.connect(path)) as raw:
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {(table, *map(str, row)) for table in tables for row in raw.execute(f"PRAGMA table_xinfo({table})")}
        indexes = {
            (table, *map(str, row[1:])) for table in tables for row in raw.execute(f"PRAGMA index_list({table})")
        }
    return columns | indexes


def migrated(path: Path) -> Path:
    """Open a record to write; the path of its backup."""
    with pytest.warns(RecordMigrated):
        store = Store.create(path, program="tests")
    store.close()
    assert store.migrated is not None
    return store.migrated.backup


def test_every_earlier_format_has_a_record_to_be_tested_with() -> None:
    assert {step.to for step in migrations.STEPS} == {number + 1 for number in EARLIER}
    assert {path.name for path in KEPT.iterdir()} == {f"format-{number}.db.gz" for number in EARLIER}


def test_an_earlier_record_is_brought_up_to_today_and_says_what_it_said(old: Path) -> None:
    said, before, was = api.export(old), lines(old), dump(old)
    backup = migrated(old)
    assert api.export(old) == said
    assert lines(old)[: len(before)] == before
    with api.open_record(old) as view:
        assert view.verify().fault is None
        assert view.complete
    assert dump(backup) == was
    assert api.export(backup) == said
    assert backup.name == f"old.format-{was[0].strip('(,)')}.db"
    Store.create(old, program="tests").close()
    assert {path.name for path in old.parent.iterdir()} == {"old.db", backup.name}


def test_a_migrated_record_is_laid_out_like_a_new_one(old: Path, tmp_path: Path) -> None:
    migrated(old)
    Store.create(tmp_path / "new.db", program="tests").close()
    assert laid_out(old) == laid_out(tmp_path / "new.db")


def test_reading_an_earlier_record_writes_nothing(old: Path) -> None:
    before = old.read_bytes()
    with Store.open(old) as store:
        assert settings(store) == ()
        assert list(torn(store)) == []
    with api.open_record(old) as view:
        assert view.verify().fault is None
    assert api.migrate(old, dry_run=True).steps
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == ["old.db"]


def test_a_backup_that_is_there_is_not_overwritten(old: Path) -> None:
    mine = old.with_name("old.format-1.db")
    mine.write_text("something of mine")
    assert migrated(old).name == "old.format-1-2.db"
    assert mine.read_text() == "something of mine"


def test_a_backup_takes_what_a_killed_run_left_in_its_journal(old: Path) -> None:
    writing = (
        "import os, sqlite3, sys; raw = sqlite3.connect(sys.argv[1]); raw.execute('PRAGMA journal_mode = WAL');"
        "raw.execute('CREATE TABLE later (x)'); raw.commit(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", writing, str(old)], check=False)
    assert old.with_name("old.db-wal").stat().st_size
    assert "CREATE TABLE later (x);" in dump(migrated(old))


def test_a_step_that_fails_leaves_the_record_as_it_was_and_the_next_try_takes_its_backup(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = dump(old)
    broken = migrations.Step(FORMAT, "fails midway", ("CREATE TABLE half (x)", "INSERT INTO nowhere VALUES (1)"))
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", (*migrations.STEPS, broken))
        with pytest.raises(Exception, match="nowhere"):
            Store.create(old, program="tests")
    assert dump(old) == was
    backup = migrated(old)
    assert dump(backup) == was
    assert {path.name for path in old.parent.iterdir()} == {"old.db", backup.name}


KILLED = """
import os, sys
from firsthand.store import migrations
from firsthand.store.sqlite import Store
def stop(*_): os.kill(os.getpid(), 9)
setattr(migrations, sys.argv[2], stop)
Store.create(__import__("pathlib").Path(sys.argv[1]), program="tests")
"""


@pytest.mark.parametrize("moment", ["_synced", "_head", "carry_out", "steps_from"])
def test_killed_while_it_migrates_the_record_is_whole_and_the_next_run_does_it(old: Path, moment: str) -> None:
    was, said = dump(old), api.export(old)
    if moment == "_head":  # it is asked where an earlier try left a backup
        old.with_name("old.format-1.db").write_bytes(old.read_bytes())
    killing = KILLED.replace("migrations, sys", "sqlite, sys").replace("import migrations", "import sqlite") if (
        moment == "carry_out"
    ) else KILLED  # fmt: skip
    done = subprocess.run([sys.executable, "-c", killing, str(old), moment], check=False, cwd=ROOT)
    assert done.returncode == -signal.SIGKILL
    assert dump(old) == was
    assert dump(migrated(old)) == was
    assert api.export(old) == said


def test_a_full_disk_leaves_the_record_as_it_was(old: Path) -> None:
    was = old.read_bytes()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(was) // 2, before[1]))
    try:
        with pytest.raises(DiskFull, match="backup"):
            Store.create(old, program="tests")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert old.read_bytes() == was
    assert [path.name for path in old.parent.iterdir()] == ["old.db"]
    migrated(old)


def test_a_newer_record_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Store.create(path, program="tests").close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {FORMAT + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerRecord):
        api.migrate(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["r.db"]


def test_the_command_says_what_is_before_a_record_and_what_it_did(old: Path) -> None:
    runner = CliRunner()
    planned = runner.invoke(app, ["migrate", str(old), "--dry-run"])
    assert "Before it:\n  format 2: makes room for settings" in planned.stdout
    with warnings.catch_warnings():
        done = runner.invoke(app, ["migrate", str(old)])
    assert done.exit_code == 0
    assert "Done:\n  format 2:" in done.stdout
    assert "note: " in done.stderr
    assert "old.format-1.db is the record as it was" in done.stderr
    assert "nothing to do" in runner.invoke(app, ["migrate", str(old)]).stdout
    assert '"steps": []' in runner.invoke(app, ["migrate", str(old), "--json"]).stdout


def test_settings_are_kept_once_in_their_order_and_in_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.create(path, program="tests") as store:
        with store.transaction():
            assert add_settings(store, "set_2", b"b")
            assert add_settings(store, "set_1", b"a")
            assert not add_settings(store, "set_2", b"b")
        assert settings(store) == (Kept("set_2", b"b"), Kept("set_1", b"a"))
        with store._engine.connect() as raw:
            raw.execute(text("UPDATE settings SET body = x'00' WHERE id = 'set_1'"))
            raw.commit()
        assert [f"{found.what} {found.which}" for found in torn(store)] == ["settings row 3"]
    assert os.listdir(tmp_path) == ["r.db"]  # noqa: PTH208 - names are enough
