"""What a time expression means before the report's own day is known.

Kept apart from the interval it leads to: the same words lead elsewhere once the report is dated better.
"""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeRef(Record, frozen=True, kw_only=True):
    """The meaning of a time expression, in symbols; `firsthand.model.calendar` resolves it against an anchor day."""

    op: str
    args: tuple[int | str | None, ...] = ()


class TimeExpr(Record, frozen=True, kw_only=True):
    """A time expression in a text: the words, TIMEX3 type, and meaning."""

    span: Span
    type: TimexType
    ref: TimeRef
