"""Shares and their intervals: against published figures, and against what a simulation finds."""

import random

import pytest

from firsthand.audit.estimate import Cell, estimate, wilson
from firsthand.audit.marks import Marks
from firsthand.audit.results import result
from firsthand.audit.sample import in_turn, laid_out, layers
from firsthand.model.audit import Judged, Sample
from tests.unit.audit.made import claims, judge


@pytest.mark.parametrize(
    ("right", "marked", "low", "high"),
    [
        (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (9, 10, 0.5958, 0.9821), (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
    ],
)  # fmt: skip
def test_the_interval_of_one_stratum_is_that_of_wilson(right: int, marked: int, low: float, high: float) -> None:
    """The last two as in Newcombe, Statistics in Medicine 17 (1998), 857-872, table I."""
    found = estimate([Cell(right=right, marked=marked, weight=500)])
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.0001)
    assert found.effective == marked


def test_strata_that_count_alike_and_say_alike_are_one() -> None:
    found = estimate([Cell(right=9, marked=10, weight=100)] * 5)
    assert found is not None
    assert (found.low, found.high) == pytest.approx(wilson(0.9, 50), abs=0.001)


def test_a_stratum_counts_by_what_it_stands_for() -> None:
    found = estimate([Cell(right=10, marked=10, weight=900), Cell(right=0, marked=10, weight=100)])
    assert found is not None
    assert found.share == pytest.approx(0.9)


def test_uneven_weights_make_the_interval_wider() -> None:
    even = estimate([Cell(right=9, marked=10, weight=100)] * 4)
    uneven = estimate([Cell(right=9, marked=10, weight=1000), *[Cell(right=9, marked=10, weight=10)] * 3])
    assert even is not None
    assert uneven is not None
    assert uneven.effective < 20 < even.effective
    assert uneven.high - uneven.low > even.high - even.low


def test_nothing_marked_gives_no_estimate() -> None:
    assert estimate([]) is None
    assert estimate([Cell(right=0, marked=0, weight=4)]) is None


DESIGNS = {
    "one stratum": [(1000, 50, 0.9)],
    "large ones worse": [(1000, 10, 0.6), (500, 8, 0.95), (200, 6, 0.95), (100, 6, 0.98), (50, 5, 0.98), (20, 5, 0.9)],
    "small ones worse": [(1000, 10, 0.95), (500, 8, 0.9), (200, 6, 0.8), (100, 6, 0.7), (50, 5, 0.6), (20, 5, 0.5)],
    "nearly all right": [(1000, 10, 0.97), (500, 8, 0.97), (200, 6, 0.97), (100, 6, 0.97), (50, 5, 0.97)],
    "two of each": [(400, 2, 0.9), (100, 2, 0.8)] * 10,
}


@pytest.mark.parametrize("design", DESIGNS)
def test_the_interval_holds_the_truth_as_often_as_it_says(design: str) -> None:
    """At least 93 of 100 times in 2,000 rounds, for designs that are hard on it; and the share is off by nothing on average."""
    strata, chance = DESIGNS[design], random.Random(7)  # noqa: S311 - a simulation
    whole = sum(claims for claims, _, _ in strata)
    truth = sum(claims * share for claims, _, share in strata) / whole
    held, off, rounds = 0, 0.0, 2000
    for _ in range(rounds):
        found = estimate(
            Cell(right=sum(chance.random() < share for _ in range(marked)), marked=marked, weight=claims)
            for claims, marked, share in strata
        )
        assert found is not None
        held += found.low <= truth <= found.high
        off += found.share - truth
    assert held / rounds > 0.93
    assert abs(off / rounds) < 0.006


def test_a_drawn_sample_estimates_the_record_without_bias_and_within_its_interval() -> None:
    """From drawing to result: a record of which fields and kinds are right differently often, drawn anew with each seed."""
    every = [
        *claims(300, "place"), *claims(150, "killed"), *claims(60, "killed", "ambush"), *claims(20, "seized"),
        *claims(4, "motive"),
    ]  # fmt: skip
    chance = random.Random(3)  # noqa: S311 - a simulation
    right = {one.claim: chance.random() < {"place": 0.95, "killed": 0.7}.get(one.field, 0.4) for one in every}
    truth, rounds, held, off = sum(right.values()) / len(every), 200, 0, 0.0

    def is_right(one: Judged) -> bool:
        return right[one.claim]

    strata = laid_out(every, 50)
    for seed in range(rounds):
        sample = Sample(seed=str(seed), number=0, size=50, strata=strata)
        found = layers(sample, every)
        marks = judge(in_turn(found), is_right)
        marked = {mark.judged.claim: mark for mark in marks if mark.judged is not None}
        told = result("A. Reader", sample, found, Marks(marked, ())).overall.estimate
        assert told is not None
        held += told.low <= truth <= told.high
        off += told.share - truth
    assert held >= 0.93 * rounds
    assert abs(off / rounds) < 0.02
