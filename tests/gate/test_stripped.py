"""Dating measured by stripping: what is cut, what counts as held, and that nothing of a report's own day is left."""

from datetime import date

import pytest
from msgspec.structs import replace

from firsthand.model.lineage import Traced
from firsthand.model.when import TimeSpan
from tests.unit.date.build import told
from tools.measuring.scored import Score, holds
from tools.measuring.stripped import without_day

DAY = date(2024, 5, 11)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2024-05-11\nMill taken\n\nIt fell.", "\nMill taken\n\nIt fell."),
        ("PORT OLLIN, 11 May 2024 (NBX) - It fell.", "PORT OLLIN,  (NBX) - It fell."),
        ("Mill taken\nPublished: May 11, 2024\n\nIt fell on Friday.", "Mill taken\nPublished: \n\nIt fell on Friday."),
        ("News of May 10, 2024\n\nIt fell.", "News of \n\nIt fell."),
        ("It fell. See https://mill.example/2024/05/11/fell for more.", "It fell. See  for more."),
        ("It fell. A barn burned on May 3, 2019.", "It fell. A barn burned on May 3, 2019."),
    ],
)
def test_what_states_the_own_day_goes_and_the_rest_stays(text: str, left: str) -> None:
    assert without_day(*told(text), DAY) == left


@pytest.mark.parametrize(
    ("span", "held"),
    [
        (TimeSpan(), True),
        (TimeSpan(earliest=date(2024, 5, 12), basis="unknown"), False),
        (TimeSpan(earliest=date(2024, 5, 1), latest=date(2024, 5, 11), basis="inferred"), True),
        (TimeSpan(edtf="XXXX-05-11", basis="unknown"), True),
        (TimeSpan(edtf="XXXX-05-12", basis="unknown"), False),
        (TimeSpan(edtf="[2019-05-06,2024-05-06]", basis="unknown"), True),
        (TimeSpan(edtf="[2018-05-06,2019-05-06]", basis="unknown"), False),
    ],
)
def test_what_holds(span: TimeSpan, held: bool) -> None:
    assert holds(span, DAY) is held


def test_figures() -> None:
    score = Score()
    near = TimeSpan(edtf="x", earliest=date(2024, 5, 9), latest=date(2024, 5, 12), basis="inferred")
    false = TimeSpan(edtf="x", earliest=date(2024, 5, 9), latest=date(2024, 5, 9), basis="inferred")
    for span, accompanied in ((near, True), (false, False), (TimeSpan(), True)):
        score.add("r", DAY, span, accompanied=accompanied)
    assert (score.reports, score.holds, score.dated, score.single_false) == (3, 2, 2, 1)
    assert (score.company, score.widths) == (2, [3])
    assert score.plus(score).reports == 6
    assert len(score.wrong) == 1
    assert len(score.missed()) == 2
    good = Score()
    good.add("r", DAY, near, accompanied=True)
    assert good.missed() == []


def test_a_stripped_report_is_dated_by_the_others() -> None:
    """Two reports share a statement; whichever loses its day is dated by the other, and the other keeps its own."""
    from firsthand.date import date_all
    from firsthand.date.together import grounds, settled
    from tests.unit.date.build import lineage

    one = told("date 2024-05-11 The Ollin Guard announced on Friday that it took the mill.", "a.txt")
    two = told("date 2024-05-12 The Ollin Guard said on Friday it took the mill.", "b.txt")
    bare = told("The Ollin Guard announced on Friday that it took the mill.", "a.txt")
    bare = (replace(bare[0], sha256=one[0].sha256), bare[1])
    reports, said = {r.id: r for r, _ in (one, two)}, {r.id: x for r, x in (one, two)}
    traced = Traced(lineages=(lineage("statement", one[0], two[0]),))
    assert date_all(reports, said, traced, ())[one[0].id].edtf == "2024-05-11"
    found = settled(grounds(reports, said, traced, ()).stripped(*bare))
    assert found[one[0].id].edtf == "2024-05-10/2024-05-16"
    assert found[two[0].id].edtf == "2024-05-12"
