"""What holds for any bytes and any text."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.read.clean import clean, offsets
from firsthand.read.days import day_in_address, day_of
from firsthand.read.formats import unwrap
from firsthand.read.limits import Limits
from firsthand.read.page import Format, Job

FORMATS: tuple[Format, ...] = ("text", "markdown", "html", "json", "json line")
LIMITS = Limits(file_bytes=10_000, report_characters=5_000)
MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "<!--", "-->", "<script>", "]]>", "&#0;", "&amp;", "**", "_", "[a](b)", "```", "---\n",
         "# ", "> ", "|", "\n", "killed ", "two ", "\x00", "é", "\ufeff", "{", "}", '"text":', '"a"', ",", "\\ud800"]
    ), max_size=60,
).map("".join)  # fmt: skip


@settings(deadline=None)  # the first call loads what reads HTML
@given(raw=st.binary(max_size=400) | MARKUP.map(str.encode), form=st.sampled_from(FORMATS))
def test_any_bytes_give_reports_with_words_or_a_code(raw: bytes, form: Format) -> None:
    answer = unwrap(Job(format=form, raw=raw, limits=LIMITS))
    assert answer.pages or answer.flaws
    for page in answer.pages:
        assert any(character.isalpha() for character in page.text)
        assert page.text == clean(page.text)
        assert page.text.encode()
    assert all(flaw.code.startswith("E5") and flaw.reason for flaw in answer.flaws)


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).map("a ".__add__))
def test_clean_text_is_stored_character_by_character(text: str) -> None:
    answer = unwrap(Job(format="text", raw=text.encode(), limits=LIMITS))
    assert [page.text for page in answer.pages] == [clean(text.removeprefix("\ufeff"))]
    assert len(answer.pages[0].text) == len(text)


@given(text=st.text(min_size=1).map("b".__add__))
def test_a_text_in_json_comes_out_as_it_went_in(text: str) -> None:
    raw = json.dumps({"text": text}).encode()
    (page,) = unwrap(Job(format="json", raw=raw, limits=LIMITS)).pages
    assert len(page.text) == len(clean(text))


@given(text=st.text(alphabet=st.sampled_from("ab\r\n\x00\x0b\x0c\x85\u2028\u200b\ud800")))
def test_cleaning_is_done_once_and_its_map_leads_back(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    where = offsets(text, cleaned)
    for offset, character in enumerate(cleaned):
        if character.isalpha():
            assert text[where.original(offset)] == character


@given(value=st.text(max_size=60) | st.floats() | st.integers() | st.none())
def test_no_value_breaks_the_reading_of_days(value: object) -> None:
    day = day_of(value)
    assert day is None or 1900 <= day.year < 2200
    day_in_address(str(value))
