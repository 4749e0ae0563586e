"""The grammar of time expressions: extents, types, and what they come to on one day of reporting."""

from datetime import date

import pytest

from firsthand.extract.times import find_times
from firsthand.model.calendar import resolve, timex
from firsthand.model.when import TimeSpan

MONDAY = TimeSpan(edtf="2025-01-06", earliest=date(2025, 1, 6), latest=date(2025, 1, 6), basis="stated")


def meant(text: str) -> list[tuple[str, str | None]]:
    """Words and EDTF of every expression, for a report of Monday 6 January 2025."""
    return [(e.span.quote, resolve(e.ref, MONDAY).edtf) for e in find_times(text)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The mill burned on 2024-12-09.", "2024-12-09", "2024-12-09"),
        ("The mill burned on 12 March 2024.", "12 March 2024", "2024-03-12"),
        ("The mill burned on March 12th, 2024.", "March 12th, 2024", "2024-03-12"),
        ("The mill burned on the 3rd of May.", "the 3rd of May", "2024-05-03"),
        ("The mill burned on 25/12/2023.", "25/12/2023", "2023-12-25"),
        ("The mill burned on 25.12.2023.", "25.12.2023", "2023-12-25"),
        ("THE MILL BURNED ON 12 MAR 89.", "12 MAR 89", "1989-03-12"),
        ("PORT OLLIN, JUNE 11 89 (NBX) -- A MILL", "JUNE 11 89", "1989-06-11"),
        ("The mill burned in July of 2023.", "July of 2023", "2023-07"),
        ("The mill burned in December.", "December", "2024-12"),
        ("The mill has stood since 1911.", "1911", "1911"),
        ("The mill of the 1990s is gone.", "The 1990s", "199X"),
        ("A mill of the late 19th century.", "the late 19th century", "1866-08-31/1899-12-31"),
        ("The mill closed in the summer of 2009.", "the summer of 2009", "2009-22"),
        ("The mill closed in early 2015.", "early 2015", "2015-01/2015-04"),
        ("The mill closed in mid-March.", "mid-March", "2024-03-11/2024-03-20"),
        ("It ran from 2014 to 2019.", "2014 to 2019", "2014/2019"),
        ("It ran from December 30 to January 6.", "December 30 to January 6", "2024-12-30/2025-01-06"),
        ("It ran between 3 and 5 May.", "3 and 5 May", "2024-05-03/2024-05-05"),
        ("It ran on January 2-3.", "January 2-3", "2025-01-02/2025-01-03"),
        ("It ran in 2014-15.", "2014-15", "2014/2015"),
        ("The mill burned on Monday.", "Monday", "2025-01-06"),
        ("The mill burned last Monday.", "last Monday", "2024-12-30"),
        ("The mill burned late on Saturday.", "late on Saturday", "2025-01-04"),
        ("The mill burned on Saturday night.", "Saturday night", "2025-01-04"),
        ("The mill burned at 5 p.m. on Friday.", "5 p.m. on Friday", "2025-01-03"),
        ("The mill burned at midnight on Friday.", "midnight on Friday", "2025-01-03/2025-01-04"),
        ("The mill burned yesterday.", "yesterday", "2025-01-05"),
        ("The mill burned last night.", "last night", "2025-01-05"),
        ("The mill burned last month.", "last month", "2024-12"),
        ("The mill burned three days ago.", "three days ago", "2025-01-03"),
        ("The mill burned two years ago.", "two years ago", "2023"),
        ("The mill burned on Christmas Eve.", "Christmas Eve", "2024-12-24"),
        ("The mill burned in the early hours of Aug. 29.", "the early hours of Aug. 29", "2024-08-29"),
    ],
)
def test_one_expression_and_its_days(text: str, words: str, edtf: str) -> None:
    assert (words.lower(), edtf) in [(found.lower(), days) for found, days in meant(text)]


def test_a_weekday_with_its_date_is_that_date() -> None:
    assert meant("The mill burned on Saturday, May 25.") == [("Saturday, May 25", "2024-05-25")]
    assert meant("The mill burned on Friday (May 24).")[0] == ("Friday", "2024-05-24")


def test_what_is_still_to_come_is_put_ahead() -> None:
    assert meant("Talks will be held on Thursday.") == [("Thursday", "2025-01-09")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the second gate.",
        "She was sat by the wall and the sun set fire to it; mar not the deal.",
        "Some 2,000 troops and 1950 soldiers held it.",
        "Flight 1999 fell. He paid $2010.",
        "The Daily Reed and the White Christmas inn.",
        "The fall of the mill shook them.",
        "a 15-year-old boy",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert find_times(text) == ()


def test_years_beside_counts() -> None:
    assert [e.span.quote for e in find_times("In 2014 rebels took the mill with 2014 men.")] == ["2014"]


def test_a_list_of_days_gives_each() -> None:
    found = meant("Shells fell on May 3 and 9, 2011.")
    assert found == [("May 3", "2011-05-03"), ("9, 2011", "2011-05-09")]


def test_counted_things_are_no_second_day() -> None:
    assert find_times("On May 5 and 12 villagers fled.")[0].span.quote == "May 5"
    assert len(find_times("They came on May 5 and 12 people fled.")) == 1


def test_a_range_keeps_its_two_ends() -> None:
    (range_,) = find_times("It ran from December 30 to January 6.")
    assert [end.span.quote for end in range_.ends] == ["December 30", "January 6"]


def test_shifts_hang_on_the_day_told_before() -> None:
    days = dict(meant("The mill burned on 3 May 2019. Two days later the barn did. That night it rained."))
    assert days["Two days later"] == "2019-05-05"
    assert days["That night"] == "2019-05-05"


def test_in_a_history_the_year_told_holds() -> None:
    text = (
        "In 1871 the mill rose. On 4 March 1871 the dam was laid. On 9 April the wheel turned. By 2 June 1872 it ground. "
        "In July 1872 it flooded. In August it dried. In 1873 it closed. On 5 May 1874 it reopened. In October snow fell. "
        "The following January it broke."
    )
    days = dict(meant(text))
    assert days["9 April"] == "1871-04-09"
    assert days["August"] == "1872-08"
    assert days["October"] == "1874-10"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It lasted three days.", "DURATION", "P3D"),
        ("It lasted 13 years.", "DURATION", "P13Y"),
        ("It took several weeks.", "DURATION", "PXW"),
        ("It took two hours.", "DURATION", "PT2H"),
        ("It floods every week.", "SET", "XXXX-WXX"),
        ("It floods annually.", "SET", "XXXX"),
        ("It floods on Fridays.", "SET", "XXXX-WXX-5"),
        ("It is now shut.", "DATE", "PRESENT_REF"),
        ("It was recently shut.", "DATE", "PAST_REF"),
        ("It burned on Sunday evening.", "TIME", "2025-01-05TEV"),
        ("It burned this week.", "DATE", "2025-W02"),
        ("It burned at 17:30 on Sunday.", "TIME", "2025-01-05T17:30"),
        ("It burned in 480 BC.", "DATE", "BC0480"),
        ("It burned in the nineteenth century.", "DATE", "18"),
    ],
)
def test_timex_values(text: str, kind: str, value: str) -> None:
    assert (kind, value) in [(e.type, timex(e.ref, MONDAY)) for e in find_times(text)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It burned over the weekend.", "the weekend", "2025-01-04/2025-01-05"),
        ("It burned last weekend.", "last weekend", "2025-01-04/2025-01-05"),
        ("It burned on the night of 5-6 May.", "the night of 5-6 May", "2024-05-05/2024-05-06"),
        (
            "It burned in the night from Saturday to Sunday.",
            "the night from Saturday to Sunday",
            "2025-01-04/2025-01-05",
        ),
        ("It burned overnight Friday into Saturday.", "overnight Friday into Saturday", "2025-01-03/2025-01-04"),
        ("It closed in the first half of 2023.", "the first half of 2023", "2023-01-01/2023-06-30"),
        ("It burned over the past two nights.", "the past two nights", "2025-01-04/2025-01-06"),
        ("the mill burned on march 5.", "march 5", "2024-03-05"),
    ],
)
def test_stretches_of_nights_weekends_and_halves(text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in meant(text)


def test_a_release_number_is_no_year() -> None:
    assert find_times("Release 2010-09-CA-203 of the guard.") == ()


def test_a_verb_of_its_own_is_no_part_of_a_length() -> None:
    assert meant("Following 13 years of war it closed.")[0][0] == "13 years"


def test_a_header_lends_no_year_to_what_lies_before_it() -> None:
    days = dict(meant("2025-01-06\nThe mill closed in February. It had burned on December 30.\n"))
    assert days["February"] == "2024-02"
    assert days["December 30"] == "2024-12-30"
    later = dict(meant("The mill burned on 7 October 2023. On November 3 the barn did."))
    assert later["November 3"] == "2023-11-03"
