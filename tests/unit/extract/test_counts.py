"""Who was killed, wounded, taken, and how many. All sentences are invented."""

import pytest

from firsthand.extract.counts import find_counts
from firsthand.extract.numbers import find_amounts
from firsthand.resources.kit import Kit

# sentence, (field, number, bound, low, quoted words) of each count
TABLE = [
    (
        "The rebels executed 31 members of the garrison near the mill.",
        [("killed", 31, "exact", 31, "31 members of the garrison")],
    ),
    (
        "One medic was killed and two were wounded.",
        [("killed", 1, "exact", 1, "One medic"), ("wounded", 2, "exact", 2, "two")],
    ),
    ("More than a dozen fighters were captured in the raid.", [("captured", 12, "more_than", 13, "More than a dozen fighters")]),
    ("At least 14 people died when a bomb exploded.", [("killed", 14, "at_least", 14, "At least 14 people")]),
    ("The blast left six people dead.", [("killed", 6, "exact", 6, "six people")]),
    ("The attack claimed the lives of eight villagers.", [("killed", 8, "exact", 8, "eight villagers")]),
    ("7 killed, 21 wounded in market blast", [("killed", 7, "exact", 7, "7 killed"), ("wounded", 21, "exact", 21, "21 wounded")]),
    ("Residents buried 43 bodies on Monday.", [("killed", 43, "exact", 43, "43 bodies")]),
    ("The raid led to the capture of a cell leader.", [("captured", 1, "exact", 1, "a cell leader")]),
    (
        "There were no reports of civilian casualties.",
        [("civilian_casualties", 0, "none_reported", 0, "no reports of civilian casualties")],
    ),
    ("Fifty soldiers were killed or wounded.", [("killed_or_wounded", 50, "exact", 50, "Fifty soldiers")]),
    (
        "Three soldiers and two nurses were killed.",
        [("killed", 3, "exact", 3, "Three soldiers"), ("killed", 2, "exact", 2, "two nurses")],
    ),
    ("The strike hit more than 40 targets.", [("targets_hit", 40, "more_than", 41, "more than 40 targets")]),
    ("Several insurgents were detained.", [("captured", None, "vague", None, "Several insurgents")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), TABLE)
def test_counts(kit: Kit, sentence: str, wanted: list[tuple[object, ...]]) -> None:
    doc = next(kit.parser.pipe([sentence]))
    found = find_counts(doc, find_amounts(sentence), kit.frames, kit.lexicon)
    assert [(c.field, c.number, c.bound, c.low, sentence[c.start : c.end]) for c in found] == wanted


def test_a_figure_that_the_text_corrects_is_marked(kit: Kit) -> None:
    text = "The death toll rose to 33, up from 23."
    found = find_counts(next(kit.parser.pipe([text])), find_amounts(text), kit.frames, kit.lexicon)
    assert [(c.number, c.older) for c in found if c.field == "killed"] == [(33, False)] or (23, True) in [
        (c.number, c.older) for c in found
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Six camels died too.",
        "He did not say how many soldiers had died.",
        "Wounded soldiers were treated in the tent.",
        "The attack on a school was reported.",
    ],
)
def test_no_number_that_the_words_do_not_bear(kit: Kit, sentence: str) -> None:
    found = find_counts(next(kit.parser.pipe([sentence])), find_amounts(sentence), kit.frames, kit.lexicon)
    assert [c for c in found if c.number is not None] == []


def test_a_bare_number_is_quoted_with_a_word_beside_it(kit: Kit) -> None:
    text = "The death toll has risen to 330."
    [found] = find_counts(next(kit.parser.pipe([text])), find_amounts(text), kit.frames, kit.lexicon)
    assert (text[found.start : found.end], found.number) == ("to 330", 330)
