"""Opening the SQLite file of a record, and saying what went wrong in the program's own errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from firsthand.errors import CannotOpenRecord, DiskFull, NewerRecord, NotARecord, RecordBusy, RecordDamaged, RecordError
from firsthand.store.schema import APPLICATION_ID, FORMAT, METADATA

BUSY_SECONDS = 5.0
"""How long a reader waits for a commit of the writer to end."""

UNREADABLE = ("SQLITE_CORRUPT", "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS")
"""What SQLite says of a file that is not what it was; its other troubles with input and output are with writing."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite reports while it works on `path` into our errors."""
    try:
        yield
    except DBAPIError as e:
        raise _ours(path, e.orig) from e
    except sqlite3.Error as e:
        raise _ours(path, e) from e
    except UnicodeDecodeError as e:
        raise RecordDamaged(f"{path} is damaged (a name in it is no text)") from e


def _ours(path: Path, cause: BaseException | None) -> RecordError:
    """The error of ours for one of SQLite's."""
    name = getattr(cause, "sqlite_errorname", "") or ""
    if name.startswith(UNREADABLE):
        return RecordDamaged(f"{path} could not be read ({cause})")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return DiskFull(f"{path} could not be written ({cause})")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return RecordBusy(f"another program holds {path}")
    if name.startswith("SQLITE_NOTADB"):
        return NotARecord(f"{path} is no record of firsthand")
    if (name == "SQLITE_ERROR" and "no such" in str(cause)) or "decode to UTF-8" in str(cause):
        return RecordDamaged(f"{path} is damaged ({cause})")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return CannotOpenRecord(f"{path} cannot be opened ({cause})")
    return RecordError(f"{path}: {cause}")


def engine_of(path: Path, *, write: bool) -> Engine:
    """An engine with one connection, whose transactions begin at once as a writer or as a reader."""
    mode = "rwc" if write else "ro"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # isolation_level None: the driver begins nothing behind our back.
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def identify(connection: Connection, path: Path) -> int:
    """The format of the record in the open file, 0 where it is still empty.

    Errors: NotARecord for any other SQLite file, NewerRecord for a format this program does not know.
    """
    application = connection.execute(text("PRAGMA application_id")).scalar_one()
    version = int(connection.execute(text("PRAGMA user_version")).scalar_one())
    tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
    if application != APPLICATION_ID:
        if application == 0 and version == 0 and tables == 0:
            return 0
        raise NotARecord(f"{path} is another program's file")
    if version > FORMAT:
        raise NewerRecord(f"{path} has format {version}; this program knows formats up to {FORMAT}")
    if version < 1:
        raise RecordDamaged(f"{path} names no format")
    return version


def write_ahead(connection: Connection) -> None:
    """Let readers read while we write, and let no commit be lost by a power cut: FULL waits for the disk at each one, which
    costs little since a commit is many reports (NORMAL would wait at checkpoints only).

    Outside of any transaction, which SQLAlchemy would begin by itself.
    """
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def at_rest(connection: Connection) -> None:
    """Leave one file and nothing beside it, which even a reader without rights on the folder can open.

    Where someone reads just then it stays in WAL mode, which is as good.
    """
    cursor = connection.connection.cursor()
    with suppress(sqlite3.OperationalError):
        cursor.execute("PRAGMA journal_mode = DELETE")
    cursor.close()


def rolled_back(path: Path) -> bool:
    """Undo the half of a commit that a killed run left, which one who may only read cannot; False where that fails.

    SQLite tells by its own locks whether the commit is still under way, and leaves it alone then.
    """
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as raw:
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return False
    return True


def lay_out(connection: Connection) -> None:
    """Make the tables of a new record, in the transaction that is open."""
    METADATA.create_all(connection)
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    connection.execute(text(f"PRAGMA user_version = {FORMAT}"))
