"""The unit of the record: one thing that one voice says about one event in one report."""

from typing import Literal

from firsthand.model.base import Record, digest
from firsthand.model.span import Span
from firsthand.model.value import Value
from firsthand.model.voice import Voice

Status = Literal["occurred", "ongoing", "planned", "threatened", "attempted", "denied", "hypothetical"]
Role = Literal["main", "background"]
Field = Literal[
    "actor", "target", "victim", "weapon", "date", "place", "motive", "outcome", "seized", "denial",
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced", "targets_hit",
    "civilian_killed", "civilian_wounded", "civilian_casualties",
]  # fmt: skip
COUNTS: tuple[Field, ...] = (
    "killed", "wounded", "captured", "missing", "displaced", "killed_or_wounded",
    "civilian_killed", "civilian_wounded", "civilian_casualties", "targets_hit",
)  # fmt: skip


INFERRED = ("ground.", "moments.found", "moments.same", "moments.story")
"""Rules, or beginnings of rules, that give an event a day or place by the story around it."""


class Claim(Record, frozen=True, kw_only=True):
    """One value for one field of one mention, with the words that say so.

    Shape: no list and no null; three tolls in one sentence are three claims. `by` names the rule, scorer or person that
    yields it. Whether the quote stands in the report is checked where the report is: by `store`.
    """

    report: str
    mention: str
    field: Field
    value: Value
    span: Span
    voice: Voice
    by: str

    @property
    def inferred(self) -> bool:
        """Tell whether a day or place is not told of the event, but follows from what stands around it; by its rule."""
        return self.by.startswith(INFERRED)

    @property
    def id(self) -> str:
        """Name the claim by its content; `by` is left out, so a better extractor agrees."""
        return digest("clm", self.report, self.mention, self.field, self.value, self.span, self.voice)


class Mention(Record, frozen=True, kw_only=True):
    """One telling of an event in a report.

    `event`: mentions of one report that tell one event share it. `sentence`: index of the passage it stands in.
    """

    report: str
    event: str
    kind: str
    trigger: Span
    status: Status
    role: Role
    sentence: int
    claims: tuple[Claim, ...] = ()
    by: str = ""

    @property
    def id(self) -> str:
        """Name the mention by its place, so that decisions about it outlive a better reading of its kind."""
        return mention_id(self.report, self.trigger)


def mention_id(report: str, trigger: Span) -> str:
    """Id of the mention whose trigger stands there."""
    return digest("mnt", report, trigger.start, trigger.end)
