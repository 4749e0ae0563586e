"""The days on which an event may have been, as numbers."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from firsthand.model.claim import Claim
from firsthand.model.meant import day_meant
from firsthand.model.when import TimeSpan

LONGEST = 45
"""Days between two times of one event beyond which they are no longer taken for its beginning and its end."""


CLOCK = re.compile(
    r"(?:(?:about|around|just|shortly|before|after|nearly) )*"
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?|noon|midnight|midday|(?:later )?that (?:day|night|morning|afternoon|evening))",
    re.IGNORECASE,
)
"""Words of an hour or of "that night", with no day of their own."""


class Days(NamedTuple):
    """Inclusive interval of ordinals, an open end None.

    `sure`: 2 stated, 1 counted from the report's own day, 0 inferred or unknown.
    """

    first: int | None = None
    last: int | None = None
    sure: int = 0

    @property
    def said(self) -> bool:
        """Tell whether both ends are known."""
        return self.first is not None and self.last is not None

    @classmethod
    def between(cls, earliest: date | None, latest: date | None, sure: int = 0) -> "Days":
        """The interval of two days."""
        return cls(earliest.toordinal() if earliest else None, latest.toordinal() if latest else None, sure)


NO_DAYS = Days()


def gap(a: Days, b: Days) -> int | None:
    """Days between two intervals, 0 where they meet; None where an end that matters is open."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    return max(0, b.first - a.last, a.first - b.last)


def days_of(claims: Iterable[Claim], published: TimeSpan) -> Days:
    """The days that the claims of one telling give: the narrowest, cut by those that meet it.

    A day or two apart from it widens it: the ends of one stretch of days.
    """
    told = {
        (_days(span, published), bool(CLOCK.fullmatch(claim.span.quote)))
        for claim in claims
        if (span := day_meant(claim, published)) is not None
    }
    # An hour without a day is counted from a day that was told of something else, perhaps: it is not sure.
    days = {day for day, bare in told if not bare} - {NO_DAYS} or {day._replace(sure=0) for day, _ in told} - {NO_DAYS}
    spans = sorted(
        days,
        key=lambda d: (_width(d), -d.sure, d.first or 0, d.last or 0),
    )
    if not spans:
        return NO_DAYS
    first, last, sure = spans[0]
    for other in spans[1:]:
        if other.first is None or other.last is None or first is None or last is None:
            continue
        low, high = max(first, other.first), min(last, other.last)
        if low <= high:
            first, last = low, high
        elif other.last - other.first <= 3 and max(last, other.last) - min(first, other.first) <= LONGEST:
            first, last = min(first, other.first), max(last, other.last)
        sure = min(sure, other.sure)
    return Days(first, last, sure)


def _days(span: TimeSpan, published: TimeSpan) -> Days:
    sure = {"stated": 2, "relative": 1}.get(span.basis, 0)
    # A day counted from a report whose own day was only inferred is no better than that.
    if span.basis == "relative" and published.basis == "inferred":
        sure = 0
    return Days.between(span.earliest, span.latest, sure)


def _width(days: Days) -> int:
    return days.last - days.first if days.first is not None and days.last is not None else 10**6
