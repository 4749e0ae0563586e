"""Verifies a whole record: the log, every digest, every span, every link, and the cached view."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from firsthand.engine.conclusions import Grounds, best_kit, concluded
from firsthand.engine.progress import Progress, RunNote, Tick
from firsthand.engine.seal import Seal, broken, newest
from firsthand.errors import RecordError
from firsthand.model.base import Record
from firsthand.model.folded import Folded
from firsthand.model.incident import Incident
from firsthand.record.verify import (
    Fault,
    claim_faults,
    extraction_faults,
    link_faults,
    report_faults,
    revision_faults,
)
from firsthand.store.check import torn
from firsthand.store.extractions import kits, one_extraction, stored_claims
from firsthand.store.history import kept_views, last_change, last_end, revisions, snapshot
from firsthand.store.reports import Stored, contents, raw_bytes, reports
from firsthand.store.sqlite import Store


class Verified(Record, frozen=True, kw_only=True):
    """What was checked, and the first thing that fails (None: the record holds).

    `head`: hash of the last line of the log; whoever noted it can tell later that nothing was cut off the end.
    `since`: lines that were added since the newest of the seals, None without any.
    """

    reports: int = 0
    claims: int = 0
    lines: int = 0
    head: str = ""
    fault: Fault | None = None
    cache: str = "not checked"
    since: int | None = None


def verify(store: Store, progress: Progress, seals: Sequence[Seal] = ()) -> Verified:
    """Check everything; ends at the first thing that fails. Whatever garbage does to whoever reads it is a fault, too."""
    try:
        found = _checked(store, progress)
        fault = found.fault or next((wrong for seal in seals if (wrong := broken(store, seal))), None)
        return replace(found, fault=fault, since=found.lines - newest(seals) if seals and fault is None else None)
    except RecordError as e:
        return Verified(fault=Fault(what="record", which=str(store.path), why=str(e)))
    except (ValueError, TypeError, LookupError, ArithmeticError) as e:
        return Verified(
            fault=Fault(what="record", which=str(store.path), why=f"it cannot be read ({type(e).__name__}: {e})")
        )


def _checked(store: Store, progress: Progress) -> Verified:
    """Check everything; ends at the first thing that fails."""
    for found in torn(store):
        return Verified(fault=Fault(what=found.what, which=found.which, why=found.why))
    lines, head = store.head
    everything = list(reports(store))
    every_kit = sorted(kits(store))
    claims = 0
    for done, stored in enumerate(contents(store), 1):
        for fault in report_faults(stored.report, raw_bytes(store, stored.report.sha256)):
            return Verified(fault=fault)
        count, said = _said(store, stored, every_kit)
        if said is not None:
            return Verified(fault=said)
        claims += count
        progress(Tick(stage="verify", done=done, total=len(everything)))
    for fault in revision_faults(revisions(store)):
        return Verified(fault=fault)
    fault_, cache = _cache(store, everything)
    if store.head != (lines, head):
        fault_, cache = None, "not compared: somebody wrote the record meanwhile"
    return Verified(reports=len(everything), claims=claims, lines=lines, head=head, fault=fault_, cache=cache)


def _said(store: Store, stored: Stored, every_kit: Sequence[str]) -> tuple[int, Fault | None]:
    """Check what every kit took from one report: how many claims, and the first fault."""
    claims = 0
    for kit in every_kit:
        extraction = one_extraction(store, kit, stored)
        if extraction is None:
            continue
        for fault in extraction_faults(extraction, stored.report):
            return claims, fault
        for id_, claim in stored_claims(store, kit, stored):
            claims += 1
            for fault in claim_faults(id_, claim, stored.report):
                return claims, fault
    return claims, None


def _cache(store: Store, everything: Sequence[Stored]) -> tuple[Fault | None, str]:
    """Compare the cached view with one made anew, where the same model can make it."""
    kept = _kept(store)
    if kept is not None:
        return Fault(what="view", which=str(store.path), why=f"{kept}; the next build makes it anew"), "wrong"
    cached = snapshot(store, Folded)
    if cached is None:
        return None, "none: the last run did not end"
    links = {incident.id: list(_claims_of(incident)) for incident in cached.incidents}
    for fault in link_faults(links, {stated.id for stated in cached.claims}):
        return fault, "wrong"
    kit, grounds = best_kit(store, everything), Grounds.kept(store)
    if cached.model != grounds.model(kit, everything):
        return None, "made by another version of the program, or with names or weights that were supplied: not compared"
    if concluded(store, kit, everything, grounds).folded != cached:
        return Fault(what="view", which=str(store.path), why="the cached view is not what the record says"), "wrong"
    return None, "equal to one made anew"


def _kept(store: Store) -> str | None:
    """What is wrong with the cached view as it lies there: not what the last run noted, or nothing that can be read."""
    views, end = kept_views(store), last_end(store)
    noted = msgspec.json.decode(end.note, type=RunNote).view if end is not None else ""
    if len(views) > 1 or any((view.number, view.kind) != (1, "blob") for view in views):
        return "something else lies beside the cached view"
    if noted and [(view.upto, view.digest) for view in views] != [(end.upto if end else 0, noted)]:
        return "the cached view is not the one that the last run noted"
    if views and views[0].upto > last_change(store):
        return "the cached view goes beyond the log"
    if views and snapshot(store, Folded, even_old=True) is None:
        return "the cached view cannot be read"
    return None


def _claims_of(incident: Incident) -> Iterator[str]:
    """Every claim that an incident names."""
    yield from incident.date.claims
    for place in incident.places:
        yield from place.claims
    for one in (*incident.actors, *incident.targets, *incident.victims):
        yield from one.claims
    for arm in incident.weapons:
        yield from arm.claims
    for field in incident.counts:
        for reading in field.readings:
            yield from reading.claims
    for found in incident.discrepancies:
        yield from found.claims
