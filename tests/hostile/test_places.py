"""Texts made to keep the finding of places busy. None of them may take long, and none may break it."""

import time

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from firsthand.extract.places import find_places
from firsthand.resources.gazetteer import Gazetteer

LONG = 200_000
SECONDS = 4.0
"""Processor time; the slowest of these, tens of thousands of names, takes two."""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "A-",
        "AAA AAA ",
        "Aaa, ",
        "Aaa, (Bbb, ",
        "al-",
        "village of Aa Bb ",
        "north of the ",
        "St. ",
        "U.S. ",
        "Lake Aa ",
        "by Aa, Bb, and ",
        "\n",
        "1st ",
        "Homs, ",
    ],
)
def test_long_repetitions_are_quick(gazetteer: Gazetteer, piece: str) -> None:
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    doc = Doc(Vocab(), words=[text])
    begun = time.process_time()
    for name in find_places(doc, gazetteer, (), text=doc.text):
        assert name.span.holds_in(doc.text)
    assert time.process_time() - begun < SECONDS
