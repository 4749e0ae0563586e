"""Where a quotation runs on: in the next paragraph, which opens the marks again, or behind who said it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.trace.texts import Text

BETWEEN = re.compile(r"\s*\n\s*(?:``|''|‘‘|[“”„«‹\"'‘])\s*")
"""What stands between two paragraphs of one quotation."""
INTERRUPTED = re.compile(r"[”\"'’»›]{1,2}[ \t]?[^\n“”«»\"]{3,160},[ \t][“\"'‘«„`‹]{1,2}")
"""What stands between two halves of one sentence: "“The talks,” he said, “are over”"."""
BACK = 2
"""Quotations before this one that it may go on with: one inside the open one may stand between."""


class Stretch(NamedTuple):
    """The pieces of one quotation, half-open, and who says them: speaker, and every name the report has for the source."""

    pieces: tuple[tuple[int, int], ...]
    speaker: str | None
    chain: tuple[str, ...]


def stretches(text: Text) -> Iterator[Stretch]:
    """The quotations of one report, each whole, in the order of their start."""
    body = text.report.text
    cues = sorted(cue.start for said in text.extraction.attributions for cue in said.cue)
    held: list[tuple[Stretch, bool]] = []
    for q in text.extraction.quotations:
        now = Stretch(((q.span.start, q.span.end),), q.speaker, q.chain)
        for k in range(len(held) - 1, max(-1, len(held) - 1 - BACK), -1):
            before, closed = held[k]
            start, end = before.pieces[-1]
            if not closed and BETWEEN.fullmatch(body, end, q.span.start):
                now = Stretch(
                    (*before.pieces[:-1], (start, q.span.end)), before.speaker or now.speaker, before.chain or now.chain
                )
            elif closed and _interrupted(body, before, q.span.start, cues) and before.speaker == q.speaker:
                now = Stretch((*before.pieces, *now.pieces), before.speaker, before.chain)
            else:
                continue
            del held[k]
            break
        held.append((now, q.closed))
    yield from sorted((stretch for stretch, _ in held), key=lambda s: (s.pieces[0][0], -s.pieces[-1][1]))


def _interrupted(body: str, before: Stretch, start: int, cues: list[int]) -> bool:
    """Tell whether a sentence goes on at `start` behind who says it."""
    end = before.pieces[-1][1]
    if start - end > 170 or not body[start].islower() or body[end - 1] not in ",-–—…" or before.speaker is None:
        return False
    at = bisect_left(cues, end)
    return at < len(cues) and cues[at] < start and INTERRUPTED.fullmatch(body, end, start) is not None
