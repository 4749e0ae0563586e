"""What is written is read back as itself, whatever it is: intervals, JSON, tables, encodings, names, questions about days."""

import csv
import io
import json
import re
from contextlib import suppress
from datetime import date, timedelta

import jsonschema
import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.engine.days import days, last_day
from firsthand.errors import BadWeights, ReadError, UsageError
from firsthand.extract.credits import find_credits
from firsthand.model.base import Record
from firsthand.model.daycount import month_end
from firsthand.model.edtf import edtf, one_of
from firsthand.model.report import Report
from firsthand.model.when import UNKNOWN
from firsthand.publish.extraction_json import extraction_json
from firsthand.publish.plain import UNSAFE, plain, plain_json
from firsthand.publish.schemas import schema
from firsthand.publish.table_csv import FORMULA, safe
from firsthand.read.clean import repair
from firsthand.read.decode import decode
from firsthand.read.paths import name_of
from firsthand.resources.gazetteer_fold import keys, loose
from firsthand.resources.gazetteer_fold import plain as plain_name
from firsthand.resources.kinds import Kinds
from firsthand.resources.legible import joined
from firsthand.resources.lexicon_fold import heard, pieces
from firsthand.resources.link_weights import parsed
from firsthand.resources.parser import smooth
from firsthand.resources.remarks import without_remarks
from firsthand.resources.settings_reading import parsed_settings
from firsthand.store.evidence import settled
from tests import factories
from tests.hostile.vicious import extraction, vicious, written

DAYS = st.dates(min_value=date(1850, 1, 1), max_value=date(2150, 12, 31))
ENCODABLE = st.characters(codec="utf-8")
TEXTS = st.text(ENCODABLE, max_size=80)
HOSTILE = st.builds(vicious, st.sampled_from(["name", "why"]), st.integers(0, 60))


def ends(text: str) -> tuple[date | None, date | None]:
    """The first and last day of an EDTF day, month, year or interval; an open end is None."""
    first, _, last = text.partition("/")
    return _end(first, first=True), _end(last or first, first=False)


def _end(text: str, *, first: bool) -> date | None:
    if text == "..":
        return None
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    if day:
        return date(year, month, day)
    return date(year, month or 1, 1) if first else month_end(year, month or 12)


@given(DAYS, DAYS)
@example(date(2024, 2, 1), date(2024, 2, 29))
@example(date(2023, 1, 1), date(2023, 12, 31))
def test_an_interval_of_days_is_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert ends(edtf(first, last) or "") == (first, last)
    assert ends(edtf(first, None) or "") == (first, None)
    assert ends(edtf(None, last) or "") == (None, last)


@given(
    st.sets(DAYS, min_size=1, max_size=6)
    | DAYS.map(lambda day: {day, day + timedelta(days=1), day + timedelta(days=9)})
)
def test_one_of_several_days_holds_them_all(several: set[date]) -> None:
    told = one_of(tuple(several)) or ""
    found: set[date] = set()
    for part in told.strip("[]").split(","):
        first, _, last = part.replace("/", "..").partition("..")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            found.add(day)
            day += timedelta(days=1)
    assert found == several


@given(DAYS)
def test_a_day_month_and_year_that_are_asked_for_are_those(day: date) -> None:
    month = (day.replace(day=1), month_end(day.year, day.month))
    year = (date(day.year, 1, 1), date(day.year, 12, 31))
    for asked, meant in ((day.isoformat(), (day, day)), (f"{day:%Y-%m}", month), (f"{day.year:04}", year)):
        assert days(asked) == meant
        assert last_day(asked) == meant[1]


@given(st.text(max_size=24))
def test_any_other_question_about_days_is_an_error_of_the_user(asked: str) -> None:
    for ask in (days, last_day):
        with suppress(UsageError):
            ask(asked)


@given(
    st.recursive(
        TEXTS | HOSTILE | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
        max_leaves=8,
    )
)
def test_json_that_leaves_says_the_same_and_hides_nothing(value: object) -> None:
    encoded = plain_json(json.dumps(value, ensure_ascii=False).encode())
    assert json.loads(encoded) == value
    assert UNSAFE.search(encoded.decode()) is None
    assert b"</" not in encoded
    assert plain_json(encoded) == encoded


@given(st.text() | HOSTILE)
def test_a_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = safe(text)
    out = io.StringIO(newline="")
    csv.writer(out).writerow([cell, "next"])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row == [cell, "next"]
    assert str(cell).startswith("'") or not FORMULA.match(str(cell))
    assert cell in (plain(text), f"'{plain(text)}")
    assert plain(plain(text)) == plain(text)


@given(TEXTS.map("word ".__add__), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_a_text_comes_out_of_its_encoding(text: str, coding: str) -> None:
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", " ", text)
    try:
        assert decode(text.encode(coding)).text.removeprefix("\ufeff") == text
    except ReadError:
        pytest.fail(f"{text!r} is text in {coding}")


@given(st.text(max_size=120) | HOSTILE)
def test_what_the_finders_see_is_as_long_as_what_is_stored(text: str) -> None:
    for view in (smooth, joined, without_remarks):
        assert len(view(text)) == len(text)
    assert len(repair(text, keep_length=True)) == len(text)
    assert all(credit.span.holds_in(text) for credit in find_credits(text))


@given(st.text(max_size=60))
def test_names_fold_once(text: str) -> None:
    assert plain_name(plain_name(text)) == plain_name(text)
    keys(text), loose(text), heard(text), pieces(text)
    assert name_of(name_of(text)) == name_of(text)
    name_of(text).encode()


@given(
    st.binary(max_size=200)
    | TEXTS.map(str.encode)
    | st.sampled_from([b"a=" + b"[" * 5000, b"[a." * 3000, b"a = 1\n" * 2])
)
def test_any_file_of_a_user_gives_values_or_mistakes(raw: bytes) -> None:
    found, faults = parsed_settings(raw)
    assert found is not None or faults
    with suppress(BadWeights):
        parsed(raw, "weights.toml")


MAYBE = st.none() | TEXTS
REPORTS = st.builds(
    Report, sha256=st.just("0" * 64), text=TEXTS, names=st.lists(TEXTS, min_size=1).map(tuple), media_type=TEXTS, read_on=DAYS,
    title=MAYBE, outlet=MAYBE, url=MAYBE, language=MAYBE,
)  # fmt: skip


@given(REPORTS)
def test_a_report_comes_back_from_the_record(report: Report) -> None:
    same(report)


@pytest.mark.parametrize("number", range(8))
def test_an_extraction_comes_back_and_fits_its_schema(number: int) -> None:
    text = written(number)
    report = factories.report(text, vicious("name", number))
    found = extraction(report)
    same(found)
    assert settled(found) == found
    told = extraction_json(report, UNKNOWN, found, Kinds.open(), lambda _: False)
    jsonschema.validate(msgspec.to_builtins(told), schema("extraction"))


def same(value: Record) -> None:
    """It is itself again, in the form of the record and in that of the workers."""
    assert msgspec.json.decode(msgspec.json.encode(value), type=type(value)) == value
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=type(value)) == value
