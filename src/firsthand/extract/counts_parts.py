"""Counts that are part of another: "37 people, among them eight officers", "five of them children", "among the dead were ..".

They are looked for in the words, behind the phrase of a count or behind "among the dead were": the parse of such lists is
seldom right.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.counts_patterns import FIELD
from firsthand.extract.numbers import Amount
from firsthand.model.claim import Field
from firsthand.resources.lexicon import Lexicon

FATE = r"(?:killed|wounded|injured|dead|hurt|missing|captured|arrested|detained|abducted|kidnapped)"
BE = r"(?:was|were|is|are)"
BEHIND = re.compile(
    rf"(?:\s+(?:(?:were|was|are|have been|had been)\s+)?{FATE})?[\s,(–—-]{{1,4}}(?:(?:also|and) )?"
    rf"(?:including|(?:among|amongst) (?:them|whom|which)(?: {BE})?|of (?:them|whom)|"
    rf"(?P<most>(?:most|many|some|all|half|the majority|several) of (?:them|whom))(?: {BE})?)\b\s*",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    rf"\s+of (?:them|whom|those|the (?:dead|victims|killed|wounded|injured|casualties))\b\s*(?:{BE}\s+)?", re.IGNORECASE
)
AMONG = re.compile(
    r"\b(?:among|amongst) (?:the|those) (?P<what>dead|killed|victims|slain|wounded|injured|hurt|captured|detained|"
    rf"arrested|missing|kidnapped|abducted|casualties|fatalities)\b(?:,? (?:\w{{2,15}} ){{0,5}}?){BE} ",
    re.IGNORECASE,
)
FIELDS: dict[str, Field] = {**FIELD, "victims": "killed", "fatalities": "killed", "casualties": "killed_or_wounded"}
STOP = re.compile(
    r"[.;:)–—!?\n]|\b(?:were|was|are|is|be|been|had|has|have|when|after|before|who|whom|which|that|while|during|as|but|"
    r"killed|wounded|injured|died)\b|,\s+(?:in|near|at|on|by|according|the|said|officials?|police|[A-Z]\w+ said)\b"
)
PIECE = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|\bas well as\b|\bplus\b)\s*")
TAIL = re.compile(r"\s(?:in|near|at|on|from|aged|of|by|with|for)\b.*$", re.IGNORECASE | re.DOTALL)
SINCE = re.compile(
    r"\b(?:r[io]ses?n?|climb(?:s|ed)|increase[sd]?|grew|grown|jump(?:s|ed)|up|now|reached|raised|brought|bringing) to "
    r"(?:at least |more than |about )?(?P<n>[\w,]{1,12})\b[^.;!?\n]{0,50}?\b(?:after|as|when|with)\s+(?:another |a further )?$",
    re.IGNORECASE,
)
"""Words before those whose death raised a toll: "rose to 11 on Saturday after two recruits died"."""
DIED = re.compile(
    r"[^.;!?\n]{0,60}?\b(?:died|dies|dying|succumbed|were (?:found|recovered|pulled)|deaths?|bodies)\b", re.IGNORECASE
)
LIST = 140
"""Characters of a list of parts."""


def part_counts(
    doc: Doc, text: str, amounts: Sequence[Amount], lexicon: Lexicon, counts: Sequence[HarmCount]
) -> Iterator[HarmCount]:
    """The parts of the counts of a text."""
    starts = {a.start: a for a in amounts}
    finder = Parts(doc, text, starts, lexicon)
    for c in counts:
        if c.number == 0 or c.field == "targets_hit":
            continue
        cue = BEHIND.match(text, c.end, c.end + 70)
        if cue is not None:
            yield from finder.listed(cue.end(), c.field, c.token, vague=cue["most"])
            continue
        behind = re.compile(r"[\s,(–—-]{1,4}").match(text, c.end)
        amount = starts.get(behind.end()) if behind is not None else None
        of_them = OF_THEM.match(text, amount.end) if amount is not None else None
        if amount is not None and of_them is not None:
            yield from finder.one(amount, of_them.end(), c.field, c.token)
    yield from (replace(c, part=True) for c in counts if _raised(text, c, starts))
    for m in AMONG.finditer(text):
        token = doc.char_span(m.start("what"), m.end("what"), alignment_mode="expand")
        if token is not None:
            yield from finder.listed(m.end(), FIELDS[m["what"].lower()], token.start)


def _raised(text: str, c: HarmCount, starts: dict[int, Amount]) -> bool:
    """Tell whether a count is of those whose death raised the toll that is given before it."""
    if c.field != "killed" or c.part or c.low is None:
        return False
    toll = SINCE.search(text, max(0, c.start - 110), c.start)
    whole = starts.get(toll.start("n")) if toll is not None else None
    larger = whole is not None and whole.low is not None and whole.low > c.low
    return larger and DIED.match(text, c.end) is not None


class Parts:
    """Finds the people of a list in one text."""

    def __init__(self, doc: Doc, text: str, starts: dict[int, Amount], lexicon: Lexicon) -> None:
        self.doc, self.text, self.starts, self.lexicon = doc, text, starts, lexicon

    def listed(self, at: int, field: Field, token: int, *, vague: str | None = None) -> Iterator[HarmCount]:
        """One count for each who stands in the list that begins at `at`."""
        first = self.starts.get(at)
        if first is not None and (verb := re.compile(r"\s+(?:were|was|are|is)\s+").match(self.text, first.end)):
            yield from self.one(first, verb.end(), field, token)  # "of whom four were soldiers"
            return
        stop = STOP.search(self.text, at, at + LIST)
        end = stop.start() if stop is not None else min(len(self.text), at + LIST)
        for start, stop_at in _pieces(self.text, at, end):
            amount = self.starts.get(start)
            if amount is not None and amount.kind != "none":
                yield from self._made(amount, amount.end, stop_at, start, field, token)
            elif start == at and vague is not None:
                yield from self._made(None, start, stop_at, start, field, token, vague=vague)

    def one(self, amount: Amount, at: int, field: Field, token: int) -> Iterator[HarmCount]:
        """ "five of them children", "four were soldiers": the number, and who they are behind it."""
        stop = STOP.search(self.text, at, at + LIST)
        end = stop.start() if stop is not None else min(len(self.text), at + LIST)
        piece = next(_pieces(self.text, at, end), None)
        if piece is not None:
            yield from self._made(amount, piece[0], piece[1], amount.start, field, token)

    def _made(
        self,
        amount: Amount | None,
        words: int,
        end: int,
        start: int,
        field: Field,
        token: int,
        vague: str | None = None,
    ) -> Iterator[HarmCount]:
        """The count, where the words are of people: one by an article or a number, or vaguely many."""
        tail = TAIL.search(self.text, words, end)
        end = tail.start() if tail is not None and tail.start() > words else end
        span = self.doc.char_span(words, end, alignment_mode="contract")
        if span is None or not len(span):
            return
        head = span[-1]
        people = self.lexicon.people(head.lemma_.lower()) or self.lexicon.people(head.lower_)
        if people is None:
            return
        who = " ".join(self.text[words:end].split())
        number = amount.number if amount is not None else None
        yield HarmCount(
            field=field, token=token, head=head.i, start=start, end=end, number=number,
            bound=amount.bound if amount else "vague", low=amount.low if amount else None,
            high=amount.high if amount else None, who=who or None,
            wording=amount.wording if amount else vague or self.text[start:end], by="counts.part", part=True,
        )  # fmt: skip


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the members of a list."""
    at = start
    for m in PIECE.finditer(text, start, end):
        if m.start() > at:
            yield _trim(text, at, m.start())
        at = m.end()
    if at < end:
        yield _trim(text, at, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,\n":
        start += 1
    while end > start and text[end - 1] in " ,\n":
        end -= 1
    return start, end
