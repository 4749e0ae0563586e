"""What is told of an event itself stands before what the story around it lets one infer, and says which it is."""

from datetime import date

import pytest

from firsthand.model.claim import Claim
from firsthand.model.meant import day_meant
from firsthand.model.place import Place
from firsthand.model.span import Span
from firsthand.model.timeref import TimeRef
from firsthand.model.value import Day, Where
from firsthand.model.voice import Voice
from firsthand.model.when import TimeSpan

VOICE = Voice(speaker=None, chain=(), stance="asserts", span=None)
DAY = Day(expression="on Monday", ref=TimeRef(op="weekday", args=(0, "")))
PUBLISHED = TimeSpan(
    edtf="2024-03-06", earliest=date(2024, 3, 6), latest=date(2024, 3, 6), basis="stated", why=("said so",)
)


def claim(by: str, value: Day | Where) -> Claim:
    return Claim(
        report="rpt_1", mention="mnt_1", field="date" if isinstance(value, Day) else "place", value=value, voice=VOICE, by=by,
        span=Span(start=0, end=9, quote="on Monday"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("by", "basis"), [("moments.clause", "relative"), ("moments.story", "inferred"), ("moments.same", "inferred")]
)
def test_a_day_lent_by_the_story_is_inferred(by: str, basis: str) -> None:
    span = day_meant(claim(by, DAY), PUBLISHED)
    assert span is not None
    assert (span.edtf, span.basis) == ("2024-03-04", basis)


def test_a_place_by_the_ground_is_inferred() -> None:
    where = Where(text="Kutum", place=Place(name="Kutum", lat=14.2, lon=24.7, radius_km=3))
    assert claim("ground.authority", where).inferred
    assert not claim("moments.clause", where).inferred
    assert day_meant(claim("ground.authority", where), PUBLISHED) is None
