"""Whatever the text, times quote it, never overlap, never raise, and resolve to ordered intervals."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.extract.times import find_times
from firsthand.model.calendar import resolve, timex
from firsthand.model.timeref import TimeExpr, TimeRef, pair
from firsthand.model.when import UNKNOWN, TimeSpan

WORDS = (
    "the a of in on from to between and until since by at around last next this that same past early late mid beginning "
    "end Monday Saturday Fri Sun May March Jan. Sept December 3 12 31 45 2,000 2014 1871 1999 '89 3rd first twenty five "
    "three several dozen days day weeks week months year years hours morning night midnight dawn noon 5 p.m. 17:30 ago "
    "later earlier before after yesterday today overnight now recently Christmas Eid al-Fitr Ramadan 2024-12-09 "
    "12/03/2024 1990s century BC summer daily every - – / , . ( ) \n \n\n"
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
