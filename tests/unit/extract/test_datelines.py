"""What stands right behind a dateline, and bearings behind a noun: mended readings of the parser. All texts are invented."""

import pytest

from firsthand.model.value import Count, Party
from tests.unit.extract.conftest import Read


@pytest.mark.parametrize(
    "dateline", ["GAZA, 3 May 2025 - ", "GAZA - ", "GAZA, May 3 (Coast Wire) - ", "GAZA, 3 May 2025 — ", ""]
)
def test_whose_deed_it_was_is_told_right_behind_the_dateline(read: Read, dateline: str) -> None:
    told = read(f"{dateline}Israeli shelling killed a farmer near Rafah on Friday.")
    actors = {
        c.value.entity for m in told.mentions for c in m.claims if c.field == "actor" and isinstance(c.value, Party)
    }
    assert actors == {"Israel"}


def test_what_is_joined_by_a_hyphen_is_still_nobody(read: Read) -> None:
    told = read("There was an anti-government protest in Goma on Friday.")
    assert not {c.field for m in told.mentions for c in m.claims} & {"actor"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gunmen killed a medic north of Gaza on Friday.", 1),
        ("Soldiers killed a child west of Jenin on Friday.", 1),
        ("Tank fire killed a Red Crescent paramedic east of Rafah on Friday.", 1),
        ("Bandits killed three shepherds north of Sokoto on Friday.", 3),
    ],
)
def test_a_bearing_does_not_take_the_noun_before_it(read: Read, text: str, number: int) -> None:
    told = read(text)
    counts = [c.value for m in told.mentions for c in m.claims if c.field == "killed"]
    assert [count.number for count in counts if isinstance(count, Count)] == [number]
