"""A report cut into stretches that a model can take at once: whole sentences, the last ones of each shown again with the next."""

from collections.abc import Iterator, Sequence

from firsthand.model.base import Record
from firsthand.model.extraction import Passage

LONGEST = 8_000
"""Characters of a stretch, some 2,000 tokens: with the prompt and the answer it fits a context of 8,000."""
LONGEST_LINE = 3_000
"""Characters of one sentence that are shown; what has more is a table or no sentence."""
AGAIN = 3
"""Sentences that are shown with two stretches, so that what is told across the cut is seen whole."""


class Window(Record, frozen=True, kw_only=True):
    """Sentences of a report, as lines with their numbers. `first`, `last`: of the passages, inclusive."""

    text: str
    first: int
    last: int


def windows(text: str, passages: Sequence[Passage]) -> Iterator[Window]:
    """The stretches of a report, in order; page furniture is left out."""
    lines = [(k, _line(k, text[p.start : p.end])) for k, p in enumerate(passages) if p.role != "noise"]
    at = 0
    while at < len(lines):
        end, size = at, 0
        while end < len(lines) and (end == at or size + len(lines[end][1]) <= LONGEST):
            size += len(lines[end][1]) + 1
            end += 1
        shown = lines[at:end]
        yield Window(text="\n".join(line for _, line in shown), first=shown[0][0], last=shown[-1][0])
        if end == len(lines):
            return
        at = max(at + 1, end - AGAIN)


def _line(number: int, words: str) -> str:
    """A sentence on one line: no words of a report can begin a line of their own."""
    return f"[{number}] {' '.join(words.split())[:LONGEST_LINE]}"
