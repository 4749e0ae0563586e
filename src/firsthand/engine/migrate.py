"""Brings a record of an earlier format up to today's, when a person asks for it; `build` and `decide` do it by themselves."""

from pathlib import Path

from msgspec.structs import replace

from firsthand.engine.asked import AnyPath
from firsthand.engine.program import program_name
from firsthand.model.base import Record
from firsthand.store.migrations import steps_from
from firsthand.store.schema import FORMAT
from firsthand.store.sqlite import Store


class Migration(Record, frozen=True, kw_only=True):
    """What is before a record, or was done to it. `format`: the one it has; `backup`: where it is as it was."""

    record: str
    format: int
    newest: int
    steps: tuple[str, ...]
    backup: str | None = None


def migrate(record: AnyPath, *, dry_run: bool = False) -> Migration:
    """Bring a record that an earlier version made up to the format of this one; `dry_run`: only tell which steps are before it.

    Whatever writes a record does this by itself. The record as it was is kept beside it, and a RecordMigrated warning names it.
    Errors: NoSuchPath, RecordBusy, NotARecord, NewerRecord, RecordDamaged, DiskFull.
    """
    path = Path(record)
    with Store.open(path) as store:
        found = Migration(record=str(path), format=store.format, newest=FORMAT, steps=_words(store.format))
    if dry_run or not found.steps:
        return found
    with Store.create(path, program=program_name()) as store:
        backup = str(store.migrated.backup) if store.migrated else None
        return replace(found, format=store.format, backup=backup)


def _words(format_: int) -> tuple[str, ...]:
    return tuple(f"format {step.to}: {step.what}" for step in steps_from(format_))
