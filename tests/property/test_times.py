"""Whatever the text, times quote it, never overlap, never raise, and resolve to ordered intervals."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.extract.times import find_times
from firsthand.model.calendar import resolve, timex
from firsthand.model.feasts import NAMES, feast
from firsthand.model.timeref import TimeExpr, TimeRef, pair
from firsthand.model.when import UNKNOWN, TimeSpan

WORDS = (
    "the a of in on from to between and until since by at around last next this that same past early late mid beginning "
    "end Monday Saturday Fri Sun May March Jan. Sept December 3 12 31 45 2,000 2014 1871 1999 '89 3rd first twenty five "
    "three several dozen days day weeks week months year years hours morning night midnight dawn noon 5 p.m. 17:30 ago "
    "later earlier before after yesterday today overnight now recently Christmas Eid al-Fitr Ramadan 2024-12-09 "
    "12/03/2024 1990s century BC summer daily every - – / , . ( ) \n \n\n eve of overnight into half quarter other twice "
    "041530Z MAR 19 1437 Muharram Passover Diwali will is to expected the strike vote 26.05 22h30 GMT local time first 4th"
).split(" ")
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))


def leaves(expressions: tuple[TimeExpr, ...]) -> list[TimeExpr]:
    """The expressions with the ends of ranges."""
    return [leaf for e in expressions for leaf in (e, *e.ends)]


@settings(max_examples=300, deadline=None)
@given(texts, days, st.integers(0, 40))
def test_times_quote_the_text_and_resolve_in_order(text: str, first: date, width: int) -> None:
    anchor = TimeSpan(earliest=first, latest=first + timedelta(days=width))
    found = find_times(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for expression in leaves(found):
        assert expression.span.holds_in(text)
        for given_anchor in (anchor, UNKNOWN):
            span = resolve(expression.ref, given_anchor)
            assert span.earliest is None or span.latest is None or span.earliest <= span.latest
            assert isinstance(timex(expression.ref, given_anchor), str)


@given(
    st.sampled_from("January February June December".split()),
    st.sampled_from(["in", "since", "by late", "in early"]),
    days,
)
def test_a_month_never_becomes_a_day(month: str, lead: str, day: date) -> None:
    for expression in find_times(f"It flooded {lead} {month}."):
        span = resolve(expression.ref, TimeSpan(earliest=day, latest=day))
        assert span.width is not None
        assert span.width >= 5


@given(st.integers(15, 31), st.integers(1, 14), days)
def test_ranges_over_new_year(first: int, last: int, day: date) -> None:
    ref = pair("range", TimeRef(op="day", args=(None, 12, first)), TimeRef(op="day", args=(None, 1, last)))
    span = resolve(ref, TimeSpan(earliest=day, latest=day))
    assert span.earliest is not None
    assert span.latest is not None
    assert span.latest <= day
    assert span.latest.year == span.earliest.year + 1
    assert span.width == 31 - first + last


@given(st.integers(0, 6), days)
def test_a_weekday_is_within_the_week_before_the_report(weekday: int, day: date) -> None:
    span = resolve(TimeRef(op="weekday", args=(weekday, "")), TimeSpan(earliest=day, latest=day))
    assert span.latest is not None
    assert span.latest.weekday() == weekday
    assert 0 <= (day - span.latest).days <= 6


MONTHS = "January February March April May June July August September October November December".split()
FORMATS: tuple[Callable[[date], str], ...] = (
    lambda d: d.isoformat(),
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {nth(d.day)}, {d.year}",
    lambda d: f"the {nth(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.day}/{MONTHS[d.month - 1][:3]}/{d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    lambda d: f"{d.year}/{d.month:02d}/{d.day:02d}",
    lambda d: f"{d:%A}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year} at 5 p.m.",
    lambda d: f"{d.day:02d}1530Z {MONTHS[d.month - 1][:3].upper()} {d.year}",
    lambda d: f"{d.isoformat()}T17:30:00Z",
    lambda d: f"{d.year}{d.month:02d}{d.day:02d}T1730Z",
)


def nth(day: int) -> str:
    """1st, 2nd, 3rd, 4th, .. 11th."""
    return f"{day}{'th' if day % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


@example(date(2000, 5, 1), lambda d: f"May. {d.day}, {d.year}", date(2000, 6, 1))
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)), st.sampled_from(FORMATS), days)
def test_a_day_reads_back_to_itself_in_every_format(day: date, written: Callable[[date], str], told: date) -> None:
    text = written(day)
    (found,) = find_times(f"The mill burned on {text}.")
    span = resolve(found.ref, TimeSpan(earliest=told, latest=told))
    assert (found.span.quote.removeprefix("the "), span.earliest, span.latest) == (text.removeprefix("the "), day, day)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_numbers_alone_keep_both_readings(day: date) -> None:
    (found,) = find_times(f"The mill burned on {day.day:02d}/{day.month:02d}/{day.year}.")
    span = resolve(found.ref)
    assert span.earliest is not None
    assert span.latest is not None
    assert span.earliest <= day <= span.latest


@given(texts)
def test_no_expression_goes_over_a_blank_line(text: str) -> None:
    assert all("\n\n" not in found.span.quote for found in find_times(text))


@given(st.sampled_from(sorted(NAMES)), st.integers(1990, 2030))
def test_every_feast_has_its_days_in_every_year(name: str, year: int) -> None:
    kept = feast(name, year)
    assert kept
    for first, last in kept:
        assert first <= last
        assert (last - first).days < 33


HOSTILE = (
    "two days after the strike on Friday. ",
    "Monday to Tuesday to ",
    "the eve of the eve of ",
    "12 Ramadan 14",
    "2014-",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_what_its_length_costs(piece: str) -> None:
    """Some twenty times what as many letters of news cost, and no more."""
    text = (piece * (40_000 // len(piece) + 1))[:40_000]
    start = time.process_time()
    find_times(text)
    assert time.process_time() - start < 5
