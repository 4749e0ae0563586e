"""Resolving times against the day of the report, and saying so where that day is not known."""

from datetime import date

import pytest

from firsthand.model.calendar import edtf, resolve, timex
from firsthand.model.daycount import easter
from firsthand.model.edtf import one_of
from firsthand.model.feasts import feast
from firsthand.model.timeref import TimeRef, both, inner, names_day, pair, wrap
from firsthand.model.when import UNKNOWN, TimeSpan

WEEKDAY = TimeRef(op="weekday", args=(0, ""))


def day(text: str) -> TimeSpan:
    """The anchor of a report of one day."""
    found = date.fromisoformat(text)
    return TimeSpan(edtf=text, earliest=found, latest=found, basis="stated")


def week(first: str, last: str) -> TimeSpan:
    """The anchor of a report of several days."""
    return TimeSpan(earliest=date.fromisoformat(first), latest=date.fromisoformat(last), basis="inferred")


def test_a_report_of_monday_that_says_monday_means_that_day() -> None:
    assert resolve(WEEKDAY, day("2025-01-06")).edtf == "2025-01-06"


def test_a_wide_anchor_gives_the_days_of_both_its_ends() -> None:
    assert resolve(WEEKDAY, week("2025-01-06", "2025-01-12")).edtf == "2025-01-06"
    assert resolve(WEEKDAY, week("2025-01-03", "2025-01-07")).edtf == "2024-12-30/2025-01-06"


def test_an_anchor_wider_than_a_month_gives_no_weekday() -> None:
    span = resolve(WEEKDAY, week("2024-01-01", "2024-12-31"))
    assert (span.edtf, span.basis) == (None, "unknown")
    assert "a Monday" in span.why[0]


def test_an_unknown_anchor_leaves_what_the_words_say() -> None:
    assert resolve(WEEKDAY).why[0].startswith("a Monday, but")
    assert resolve(TimeRef(op="day", args=(None, 12, 30))).edtf == "XXXX-12-30"
    assert resolve(TimeRef(op="day", args=(None, 12, 30))).earliest is None
    assert timex(WEEKDAY) == "XXXX-WXX-1"


def test_a_month_is_never_a_bare_day() -> None:
    span = resolve(TimeRef(op="month", args=(None, 12)), day("2025-01-06"))
    assert (span.edtf, span.earliest, span.latest) == ("2024-12", date(2024, 12, 1), date(2024, 12, 31))


def test_stated_relative_and_unknown() -> None:
    assert resolve(TimeRef(op="day", args=(2024, 5, 3))).basis == "stated"
    assert resolve(TimeRef(op="day", args=(None, 5, 3)), day("2025-01-06")).basis == "relative"
    assert resolve(TimeRef(op="duration", args=(3, "day"))).basis == "unknown"


def test_a_stretch_over_new_year() -> None:
    ref = pair("range", TimeRef(op="day", args=(None, 12, 30)), TimeRef(op="day", args=(None, 1, 6)))
    assert resolve(ref, week("2025-01-06", "2025-01-12")).edtf == "2024-12-30/2025-01-06"
    assert resolve(ref, UNKNOWN).edtf == "XXXX-12-30/XXXX-01-06"


def test_leap_day_goes_back_to_a_leap_year() -> None:
    assert resolve(TimeRef(op="day", args=(None, 2, 29)), day("2023-03-01")).edtf == "2020-02-29"


def test_a_week_holds_the_sunday_on_either_side() -> None:
    span = resolve(TimeRef(op="rel", args=("week", 0)), day("2024-12-14"))
    assert (span.earliest, span.latest) == (date(2024, 12, 8), date(2024, 12, 15))


@pytest.mark.parametrize(
    "ref",
    [TimeRef(op="day", args=("x", 1)), TimeRef(op="nothing"), TimeRef(op="range", args=(9, "day")), TimeRef(op="part")],
)
def test_arguments_that_mean_nothing_are_no_error(ref: TimeRef) -> None:
    assert resolve(ref, day("2024-12-14")).earliest is None
    assert isinstance(timex(ref, day("2024-12-14")), str)


def test_edtf_of_intervals() -> None:
    assert edtf(date(2024, 12, 1), date(2024, 12, 31)) == "2024-12"
    assert edtf(date(2024, 1, 1), date(2024, 12, 31)) == "2024"
    assert edtf(date(2024, 12, 8), None) == "2024-12-08/.."
    assert edtf(None, date(2024, 12, 8)) == "../2024-12-08"
    assert edtf(None, None) is None
    assert one_of((date(2025, 1, 6), date(2020, 1, 6))) == "[2020-01-06,2025-01-06]"
    assert one_of((date(2025, 1, 6), date(2025, 1, 7))) == "2025-01-06/2025-01-07"


def test_wrapping_and_pairing_can_be_read_back() -> None:
    night = wrap("part", "NI", ref=WEEKDAY)
    assert inner(night) == WEEKDAY
    assert both(pair("range", night, WEEKDAY)) == (night, WEEKDAY)
    assert names_day(night)
    assert not names_day(wrap("part", "NI", ref=TimeRef(op="told")))


# Days that are in any almanac.
@pytest.mark.parametrize(("year", "when"), [(2000, "2000-04-23"), (2024, "2024-03-31"), (2025, "2025-04-20")])
def test_easter(year: int, when: str) -> None:
    assert easter(year) == date.fromisoformat(when)


@pytest.mark.parametrize(
    ("name", "year", "kept"),
    [
        ("eid al-fitr", 2024, "2024-04-10"),
        ("eid al-adha", 2023, "2023-06-28"),
        ("ramadan", 2022, "2022-04-02"),
        ("thanksgiving", 2024, "2024-11-28"),
    ],
)
def test_moving_feasts(name: str, year: int, kept: str) -> None:
    ((first, last),) = feast(name, year)
    assert first <= date.fromisoformat(kept) <= last
