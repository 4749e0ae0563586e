"""Fingerprints, runs of agreeing words and comparable forms of words."""

import numpy as np
import pytest

from firsthand.model.extraction import Extraction
from firsthand.trace.candidates import copied
from firsthand.trace.copies import GRAM, WINDOW, fingerprints, passages, runs
from firsthand.trace.grams import grams
from firsthand.trace.paraphrase import SAMPLE, weights
from firsthand.trace.texts import Text, read_text, read_texts
from firsthand.trace.words import Lexis, plain, stem
from tests.unit.trace.planted import bare, report

WORDS = "alder birch cedar dogwood elder fir gorse hazel ivy juniper larch maple nettle oak pine quince rowan spruce".split()


def text_of(words: list[str]) -> Text:
    one = report("r", " ".join(words) + ".")
    return read_text(one, Extraction(report=one.id), Lexis())


def test_every_run_of_the_promised_length_is_found() -> None:
    run = WORDS[: GRAM + WINDOW - 1]
    for k in range(30):
        one = text_of([f"left{i}" for i in range(k)] + run + [f"tail{i}" for i in range(40)])
        other = text_of([f"right{i}" for i in range(37 - k)] + run)
        assert copied([one, other]) == {(0, 1)}


def test_fingerprints_are_the_same_on_every_machine() -> None:
    # Worked out once; another value would give other lineages than the records that exist.
    assert int(grams(np.array([1, 2, 3], dtype=np.uint64), 3)[0]) == 11256899944907698677
    assert len(fingerprints(text_of(WORDS).codes)) <= len(WORDS) - GRAM + 1


def test_runs_are_merged_over_a_few_changed_words_and_do_not_overlap() -> None:
    left = text_of(WORDS)
    right = text_of([*WORDS[:8], "changed", *WORDS[9:]])
    (passage,) = passages(runs(left, right))
    assert [(r.left, r.right, r.size) for r in passage] == [(0, 0, 8), (9, 9, 9)]


def test_moved_passages_are_both_found() -> None:
    left = text_of(WORDS)
    right = text_of(WORDS[9:] + WORDS[:9])
    assert sorted((r.left, r.right, r.size) for group in passages(runs(left, right)) for r in group) == [
        (0, 9, 9),
        (9, 0, 9),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-Ḥasakah", "AlHasakah"), ("U.S.", "US"), ("group’s", "group"), ("B-52s", "b52s"), ("2,000", "2000")],
)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("bombed", "bombing"), ("villages", "village"), ("armies", "army"), ("seven", "7"), ("hitting", "hit")],
)
def test_stems_of_one_word(one: str, other: str) -> None:
    assert stem(one) == stem(other) != ""
    assert stem("whereas") == stem("said") == ""


def test_words_are_weighed_by_a_sample_that_depends_on_the_set_alone() -> None:
    reports = [report(f"r{k}", f"Gunmen seized bridge {k} near Ostavel.") for k in range(SAMPLE + 40)]
    texts = read_texts(*bare(*reports))
    weight = weights(texts)
    last = max(texts, key=lambda text: text.id)
    assert weights([text for text in reversed(texts) if text is not last]) == weight
    first = min(texts, key=lambda text: text.id)
    assert weights([text for text in texts if text is not first]) != weight
