"""Other places: each country of a text becomes another one, and the towns, districts and provinces in it some of that country."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from firsthand.model.place import Place
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.lexicon import Lexicon
from tools.swapping.edits import Edit, chosen, everywhere, styled

COUNTRIES = (
    "ML", "NG", "SD", "ET", "SO", "CD", "CM", "MZ", "MM", "PH", "CO", "UA", "GE", "YE", "IQ", "SY", "PK", "LY", "PE", "KE", "TH",
    "NP", "TD", "BF", "NE", "EC", "SV", "GT", "LK", "TR",
)  # fmt: skip
"""Countries that others are swapped for: where wars of the last decades were."""
POWERS = frozenset({"US", "GB", "RU", "FR", "CN", "IL"})
"""States that act all over the world; they stay."""
PLAIN = re.compile(r"[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?")
SMALLER = ("settlement", "district", "province")


class Atlas:
    """Places by country and kind whose names are plain and mean them before all others."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.gazetteer, self.lexicon = gazetteer, lexicon
        self._held: dict[tuple[str, str], list[Place]] = {}
        for number in range(1, len(gazetteer) + 1):
            place = gazetteer.place(number)
            if place.country in (*COUNTRIES, "AF") and place.precision in SMALLER and PLAIN.fullmatch(place.name):
                self._held.setdefault((place.country, place.precision), []).append(place)

    def other(self, key: str, place: Place, country: str, admin1: str | None = None) -> str | None:
        """The name of another place of the kind in a country, and in a province of it where one is given."""
        fit = [p for p in self._held.get((country, place.precision), ()) if admin1 is None or p.admin1 == admin1]
        start = int(chosen(list(range(len(fit))), key, place.name)) if fit else 0
        return next((p.name for p in (*fit[start:], *fit[:start]) if self._means(p)), None)

    def _means(self, place: Place) -> bool:
        found = self.gazetteer.candidates(place.name, limit=1)
        return bool(found) and found[0] == place and self.lexicon.find(place.name) is None

    @cache  # noqa: B019 - one atlas a run
    def country_words(self, code: str) -> tuple[str, str]:
        """Name and adjective of a country."""
        found = self.gazetteer.country(code)
        country = self.lexicon.country(found.name) if found else None
        if country is None:
            raise LookupError(code)
        return country.name, country.demonyms[0]


def places(key: str, text: str, said: Mapping[str, Any], atlas: Atlas) -> list[Edit]:
    """Edits for the places that a text names, countries and their adjectives with them; `said`: what was extracted."""
    new: dict[str, str] = {}
    lands: dict[str, str] = {}
    for quote, place in _found(said):
        was = place.country or ""
        if was in POWERS or not was:
            continue
        if was not in lands:
            lands[was] = chosen([c for c in COUNTRIES if c != was and c not in lands.values()], key, was)
        if place.precision == "country":
            new[quote] = _country_words(quote, lands[was], atlas)
        elif place.precision in SMALLER and quote not in new:
            other = atlas.other(key, place, lands[was])
            if other is not None:
                new[quote] = styled(other, quote)
    return everywhere(text, new)


def _country_words(quote: str, now: str, atlas: Atlas) -> str:
    """The name or adjective of a country for that of another."""
    name, adjective = atlas.country_words(now)
    old = atlas.lexicon.country(quote) or atlas.lexicon.country(quote.removesuffix("s"))
    if old is not None and quote.casefold() in {d.casefold() for d in old.demonyms}:
        return styled(adjective, quote)
    if old is not None and quote.casefold().removesuffix("s") in {d.casefold() for d in old.demonyms}:
        return styled(adjective if adjective.endswith(("ese", "s")) else adjective + "s", quote)
    return styled(name, quote)


def _found(said: Mapping[str, Any]) -> Iterator[tuple[str, Place]]:
    """Places as written, those that were resolved."""
    for one in said["places"]:
        if one["name"] is None or (one["use"] == "name" and one["precision"] != "country"):
            continue
        yield (
            " ".join(one["quote"].split()),
            Place(name=one["name"], precision=one["precision"], admin1=one["admin1"], country=one["country"]),
        )
