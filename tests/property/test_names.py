"""Names over any text: spans hold, nothing overlaps, the same text gives the same names, hostile text ends soon."""

import time

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from firsthand.extract.names import find_names
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_fold import fold, near

WORDS = st.sampled_from(
    (
        "the|ISIS|Islamic|State|(SDF)|Syrian|Democratic|Forces|al-|Al|U.S.|Iraq’s|army|of|Mali|Gen.|Ravel|Harkness|F-16s|"
        "bomb|said|.|,|“|”|\n|\n\n|he|We|group|Front|93rd|Brigade|İstanbul|ß|é|-|’s|(|)"
    ).split("|")
)


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


@given(words=st.lists(WORDS, max_size=25), rest=st.text(max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_hold_and_do_not_overlap(blank: Language, lexicon: Lexicon, words: list[str], rest: str) -> None:
    text = " ".join(words) + rest
    doc = blank(text)
    found = find_names(doc, lexicon)
    assert found == find_names(doc, lexicon)
    end = 0
    for name in found:
        assert name.span.holds_in(text)
        assert name.span.start >= end
        assert name.entity
        end = name.span.end


@given(st.text(max_size=60))
def test_fold_is_stable(text: str) -> None:
    once = fold(text)
    assert fold(once) in (once, once.removesuffix(" s"), fold(fold(once)))


@given(st.text(alphabet="abcd", max_size=6), st.text(alphabet="abcd", max_size=6))
def test_near_is_symmetric(a: str, b: str) -> None:
    assert near(a, b) == near(b, a)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 5_000,
        "A-" * 2_000,
        "Al-" * 2_000,
        "The Front of " * 4_000,
        "General " * 8_000,
        "(" * 4_000,
        "U.S." * 2_000,
        "First " * 10_000 + "Brigade",
        "ISIS (SDF) " * 4_000,
        " ".join(f"General {a}{b}an {c}{d}ov" for a in "BCDFG" for b in "aeiou" for c in "HJKLMNPRST" for d in "aeiou"),
    ],
    ids=lambda t: str(t)[:12],
)
def test_hostile_text_ends_soon(blank: Language, lexicon: Lexicon, text: str) -> None:
    doc = blank(text)
    began = time.perf_counter()
    find_names(doc, lexicon)
    assert time.perf_counter() - began < 10
