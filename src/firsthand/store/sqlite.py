"""A record as a SQLite file in WAL mode: append, read, and nothing else."""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, Row, Select, Table, TextClause, insert, select, text

from firsthand.errors import CannotOpenRecord, NoSuchPath, NotARecord, RecordDamaged, RecordMigrated
from firsthand.store.connect import at_rest, engine_of, identify, lay_out, rolled_back, translated, write_ahead
from firsthand.store.lock import WriterLock
from firsthand.store.log import ROOT, line, row_digest
from firsthand.store.migrations import Migrated, backup_of, carry_out
from firsthand.store.schema import FORMAT, LOG, META

Values = Mapping[str, Any]
T = TypeVar("T")


class Store:
    """An open record. Get one from `create` (to write, alone) or `open` (to read, beside anyone)."""

    def __init__(self, path: Path, engine: Engine, connection: Connection, lock: WriterLock | None) -> None:
        self.path = path
        self._engine = engine
        self._connection = connection
        self._lock = lock
        self._head = (0, ROOT)
        self._open = False
        self._streams = 0
        self.format = FORMAT
        self.migrated: Migrated | None = None

    @classmethod
    def create(cls, path: Path, *, program: str) -> Self:
        """Open a record to write, and make it where there is none. `program`: name and version, noted when it is made.

        One of an earlier format is brought up to today's first, with a backup of it beside: `migrated` tells, and a
        RecordMigrated warns. Errors: RecordBusy where another run writes it, NotARecord, NewerRecord, RecordDamaged, DiskFull.
        """
        lock = WriterLock(path)
        lock.acquire()
        try:
            return cls._writer(path, lock, program)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _writer(cls, path: Path, lock: WriterLock, program: str) -> Self:
        """The open record under a lock that is held."""
        fresh = not path.exists()
        with translated(path):
            engine = engine_of(path, write=True)
            try:
                connection = engine.connect()
                store = cls(path, engine, connection, lock)
                with store.transaction():
                    known = identify(connection, path)
                    if not known:
                        lay_out(connection)
                        store.append(META, [{"key": "program", "value": program}])
                if known and known < FORMAT:
                    store._migrate(known, program)
                write_ahead(connection)
            except BaseException:
                engine.dispose()
                if fresh and path.exists() and path.stat().st_size == 0:
                    path.unlink()
                raise
        return store

    def _migrate(self, before: int, program: str) -> None:
        """Bring an earlier record up to today's format: all of it or nothing, and no step without a backup."""

        def note(key: str, value: str) -> None:
            self.append(META, [{"key": key, "value": f"{value}, by {program}"}])

        backup = backup_of(self.path, before)
        with self.transaction():
            carry_out(self._connection, before, note)
        self.migrated = Migrated(before, FORMAT, backup)
        warnings.warn(
            f"{self.path} was of format {before} and is now of format {FORMAT}; {backup} is the record as it was",
            RecordMigrated, stacklevel=2,
        )  # fmt: skip

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a record to read, as it is; `format` tells which it has.

        Errors: NoSuchPath, NotARecord, NewerRecord, RecordDamaged, RecordBusy.
        """
        if not path.exists():
            raise NoSuchPath(f"there is no record {path}", hint="Make one: firsthand build REPORTS --out RECORD.")
        if not path.is_file():
            raise NotARecord(f"{path} is a folder")
        try:
            return cls._reader(path)
        except CannotOpenRecord:
            if not rolled_back(path):
                raise
        return cls._reader(path)

    @classmethod
    def _reader(cls, path: Path) -> Self:
        """The record, open to read."""
        with translated(path):
            engine = engine_of(path, write=False)
            try:
                connection = engine.connect()
                format_ = identify(connection, path)
                if not format_:
                    raise NotARecord(f"{path} is empty")
                connection.rollback()
            except BaseException:
                engine.dispose()
                raise
        store = cls(path, engine, connection, None)
        store.format = format_
        return store

    def close(self) -> None:
        """Close it; the file is then whole by itself."""
        try:
            with translated(self.path):
                if self._lock:
                    at_rest(self._connection)
                self._connection.close()
                self._engine.dispose()
        finally:
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is appended inside is committed together with its lines of the log."""
        with translated(self.path):
            self._connection.begin()
            self._open = True
            try:
                last = self._connection.execute(self._last_line()).first() if self._laid_out() else None
                self._head = (last.seq, last.hash) if last else (0, ROOT)
                yield
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise
            finally:
                self._open = False

    def _laid_out(self) -> bool:
        """Tell whether the tables are there."""
        found = text("SELECT count(*) FROM sqlite_master WHERE name = 'log'")
        return bool(self._connection.execute(found).scalar_one())

    @staticmethod
    def _last_line() -> Select[Any]:
        return select(LOG.c.seq, LOG.c.hash).order_by(LOG.c.seq.desc()).limit(1)

    def has(self, table: Table) -> bool:
        """Tell whether a record, perhaps of an earlier format, has this table."""
        found = text("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name").bindparams(
            name=table.name
        )
        return bool(self.rows(found)[0][0])

    def append(self, table: Table, rows: Iterable[Values]) -> int:
        """Add rows that are not there yet, each with its line of the log; only inside `transaction`."""
        if not self._open:
            raise RuntimeError("append outside of a transaction")
        added: list[Values] = []
        lines: list[Values] = []
        name = str(table.name)
        seq, before = self._head
        for row in rows:
            seq += 1
            entry = line(seq, name, row_digest(name, row), before)
            before = entry.hash
            added.append({"seq": seq, **row})
            lines.append(entry._asdict())
        if added:
            self._connection.execute(insert(LOG), lines)
            self._connection.execute(insert(table), added)
            self._head = (seq, before)
        return len(added)

    def cache(self, table: Table, row: Values) -> None:
        """Put the one row of a cache table, in place of the one before; only inside `transaction`."""
        self._connection.execute(table.delete())
        self._connection.execute(insert(table), [row])

    def rows(self, query: Select[Any] | TextClause) -> Sequence[Row[Any]]:
        """All rows of a query."""
        return list(self.stream(query))

    def stream(self, query: Select[Any] | TextClause) -> Iterator[Row[Any]]:
        """The rows of a query one after the other; no transaction may begin before the last was taken."""
        with translated(self.path):
            self._streams += 1
            try:
                yield from self._connection.execution_options(yield_per=256).execute(query)
            finally:
                self._streams -= 1
                if not self._open and not self._streams:
                    self._connection.rollback()

    def decoded(self, body: bytes, type_: type[T]) -> T:
        """A stored value. Errors: RecordDamaged for bytes that are none of this type."""
        try:
            return msgspec.json.decode(body, type=type_)
        except (msgspec.DecodeError, TypeError) as e:
            raise RecordDamaged(f"a stored {type_.__name__} in {self.path} cannot be read ({e})") from e

    @property
    def length(self) -> int:
        """Number of the last line of the log, inside `transaction`."""
        return self._head[0]

    @property
    def head(self) -> tuple[int, str]:
        """Number and hash of the last line of the log."""
        last = self.rows(self._last_line())
        return (last[0].seq, last[0].hash) if last else (0, ROOT)
