"""The places of a page: incidents with one honest point or area together, and those that no map can show, by name."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.model.incident import Incident, IncidentPlace
from firsthand.model.place import Place
from firsthand.model.precision import is_dot, is_mapped

__all__ = ["Spot", "mapped", "spots"]


class Spot(NamedTuple):
    """A place with the incidents in it.

    `mapped`: it has a point or an area that the map shows; a country alone has none. `inferred`: no telling of any of them
    gives it. `about`: how exactly it is known, in words.
    """

    key: str
    name: str
    about: str
    place: Place | None
    mapped: bool
    inferred: bool
    incidents: tuple[Incident, ...]

    @property
    def exact(self) -> bool:
        """Tell whether a dot does not say more than the words do."""
        return self.place is not None and is_dot(self.place)


def mapped(incident: Incident) -> IncidentPlace | None:
    """The place that stands on the map for an incident: the first with an honest point or area. A country is none."""
    return next((found for found in incident.places if is_mapped(found.place)), None)


def spots(incidents: Sequence[Incident]) -> list[Spot]:
    """All places, those on the map first, by name."""
    found: defaultdict[tuple[bool, str, float, float, float], list[tuple[Incident, IncidentPlace | None]]] = (
        defaultdict(list)
    )
    for incident in incidents:
        known = mapped(incident) or (incident.places[0] if incident.places else None)
        place = known.place if known else None
        point = (place.lat or 0.0, place.lon or 0.0, place.radius_km) if place and is_mapped(place) else (0.0, 0.0, 0.0)
        key = (not (place and is_mapped(place)), place.name if place else "", *point)
        found[key].append((incident, known))
    return [_spot(f"p{number}", found[key]) for number, key in enumerate(sorted(found))]


def _spot(key: str, found: Sequence[tuple[Incident, IncidentPlace | None]]) -> Spot:
    known = [one for _, one in found if one is not None]
    place = known[0].place if known else None
    return Spot(
        key=key,
        name=place.name if place else "no place told",
        about=_about(place) if place else "",
        place=place,
        mapped=place is not None and is_mapped(place),
        inferred=bool(known) and all(one.basis == "inferred" for one in known),
        incidents=tuple(incident for incident, _ in found),
    )


def _about(place: Place) -> str:
    larger = ", ".join(name for name in (place.admin1, place.country) if name and name not in place.name)
    if place.precision == "country":
        exact = "only the country is told"
    elif place.lat is None:
        exact = f"{place.precision}, no point known"
    else:
        exact = f"{place.precision}, within {place.radius_km:g} km"
    return "; ".join(part for part in (larger, exact) if part)
