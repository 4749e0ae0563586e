"""What is looked at: rows of numbers say what counting by hand says, and what is held against a telling is bounded."""

from collections import Counter
from random import Random
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from firsthand.link.accounts import Account, accounts
from firsthand.link.blocks import candidates, keys
from firsthand.link.pairs import Pairs
from firsthand.link.scales import Scales, scales
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.property.test_compare import some_report
from tests.unit.link.builders import dated, extractions

KINDS, WEIGHTS = Kinds.open(), Weights.open()


def narrow(block: int, neighbours: int, most: int, least: int) -> Weights:
    """Limits that a dozen tellings reach."""
    file = replace(WEIGHTS.limits, block=block, neighbours=neighbours, candidates=most, least=least)
    return Weights(file, {}, "narrow")


def when(account: Account) -> tuple[int, int, str]:
    last = next((days.last for days in (account.days, account.published) if days.last is not None), None)
    return (1, 0, account.event) if last is None else (0, last, account.event)


def by_hand(told: tuple[Account, ...], weighed: Scales) -> set[tuple[int, int]]:
    """The pairs, key by key and telling by telling."""
    limits, blocks = weighed.weights.limits, dict[str, list[int]]()
    for i in sorted(range(len(told)), key=lambda i: when(told[i])):
        for key in keys(told[i], weighed):
            blocks.setdefault(key, []).append(i)
    found: set[tuple[int, int]] = set()
    for i, account in enumerate(told):
        shared: Counter[int] = Counter()
        for key, weight in keys(account, weighed).items():
            members, place = blocks[key], blocks[key].index(i)
            low = 0 if len(members) <= limits.block else max(0, place - limits.neighbours)
            high = len(members) if len(members) <= limits.block else place + limits.neighbours + 1
            shared.update({j: weight for j in members[low:high] if told[j].report != account.report})
        heavy = sorted((-weight, j) for j, weight in shared.items() if weight >= limits.least)
        found |= {(min(i, j), max(i, j)) for _, j in heavy[: limits.candidates]}
    return found


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 6), st.integers(1, 3), st.integers(1, 5), st.integers(0, 4000))
def test_candidates_are_those_that_counting_by_hand_finds(
    draw: Random, block: int, neighbours: int, most: int, least: int
) -> None:
    reports = [some_report(number, draw) for number in range(draw.randint(0, 9))]
    said = extractions(*reports)
    told = accounts(said, dated(*reports), {})
    weighed = scales(told, said, {}, KINDS, narrow(block, neighbours, most, least), with_dates=draw.random() < 0.5)
    with patch("firsthand.link.blocks.AT_ONCE", draw.randint(1, 200)):
        pairs = candidates(told, weighed)
    assert list(pairs) == sorted(by_hand(told, weighed))
    assert len(pairs) <= most * len(told)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_pairs_are_a_sorted_set(drawn: list[tuple[int, int]]) -> None:
    rows = np.array(drawn, dtype=np.int64).reshape(-1, 2)
    pairs, plain = Pairs.of(rows[:, 0], rows[:, 1]), {(min(pair), max(pair)) for pair in drawn}
    assert list(pairs) == sorted(plain)
    assert len(pairs) == len(plain)
    for i in range(10):
        assert pairs.after(i) == [j for j in range(10) if (i, j) in plain]
        assert all(((i, j) in pairs) == ((i, j) in plain) for j in range(10))
