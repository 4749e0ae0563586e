"""Which incidents a person asks to see, and in what order."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from firsthand.errors import UsageError
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Incident
from firsthand.model.lineage import Saying
from firsthand.model.standing import StandingFigure
from firsthand.record.named_places import NamedPlace
from firsthand.resources.gazetteer_fold import plain

ALL_REPORTS = "Leave the name away to see all reports."
SAID = ("altered", "reworded", "shortened", "same")
"""Kinds of sayings, the gravest first."""
Sort = Literal["day", "place", "kind", "killed", "reports", "origins"]


def overlaps(incident: Incident, first: date, last: date) -> bool:
    """The incident may have happened between the days."""
    span = incident.date.span
    return span.earliest is not None and span.latest is not None and span.earliest <= last and span.latest >= first


def meets(incident: Incident, span: tuple[date, date] | None, place: str | None, actor: str | None) -> bool:
    """The incident may have happened then, and has these in the names of its places and actors; None for any."""
    return (
        (span is None or overlaps(incident, *span))
        and (place is None or any_has(place, place_names(incident)))
        and (actor is None or any_has(actor, (one.name for one in incident.actors)))
    )


def place_names(incident: Incident) -> Iterable[str]:
    """Every name of where it happened."""
    for found in incident.places:
        place = found.place
        yield from (name for name in (place.name, place.admin1, place.country, *place.within) if name)
        yield from found.as_written


def any_has(part: str, names: Iterable[str]) -> bool:
    """One of the names has the part in it, in any case."""
    return any(part.casefold() in name.casefold() for name in names)


def reports_named(reports: Iterable[ReportEntry], name: str | None, path: Path) -> list[ReportEntry]:
    """The reports of this name, else those with it in theirs, by name; all where none is given. Errors: UsageError for none."""
    read = sorted(reports, key=lambda entry: entry.name)
    if name is None:
        return read
    found = [entry for entry in read if name in entry.names] or [entry for entry in read if any_has(name, entry.names)]
    if not found:
        raise UsageError(f"no report of {path} has {name!r} in its name", hint=ALL_REPORTS)
    return found


def order(incident: Incident, sort: Sort) -> tuple[object, ...]:
    """Where the incident comes; undated and unknown last, larger numbers first, then by day and id."""
    earliest = incident.date.span.earliest
    day = (earliest is None, str(earliest), incident.id)
    killed = next((best.best or best.low or 0 for best in incident.best if best.field == "killed"), -1)
    keys: dict[Sort, tuple[object, ...]] = {
        "day": (),
        "place": (not incident.places, incident.places[0].place.name.casefold() if incident.places else ""),
        "kind": (incident.kind,),
        "killed": (-killed,),
        "reports": (-len({telling.report for telling in incident.tellings}),),
        "origins": (-len(incident.origins),),
    }
    return (*keys[sort], *day)


def is_figure(one: StandingFigure, what: str, place: str, *, several: bool) -> bool:
    """Tell whether a standing figure has these in its names, in any case; `several`: and is told more than once."""
    named = what.casefold() in one.what.casefold() and place.casefold() in (one.where or "").casefold()
    return named and (len(one.readings) > 1 or not several)


def sayings(every: Iterable[Saying], speaker: str, *, altered: bool) -> tuple[Saying, ...]:
    """The sayings of one in whose name this stands, the gravest first; `altered`: only those altered in the marks."""
    found = sorted(every, key=lambda saying: SAID.index(saying.kind))
    wanted = speaker.casefold()
    return tuple(s for s in found if (s.kind == "altered" or not altered) and wanted in s.speaker.casefold())


def places_named(found: Iterable[NamedPlace], name: str | None, path: Path) -> list[NamedPlace]:
    """The place names spelled like this, or else those with this in them; all for None. Errors: UsageError where none is."""
    every = list(found)
    if name is None:
        return every
    exact = [one for one in every if plain(one.name) == plain(name)]
    fit = exact or [one for one in every if any_has(plain(name), map(plain, one.written))]
    if not fit:
        raise UsageError(f"no report of {path} names a place {name!r}", hint="See all: firsthand places RECORD")
    return fit
