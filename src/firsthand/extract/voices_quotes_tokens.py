"""Quotations as the tokens of a parse."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from firsthand.model.voice import Quotation


class Quoted:
    """The tokens of one quotation: first..last, half-open, inside the marks."""

    def __init__(self, quotation: Quotation, first: int, last: int, words: int) -> None:
        self.quotation = quotation
        self.first = first
        self.last = last
        self.words = words

    @property
    def tokens(self) -> set[int]:
        """Token numbers."""
        return set(range(self.first, self.last))


def quoted(doc: Doc, quotations: Sequence[Quotation]) -> list[Quoted]:
    """Quotations as token ranges; nested ones are left to the outer one."""
    starts = [t.idx for t in doc]
    found: list[Quoted] = []
    for q in quotations:
        first, last = bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)
        if first >= last or (found and last <= found[-1].last):
            continue
        found.append(Quoted(q, first, last, sum(doc[i].is_alpha or doc[i].like_num for i in range(first, last))))
    return found


def nested(doc: Doc, quotations: Sequence[Quotation], outer: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """The quotations inside another, each with the one that it stands in."""
    starts = [t.idx for t in doc]
    own = {id(q.quotation) for q in outer}
    k = 0
    for q in quotations:
        if id(q) in own:
            continue
        first, last = bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)
        while k < len(outer) and outer[k].last < last:
            k += 1
        if k < len(outer) and outer[k].first < first < last:
            words = sum(doc[i].is_alpha or doc[i].like_num for i in range(first, last))
            yield Quoted(q, first, last, words), outer[k]


def is_break(token: Token) -> bool:
    """Tell whether a token is or holds a line break."""
    return "\n" in token.text
