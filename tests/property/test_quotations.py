"""Quotations of generated texts."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.extract.quotations import find_quotations

PAIRS = [("“", "”"), ('"', '"'), ("``", "''"), ("«", "»"), ("„", "“")]
WORDS = st.lists(st.sampled_from(["we", "hold", "the", "road", "it's", "today", "ours"]), min_size=2, max_size=9).map(
    " ".join
)
ANY = st.text(st.sampled_from("ab s.,'\"“”‘’«»`„\n–5("), max_size=80)


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
