"""Standing figures (troops in a country, detainees in camps): no event, followed over reports."""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.span import Span


class StandingReading(Record, frozen=True, kw_only=True):
    """One report's number for a standing figure.

    `as_of`: the last day of which it is told, ISO: the report's own, or one that the words give. `span`: the words; `sentence`:
    the sentence they stand in, on one line. `voices`: from who first said it to who passed it on, empty for the outlet itself.
    `origin`: whom it goes back to.
    """

    number: int | None
    bound: str
    low: int | None
    high: int | None
    report: str
    as_of: str | None
    span: Span | None = None
    sentence: str = ""
    voices: tuple[str, ...] = ()
    origin: str = ""


class FigureChange(Record, frozen=True, kw_only=True):
    """How one reading of a standing figure goes with the one before (places in its readings), in a sentence that quotes both."""

    kind: Literal["update", "conflict", "refinement", "wording", "same"]
    earlier: int
    later: int
    why: str


class Standing(Record, frozen=True, kw_only=True):
    """What a figure stands at by the reports of its last days; None is open. `as_of`: the last of them, ISO."""

    low: int | None
    best: int | None
    high: int | None
    as_of: str | None


class StandingFigure(Record, frozen=True, kw_only=True):
    """A standing figure followed over reports: readings in the order of time.

    `kind`: the gravest of `changes` (conflict, update, refinement, wording, same), or single. `now`: low, best and high
    of what is said of the last days.
    """

    what: str
    where: str | None
    readings: tuple[StandingReading, ...]
    kind: str
    why: str
    changes: tuple[FigureChange, ...] = ()
    now: Standing | None = None
