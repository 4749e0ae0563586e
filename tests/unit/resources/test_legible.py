"""What the finders are shown: remarks of editors blanked, broken lines joined, nothing moved."""

import pytest

from firsthand.resources.legible import joined
from firsthand.resources.remarks import without_remarks


@pytest.mark.parametrize(
    "remark",
    [
        "[as received]", "[words indistinct]", "[passage omitted]", "[name as published]", "[few words indistinct]", "[TEXT]",
        "[sic]", "(sic)", "[begin recording]", "[name and rank\nas heard]", "[emphasis added]", "[sentence as transmitted]",
    ],
)  # fmt: skip
def test_remarks_are_blanked_in_place(remark: str) -> None:
    text = f"The men {remark} left."
    made = without_remarks(text)
    assert made == f"The men {' ' * len(remark)} left."


@pytest.mark.parametrize("text", ["He [the mayor] left.", "They [two] left [Vessira].", "A list [1] of (many) things."])
def test_words_that_belong_to_the_sentence_stay(text: str) -> None:
    assert without_remarks(text) is text


def test_lines_broken_inside_a_sentence_are_joined_and_others_stay() -> None:
    text = "Two men died\nin Vessira.\n\nThe mayor left.\nNo one was hurt.\n"
    assert joined(text) == "Two men died in Vessira.\n\nThe mayor left.\nNo one was hurt.\n"


def test_a_text_without_breaks_inside_is_itself() -> None:
    text = "Two men died in Vessira.\nThe mayor left."
    assert joined(text) is text
