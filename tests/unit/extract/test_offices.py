"""Holders of offices as clues to the day of a report. Persons are invented."""

import csv
from datetime import date
from importlib.resources import files

import pytest

from firsthand.extract.clues_offices import office_clues
from firsthand.resources.offices import Holder, Offices

OLLIN = Holder(
    name="Ana Ollin",
    office="President",
    first=date(2010, 5, 1),
    last=date(2014, 12, 8),
    source="her oath and her flight",
)
MAREK = Holder(
    name="Jon Marek",
    office="Secretary of Defense",
    first=date(2013, 2, 1),
    last=date(2015, 1, 20),
    source="end of term",
)
TABLE = Offices([(OLLIN, ["Ana Ollin", "Ana al-Ollin"]), (MAREK, ["Jon Marek"])], "")
CASES = [
    ("It came after the fall of former President Ana Ollin’s rule.", [("began", date(2014, 12, 8))]),
    ("After the overthrow of Nevarian President Ana al-Ollin, the roads were empty.", [("began", date(2014, 12, 8))]),
    ("President Ana Ollin ordered the raid in 2011.", [("began", date(2010, 5, 1))]),
    (
        "President Ana Ollin said on Tuesday that the raid was over.",
        [("began", date(2010, 5, 1)), ("ended", date(2014, 12, 8))],
    ),
    (
        "Officials, among them Defense Secretary Jon Marek, have spoken with them in recent days.",
        [("began", date(2013, 2, 1)), ("ended", date(2015, 1, 20))],
    ),
    ("President Ana Ollin ordered it. On Tuesday the mill fell.", [("began", date(2010, 5, 1))]),
    ("Three years ago on a Tuesday President Ana Ollin took the mill.", [("began", date(2010, 5, 1))]),
    ("Vice President Ana Ollin said on Tuesday that it was over.", []),
    ("Then-President Ana Ollin said on Tuesday that it was over.", []),
    ("Former Vice President Ana Ollin spoke.", []),
    ("Former Defense Secretary Ana Ollin spoke.", []),
    ("Ana Ollin spoke on Tuesday.", []),
]


@pytest.mark.parametrize(("text", "clues"), CASES)
def test_what_a_title_tells_of_the_day(text: str, clues: list[tuple[str, date]]) -> None:
    assert [(clue.kind, clue.day) for clue in office_clues(text, TABLE)] == clues


def test_the_table_is_in_order() -> None:
    holders = {naming.holder.name: naming.holder for naming in Offices.open().find("President Joe Biden said so.")}
    assert holders["Joe Biden"].last == date(2025, 1, 20)


def test_every_term_ends_after_it_began() -> None:
    rows = list(csv.DictReader(files("firsthand").joinpath("data/offices.csv").read_text("utf-8").splitlines()))
    assert [row["name"] for row in rows if row["last"] and row["last"] <= row["first"]] == []
    assert len({row["name"] for row in rows}) == len(rows) > 100
