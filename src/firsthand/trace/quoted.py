"""Words in quotation marks as they are compared: their keys, whoever says them, over paragraphs where they run on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.trace.texts import Text

SHORTEST, MOST = 3, 400
"""Words of the shortest quotation that is compared at all (shorter ones are scare quotes), and of the longest."""
VARIANTS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("our", "or"),
    ("ence", "ense"),
    ("tre", "ter"),
)
BETWEEN = re.compile(r"\s*\n\s*(?:``|''|‘‘|[“”„«\"'‘])\s*")
"""What stands between two paragraphs of one quotation."""
SHORT_FORMS = {"won't": ("will", "not"), "can't": ("cannot",), "shan't": ("shall", "not"), "let's": ("let", "us")}
ENDINGS = {"ll": "will", "ve": "have", "re": "are", "m": "am"}
PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "there", "that", "who"})


class Quoted(NamedTuple):
    """A quotation of one report: keys of its words, without what stands in square brackets, and its content stems.

    `words`: the index in the text of each key's word. `start`, `end`: characters of the text, over paragraphs where it
    runs on.
    """

    text: int
    speaker: str | None
    keys: tuple[str, ...]
    stems: frozenset[str]
    words: tuple[int, ...]
    start: int
    end: int

    @property
    def first(self) -> int:
        """Index of its first word in the text."""
        return self.words[0]

    @property
    def last(self) -> int:
        """Index after its last word."""
        return self.words[-1] + 1


def quoted(texts: Sequence[Text]) -> list[Quoted]:
    """Quotations of all reports that are more than a word or two, and no whole report."""
    return [q for k, text in enumerate(texts) for q in _quoted(k, text)]


def _quoted(index: int, text: Text) -> Iterator[Quoted]:
    """Quotations of one report; one that goes on in the next paragraph is one."""
    body = text.report.text
    for start, end, said_by in _over_paragraphs(text):
        inside = range(bisect_left(text.starts, start), bisect_right(text.ends, end))
        kept = [k for k in inside[: MOST + 1] if not _bracketed(body, start, text.starts[k])]
        if SHORTEST <= len(kept) <= MOST:
            pairs = [(key, k) for k in kept for key in _written_out(body[text.starts[k] : text.ends[k]], text.keys[k])]
            yield Quoted(
                text=index,
                speaker=said_by,
                keys=tuple(_spelling(key) for key, _ in pairs),
                stems=frozenset(text.stems[k] for k in kept if text.stems[k]),
                words=tuple(k for _, k in pairs),
                start=start,
                end=end,
            )


def _over_paragraphs(text: Text) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, speaker) of each quotation; where a mark stays open and the next paragraph opens again, both are one."""
    body = text.report.text
    held: list[tuple[int, int, str | None, bool]] = []
    for q in text.extraction.quotations:
        start, said_by = q.span.start, q.speaker
        # A quotation inside the open one may stand between.
        for k in range(len(held) - 1, max(-1, len(held) - 3), -1):
            begin, end, before, closed = held[k]
            if not closed and BETWEEN.fullmatch(body, end, start):
                del held[k]
                start, said_by = begin, before or said_by
                break
        held.append((start, q.span.end, said_by, q.closed))
    for start, end, said_by, _ in sorted(held, key=lambda x: (x[0], -x[1])):
        yield start, end, said_by


def _written_out(surface: str, key: str) -> tuple[str, ...]:
    """The words of a short form ("won't", "we'll"); others as they are."""
    form = surface.casefold().replace("’", "'").replace("‘", "'")
    if form in SHORT_FORMS:
        return SHORT_FORMS[form]
    if form.endswith("n't") and len(form) > len("n't"):
        return (form[: -len("n't")], "not")
    stem, mark, ending = form.rpartition("'")
    if mark and ending in ENDINGS and stem in PRONOUNS:
        return (stem, ENDINGS[ending])
    return (key,)


def _bracketed(text: str, begin: int, at: int) -> bool:
    """The outlet's own words inside a quotation."""
    return text.rfind("[", begin, at) > text.rfind("]", begin, at)


def _spelling(key: str) -> str:
    """One spelling for British and American forms."""
    for british, american in VARIANTS:
        if len(key) > len(british) + 2 and key.endswith(british):
            return key[: -len(british)] + american
    return key


def speaker(quoted: Quoted) -> str | None:
    """Who is quoted, where the report gives a name."""
    name = quoted.speaker
    return name if name and name[:1].isupper() else None
