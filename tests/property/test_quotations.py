"""Quotations of generated texts."""

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.extract.quotations import find_quotations
from firsthand.extract.voices import find_attributions, speakers_of
from firsthand.extract.voices_quotes_names import without_names
from firsthand.model.base import sha256
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.model.voice import Quotation
from firsthand.resources.parser import Parser
from firsthand.resources.speech import Speech
from firsthand.trace import trace

PAIRS = [("“", "”"), ('"', '"'), ("``", "''"), ("«", "»"), ("„", "“")]
WORDS = st.lists(st.sampled_from(["we", "hold", "the", "road", "it's", "today", "ours"]), min_size=2, max_size=9).map(
    " ".join
)
ANY = st.text(st.sampled_from("ab s.,'\"“”‘’«»‹›「」`„\n–5(:"), max_size=80)
MARKS = ["“", "”", '"', "‘", "’", "'", "«", "»", "``", "''", "\n\n", " ", ". ", ": ", "…", " – ", "[sic]"]
SAID = [", Tal said", "Mara Lind said", "he told us ", "we hold the road", "The bridge is ours", "No, never", "12 men"]
PIECES = st.lists(st.sampled_from([*MARKS, *SAID]), max_size=24).map("".join)
SLOW = settings(max_examples=60, deadline=None)


@given(WORDS, WORDS, WORDS, st.sampled_from(PAIRS), st.sampled_from([",", ".", "", "?"]))
def test_what_was_put_in_marks_is_found(before: str, quoted: str, after: str, marks: tuple[str, str], end: str) -> None:
    text = f"{before} {marks[0]}{quoted}{end}{marks[1]} {after}."
    assert [(q.span.quote, q.closed) for q in find_quotations(text)] == [(quoted + end, True)]


@given(st.lists(st.tuples(WORDS, st.sampled_from(PAIRS)), min_size=1, max_size=6))
def test_every_paragraph_stands_for_itself(parts: list[tuple[str, tuple[str, str]]]) -> None:
    text = "\n\n".join(f"{marks[0]}{words},{marks[1]} he said" for words, marks in parts)
    assert [q.span.quote for q in find_quotations(text)] == [f"{words}," for words, _ in parts]


@given(ANY)
def test_spans_hold_in_any_text_and_come_in_order(text: str) -> None:
    found = find_quotations(text)
    assert all(q.span.holds_in(text) and q.span.quote.strip() == q.span.quote for q in found)
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)


@given(ANY)
def test_quotations_nest_or_stand_apart(text: str) -> None:
    spans = [(q.span.start, q.span.end) for q in find_quotations(text) if q.closed]
    assert len(spans) == len(set(spans))


@SLOW
@given(PIECES)
def test_any_arrangement_of_marks_has_speakers_or_none(text: str) -> None:
    doc = next(iter(parser().pipe([text])))
    quotations = without_names(doc, find_quotations(text))
    found = find_attributions(doc, quotations, (), None, speech(), text)
    assert all(span.holds_in(text) for a in found for span in (*a.cue, *a.content, *([a.source] if a.source else [])))
    spoken = speakers_of(quotations, found)
    assert [q.span for q in spoken] == [q.span for q in quotations]


@SLOW
@given(st.lists(st.tuples(PIECES, st.sampled_from([None, "Tal", "Mara Lind"])), min_size=2, max_size=4))
def test_sayings_quote_the_text_and_their_steps_lead_from_one_to_the_other(told: list[tuple[str, str | None]]) -> None:
    reports: dict[str, Report] = {}
    extractions: dict[str, Extraction] = {}
    for text, speaker in told:
        one = Report(
            sha256=sha256(text.encode()), text=text, names=("r.txt",), media_type="text/plain", read_on=date(2026, 1, 1)
        )
        said = (Quotation(span=q.span, speaker=speaker, closed=q.closed) for q in find_quotations(text))
        reports[one.id], extractions[one.id] = one, Extraction(report=one.id, quotations=tuple(said))
    for saying in trace(reports, extractions).sayings:
        assert len({w.report for w in saying.wordings}) > 1
        for wording in saying.wordings:
            assert reports[wording.report].text[wording.start : wording.end] == wording.quote
            assert all(edit.after in wording.quote for edit in wording.edits)
            assert all(edit.before in saying.wordings[0].quote for edit in wording.edits)


@cache
def parser() -> Parser:
    return Parser.open()


@cache
def speech() -> Speech:
    return Speech.open()
