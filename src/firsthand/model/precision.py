"""How exact a place and a day are, in the codes that users of ACLED and UCDP read."""

from firsthand.model.place import Place
from firsthand.model.when import TimeSpan

NEAR_KM = 25.0
"""UCDP's where_prec 2: within about 25 km of a known point."""
WATERS = frozenset("sea ocean gulf strait straits channel".split())
"""Words in the name of a water that is no country's."""
MONTH, YEAR = 31, 366
PIN_KM = 30
"""Up to this radius a dot is honest; wider places are areas only."""
EXACT = ("site", "settlement", "district")


def is_dot(place: Place) -> bool:
    """Tell whether a dot on a map says no more than the words do."""
    return place.lat is not None and place.radius_km <= PIN_KM and place.precision in EXACT


def is_mapped(place: Place) -> bool:
    """Tell whether a place has a point, or an area around one, that a map can show. A country has none."""
    return place.lat is not None and place.lon is not None and place.precision != "country"


def geo_precision(place: Place) -> int | None:
    """ACLED's geo_precision: 1 the town itself, 2 the area of a town or a part of a province, 3 a province or larger.

    None without a point, and for a country: ACLED would put it in a capital, and no report says that.
    """
    if place.lat is None or place.precision == "country":
        return None
    if place.precision in ("site", "settlement"):
        return 2 if _beside(place) else 1
    return 2 if place.precision == "district" else 3


def where_prec(place: Place) -> int | None:
    """UCDP's where_prec: 1 exact, 2 near (about 25 km), 3 district, 4 province, 5 fuzzy area or line, 6 country, 7 high seas.

    None without a point: the words name a site that no map here knows.
    """
    if place.lat is None:
        return None
    if place.precision in ("site", "settlement"):
        return 2 if _beside(place) else 1
    if place.precision == "district":
        return 2 if _derived(place) and place.radius_km <= NEAR_KM else 3
    if place.precision == "province":
        return 4
    if place.precision == "country":
        return 6
    if place.country is None and WATERS & set(place.name.lower().split()):
        return 7
    # A part of one province is known as well as its province; a desert, a river, a border belong to none.
    return 4 if place.admin1 is not None and place.admin1 in place.within else 5


def time_precision(span: TimeSpan) -> int | None:
    """ACLED's time_precision: 1 the day, 2 within a week, 3 within a month; None where less is known."""
    width = span.width
    if span.basis == "unknown" or width is None or width >= MONTH:
        return None
    return 1 if width == 0 else 2 if width <= 6 else 3


def date_prec(span: TimeSpan) -> int | None:
    """UCDP's date_prec: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; None where less is known."""
    width = span.width
    if span.basis == "unknown" or width is None or width >= YEAR:
        return None
    if width == 0:
        return 1
    days = width + 1
    return 2 if days <= 6 else 3 if days == 7 else 4 if days <= MONTH else 5


def _derived(place: Place) -> bool:
    """Tell whether the ground was worked out from a named place ("north of Homs"): it has a number of its own nowhere."""
    return place.geonames_id is None and bool(place.within)


def _beside(place: Place) -> bool:
    """Tell whether it is "near" a town: named as the town, and held by it."""
    return _derived(place) and place.within[0] == place.name
