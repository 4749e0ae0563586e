"""Why two incidents, or two tellings, are one or are not, for a person."""

from firsthand.model.base import Record
from firsthand.model.match import Decision, Weighing


class SideOf(Record, frozen=True, kw_only=True):
    """One of the two that are compared: what was asked for, the incident it stands in, and its telling in the best pair.

    `words`: the sentence that tells it in that report.
    """

    name: str
    incident: str
    title: str
    report: str
    words: str


class Explained(Record, frozen=True, kw_only=True):
    """Two incidents or tellings held against each other. `together`: they are one incident in the record; `why`: the decision
    in sentences; `decisions`: what people said of them, the latest last."""

    left: SideOf
    right: SideOf
    weighing: Weighing
    together: bool
    why: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()
