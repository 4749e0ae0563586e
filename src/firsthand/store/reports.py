"""Reports in the record: raw bytes, what was read from them, and under which names."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import func, select

from firsthand.errors import RecordDamaged
from firsthand.model.base import digest, sha256
from firsthand.model.report import Report
from firsthand.store.schema import NAME, RAW, REPORT
from firsthand.store.sqlite import Store


class Stored(NamedTuple):
    """A report of the record, and the digest of what was read from its bytes."""

    report: Report
    content: str


def content_of(report: Report) -> str:
    """Digest of what was read, whatever the file was called and whenever it was read."""
    return digest("txt", replace(report, names=(), read_on=date.min))


def add_report(store: Store, report: Report, raw: bytes) -> Literal["new", "again"]:
    """Append a report, its bytes and its names, as far as they are new. Idempotent.

    Errors: ValueError for bytes that do not have the report's digest.
    """
    if sha256(raw) != report.sha256:
        raise ValueError(f"the bytes of {report.name} are not those the report was read from")
    known = bool(store.rows(select(RAW.c.seq).where(RAW.c.sha256 == report.sha256)))
    if not known:
        store.append(RAW, [{"sha256": report.sha256, "bytes": raw}])
    content = content_of(report)
    if not store.rows(select(REPORT.c.seq).where(REPORT.c.content == content)):
        body = msgspec.json.encode(replace(report, names=()))
        store.append(REPORT, [{"content": content, "id": report.id, "body": body}])
    for name in report.names:
        _add_name(store, report, name)
    return "again" if known else "new"


def _add_name(store: Store, report: Report, name: str) -> None:
    """Note a name, and an earlier day of reading where the report was read later before."""
    first = store.rows(
        select(func.min(NAME.c.read_on)).where(NAME.c.report == report.id, NAME.c.name == name)
    )[0][0]  # fmt: skip
    day = report.read_on.isoformat()
    if first is None or day < first:
        store.append(NAME, [{"report": report.id, "name": name, "read_on": day}])


def reports(store: Store, some: Sequence[str] | None = None) -> Iterator[Stored]:
    """Every report once, by id, with all its names and the first day it was read; `some`: only these, by id.

    Where the same bytes were read in several ways (another suffix), the content with the smallest digest holds.
    """
    names: dict[str, set[str]] = {}
    days: dict[str, str] = {}
    naming, bodies = (
        select(NAME.c.report, NAME.c.name, NAME.c.read_on),
        select(REPORT.c.id, REPORT.c.content, REPORT.c.body),
    )
    if some is not None:
        naming, bodies = naming.where(NAME.c.report.in_(some)), bodies.where(REPORT.c.id.in_(some))
    for row in store.rows(naming):
        names.setdefault(row.report, set()).add(row.name)
        days[row.report] = min(row.read_on, days.get(row.report, row.read_on))
    last = None
    for row in store.stream(bodies.order_by(REPORT.c.id, REPORT.c.content)):
        if row.id != last:
            report = store.decoded(row.body, Report)
            try:
                named = replace(report, names=tuple(sorted(names[row.id])), read_on=date.fromisoformat(days[row.id]))
            except (KeyError, TypeError, ValueError) as e:
                raise RecordDamaged(f"report {row.id} in {store.path} has no name with a day of reading") from e
            yield Stored(named, row.content)
        last = row.id


def keys(store: Store) -> dict[str, str]:
    """The content of every report by its id, in the order of `reports`: all of them without their texts."""
    least = func.min(REPORT.c.content).label("content")
    rows = store.rows(select(REPORT.c.id, least).group_by(REPORT.c.id).order_by(REPORT.c.id))
    return {row.id: row.content for row in rows}


def contents(store: Store) -> Iterator[Stored]:
    """Everything that was read from any bytes, in the order it came; names as they stand in the log."""
    for row in store.rows(select(REPORT.c.content, REPORT.c.body).order_by(REPORT.c.seq)):
        yield Stored(store.decoded(row.body, Report), row.content)


def raw_bytes(store: Store, sha256_: str) -> bytes | None:
    """The bytes with this digest, None where they are missing."""
    rows = store.rows(select(RAW.c.bytes).where(RAW.c.sha256 == sha256_))
    return bytes(rows[0].bytes) if rows else None


def one_report(store: Store, id_: str) -> Stored | None:
    """The report of this id as it was read, None where there is none."""
    query = select(REPORT.c.content, REPORT.c.body).where(REPORT.c.id == id_).order_by(REPORT.c.content).limit(1)
    rows = store.rows(query)
    return Stored(store.decoded(rows[0].body, Report), rows[0].content) if rows else None
