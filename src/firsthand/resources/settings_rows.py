"""Actors, sources and places of a user's settings, as lines of the tables of names and places."""

from collections.abc import Mapping

from firsthand.resources.gazetteer_user import COLUMNS
from firsthand.resources.lexicon_user import Given
from firsthand.resources.settings import Actor, Codes, PlaceRow, Settings, Source


def codes_of(country: Codes) -> tuple[str, ...]:
    """The countries that are given."""
    return tuple(filter(None, (country,))) if isinstance(country, str) else country


def given_of(one: Actor | Source) -> Given:
    """An actor, or a source with a sort, as a line of a table of names."""
    if isinstance(one, Actor):
        return Given(one.name, one.aliases, one.type, one.sort, codes_of(one.country), one.source)
    return Given(one.name, one.aliases, "", one.sort, codes_of(one.country))


def names_of(settings: Settings) -> tuple[Given, ...]:
    """All names that reports are to be read with."""
    return (*(given_of(one) for one in settings.actor), *(given_of(one) for one in settings.source if one.sort))


def row_of(place: PlaceRow) -> Mapping[str, str]:
    """A place as a row of a table of places."""
    numbers = {"lat": place.lat, "lon": place.lon, "radius_km": place.radius_km, "population": place.population,
               "geonames_id": place.geonames_id}  # fmt: skip
    cells = {column: "" if number is None else f"{number!r}" for column, number in numbers.items()}
    words = {
        "name": place.name,
        "country": place.country,
        "kind": place.kind,
        "admin1": place.admin1,
        "source": place.source,
    }
    return {**dict.fromkeys(COLUMNS, ""), **words, **cells, "alternates": ";".join(place.aliases), "": ""}
