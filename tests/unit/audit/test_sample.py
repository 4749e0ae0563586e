"""Drawing claims: as many as asked for, each as likely as the rest of its stratum, and more hold what fewer held."""

from collections import Counter
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.audit.sample import LEAST, allotted, in_turn, laid_out, layers
from firsthand.model.audit import Judged, Sample
from firsthand.model.claim import Field
from tests.unit.audit.made import claims

FIELDS = get_args(Field)[:6]
SHAPES = st.dictionaries(
    st.tuples(st.sampled_from(FIELDS), st.sampled_from(["shelling", "ambush", "air strike"])), st.integers(1, 40),
    min_size=1, max_size=12,
)  # fmt: skip


def population(shape: dict[tuple[Field, str], int]) -> list[Judged]:
    return [one for (field, kind), many in sorted(shape.items()) for one in claims(many, field, kind)]


def sample(every: list[Judged], size: int, seed: str = "s") -> Sample:
    return Sample(seed=seed, number=0, size=size, strata=laid_out(every, size))


@settings(max_examples=40, deadline=None)
@given(SHAPES, st.integers(1, 80))
def test_as_many_are_drawn_as_asked_for_and_each_stands_in_one_stratum(
    shape: dict[tuple[Field, str], int], size: int
) -> None:
    every = population(shape)
    found = layers(sample(every, size), every)
    turns = in_turn(found)
    assert len(turns) == len({one.claim for one in turns}) == min(size, len(every))
    assert sorted(one.claim for layer in found for one in layer.claims) == sorted(one.claim for one in every)
    assert sum(one.claims for one in sample(every, size).strata) == len(every)


@settings(max_examples=40, deadline=None)
@given(SHAPES, st.integers(1, 60), st.integers(1, 60))
def test_a_sample_that_grows_holds_what_it_held(shape: dict[tuple[Field, str], int], size: int, more: int) -> None:
    every = population(shape)
    small = sample(every, size)
    large = Sample(seed="s", number=0, size=size + more, strata=small.strata)
    assert large.id == small.id
    before, after = ({one.claim for one in in_turn(layers(which, every))} for which in (small, large))
    assert before <= after


def test_every_claim_of_a_stratum_is_as_likely_as_the_others() -> None:
    every = [*claims(30), *claims(10, "place")]
    often: Counter[str] = Counter()
    rounds = 800
    for seed in range(rounds):
        found = layers(sample(every, 8, f"seed {seed}"), every)
        often.update(one.claim for one in in_turn(found))
    for layer in found:
        expected = rounds * layer.drawn / len(layer.claims)
        spread = (expected * (1 - layer.drawn / len(layer.claims))) ** 0.5
        assert all(abs(often[one.claim] - expected) < 4.5 * spread for one in layer.claims)


def test_rare_fields_are_seen_more_than_their_share() -> None:
    every = [*claims(400, "place"), *claims(25, "killed")]
    drawn = Counter(one.field for one in in_turn(layers(sample(every, 50), every)))
    assert drawn["killed"] > 2 * 50 * 25 / 425
    assert drawn["place"] > drawn["killed"]


def test_large_fields_are_parted_by_kind_and_what_is_small_goes_together() -> None:
    large = [*claims(500), *claims(300, "place"), *claims(200, "place", "ambush")]
    every = [*large, *claims(3, "place", "arson"), *claims(1, "seized")]
    keys = [(one.field, one.kind) for one in laid_out(every, 50)]
    assert keys == [("killed", "shelling"), ("place", "ambush"), ("place", "shelling"), ("place", None), (None, None)]


def test_whoever_stops_early_has_seen_of_every_stratum_in_proportion() -> None:
    every = [*claims(90, "place"), *claims(60, "killed"), *claims(40, "actor")]
    found = layers(sample(every, 60), every)
    half = Counter(str(one.field) for one in in_turn(found)[:30])
    assert all(abs(half[layer.key[0] or ""] - layer.drawn / 2) <= 1 for layer in found)


def test_claims_that_come_later_have_a_stratum_too() -> None:
    every = claims(40)
    drawn = sample(every, 10)
    later = [*every, *claims(5, "seized")]
    assert [layer.key for layer in layers(drawn, later)] == [("killed", "shelling"), (None, None)]


@given(st.dictionaries(st.tuples(st.sampled_from("abcdefg"), st.none()), st.integers(1, 9), min_size=1))
def test_every_stratum_has_its_first_claims_before_others_have_more(
    held: dict[tuple[str | None, str | None], int],
) -> None:
    size = sum(min(LEAST, many) for many in held.values())
    given_ = allotted(size, held, dict.fromkeys(held, 7))
    assert given_ == {key: min(LEAST, many) for key, many in held.items()}
