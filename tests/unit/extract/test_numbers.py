"""Amounts: the table of the format, and what is no number of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extract.numbers import find_amounts, value_of

# words, number, bound, low, high
TABLE = [
    ("54 rebels", 54, "exact", 54, 54),
    ("at least 30 rebels", 30, "at_least", 30, None),
    ("no fewer than nine rebels", 9, "at_least", 9, None),
    ("more than 75 rebels", 75, "more_than", 76, None),
    ("over 75 rebels", 75, "more_than", 76, None),
    ("up to 20 rebels", 20, "up_to", None, 20),
    ("as many as 20 rebels", 20, "up_to", None, 20),
    ("about 900 rebels", 900, "about", 900, 900),
    ("nearly 25 rebels", 25, "about", 25, 25),
    ("between 25 and 30 rebels", None, "between", 25, 30),
    ("10 to 15 rebels", None, "between", 10, 15),
    ("more than a dozen rebels", 12, "more_than", 13, None),
    ("two dozen rebels", 24, "exact", 24, 24),
    ("dozens of rebels", None, "vague", 24, None),
    ("dozens more rebels", None, "vague", 24, None),
    ("tens of thousands of people", None, "vague", 20_000, None),
    ("several rebels", None, "vague", None, None),
    ("multiple rebels", None, "vague", None, None),
    ("no rebels", 0, "exact", 0, 0),
    ("twenty-three rebels", 23, "exact", 23, 23),
    ("one hundred and five rebels", 105, "exact", 105, 105),
    ("1,200 rebels", 1200, "exact", 1200, 1200),
    ("five or more rebels", 5, "at_least", 5, None),
    ("both pilots", 2, "exact", 2, 2),
    ("half a dozen rebels", None, "about", 6, 6),
]


@pytest.mark.parametrize(("words", "number", "bound", "low", "high"), TABLE)
def test_words_give_the_interval_of_the_format(
    words: str, number: int | None, bound: str, low: int | None, high: int | None
) -> None:
    first = find_amounts(words)[0]
    assert (first.number, first.bound, first.low, first.high) == (number, bound, low, high)
    assert words[first.start : first.end] == first.wording


@pytest.mark.parametrize(
    "words", ["25 km away", "the 29-year-old", "5% of them", "an F-16", "at 5 p.m.", "12 hours", "$40"]
)
def test_measures_and_designators_count_nobody(words: str) -> None:
    assert not [a for a in find_amounts(words) if a.kind == "number"]


def test_two_numbers_in_one_phrase_never_add_up() -> None:
    found = find_amounts("one killed and two wounded")
    assert [a.number for a in found] == [1, 2]


@pytest.mark.parametrize(
    ("words", "value"), [("two three", None), ("ninety", 90), ("a hundred", 100), ("2.5 million", 2_500_000)]
)
def test_number_words(words: str, value: int | None) -> None:
    assert value_of(words) == value


@given(st.text(max_size=200) | st.lists(st.sampled_from([w for w, *_ in TABLE])).map(" and ".join))
def test_any_text_gives_amounts_that_stand_in_it(text: str) -> None:
    for a in find_amounts(text):
        assert text[a.start : a.end] == a.wording
        assert a.low is None or a.high is None or a.low <= a.high


def test_a_number_word_behind_a_point_without_a_blank_is_one_and_a_decimal_is_none() -> None:
    assert [a.number for a in find_amounts("They fled.Two men died.", [])] == [2]
    assert [a.number for a in find_amounts("It rose by 3.5 metres in No.5 street.", []) if a.number == 5] == []
