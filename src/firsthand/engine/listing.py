"""Which incidents a person asks to see, and in what order."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from firsthand.model.incident import Incident

Sort = Literal["day", "place", "kind", "killed", "reports", "origins"]


def overlaps(incident: Incident, first: date, last: date) -> bool:
    """The incident may have happened between the days."""
    span = incident.date.span
    return span.earliest is not None and span.latest is not None and span.earliest <= last and span.latest >= first


def place_names(incident: Incident) -> Iterable[str]:
    """Every name of where it happened."""
    for found in incident.places:
        place = found.place
        yield from (name for name in (place.name, place.admin1, place.country, *place.within) if name)
        yield from found.as_written


def any_has(part: str, names: Iterable[str]) -> bool:
    """One of the names has the part in it, in any case."""
    return any(part.casefold() in name.casefold() for name in names)


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
