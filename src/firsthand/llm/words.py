"""Where a quote stands in a report, and which words of a report speak to a machine instead of telling anything."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from firsthand.extract.numbers import Amount, find_amounts
from firsthand.model.extraction import Extraction, Passage
from firsthand.model.report import Report
from firsthand.model.span import Span

LONGEST_QUOTE = 300
"""Characters of a quote that is looked for; a value stands in fewer."""
LIKE = {
    "'": "['’‘`´]",
    "’": "['’‘`´]",
    '"': '["“”„«»]',
    "“": '["“”„«»]',
    "”": '["“”„«»]',
    "-": "[-‐‑–—]",
    "–": "[-‐‑–—]",
    "—": "[-‐‑–—]",
}
"""Characters that a model writes for each other."""
EDGES = " \t\n\"'“”‘’«».,;:"
BLANK = re.compile(r"\n[^\S\n]*\n\s*|[\x0b\x0c\x85\u2028\u2029]")
"""What lies between paragraphs: one blank line or more. A line that only ends is no end of what it says."""
TO_A_MACHINE = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,60}\b(?:instruct|prompt|guideline|previous|prior|above|rules?\b)"
    r"|\b(?:system|developer|assistant|user)\s{0,2}(?:prompt|message|instruction|:)"
    r"|\b(?:language model|chatbot|llm|(?:an?|the) (?:ai|assistant))\b[^.\n]{0,60}\b(?:must|should|shall|will|report|say|add)\b"
    r"|\byou are (?:now |an? |the ){0,2}(?:ai\b|assistant|language model|chatbot|extractor)"
    r"|\b(?:output|respond with|reply with|answer with|print|emit)\b[^.\n]{0,40}\b(?:json|killed|wounded|captured|events?)\b"
    r"|\{\s{0,4}\"|\"(?:events|trigger|claims|quote)\"|<\|?/?\s?(?:system|instructions?|report|im_start|im_end|user|assistant)\b"
    r"|\breport_[0-9a-f]{8}|\[/?(?:inst|system)\]|\bend of (?:the )?(?:report|document|data)\b|\bnew instructions?\b",
    re.IGNORECASE,
)
"""How those write who write for a model. No protection, which nothing of this sort is: one snare more."""


class Reading:
    """A report with what was found in it, to be asked for by place."""

    def __init__(self, report: Report, found: Extraction) -> None:
        self.report, self.found, self.text = report, found, report.text
        self._amounts: dict[int, tuple[Amount, ...]] = {}

    @property
    def passages(self) -> Sequence[Passage]:
        """The sentences and lines of the report."""
        return self.found.passages

    def passage_of(self, at: int) -> int:
        """The passage that holds a character; -1 for none."""
        k = bisect_right(self.passages, at, key=lambda p: p.start) - 1
        return k if k >= 0 and at < self.passages[k].end else -1

    def locate(self, quote: str, hint: int | None, shown: range, near: int | None = None) -> Span | None:
        """The place of a quote inside one of the sentences `shown`: the one named, else nearest to `near`; None for nowhere.

        Blanks, quotation marks and dashes may differ; what is kept are the report's own letters.
        """
        if len(quote) > LONGEST_QUOTE:
            return None
        about = near if near is not None else hint
        told = [k for k in shown if self.passages[k].role != "noise"]
        order = sorted(told, key=lambda k: (k != hint, abs(k - about) if about is not None else k))
        for words in dict.fromkeys((quote.strip(), quote.strip(EDGES))):
            pattern = _pattern(words)
            for k in order if pattern is not None else ():
                place = self.passages[k]
                m = pattern.search(self.text, place.start, place.end) if pattern is not None else None
                if m is not None:
                    return Span.cut(self.text, m.start(), m.end())
        return None

    def amounts(self, k: int) -> tuple[Amount, ...]:
        """The numbers of people and things in a sentence, by the grammar; none in dates and names of weapons."""
        if k not in self._amounts:
            place = self.passages[k]
            taken = [t.span for t in self.found.times] + [n.span for n in self.found.names if n.type == "weapon"]
            inside = [(s.start - place.start, s.end - place.start) for s in taken if s.touches(place.start, place.end)]
            self._amounts[k] = find_amounts(self.text[place.start : place.end], inside)
        return self._amounts[k]

    @cached_property
    def snares(self) -> tuple[tuple[int, int], ...]:
        """Paragraphs that speak to a machine, as ranges of characters."""
        found, start = [], 0
        for end in [*(m.end() for m in BLANK.finditer(self.text)), len(self.text)]:
            if TO_A_MACHINE.search(" ".join(self.text[start:end].split())):
                found.append((start, end))
            start = end
        return tuple(found)

    def snared(self, span: Span) -> bool:
        """Tell whether words stand in a paragraph that speaks to a machine."""
        return any(span.touches(start, end) for start, end in self.snares)


def _pattern(words: str) -> re.Pattern[str] | None:
    """Finds words letter for letter, but for blanks and the shapes of marks; None where there is no letter or digit."""
    if not any(c.isalnum() for c in words):
        return None
    letters = (LIKE.get(c) or re.escape(c) for c in " ".join(words.split()))
    body = "".join(r"\s+" if c in (" ", r"\ ") else c for c in letters)
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    return re.compile(before + body + after)
