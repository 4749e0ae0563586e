"""Why two tellings may be one incident, and what people decided."""

from datetime import datetime
from typing import Literal

from firsthand.model.base import Record, digest


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
    """A person's judgement on mentions, logged and honoured for ever; `answers` is the id of the decision an undo takes back."""

    kind: Literal["same", "different", "undo"]
    mentions: tuple[str, ...]
    by: str
    why: str
    at: datetime
    answers: str | None = None

    @property
    def id(self) -> str:
        """Name the decision by its content."""
        return digest("dec", self.kind, self.mentions, self.by, self.why, self.at, self.answers)
