"""Marks found again, what they come to, and how far two people agree."""

import pytest
from msgspec.structs import replace

from firsthand.audit.agreement import agreements, cohens_kappa
from firsthand.audit.marks import Claims, auditors, marks_of, samples_of
from firsthand.audit.results import results
from firsthand.audit.sample import in_turn, laid_out, layers
from firsthand.model.audit import Judged, Sample
from firsthand.model.match import Decision
from tests.unit.audit.made import WHEN, claims, drew, judge, mark

EVERY = [*claims(60), *claims(30, "place"), *claims(3, "seized")]
SAMPLE = Sample(seed="s", number=0, size=20, strata=laid_out(EVERY, 20))
DRAWN = in_turn(layers(SAMPLE, EVERY))


def anything(*_: object) -> bool:
    return True


def undone(one: Decision) -> Decision:
    return Decision(kind="undo", by=one.by, why="mistaken", at=WHEN, answers=one.id)


def test_a_mark_holds_for_the_claim_that_says_the_same_at_the_same_words() -> None:
    old = EVERY[5]
    new = replace(old, claim="clm_new", mention="mnt_new", end=old.end + 3)
    assert Claims([*EVERY[:5], new]).now(old) == new


@pytest.mark.parametrize("change", [{"value": "5 (soldiers)"}, {"start": 100, "end": 104}, {"field": "wounded"}])
def test_a_mark_does_not_pass_to_a_claim_that_says_something_else(change: dict[str, object]) -> None:
    other = replace(EVERY[5], claim="clm_new", **change)
    assert Claims([other]).now(EVERY[5]) is None


def test_a_mark_on_a_day_does_not_hold_once_its_report_is_dated_otherwise() -> None:
    assert Claims([replace(EVERY[5], value="2024-03-05 (“Tuesday”)")]).now(EVERY[5]) is None


def test_of_two_marks_the_later_holds_and_what_was_taken_back_does_not() -> None:
    first, second = mark(EVERY[0], "right"), mark(EVERY[0], "wrong", at=1)
    known = Claims(EVERY)
    assert marks_of("A. Reader", [first, second], known).held[EVERY[0].claim] == second
    assert marks_of("A. Reader", [first, second, undone(second)], known).held[EVERY[0].claim] == first
    assert marks_of("B. Reader", [first], known).held == {}


def test_marks_of_claims_that_are_gone_or_not_drawn_are_counted_apart() -> None:
    outside = next(one for one in EVERY if one not in DRAWN)
    gone = replace(EVERY[0], claim="clm_gone", report="rpt_gone")
    log = [drew(SAMPLE), mark(DRAWN[0]), mark(outside), mark(gone)]
    (found,) = results(EVERY, log, anything)
    assert (found.overall.marked, found.outside, found.gone, found.left) == (1, 1, 1, 19)


def test_rows_add_up_and_unsure_counts_for_nothing() -> None:
    log = [drew(SAMPLE), *judge(DRAWN[:18], lambda one: one.field == "place"), mark(DRAWN[18], "unsure")]
    (found,) = results(EVERY, log, anything)
    for rows in (found.fields, found.kinds, found.rules):
        assert sum(row.drawn for row in rows) == 20
        assert sum(row.marked for row in rows) == found.overall.marked == 18
        assert sum(row.unsure for row in rows) == found.overall.unsure == 1
        assert sum(row.claims for row in rows) == len(EVERY)
    told = {row.name: row for row in found.fields}
    assert told["place"].wrong == 0
    assert told["killed"].right == 0
    assert told["killed"].estimate is not None
    assert told["killed"].estimate.share == 0


def test_what_no_mark_speaks_for_is_told() -> None:
    (found,) = results(
        EVERY, [drew(SAMPLE), *judge([one for one in DRAWN if one.field == "killed"], lambda _: True)], anything
    )
    assert found.unreached == sum(one.field != "killed" for one in EVERY)


def test_the_chances_and_weights_of_a_stratum_are_those_of_its_numbers() -> None:
    (found,) = results(EVERY, [drew(SAMPLE), *judge(DRAWN, lambda _: True)], anything)
    for one in found.strata:
        assert one.chance == pytest.approx(one.drawn / one.claims)
        assert one.weight == pytest.approx(one.claims / one.drawn)
    assert sum((one.weight or 0) * one.drawn for one in found.strata) == pytest.approx(len(EVERY))


def test_a_sample_is_known_as_it_has_grown() -> None:
    grown = replace(SAMPLE, size=40)
    other = replace(SAMPLE, seed="t")
    log = [drew(SAMPLE), drew(other), drew(grown)]
    assert samples_of("A. Reader", log) == (other, grown)
    assert auditors([*log, mark(EVERY[0], by="B. Reader")]) == ("A. Reader", "B. Reader")


def test_kappa_of_a_known_table() -> None:
    """Twenty and fifteen alike, five and ten not: 0.4 by hand; chance would agree in half."""
    found = cohens_kappa([[20, 5], [10, 15]])
    assert found is not None
    assert found.kappa == pytest.approx(0.4)
    assert found.low < 0.4 < found.high


def test_kappa_and_its_interval_as_published() -> None:
    """The example of Fleiss, Cohen and Everitt (1969): kappa 0.429 over 200 cases, with a variance of 0.002885."""
    found = cohens_kappa([[106, 10, 4], [22, 28, 10], [2, 12, 6]])
    assert found is not None
    assert found.kappa == pytest.approx(0.429, abs=0.0005)
    assert ((found.high - found.low) / (2 * 1.959964)) ** 2 == pytest.approx(0.002885, abs=0.000005)


def test_kappa_is_none_where_one_person_says_the_same_of_all() -> None:
    assert cohens_kappa([[12, 0], [0, 0]]) is None
    assert cohens_kappa([[5, 1], [0, 0]]) is None
    assert cohens_kappa([[0, 0], [0, 0]]) is None


def test_full_agreement_on_few_claims_is_not_taken_for_certain() -> None:
    full = cohens_kappa([[6, 0], [0, 6]])
    assert full is not None
    assert (full.kappa, full.high) == (1, 1)
    assert full.low == pytest.approx(2 * 0.7575 - 1, abs=0.0005)


def test_two_people_agree_as_far_as_they_marked_the_same_claims() -> None:
    def wrong_of(one: Judged) -> bool:
        return one.start % 5 != 0

    log = [
        *judge(DRAWN, wrong_of),
        *judge(DRAWN[:15], lambda _: True, "B. Reader"),
        mark(EVERY[0], "unsure", "C. Reader"),
    ]
    found = {(one.first, one.second): one for one in agreements(EVERY, log)}
    both = found["A. Reader", "B. Reader"]
    differ = [one for one in DRAWN[:15] if not wrong_of(one)]
    assert (both.claims, both.decided, both.same) == (15, 15, 15 - len(differ))
    assert {one.judged for one in both.differing} == set(differ)
    assert sum(many for _, _, many in both.table) == 15
    assert ("A. Reader", "C. Reader") not in found or EVERY[0] in DRAWN


def test_a_sample_of_which_no_claim_is_left_comes_to_nothing() -> None:
    (found,) = results(EVERY, [drew(replace(SAMPLE, field="motive"))], lambda *_: False)
    assert (found.overall.claims, found.overall.marked, found.fields) == (0, 0, ())


def test_kappa_of_people_who_agree_on_nothing_is_not_sure() -> None:
    found = cohens_kappa([[0, 5], [5, 0]])
    assert found is not None
    assert found.kappa == found.low == -1
    assert found.high > -0.8
