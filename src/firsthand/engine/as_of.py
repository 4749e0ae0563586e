"""A record as it stood on a day: everything is concluded anew, from only the reports that had appeared by then.

Which reports those are follows from what is known now about when each appeared; what they come to, from them alone. Nothing is
written, so that a record of which the last run did not end can be seen so too.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from firsthand.engine.conclusions import Grounds, best_kit
from firsthand.errors import UnknownClaim, UnknownIncident
from firsthand.model.folded import AsOf, Folded, ReportEntry, StatedClaim
from firsthand.model.incident import Incident
from firsthand.model.match import Decision
from firsthand.pipeline import conclude
from firsthand.record.naming import with_unique_names
from firsthand.store.extractions import extractions, failures
from firsthand.store.history import decisions, refusals
from firsthand.store.reports import Stored, reports
from firsthand.store.sqlite import Store

LEAVE = "Leave --as-of away to see it, or give a later day."


def stood(store: Store, today: Folded, day: date) -> Folded:
    """The record as of a day. `today`: all of it, which tells when each report appeared."""
    everything = list(reports(store))
    appeared = {entry.id: entry for entry in today.reports if entry.id is not None}
    known = [one for one in everything if by_then(appeared.get(one.report.id), one.report.read_on, day)]
    later = sum(_after(appeared.get(one.report.id), day) for one in everything)
    as_of = AsOf(day=day, reports=len(known), later=later, unknown=len(everything) - len(known) - later)
    # A file that could not be read has no day but that of the reading, which is known where reports were read with it.
    read = day >= max((one.report.read_on for one in everything), default=day)
    if len(known) == len(everything) and read:
        return replace(today, as_of=as_of)
    return replace(_concluded(store, everything, known, refused=read), as_of=as_of)


def made_otherwise(store: Store, today: Folded) -> bool:
    """Tell whether another version of the program, or other names, made the record than those that conclude it anew."""
    everything = list(reports(store))
    return Grounds.kept(store).model(best_kit(store, everything), everything) != today.model


def by_then(entry: ReportEntry | None, read_on: date, day: date) -> bool:
    """Tell whether a report certainly had appeared by a day: its latest possible day, at most that of reading, is no later."""
    latest = entry.published.latest if entry is not None else None
    return (min(latest, read_on) if latest is not None else read_on) <= day


def _after(entry: ReportEntry | None, day: date) -> bool:
    """Tell whether a report certainly appeared later."""
    earliest = entry.published.earliest if entry is not None else None
    return earliest is not None and earliest > day


def _concluded(store: Store, everything: Sequence[Stored], known: Sequence[Stored], *, refused: bool) -> Folded:
    """What the known reports alone come to, under the names that they have among all."""
    kit, decided = best_kit(store, everything), decisions(store)
    grounds = Grounds.kept(store, decided)
    ids = {one.report.id for one in known}
    named = [report for report in with_unique_names(one.report for one in everything) if report.id in ids]
    return conclude(
        named, {x.report: x for x in extractions(store, kit, known)}, decided,
        (*(refusals(store) if refused else ()), *failures(store, kit)),
        kinds=grounds.kinds, weights=grounds.weights, lexicon=grounds.lexicon, model=grounds.model(kit, known),
        trust=grounds.trust,
    )  # fmt: skip


def bearing(logged: Iterable[Decision], known: Mapping[str, ReportEntry]) -> tuple[Decision, ...]:
    """The decisions that bear on what was told in the known reports (by id); one that takes back goes with the one it answers."""
    kept: dict[str, Decision] = {}
    for one in logged:
        told = {mark.report for mark in one.marks} or ({one.report} if one.report is not None else set())
        if one.answers in kept if one.kind == "undo" else not told or told & known.keys():
            kept[one.id] = one
    return tuple(kept.values())


def then(today: Incident, folded: Folded, appeared: Iterable[ReportEntry]) -> Incident:
    """What an incident of today was as of a day: the one that shares mentions with it.

    `appeared`: the reports that tell it today. Errors: UnknownIncident where it was not told yet, and where it was several.
    """
    told = _mentions(today)
    found = [one for one in folded.incidents if told & _mentions(one)]
    if len(found) == 1:
        return found[0]
    day = folded.as_of.day if folded.as_of is not None else date.max
    if not found:
        raise UnknownIncident(f"no report of {today.id} had appeared by {day}; {first_known(appeared)}", hint=LEAVE)
    listed = ", ".join(f"{one.id} ({one.title})" for one in sorted(found, key=lambda one: one.id))
    raise UnknownIncident(f"as of {day}, {today.id} was {len(found)} incidents", hint=f"Give one of them: {listed}.")


def not_yet(claim: StatedClaim, appeared: Iterable[ReportEntry], day: date) -> UnknownClaim:
    """The error about a claim of today whose report had not appeared by a day. `appeared`: that report."""
    return UnknownClaim(f"the report of {claim.id} had not appeared by {day}; {first_known(appeared)}", hint=LEAVE)


def first_known(appeared: Iterable[ReportEntry]) -> str:
    """When the first of the reports whose day is known appeared, in words."""
    entries = list(appeared)
    days = sorted((e.published.earliest, e.name) for e in entries if e.published.known and e.published.earliest)
    if not days:
        return f"when {'its report' if len(entries) == 1 else 'those that tell it'} appeared is not known"
    return f"the first known appeared on {days[0][0]} ({days[0][1]})"


def _mentions(incident: Incident) -> set[str]:
    return {mention for telling in incident.tellings for mention in telling.mentions}
