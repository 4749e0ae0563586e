"""Heads, feet and sentences: which credits they hold, and which they only look like holding."""

import pytest

from firsthand.extract.credits import find_credits
from firsthand.resources.lexicon import Lexicon
from tests.unit.voices.credit_cases import BODY, FIRST, SECOND


@pytest.mark.parametrize(
    ("text", "wanted"), FIRST + SECOND, ids=[case[0].replace("{body}", "..")[:70] for case in FIRST + SECOND]
)
def test_a_head_foot_or_sentence(lexicon: Lexicon, text: str, wanted: list[tuple[str, str, str]]) -> None:
    whole = text.replace("{body}", BODY)
    found = find_credits(whole, lexicon)
    assert sorted((c.name, c.form, c.span.quote) for c in found) == sorted(wanted)
    assert all(c.span.holds_in(whole) for c in found)


def test_only_heads_and_feet_credit_the_whole_text(lexicon: Lexicon) -> None:
    found = find_credits(f"ADEN (AP) — {BODY} Nine died, a guard told AFP. Our reporter saw it.", lexicon)
    assert [(c.form, c.text) for c in found] == [("dateline", True), ("cited", False), ("own", False)]


@pytest.mark.parametrize(
    "unit",
    [
        "Ab ",
        "(A B C/",
        "By A B, ",
        "said the a a a ",
        "Source: ",
        "photo by ",
        "/A ",
        "A Photo ",
        "© 2020 ",
        "Reuters, which ",
    ],
)
def test_pages_that_repeat_one_form_are_read_in_time(lexicon: Lexicon, unit: str) -> None:
    assert find_credits(unit * (12_000 // len(unit)), lexicon) is not None
