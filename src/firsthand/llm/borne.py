"""The events of an answer that a report bears out: each trigger and value with its words, the rest dropped and counted."""

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.llm.answer import Answer, Event
from firsthand.llm.bearing import QUOTE, SNARE, Bearing
from firsthand.llm.tolls import place_words
from firsthand.llm.unreal import AFTER, BEFORE, same
from firsthand.llm.words import Reading
from firsthand.model.base import Record
from firsthand.model.claim import Field as FieldName
from firsthand.model.claim import Status
from firsthand.model.span import Span
from firsthand.model.value import Value
from firsthand.model.voice import Voice
from firsthand.resources.frames import Frames
from firsthand.resources.kinds import Kinds

LONGEST_TRIGGER = 60
REACH = 6
"""Sentences between the name of an event and what is said of it, at most."""
TRIGGER, FAR, UNREAL_TOLD = (
    "an event without words for it",
    "words far from the event",
    "an event that its words do not say happened",
)
OTHER_KIND = "a kind that the words for the event contradict"
HAPPENED = frozenset({"occurred", "ongoing"})
EMPTY = frozenset(
    "the and was were has had have been that this with from for its their his her who which when where said says also after "
    "before into over under one two are not but about them they she him".split()
)


class Point(Record, frozen=True, kw_only=True):
    """One value that the report bears out."""

    field: FieldName
    value: Value
    span: Span
    voice: Voice


class Found(Record, frozen=True, kw_only=True):
    """One event that the report bears out. `sentence`: of its trigger."""

    kind: str
    trigger: Span
    sentence: int
    status: Status
    points: tuple[Point, ...]


class Judge:
    """Holds the answers of a model against one report."""

    def __init__(self, reading: Reading, bearing: Bearing, kinds: Kinds, frames: Frames) -> None:
        self._reading, self._bearing, self._kinds, self._frames = reading, bearing, kinds, frames

    def found(self, answer: Answer, shown: range) -> tuple[tuple[Found, ...], Counter[str]]:
        """The events borne out, and what was dropped by reason. `shown`: the sentences that the model was shown."""
        dropped = Counter(answer.dropped)
        kept = []
        for event in answer.events:
            told = self._event(event, shown)
            if isinstance(told, str):
                dropped[told] += 1 + len(event.claims)
                continue
            trigger, k = told
            points = self._points(event, k, shown, dropped)
            kept.append(Found(kind=event.kind, trigger=trigger, sentence=k, status=event.status, points=points))
        return tuple(kept), dropped

    def _event(self, event: Event, shown: range) -> tuple[Span, int] | str:
        """The trigger and its sentence, or why the event does not stand."""
        span = (
            self._reading.locate(event.trigger, event.sentence, shown)
            if len(event.trigger) <= LONGEST_TRIGGER
            else None
        )
        if span is None:
            return TRIGGER if len(event.trigger) > LONGEST_TRIGGER else QUOTE
        k = self._reading.passage_of(span.start)
        if self._reading.snared(span):
            return SNARE
        words = self._words(span)
        if not words:
            return TRIGGER
        known = self._kinds_of(words, k)
        if known and not any(self._kinds.akin(event.kind, kind) for kind in known):
            return OTHER_KIND
        place = self._reading.passages[k]
        before, after = self._reading.text[place.start : span.start], self._reading.text[span.end : place.end]
        if event.status in HAPPENED and (BEFORE.search(before[-80:]) or AFTER.search(after)):
            return UNREAL_TOLD
        return span, k

    def _points(self, event: Event, k: int, shown: range, dropped: Counter[str]) -> tuple[Point, ...]:
        points = []
        for said in event.claims:
            span = self._reading.locate(said.quote, said.sentence, shown, near=k)
            at = self._reading.passage_of(span.start) if span else -1
            if span is None or abs(at - k) > REACH:
                dropped[QUOTE if span is None else FAR] += 1
                continue
            borne = self._bearing.value(said, span, at)
            if isinstance(borne, str):
                dropped[borne] += 1
                continue
            voice = self._bearing.voice(said, borne.span, at)
            points.append(Point(field=said.field, value=borne.value, span=borne.span, voice=voice))
        return tuple(points)

    def _words(self, span: Span) -> list[str]:
        """The words of a trigger that can name an event: no names, places, times or small words."""
        found = self._reading.found
        taken = [*(n.span for n in found.names), *(p.span for p in found.places), *(t.span for t in found.times)]
        return [
            m[0].lower()
            for m in re.finditer(r"[^\W\d_]{3,}", span.quote)
            if m[0].lower() not in EMPTY
            and not any(t.touches(span.start + m.start(), span.start + m.end()) for t in taken)
        ]

    def _kinds_of(self, words: Sequence[str], k: int) -> set[str]:
        """The kinds that the program's own frames know these words for; empty for words that they do not know."""
        shown = place_words(self._reading, k).lower()
        lemmas = [x for x in self._reading.passages[k].lemmas if any(same(x, word) for word in words)]
        kinds = {frame.kind for x in (*lemmas, *words) for frame in self._frames.verbs.get(x, ())}
        kinds |= {self._frames.nouns[x].kind for x in (*lemmas, *words) if x in self._frames.nouns}
        for table in (self._frames.harm_verbs, self._frames.harm_adjectives, self._frames.harm_nouns):
            kinds |= {self._frames.harm_kind[table[x]] for x in (*lemmas, *words) if x in table}
        return kinds | {self._frames.refine(kind, frozenset(self._reading.passages[k].lemmas), shown) for kind in kinds}
