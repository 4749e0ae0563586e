"""One parsed report with all that has been found in it, for the steps that put events together."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, TypeVar

from spacy.tokens import Doc, Token

from firsthand.extract.numbers import Amount
from firsthand.model.extraction import Credit, Name, Passage
from firsthand.model.place import PlaceName
from firsthand.model.report import DateClue
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr
from firsthand.model.voice import Attribution
from firsthand.model.when import UNKNOWN, TimeSpan
from firsthand.resources.frames import Frames
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.scorers import Scorers

T = TypeVar("T")
Spanned = TypeVar("Spanned", TimeExpr, PlaceName)
OWN = frozenset({"stamp", "header", "published", "updated", "dateline", "heading"})
"""Kinds of clue that give the report's own day, by extract.clues."""


def plain_day(clues: Sequence[DateClue]) -> TimeSpan:
    """The report's day where a clue of high trust gives it."""
    day = next((c.day for c in clues if c.day is not None and c.trust == "high" and c.kind in OWN), None)
    return UNKNOWN if day is None else TimeSpan(edtf=day.isoformat(), earliest=day, latest=day, basis="stated")


def _starts(times: Sequence[TimeExpr], clues: Sequence[DateClue]) -> frozenset[int]:
    spans = [c.span for c in clues if c.span is not None and c.kind in OWN]
    return frozenset(t.span.start for t in times if any(s.touches(t.span.start, t.span.end) for s in spans))


def _start(item: TimeExpr | PlaceName) -> int:
    return item.span.start


class Scene:
    """The parse and the finds of one report, each to be asked for by token.

    `day`: the report's own day where the text states it plainly, else unknown; only for telling old from new. `own_days`:
    where the expressions start that give it (header, dateline); they are no event's day.
    """

    def __init__(
        self,
        *,
        report: str,
        doc: Doc,
        text: str,
        passages: Sequence[Passage],
        names: Sequence[Name],
        places: Sequence[PlaceName],
        times: Sequence[TimeExpr],
        attributions: Sequence[Attribution],
        amounts: Sequence[Amount],
        frames: Frames,
        kinds: Kinds,
        lexicon: Lexicon,
        scorers: Scorers,
        clues: Sequence[DateClue] = (),
        credits: Sequence[Credit] = (),
    ) -> None:
        self.report, self.doc, self.text, self.passages = report, doc, text, passages
        self.names, self.places, self.times, self.attributions, self.amounts = (
            names,
            places,
            times,
            attributions,
            amounts,
        )
        self.frames, self.kinds, self.lexicon, self.scorers = frames, kinds, lexicon, scorers
        self.memo: dict[str, dict[Any, Any]] = {}
        """What a step has worked out once, by its own keys."""
        self.clues, self.credits = clues, credits
        self.day = plain_day(clues)
        self.own_days = _starts(times, clues)
        self.name_at = self._index([(n.span, n) for n in names])
        self.place_at = self._index([(p.span, p) for p in places])
        self.time_at = self._index([(t.span, t) for t in times])
        self.cues = frozenset(i for a in attributions for c in a.cue for i in self.tokens(c.start, c.end))
        self.spoken = bytearray(len(text) + 1)
        for content in (c for a in attributions for c in a.content):
            self.spoken[content.start : content.end] = b"\x01" * (content.end - content.start)
        self.passage_at = [-1] * len(doc)
        for k, p in enumerate(passages):
            for i in self.tokens(p.start, p.end):
                self.passage_at[i] = k

    def _index(self, items: Sequence[tuple[Span, T]]) -> dict[int, T]:
        found: dict[int, T] = {}
        for span, item in items:
            for i in self.tokens(span.start, span.end):
                found.setdefault(i, item)
        return found

    def times_in(self, k: int) -> list[TimeExpr]:
        """Time expressions that start in passage `k`."""
        return self._inside(self.times, k)

    def places_in(self, k: int) -> list[PlaceName]:
        """Place names that start in passage `k`."""
        return self._inside(self.places, k)

    def _inside(self, items: Sequence[Spanned], k: int) -> list[Spanned]:
        if k < 0:
            return []
        first = bisect_left(items, self.passages[k].start, key=_start)
        last = bisect_left(items, self.passages[k].end, key=_start)
        return list(items[first:last])

    def tokens(self, start: int, end: int) -> range:
        """Indices of the tokens that share a character with start..end."""
        span = self.doc.char_span(start, min(end, len(self.text)), alignment_mode="expand")
        return range(span.start, span.end) if span is not None else range(0)

    def passage(self, token: Token) -> Passage | None:
        """The passage a token stands in; None in what is no passage (blank lines)."""
        k = self.passage_at[token.i]
        return self.passages[k] if k >= 0 else None

    def cut(self, start: int, end: int) -> Span:
        """A span of the report."""
        return Span.cut(self.text, start, end)
