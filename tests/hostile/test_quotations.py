"""Quotations and credits of texts that were made to hang a reader."""

import time

import pytest

from firsthand.extract.credits import find_credits
from firsthand.extract.quotations import find_quotations
from firsthand.extract.voices import speakers_of
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span
from firsthand.model.voice import Attribution, Quotation
from firsthand.resources.casing import Casing
from firsthand.resources.kit import Kit
from firsthand.resources.legible import legible
from firsthand.trace import trace
from tests.unit.trace.planted import report

SIZE = 200_000
TEXTS = [
    '"' * SIZE, "“" * SIZE, "'" * SIZE, "‘a" * (SIZE // 2), "‘a s’ " * (SIZE // 6), "“a " * (SIZE // 3), "«»" * (SIZE // 2),
    "`" * SIZE, "A " * (SIZE // 2), "(A " * (SIZE // 3), "By A, " * (SIZE // 6), "Source: A\n" * (SIZE // 10),
    "– A\n" * (SIZE // 4), "\n" * SIZE, "ADEN, A, " * (SIZE // 9), "with inputs from A, " * (SIZE // 20),
    "A and " * (SIZE // 6), "AAAA" * (SIZE // 4), "\u2028" * SIZE, "a" * SIZE + "”", "A’s " * (SIZE // 4), "- " * (SIZE // 2),
    "\x00\ufffd" * 1000,
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=[repr(t[:8]) for t in TEXTS])
def test_time_grows_with_length_only(text: str) -> None:
    began = time.perf_counter()
    found = find_quotations(text)
    find_credits(text)
    assert time.perf_counter() - began < 5
    assert all(q.span.holds_in(text) for q in found)


def test_speakers_of_thirty_thousand_quotations() -> None:
    text = "“a b c d,” I say. " * 30_000
    spans = [q.span for q in find_quotations(text)]
    assert len(spans) == 30_000
    said = [
        Attribution(source=None, cue=(), content=(span,), speaker=f"s{k}", direct=True) for k, span in enumerate(spans)
    ]
    said.append(Attribution(source=None, cue=(), content=(Span.cut(text, 0, len(text)),), speaker="all"))
    began = time.perf_counter()
    found = speakers_of([Quotation(span=span, speaker=None) for span in spans], said)
    assert time.perf_counter() - began < 10
    assert [q.speaker for q in found] == [f"s{k}" for k in range(30_000)]


@pytest.mark.parametrize("words", ["we hold the road to the mill today", "we hold the road", "no"])
def test_reports_of_nothing_but_quotations_are_compared_in_time(words: str) -> None:
    reports = {r.id: r for r in (report(f"r{k}", f"Page {k}. " + f"“{words},” he said. " * 2_000) for k in range(2))}
    extractions = {
        key: Extraction(
            report=key,
            quotations=tuple(Quotation(span=q.span, speaker="Ana Marek") for q in find_quotations(one.text)),
        )
        for key, one in reports.items()
    }
    began = time.perf_counter()
    trace(reports, extractions)
    assert time.perf_counter() - began < 30


def test_rows_of_marks_are_blank_to_the_parser() -> None:
    casing = Kit.open().casing
    assert isinstance(casing, Casing)
    text = "We stay." + '"' * 100_000 + " He said: “‘We go.’”"
    seen = legible(text, casing)
    assert len(seen) == len(text)
    assert '"' not in seen
    assert "“‘We go.’”" in seen
