"""The ground of a report: where an event is put that has no place of its own, and what is never one. Invented reports."""

import pytest

from firsthand.model.extraction import Extraction
from firsthand.model.place import Place
from firsthand.model.value import Where
from tests.unit.extract.conftest import Read, claims


def places(found: Extraction) -> dict[str, str]:
    """Name of each place of an event that is news, with the rule that gave it."""
    told = [(c.value, c.by) for c in claims(found, "place", role="main")]
    return {where.place.name if where.place else where.text: by for where, by in told if isinstance(where, Where)}


def ground(found: Extraction, name: str) -> Place:
    """The place of that name, of an event that is news."""
    return next(
        c.value.place
        for c in claims(found, "place", role="main")
        if isinstance(c.value, Where) and c.value.place is not None and c.value.place.name == name
    )


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("Kirkuk police said a gunman killed two guards on Monday before he fled.", "Kirkuk", "ground.authority"),
        (
            "A gunman killed two guards on Monday. The Tulsa Police Department is looking for him.",
            "Tulsa",
            "ground.authority",
        ),
        (
            "Three people were hurt when a car bomb exploded on Monday. Traders of a Basra market fled.",
            "Basra",
            "ground.site",
        ),
        (
            "KIRKUK, Iraq - A bomb exploded on Monday, killing two guards. Police sealed off the street.",
            "Kirkuk",
            "ground.dateline",
        ),
    ],
)
def test_an_event_without_a_place_takes_the_ground(read: Read, text: str, place: str, rule: str) -> None:
    found = read(text)
    assert places(found) == {place: rule}
    assert all(c.span.quote in text for c in claims(found, "place"))
    assert ground(found, place).radius_km > 0


@pytest.mark.parametrize(
    "text",
    [
        # a government that speaks, a capital that an agency reports from
        "Baghdad authorities said a bomb exploded on Monday, killing two guards.",
        "BAGHDAD (Orla News) - A bomb exploded on Monday, killing two guards, police said.",
        # two places with the same claim
        "Kirkuk police and Basra police said gunmen killed two guards on Monday.",
    ],
)
def test_no_ground(read: Read, text: str) -> None:
    assert places(read(text)) == {}


def test_a_stated_place_is_kept(read: Read) -> None:
    found = read("Gunmen killed two guards in Basra on Monday. Kirkuk police are looking for them.")
    assert places(found) == {"Basra": "moments.clause"}


def test_what_is_recalled_takes_no_ground(read: Read) -> None:
    found = read("Kirkuk police said gunmen killed two guards on Monday. In 2009 a bomb had killed 40 people.")
    assert not claims(found, "place", role="background")


def test_hospital_home_and_outlet_are_not_where_it_happened(read: Read) -> None:
    found = read(
        "Two shot at party - Channel 9 Boise, Idaho News and Weather\n\n"
        "Tulsa police said a gunman shot two people on Monday. Both were flown to a Dallas hospital. "
        "Ada Morn, 51, of Wichita, was arrested for the shooting.\n"
    )
    assert set(places(found)) == {"Tulsa"}


def test_a_street_lies_in_the_town_of_the_report(read: Read) -> None:
    found = read("Tulsa police said a man was shot at a home on Orchard Street on Monday.")
    street = ground(found, "Orchard Street")
    assert street.within[0] == "Tulsa"
    assert (street.precision, street.country) == ("settlement", "US")
    assert street.radius_km > 0


def test_a_street_that_is_spelled_like_a_town_is_not_that_town(read: Read) -> None:
    found = read(
        "A guard was shot in Tulsa on Monday, police said. "
        "The guard was hit near the intersection of Denver and Memphis, after the shooting on Lancaster Street."
    )
    points = {(p.lat, p.lon) for p in (ground(found, name) for name in places(found))}
    assert len(points) == 1, "all in Tulsa"


def test_where_towns_disagree_their_province_is_the_ground(read: Read) -> None:
    found = read(
        "Drones killed two guards on Monday. Kharkiv region police said so. Residents of Izyum fled, and so did residents "
        "of Kupiansk."
    )
    assert ground(found, "Kharkiv").precision == "province"


def test_the_capital_above_a_release_is_no_ground(read: Read) -> None:
    found = read("KABUL, Afghanistan (Jan. 29, 2013)\n\nTroops killed two fighters on Monday, a spokesman said.\n")
    assert places(found) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Tulsa police said a gunman shot two people in the Brooklyn neighborhood on Monday.",
        "A gunman shot two people in Tulsa's Brooklyn on Monday, police said.",
        "A gunman shot two people on the South Side on Monday. Tulsa police are looking for him.",
    ],
)
def test_a_part_of_a_town_lies_in_it(read: Read, text: str) -> None:
    assert {
        c.value.place.within[0] if c.value.place.geonames_id is None else c.value.place.name
        for c in claims(read(text), "place", role="main")
        if isinstance(c.value, Where) and c.value.place is not None
    } == {"Tulsa"}


def test_a_place_unknown_to_the_gazetteer_lies_about_the_town_whose_police_act(read: Read) -> None:
    found = read("Tulsa police said a gunman shot two people in Orvale on Monday.")
    place = ground(found, "Orvale")
    assert (place.within[0], place.precision) == ("Tulsa", "district")
    village = read("Tulsa police said a gunman shot two people in the village of Orvale on Monday.")
    assert "Tulsa" not in places(village), "a village that is named may be anywhere"


def test_a_namesake_in_a_country_that_is_not_named_is_no_ground(read: Read) -> None:
    found = read(
        "Troops killed two fighters on Monday. Syria and Iraq were told. US officers met traders at a Tulsa market."
    )
    assert "Tulsa" not in places(found)


def test_an_event_without_a_place_was_in_the_country_of_all_other_news(read: Read) -> None:
    found = read(
        "Warplanes struck a depot in Syria on 4 May 2024. Between 20 and 29 May 2024 police arrested nine members of the Oath "
        "of Seven Bridges."
    )
    assert "ground.country" in places(found).values()
    assert ground(found, "Syria").precision == "country"


def test_news_of_two_countries_has_no_such_ground(read: Read) -> None:
    found = read(
        "Warplanes struck a depot in Syria on 4 May 2024. Gunmen attacked a post in Iraq on 6 May 2024. Between 20 and 29 May "
        "2024 police arrested nine members of the Oath of Seven Bridges."
    )
    assert "ground.country" not in places(found).values()
