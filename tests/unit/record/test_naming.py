"""Names of reports in outputs."""

from itertools import permutations

from firsthand.record.naming import with_unique_names
from tests import factories


def test_of_two_reports_with_one_name_the_smallest_id_keeps_it() -> None:
    reports = [factories.report(text, "a.txt") for text in ("Fog.", "Rain.", "Snow.")]
    named = with_unique_names(reports)
    assert [report.id for report in named] == sorted(report.id for report in reports)
    assert named[0].names == ("a.txt",)
    assert [report.name for report in named[1:]] == [f"a.txt~{report.sha256[:8]}" for report in named[1:]]


def test_the_order_of_arrival_does_not_matter() -> None:
    reports = [
        factories.report("Fog.", "a.txt", "b.txt"),
        factories.report("Rain.", "b.txt"),
        factories.report("Snow."),
    ]
    assert len({with_unique_names(order) for order in permutations(reports)}) == 1


def test_a_file_that_is_really_called_so_keeps_its_name() -> None:
    pair = [factories.report("Fog.", "a.txt"), factories.report("Rain.", "a.txt")]
    marked = with_unique_names(pair)[1].name
    named = with_unique_names([*pair, factories.report("Snow.", marked)])
    names = {report.text: report.name for report in named}
    assert names["Snow."] == marked
    assert len(set(names.values())) == 3
