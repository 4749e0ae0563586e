"""What a user set for a record: each content once, in the order in which builds used it."""

from typing import NamedTuple

from sqlalchemy import select

from firsthand.store.schema import SETTINGS
from firsthand.store.sqlite import Store


class Kept(NamedTuple):
    """Settings as the record keeps them. `id`: digest of the content; `body`: the content."""

    id: str
    body: bytes


def add_settings(store: Store, id_: str, body: bytes) -> bool:
    """Append settings, unless they are there; inside a transaction. True where they are new."""
    if store.rows(select(SETTINGS.c.seq).where(SETTINGS.c.id == id_)):
        return False
    return store.append(SETTINGS, [{"id": id_, "body": body}]) == 1


def settings(store: Store) -> tuple[Kept, ...]:
    """All settings of a record in their logged order; none in a record of a format that had none."""
    if not store.has(SETTINGS):
        return ()
    rows = store.rows(select(SETTINGS.c.id, SETTINGS.c.body).order_by(SETTINGS.c.seq))
    return tuple(Kept(row.id, bytes(row.body)) for row in rows)
