"""What follows from all places together when the gazetteer is compiled."""

from firsthand.resources.gazetteer_writing import Entry
from tools.gazetteer.settling import set_middles


def entries(*towns: str) -> list[Entry]:
    """A country of 400 km with four provinces, and towns in the first of them, which is called Amber."""
    land = Entry(name="Land", kind="country", country="SY", radius=400.0, lat=0.0, lon=0.0)
    provinces = [Entry(name=name, kind="province", country="SY") for name in ("Amber", "Jasper", "Onyx", "Opal")]
    held = [
        Entry(name=name, kind="settlement", country="SY", lat=10 + i / 10, lon=10.0, admin1=2)
        for i, name in enumerate(towns)
    ]
    return [Entry(name="", kind="country", country=""), land, *provinces, *held]


def test_province_of_one_town_reaches_as_far_as_others_do() -> None:
    found = entries("Northfield")
    set_middles(found)
    assert found[2].radius == 200


def test_city_that_is_a_province_does_not() -> None:
    found = entries("Amber")
    set_middles(found)
    assert found[2].radius < 20


def test_many_towns_tell_how_far_a_province_reaches() -> None:
    found = entries("Northfield", "Southfield", "Eastfield", "Westfield")
    set_middles(found)
    assert found[2].radius < 60
