"""On which day a deed was, in reports that also tell the days of arrests, courts and finds. All reports are invented."""

from datetime import date
from pathlib import Path

import pytest

from firsthand.extract import extract
from firsthand.model.base import sha256
from firsthand.model.calendar import resolve
from firsthand.model.report import Report
from firsthand.model.value import Day
from firsthand.pipeline import date_alone
from firsthand.resources.kit import Kit

LAW = frozenset({"arrest", "trial", "release", "statement", "seizure of weapons"})
MISSED = frozenset({13})
"""Lines that are read wrongly still; when one comes right it is taken off."""
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("deed_days.tsv").read_text(encoding="utf-8").splitlines()
]


def days_of_deed(kit: Kit, text: str) -> set[str]:
    """The days that the first deed of a report of 13 March 2024, a Wednesday, is told to have been on."""
    whole = f"2024-03-13\n\n{text}\n"
    report = Report(
        sha256=sha256(whole.encode()), text=whole, names=("r.txt",), media_type="text/plain", read_on=date(2026, 1, 1)
    )
    found = extract(report, next(kit.parser.pipe([whole])), kit)
    published = date_alone(report, found)
    deeds = [m for m in found.mentions if m.role == "main"]
    told = [m for m in deeds if m.kind not in LAW] or deeds
    spans = [
        resolve(c.value.ref, published)
        for m in told
        if m.event == told[0].event
        for c in m.claims
        if isinstance(c.value, Day)
    ]
    return {str(s.earliest) for s in spans if s.earliest is not None}


@pytest.mark.parametrize(
    ("day", "text"), [pytest.param(*row, id=str(n)) for n, row in enumerate(ROWS) if n not in MISSED]
)
def test_the_day_of_a_deed_is_not_that_of_what_followed(kit: Kit, day: str, text: str) -> None:
    assert days_of_deed(kit, text) == (set() if day == "-" else {day})
