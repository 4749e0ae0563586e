"""What a time expression means as an interval of days, given the report's own day.

`resolve` takes a `TimeRef` and the interval in which the report appeared. Ops and their own arguments (a dot marks what
may be None, "unknown"):
  day(year., month, day)  month(year., month)  season(year., SP|SU|FA|WI)  quarter(year., n)  year(n)  decade(first year)
  century(first year)  bc(year)  dom(day)  weekday(0..6, ""|last|next|coming)  weekday(0..6, week|near, weeks)
  hijri(year, month, day.)  holiday(year., name)  slash(year, a, b)
  rel(unit, steps)  ago(count., unit)  past(count., unit)  ahead(count., unit)  shift(count., unit, ref)
  part(code, ref)  clock(hour, minute, ref)  midnight(ref)  overnight(ref)  eve(ref): the day before
  into(ref): the night that ends on it  mod(START|MID|END|H1|H2|EARLIER|LATER, ref)
  mod(N2W, ref): the second week (day, month) of it  mod(F2W, ref): its first two  mod(L2W, ref): its last two
  range(ref, ref)  follow(ref, ref)  duration(count., unit)  set(unit)  vague(PAST_REF|PRESENT_REF|FUTURE_REF|"")
  told(): the time told before, where the text does not say which
A day, month or season without its year takes a last argument: last, coming, ahead (as the tense says) or this.
"""

from datetime import date

from firsthand.model.days_named import WEEKDAYS, Piece
from firsthand.model.days_of import needs_anchor, piece, undated
from firsthand.model.edtf import edtf
from firsthand.model.timeref import TimeRef
from firsthand.model.timex import timex
from firsthand.model.when import UNKNOWN, Basis, TimeSpan

__all__ = ["WIDEST", "edtf", "resolve", "timex", "weekday_name"]

WIDEST = 31
"""Days that an anchor may be wide for words counted from it to mean anything."""


def weekday_name(number: int) -> str:
    """English name of a weekday, 0 is Monday."""
    return WEEKDAYS[number % 7]


def resolve(ref: TimeRef, anchor: TimeSpan = UNKNOWN) -> TimeSpan:
    """The interval of days that `ref` means in a report that appeared in `anchor`; never raises.

    Stated: the words give it all. Relative: counted from the anchor. Unknown: the anchor is unknown or too wide, or the words
    name no time; `edtf` then still holds what is known ("XXXX-12-30").
    """
    if not needs_anchor(ref):
        return _stated(ref)
    if anchor.earliest is None or anchor.latest is None:
        return _unanchored(ref, "the report's own day is not known")
    if (anchor.latest - anchor.earliest).days > WIDEST:
        return _widely(ref, anchor.earliest, anchor.latest)
    first, last = piece(ref, anchor.earliest), piece(ref, anchor.latest)
    if first is None or last is None:
        return _unanchored(ref, "no such day")
    return _joined(first, last, anchor.earliest, anchor.latest)


def _stated(ref: TimeRef) -> TimeSpan:
    found = piece(ref, None)
    if found is None:
        return TimeSpan(why=(undated(ref)[1],))
    counted = ref.op in ("follow", "shift")
    why = "counted from a day that the text gives" if counted else "the words give it"
    basis: Basis = "relative" if counted else "stated"
    return TimeSpan(edtf=found.edtf, earliest=found.first, latest=found.last, basis=basis, why=(why,))


def _joined(first: Piece, last: Piece, start: date, end: date) -> TimeSpan:
    """The interval over both ends of the anchor: every reading is monotone in the anchor."""
    anchored = f"counted from the report's day, {edtf(start, end)}"
    if first == last:
        return TimeSpan(edtf=first.edtf, earliest=first.first, latest=first.last, basis="relative", why=(anchored,))
    earliest = None if first.first is None or last.first is None else min(first.first, last.first)
    latest = None if first.last is None or last.last is None else max(first.last, last.last)
    return TimeSpan(edtf=edtf(earliest, latest), earliest=earliest, latest=latest, basis="relative", why=(anchored,))


def _widely(ref: TimeRef, start: date, end: date) -> TimeSpan:
    """An anchor of more than a month: only what comes out the same at both its ends is known."""
    first, last = piece(ref, start), piece(ref, end)
    if first is not None and first == last and ref.op in ("month", "season", "rel", "quarter", "holiday", "mod"):
        return _joined(first, last, start, end)
    return _unanchored(ref, f"the report's own day is known only as {edtf(start, end)}")


def _unanchored(ref: TimeRef, reason: str) -> TimeSpan:
    text, words = undated(ref)
    return TimeSpan(edtf=text, why=(f"{words}, but {reason}" if words else reason,))
