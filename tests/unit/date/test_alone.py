"""Dating one report from itself."""

from datetime import date

import pytest

from firsthand.date import date_one
from firsthand.model.report import Stamp
from firsthand.resources.bodies import Bodies, Body
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


PUBLISHED = Stamp(day=date(2024, 5, 11), source="meta article:published_time", trust="high")
TOUCHED = Stamp(day=date(2024, 5, 20), source="meta article:modified_time", trust="low")
ADDRESS = Stamp(day=date(2024, 5, 11), source="url", trust="high")


@pytest.mark.parametrize(
    ("text", "stamps", "day", "why"),
    [
        ("date 2024-05-11\nMill taken\n\nPORT OLLIN, 2 March 2024 (NBX) - It fell.", (), "2024-03-02", "the dateline"),
        ("PORT OLLIN, 2 March 2024 (NBX) - It fell.", (PUBLISHED,), "2024-03-02", "the dateline"),
        ("PORT OLLIN, 2 March 2024 (NBX) - It fell.", (TOUCHED,), "2024-03-02", "the dateline"),
        ("Mill taken\nBy Ana Lem, 11 May 2024\n\nIt fell.", (), "2024-05-11", "the byline"),
        ("Mill taken\nBy Ana Lem | 11 May 2024\n\nIt fell.", (), "2024-05-11", "a line of its own"),
        ("Mill taken\nPublished: 11 May 2024 | Updated: 13 May 2024\n\nIt fell.", (), "2024-05-11", "'Published"),
        ("It fell.", (PUBLISHED, TOUCHED), "2024-05-11", "published_time"),
        ("It fell.", (ADDRESS,), "2024-05-11", "(url)"),
        ("Mill taken\n11 May 2024\n\nIt fell to them.\n\n2 March 2023\nBarn burned", (), "2024-05-11", "at the top"),
        ("Mill taken\nThe Ollin Guard took it.\n11 May 2024\n\nIt fell.", (), "2024-05-11", "at the top"),
    ],
)
def test_each_kind_of_day_by_its_trust(text: str, stamps: tuple[Stamp, ...], day: str, why: str) -> None:
    span = date_one(*told(text, stamps=stamps))
    assert (span.edtf, span.basis) == (day, "stated")
    assert why in span.why[0]


def test_a_conflict_of_given_days_is_told() -> None:
    span = date_one(*told("PORT OLLIN, 2 March 2024 (NBX) - It fell.", stamps=[PUBLISHED]))
    assert span.why[1] == "but its metadata give 2024-05-11 (meta article:published_time): taken for another day's"


@pytest.mark.parametrize(
    "text",
    [
        "Mill taken\n\nThe mill fell to them.\n\nMore news\n3 May 2023\nBarn burned",
        "Mill taken\n\nThe mill fell to them.\nThe gate held out.\n\n3 May 2023\nBarn burned",
        "Mill taken\n\nThe mill fell to them.\n\nRelated: Barn burned (3 May 2023)",
        "Mill taken\nUpdated: 3 May 2023\n\nThe mill fell to them.",
        "Mill taken\n\nThe mill fell to them.\n\n© 2023 Port Ollin Post",
    ],
)
def test_the_day_of_another_article_or_of_an_update_is_not_the_reports(text: str) -> None:
    span = date_one(*told(text))
    assert (span.basis, span.width) == ("unknown", None)


COMMAND = Body(name="Ollin Command", first=date(2009, 8, 4), last=date(2014, 12, 31), source="its founding act")
OLLIN = Body(name="Ollin", first=date(2001, 1, 1), last=None, source="its founding act")
BODIES = Bodies([(COMMAND, [COMMAND.name]), (OLLIN, [OLLIN.name])], "")


def test_a_body_that_is_named_bounds_from_below() -> None:
    span = date_one(*told("The mill fell, Ollin Command said on Monday.", bodies=BODIES))
    assert (span.basis, span.earliest, span.latest) == ("unknown", date(2009, 8, 4), None)
    assert "nothing was heard before 2009-08-04 (its founding act)" in span.why[1]


def test_a_letterhead_of_a_body_that_ended_bounds_from_above() -> None:
    span = date_one(
        *told("Ollin Command - Nevaria\n\nPORT OLLIN, Nevaria (Jan. 9) – The mill fell today.", bodies=BODIES)
    )
    assert span.edtf == "[2010-01-09,2011-01-09,2012-01-09,2013-01-09,2014-01-09]"
    alone = date_one(*told("The old Ollin Command was a noisy place, a clerk said.", bodies=BODIES))
    assert alone.latest is None


def test_a_release_number_with_a_blank_gives_year_and_month() -> None:
    assert date_one(*told("2010-09-CA-XXX\n\nPORT OLLIN, Nevaria (Sept. 19) - It fell.")).edtf == "2010-09-19"


def test_four_digits_alone_are_no_year() -> None:
    assert date_one(*told("The mill stood in the 2000 block of Ash Street.")).edtf is None
    assert date_one(*told("The mill burned before, in 2000.")).edtf == "2000-01-01/.."
