"""Weights learnt from answered pairs: towards the answers, held to where they were, whole numbers, in any order."""

import random
from datetime import UTC, datetime

import pytest

from firsthand.link.learning import MOST, STEP, Example, Factors, fitted, ratios, scored, weights_of
from firsthand.link.taught import lesson
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.unit.link.builders import Told, dated, day, extractions, killed, known, party, place

START = Factors(-3.0, {})
HELPS = [Example({"day_same": 5000, "weapon_same": 900}, 0, 1.0)] * 30 + [Example({"weapon_same": 900}, 0, 0.0)] * 30


def test_what_answers_right_weighs_more_and_what_misleads_less() -> None:
    found = fitted(HELPS, START, held=0.1)
    assert found.by["day_same"] > 1.0 > found.by["weapon_same"] >= 0.0
    assert all((scored(one, found) > 0) == (one.same > 0.5) for one in HELPS)


def test_the_stronger_a_weight_is_held_the_less_it_moves() -> None:
    moved = [abs(fitted(HELPS, START, held=held).by["weapon_same"] - 1) for held in (0.1, 10.0, 1000.0)]
    assert moved == sorted(moved, reverse=True)
    assert moved[-1] < 0.02


def test_examples_in_any_order_teach_the_same() -> None:
    draw = random.Random(5)  # noqa: S311 - an order, no secret
    mixed = [
        Example({"day_same": draw.randint(0, 6000), "side": -2500}, 0, float(draw.random() < 0.4)) for _ in range(50)
    ]
    first = fitted(mixed, START, held=1.0)
    draw.shuffle(mixed)
    assert fitted(mixed, START, held=1.0) == first


def test_nothing_to_learn_from_changes_nothing() -> None:
    assert fitted([], START, held=1.0) == START
    weights = Weights.open()
    kept = weights_of(Factors(weights.limits.prior / 1000, {"day_same": 1.0}), weights)
    assert (kept.weights, kept.curves, kept.prior) == ((), (), weights.limits.prior)


def test_ratios_follow_how_often_a_weight_is_met() -> None:
    same = [Example({"place_site": 3600}, 0, 1.0)] * 40 + [Example({}, 0, 1.0)] * 10
    other = [Example({"place_site": 3600}, 0, 0.0)] * 5 + [Example({}, 0, 0.0)] * 95
    (found,) = ratios(same, other, least=0.0).values()
    # Met on 80 of 100 pairs of one incident and on 5 of two: 4 bits of the 3.6 that are said.
    assert found == pytest.approx(4.0 / 3.6, abs=0.06)


def test_factors_are_written_as_whole_weights_that_keep_their_sign() -> None:
    weights = Weights.open()
    found = weights_of(Factors(-3.0, {"day_same": 0.5, "wording against": MOST, "name_rare": 1.5}), weights)
    assert dict(found.weights) == {
        name: pytest.approx(weights[name] * factor, abs=STEP / 2)
        for name, factor in {"day_same": 0.5, "day_width": 0.5, "name_rare": 1.5, "name_top": 1.5}.items()
    }
    was, now = weights.limits.curves["wording"], dict(found.curves)["wording"]
    assert all(
        y == pytest.approx(v * (MOST if v < 0 else 1), abs=STEP / 2) for (_, v), (_, y) in zip(was, now, strict=True)
    )
    other = weights.changed(found)
    assert other["day_same"] == dict(found.weights)["day_same"]
    assert other["place_site"] == weights["place_site"]
    assert other.digest != weights.digest


def strike(name: str, number: int, toll: int) -> Told:
    return Told(name, known(2025, 3, number + 1)).event(
        "air strike",
        day(2025, 3, number),
        place("Kutum"),
        killed(toll),
        party("actor", "Northern Air Arm"),
        words=f"market {name}",
    )


def decided(kind: str, told: list[Told], apart: list[Told]) -> Decision:
    one, other = (tuple(sorted(m.id for t in side for m in t.mentions)) for side in (told, apart))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Decision(kind=kind, mentions=one, apart=other, by="A. Reader", why="read both", at=at)  # type: ignore[arg-type]


def test_decisions_teach_and_each_is_answered_by_what_the_others_taught() -> None:
    told = [strike("a", 4, 13), strike("b", 4, 13), strike("c", 5, 2), strike("d", 5, 2)]
    a, b, c, d = told
    every = [
        decided("same", [a, b], []),
        decided("same", [c, d], []),
        decided("different", [a], [c]),
        decided("split", [b], [d]),
    ]
    weights = Weights.open()
    found = lesson(extractions(*told), dated(*told), Traced(), Kinds.open(), weights, every)
    assert (found.answers.same, found.answers.different) == (2, 2)
    assert found.answers.after >= found.answers.before
    # One day apart, and yet two: what says "as with events at night" loses.
    assert dict(found.weights.weights)["day_next"] < weights["day_next"]


def test_a_decision_that_was_taken_back_teaches_nothing() -> None:
    told = [strike("a", 4, 13), strike("b", 4, 13)]
    one = decided("same", told, [])
    undone = Decision(kind="undo", answers=one.id, by="A. Reader", why="mistaken", at=datetime(2026, 1, 2, tzinfo=UTC))
    found = lesson(extractions(*told), dated(*told), Traced(), Kinds.open(), Weights.open(), [one, undone])
    assert (found.answers.same, found.answers.different, found.weights.weights) == (0, 0, ())
