"""Which names of a report are compared as names: people told by their number are not."""

import pytest
from msgspec.structs import replace

from firsthand.link.accounts import accounts
from tests.unit.link.builders import Told, dated, extractions

COUNTED = [
    "17 soldiers", "at least two civilians", "One civilian", "10,000 men", "dozens of villagers", "more than 40 farmers",
    "Four gendarmes", "the two attackers", "up to 20 fighters", "an estimated 300 herders", "several guards", "sixty people",
    "the 12 hostages", "some 300 villagers", "1.5 million people", "hundreds of residents", "another six recruits",
]  # fmt: skip
TOLD = [
    "Red Pass fighters", "17-year-old boy", "two-year-old girl", "16 year-old boy", "commander of the Dawn Front", "Kutum men",
    "suicide bomber", "mayor of Mellit", "six-month-old twins", "oversight board",
]  # fmt: skip


def names_of(name: str, *, described: bool) -> frozenset[str]:
    report = Told("a.txt").event("attack", words="market attack", names=[name])
    report.names = [replace(one, type="group", described=described) for one in report.names]
    (account,) = accounts(extractions(report), dated(report), {})
    return account.wording.names


@pytest.mark.parametrize("name", COUNTED)
def test_people_told_by_their_number_are_no_name(name: str) -> None:
    assert names_of(name, described=True) == frozenset()


@pytest.mark.parametrize("name", TOLD)
def test_people_told_by_what_they_are_or_by_their_age_stand(name: str) -> None:
    assert names_of(name, described=True) == {name}


@pytest.mark.parametrize("name", ["One Sky Movement", "12th Street Brigade", "Two Rivers Front"])
def test_a_number_in_a_proper_name_is_part_of_it(name: str) -> None:
    assert names_of(name, described=False) == {name}
