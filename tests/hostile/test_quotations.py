"""Quotations and credits of texts that were made to hang a reader."""

import time

import pytest

from firsthand.extract.credits import find_credits
from firsthand.extract.quotations import find_quotations

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
