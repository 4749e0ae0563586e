"""What teaches the weights of linking: folds by incident, B-cubed over reports, and a card that says what moved."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from firsthand.link.learning import Factors, weights_of
from firsthand.model.incident import Group, Telling
from firsthand.resources.weights import Weights
from tools.training.linking import FOLDS, BCubed, Set, Taught, Whole, complete, fold_of, mean, moved
from tools.training.linking_card import card


def group(number: int, *reports: str, role: str = "main") -> Group:
    told = tuple(
        Telling(report=r, event=f"evt_{number}_{r}", mentions=(f"mnt_{r}",), role=cast(Any, role)) for r in reports
    )
    return Group(id=f"inc_{number}", tellings=told, matches=())


def scored(incident: dict[str, str], *groups: Group, fold: int | None = None) -> dict[str, tuple[float, float]]:
    return Set.scored(cast(Set, SimpleNamespace(incident=incident)), groups, fold)


def test_reports_of_one_incident_are_in_one_fold() -> None:
    folds = [fold_of(str(number)) for number in range(500)]
    assert set(folds) == set(range(FOLDS))
    assert fold_of("17") == fold_of("17")


def test_b_cubed_counts_what_each_report_shares_with_its_group_and_its_incident() -> None:
    found = scored({"a": "1", "b": "1", "c": "2", "d": "2"}, group(1, "a", "b", "c"), group(2, "x"))
    assert found == {"a": (2 / 3, 1.0), "b": (2 / 3, 1.0), "c": (1 / 3, 0.5), "d": (0.0, 0.0)}
    assert mean(found).recall == pytest.approx(2.5 / 4)


def test_a_report_counts_where_most_tell_it_as_news() -> None:
    found = scored({"a": "1", "b": "1"}, group(1, "a", "b"), group(2, "a"), group(3, "a", "y", "z", role="background"))
    assert found["a"] == (1.0, 1.0)


def test_a_fold_scores_its_own_incidents_alone() -> None:
    known = {str(n): str(n) for n in range(40)}
    assert sum(len(scored(known, fold=fold)) for fold in range(FOLDS)) == 40


def test_complete_weights_name_every_one_and_stand_for_the_same() -> None:
    hand = Weights.by_hand()
    learnt = weights_of(Factors(-4.0, {"day_same": 0.5}), hand)
    whole = complete(learnt)
    assert len(whole.weights) == len(hand.limits.weights)
    assert Weights.open().changed(whole).limits == hand.changed(learnt).limits


def test_the_card_names_what_taught_it_what_it_does_and_what_moved() -> None:
    hand = Weights.by_hand()
    learnt = weights_of(Factors(-4.0, {"day_same": 0.5, "wording for": 1.5}), hand)
    some, seen = BCubed(precision=0.9, recall=0.8), Whole(f1=0.94, twins=1.0, apart=1.0, false=0)
    text = card(
        Taught(
            weights=learnt, pairs=100, same=20, reports=50, incidents=30, by_hand=some, in_fold=some, out_of_fold=some,
            whole_by_hand=seen, whole=seen, moved=tuple(moved(learnt, hand)),
        )
    )  # fmt: skip
    for part in (
        "| gva | 50 | 30 | 100 | 20 | no |",
        "| out of fold | 90.00 | 80.00 | 84.71 |",
        "| prior | -3.90 | -4.00 |",
    ):
        assert part in text
    assert f"| day_same | {hand['day_same'] / 1000:+.2f} | {hand['day_same'] / 2000:+.2f} |" in text
    assert "wording at 1000" in text
