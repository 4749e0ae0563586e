"""One person under several names. All persons are invented."""

from collections import Counter

from firsthand.resources.lexicon_persons import one_person


def test_spellings_and_surname_join() -> None:
    found = one_person(Counter(["Tobin Erik Harkness", "Tobin Eric Harkness", "T. Harkness", "Harkness"]))
    assert set(found.values()) == {"Tobin Erik Harkness"}


def test_the_more_used_spelling_stands() -> None:
    assert one_person(Counter({"Hasan Ghabbar": 1, "Hassan al-Ghabar": 3}))["Hasan Ghabbar"] == "Hassan al-Ghabar"


def test_a_name_that_fits_two_stays_by_itself() -> None:
    names = ["Ada Morn", "Ada Bel Morn", "Ada Cis Morn", "Morn"]
    assert one_person(Counter(names)) == {name: name for name in names}


def test_a_given_name_joins_within_one_text_only() -> None:
    names = Counter(["Idris Belkani", "Idris"])
    assert one_person(names)["Idris"] == "Idris"
    assert one_person(names, given=True)["Idris"] == "Idris Belkani"
