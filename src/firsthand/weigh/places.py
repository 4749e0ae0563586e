"""Where an incident was: the places its tellings give, the most exact and most told first."""

from collections.abc import Sequence

from firsthand.model.incident import IncidentPlace
from firsthand.model.place import Place, Precision
from firsthand.model.value import Where
from firsthand.weigh.evidence import Case, Stated, ids, most, reports_of

MOST = 5
ORDER: tuple[Precision, ...] = ("site", "settlement", "district", "province", "region", "country")
WORTH: dict[Precision, int] = {"site": 32, "settlement": 30, "district": 25, "province": 18, "region": 15, "country": 4}
"""What one report counts for: two reports with a province outweigh one with a village, one does not."""


def incident_places(case: Case) -> tuple[IncidentPlace, ...]:
    """Places by how exact and how often told they are; countries only where nothing better is."""
    told: dict[tuple[str, str], list[Stated]] = {}
    known: dict[tuple[str, str], Place] = {}
    for stated in case.of("place"):
        where = stated.claim.value
        if isinstance(where, Where):
            place = where.place or Place(name=" ".join(where.text.split()), precision="site")
            key = _key(place)
            told.setdefault(key, []).append(stated)
            known.setdefault(key, place)
    ranked = sorted(told, key=lambda key: (-_score(told[key], known[key]), key))
    chosen = _without_holders([known[key] for key in ranked])
    return tuple(_entry(place, told[_key(place)]) for place in chosen[:MOST])


def _key(place: Place) -> tuple[str, str]:
    if place.geonames_id is not None:
        return ("geonames", str(place.geonames_id))
    return (place.name.casefold(), place.country or "")


def _score(told: Sequence[Stated], place: Place) -> int:
    news = [s for s in told if s.role == "main"]
    # A name that no gazetteer knows may be anything.
    worth = WORTH[place.precision] if place.lat is not None or place.geonames_id is not None else 12
    worth = worth // 2 if _inferred(told) else worth
    return worth * (4 * len(reports_of(news)) + len(reports_of(told)))


def _without_holders(ranked: Sequence[Place]) -> list[Place]:
    """Places that merely hold the first come after all others; countries go where anything else is known."""
    smaller = [place for place in ranked if place.precision != "country"]
    if not smaller:
        return list(ranked)
    best = smaller[0]
    holders = [place for place in smaller[1:] if holds(place, best)]
    return [best, *(place for place in smaller[1:] if place not in holders), *holders]


def holds(outer: Place, inner: Place) -> bool:
    """Tell whether one place lies within another by its names."""
    if outer.precision == "country":
        return outer.country is not None and outer.country == inner.country
    if outer.precision == "province" and inner.admin1 == outer.name and inner.country == outer.country:
        return True
    return outer.name in inner.within


def _entry(place: Place, told: Sequence[Stated]) -> IncidentPlace:
    written = sorted({" ".join(s.claim.value.text.split()) for s in told if isinstance(s.claim.value, Where)})
    if place.geonames_id is None and place.lat is None and written:
        place = Place(name=most(written), precision=place.precision, country=place.country, admin1=place.admin1)
    inferred = _inferred(told)
    why = f"no telling gives the event a place; the news of the report is of '{most(written)}'" if inferred else None
    return IncidentPlace(
        place=place, as_written=tuple(written), claims=ids(told), basis="inferred" if inferred else "stated",
        why=(why,) if why else (),
    )  # fmt: skip


def _inferred(told: Sequence[Stated]) -> bool:
    """Tell whether no telling gives the place of the event itself."""
    return all(s.claim.inferred for s in told)
