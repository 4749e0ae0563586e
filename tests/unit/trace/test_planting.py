"""The texts of the planted measurement: the same for a seed, one fact apart, and scored by what a lineage says."""

from tools.measuring.planted import Score, score, table, tells, together
from tools.planting.curve import curve
from tools.planting.field import planted_in_the_field
from tools.planting.texts import Planted, planted


def test_a_seed_gives_the_same_texts_and_another_one_others() -> None:
    assert planted(3, 0.3, 1) == planted(3, 0.3, 1)
    assert planted(3, 0.3, 1) != planted(3, 0.3, 2)


def test_the_copy_has_the_wrong_fact_and_not_the_right_one() -> None:
    for number in range(16):
        one = planted(number, 0.0, 5)
        first, copy, _, _ = one.texts.values()
        assert one.right in first
        assert one.wrong in copy
        assert one.right != one.wrong


def test_no_slot_is_left_open() -> None:
    texts = [text for number in range(16) for text in planted(number, 0.6, 2).texts.values()]
    assert not any(mark in text for text in texts for mark in "{}<>|")


def test_scores_count_pairs_and_facts() -> None:
    one = Planted(texts={"a": "", "b": "", "c": "", "d": ""}, right="17", wrong="71")
    found = score(
        0.3,
        [one],
        [{"reports": ["a", "b"], "changed": ["71 -> 17", "Mill -> Hill"]}, {"reports": ["c", "d"], "changed": []}],
    )
    assert (found.pairs, found.facts) == ((1, 2, 1), (1, 2, 1))
    assert tells("Ana Marek -> Marak", Planted(texts={}, right="Ana Marek", wrong="Ana Marak"))
    worse = Score(rate=0.3, pairs=(0, 1, 1), facts=(0, 0, 1))
    assert together([found, worse]).pairs == (1, 3, 2)
    assert "| 30 % | 33 % (0) | 50 % (0) | 50 % (50) | 50 % (0) |" in table([[found, worse]])
    assert curve([(0.0, (1, 1, 1, 1)), (0.6, found.shares())]).count("<circle") == 8


def test_a_copy_of_the_field_has_what_is_wrong_and_is_shorter_at_most() -> None:
    for number in range(28):
        one = planted_in_the_field(number, 0.6, 4)
        first, copy, _, _ = one.texts.values()
        assert one.right in first
        assert one.wrong in copy
        assert (one.right == one.wrong) == (one.right == "")
        assert not any(mark in text for text in one.texts.values() for mark in "{}<>|")
    assert planted_in_the_field(2, 0.6, 4) == planted_in_the_field(2, 0.6, 4)
