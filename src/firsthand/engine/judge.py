"""A person's word on what is one incident and what is not: named, checked against what stands, logged, concluded upon."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from firsthand.engine.conclusions import best_kit
from firsthand.engine.decide import Decided, checked, consistent, logged
from firsthand.engine.named_tellings import Named, marks, named, told_by
from firsthand.engine.program import program_name
from firsthand.engine.view import RecordView
from firsthand.errors import UsageError
from firsthand.model.match import Decision
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.store.extractions import extractions
from firsthand.store.reports import reports
from firsthand.store.sqlite import Store

Ruling = Literal["same", "different", "split"]


class Sides(NamedTuple):
    """The mentions that a decision names, and those that it keeps apart from them."""

    mentions: tuple[str, ...]
    apart: tuple[str, ...] = ()


def judge(
    record: Path,
    kind: Ruling,
    names: Sequence[str],
    *,
    by: str,
    why: str,
    now: datetime,
    supplied: Supplied = NOTHING,
) -> Decided:
    """Log that tellings are one incident or are not, and conclude anew. `names`: as in `named`;
    for "split" an incident and reports.

    Errors: UsageError and UnknownIncident for what is not there, Contradiction, NoSuchPath, RecordBusy, NotARecord, NewerRecord.
    """
    checked(record, by, why)
    with RecordView(record) as view:
        sides = _sides(view, kind, names)
    with Store.create(record, program=program_name()) as store:
        everything = list(reports(store))
        kit = best_kit(store, everything)
        said = {x.report: x for x in extractions(store, kit, everything)}
        decision = Decision(
            kind=kind, mentions=sides.mentions, apart=sides.apart,
            marks=marks((*sides.mentions, *sides.apart), list(said.values())), by=by.strip(), why=why.strip(), at=now,
        )  # fmt: skip
        consistent(store, decision, said)
        return logged(store, decision, kit, everything, now, supplied)


def _sides(view: RecordView, kind: Ruling, names: Sequence[str]) -> Sides:
    """What a decision is about. Errors: UsageError where it would be about nothing."""
    if kind == "split":
        return _split(view, names)
    sides = [named(view, name) for name in names]
    if kind == "same":
        one = tuple(sorted({mention for side in sides for mention in side.mentions}))
        if len({side.events for side in sides}) < len(sides):
            raise UsageError("two of the names mean the same", hint="Name two incidents, or two tellings.")
        return Sides(one)
    left, right = sides
    if set(left.mentions) & set(right.mentions):
        raise UsageError(
            _overlap(left, right), hint="To take tellings out of an incident: decide RECORD split INCIDENT REPORT"
        )
    return Sides(left.mentions, right.mentions)


def _overlap(left: Named, right: Named) -> str:
    return f"{left.name} and {right.name} have a telling in common: they cannot be different"


def _split(view: RecordView, names: Sequence[str]) -> Sides:
    """The tellings of some reports, and those that stay."""
    incident = view.incident(names[0])
    out: set[str] = set()
    for name in names[1:]:
        given = named(view, name) if name.startswith(("mnt_", "evt_")) else None
        if given is not None and given.incident.id != incident.id:
            raise UsageError(f"{name} is no telling of incident {incident.id}")
        out |= set(
            given.mentions if given is not None else (m for t in told_by(view, incident, name) for m in t.mentions)
        )
    rest = {mention for telling in incident.tellings for mention in telling.mentions} - out
    if not rest:
        raise UsageError(
            f"nothing would be left of incident {incident.id}", hint="Name the tellings that do not belong to it."
        )
    return Sides(tuple(sorted(out)), tuple(sorted(rest)))
