"""What a seal is made of and held against: lines of the log by number and by table."""

from sqlalchemy import func, select

from firsthand.store.schema import LOG
from firsthand.store.sqlite import Store


def hash_of_line(store: Store, seq: int) -> str | None:
    """Hash of a line of the log, None where it has no such line."""
    rows = store.rows(select(LOG.c.hash).where(LOG.c.seq == seq))
    return str(rows[0].hash) if rows else None


def lines_by_table(store: Store) -> dict[str, int]:
    """How many lines of the log are of each table."""
    return {row.what: row.n for row in store.rows(select(LOG.c.what, func.count().label("n")).group_by(LOG.c.what))}
