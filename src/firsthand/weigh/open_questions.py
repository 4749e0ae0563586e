"""What is left open (inquiries, tolls expected to rise, names still being checked, nobody's claim), and which incident is told.

A question stays open until a report that appeared later settles it: `weigh.settling`.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from firsthand.model.extraction import Passage
from firsthand.model.incident import Group, OpenQuestion, Readings, Telling
from firsthand.model.span import Span
from firsthand.weigh.evidence import Case, Stated, ids
from firsthand.weigh.open_cues import questions_in
from firsthand.weigh.settling import Answered, Asked
from firsthand.weigh.silent import heard_in

AFTER, ALONE = 5, 9
"""Sentences after those that tell the incident in which what is left open of it may stand; where it is all the report tells."""
LONGEST = 200
AGAIN = re.compile(
    r"\b(?:claim|admit|own|responsib|charg|convict|sentenc|arrest)\w{0,6}\b[^.!?]{0,40}\b(?:the|this"
    r"|that) (?:\w{3,10} )?"
    r"(?:attack|bombing|blast|explosion|raid|strike|ambush|shelling|killings?|assault|shooting|massacre)\b"
    r"|\b(?:arrest|captur|seiz|rescu|free|kill)\w{0,3} (?:the|both|all) (?:\w{3,10} )?(?:attackers?|bombers?"
    r"|gunm[ae]n|assailants?|suspects?|killers?|hostages?)\b",
    re.IGNORECASE,
)
"""Words on who did it that take the event up again."""


def open_questions(
    case: Case, counts: Sequence[Readings], voice: Callable[[Stated], str] | None = None
) -> tuple[OpenQuestion, ...]:
    """What the news tellings leave open, in the order of reports and sentences, with what settled it since.

    `voice`: who says a claim, by name; without it by the words of the report.
    """
    years = _years(case)
    asked = [one for report in case.tellings("main") for one in _asked(case, report, years)]
    if not asked:
        return ()
    answered = Answered(case, counts, asked, _passages(case), voice or _voice)
    return tuple(_question(case, one, answered) for one in asked)


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


def _voice(stated: Stated) -> str:
    return stated.claim.voice.speaker or stated.claim.report


def _years(case: Case) -> frozenset[str]:
    """The years in which the incident's reports appeared."""
    found = (case.published(telling.report) for telling in case.group.tellings)
    return frozenset(str(day.year) for span in found for day in (span.earliest, span.latest) if day is not None)


def _asked(case: Case, report: str, years: frozenset[str]) -> Iterator[Asked]:
    """What one report leaves open, in the order of its sentences."""
    text = case.reports[report].text if report in case.reports else ""
    day = case.published(report)
    for passage in _near(case, report, text):
        for about in questions_in(text[passage.start : passage.end], years):
            yield Asked(
                about, report, passage, text[passage.start : passage.end], day.latest,
                heard_in(case.extractions[report], passage),
            )  # fmt: skip


def _question(case: Case, asked: Asked, answered: Answered) -> OpenQuestion:
    passage, report = asked.passage, asked.report
    inside = [s for s in case.stated_by(report) if s.claim.span.touches(passage.start, passage.end)]
    answer, since = answered.to(asked), case.published(report).earliest
    return OpenQuestion(
        what=shortened(asked.words),
        claims=ids(inside),
        report=report,
        about=asked.about,
        span=Span(start=passage.start, end=passage.end, quote=asked.words),
        said_by=asked.speaker,
        since=since.isoformat() if since is not None else None,
        settled_by=answer.claim if answer else None,
        settled_in=answer.report if answer else None,
        settled_on=answer.day.isoformat() if answer else None,
        settled_words=answer.words if answer else None,
    )


def _passages(case: Case) -> Iterator[tuple[str, Passage, str]]:
    """Every sentence on the incident, of reports that tell it as news or recall it, with its words."""
    for report in sorted({*case.tellings("main"), *case.tellings("background")}):
        text = case.reports[report].text if report in case.reports else ""
        for passage in _near(case, report, text):
            yield report, passage, text[passage.start : passage.end]


def _near(case: Case, report: str, text: str) -> Iterator[Passage]:
    """The sentences that tell the incident in a report and some after, up to where other news is told.

    What is said of "the attack" right after is of it, also where a day in the sentence is taken for that of another one.
    """
    extraction = case.extractions[report]
    told = case.pages.told(report)
    mine = {one.mention.sentence for one in told if one.id in case.mention_ids}
    others = {m.sentence for key, m, _ in told if key not in case.mention_ids and m.role == "main"} - mine
    left, after = 0, AFTER if others else ALONE
    for place, passage in enumerate(extraction.passages):
        other = place in others and not (left > 1 and AGAIN.search(text, passage.start, passage.end))
        left = after + 1 if place in mine else 0 if other else left - 1
        if left > 0 and passage.section in ("body", "quote", "headline"):
            yield passage


def shortened(sentence: str) -> str:
    """A sentence on one line, cut where it is long."""
    words = " ".join(sentence.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
