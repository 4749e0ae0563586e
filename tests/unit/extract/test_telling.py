"""What a report tells as news and what it recalls, and which of its words tell one event. All reports are invented."""

import pytest

from firsthand.model.value import Count
from tests.unit.extract.conftest import Read
from tests.unit.extract.telling import plain, table, wrong

MISSED = {
    "first": frozenset({2, 27, 34, 39, 56, 59, 63}),
    "second": frozenset({2, 6, 17, 27, 28}),
    "police": frozenset({9, 15, 17, 42}),
    "police_second": frozenset({3}),
}
"""Reports that are read wrongly still, by their place in the table: when one comes right it is taken off."""
REPORTS = [
    pytest.param(text, id=f"{name}-{n}-{kind}")
    for name, missed in MISSED.items()
    for n, (kind, text) in enumerate(table(name))
    if n not in missed
]


@pytest.mark.parametrize("report", REPORTS)
def test_news_is_told_from_what_is_recalled(read: Read, report: str) -> None:
    text, marks = plain(report)
    assert wrong(read(text), marks) == []


def test_last_friday_lies_behind_the_news_of_a_dated_report(read: Read) -> None:
    found = read(
        "Djibo, 14 June 2022 - Gunmen attacked the village of Kelbo, killing nine farmers. Levels of violence are high. "
        "Armed men killed eleven policemen near Arbinda last Thursday."
    )
    assert [m.role for m in found.mentions if m.trigger.quote == "killed"] == ["background"]


def test_the_first_sentence_tells_what_the_headline_does(read: Read) -> None:
    found = read(
        "11 November 2020\nPolice lower toll of Nanjaba attack\n\nThe police of Cabo Delgado said on Wednesday that nine people "
        "had been killed in last Friday's attack on Nanjaba."
    )
    assert [(m.role, c.value.number) for m in found.mentions for c in m.claims if isinstance(c.value, Count)] == [
        ("main", 9)
    ]


def test_a_strike_that_people_are_killed_in_is_told(read: Read) -> None:
    found = read("A spokeswoman said that those killed in Friday's strike on a house in Khan Younis were gunmen.")
    assert [m.trigger.quote for m in found.mentions] == ["strike"]


def test_the_day_of_a_toll_is_not_that_of_the_dead(read: Read) -> None:
    found = read(
        "Raiders attacked traders at Todonyang on Tuesday. At first light on Friday the commissioner put the dead at 20."
    )
    assert len({m.event for m in found.mentions}) == 1
    assert [c.value.number for m in found.mentions for c in m.claims if isinstance(c.value, Count)] == [20]
