"""What one thing says about when a report appeared, as bounds with a sentence, and how bounds are brought together."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from firsthand.model.calendar import edtf
from firsthand.model.daycount import valid
from firsthand.model.edtf import one_of
from firsthand.model.when import TimeSpan


class Reason(NamedTuple):
    """The report appeared from `first` to `last` (None: open), and why. `rank`: the lower, the more it weighs in a conflict.

    Without either day it is something that was seen and left aside.
    """

    first: date | None
    last: date | None
    why: str
    rank: int = 1


NARROW = 62
"""Days beyond which an interval is a bound rather than a date: the report stays undated."""


def meet(reasons: Iterable[Reason]) -> tuple[date | None, date | None, list[str], list[str]]:
    """The days all reasons allow, their sentences, and those of reasons left out because they contradict weightier ones."""
    first: date | None = None
    last: date | None = None
    kept: list[str] = []
    left: list[str] = []
    for reason in sorted(reasons, key=lambda r: (r.rank, _width(r), r.why)):
        if reason.first is None and reason.last is None:
            left.extend([f"left aside: {reason.why}"] if reason.why else [])
            continue
        low = max((d for d in (first, reason.first) if d is not None), default=None)
        high = min((d for d in (last, reason.last) if d is not None), default=None)
        if low is not None and high is not None and low > high:
            left.append(f"left aside, for it contradicts the others: {reason.why}")
            continue
        if (low, high) != (first, last) or reason.rank == 0:
            kept.append(reason.why)
        first, last = low, high
    return first, last, list(dict.fromkeys(kept)), list(dict.fromkeys(left))


def _width(reason: Reason) -> int:
    if reason.first is None or reason.last is None:
        return 10**6
    return (reason.last - reason.first).days


def narrowed(alone: TimeSpan, spans: Sequence[tuple[date, date]], reasons: Sequence[Reason], read_on: date) -> TimeSpan:
    """What the report tells itself, narrowed by the reasons from others; unchanged where they add nothing."""
    first, last, kept, left = meet([*reasons, Reason(None, read_on, "", 9)])
    kept = [why for why in kept if why]
    binding = [reason for reason in reasons if reason.why in kept]
    if not binding:
        return replace(alone, why=tuple(dict.fromkeys((*alone.why, *left)))) if left else alone
    spans = spans or [(day, day) for day in _partial_days(alone.edtf, first, last, read_on)]
    if spans:
        return _among(alone, spans, first, last, [*kept, *left])
    low = max((d for d in (first, alone.earliest) if d is not None), default=None)
    high = min((d for d in (last, alone.latest) if d is not None), default=None)
    why = (*kept, *left, *(w for w in alone.why if not w.startswith("undated")))
    if low is None or high is None or low > high or (high - low).days > NARROW:
        if low is not None and high is not None and low > high:
            return alone
        high = None if high == read_on else high
        return TimeSpan(
            edtf=edtf(low, high),
            earliest=low,
            latest=high,
            basis="unknown",
            why=tuple(dict.fromkeys((*alone.why, *kept, *left))),
        )
    return TimeSpan(edtf=edtf(low, high), earliest=low, latest=high, basis="inferred", why=tuple(dict.fromkeys(why)))


def _partial_days(text: str | None, first: date | None, last: date | None, read_on: date) -> list[date]:
    """The days between two bounds that a dateline without its year may mean."""
    if not text or len(text) != 10 or not text.startswith("XXXX-") or first is None:
        return []
    end = last or read_on
    years = range(first.year, min(end.year, first.year + 40) + 1)
    days = [valid(year, int(text[5:7]), int(text[8:])) for year in years]
    return [day for day in days if day is not None and first <= day <= end]


def _among(
    alone: TimeSpan, spans: Sequence[tuple[date, date]], first: date | None, last: date | None, why: Sequence[str]
) -> TimeSpan:
    """Of several candidates those that the bounds leave."""
    left = [(max(a, first) if first else a, min(b, last) if last else b) for a, b in spans]
    left = [(a, b) for a, b in left if a <= b]
    if not left:
        return alone
    own = tuple(w for w in alone.why if not w.startswith(("several years remain", "the year is not told")))
    if len(left) == 1:
        low, high = left[0]
        gone = [str(a) for a, _ in spans if a < low or a > high]
        closing = (f"of {', '.join(str(a) for a, _ in spans)} only {low} is left",) if gone else ()
        return TimeSpan(edtf=edtf(low, high), earliest=low, latest=high, basis="inferred", why=(*own, *why, *closing))
    listed = ", ".join(str(a) for a, _ in left)
    return TimeSpan(
        edtf=one_of(tuple(a for a, _ in left)), basis="unknown", why=(*own, *why, f"several years remain: {listed}")
    )
