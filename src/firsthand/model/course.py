"""How the account of an incident changed: who gave which figure when, what it did to the account, and what stood after it."""

from datetime import date
from typing import Literal

from firsthand.model.base import Record
from firsthand.model.claim import Field
from firsthand.model.incident import Best
from firsthand.model.value import Count
from firsthand.model.voice import Stance

Did = Literal["first", "same", "higher", "lower", "more exact", "less exact", "part", "recalled", "aside", "attackers"]
"""What a figure did to the account as it stood before its day.

"part": it counts some of those whom another counts; "recalled": told only to say that another has replaced it; "aside": no toll
of the whole for another reason; "attackers": what those who attacked lost, beside the losses of others.
"""


class FigureTold(Record, frozen=True, kw_only=True):
    """A figure as one voice gives it in one report.

    `day`: the last on which the report can have appeared, None where that is not known to some days. `speaker` None: the outlet
    itself. `origins`: whom it goes back to; `through`: who passed it on to the report. `replaces`: the words of the figure that
    the same origins gave before.
    """

    report: str
    day: date | None
    count: Count
    quote: str
    speaker: str | None
    stance: Stance
    origins: tuple[str, ...]
    through: tuple[str, ...]
    claims: tuple[str, ...]
    did: Did
    replaces: str | None = None


class Stood(Record, frozen=True, kw_only=True):
    """Low, best and high as weighed from what had been said by the end of a day; `best` None where nothing gave a number."""

    day: date
    best: Best | None


class Course(Record, frozen=True, kw_only=True):
    """The history of one count: figures by day, those of unknown day apart, what stood after each; `now`: with all of them."""

    field: Field
    told: tuple[FigureTold, ...]
    undated: tuple[FigureTold, ...]
    stood: tuple[Stood, ...]
    now: Best | None


class Denied(Record, frozen=True, kw_only=True):
    """A denial: of which field, when and in which report, as far as that is known, and the sentence that quotes it."""

    field: str
    why: str
    day: date | None = None
    report: str | None = None
    speaker: str | None = None
    claims: tuple[str, ...] = ()


class History(Record, frozen=True, kw_only=True):
    """All counts of an incident over time, in the order of the format, and what was denied, by day."""

    courses: tuple[Course, ...]
    denied: tuple[Denied, ...]
