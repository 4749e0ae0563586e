"""Standing figures: numbers of people somewhere that are no event."""

import pytest

from firsthand.model.value import Count
from tests.unit.extract.conftest import Read, claims


def test_troops_in_a_country(read: Read) -> None:
    found = read("The US has roughly 700 troops in Niger as part of its mission.").figures
    assert [(f.what, f.where, f.number, f.bound) for f in found] == [("US troops", "Niger", 700, "about")]


def test_the_dead_are_no_standing_figure(read: Read) -> None:
    assert not read("Rebels killed 70 soldiers in Niger.").figures


@pytest.mark.parametrize(
    ("text", "what", "number"),
    [
        ("More than 9,000 people have been killed in the war.", "people killed", 9000),
        ("Since the war began, 40,000 people have been killed.", "people killed", 40000),
        ("More than 200 people have died in such attacks since January.", "people killed", 200),
        ("Police have arrested 300 suspects over the past three months.", "suspects captured", 300),
    ],
)
def test_a_toll_of_a_long_time_is_a_figure_and_no_toll_of_the_attack(
    read: Read, text: str, what: str, number: int
) -> None:
    found = read(f"Gunmen killed six farmers near Gao on Monday. {text}")
    assert [(f.what, f.number) for f in found.figures] == [(what, number)]
    assert [c.value.number for c in claims(found, "killed") if isinstance(c.value, Count)] == [6]


@pytest.mark.parametrize(
    "text",
    [
        "Strikes since Thursday have killed 14 people near Gao.",
        "A raid killed 14 people near Gao on Friday, the deadliest attack this year.",
    ],
)
def test_a_spell_of_days_and_a_rank_are_no_long_time(read: Read, text: str) -> None:
    found = read(text)
    assert found.figures == ()
    assert [c.value.number for c in claims(found, "killed") if isinstance(c.value, Count)] == [14]
