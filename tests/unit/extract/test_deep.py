"""Parses as deep as no sentence is, which the fuzzer found in texts that repeat one word without end."""

import time

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from firsthand.extract.names_located import located
from firsthand.extract.phrases import conjuncts, edges, is_passive
from firsthand.extract.slots import MOST_HEADS, _near
from firsthand.resources.lexicon import Lexicon

DEEP = 3000
"""More than Python calls within calls."""


def chain(dep: str, *, left: bool) -> Doc:
    """Each word hangs on the one before it (`left`: behind it)."""
    heads = [min(i + 1, DEEP - 1) for i in range(DEEP)] if left else [max(i - 1, 0) for i in range(DEEP)]
    deps = ["ROOT" if head == i else dep for i, head in enumerate(heads)]
    return Doc(Vocab(), words=["Brill"] * DEEP, heads=heads, deps=deps, pos=["PROPN"] * DEEP)


@pytest.mark.parametrize("left", [True, False])
def test_the_edges_of_a_deep_phrase_are_found(left: bool) -> None:
    doc = chain("compound", left=left)
    assert edges(doc[DEEP - 1 if left else 0]) == (0, DEEP - 1)


def test_everything_that_is_joined_is_found() -> None:
    assert [token.i for token in conjuncts(chain("conj", left=False)[0])] == list(range(DEEP))


def test_verbs_joined_without_end_are_passive_where_the_first_is() -> None:
    heads = [max(i - 1, 0) for i in range(DEEP)]
    deps = ["ROOT" if i == 0 else "conj" for i in range(DEEP)]
    doc = Doc(Vocab(), words=["hit"] * DEEP, heads=heads, deps=deps, pos=["VERB"] * DEEP, tags=["VBD"] * DEEP)
    assert not is_passive(doc[DEEP - 1])


def test_a_list_without_end_is_located_nowhere() -> None:
    doc = chain("conj", left=False)
    assert not located(doc[DEEP - 1], doc[DEEP - 1])


def test_only_the_nearest_of_very_many_nouns_are_weighed() -> None:
    """Each event word with each noun of a table: 13 seconds for nine thousand characters."""
    assert _near(range(50), 10) == range(50)
    near = _near(range(0, 10_000, 2), 5_000)
    assert len(near) == MOST_HEADS
    assert min(near) < 5_000 < max(near)


def test_a_phrase_without_end_is_looked_up_in_the_time_it_takes_to_read() -> None:
    """Every stretch of its words was held against the names of weapons: minutes for a few thousand words."""
    weapons = Lexicon.open().weapons
    begin = time.process_time()
    assert weapons.class_of("clin " * 1500) is None
    assert time.process_time() - begin < 2
