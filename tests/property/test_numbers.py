"""Numbers in words and digits are read as what they are, wherever they stand; nothing is counted where no number is told."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.extract.numbers import SCALES, TENS, UNITS, VAGUE_LOW, Amount, find_amounts, value_of
from firsthand.extract.times_numbers import number_of

SMALL, TENFOLD = list(UNITS), list(TENS)
TELLS_NUMBER = re.compile(
    rf"\d|\b(?:{'|'.join([*UNITS, *TENS, *SCALES, *VAGUE_LOW])}|couple|pair|duo|trio|both|two|several|multiple|numerous|many|few|"
    r"some|various|number|group|handful|countless|no|not|nobody|none|an?|another|single)\b",
    re.IGNORECASE,
)
PIECES = (
    "one two three seven twelve fifteen twenty forty ninety hundred thousand million dozen and - , . a an the of killed people "
    "soldiers at least more than up to between from to or nearly some no none several dozens half couple 5 12 1,200 17.5 3 000 % "
    "km years-old 2nd rose fell fewer $ £ : / – B-52 \n"
).split(" ")
texts = st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


def below_a_thousand(n: int, joint: str, british: bool) -> str:
    """A number from 0 to 999 in words; `joint` stands between ten and unit."""
    hundreds, rest = divmod(n, 100)
    tens, unit = divmod(rest, 10)
    told = SMALL[rest] if rest < 20 else TENFOLD[tens - 2] + (f"{joint}{SMALL[unit]}" if unit else "")
    if not hundreds:
        return told
    return f"{SMALL[hundreds]} hundred" + (f"{' and' if british else ''} {told}" if rest else "")


def in_words(n: int, joint: str = "-", british: bool = True) -> str:
    """A number from 0 to 999,999 in words, as it is written on either side of the Atlantic."""
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return below_a_thousand(n, joint, british)
    told = f"{' and' if british and rest < 100 else ''} {below_a_thousand(rest, joint, british)}" if rest else ""
    return f"{below_a_thousand(thousands, joint, british)} thousand{told}"


def only(text: str) -> Amount:
    """The one amount of a text."""
    (found,) = find_amounts(text)
    return found


@example(999_999, "-", True)
@example(1_100, " ", False)
@given(st.integers(1, 999_999), st.sampled_from("- "), st.booleans())
def test_a_number_in_words_is_read_back(n: int, joint: str, british: bool) -> None:
    words = in_words(n, joint, british)
    assert value_of(words) == n
    assert number_of(words.replace("-", " - ").split()) == n
    found = only(f"Mortars killed {words} people there.")
    assert (found.number, found.low, found.high, found.bound, found.wording) == (n, n, n, "exact", words)


@given(st.integers(1, 9_999_999), st.sampled_from(["{}", "{:,}"]))
def test_a_number_in_digits_is_read_back(n: int, form: str) -> None:
    digits = form.format(n)
    found = only(f"Mortars killed {digits} people there.")
    assert (found.number, found.wording) == (n, digits)


@given(st.integers(2, 999_999), st.booleans())
def test_bounds_hold_in_words_and_digits(n: int, spelled: bool) -> None:
    """The table of the format."""
    told = in_words(n) if spelled else f"{n:,}"
    for words, bound, low, high in (
        ("at least", "at_least", n, None), ("more than", "more_than", n + 1, None), ("over", "more_than", n + 1, None),
        ("up to", "up_to", None, n), ("as many as", "up_to", None, n), ("about", "about", n, n), ("roughly", "about", n, n),
        ("no fewer than", "at_least", n, None), ("fewer than", "up_to", None, n - 1), ("nearly", "about", n, n),
    ):  # fmt: skip
        found = only(f"Mortars killed {words} {told} people there.")
        assert (found.number, found.bound, found.low, found.high) == (n, bound, low, high), words


@given(st.integers(2, 99_999), st.integers(1, 99_999))
def test_an_interval_is_read_back(low: int, more: int) -> None:
    high = low + more
    for told in (
        f"between {low} and {high}",
        f"{low} to {high}",
        f"{low}-{high}",
        f"between {low:,} and {high:,}",
        f"{low} or {high}",
    ):
        found = only(f"Mortars killed {told} people there.")
        assert (found.number, found.bound, found.low, found.high) == (None, "between", low, high), told


@given(texts)
def test_amounts_quote_the_text_and_keep_in_bounds(text: str) -> None:
    found = find_amounts(text)
    for one in found:
        assert text[one.start : one.end] == one.wording
        assert one.low is None or one.high is None or 0 <= one.low <= one.high
        assert one.bound != "exact" or one.low == one.number == one.high
        assert TELLS_NUMBER.search(one.wording)
    assert list(found) == sorted(found, key=lambda one: (one.start, one.end))


@given(st.text(max_size=200))
def test_no_number_out_of_a_text_without_any(text: str) -> None:
    bare = TELLS_NUMBER.sub(" ", text)
    assert [one for one in find_amounts(bare) if TELLS_NUMBER.search(bare) is None] == []


@given(texts)
def test_words_never_break_the_reading_of_a_number(text: str) -> None:
    assert value_of(text) is None or isinstance(value_of(text), int)
    number_of(text.split())


@pytest.mark.parametrize(
    "words", ["one hundred one hundred", "two thousand five thousand", "two three", "twenty eleven", "five five"]
)
def test_two_numbers_side_by_side_are_none(words: str) -> None:
    assert value_of(words) is None


def test_dozens_are_counted_in_any_number() -> None:
    assert value_of("twenty dozen") == 240
    assert value_of("one hundred one hundred") is None
