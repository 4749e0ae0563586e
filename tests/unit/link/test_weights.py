"""The weights as they are opened."""

from importlib.resources import files

import pytest

from firsthand.errors import SetupError
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights

AGAINST = ("_other", "_apart", "_far", "_after", "_late", "_off", "_width")


def test_a_curve_is_straight_between_its_points_and_flat_beyond() -> None:
    weights = Weights.open()
    points = weights.limits.curves["wording"]
    assert weights.curve("wording", points[0][0] - 50) == points[0][1]
    assert weights.curve("wording", points[-1][0] + 50) == points[-1][1]
    (x, y), (u, v) = points[1], points[2]
    assert min(y, v) <= weights.curve("wording", (x + u) // 2) <= max(y, v)


def test_agreement_never_weighs_against_nor_disagreement_for() -> None:
    weights = Weights.open()
    for name, millibits in weights.limits.weights.items():
        against = name.endswith(AGAINST) or name in ("undated", "vague", "side", "party_turned")
        assert (millibits < 0) == against, name


def test_every_kind_of_the_weights_is_a_kind() -> None:
    kinds = Kinds.open()
    assert all(kind in kinds for group in Weights.open().limits.alike for kind in group)


def test_words_are_known_by_how_common_they_are() -> None:
    words = Weights.open().words
    assert words["say"] > words["village"] > 0
    assert "zzz" not in words


@pytest.mark.parametrize("raw", [b"", b"prior = 'much'", b"\xff", b"prior = ["])
def test_broken_weights_are_refused_with_a_code(raw: bytes) -> None:
    with pytest.raises(SetupError) as error:
        Weights.read(raw)
    assert error.value.code == "E400"


def test_the_digest_follows_both_files() -> None:
    raw = files("firsthand").joinpath("data/weights/link.toml").read_bytes()
    assert Weights.read(raw).digest != Weights.read(raw, b"lemma,per_thousand\nsay,10\n").digest


def test_what_was_learnt_takes_the_place_of_what_was_set_by_hand_and_has_a_card() -> None:
    hand, used = Weights.by_hand(), Weights.open()
    moved = [name for name in hand.limits.weights if hand[name] != used[name]]
    assert moved
    assert all(hand[name] * used[name] >= 0 for name in moved)
    assert used.digest != hand.digest
    card = files("firsthand").joinpath("data/weights/link.md").read_text(encoding="utf-8")
    for name in moved:
        assert f"| {name} | {hand[name] / 1000:+.2f} | {used[name] / 1000:+.2f} |" in card
    for part in ("| gva |", "out of fold", "Not to be used for"):
        assert part in card
