"""Which figures are part of another, and which are told in one breath. All reports are invented."""

from itertools import pairwise

import pytest

from firsthand.model.claim import Claim
from firsthand.model.span import Span
from firsthand.model.value import Count
from firsthand.model.voice import OUTLET
from firsthand.weigh.tolls import lists, parts
from tests import factories

SUMMED = "A mine killed eight soldiers and one driver on the road."
APART = "Shells killed eight soldiers in the barracks at the north end of the town, and then one driver on the road."
LONGER = "The dead were three soldiers, two nurses, aged 20 and 31, and a driver."
NAMED = "The raid killed the commander, Omar Sele, and two guards."


def told(text: str, words: str, number: int, who: str | None = "people", report: str = "a") -> Claim:
    at = text.index(words)
    count = Count(number=number, bound="exact", low=number, high=number, who=who, wording=words.split()[0])
    return Claim(
        report=report, mention="m" + report, field="killed", value=count, span=Span.cut(text, at, at + len(words)),
        voice=OUTLET, by="test",
    )  # fmt: skip


def whole_of(text: str, *claims: Claim) -> dict[str, str]:
    """The words of each part, with the words of the figure that includes it; claims of report "a" stand in `text`."""
    words = {claim.id: claim.span.quote for claim in claims}
    found = parts([(c.id, c) for c in claims], {"a": factories.report(text)}, "killed")
    return {words[k]: words[v] for k, v in found.items()}


def listed(text: str, *claims: Claim) -> list[int]:
    reports = {"a": factories.report(text)}
    return [row.total for row in lists([(c.id, c) for c in claims], reports, "killed")]


def test_figures_of_different_people_are_parts_of_the_sum_that_another_report_gives() -> None:
    other = told("Nine people died on the road.", "Nine people", 9, report="b")
    row = told(SUMMED, "eight soldiers", 8), told(SUMMED, "one driver", 1)
    assert whole_of(SUMMED, *row, other) == {"eight soldiers": "Nine people", "one driver": "Nine people"}


@pytest.mark.parametrize(("text", "number"), [(APART, 9), (SUMMED, 10)])
def test_they_are_none_where_they_stand_apart_or_nobody_gives_the_sum(text: str, number: int) -> None:
    other = told("Some people died on the road.", "Some people", number, report="b")
    row = told(text, "eight soldiers", 8), told(text, "one driver", 1)
    assert whole_of(text, *row, other) == {}


def test_what_is_told_in_one_breath_adds_up() -> None:
    assert listed(SUMMED, told(SUMMED, "eight soldiers", 8), told(SUMMED, "one driver", 1)) == [9]
    every = told(LONGER, "three soldiers", 3), told(LONGER, "two nurses", 2), told(LONGER, "a driver", 1)
    assert listed(LONGER, *every) == [6]
    assert all(a.span.end < b.span.start for a, b in pairwise(every))


def test_a_name_behind_a_comma_is_no_further_person() -> None:
    every = told(NAMED, "the commander", 1), told(NAMED, "Omar Sele", 1), told(NAMED, "two guards", 2)
    assert listed(NAMED, *every) != [4]


def test_what_stands_apart_does_not_add_up() -> None:
    assert listed(APART, told(APART, "eight soldiers", 8), told(APART, "one driver", 1)) == []


def test_another_one_is_part_of_a_larger_figure() -> None:
    text = "He was killed with one other guard."
    both = told("Two guards were killed.", "Two guards", 2, report="b")
    assert whole_of(text, told(text, "one other guard", 1), both) == {"one other guard": "Two guards"}


def test_one_who_is_counted_is_a_figure_of_its_own() -> None:
    text = "One guard was killed."
    both = told("Two guards were killed.", "Two guards", 2, report="b")
    assert whole_of(text, told(text, "One guard", 1), both) == {}
