"""TIMEX3 values (TimeML 1.2.1) of time expressions."""

from datetime import date

from firsthand.model.daycount import add_days
from firsthand.model.days_named import Piece
from firsthand.model.days_of import needs_anchor, piece
from firsthand.model.feasts import SEEN, fixed
from firsthand.model.timeref import Arg, TimeRef, both, inner
from firsthand.model.when import UNKNOWN, TimeSpan

UNITS = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE", "quarter": "Q",
    "hour": "H", "minute": "M", "second": "S", "fortnight": "W",
}  # fmt: skip
EVERY = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "hour": "XXXX-XX-XXTXX",
    "quarter": "XXXX-QX",
}


def timex(ref: TimeRef, anchor: TimeSpan = UNKNOWN) -> str:
    """The TIMEX3 value, "" where there is none; an anchor of several days counts only where both its ends agree."""
    if anchor.earliest is None or anchor.latest is None:
        return _value(ref, None)
    first, last = _value(ref, anchor.earliest), _value(ref, anchor.latest)
    return first if first == last else _value(ref, None)


def _value(ref: TimeRef, anchor: date | None) -> str:
    args, one, two = ref.args, inner(ref), both(ref)
    if ref.op == "duration":
        return duration(args)
    if ref.op in ("past", "ahead"):
        return duration(args)
    if ref.op == "set":
        return str(EVERY.get(str(args[0]), args[0])) if args else ""
    if ref.op == "vague":
        return str(args[0]) if args else ""
    if two is not None and ref.op == "follow" and two[1].op == "bc":
        return f"{_value(two[1], None)}{_value(two[0], None).removeprefix('XXXX')}"
    if two is not None and ref.op == "follow":
        found = piece(ref, anchor)
        return _follow(two[0], found, anchor)
    if two is not None:
        return "/".join(_value(end, anchor) for end in two)
    if one is not None:
        return _wrapped(ref, one, anchor)
    if needs_anchor(ref) and anchor is None:
        return open_value(ref)
    return _plain(ref, piece(ref, anchor), anchor)


def _follow(ref: TimeRef, found: Piece | None, anchor: date | None) -> str:
    """The value of what is told after another time: that of the day it comes out as."""
    if found is None or found.first is None:
        return _value(ref, anchor)
    # Seen from its own last day, each kind names itself.
    return _value(ref, found.last or found.first)


def _plain(ref: TimeRef, found: Piece | None, anchor: date | None) -> str:
    if ref.op == "bc":
        return f"BC{ref.args[0]:04d}" if isinstance(ref.args[0], int) else ""
    if found is None or found.first is None:
        return "PAST_REF" if ref.op == "ago" else open_value(ref)
    first = found.first
    unit = str(ref.args[0]) if ref.op == "rel" else ref.op
    if ref.op == "ago" and len(ref.args) > 1:
        return grained(str(ref.args[1]), found)
    if ref.op == "holiday" and ref.args[1] in SEEN:
        return add_days(first, 1).isoformat()
    if ref.op == "season":
        return f"{first.year:04d}-{ref.args[1]}"
    if ref.op == "slash":
        return ""
    if unit in ("week", "fortnight", "weekend") and anchor is not None:
        # The ISO week, whatever slack the interval has.
        if unit == "weekend":
            return week(first) + "-WE"
        steps = ref.args[1] if ref.op == "rel" and isinstance(ref.args[1], int) else 0
        return week(add_days(anchor, 7 * steps))
    return grained(unit, found)


def grained(unit: str, found: Piece) -> str:
    """The value of a piece at the grain of `unit`."""
    first = found.first
    if first is None:
        return ""
    if unit in ("month", "year", "decade", "century"):
        return f"{first.year:04d}-{first.month:02d}"[: {"month": 7, "year": 4, "decade": 3, "century": 2}[unit]]
    if unit == "quarter":
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    if unit in ("week", "fortnight", "weekend") and found.last is not None:
        return week(date.fromordinal((first.toordinal() + found.last.toordinal()) // 2))
    return first.isoformat()


def week(day: date) -> str:
    """ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def _wrapped(ref: TimeRef, one: TimeRef, anchor: date | None) -> str:
    base = _value(one, anchor)
    if ref.op in ("part", "overnight", "midnight", "into"):
        code = {"overnight": "NI", "into": "NI", "midnight": "24:00"}.get(ref.op, str(ref.args[0]))
        return f"{base.split('T')[0] or 'XXXX-XX-XX'}T{code}"
    if ref.op == "clock":
        hour, minute = ref.args[:2]
        return (
            f"{base.split('T')[0] or 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}"
            if isinstance(hour, int) and isinstance(minute, int)
            else base
        )
    if ref.op == "mod" and str(ref.args[0]) in ("H1", "H2"):
        return f"{base}-{ref.args[0]}" if len(base) == 4 else base
    if ref.op == "eve" or (ref.op == "mod" and str(ref.args[0])[:1] in "NL" and str(ref.args[0])[-1:] in "DM"):
        found = piece(ref, anchor)
        if found is not None and found.first is not None and found.first == found.last:
            return found.first.isoformat()
        return found.edtf[:7] if found is not None and found.edtf and len(found.edtf) == 7 else base
    if ref.op == "shift" and isinstance(ref.args[0], str):
        return ref.args[0]
    if (
        ref.op == "shift"
        and one.op == "bc"
        and isinstance(one.args[0], int)
        and isinstance(ref.args[0], int)
        and ref.args[1] == "year"
    ):
        return f"BC{max(one.args[0] - ref.args[0], 1):04d}"
    if ref.op == "shift":
        found = piece(ref, anchor)
        if found is not None:
            unit = str(ref.args[1])
            return grained(unit, found) + ("TXX" if unit in ("hour", "minute") else "")
        return open_value(TimeRef(op="rel", args=(ref.args[1], 0)))
    return base


def open_value(ref: TimeRef) -> str:
    """The value with X where the anchor is wanting."""
    args = ref.args
    if ref.op == "day" and len(args) > 2:
        return f"XXXX-{args[1]:02d}-{args[2]:02d}"
    if ref.op == "month" and len(args) > 1:
        return f"XXXX-{args[1]:02d}"
    if ref.op == "season":
        return f"XXXX-{args[1]}"
    if ref.op == "quarter":
        return f"XXXX-Q{args[1]}"
    if ref.op == "holiday" and (kept := fixed(str(args[1]))) is not None:
        return f"XXXX-{kept[0]:02d}-{kept[1]:02d}"
    if ref.op == "dom":
        return f"XXXX-XX-{args[0]:02d}"
    if ref.op == "weekday" and isinstance(args[0], int):
        return f"XXXX-WXX-{args[0] + 1}"
    unit = str(args[0]) if ref.op == "rel" else str(args[1]) if ref.op == "ago" else ""
    if unit == "weekend":
        return "XXXX-WXX-WE"
    return EVERY.get(unit, "XXX" if unit == "decade" else "XX" if unit == "century" else "")


def duration(args: tuple[Arg, ...]) -> str:
    """P3D, PT2H, PXM: of a count (None is X; a text is a decimal) and a unit."""
    count, unit = args[0], str(args[1])
    number = "X" if count is None else str(count * 2 if unit == "fortnight" and isinstance(count, int) else count)
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{number}{UNITS.get(unit, 'D')}"
