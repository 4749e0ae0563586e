"""Why two tellings may be one incident, and what people decided."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from firsthand.model.base import Record, digest
from firsthand.model.place import Place


class Feature(Record, frozen=True, kw_only=True):
    """One reason for or against: the two values compared, its weight in 1/1000 bit, and a sentence."""

    name: str
    left: str
    right: str
    millibits: int
    why: str


class Match(Record, frozen=True, kw_only=True):
    """Two tellings compared. `millibits` = `prior` + sum of features, checked when built; `veto` names a hard no.

    `left`, `right`: ids of events, left < right. Errors: ValueError where the sum does not hold.
    """

    left: str
    right: str
    prior: int
    features: tuple[Feature, ...]
    millibits: int
    veto: str | None = None

    def __post_init__(self) -> None:
        if self.millibits != self.prior + sum(f.millibits for f in self.features):
            raise ValueError("the bits of a match must add up")


class Decision(Record, frozen=True, kw_only=True):
    """A person's judgement, logged and honoured for ever; `answers` is the id of the decision an undo takes back.

    "same" and "different" are on `mentions`. "place" is on what `name` means: `place`, or nothing that is a place where it is
    None; in the report of this id, or, where `report` is None, in every report of the record.
    """

    kind: Literal["same", "different", "undo", "place"]
    mentions: tuple[str, ...] = ()
    by: str
    why: str
    at: datetime
    answers: str | None = None
    name: str | None = None
    report: str | None = None
    place: Place | None = None

    @property
    def id(self) -> str:
        """Name the decision by its content."""
        about = (self.name, self.report, self.place) if self.kind == "place" else ()
        return digest("dec", self.kind, self.mentions, self.by, self.why, self.at, self.answers, *about)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions that were not taken back, in their order; an undo may itself be undone."""
    logged = tuple(decisions)
    undone: set[str] = set()
    for decision in reversed(logged):
        if decision.kind == "undo" and decision.answers is not None and decision.id not in undone:
            undone.add(decision.answers)
    return tuple(d for d in logged if d.kind != "undo" and d.id not in undone)
