"""Reports and extractions for the tests of dating: texts are invented, times and clues are found, the rest is made by hand."""

from collections.abc import Sequence
from datetime import date

import msgspec

from firsthand.extract.clues import date_clues
from firsthand.extract.times import find_times
from firsthand.model.base import sha256
from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction, Figure
from firsthand.model.lineage import Lineage, PassageRef
from firsthand.model.report import Report, Stamp
from firsthand.model.span import Span
from firsthand.model.value import Day
from firsthand.model.voice import OUTLET
from firsthand.resources.bodies import NONE, Bodies

READ_ON = date(2026, 3, 1)
Told = tuple[Report, Extraction]


def told(
    text: str, name: str = "a.txt", *, stamps: Sequence[Stamp] = (), read_on: date = READ_ON, bodies: Bodies = NONE
) -> Told:
    """A report of the text with its times and clues."""
    report = Report(
        sha256=sha256((name + text).encode()),
        text=text,
        names=(name,),
        media_type="text/plain",
        read_on=read_on,
        stamps=tuple(stamps),
    )
    times = find_times(text)
    return report, Extraction(report=report.id, times=times, clues=date_clues(report, times, bodies))


def with_event(one: Told, trigger: str, when: str | None = None, kind: str = "raid") -> Told:
    """The report with one main event, and the words that give its day."""
    report, extraction = one
    claims: tuple[Claim, ...] = ()
    at = report.text.index(trigger)
    if when is not None:
        time = next(t for t in extraction.times if t.span.quote == when)
        value = Day(expression=when, ref=time.ref)
        claims = (
            Claim(report=report.id, mention="m", field="date", value=value, span=time.span, voice=OUTLET, by="test"),
        )
    mention = Mention(
        report=report.id, event="e", kind=kind, trigger=Span.cut(report.text, at, at + len(trigger)), status="occurred",
        role="main", sentence=0, claims=claims,
    )  # fmt: skip
    return report, msgspec.structs.replace(extraction, mentions=(*extraction.mentions, mention))


def with_figure(one: Told, words: str, what: str, number: int) -> Told:
    """The report with one standing figure."""
    report, extraction = one
    at = report.text.index(words)
    figure = Figure(
        span=Span.cut(report.text, at, at + len(words)),
        what=what,
        where=None,
        number=number,
        bound="exact",
        low=number,
        high=number,
    )
    return report, msgspec.structs.replace(extraction, figures=(*extraction.figures, figure))


def lineage(kind: str, *reports: Report) -> Lineage:
    """A lineage of the first characters of the reports."""
    passages = tuple(PassageRef(report=r.id, start=0, end=5) for r in reports)
    return msgspec.convert(
        {"origin": "statement of the Ollin Guard", "speaker": "Ollin Guard", "kind": kind, "how": "verbatim",
         "reports": [r.id for r in reports], "passages": [msgspec.to_builtins(p) for p in passages]},
        Lineage,
    )  # fmt: skip
