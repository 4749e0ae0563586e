"""Who stands inside or around a name: offices, bodies told by a name, rulers; pronouns that go on about a body."""

import pytest

from firsthand.extract.names import find_names
from firsthand.extract.names_described import find_described
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser


def both(parser: Parser, lexicon: Lexicon, text: str) -> dict[str, tuple[str, str]]:
    doc = next(parser.pipe([text]))
    names = find_names(doc, lexicon, text=text)
    found = (*names, *find_described(doc, lexicon, names, text=text))
    assert all(n.span.holds_in(text) for n in found)
    return {n.span.quote: (n.type, n.entity) for n in found if not n.plain}


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("Deputy Interior Minister Ada Morn resigned on Monday.", "Deputy Interior Minister", "Ada Morn"),
        ("On Monday Kenyan President Tobin Harkness resigned.", "Kenyan President", "Tobin Harkness"),
        ("Special Envoy for the Middle East Ada Morn left on Monday.", "", "Ada Morn"),
        ("Deputy Secretary of State Ada Morn flew to Oslo.", "", "Ada Morn"),
        ("Attorney General Tobin Harkness was shot.", "Attorney General", "Tobin Harkness"),
    ],
)
def test_a_person_is_the_name_alone_and_the_office_stands_beside_it(
    parser: Parser, lexicon: Lexicon, text: str, office: str, person: str
) -> None:
    found = both(parser, lexicon, text)
    assert found[person] == ("person", person)
    assert not office or found[office] == ("person", person)


@pytest.mark.parametrize("title", ["Mr.", "Gen.", "Dr."])
def test_a_title_is_no_office(parser: Parser, lexicon: Lexicon, title: str) -> None:
    assert title not in both(parser, lexicon, f"On Monday {title} Tobin Harkness left for Oslo.")


def test_a_body_told_by_the_name_it_is_of(parser: Parser, lexicon: Lexicon) -> None:
    found = both(parser, lexicon, "Boko Haram units shelled the town, a Foreign Ministry spokesman said.")
    assert found["Boko Haram"] == ("organisation", "Boko Haram")
    assert found["Boko Haram units"][0] == "group"
    assert found["Foreign Ministry spokesman"][0] == "person"


def test_the_ruler_in_the_name_of_a_regime(parser: Parser, lexicon: Lexicon) -> None:
    assert both(parser, lexicon, "The Assad regime shelled the town.")["Assad"] == ("person", "Assad")
    assert "Syrian" not in both(parser, lexicon, "The Syrian government shelled the town.")
    assert "Kurdistan" not in both(parser, lexicon, "The Kurdistan Regional Government met on Monday.")


def test_its_fighters_are_those_of_the_body_that_is_the_subject(parser: Parser, lexicon: Lexicon) -> None:
    found = both(parser, lexicon, "Boko Haram said its fighters had raided a village.")
    assert found["its fighters"] == ("organisation", "Boko Haram")


def test_its_fighters_stay_open_where_two_bodies_are_named(parser: Parser, lexicon: Lexicon) -> None:
    found = both(parser, lexicon, "The Taliban told the United Nations that their fighters had left.")
    assert "their fighters" not in found


def test_they_goes_on_about_the_only_body_of_the_sentence_before(parser: Parser, lexicon: Lexicon) -> None:
    found = both(parser, lexicon, "Boko Haram raided a village on Monday. They burned twenty houses.")
    assert found["They"] == ("organisation", "Boko Haram")


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram fought the Nigerian army on Monday. They burned twenty houses.",
        "Boko Haram raided a village on Monday. It was raining.",
        "A family fled Boko Haram on Monday. They left twenty houses.",
    ],
)
def test_they_and_it_stay_open_where_unsure(parser: Parser, lexicon: Lexicon, text: str) -> None:
    assert not {"They", "It"} & set(both(parser, lexicon, text))


def test_the_people_of_a_country_are_a_body(parser: Parser, lexicon: Lexicon) -> None:
    found = both(parser, lexicon, "The bishop thanked the people of Kenya.")
    assert found["the people of Kenya"][0] == "group"


@pytest.mark.parametrize("unit", ["Task Force 59", "CTF 150", "JTF 2", "Unit 8200"])
def test_numbered_forces_are_units(parser: Parser, lexicon: Lexicon, unit: str) -> None:
    assert both(parser, lexicon, f"A patrol of {unit} stopped the boat on Monday.")[unit][0] == "unit"
