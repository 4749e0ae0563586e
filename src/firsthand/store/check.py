"""Whether the log and the rows agree: the tables, the chain, every row's digest, and that neither has more than the other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import LargeBinary, Table, Text, create_engine, select, text

from firsthand.errors import RecordError
from firsthand.store.log import ROOT, line_hash, row_digest
from firsthand.store.schema import LOG, LOGGED, METADATA, SINCE, SNAPSHOT
from firsthand.store.sqlite import Store

LISTED = "SELECT type, name, tbl_name, coalesce(sql, '') AS sql FROM sqlite_master"


class Torn(NamedTuple):
    """A line or row that does not hold, and why."""

    what: str
    which: str
    why: str


def torn(store: Store) -> Iterator[Torn]:
    """Every line and row that does not hold, in the order of checking; nothing where all is well."""
    try:
        found = store.rows(text("PRAGMA integrity_check(1)"))
        if found[0][0] != "ok":
            yield Torn("file", str(store.path), str(found[0][0]))
            return
        yield from _other_tables(store)
        for table in tables(store):
            yield from _types(store, table)
        yield from _chain(store)
        for table in tables(store):
            if table in LOGGED:
                yield from _rows(store, table)
        yield from _unknown(store)
    except RecordError as e:
        yield Torn("file", str(store.path), str(e))


def tables(store: Store) -> list[Table]:
    """The tables of a record of its format."""
    return [table for table in (LOG, *LOGGED, SNAPSHOT) if SINCE.get(table.name, 1) <= store.format]


def _other_tables(store: Store) -> Iterator[Torn]:
    """The file must have the tables and indexes of its format, and nothing else: a trigger could change what is written."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        METADATA.create_all(connection, tables(store))
        should = {_plain(*row) for row in connection.execute(text(LISTED))}
    engine.dispose()
    there = {_plain(*row) for row in store.rows(text(LISTED))}
    for kind, name, *_ in sorted(there - should):
        yield Torn(kind, name, "no record of this format has it so")
    for kind, name, *_ in sorted(should - there):
        yield Torn(kind, name, "it is missing, or is not as it was made")


def _plain(*row: str) -> tuple[str, ...]:
    """An entry of the list of tables, whatever its spaces and quotation marks."""
    return tuple(re.sub(r'[\s"]', "", str(part)) for part in row)


def _types(store: Store, table: Table) -> Iterator[Torn]:
    """Each value must have the type of its column: a digest written as text must not pass for the bytes it is of."""
    wrong = " OR ".join(f"typeof({column.name}) <> '{_type(column.type)}'" for column in table.columns)
    key = next(iter(table.primary_key.columns)).name
    for row in store.stream(text(f"SELECT {key} AS key FROM {table.name} WHERE {wrong} LIMIT 1")):  # noqa: S608 - names of ours
        yield Torn(str(table.name), f"row {row.key}", "a value is of another type than its column")


def _type(declared: object) -> str:
    """SQLite's word for a type of a column."""
    return "text" if isinstance(declared, Text) else "blob" if isinstance(declared, LargeBinary) else "integer"


def _chain(store: Store) -> Iterator[Torn]:
    """Each line must follow the one before it."""
    before = ROOT
    for seq, row in enumerate(store.stream(select(LOG).order_by(LOG.c.seq)), 1):
        if (row.seq, row.before) != (seq, before) or row.hash != line_hash(row.seq, row.what, row.digest, row.before):
            yield Torn("log", f"line {row.seq}", "it does not follow the line before it")
            return
        before = row.hash


def _rows(store: Store, table: Table) -> Iterator[Torn]:
    """Each row must have its line, and each line its row. Values are taken as SQLite has them, whatever their type."""
    name = str(table.name)
    joined = f"SELECT t.*, l.what AS _what, l.digest AS _digest FROM {name} t LEFT JOIN log l ON l.seq = t.seq ORDER BY t.seq"  # noqa: S608 - a constant of ours
    for row in store.stream(text(joined)):
        values = dict(row._mapping)  # noqa: SLF001 - the public name of a row's mapping in SQLAlchemy
        what, digest = values.pop("_what"), values.pop("_digest")
        if what != name:
            yield Torn(name, f"row {values['seq']}", "the log has no line for it")
        elif row_digest(name, values) != digest:
            yield Torn(name, f"row {values['seq']}", "its content is not what the log says")
    lost = f"SELECT l.seq FROM log l WHERE l.what = '{name}' AND l.seq NOT IN (SELECT seq FROM {name}) LIMIT 1"  # noqa: S608
    for row in store.stream(text(lost)):
        yield Torn(name, f"row {row.seq}", "the log names it, and it is gone")


def _unknown(store: Store) -> Iterator[Torn]:
    """No line may name a table that the format does not have."""
    known = [str(table.name) for table in tables(store) if table in LOGGED]
    for row in store.stream(select(LOG.c.seq, LOG.c.what).where(LOG.c.what.not_in(known)).limit(1)):
        yield Torn("log", f"line {row.seq}", f"it names a table {row.what!r}, which this format does not have")
