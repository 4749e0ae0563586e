"""What is left open: inquiries, tolls expected to rise, names still being checked, nobody's claim; and which incident is told."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from firsthand.model.extraction import Passage
from firsthand.model.incident import Group, OpenQuestion, Readings, Telling
from firsthand.weigh.evidence import Case, Stated, ids


class Cue(NamedTuple):
    """Words that leave something open, and what settles it: a later toll, somebody's claim, or nothing that is told here."""

    pattern: re.Pattern[str]
    settled: str


def _cue(pattern: str, settled: str = "") -> Cue:
    return Cue(re.compile(pattern, re.IGNORECASE), settled)


INQUIRY = r"(?:investigation|inquiry|enquiry|probe|commission)"
CUES: Final = (
    _cue(r"\bassessments? (?:is|are|was|were|remains?|goes|continues?)\b[^.!?]{0,40}"
         r"\b(?:under ?way|in progress|ongoing|pending|on)\b"),
    _cue(rf"\b{INQUIRY}\b[^.!?]{{0,60}}\b(?:under ?way|opened|launched|begun|began|ordered|set up|pending|continues|ongoing"
         r"|(?:is|are|was|were) to|will|to report)\b"),
    _cue(rf"\b(?:open|launch|order|begin|beg[au]n|announc|promis|set up)\w{{0,5}} (?:\w{{1,12}} ){{0,3}}{INQUIRY}\b"),
    _cue(r"\b(?:toll|number|figure|count)s?\b[^.!?]{0,60}\b(?:expected|likely|feared|could|may|might|will)\b[^.!?]{0,30}"
         r"\b(?:rise|climb|increase|grow|higher|go up)\b", "toll"),
    _cue(r"\b(?:still|yet) (?:being|to be) (?:checked|verified|confirmed|identified|counted|established)\b", "toll"),
    _cue(r"\b(?:no|neither) (?:group|one|organi[sz]ation|party|side|faction)\b[^.!?]{0,40}"
         r"\b(?:claim(?:ed)?|responsibility)\b", "claim"),
    _cue(r"\bnobody\b[^.!?]{0,30}\bclaimed\b|\bno (?:immediate )?claim of responsibility\b", "claim"),
    _cue(r"\b(?:not|un)(?: yet| immediately)? ?(?:know|known|say|clear|certain)\b[^.!?]{0,30}\b(?:how many|who|whether|where)\b"),
    _cue(r"\bsearch\b[^.!?]{0,40}\b(?:continu\w{1,4}|under ?way|ongoing|went on|goes on)\b"),
)  # fmt: skip
AFTER = 5
"""Sentences after those that tell the incident in which what is left open of it may stand."""
LONGEST = 200


def open_questions(case: Case, counts: Sequence[Readings]) -> tuple[OpenQuestion, ...]:
    """What the news tellings leave open, in the order of reports and sentences, with the claim that settled it since."""
    found = []
    for report in case.tellings("main"):
        text = case.reports[report].text if report in case.reports else ""
        for passage in _near(case, report):
            cue = _first(text[passage.start : passage.end])
            if cue is not None:
                inside = [s for s in case.stated_by(report) if s.claim.span.touches(passage.start, passage.end)]
                found.append(
                    OpenQuestion(
                        what=_words(text[passage.start : passage.end]), claims=ids(inside), report=report,
                        settled_by=_settled(cue, report, case, counts),
                    )
                )  # fmt: skip
    return tuple(found)


def which_incident(group: Group) -> tuple[OpenQuestion, ...]:
    """Tellings that fit another incident about as well as this one: a question for a person."""
    return tuple(
        OpenQuestion(what=_which(told), claims=(), report=told.report, kind="which")
        for told in group.tellings
        if told.also
    )


def _which(told: Telling) -> str:
    others = " and ".join(f"{rival.incident} by {rival.millibits / 1000:+.1f} bits" for rival in told.also)
    verb = "tells" if told.role == "main" else "recalls"
    own = told.also[0].own
    stands = f"and this one by {own / 1000:+.1f}" if own is not None else "and stands alone here"
    return f"which incident the report {verb}: it fits {others}, {stands}"


def _first(sentence: str) -> Cue | None:
    return next((cue for cue in CUES if cue.pattern.search(sentence)), None)


def _near(case: Case, report: str) -> Iterator[Passage]:
    """The sentences that tell the incident in a report and some after, up to where other news is told."""
    extraction = case.extractions[report]
    told = case.pages.told(report)
    mine = {one.mention.sentence for one in told if one.id in case.mention_ids}
    others = {m.sentence for key, m, _ in told if key not in case.mention_ids and m.role == "main"} - mine
    left = 0
    for place, passage in enumerate(extraction.passages):
        left = AFTER + 1 if place in mine else 0 if place in others else left - 1
        if left > 0 and passage.section in ("body", "quote"):
            yield passage


def _words(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _settled(cue: Cue, report: str, case: Case, counts: Sequence[Readings]) -> str | None:
    """A claim in a report that appeared later and tells what was left open."""
    asked = case.published(report).latest
    if asked is None:
        return None
    later = [s for s in case.stated if s.said_on is not None and s.said_on > asked]
    if cue.settled == "toll":
        told = {
            claim
            for field in counts
            for reading in field.readings
            for claim in reading.claims
            if field.field == "killed"
        }
        return _earliest([s for s in later if s.id in told])
    if cue.settled == "claim":
        return _earliest([s for s in later if s.claim.field == "actor" and s.claim.voice.stance == "claims"])
    return None


def _earliest(found: Sequence[Stated]) -> str | None:
    first = min(found, key=lambda s: (s.said_on is None, s.said_on and s.said_on.toordinal(), s.id), default=None)
    return first.id if first else None
