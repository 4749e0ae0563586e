"""Who has not commented, or will, and where they are heard later."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from firsthand.model.extraction import Extraction, Passage
from firsthand.weigh.evidence import Case
from firsthand.weigh.open_cues import CUES, questions_in

OFFICES: Final = frozenset(
    "has have had does did is are was were the a an its their his her our this that of in for and by at to from on "
    "spokesman spokeswoman spokesperson spokesmen official officials officer senior chief top statement request requests "
    "question questions call calls email emails message messages contacted reporters told said says saying would will also "
    "but while when as however".split()
)
"""Words that tell nothing of whose silence it is."""
SAME: Final = {
    "military": "army", "forces": "army", "force": "army", "minister": "ministry", "ministries": "ministry",
    "rebel": "rebels", "authority": "authorities", "policeman": "police", "president": "presidency",
    "ambassador": "embassy", "governor": "governorate",
}  # fmt: skip
BEHIND = re.compile(r"^[^.!?]{0,40}?\b(?:from|by|to) (the )?(?P<party>[^,.;:!?]{2,60})", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:to|of|from) (?P<party>(?:the |a )?[^,.;:!?]{2,60})$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w-]*")
SENT = re.compile(r"\b(?:calls?|e?-?mails?|messages?|requests?|questions?|letters?|phone)\b", re.IGNORECASE)


class Heard(NamedTuple):
    """Somebody heard on the incident: the first day on which the report can have appeared, and the sentence."""

    day: date
    report: str
    words: str


def silent_party(sentence: str) -> str | None:
    """Whose comment is outstanding, in the words of a sentence; None where it does not say."""
    flat = sentence.replace("’", "'")
    match = CUES["comment"].search(flat)
    if match is None:
        return None
    before, after = flat[: match.start()].strip(), flat[match.end() :]
    if match[0].casefold().endswith("from"):
        after = f" from {after}"
    if match[0].casefold().startswith("no ") or not before or before.casefold() in ("there was", "there has been"):
        found = BEHIND.match(after)
        return found["party"] if found else None
    if SENT.search(before) and (found := BEFORE.search(before)):
        return found["party"]
    pieces = re.split(r"[,;:]\s+", before)
    aside = re.match(r"(?:who|which|whose|that)\b", pieces[-1], re.IGNORECASE)
    return pieces[0] if aside and len(pieces) > 1 else pieces[-1] or pieces[0]


def party_words(party: str) -> frozenset[str]:
    """The words that tell a party from another."""
    words = (w.casefold().removesuffix("'s") for w in WORD.findall(party))
    return frozenset(SAME.get(w, w) for w in words if w not in OFFICES and len(w) > 2)


def heard_in(extraction: Extraction, passage: Passage) -> str | None:
    """Who is heard in a sentence, None for the outlet alone."""
    return next(
        (
            a.speaker
            for a in extraction.attributions
            if any(part.touches(passage.start, passage.end) for part in a.content)
        ),
        None,
    )


class Silent:
    """Who is heard on an incident, to be looked up by the words of a party and the day after which it counts."""

    def __init__(self, case: Case, near: Sequence[tuple[str, Passage, str]]) -> None:
        self._case = case
        found: dict[frozenset[str], list[Heard]] = {}
        for words, heard in self._speaking(near):
            if words:
                found.setdefault(words, []).append(heard)
        self._spoken = {words: sorted(heard) for words, heard in found.items()}
        self._looked_up: dict[frozenset[str], list[Heard]] = {}

    def after(self, party: frozenset[str], day: date) -> Heard | None:
        """The first time that the party is heard on a later day."""
        if party not in self._looked_up:
            self._looked_up[party] = sorted(
                one
                for words, heard in self._spoken.items()
                if party and (words <= party or party <= words)
                for one in heard
            )
        told = self._looked_up[party]
        place = bisect_right(told, day, key=lambda heard: heard.day)
        return told[place] if place < len(told) else None

    def _speaking(self, near: Sequence[tuple[str, Passage, str]]) -> Iterator[tuple[frozenset[str], Heard]]:
        sentences: dict[str, list[tuple[Passage, str]]] = {}
        for report, passage, words in near:
            sentences.setdefault(report, []).append((passage, words))
        for report, held in sentences.items():
            day = self._case.published(report).earliest
            starts = [passage.start for passage, _ in held]
            for act in self._case.extractions[report].attributions:
                place = bisect_right(starts, act.source.start) - 1 if act.source is not None else -1
                if day is None or act.speaker is None or place < 0 or act.source is None:
                    continue
                passage, words = held[place]
                if act.source.start < passage.end and "comment" not in questions_in(words):
                    for party in {party_words(act.speaker), party_words(act.source.quote)}:
                        yield party, Heard(day, report, words)
