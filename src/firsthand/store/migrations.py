"""How a record of an earlier format becomes one of today's: numbered steps, in one transaction, after a backup.

A step stands as it was written, in SQL of its own: it must do the same whatever `schema` says years later.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from sqlalchemy import Connection, text

from firsthand.errors import DiskFull
from firsthand.store.schema import FORMAT

PAGES = 4096
"""Pages that a backup copies between two looks at the disk."""


class Step(NamedTuple):
    """What makes a record of format `to` of one of the format before. `what`: in a few words, for the user."""

    to: int
    what: str
    statements: tuple[str, ...]


STEPS = (
    Step(
        2,
        "makes room for settings (firsthand.toml)",
        (
            "CREATE TABLE settings (seq INTEGER NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (seq), UNIQUE (id))",
        ),
    ),
)
"""All steps, in order. A new one is added at the end, with `FORMAT`; none is ever changed."""


class Migrated(NamedTuple):
    """What was done to an earlier record before it was written. `backup`: the record as it was."""

    before: int
    after: int
    backup: Path


def steps_from(format_: int) -> tuple[Step, ...]:
    """The steps that a record of this format has before it."""
    return tuple(step for step in STEPS if step.to > format_)


def carry_out(connection: Connection, format_: int, note: Callable[[str, str], None]) -> None:
    """Carry out all steps in the transaction that is open. `note` appends (key, value) to what the log keeps of the record."""
    for step in steps_from(format_):
        for statement in step.statements:
            connection.execute(text(statement))
        note(f"format {step.to}", f"from format {step.to - 1}")
    connection.execute(text(f"PRAGMA user_version = {FORMAT}"))


def backup_of(path: Path, format_: int) -> Path:
    """Keep the record as it is beside itself, whole and on the disk, under a name that nobody has; its path.

    A backup with the same last line of the log, which an earlier try left, is taken for it. Only under the writer's lock.
    Errors: DiskFull (nothing is left of the half of a copy).
    """
    for name in _names(path, format_):
        if not name.exists():
            _copied(path, name)
            return name
        if _head(name) == _head(path):
            return name
    raise AssertionError("names do not end")


def _names(path: Path, format_: int) -> Iterator[Path]:
    """record.format-1.db, record.format-1-2.db, and so on."""
    number = 1
    while True:
        yield path.with_name(f"{path.stem}.format-{format_}{f'-{number}' if number > 1 else ''}{path.suffix}")
        number += 1


def _copied(path: Path, to: Path) -> None:
    """Copy a record by SQLite's own means, under another name until it is whole and on the disk."""
    part = to.with_name(to.name + "-part")
    try:
        part.unlink(missing_ok=True)
        with closing(_readable(path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target, pages=PAGES)
            target.execute("PRAGMA journal_mode = DELETE")
        _synced(part)
        part.rename(to)
        _synced(to.parent)
    except (OSError, sqlite3.Error) as e:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise DiskFull(
            f"no backup of {path} could be made ({e})",
            hint="Free as much space as the record takes and run the same command again; the record was left as it was.",
        ) from e


def _head(path: Path) -> object:
    """Format and last line of the log; None for what is no record."""
    with suppress(sqlite3.Error), closing(_readable(path)) as source:
        version = source.execute("PRAGMA user_version").fetchone()
        return version, source.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return None


def _readable(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)


def _synced(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
