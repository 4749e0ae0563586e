"""Adding reports and decisions in any order and in any cuts gives the incidents of linking all of them at once."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.link import clusters, index, link
from firsthand.link.accounts import accounts
from firsthand.link.index import Index
from firsthand.link.scales import Yardstick, counted
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.property.test_link import Corpus, Event, corpora, write
from tests.unit.link.builders import Told, dated, extractions

KINDS, WIDE = Kinds.open(), Weights.open()
NARROW = Weights(msgspec.structs.replace(WIDE.limits, block=2, neighbours=1, candidates=2), WIDE.words, "narrow")
"""Bounds so low that a few reports pass them."""
Ruling = tuple[int, int, bool]


def yardstick(told: Sequence[Told]) -> Yardstick:
    said = extractions(*told)
    return counted(accounts(said, dated(*told), {}), said, {}, WIDE)


def decisions(told: Sequence[Told], rulings: Iterable[Ruling]) -> list[Decision]:
    mentions = [mention.id for one in told for mention in one.mentions]
    out = []
    for number, (left, right, same) in enumerate(rulings):
        if mentions and mentions[left % len(mentions)] != mentions[right % len(mentions)]:
            pair = (mentions[left % len(mentions)], mentions[right % len(mentions)])
            at = datetime(2025, 1, 1, number, tzinfo=UTC)
            out.append(
                Decision(kind="same" if same else "different", mentions=pair, by="A. Person", why="known", at=at)
            )
    return out


@pytest.mark.parametrize("weights", [WIDE, NARROW], ids=["as shipped", "narrow"])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    corpus=corpora,
    rulings=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.booleans()), max_size=3),
    shuffler=st.randoms(use_true_random=False),
    cuts=st.lists(st.integers(1, 3), min_size=1, max_size=4),
)
def test_any_order_and_any_cuts_give_the_incidents_of_all_at_once(
    weights: Weights, corpus: Corpus, rulings: list[Ruling], shuffler: Random, cuts: list[int]
) -> None:
    told = [write(number, events) for number, events in enumerate(corpus)]
    grown(told, decisions(told, rulings), weights, shuffler, cuts)


@pytest.mark.parametrize("seed", range(8))
def test_the_same_holds_in_a_crowd(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty reports on few places and days, so that rows are long, picks are full, and background fits several incidents."""
    draw = Random(seed)  # noqa: S311 - made-up reports, no secret
    large = draw.randint(3, 12)
    monkeypatch.setattr(clusters, "LARGE", large)
    monkeypatch.setattr(index, "LARGE", large)
    told = [write(number, [crowded(draw) for _ in range(draw.randint(1, 3))]) for number in range(40)]
    rulings = [(draw.randrange(90), draw.randrange(90), draw.random() < 0.5) for _ in range(4)]
    limits = msgspec.structs.replace(
        WIDE.limits, block=draw.randint(2, 6), neighbours=draw.randint(1, 3), candidates=draw.randint(1, 5)
    )
    other = [write(number, [crowded(draw) for _ in range(draw.randint(0, 2))]) for number in draw.sample(range(40), 15)]
    grown(told, decisions(told, rulings), Weights(limits, WIDE.words, f"crowd {seed}"), draw, [1, 3, 2, 7], other)


def crowded(draw: Random) -> Event:
    words = draw.sample("market stall burnt convoy ravine mine school roof well bridge".split(), 3)
    return (
        draw.choice(["air strike", "ambush", "attack"]), draw.choice(["Kutum", "Mellit", "Juba"]), draw.randint(0, 6),
        draw.choice([3, 4, 5, 30]), draw.choice(["Black Banner", "Hill Rangers", None]),
        draw.choice(["main", "main", "background"]), draw.choice(["occurred", "occurred", "denied"]), " ".join(words),
    )  # fmt: skip


def grown(
    told: list[Told],
    decided: list[Decision],
    weights: Weights,
    shuffler: Random,
    cuts: list[int],
    other: Sequence[Told] = (),
) -> None:
    """Take the reports and decisions in by and by, and hold the incidents against those of all at once.

    `other`: what some of the reports were first read as.
    """
    measure = yardstick(told)
    whole = link(extractions(*told), dated(*told), Traced(), KINDS, weights, decided, measure)
    shuffler.shuffle(told)
    held, at = Index(KINDS, weights, measure), 0
    so_far = 0
    for one in other:
        held.update(extractions(one), dated(one), {})
    while at < len(told):
        batch = told[at : at + cuts[at % len(cuts)]]
        at += len(batch)
        so_far = shuffler.randint(so_far, len(decided))
        held.update(extractions(*batch), dated(*batch), {}, decided[:so_far])
    held.update({}, {}, {}, decided)
    assert tuple(held.groups[key] for key in sorted(held.groups)) == whole
