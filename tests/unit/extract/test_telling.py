"""What a report tells as news and what it recalls, and which of its words tell one event. All reports are invented."""

import pytest

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
