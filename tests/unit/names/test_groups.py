"""Unknown groups under their whole name, and common words that must not become a known name. All groups are invented."""

from collections.abc import Callable

import pytest

from firsthand.extract.names import find_names
from firsthand.model.extraction import Name
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser

Find = Callable[[str], tuple[Name, ...]]


@pytest.fixture
def names(parser: Parser, lexicon: Lexicon) -> Find:
    def find(text: str) -> tuple[Name, ...]:
        return find_names(next(parser.pipe([text])), lexicon, text=text)

    return find


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Troops seized fighters of the Banner of Three Lakes near Daquq.", "Banner of Three Lakes"),
        ("Fighters of the Banner of Three Lakes fled the town.", "Banner of Three Lakes"),
        ("Soldiers of the Army of the Open Sea fled the town.", "Army of the Open Sea"),
        ("On Monday Guardians of the Delta fighters withdrew.", "Guardians of the Delta"),
        ("The Movement of the White Pass said it fired at the camp.", "Movement of the White Pass"),
        ("The Brigades of the Martyr Osman Dervik fired rockets.", "Brigades of the Martyr Osman Dervik"),
        ("The People's Front for Karuna claimed the attack.", "People's Front for Karuna"),
        ("Sudan’s Sons of the Hill Movement did not sign.", "Sons of the Hill Movement"),
        ("The Front for the Defence of Sava said it had signed.", "Front for the Defence of Sava"),
        ("Troops fought the Kadu Liberation Movement-North near Kutum.", "Kadu Liberation Movement-North"),
        ("Men of Jaysh al-Karuna took the hill on Sunday.", "Jaysh al-Karuna"),
        ("The Lions of Karuna and the Swords of Sava fought each other.", "Lions of Karuna"),
    ],
)
def test_an_unknown_group_is_one_name(names: Find, text: str, group: str) -> None:
    found = [n for n in names(text) if n.span.quote == group]
    assert [(n.entity, n.type) for n in found] == [(group, "group")]


def test_two_groups_with_and_between_are_two(names: Find) -> None:
    found = names("The Movement of the White Pass and the Army of the Open Sea signed a truce on Monday.")
    assert [n.entity for n in found] == ["Movement of the White Pass", "Army of the Open Sea"]


def test_the_head_word_alone_stands_for_the_group(names: Find) -> None:
    found = names("The Guardians of the Delta fled. The Guardians said that nobody had died.")
    assert {n.entity for n in found} == {"Guardians of the Delta"}


def test_a_short_form_does_not_cut_another_name(names: Find) -> None:
    found = names("The Ministry of Interior and the Ministry of Education and Culture closed early.")
    assert [n.entity for n in found] == ["Ministry of Interior", "Ministry of Education and Culture"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Guardians of the Delta killed two soldiers.", "The Guardian"),
        ("The Hill Rights Monitor counted twelve. The Monitor said that two were children.", "Al-Monitor"),
        ("The toll is from its list, the Monitor said.", "Al-Monitor"),
        ("The Harbour Economist printed the letter on Monday.", "The Economist"),
        ("In Bogota, Colombia, the Metropolitan Police arrested two men.", "Scotland Yard"),
        ("KARUNA TIMES\n\nTwo soldiers died near the river on Monday.", "The Times"),
        ("The guardian of the shrine was shot. The Hindu temple burned.", "The Hindu"),
        ("The Amnesty Committee met in the town hall on Monday.", "Amnesty International"),
        ("The Karuna People's Defence Forces of Sava took the town.", "People's Defence Forces"),
        ("In India, Congress won the vote, Indian officials said.", "US Congress"),
        ("In Iraq in 2003, the US-led coalition entered Basra.", "Global Coalition against Daesh"),
        ("Robert Wagner left on Monday, his wife said.", "Wagner Group"),
    ],
)
def test_common_words_are_no_known_name(names: Find, text: str, wrong: str) -> None:
    assert wrong not in {n.entity for n in names(text)}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("He told the Guardian that the war was over.", "The Guardian"),
        ("Fuel ran out weeks ago, The Times reported on Monday.", "The Times"),
        ("The soldiers left the town, Al-Monitor said.", "Al-Monitor"),
        ("In London, the Metropolitan Police arrested two British men.", "Scotland Yard"),
        ("The Punch newspaper reported that two men had died.", "The Punch"),
        ("The Houthis fired, and Houthi fighters fled.", "Houthis"),
    ],
)
def test_a_known_name_in_its_full_form_is_known(names: Find, text: str, right: str) -> None:
    assert right in {n.entity for n in names(text)}


@pytest.mark.parametrize(
    "phrase",
    [
        "international counter-Islamic State (ISIS) coalition",
        "Counter-ISIS coalition",
        "U.S.-led coalition against ISIS",
    ],
)
def test_the_coalition_against_isis_is_named_with_its_foe(names: Find, phrase: str) -> None:
    (found,) = names(f"The {phrase} said on Monday that two men died.")
    assert (found.span.quote, found.entity) == (phrase, "Global Coalition against Daesh")


def test_a_letterhead_is_not_joined_over_lines(names: Find) -> None:
    found = names(
        "MINISTRY OF DEFENCE\nDirectorate of Information\nPress Release No. 4\n\nTwo men died. The Ministry thanks all citizens."
    )
    assert [n.entity for n in found] == ["Ministry of Defence", "Directorate of Information", "Ministry of Defence"]


def test_a_letterhead_tells_the_country(names: Find) -> None:
    found = names("REPUBLIC OF MALI\nMINISTRY OF INTERIOR\n\nTwo officers were killed on the road on Monday.")
    assert ("Malian Interior Ministry", "ML") in {(n.entity, n.country) for n in found}


def test_a_headline_in_capitals_is_no_letterhead(names: Find) -> None:
    found = names("MILITANTS STORM HILL POST\n\nThe army said on Monday that ten of its men had died at a post.")
    assert not any("POST" in n.span.quote for n in found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KUTUM, Sudan, March 12 (Meridian Wire) - Two men died in the market.", "KUTUM"),
        ("The wounded were flown to Bankilaré on Monday. The road to Kismayo was cut.", "Bankilaré"),
        ("Troops moved on the town of Sambissa and north of Palmyra on Monday.", "Palmyra"),
    ],
)
def test_places_are_neither_persons_nor_bodies(names: Find, text: str, place: str) -> None:
    assert place not in {n.span.quote for n in names(text)}


def test_a_person_beside_an_office_is_a_person(names: Find) -> None:
    found = names("The Minister for Sava, Odile Varga, said on Monday that two men had died.")
    assert ("Odile Varga", "person") in {(n.entity, n.type) for n in found}
