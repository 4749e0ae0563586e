"""What settles a question: a report on the incident that appeared later and tells what was left open.

toll            a figure of dead or hurt: for one that was expected to rise a figure not told before, or one said to be final; for
                one that could not be verified a figure from a voice not heard before. A report that still leaves the toll open
                settles none, nor one that still searches, names nobody or claims nothing of its kind.
responsibility  somebody claims or admits it. Blame by another does not: that is a claim of its own, not an answer.
comment         whoever was silent is heard on the incident.
inquiry, assessment, identity, search
                a sentence that says what was found (`weigh.open_settled`), in a report on the incident.
other           a motive told later where the motive was open; else nothing is known that would.

Whatever settles must have appeared on a later day; a report without a day settles nothing and stays unsettled. All that may
settle is put in order once for each incident, so that each question looks up its answer.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from firsthand.model.claim import Field
from firsthand.model.extraction import Passage
from firsthand.model.incident import About, Readings
from firsthand.model.value import Count
from firsthand.weigh.evidence import ORDERED, Case, Stated
from firsthand.weigh.open_cues import other_inquiry, questions_in
from firsthand.weigh.open_settled import settles
from firsthand.weigh.silent import Silent, party_words, silent_party

AT_ONCE: Final[frozenset[About]] = frozenset({"toll", "responsibility", "identity"})
"""Kinds of which an incident has one question: a report that still leaves it open settles it nowhere in its text."""
WORDED: Final[tuple[About, ...]] = ("inquiry", "assessment", "identity", "search", "responsibility")
CARRIES: Final[Mapping[About, tuple[Field, ...]]] = {
    "responsibility": ("actor",), "identity": ("victim", "actor", "target"),
    "search": ("killed", "missing", "captured", "victim"),
}  # fmt: skip
"""Fields whose claims, in the words that settle, are the answer itself."""
TOLLS: Final[tuple[Field, ...]] = ("killed", "wounded", "killed_or_wounded", "civilian_killed", "civilian_casualties")
RISING = re.compile(
    r"\b(?:rise|climb|increase|grow|higher|go up|mount|more|others|further|another|final|still)\b", re.IGNORECASE
)
VERIFIED = re.compile(r"\b(?:verif|confirm|corroborat|check|conflict|disput)", re.IGNORECASE)
FINAL = re.compile(r"\b(?:final|in all|altogether|all told|in total|definitive)\b", re.IGNORECASE)
MOTIVE = re.compile(r"\b(?:motives?|why|reasons?)\b", re.IGNORECASE)
LONGEST = 200


class Asked(NamedTuple):
    """One thing that one sentence of a report leaves open. `day`: the last on which the report can have appeared."""

    about: About
    report: str
    passage: Passage
    words: str
    day: date | None
    speaker: str | None


class Answer(NamedTuple):
    """What settled a question: when, in which report, by which claim if one carries it, in which words."""

    day: date
    report: str
    claim: str | None
    words: str


class Line:
    """Answers in the order of days, to be looked up by the day after which they count."""

    def __init__(self, found: Iterable[Answer]) -> None:
        self._answers = sorted(found, key=lambda a: (a.day, a.claim is None, a.report, a.claim or "", a.words))
        self._days = [answer.day for answer in self._answers]

    def after(self, day: date) -> Answer | None:
        """The first on a later day."""
        place = bisect_right(self._days, day)
        return self._answers[place] if place < len(self._answers) else None


class Answered:
    """All that settles questions on one incident."""

    def __init__(
        self,
        case: Case,
        counts: Sequence[Readings],
        asked: Sequence[Asked],
        passages: Iterable[tuple[str, Passage, str]],
        voice: Callable[[Stated], str],
    ) -> None:
        self._case = case
        self._still = frozenset((one.about, one.report) for one in asked if one.about in AT_ONCE)
        wanted = {one.about for one in asked}
        near = [(report, passage, words) for report, passage, words in passages if self._day(report) is not None]
        self._worded = {about: Line(self._in_words(about, near)) for about in WORDED if about in wanted}
        self._tolls = self._told(counts, voice) if "toll" in wanted else (Line(()), Line(()), Line(()))
        self._motives = Line(map(self._carried, case.of("motive") if "other" in wanted else ()))
        self._heard = Silent(case, near) if "comment" in wanted else None

    def to(self, asked: Asked) -> Answer | None:
        """What settled it first, None while it is open."""
        if asked.day is None:
            return None
        if asked.about == "toll":
            every, changed, other = self._tolls
            line = other if VERIFIED.search(asked.words) else changed if RISING.search(asked.words) else every
            return line.after(asked.day)
        if asked.about == "comment":
            return self._broken(asked, asked.day)
        if asked.about == "other":
            return self._motives.after(asked.day) if MOTIVE.search(asked.words) else None
        return self._worded[asked.about].after(asked.day)

    def _broken(self, asked: Asked, day: date) -> Answer | None:
        """The words of whoever was silent."""
        party = silent_party(asked.words) or asked.speaker or ""
        told = self._heard.after(party_words(party), day) if self._heard is not None else None
        return None if told is None else Answer(told.day, told.report, None, _short(told.words))

    def _day(self, report: str) -> date | None:
        """The first day on which a report can have appeared, where that is known well enough to be put in order."""
        span = self._case.published(report)
        return span.earliest if span.width is not None and span.width <= ORDERED else None

    def _in_words(self, about: About, near: Sequence[tuple[str, Passage, str]]) -> Iterator[Answer]:
        for report, passage, words in near:
            day = self._day(report)
            flat = words.replace("’", "'")
            if day is None or (about, report) in self._still or not settles(about, flat):
                continue
            years = frozenset({str(day.year)})
            if about not in questions_in(words, years) and not (about == "inquiry" and other_inquiry(words, years)):
                inside = [
                    s.id
                    for s in self._case.stated_by(report)
                    if s.claim.field in CARRIES.get(about, ()) and s.claim.span.touches(passage.start, passage.end)
                ]
                yield Answer(day, report, min(inside, default=None), _short(words))
        if about == "responsibility":
            yield from (self._carried(s) for s in self._case.of("actor") if self._owned(s))

    def _owned(self, stated: Stated) -> bool:
        """Tell whether somebody claims it for himself."""
        still = ("responsibility", stated.claim.report) in self._still
        return stated.said_on is not None and stated.claim.voice.stance == "claims" and not still

    def _told(self, counts: Sequence[Readings], voice: Callable[[Stated], str]) -> tuple[Line, Line, Line]:
        """Figures of dead or hurt: all of them, those whose number is new or final, those whose voice is new."""
        taken = {claim for field in counts if field.field in TOLLS for r in field.readings for claim in r.claims}
        told = [s for s in self._case.of(*TOLLS) if s.id in taken and s.said_on is not None]
        told = sorted(told, key=lambda s: (s.said_on or date.min, s.id))
        numbers: dict[object, date] = {}
        voices: dict[str, date] = {}
        for s in told:
            numbers.setdefault(_number(s), s.said_on or date.min)
            voices.setdefault(voice(s), s.said_on or date.min)
        kept = [s for s in told if ("toll", s.claim.report) not in self._still]
        changed = [s for s in kept if numbers[_number(s)] == s.said_on or self._final(s)]
        other = [s for s in kept if voices[voice(s)] == s.said_on]
        return Line(map(self._carried, kept)), Line(map(self._carried, changed)), Line(map(self._carried, other))

    def _final(self, stated: Stated) -> bool:
        return FINAL.search(self._sentence(stated)) is not None

    def _carried(self, stated: Stated) -> Answer:
        """A claim as what settles."""
        return Answer(stated.said_on or date.max, stated.claim.report, stated.id, _short(self._sentence(stated)))

    def _sentence(self, stated: Stated) -> str:
        report = stated.claim.report
        known, span = self._case.reports.get(report), stated.claim.span
        passages = self._case.extractions[report].passages
        start = next((p for p in passages if span.touches(p.start, p.end)), None)
        return span.quote if known is None or start is None else known.text[start.start : start.end]


def _number(stated: Stated) -> object:
    value = stated.claim.value
    return (value.number, value.low, value.high) if isinstance(value, Count) else None


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"
