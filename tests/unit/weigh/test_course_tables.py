"""Series of invented reports, read and weighed by the program as it is, and the history of the dead that they should give."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from firsthand import api
from firsthand.model.value import Count

TABLES = Path(__file__).parent / "tables"
NOT_YET = {
    "a number that nobody keeps": "“died, not 15” is taken for the toll, and 12 for a smaller one of the same voice",
    "vague after exact": "the two of “Two car bombs killed 21” are taken for dead",
    "one voice goes down, the other stays": "of equals the latest is held best, so that 39 is higher than the nine before it",
}
"""Series that do not come out right, and why."""


class Series(NamedTuple):
    """Reports, each a day (or UNDATED), an outlet and its text, and the rows that are wanted."""

    name: str
    reports: list[tuple[str, str, str]]
    wanted: list[tuple[str, str, str]]


def series() -> Iterator[object]:
    for table in ("courses_first.txt", "courses_second.txt"):
        for part in re.split(r"^## ", (TABLES / table).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, body = part.partition("\n")
            reports = re.findall(r"^(\d\S+|UNDATED) ([^:]+): (.+)$", body, re.MULTILINE)
            wanted = [
                (day, number, did) for day, number, did in re.findall(r"^= (\S+) (\S+) (.+)$", body, re.MULTILINE)
            ]
            marks = [pytest.mark.xfail(strict=True, reason=NOT_YET[name])] if name in NOT_YET else []
            yield pytest.param(Series(name, reports, wanted), id=name, marks=marks)


def number(count: Count) -> str:
    if count.bound == "between" and count.low is not None and count.high is not None:
        return str((count.low + count.high) // 2)
    known = count.low if count.bound == "more_than" else count.number
    return "*" if known is None else str(known)


@pytest.mark.parametrize("told", series())
def test_the_history_of_the_dead(told: Series, tmp_path: Path) -> None:
    for i, (day, outlet, text) in enumerate(told.reports):
        head = outlet if day == "UNDATED" else f"{outlet}\n{day}"
        (tmp_path / f"{i}.txt").write_text(f"{head}\n\n{text}\n", encoding="utf-8")
    api.build([tmp_path], tmp_path / "r.db", read_on=date(2025, 1, 1))
    with api.open_record(tmp_path / "r.db") as view:
        found = [
            course for one in view.incidents() for course in view.history(one.id).courses if course.field == "killed"
        ]
        rows = [
            (str(row.day), number(row.count), row.did) for course in found for row in (*course.told, *course.undated)
        ]
        assert sorted(rows) == sorted(told.wanted)
        assert len(view.incidents()) == 1
