"""Days and what is known of them."""

from datetime import date
from typing import Literal

from firsthand.model.base import Record

Basis = Literal["stated", "relative", "inferred", "unknown"]


class TimeSpan(Record, frozen=True, kw_only=True):
    """An interval of days, inclusive at both ends, and how it is known.

    An end that is None is open. `edtf` is the same interval in EDTF level 1-2, None where nothing is known.
    `basis`: stated in so many words; relative to a stated day; inferred from reasons; unknown. `why`: a sentence a reason.
    """

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    basis: Basis = "unknown"
    why: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Tell whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def width(self) -> int | None:
        """Days from the first to the last, 0 for a single day; None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days


UNKNOWN = TimeSpan()

OPENS_WITH_WEEKDAY = "undated, a "
"""How the reasons of an undated report open where the weekday of what was said is known."""
