"""The bench of lineage measures what its tables and its picture say."""

from xml.etree import ElementTree

import pytest

from firsthand.trace import paraphrase
from firsthand.trace.paraphrase import SAMPLE
from tools.speed import lineage
from tools.speed.curve import curve


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paraphrase, "SAMPLE", 10)
    monkeypatch.setattr(lineage, "ADDED", 3)


def test_each_number_of_reports_has_a_row_in_every_table() -> None:
    whole, single = lineage.at_once(60), lineage.one_more(60)
    assert whole.pairs >= whole.found > 0
    assert 0 < single.median <= single.worst
    said = lineage.tables([whole, whole], [single])
    assert [len(part.splitlines()) for part in said.split("\n\n")] == [4, 4, 3]
    for part in said.split("\n\n"):
        assert len({line.count("|") for line in part.splitlines()}) == 1


def test_the_average_holds_what_weighing_anew_costs() -> None:
    known = lineage.OneMore(reports=5000, median=6.0, worst=9.0, anew=2.0, mb=1)
    assert known.expected == pytest.approx(6 + 2000 * SAMPLE / 5000)


def test_the_picture_is_well_formed_and_has_every_point() -> None:
    drawn = ElementTree.fromstring(curve([(1000, 6.0, 400.0), (10_000, 7.0, 420.0)]))  # noqa: S314 - drawn by us
    assert sum(one.tag.endswith("circle") for one in drawn.iter()) == 4
