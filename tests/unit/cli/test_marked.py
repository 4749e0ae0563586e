"""Marks in a text: whatever lies over whatever, the words stay, in their order, and each mark can be read without colours."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.cli.marked import BAR, CLOSE, GOES_ON, OPEN, labelled, marked, pieces

TEXT = "Northmen shelled Oldford, killing four soldiers."
TAG = re.compile(f"{GOES_ON}?{BAR}[^{CLOSE}]*{CLOSE}|{OPEN}")


def shown(*spans: tuple[str, str]) -> str:
    at = [(TEXT.index(words), TEXT.index(words) + len(words), field, "") for words, field in spans]
    return str(marked(TEXT, labelled(at)))


def test_words_stand_in_their_mark_with_their_field() -> None:
    assert shown(("Oldford", "place")) == "Northmen shelled ⟦Oldford│place⟧, killing four soldiers."


def test_one_within_another_and_two_over_the_same_words() -> None:
    assert shown(("four soldiers", "killed"), ("soldiers", "victim")).endswith(
        "killing ⟦four ⟦soldiers│victim⟧│killed⟧."
    )
    assert (
        shown(("Oldford", "place"), ("Oldford", "target"))
        == "Northmen shelled ⟦Oldford│place, target⟧, killing four soldiers."
    )


def test_of_two_that_cross_the_second_goes_on_after_the_first() -> None:
    told = shown(("Oldford, killing", "place"), ("killing four", "killed"))
    assert told == "Northmen shelled ⟦Oldford, ⟦killing…│killed⟧│place⟧⟦ four│killed⟧ soldiers."


def test_a_mark_in_the_report_itself_marks_nothing() -> None:
    assert str(marked("⟦four│killed⟧", [])) == "[four|killed]"


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\x9b2J", "\u202egnp.exe", "a\x07b", "x\u200by"])
def test_what_a_terminal_obeys_does_nothing_and_moves_no_mark(hostile: str) -> None:
    text = f"{hostile} four {hostile}"
    start = text.index("four")
    told = str(marked(text, labelled([(start, start + 4, "killed", "")])))
    assert "⟦four│killed⟧" in told
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e]", told)


@given(
    st.text(alphabet="ab \n", min_size=1, max_size=30),
    st.lists(
        st.tuples(st.integers(0, 29), st.integers(1, 12), st.sampled_from(["killed", "place", "actor"])), max_size=8
    ),
)
def test_whatever_is_marked_the_text_is_all_there(text: str, spans: list[tuple[int, int, str]]) -> None:
    fit = [(start, min(len(text), start + long), field, "") for start, long, field in spans if start < len(text)]
    labels = labelled(fit)
    told = str(marked(text, labels))
    assert TAG.sub("", told) == text
    found = pieces(labels)
    assert told.count(OPEN) == told.count(CLOSE) == len(found)
    for one in found:
        for other in found:
            assert not one.start < other.start < one.end < other.end, "no mark crosses another"
    covered = {i for one in found for i in range(one.start, one.end)}
    assert covered == {i for start, end, _, _ in fit for i in range(start, end)}
