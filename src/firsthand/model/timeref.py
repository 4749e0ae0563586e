"""What a time expression means before the report's own day is known.

Kept apart from the interval it leads to: the same words lead elsewhere once the report is dated better.
"""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Arg = int | str | None


class TimeRef(Record, frozen=True, kw_only=True):
    """The meaning of a time expression, in symbols; `firsthand.model.calendar` resolves it against an anchor day.

    A meaning built on another one (`part`, `mod`, `shift`, `range`, ..) holds that one's op and args after its own, so the
    arguments stay flat; `wrap` and `inner` write and read that.
    """

    op: str
    args: tuple[Arg, ...] = ()


class TimeExpr(Record, frozen=True, kw_only=True):
    """A time expression in a text: the words, TIMEX3 type, and meaning.

    `ends`: of a range ("December 30 to January 6") the expressions of its two ends, which TIMEX3 counts instead of it.
    """

    span: Span
    type: TimexType
    ref: TimeRef
    ends: tuple["TimeExpr", ...] = ()


WRAPPERS: tuple[tuple[str, int], ...] = (
    ("part", 1),
    ("clock", 2),
    ("mod", 1),
    ("shift", 2),
    ("midnight", 0),
    ("overnight", 0),
    ("eve", 0),
    ("into", 0),
)
"""Ops whose last arguments are another meaning, and how many arguments of their own they have."""


def wrap(op: str, *own: Arg, ref: TimeRef) -> TimeRef:
    """`op` with its own arguments, over `ref`."""
    return TimeRef(op=op, args=(*own, ref.op, *ref.args))


def inner(ref: TimeRef) -> TimeRef | None:
    """What a wrapper is over; None for any other op."""
    own = dict(WRAPPERS).get(ref.op)
    if own is None or len(ref.args) <= own or not isinstance(ref.args[own], str):
        return None
    return TimeRef(op=str(ref.args[own]), args=ref.args[own + 1 :])


def pair(op: str, first: TimeRef, second: TimeRef) -> TimeRef:
    """`op` over two meanings: "range" from the first to the second, "follow" the first as told after the second."""
    return TimeRef(op=op, args=(len(first.args), first.op, *first.args, second.op, *second.args))


def both(ref: TimeRef) -> tuple[TimeRef, TimeRef] | None:
    """The two meanings of a "range" or a "follow"; None for any other op or for broken arguments."""
    if ref.op not in ("range", "follow") or len(ref.args) < 3 or not isinstance(ref.args[0], int):
        return None
    cut = 2 + ref.args[0]
    if cut < 2 or cut >= len(ref.args):
        return None
    return (
        TimeRef(op=str(ref.args[1]), args=ref.args[2:cut]),
        TimeRef(op=str(ref.args[cut]), args=ref.args[cut + 1 :]),
    )


def names_day(ref: TimeRef) -> bool:
    """Tell whether the meaning leads to days at all, once the report's own day is known.

    False for lengths of time, what recurs, "now", "former", and for a time of day or "two days later" with nothing to count from.
    """
    two, one = both(ref), inner(ref)
    if two is not None:
        return names_day(two[0]) and (ref.op == "follow" or names_day(two[1]))
    if one is not None:
        return names_day(one)
    return ref.op not in ("vague", "told", "duration", "set", "past", "ahead")
