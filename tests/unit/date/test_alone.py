"""Dating one report from itself."""

from datetime import date

import pytest

from firsthand.date import date_one
from firsthand.model.report import Stamp
from tests.unit.date.build import told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date 2024-05-11 The Ollin Guard said on Friday it took the mill.", "2024-05-11"),
        ("2024-05-11\nMill taken\n\nThe Ollin Guard took the mill.", "2024-05-11"),
        ("Mill taken\nPublished: Saturday, May 11, 2024 8:04 AM\n\nThe mill fell.", "2024-05-11"),
        ("PORT OLLIN, 11 May 2024 (NBX) - The mill fell.", "2024-05-11"),
        ("PORT OLLIN, 11 MAY 90 (NBX) -- THE MILL FELL TODAY.", "1990-05-11"),
        ("PORT OLLIN, Nevaria (May 11, 2012) \nThe mill fell today.", "2012-05-11"),
        ("PORT OLLIN (NBX - 11th May, 2022) The mill fell.", "2022-05-11"),
        ("Morning Update May 11, 2011\nThe mill fell yesterday.", "2011-05-11"),
    ],
)
def test_a_stated_day(text: str, day: str) -> None:
    span = date_one(*told(text))
    assert (span.edtf, span.basis) == (day, "stated")
    assert span.why


def test_metadata_of_high_trust_counts_and_low_trust_only_bounds() -> None:
    high = Stamp(day=date(2024, 5, 11), source="meta article:published_time", trust="high")
    low = Stamp(day=date(2024, 5, 11), source="meta og:updated_time", trust="low")
    assert date_one(*told("The mill fell.", stamps=[high])).edtf == "2024-05-11"
    span = date_one(*told("The mill fell, as another did in 2019.", stamps=[low]))
    assert (span.basis, span.earliest, span.latest) == ("unknown", date(2019, 1, 1), date(2024, 5, 11))
    assert any("update or a crawl" in why for why in span.why)


def test_a_day_after_the_reading_is_not_believed() -> None:
    assert date_one(*told("date 2030-05-11 The mill fell.")).basis == "unknown"


def test_a_header_that_the_text_contradicts_is_set_aside() -> None:
    text = "date 2019-01-01 The mill fell on 3 May 2023. A barn burned on 9 May 2023, and again on 10 May 2023."
    span = date_one(*told(text))
    assert span.basis == "inferred"
    assert (span.earliest, span.latest) == (date(2023, 5, 10), None)


def test_a_dateline_without_its_year_stays_without_it() -> None:
    span = date_one(*told("PORT OLLIN, Nevaria (Jan. 27) – The mill fell today."))
    assert (span.edtf, span.earliest, span.basis) == ("XXXX-01-27", None, "unknown")


def test_a_release_number_gives_the_year() -> None:
    span = date_one(*told("Mill taken\n2010-09-CA-203\n\nPORT OLLIN, Nevaria (Sept. 19) - The mill fell."))
    assert (span.edtf, span.basis) == ("2010-09-19", "inferred")
    alone = date_one(*told("Mill taken\n2010-09-CA-203\n\nThe mill fell."))
    assert (alone.edtf, alone.basis) == ("2010-09", "inferred")


def test_a_past_year_leaves_one_year_for_the_dateline() -> None:
    span = date_one(*told("PORT OLLIN, Nevaria (Jan. 27) – The mill fell, as in June 2025."))
    assert (span.edtf, span.basis) == ("2026-01-27", "inferred")
    assert any("one year alone fits" in why for why in span.why)


def test_a_day_that_reads_two_ways_keeps_both() -> None:
    assert date_one(*told("10-8-2024 The mill fell.")).edtf == "[2024-08-10,2024-10-08]"


def test_a_weekday_beside_a_day_of_the_month_leaves_few_years() -> None:
    span = date_one(*told("The mill fell on Tuesday (March 5), as one did in 2021."))
    assert (span.earliest, span.basis) == (date(2024, 3, 5), "inferred")


def test_an_announcement_on_a_weekday_just_after_a_stretch() -> None:
    text = "The Ollin Guard announced on Monday that it cleared the hills from December 30 to January 6, as in July of 2023."
    span = date_one(*told(text))
    assert span.edtf == "[2024-01-08,2025-01-06]"
    assert span.earliest is None
    assert any("several years remain: 2024-01-08, 2025-01-06" in why for why in span.why)


def test_undated_with_a_weekday_says_so() -> None:
    span = date_one(*told("The Ollin Guard announced Saturday that it took the mill in a Friday raid."))
    assert (span.edtf, span.earliest, span.latest, span.basis) == (None, None, None, "unknown")
    assert span.why[0].startswith("undated, a Saturday")


def test_nothing_at_all_is_undated() -> None:
    span = date_one(*told("The mill fell."))
    assert (span.known, span.basis, span.why) == (False, "unknown", ("undated",))


def test_a_weekday_in_the_text_chooses_the_year_of_a_dateline() -> None:
    text = "PORT OLLIN, 12 NOV (NBX) -- A guard fell on Saturday 11 November, as in October of 2021."
    span = date_one(*told(text))
    assert (span.edtf, span.basis) == ("2023-11-12", "inferred")


def test_a_year_of_plans_is_not_past() -> None:
    span = date_one(*told("The guard will leave in 2030, after the elections of 2028."))
    assert (span.earliest, span.basis) == (None, "unknown")
