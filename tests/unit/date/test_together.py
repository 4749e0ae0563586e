"""Dating reports by each other."""

from datetime import date
from itertools import permutations

from firsthand.date import date_all
from firsthand.model.lineage import Lineage, Traced
from firsthand.model.when import TimeSpan
from tests.unit.date.build import Told, lineage, told, with_event, with_figure

OWN = "The Ollin Guard announced on Sunday that it struck the mill."
DATED = "date 2024-12-09 The Ollin Guard said on Sunday that its strike hit the mill."


def dated(
    *reports: Told, lineages: tuple[Lineage, ...] = (), linked: tuple[tuple[Told, Told], ...] = (), bits: int = 9000
) -> list[TimeSpan]:
    """The intervals of the reports, in the order given."""
    found = date_all(
        {r.id: r for r, _ in reports},
        {r.id: x for r, x in reports},
        Traced(lineages=lineages),
        [(a[0].id, b[0].id, bits) for a, b in linked],
    )
    return [found[r.id] for r, _ in reports]


def test_a_shared_statement_and_its_weekday() -> None:
    one, two = told(OWN), told(DATED, "b.txt")
    span, stated = dated(one, two, lineages=(lineage("statement", one[0], two[0]),))
    assert (span.edtf, span.basis) == ("2024-12-08/2024-12-14", "inferred")
    assert "shares the statement of the Ollin Guard with 'b.txt' of 2024-12-09" in span.why[0]
    assert stated.basis == "stated"


def test_boilerplate_dates_nothing() -> None:
    one, two = told(OWN), told(DATED, "b.txt")
    span, _ = dated(one, two, lineages=(lineage("boilerplate", one[0], two[0]),))
    assert (span.known, span.basis) == (False, "unknown")


def test_reports_that_share_nothing_lend_no_date() -> None:
    span, _ = dated(told(OWN), told(DATED, "b.txt"))
    assert (span.known, span.basis) == (False, "unknown")


def test_this_week_and_later_weekdays_beside_a_linked_incident() -> None:
    source = with_event(
        told("date 2024-12-09 The Ollin Guard hit the mill in a raid on Sunday.", "b.txt"), "raid", "Sunday"
    )
    text = "A captain came on Tuesday. The barn fell on Monday. It joined a raid on the mill this week."
    later = with_event(told(text), "raid", "this week")
    span, _ = dated(later, source, linked=((later, source),))
    assert (span.edtf, span.basis) == ("2024-12-10/2024-12-14", "inferred")


def test_the_weekday_of_a_linked_incident() -> None:
    source = with_event(
        told("date 2024-12-10 The Ollin Guard hit the mill in a raid on Sunday.", "b.txt"), "raid", "Sunday"
    )
    other = with_event(told("The mill was hit in a raid on Sunday."), "raid", "Sunday")
    span, _ = dated(other, source, linked=((other, source),))
    assert span.edtf == "2024-12-08/2024-12-14"
    assert "'b.txt' puts on 2024-12-08" in span.why[0]


def test_a_report_that_recalls_the_incident_is_only_later() -> None:
    source = with_event(
        told("date 2024-12-10 The Ollin Guard hit the mill in a raid on Sunday.", "b.txt"), "raid", "Sunday"
    )
    text = "A court heard on Sunday of the raid of December 8 on the mill."
    other = with_event(told(text), "raid", "December 8")
    span, _ = dated(other, source, linked=((other, source),))
    assert span.basis == "unknown"
    assert span.earliest == date(2024, 12, 7)
    assert span.latest is None


def test_a_figure_that_a_dated_report_still_gives_bounds_from_below() -> None:
    text = (
        "The Ollin Guard said on Monday that it cleared the hills from December 30 to January 6. "
        "It has 2,000 troops, up from 900, since July of 2023."
    )
    one = told(text)
    two = with_figure(
        told("date 2024-12-09 The Ollin Guard keeps 900 troops there.", "b.txt"), "900 troops", "troops", 900
    )
    span, _ = dated(one, two)
    assert (span.edtf, span.basis) == ("2025-01-06/2025-01-12", "inferred")
    assert any("still gives it ('900 troops')" in why for why in span.why)
    assert span.why[-1] == "of 2024-01-08, 2025-01-06 only 2025-01-06 is left"


def test_a_dateline_without_its_year_takes_that_of_the_shared_statement() -> None:
    one = told("PORT OLLIN, Nevaria (Dec. 10) – The Ollin Guard struck the mill.")
    two = told(DATED, "b.txt")
    span, _ = dated(one, two, lineages=(lineage("statement", one[0], two[0]),))
    assert (span.edtf, span.basis) == ("2024-12-10", "inferred")


def test_the_order_of_arrival_changes_nothing() -> None:
    reports = [told(OWN), told(DATED, "b.txt"), told(OWN + " It burned.", "c.txt")]
    lines = (lineage("statement", reports[0][0], reports[1][0]), lineage("statement", reports[2][0], reports[0][0]))
    assert dated(*reports, lineages=lines) == dated(*reports[::-1], lineages=lines[::-1])[::-1]


def test_two_dated_reports_that_disagree_on_the_day_date_nothing() -> None:
    one = with_event(
        told("date 2024-12-10 The Ollin Guard hit the mill in a raid on Sunday.", "b.txt"), "raid", "Sunday"
    )
    two = with_event(
        told("date 2024-11-12 The Ollin Guard hit the mill in a raid on Monday.", "c.txt"), "raid", "Monday"
    )
    three = with_event(
        told("date 2024-10-12 The Ollin Guard hit the mill in a raid on Friday.", "d.txt"), "raid", "Friday"
    )
    other = with_event(told("The mill was hit in a raid on Sunday."), "raid", "Sunday")
    span = dated(other, one, two, three, linked=((other, one), (other, two), (other, three)))[0]
    assert (span.known, span.basis) == (False, "unknown")


def test_a_first_of_january_over_a_text_gives_way_to_other_reports() -> None:
    one = told("date 2024-01-01 The Ollin Guard announced on Sunday that it struck the mill.")
    two = told(DATED, "b.txt")
    span, _ = dated(one, two, lineages=(lineage("statement", one[0], two[0]),))
    assert (span.edtf, span.basis) == ("2024-12-08/2024-12-14", "inferred")
    assert any("where only the year is known" in why for why in span.why)
    assert dated(one)[0].edtf == "2024-01-01"


def test_twins_whose_dates_differ_do_not_date_each_other() -> None:
    source = with_event(told("date 2024-12-10 The mill was hit in a raid on Sunday.", "b.txt"), "raid", "Sunday")
    twin = with_event(told("The mill was hit in a raid on December 1, a Sunday of rain."), "raid", "December 1")
    span, _ = dated(twin, source, linked=((twin, source),))
    assert (span.known, span.basis) == (False, "unknown")


def test_an_undated_report_that_states_the_day_in_full_dates_another() -> None:
    source = with_event(told("The mill was hit in a raid on 8 December 2024.", "b.txt"), "raid", "8 December 2024")
    other = with_event(told("The mill was hit in a raid on Sunday."), "raid", "Sunday")
    span, stated = dated(other, source, linked=((other, source),))
    assert span.edtf == "2024-12-08/2024-12-14"
    assert stated.basis == "unknown"


def raid(day: str, said: str, name: str, place: str = "mill") -> Told:
    return with_event(told(f"date {day} The Ollin Guard hit the {place} in a raid on {said}.", name), "raid", said)


def test_a_link_that_is_only_likely_counts_where_the_weekday_of_the_event_agrees() -> None:
    source = raid("2024-12-10", "Sunday", "b.txt")
    for said, edtf in (("Sunday", "2024-12-08/2024-12-14"), ("Thursday", None)):
        other = with_event(told(f"The mill was hit in a raid on {said}."), "raid", said)
        assert dated(other, source, linked=((other, source),), bits=500)[0].edtf == edtf


def test_no_report_tells_an_incident_before_it_happened() -> None:
    """A later page says "on Sunday" of an arrest: the raid had been told before that Sunday."""
    early, late = raid("2024-12-10", "Sunday", "b.txt"), raid("2025-02-11", "Sunday", "c.txt")
    other = with_event(told("The mill was hit in a raid on Sunday."), "raid", "Sunday")
    span = dated(other, late, early, linked=((other, late), (late, early)))[0]
    assert span.edtf != "2025-02-09/2025-02-15"


def test_a_weekday_that_is_not_the_incidents_speaks_against_the_link() -> None:
    source = raid("2024-12-10", "Sunday", "b.txt")
    other = with_event(told("The mill was hit in a raid on Thursday."), "raid", "Thursday")
    assert dated(other, source, linked=((other, source),))[0].edtf is None


def test_words_that_the_dated_reports_repeat_over_the_years_date_nothing() -> None:
    """An office tells every raid in the same words: where its dated reports show that, the words are left aside."""
    same = [told(f"date 20{year}-05-11 The Ollin Guard took the mill.", f"{year}.txt") for year in (19, 20, 21, 22)]
    bare = told("The Ollin Guard took the mill.")
    lines = tuple(lineage("reprint", bare[0], other[0]) for other in same)
    assert dated(bare, same[0], lineages=lines[:1])[0].edtf == "2019-05-04/2019-05-18"
    together = lineage("reprint", bare[0], *(report for report, _ in same))
    span = dated(bare, *same, lineages=(together,))[0]
    assert span.basis == "unknown"
    assert any("3 of 3 dated reports that share a text" in why for why in span.why)


def test_a_report_added_later_is_dated_as_at_once_and_dates_others_alike() -> None:
    reports = [raid("2024-12-10", "Sunday", "b.txt"), raid("2024-12-11", "Sunday", "c.txt", "gate"), told(OWN)]
    other = with_event(told("The mill was hit in a raid on Sunday."), "raid", "Sunday")
    found = {
        tuple(
            dated(*order, linked=((other, reports[0]), (reports[0], reports[1])))[order.index(one)]
            for one in (other, *reports)
        )
        for order in permutations([other, *reports])
    }
    assert len(found) == 1
