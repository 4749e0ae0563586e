"""A person's decision on a record: checked against what the record says, logged, and concluded upon."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from firsthand.engine.conclusions import Grounds, best_kit
from firsthand.engine.kept import kept, settled
from firsthand.engine.local import Run, conclude_all
from firsthand.engine.plugged import with_what_plugins_bring
from firsthand.engine.program import program_name
from firsthand.engine.progress import silent
from firsthand.errors import Contradiction, NoSuchPath, UsageError
from firsthand.model.base import Record
from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded
from firsthand.model.match import Decision
from firsthand.model.place import Place
from firsthand.record.choices import ground
from firsthand.record.named_places import NamedPlace, named_places
from firsthand.record.rulings import conflict, found_again
from firsthand.resources.gazetteer_fold import plain
from firsthand.resources.gazetteer_settled import opened_gazetteer
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.store.extractions import extractions
from firsthand.store.history import add_decision, decisions, snapshot
from firsthand.store.reports import Stored, reports
from firsthand.store.sqlite import Store

NONE = "none"
"""What is written for a name that is no place."""
SEEN = 100
"""Candidates of the gazetteer that are looked through; a smaller number names a line of the list."""
LIST = "List what a name may mean: firsthand places RECORD NAME; firsthand gazetteer find NAME"


class Decided(Record, frozen=True, kw_only=True):
    """What was logged. `changed`: how many incidents it changed; None where the record is to be built again first."""

    decision: Decision
    changed: int | None


def decide_place(
    record: Path,
    name: str,
    candidate: str,
    *,
    report: str | None,
    by: str,
    why: str,
    now: datetime,
    supplied: Supplied = NOTHING,
) -> Decided:
    """Log which place a name means, and conclude anew. `candidate`: as in `chosen`; `report`: a name of a report, None for all.

    Errors: UsageError for a name, candidate or report that there is not; NoSuchPath, RecordBusy, NotARecord, NewerRecord.
    """
    checked(record, by, why)
    supplied = settled(record, supplied)
    with Store.create(record, program=program_name()) as store:
        everything = list(reports(store))
        kit = best_kit(store, everything)
        said = {x.report: x for x in extractions(store, kit, everything)}
        about = None if report is None else _report(everything, report)
        listed = _listed(said, decisions(store), name, about)
        options = _with_known(
            listed, opened_gazetteer(supplied.places, supplied.set.place).candidates(name, limit=SEEN)
        )
        decision = Decision(
            kind="place", name=plain(name), report=about, place=chosen(candidate, name, options, len(listed)), by=by.strip(),
            why=why.strip(), at=now,
        )  # fmt: skip
        return logged(store, decision, kit, everything, now, supplied)


def undo(record: Path, name: str, *, by: str, why: str, now: datetime, supplied: Supplied = NOTHING) -> Decided:
    """Take a decision back. `name`: its id, or the first characters.

    Errors: UsageError for none and for several; Contradiction where it brings back what was decided otherwise since.
    """
    checked(record, by, why)
    bare = name.removeprefix("dec_").removeprefix("mrk_")
    with Store.create(record, program=program_name()) as store:
        ids = {one.id: one for one in decisions(store)}
        fit = [one for id_, one in ids.items() if _begins(id_, bare)]
        if len(fit) != 1:
            many = "no decision has" if not fit else f"{len(fit)} decisions have"
            raise UsageError(f"{many} the id {name}", hint="`firsthand decisions RECORD` lists them.")
        everything = list(reports(store))
        decision = Decision(kind="undo", by=by.strip(), why=why.strip(), at=now, answers=fit[0].id)
        if decision.of_audit:
            return _kept(store, decision, now)
        kit = best_kit(store, everything)
        if fit[0].kind == "undo":
            consistent(store, decision, {x.report: x for x in extractions(store, kit, everything)})
        return logged(store, decision, kit, everything, now, supplied)


def _begins(id_: str, bare: str) -> bool:
    """Tell whether a decision is meant by what was typed, its prefix left away."""
    digits = id_.split("_", 1)[1]
    return digits == bare or (len(bare) > 3 and digits.startswith(bare))


def _kept(store: Store, decision: Decision, now: datetime) -> Decided:
    """Append what only measures: nothing is concluded anew."""
    with store.transaction():
        Run(store, now).begin()
        add_decision(store, decision)
    return Decided(decision=decision, changed=0)


def consistent(store: Store, decision: Decision, said: Mapping[str, Extraction]) -> None:
    """Errors: Contradiction, with both shown, where a standing decision goes against this one. `said`: by report."""
    found = conflict(found_again(decisions(store), said), decision)
    if found is not None:
        raise Contradiction(
            f"{decision.kind} ({decision.by}: {decision.why}) contradicts {found.decision.id}: {found.decision.kind}, "
            f"decided by {found.decision.by} on {found.decision.at:%Y-%m-%d} ({found.decision.why})",
            hint=f"If that one is mistaken: firsthand decide RECORD undo {found.decision.id} --by NAME --why TEXT",
        )


def checked(record: Path, by: str, why: str) -> None:
    """Errors: NoSuchPath where there is no record, UsageError for a decision without a name or a reason."""
    if not record.exists():
        raise NoSuchPath(f"there is no record {record}", hint="Make one: firsthand build REPORTS --out record.db")
    for what, words in (("--by", by), ("--why", why)):
        if not words.strip():
            raise UsageError(f"{what} is empty", hint="A decision says whose it is and why: it is kept for ever.")


def logged(
    store: Store, decision: Decision, kit: str, everything: Sequence[Stored], now: datetime, supplied: Supplied
) -> Decided:
    """Append the decision; conclude where this program, with the names that were given, made the last view too."""
    supplied = supplied if supplied.settings is not None else replace(supplied, settings=kept(store))
    supplied = with_what_plugins_bring(supplied)
    same = same_model(store, kit, everything, supplied)
    run = Run(store, now)
    with store.transaction():
        run.begin()
        add_decision(store, decision)
    if not same:
        return Decided(decision=decision, changed=None)
    _, changed = conclude_all(store, run, kit, everything, silent, supplied)
    return Decided(decision=decision, changed=changed)


def same_model(store: Store, kit: str, everything: Sequence[Stored], supplied: Supplied) -> bool:
    """Tell whether this program, with the names that were given, made the last view too; true where there is none."""
    last = snapshot(store, Folded, even_old=True)
    return last is None or last.model == Grounds.open(supplied, decisions(store)).model(kit, everything)


def _report(everything: Sequence[Stored], name: str) -> str:
    """Id of the report of this name. Errors: UsageError for none and for several."""
    named = {s.report.id for s in everything if name in s.report.names}
    named = named or {s.report.id for s in everything if any(name in one for one in s.report.names)}
    if len(named) == 1:
        return named.pop()
    many = "no report has" if not named else f"{len(named)} reports have"
    raise UsageError(f"{many} {name!r} in its name", hint="See all: firsthand dates RECORD")


def _listed(
    said: dict[str, Extraction], decided: Sequence[Decision], name: str, report: str | None
) -> tuple[Place, ...]:
    """What a name may mean in the record, as `firsthand places` lists it. Errors: UsageError where it is not there."""
    found = told_of(named_places(said, decided), name)
    if found is None:
        if not any(plain(one.span.quote) == plain(name) for x in said.values() for one in x.places):
            raise UsageError(f"no report names a place {name!r}", hint="See all: firsthand places RECORD")
        return ()
    if report is not None and report not in found.reports:
        raise UsageError(
            f"that report does not name {name!r}", hint="See where it stands: firsthand places RECORD NAME --json"
        )
    return tuple(option.place for option in found.options)


def _with_known(listed: Sequence[Place], known: Sequence[Place]) -> tuple[Place, ...]:
    """The options of the record, as the gazetteer has them where it does, and then whatever else the gazetteer has."""
    own = {ground(place): place for place in reversed(known)}
    first = {ground(place): own.get(ground(place), place) for place in listed}
    return (*first.values(), *(place for place in known if ground(place) not in first))


def told_of(named: Sequence[NamedPlace], name: str) -> NamedPlace | None:
    """The name of the record that is spelled like this."""
    return next((one for one in named if plain(one.name) == plain(name)), None)


def chosen(candidate: str, name: str, options: Sequence[Place], listed: int) -> Place | None:
    """The option that is meant: by its GeoNames number, its line in the list, or words that only it has; None for "none".

    Words that several have are taken for the one of them among the first `listed`. Errors: UsageError for none and several.
    """
    if candidate.lower() == NONE:
        return None
    if candidate.isascii() and candidate.isdigit():
        number = int(candidate[:12])
        fit = [one for one in options if one.geonames_id == number]
        fit = fit or list(options[number - 1 : number] if 0 < number <= listed else ())
    else:
        words = set(plain(candidate).split())
        fit = [one for one in options[:listed] if words <= set(_words(one))]
        fit = fit or [one for one in options if words <= set(_words(one))]
    if len(fit) == 1:
        return fit[0]
    if not fit:
        raise UsageError(f"{candidate!r} fits none of the places that {name!r} may mean", hint=LIST)
    numbers = ", ".join(f"{one.name} ({one.precision}, {one.geonames_id or 'no number'})" for one in fit[:6])
    raise UsageError(f"{candidate!r} fits {len(fit)} places that {name!r} may mean: {numbers}", hint=LIST)


def _words(place: Place) -> list[str]:
    """The words by which a place may be told from others: its name, what holds it, its country's code, its precision."""
    return plain(" ".join((place.name, *place.within, place.country or "", place.precision))).split()
