"""The days that a time expression means, seen from one anchor day: plain ones, and those built on another one."""

from datetime import date

from firsthand.model.daycount import add_days
from firsthand.model.days_named import PLAIN, WEEKDAYS, Piece, moved, span
from firsthand.model.days_part import part_of
from firsthand.model.edtf import edtf
from firsthand.model.feasts import fixed
from firsthand.model.timeref import TimeRef, both, inner

DEPTH = 12
"""How many meanings may stand in one another."""


def needs_anchor(ref: TimeRef, depth: int = 0) -> bool:
    """Tell whether the meaning depends on the report's own day."""
    two, one = both(ref), inner(ref)
    if depth > DEPTH:
        return True
    if two is not None:
        if ref.op == "follow":
            return needs_anchor(two[1], depth + 1)
        return any(needs_anchor(end, depth + 1) for end in two)
    if one is not None:
        return needs_anchor(one, depth + 1)
    if ref.op in ("day", "month", "season", "quarter", "holiday"):
        return not ref.args or ref.args[0] is None
    return ref.op in ("dom", "weekday", "rel", "ago", "past", "ahead", "vague", "told")


def piece(ref: TimeRef, anchor: date | None, depth: int = 0) -> Piece | None:
    """The days meant, None where they cannot be told (no anchor, no such day, a duration)."""
    two, one = both(ref), inner(ref)
    if depth > DEPTH:
        return None
    if two is not None:
        return _follow(two, anchor, depth) if ref.op == "follow" else _range(two, anchor, depth)
    if one is not None:
        base = piece(one, anchor, depth + 1)
        return None if base is None else _wrapped(ref, one, base, anchor)
    rule = PLAIN.get(ref.op)
    try:
        return None if rule is None else rule(ref.args, anchor)
    except (TypeError, ValueError, IndexError, OverflowError):
        # Arguments that no rule of ours wrote: a record may hold claims of other makers.
        return None


def _wrapped(ref: TimeRef, one: TimeRef, base: Piece, anchor: date | None) -> Piece | None:
    if ref.op == "mod":
        part = part_of(str(ref.args[0]), base, anchor)
        counted = one.op == "holiday" and part.first is not None and part.last is not None and part != base
        # A feast that hangs on the moon is told a day wide on either side: so is a day of it.
        if not counted or part.first is None or part.last is None:
            return part
        late = str(ref.args[0]).startswith("L")
        return span(add_days(part.first, -3), part.last) if late else span(part.first, add_days(part.last, 2))
    if ref.op == "shift":
        count = ref.args[0]
        return moved(base, count if isinstance(count, int) else None, str(ref.args[1]))
    if ref.op == "midnight" and base.first and base.last:
        # Midnight belongs to two days, and reports mean either.
        return span(base.first, add_days(base.last, 1))
    if ref.op == "eve" and base.first and base.last:
        # The eve of a feast that hangs on the moon may be a day off, as the feast is.
        return span(add_days(base.first, -1), add_days(base.first, -1 if base.first == base.last else 1))
    if ref.op == "into" and base.first and base.last:
        return span(add_days(base.first, -1), base.last)
    if ref.op == "overnight" and base.first and base.last:
        # "Overnight" alone is the night before the report; with a weekday it may be the night before or after that day.
        after = 0 if one.op == "rel" else 1
        return span(add_days(base.first, -1), add_days(base.last, after))
    return base


def _range(two: tuple[TimeRef, TimeRef], anchor: date | None, depth: int) -> Piece | None:
    """From the first to the second; an end without its year (or week) is the last such one before the other end."""
    last = piece(two[1], anchor, depth + 1)
    if last is None or last.last is None:
        return None
    first = piece(two[0], last.last if needs_anchor(two[0]) else anchor, depth + 1)
    if first is None or first.first is None or first.first > last.last:
        return None
    return Piece(first.first, last.last, _joined_text(first, last))


def _joined_text(first: Piece, last: Piece) -> str | None:
    if first.edtf and last.edtf and "/" not in first.edtf + last.edtf and "[" not in first.edtf + last.edtf:
        return first.edtf if first.edtf == last.edtf else f"{first.edtf}/{last.edtf}"
    return edtf(first.first, last.last)


def _follow(two: tuple[TimeRef, TimeRef], anchor: date | None, depth: int) -> Piece | None:
    """The first, in a history that told the second just before: the nearer of the next such time and the last."""
    told = piece(two[1], anchor, depth + 1)
    if told is None or told.first is None or told.last is None:
        return piece(two[0], anchor, depth + 1)
    found = piece(two[0], told.last, depth + 1)
    if found is None or found.first is None or two[0].op not in ("day", "month", "season", "holiday", "mod", "part"):
        return found
    later = piece(two[0], add_days(told.last, 364), depth + 1)
    if later and later.first and (later.first - told.last).days < (told.first - (found.last or found.first)).days:
        return later
    return found


def undated(ref: TimeRef) -> tuple[str | None, str]:
    """EDTF with its gaps and a few words, for a meaning that no anchor completes."""
    args, one, two = ref.args, inner(ref), both(ref)
    if two is not None:
        texts = [undated(end)[0] or _text(piece(end, None)) for end in two]
        if ref.op == "range" and all(texts):
            return "/".join(str(t) for t in texts), "a stretch of days without its year"
        return None, "a time told after another one"
    if one is not None:
        return undated(one)
    if ref.op == "day" and len(args) > 2 and args[0] is None and isinstance(args[1], int) and isinstance(args[2], int):
        return f"XXXX-{args[1]:02d}-{args[2]:02d}", "a day without its year"
    if ref.op == "holiday" and len(args) > 1 and (kept := fixed(str(args[1]))) is not None:
        return f"XXXX-{kept[0]:02d}-{kept[1]:02d}", "a day without its year"
    if ref.op == "month" and len(args) > 1 and args[0] is None and isinstance(args[1], int):
        return f"XXXX-{args[1]:02d}", "a month without its year"
    if ref.op == "dom" and args and isinstance(args[0], int):
        return f"XXXX-XX-{args[0]:02d}", "a day without its month"
    if ref.op == "weekday" and args and isinstance(args[0], int):
        return None, f"a {WEEKDAYS[args[0] % 7]}"
    if ref.op == "duration" and len(args) > 2:
        return None, f"counted from {args[2]}, to which the text gives no one day"
    words = {
        "duration": "a length of time",
        "set": "something that recurs",
        "vague": "no certain time",
        "told": "counted from a time told before, which the text does not give",
    }
    return None, words.get(ref.op, "counted from the report's own day")


def _text(found: Piece | None) -> str | None:
    return None if found is None else found.edtf
