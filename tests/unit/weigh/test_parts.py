"""Which figures are part of another. All reports are invented."""

import pytest

from firsthand.model.claim import Claim
from firsthand.model.span import Span
from firsthand.model.value import Count
from firsthand.model.voice import OUTLET
from firsthand.weigh.tolls import parts

SUMMED = "A mine killed eight soldiers and one driver on the road."
APART = "Shells killed eight soldiers in the barracks at the north end of the town, and then one driver on the road."


def told(text: str, words: str, number: int, who: str | None, report: str = "a", wording: str | None = None) -> Claim:
    at = text.index(words)
    count = Count(number=number, bound="exact", low=number, high=number, who=who, wording=wording or words.split()[0])
    return Claim(
        report=report, mention="m" + report, field="killed", value=count, span=Span.cut(text, at, at + len(words)),
        voice=OUTLET, by="test",
    )  # fmt: skip


def whole_of(*claims: Claim) -> dict[str, str]:
    """The words of each part, with the words of the figure that includes it."""
    words = {claim.id: claim.span.quote for claim in claims}
    return {words[k]: words[v] for k, v in parts([(c.id, c) for c in claims], "killed").items()}


def test_figures_of_different_people_are_parts_of_the_sum_that_another_report_gives() -> None:
    other = told("Nine people died on the road.", "Nine people", 9, "people", "b")
    row = told(SUMMED, "eight soldiers", 8, "soldiers"), told(SUMMED, "one driver", 1, "driver")
    assert whole_of(*row, other) == {"eight soldiers": "Nine people", "one driver": "Nine people"}


@pytest.mark.parametrize(("text", "number"), [(APART, 9), (SUMMED, 10)])
def test_they_are_none_where_they_stand_apart_or_nobody_gives_the_sum(text: str, number: int) -> None:
    other = told("Some people died on the road.", "Some people", number, "people", "b")
    row = told(text, "eight soldiers", 8, "soldiers"), told(text, "one driver", 1, "driver")
    assert whole_of(*row, other) == {}


def test_another_one_is_part_of_a_larger_figure() -> None:
    text = "He and one other guard were killed."
    both = told("Two guards were killed.", "Two guards", 2, "guards", "b")
    assert whole_of(told(text, "one other guard", 1, "guard"), both) == {"one other guard": "Two guards"}


def test_one_who_is_counted_is_a_figure_of_its_own() -> None:
    both = told("Two guards were killed.", "Two guards", 2, "guards", "b")
    assert whole_of(told("One guard was killed.", "One guard", 1, "guard"), both) == {}
