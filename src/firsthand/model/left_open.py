"""One thing that reports leave open about an incident, however often it is told."""

from firsthand.model.base import Record
from firsthand.model.incident import OpenQuestion


class LeftOpen(Record, frozen=True, kw_only=True):
    """One question on an incident (id, title): as first put, in which other reports again, and since how many days.

    `days`: up to the day it was settled or else the day of looking; None where its report has no day. `asked`: the first
    telling of it; `answer`: the telling that names what settled it, None while it is open. Reports by id.
    """

    incident: str
    title: str
    asked: OpenQuestion
    again: tuple[str, ...] = ()
    answer: OpenQuestion | None = None
    days: int | None = None
