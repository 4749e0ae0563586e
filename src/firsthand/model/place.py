"""Places, with honest bounds."""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.span import Span

Precision = Literal["site", "settlement", "district", "province", "region", "country"]


class Place(Record, frozen=True, kw_only=True):
    """A place of the gazetteer, or the part of one that the words name.

    `lat`, `lon` in WGS 84 degrees, both None where no honest point exists; a point always has a radius.
    `radius_km`: the true place lies within, 0 only where there is no point. `country`: ISO 3166-1 alpha-2.
    `within`: names of the larger places that hold it, smallest first. `geonames_id` as in GeoNames.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0
    precision: Precision = "settlement"
    admin1: str | None = None
    country: str | None = None
    geonames_id: int | None = None
    within: tuple[str, ...] = ()


class PlaceName(Record, frozen=True, kw_only=True):
    """A place name in a text: the words, and the place they are taken for (None where unresolved).

    `use`: "place" for a place as such, "adjective" (Syrian), "speaker" (Damascus says), "dateline", "name" (part of a
    name of something else, as in "Aleppo Media Centre"). Only "place" may become the place of an event.
    `area`: the words with their direction or container ("eastern Syria", "a village in the countryside of Homs"); span
    of the bare name where there are none.
    `others`: what else the name may mean here, likeliest first, each with the same words around it. `weights`: how likely
    `place` and each of `others` is, in thousandths; empty where nothing was weighed.
    """

    span: Span
    area: Span
    place: Place | None
    use: Literal["place", "adjective", "speaker", "dateline", "name"] = "place"
    others: tuple[Place, ...] = ()
    weights: tuple[int, ...] = ()

    @property
    def options(self) -> tuple[Place, ...]:
        """Everything that the name may mean here, likeliest first."""
        return self.others if self.place is None else (self.place, *self.others)
