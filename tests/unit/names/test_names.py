"""Which names are found, and which entity each is taken for. All texts and most people and groups are invented."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from firsthand.extract.names import find_names
from firsthand.model.extraction import Name
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser

Find = Callable[[str], tuple[Name, ...]]


@pytest.fixture
def names(parser: Parser, lexicon: Lexicon) -> Find:
    def find(text: str) -> tuple[Name, ...]:
        doc = next(parser.pipe([text]))
        found = find_names(doc, lexicon, text=text)
        assert all(n.span.holds_in(text) for n in found)
        return found

    return find


def entities(found: tuple[Name, ...], kind: str | None = None) -> list[str]:
    return [n.entity for n in found if kind is None or n.type == kind]


def test_aliases_of_one_group_are_one_entity(names: Find) -> None:
    found = names("Daesh fighters, whom others call Islamic State or ISIL, fled. ISIS said so, and Da’esh too.")
    assert entities(found, "organisation") == ["ISIS"] * 5


def test_a_slip_in_an_abbreviation_is_the_one_known_in_the_text(names: Find) -> None:
    found = names("ISIS took the town on Monday. On Tuesday the army drove ISAIS out again.")
    assert entities(found) == ["ISIS", "ISIS"]


def test_no_slip_without_the_right_name_in_the_text(names: Find) -> None:
    assert "ISIS" not in entities(names("The company ISAIS opened an office on Monday."))


def test_an_abbreviation_introduced_in_the_text_holds_for_all_of_it(names: Find) -> None:
    found = names(
        "The Northern Rivers Liberation Front (NRLF) claimed the attack. The NRLF said two of its men died. "
        "The Front has fought since 1994."
    )
    assert entities(found) == ["Northern Rivers Liberation Front"] * 4


def test_an_introduced_abbreviation_beats_the_lexicon(names: Find) -> None:
    found = names("The Southern Delta Fishermen (SDF) met on Monday. The SDF wants boats.")
    assert "Syrian Democratic Forces" not in entities(found)


@pytest.mark.parametrize(
    ("text", "entity", "country"),
    [
        ("Iraqi security forces entered the town.", "Iraqi security forces", "IQ"),
        ("Mali’s army said it lost a truck.", "Malian army", "ML"),
        ("The armed forces of Chad crossed the river.", "Chadian armed forces", "TD"),
        ("The Ministry of Interior of Peru denied it.", "Peruvian Interior Ministry", "PE"),
        ("Kenya's defence ministry denied it.", "Kenyan Defence Ministry", "KE"),
        ("Israel's military said its jets flew home.", "Israel Defense Forces", "IL"),
    ],
)
def test_bodies_of_states_are_put_together(names: Find, text: str, entity: str, country: str) -> None:
    first = names(text)[0]
    assert (first.entity, first.country) == (entity, country)


def test_an_ambiguous_abbreviation_follows_the_country_spoken_of(names: Find) -> None:
    there = names("In Somalia, the SNA retook two villages near Kismayo, Somali officials said.")
    here = names("In Syria, the SNA retook two villages near Afrin, Syrian activists said.")
    assert "Somali National Army" in entities(there)
    assert "Syrian National Army" in entities(here)


def test_offices_are_no_part_of_a_person(names: Find) -> None:
    found = names("Maj. Gen. Tobin A. Harkness, Prime Minister Odile Varga and spokesman Idris Belkani spoke.")
    assert entities(found, "person") == ["Tobin A. Harkness", "Odile Varga", "Idris Belkani"]


def test_a_surname_stands_for_the_full_name(names: Find) -> None:
    found = names("General Tobin Erik Harkness visited the base on Tuesday. Harkness met the troops.")
    assert set(entities(found, "person")) == {"Tobin Erik Harkness"}


def test_spellings_of_one_person_are_joined(names: Find) -> None:
    found = names("Gen. Tobin Erik Harkness spoke first. Later, Gen. Tobin Eric Harkness left. Mr. Harkness is 54.")
    assert len(set(entities(found, "person"))) == 1


def test_two_people_of_one_surname_stay_two(names: Find) -> None:
    found = names("Mayor Pavel Dornik met Judge Anna Dornik on Monday in the town hall.")
    assert set(entities(found, "person")) == {"Pavel Dornik", "Anna Dornik"}


def test_units_are_found_by_their_shape(names: Find) -> None:
    found = names("Soldiers of the 93rd Mechanised Brigade relieved the 5th Motorised Infantry Regiment.")
    assert entities(found, "unit") == ["93rd Mechanised Brigade", "5th Motorised Infantry Regiment"]


def test_everyday_words_are_no_names(names: Find) -> None:
    found = names(
        "Who did it? The site was empty. A model of care. The standard was low, in fact. Ask them to mend it."
    )
    assert found == ()


def test_capitals_only(names: Find) -> None:
    found = names(
        "TWO MEMBERS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN) WERE KILLED, COLONEL ARTURO BENDEL SAID. "
        "THE FMLN DENIED IT. AN AK-47 RIFLE WAS FOUND."
    )
    assert "ARTURO BENDEL" in entities(found, "person")
    assert entities(found, "organisation").count("Farabundo Marti National Liberation Front") == 3
    assert "AK-47" in entities(found, "weapon")


def test_small_letters_only(names: Find) -> None:
    found = names("the islamic state group said it killed two iraqi army soldiers with a car bomb near the town.")
    assert {"ISIS", "car bomb"} <= set(entities(found))


def test_a_name_broken_over_two_lines_is_one(names: Find) -> None:
    found = names("A convoy of the Syrian Democratic\nForces was hit on the road, the\ncommand said.")
    assert found[0].span.quote == "Syrian Democratic\nForces"
    assert found[0].entity == "Syrian Democratic Forces"


def test_names_do_not_overlap_and_stand_in_order(names: Find) -> None:
    found = names("The US-led coalition against ISIS said U.S. Air Force F-16s hit Islamic State positions near Mosul.")
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_two_known_names_without_a_space_are_two(names: Find) -> None:
    found = names("The photograph is from UNICEFReuters in Geneva.")
    assert "UNICEFReuters" not in entities(found)


def test_the_coalition_is_the_one_of_the_country(names: Find) -> None:
    there = names("In Afghanistan, coalition forces and Afghan soldiers detained Coalition translators in Khost.")
    here = names("In Syria, the US-led coalition struck a convoy near Manbij, Syrian activists said.")
    assert "International Security Assistance Force" in entities(there)
    assert "Global Coalition against Daesh" in entities(here)


def test_a_shared_abbreviation_needs_its_country(names: Find) -> None:
    found = entities(names("The patient was moved to the ICU, and the form is a PDF file."))
    assert not {"Islamic Courts Union", "People's Defence Force"} & set(found)


def test_another_transliteration_of_a_known_name(names: Find) -> None:
    assert "Jaysh al-Islam" in entities(names("Fighters of Jeish al-Islam fired mortars, a commander said."))
