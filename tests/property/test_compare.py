"""The short way of comparing says what the full one says: it gives up only pairs that would not have reached the threshold."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from firsthand.link.accounts import accounts, shared_texts
from firsthand.link.compare import ORDER, compare, compare_from
from firsthand.link.scales import scales
from firsthand.link.sides import Sides
from firsthand.model.claim import Role
from firsthand.model.when import UNKNOWN
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.unit.link.builders import (
    Given,
    Told,
    dated,
    day,
    extractions,
    killed,
    known,
    party,
    place,
    shared,
    weapon,
    weekday,
)

KINDS, WEIGHTS = Kinds.open(), Weights.open()
ROLES: tuple[Role, ...] = ("main", "background")
NAMES = ("Aras Demirel", "Juma Wol", "Lena Hartog")


def other_weights(draw: Random) -> Weights:
    """Weights as nobody has learnt them yet: another value for each, also of the other sign."""
    file = WEIGHTS.limits
    made = {name: draw.choice((bits, draw.randint(-6000, 6000))) for name, bits in file.weights.items()}
    curves = {
        name: tuple((at, draw.choice((bits, draw.randint(-6000, 6000)))) for at, bits in curve)
        for name, curve in file.curves.items()
    }
    return Weights(replace(file, weights=made, curves=curves), {}, "other")


def some_report(number: int, draw: Random) -> Told:
    """An invented report of one to three events that leave out most of what can be said."""
    told = Told(f"r{number}", draw.choice((UNKNOWN, known(2025, 3, draw.randint(1, 28)))))
    for _ in range(draw.randint(1, 3)):
        values: list[Given] = [
            draw.choice((day(2025, 3, draw.randint(1, 20)), day(2025, 3, draw.randint(1, 4)), weekday(3))),
            place(draw.choice(("Kutum", "Mellit", "Juba", "North Darfur", "Sudan", "an unknown hamlet"))),
            place(draw.choice(("Kutum", "Sudan", "the ridge"))),
            party("actor", draw.choice(("Black Banner", "Hill Rangers", None)), "gunmen"),
            party("target", draw.choice(("Black Banner", "River Guard", None)), "villagers"),
            killed(draw.choice((0, 2, 3, 17, 40)), bound=draw.choice(("exact", "at_least", "vague"))),
            killed(draw.choice((1, 12)), what="wounded", side=draw.choice(("unknown", "civilian", "attacker"))),
            weapon(draw.choice(("mortar", "drone"))),
        ]
        told.event(
            draw.choice(("air strike", "ambush", "attack", "trial")),
            *(value for value in values if draw.random() < 0.5),
            words=" ".join(
                draw.sample(("market", "stall", "burnt", "convoy", "mine", "school", "roof"), draw.randint(0, 5))
            ),
            role=draw.choice(ROLES),
            names=[name for name in NAMES if draw.random() < 0.4],
        )
    return told


def checked(told: Sequence[Told], draw: Random, weights: Weights, *, with_dates: bool) -> None:
    lineages = (shared("statement", *told[:2]), shared("boilerplate", *told[1:3]))
    texts, said = shared_texts(lineages), extractions(*told)
    found = accounts(said, dated(*told), texts)
    weighed = scales(found, said, texts, KINDS, weights, with_dates=with_dates)
    sides = Sides(found, weighed)
    for i, j in combinations(range(len(found)), 2):
        full = compare(sides[i], sides[j], weighed)
        assert full.millibits == weights.limits.prior + sum(f.millibits for f in full.findings)
        assert {f.feature for f in full.findings} <= {*ORDER, "undated", "vague"}
        for least in (full.millibits - draw.randint(0, 9000), full.millibits):
            assert compare_from(sides[i], sides[j], weighed, least) == full
        for least in (full.millibits + 1, full.millibits + draw.randint(1, 9000)):
            assert compare_from(sides[i], sides[j], weighed, least) is None


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.booleans(), st.booleans())
def test_a_pair_is_given_up_only_where_it_falls_short(draw: Random, learnt: bool, with_dates: bool) -> None:
    told = [some_report(number, draw) for number in range(5)]
    checked(told, draw, WEIGHTS if learnt else other_weights(draw), with_dates=with_dates)
