"""Refusals, decisions, revisions and runs; and the cache of the folded view."""

import zlib
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeVar

import msgspec
from sqlalchemy import LargeBinary, cast, func, select

from firsthand.model.base import sha256
from firsthand.model.incident import Revision
from firsthand.model.match import MARK, Decision
from firsthand.model.report import Refusal
from firsthand.store.schema import DECISION, LOG, REFUSAL, REVISION, RUN, SNAPSHOT
from firsthand.store.sqlite import Store

T = TypeVar("T")


def add_refusals(store: Store, refusals: Iterable[Refusal], *, context: str = "") -> int:
    """Append the refusals that are new in this context (kit and content for those of `extract`)."""
    given = {refusal.id: refusal for refusal in refusals}
    query = select(REFUSAL.c.id).where(REFUSAL.c.context == context, REFUSAL.c.id.in_(given))
    known = {row.id for row in store.rows(query)} if given else set()
    rows = [
        {"id": key, "context": context, "body": msgspec.json.encode(value)}
        for key, value in given.items()
        if key not in known
    ]
    return store.append(REFUSAL, rows)


def refusals(store: Store, kit: str | None = None) -> tuple[Refusal, ...]:
    """The refusals of reading, and those of extraction by `kit`, sorted by id."""
    rows = store.rows(select(REFUSAL.c.context, REFUSAL.c.body))
    kept = [row.body for row in rows if not row.context or (kit is not None and row.context.startswith(kit + "/"))]
    found = (store.decoded(body, Refusal) for body in kept)
    return tuple(sorted(found, key=lambda refusal: refusal.id))


def add_decision(store: Store, decision: Decision) -> int:
    """Append a decision, unless it is there."""
    if store.rows(select(DECISION.c.seq).where(DECISION.c.id == decision.id)):
        return 0
    return store.append(DECISION, [{"id": decision.id, "body": msgspec.json.encode(decision)}])


def decisions(store: Store) -> tuple[Decision, ...]:
    """All decisions, in their logged order."""
    rows = store.rows(select(DECISION.c.body).order_by(DECISION.c.seq))
    return tuple(store.decoded(row.body, Decision) for row in rows)


def add_revisions(store: Store, revisions: Iterable[Revision]) -> int:
    """Append revisions that `record.revise` found."""
    rows = ({"incident": r.incident, "number": r.number, "body": msgspec.json.encode(r)} for r in revisions)
    return store.append(REVISION, rows)


def revisions(store: Store) -> tuple[Revision, ...]:
    """All revisions, oldest first."""
    rows = store.rows(select(REVISION.c.body).order_by(REVISION.c.seq))
    return tuple(store.decoded(row.body, Revision) for row in rows)


def add_run(store: Store, number: int, what: Literal["begin", "end"], body: object) -> None:
    """Append the begin or the end of a run."""
    store.append(RUN, [{"number": number, "what": what, "body": msgspec.json.encode(body, order="sorted")}])


def next_run(store: Store) -> int:
    """Number of the run that comes now, from 1."""
    return int(store.rows(select(func.coalesce(func.max(RUN.c.number), 0)))[0][0]) + 1


def last_run(store: Store, type_: type[T]) -> T | None:
    """The last note that a run left, at its begin or its end; None where there was no run."""
    rows = store.rows(select(RUN.c.body).order_by(RUN.c.seq.desc()).limit(1))
    return store.decoded(rows[0].body, type_) if rows else None


def last_change(store: Store, *, before: int | None = None) -> int:
    """Number of the last line of the log that changes what a record says (no run, revision, format or mark of an audit does);
    `before`: of those before this one."""
    marks = select(DECISION.c.seq).where(DECISION.c.id.startswith(f"{MARK}_", autoescape=True))
    said = select(func.coalesce(func.max(LOG.c.seq), 0)).where(
        LOG.c.what.not_in(("run", "revision", "meta")), LOG.c.seq.not_in(marks)
    )
    if before is not None:
        said = said.where(LOG.c.seq < before)
    return int(store.rows(said)[0][0])


def said_head(store: Store) -> str:
    """Hash of that line: two records with the same one say the same. Empty for a record without a line."""
    rows = store.rows(select(LOG.c.hash).where(LOG.c.seq == last_change(store)))
    return str(rows[0].hash) if rows else ""


def save_snapshot(store: Store, body: object) -> str:
    """Keep the folded view as a cache; what it says can be made again from the rest of the record. Its digest, for the log."""
    packed = zlib.compress(msgspec.json.encode(body), 1)
    store.cache(SNAPSHOT, {"id": 1, "upto": last_change(store), "body": packed})
    return sha256(packed)


def snapshot(store: Store, type_: type[T], *, even_old: bool = False) -> T | None:
    """The cached view; None where there is none, where the record has gone on since (unless `even_old`), where it is not the one
    that the last run noted, or where it cannot be read: it is made anew then."""
    rows = store.rows(select(SNAPSHOT.c.upto, SNAPSHOT.c.body).where(SNAPSHOT.c.id == 1))
    if not rows or (not even_old and rows[0].upto != last_change(store)):
        return None
    if sha256(rows[0].body) != (_noted(store) or sha256(rows[0].body)):
        return None
    try:
        return msgspec.json.decode(zlib.decompress(rows[0].body), type=type_)
    except (zlib.error, msgspec.DecodeError, TypeError):
        return None


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """What of a run's note the store looks at: the digest of the view that it kept, "" where it noted none."""

    view: str = ""


def _noted(store: Store) -> str:
    """The digest of the cached view as the last run that ended noted it."""
    end = last_end(store)
    return store.decoded(end.note, Noted).view if end is not None else ""


class View(NamedTuple):
    """A cached view as it lies in the record: `number` (1), the line `upto` which it goes, SQLite's type of its body, and the
    digest of that."""

    number: int
    upto: int
    kind: str
    digest: str


def kept_views(store: Store) -> tuple[View, ...]:
    """Whatever lies where the cached view should."""
    body = cast(SNAPSHOT.c.body, LargeBinary).label("body")
    rows = store.rows(select(SNAPSHOT.c.id, SNAPSHOT.c.upto, func.typeof(SNAPSHOT.c.body).label("kind"), body))
    return tuple(View(row.id, row.upto, row.kind, sha256(row.body)) for row in rows)


class Ended(NamedTuple):
    """The last run that came to its end: what was noted, and the last line before it that can change what the record says."""

    note: bytes
    upto: int


def last_end(store: Store) -> Ended | None:
    """The end of the last run that came to one."""
    rows = store.rows(select(RUN.c.seq, RUN.c.body).where(RUN.c.what == "end").order_by(RUN.c.seq.desc()).limit(1))
    return Ended(rows[0].body, last_change(store, before=rows[0].seq)) if rows else None


def run_notes(store: Store, type_: type[T]) -> tuple[T, ...]:
    """What was noted at begins and ends of runs, oldest first."""
    rows = store.rows(select(RUN.c.body).order_by(RUN.c.seq))
    return tuple(store.decoded(row.body, type_) for row in rows)
