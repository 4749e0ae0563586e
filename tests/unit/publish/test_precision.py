"""How exact a place and a day are, in the codes of ACLED and UCDP."""

from datetime import date

import pytest

from firsthand.model.place import Place, Precision
from firsthand.model.precision import date_prec, geo_precision, time_precision, where_prec
from firsthand.model.when import TimeSpan


def place(name: str, precision: Precision, *, within: tuple[str, ...] = (), radius: float = 5, id_: int | None = 1,
          admin1: str | None = "Homs", country: str | None = "SY") -> Place:  # fmt: skip
    return Place(name=name, lat=34.7, lon=36.7, radius_km=radius, precision=precision, within=within, geonames_id=id_,
                 admin1=admin1, country=country)  # fmt: skip


@pytest.mark.parametrize(
    ("where", "acled", "ucdp"),
    [
        (place("Homs", "settlement", within=("Homs", "Syria")), 1, 1),
        (place("Homs", "settlement", within=("Homs", "Homs"), radius=20, id_=None), 2, 2),
        (place("20 km east of Homs", "district", within=("Homs",), radius=14, id_=None), 2, 2),
        (place("countryside of Homs", "district", within=("Homs",), radius=30, id_=None), 2, 3),
        (place("Tadmur District", "district", within=("Homs",), radius=90), 2, 3),
        (place("Homs", "province", radius=120), 3, 4),
        (place("eastern Homs", "region", within=("Homs", "Syria"), radius=80, id_=None), 3, 4),
        (place("Badia", "region", within=("Syria",), radius=200, id_=None, admin1=None), 3, 5),
        (place("Syria", "country", radius=300, admin1=None), None, 6),
        (place("Red Sea", "region", radius=900, id_=None, admin1=None, country=None), 3, 7),
        (Place(name="Old Mill Road", precision="site"), None, None),
    ],
)
def test_places(where: Place, acled: int | None, ucdp: int | None) -> None:
    assert (geo_precision(where), where_prec(where)) == (acled, ucdp)


@pytest.mark.parametrize(
    ("last", "acled", "ucdp"),
    [
        (date(2024, 3, 1), 1, 1), (date(2024, 3, 2), 2, 2), (date(2024, 3, 7), 2, 3), (date(2024, 3, 8), 3, 4),
        (date(2024, 3, 31), 3, 4), (date(2024, 4, 1), None, 5), (date(2024, 12, 31), None, 5),
        (date(2025, 3, 2), None, None), (None, None, None),
    ],
)  # fmt: skip
def test_days(last: date | None, acled: int | None, ucdp: int | None) -> None:
    span = TimeSpan(earliest=date(2024, 3, 1), latest=last, basis="stated")
    assert (time_precision(span), date_prec(span)) == (acled, ucdp)


def test_an_unknown_day_has_no_code() -> None:
    span = TimeSpan(earliest=date(2024, 3, 1), latest=date(2024, 3, 1), basis="unknown")
    assert (time_precision(span), date_prec(span)) == (None, None)
