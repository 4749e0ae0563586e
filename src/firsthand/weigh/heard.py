"""Whom a report quotes where it tells an incident: in a claim's sentence, beside it, or on the event at all."""

from collections.abc import Callable, Iterable, Iterator

from firsthand.model.extraction import Extraction, Passage
from firsthand.model.span import Span
from firsthand.model.voice import Attribution, Voice
from firsthand.weigh.evidence import Case, Stated
from firsthand.weigh.speakers import Speakers

First = Callable[[Voice], str | None]
BODY = frozenset({"body", "quote"})


class Heard:
    """Who is quoted in the reports of one incident. `first`: who first said what a voice says, by the name for them here."""

    def __init__(self, case: Case, speakers: Speakers, first: First) -> None:
        self._case = case
        self._speakers = speakers
        self._first = first

    def told(self, stated: Stated) -> set[str]:
        """Those who are quoted in the sentence of a claim, outlets aside."""
        extraction, span = self._case.extractions[stated.claim.report], stated.claim.span
        here = [p for p in extraction.passages if span.touches(p.start, p.end)]
        found = set()
        for said in extraction.attributions:
            if said.source is not None and said.reports and any(said.source.touches(p.start, p.end) for p in here):
                name = self._first(voice(said))
                found |= {name} if name is not None and self._speakers.someone(name) else set()
        return found

    def beside(self, report: str, told: Iterable[Stated]) -> list[str]:
        """Speakers who are quoted in the sentences that tell it, though on something else of it."""
        extraction = self._case.extractions[report]
        spans = [s.claim.span for s in told]
        inside = [p for p in extraction.passages if any(span.touches(p.start, p.end) for span in spans)]
        return sorted(self._names(_within(extraction, inside)))

    def elsewhere(self, report: str) -> list[str]:
        """Speakers who are quoted in other sentences of the news, those aside that tell another event."""
        extraction = self._case.extractions[report]
        if report not in self._case.tellings("main"):
            return []
        events = {m.event for _, m in self._case.told_by(report)}
        ours, others = ([m.trigger for m in extraction.mentions if (m.event in events) == own] for own in (True, False))
        news = [
            p
            for p in extraction.passages
            if p.section in BODY and p.role == "main" and (_any(p, ours) or not _any(p, others))
        ]
        found = self._names(a for a in _within(extraction, news) if a.source is not None)
        return sorted(name for name in found if self._speakers.speaks(name))

    def denying(self, report: str) -> list[str]:
        """Speakers who say in words without a verb for it that it was not they, or that it is told wrongly."""
        extraction = self._case.extractions[report]
        ours = {m.event for _, m in self._case.told_by(report)}
        found = self._names(a for a, _ in self._case.pages.denied(report) if last_told(a, extraction) in ours)
        return sorted(name for name in found if self._speakers.speaks(name))

    def quoted(self, report: str) -> set[str]:
        """All who are quoted in a report, on whatever."""
        return set(self._names(self._case.extractions[report].attributions))

    def _names(self, said: Iterable[Attribution]) -> Iterator[str]:
        for act in said:
            name = self._first(voice(act)) if act.speaker else None
            if name is not None:
                yield name


def voice(act: Attribution) -> Voice:
    """The voice of an act of saying."""
    return Voice(speaker=act.speaker, chain=act.chain, stance=act.stance, span=act.source)


def last_told(act: Attribution, extraction: Extraction) -> str | None:
    """The event that a report told last before somebody has spoken, None where it told none."""
    end = act.content[0].end
    before = [m for m in extraction.mentions if m.trigger.start < end]
    return max(before, key=lambda m: m.trigger.start).event if before else None


def _within(extraction: Extraction, passages: Iterable[Passage]) -> Iterator[Attribution]:
    """What is said in some passages and vouched for."""
    inside = list(passages)
    for said in extraction.attributions:
        if said.reports and any(c.touches(p.start, p.end) for c in said.content for p in inside):
            yield said


def _any(passage: Passage, spans: Iterable[Span]) -> bool:
    return any(span.touches(passage.start, passage.end) for span in spans)
