"""What the parser is given: the same length, lines joined where a machine broke them, sentences that begin where they must."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.resources.parser import DATELINE, Parser, smooth


@given(st.text(max_size=300))
def test_the_smoothed_text_has_the_same_length(text: str) -> None:
    assert len(smooth(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("KIRKUK, Iraq (March 27) - Rebels fled.", "Rebels fled."),
        ("ADEN (Hill Wire) - Rebels fled.", "Rebels fled."),
        ("DERA ISMAIL KHAN, Pakistan, Feb. 14, 2026 (Hill Wire) - Rebels fled.", "Rebels fled."),
        ("San Pedro, 18 Feb 90 (hill) -- Rebels fled.", "Rebels fled."),
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(text: str, rest: str) -> None:
    found = DATELINE.match(text)
    assert found is not None
    assert text[found.end() :] == rest


@pytest.mark.parametrize("text", ["A" * 100_000, "A-" * 50_000, "AAA AAA, " * 12_000, "Aa, " * 25_000])
def test_the_dateline_pattern_is_fast_on_hostile_text(text: str) -> None:
    start = time.perf_counter()
    DATELINE.match(text)
    assert time.perf_counter() - start < 1


def test_the_body_begins_a_sentence_behind_header_and_dateline() -> None:
    text = "2025-03-04 KIRKUK, Iraq (Hill Wire) - Rebels fled the town on Monday."
    doc = next(Parser.open().pipe([text]))
    assert "Rebels" in [sent[0].text for sent in doc.sents]
