"""Whether the log and the rows agree: the chain, every row's digest, and that neither has more than the other."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Table, select, text

from firsthand.errors import RecordDamaged
from firsthand.store.log import ROOT, line_hash, row_digest
from firsthand.store.schema import LOG, LOGGED
from firsthand.store.sqlite import Store


class Torn(NamedTuple):
    """A line or row that does not hold, and why."""

    what: str
    which: str
    why: str


def torn(store: Store) -> Iterator[Torn]:
    """Every line and row that does not hold, in the order of checking; nothing where all is well."""
    try:
        found = store.rows(text("PRAGMA integrity_check(1)"))
    except RecordDamaged as e:
        yield Torn("file", str(store.path), str(e))
        return
    if found and found[0][0] != "ok":
        yield Torn("file", str(store.path), str(found[0][0]))
        return
    yield from _chain(store)
    for table in LOGGED:
        if store.has(table):
            yield from _rows(store, table)


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
