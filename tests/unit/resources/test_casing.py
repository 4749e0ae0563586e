"""Case restored: where capitals tell nothing, and how words are then written."""

import pytest

from firsthand.resources.casing import Casing
from firsthand.resources.casing_stretch import stretches
from firsthand.resources.casing_units import units
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.scorers import Scorers


@pytest.fixture(scope="module")
def casing() -> Casing:
    return Casing(Gazetteer.open(), Lexicon.open(), Scorers.open())


def test_a_text_with_its_capitals_has_no_stretch() -> None:
    assert stretches("The FARC attacked a post near Tame.\nUN STAFF\nTwo men died, said EFE.") == []


def test_a_headline_in_capitals_over_a_body_is_a_stretch() -> None:
    text = "GUNMEN KILL THREE POLICEMEN NEAR TAME\n\nThree policemen were killed near Tame on Monday."
    assert [text[s.start : s.end] for s in stretches(text)] == ["GUNMEN KILL THREE POLICEMEN NEAR TAME"]


def test_capitals_throughout_are_one_stretch_whatever_an_editor_set_between() -> None:
    text = "TAME, 4 MAY (EFE) -- TWO MEN DIED [words indistinct] TODAY.\n\nTHEY WERE SHOT.\n"
    assert [(s.start, s.loud) for s in stretches(text)] == [(0, True)]


def test_small_letters_throughout_are_a_stretch_and_a_short_note_is_none() -> None:
    assert [s.loud for s in stretches("gunmen killed two men near tame on monday and fled, the army said later.")] == [
        False
    ]
    assert stretches("two men killed") == []


def test_what_opens_a_sentence() -> None:
    text = (
        'tame, colombia (efe) -- [text] gen. ortiz said the u.s. envoy left.two men\ndied. "we saw it," he said: "all."'
    )
    assert [u.key for u in units(text) if u.opens] == ["tame", "text", "gen", "two", "we", "all"]


def test_names_abbreviations_and_openers_are_written_as_printed(casing: Casing) -> None:
    text = (
        "IN BAGHDAD, COLONEL OMAR HADIDI SAID TWO SOLDIERS DIED ON FRIDAY.\n"
        "THE FRONT FOR NATIONAL RENEWAL (FNR) CLAIMED THE ATTACK.\n"
    )  # fmt: skip
    made = casing.restore(text)
    assert len(made) == len(text)
    assert made.startswith("In Baghdad, Colonel Omar Hadidi said two soldiers died on Friday.\nThe ")
    assert "(FNR) claimed the attack." in made


def test_a_headline_is_written_as_the_body_writes_its_words(casing: Casing) -> None:
    text = "GUNMEN OF THE MARKA FRONT KILL TWO IN VESSIRA\n\nTwo men died in Vessira. Police in Vessira blamed the Marka Front."
    assert casing.restore(text).startswith("Gunmen of the Marka Front ")


def test_a_text_with_case_is_left_alone(casing: Casing) -> None:
    text = "Two men died in Vessira.\nTHE END\n"
    assert casing.restore(text) is text
