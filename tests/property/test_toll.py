"""What always holds of low, best and high, whoever says what on which day."""

import random
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.link import link
from firsthand.model.incident import Best, Incident
from firsthand.model.lineage import Traced
from firsthand.model.value import Bound, Side
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.weights import Weights
from firsthand.weigh import weigh
from tests.unit.link.builders import Told, dated, day, extractions, killed, known, party, place, says

VOICES = (None, "Plains Observers", "Ministry of Health", "a doctor", "the mayor of Kutum")
BOUNDS: tuple[Bound, ...] = ("exact", "at_least", "more_than", "about", "up_to", "vague")
SIDES: tuple[Side, ...] = ("unknown", "target", "civilian", "attacker")
KINDS, WEIGHTS, LEXICON = Kinds.open(), Weights.open(), Lexicon.open()


class Figure(NamedTuple):
    """What one report gives."""

    number: int
    bound: Bound
    voice: str | None
    on: int
    side: Side


FIGURES = st.lists(
    st.builds(
        Figure,
        number=st.integers(1, 30),
        bound=st.sampled_from(BOUNDS),
        voice=st.sampled_from(VOICES),
        on=st.integers(12, 20),
        side=st.sampled_from(SIDES),
    ),
    min_size=1,
    max_size=6,
)
QUICK = settings(max_examples=30, deadline=None)


def report(name: str, one: Figure, outlet: str | None = None) -> Told:
    voice = (says(one.voice),) if one.voice is not None else ()
    return Told(name, known(2025, 3, one.on), outlet=outlet).event(
        "air strike", day(2025, 3, 11), place("Kutum"), party("actor", "Northern Air Arm"),
        killed(one.number, *voice, bound=one.bound, side=one.side), words="market stall bombed warplane",
    )  # fmt: skip


def incident(told: list[Told]) -> Incident:
    groups = link(extractions(*told), dated(*told), Traced(), KINDS, WEIGHTS)
    reports = {one.id: one.report for one in told}
    found = weigh(groups, reports, extractions(*told), dated(*told), Traced(), KINDS, LEXICON)
    (only,) = found.incidents
    return only


def toll(told: list[Told]) -> tuple[Best, ...]:
    return incident(told).best


def written(figures: list[Figure]) -> list[Told]:
    return [report(f"r{number}", one) for number, one in enumerate(figures)]


@QUICK
@given(FIGURES)
def test_best_lies_between_low_and_high(figures: list[Figure]) -> None:
    for found in toll(written(figures)):
        ends = [n for n in (found.low, found.best, found.high) if n is not None]
        assert ends == sorted(ends)


@QUICK
@given(FIGURES)
def test_zero_stands_only_where_somebody_says_zero(figures: list[Figure]) -> None:
    told = incident(written(figures))
    assert all(0 not in (found.low, found.best, found.high) for found in told.best)
    assert all(reading.count.number != 0 for counts in told.counts for reading in counts.readings)


def test_zero_that_somebody_says_stands() -> None:
    (found,) = toll([report("r", Figure(0, "exact", "a doctor", 12, "unknown"))])
    assert (found.low, found.best, found.high) == (0, 0, 0)


@QUICK
@given(FIGURES, st.integers(0, 2**16))
def test_the_order_of_reports_changes_nothing(figures: list[Figure], seed: int) -> None:
    told = written(figures)
    shuffled = random.Random(seed).sample(told, len(told))  # noqa: S311 - an order to try, drawn by hypothesis
    assert incident(shuffled) == incident(told)


@settings(max_examples=80, deadline=None)
@given(FIGURES, st.integers(0, 5))
@example([Figure(10, "exact", "a doctor", 13, "unknown"), Figure(20, "exact", "Plains Observers", 14, "unknown")], 0)
def test_another_outlet_with_the_same_words_of_the_same_source_changes_nothing(
    figures: list[Figure], which: int
) -> None:
    named = [one for one in figures if one.voice is not None]
    if not named:
        return
    told, copied = written(figures), named[which % len(named)]
    copies = [report(f"copy{number}", copied, outlet=f"Paper {number}") for number in range(3)]
    assert toll([*told, *copies]) == toll(told)


@QUICK
@given(FIGURES, st.integers(1, 90))
def test_what_only_the_attackers_lost_changes_no_toll_of_others(figures: list[Figure], lost: int) -> None:
    others = [one for one in figures if one.side != "attacker"]
    if not others:
        return
    theirs = report("theirs", Figure(lost, "exact", "a trader", 16, "attacker"))
    assert toll([*written(others), theirs]) == toll(written(others))


@pytest.mark.parametrize("number", [7, 40])
def test_killed_or_wounded_is_no_number_of_dead_or_of_wounded(number: int) -> None:
    told = Told("r", known(2025, 3, 12)).event(
        "air strike", day(2025, 3, 11), place("Kutum"), killed(number, what="killed_or_wounded"), words="market bombed"
    )
    assert [found.field for found in toll([told])] == ["killed_or_wounded"]
