"""Putting expressions together: "late" + May, Sunday + "night", 5 p.m. + "on Friday", December 30 "to" January 6."""

from collections.abc import Iterable, Sequence

from firsthand.extract.times_grammar import Found, pattern
from firsthand.extract.times_words import Token
from firsthand.model.timeref import TimeRef, both, inner, pair, wrap

DAYLIKE = frozenset(("day", "weekday", "holiday", "dom"))
LONGER = frozenset(("month", "year", "season", "decade", "century", "quarter"))
OPENERS = frozenset("ON AT BY IN FROM OF AROUND BETWEEN".split())
OVER_DAYS = ("part", "clock", "mod", "midnight", "overnight", "eve", "into")
"""Ops over another meaning that keep its day, or the one beside it."""
_TIME_GAP = pattern("(?:ON|OF|COMMA ON?|OPEN)?$")
_DATE_GAP = pattern("(?:COMMA? (?:AT|BY)? AROUND?|AROUND AT)$")
_WEEKDAY_GAP = pattern("(?:COMMA? THE?|OPEN)$")
_NIGHT_GAP = pattern("(?:OF|FROM|BETWEEN) THE?$")
_YEAR_GAP = pattern("(?:OF|COMMA)?$")
_TO_GAP = pattern("(?:TO|DASH DASH?|COMMA? TO)$")
_AND_GAP = pattern("AND THE?$")


def chosen(candidates: Iterable[Found]) -> list[Found]:
    """Of expressions that overlap the leftmost, of those the longest, in order of text."""
    kept: list[Found] = []
    for found in sorted(candidates, key=lambda one: (one.first, -one.last)):
        if not kept or found.first >= kept[-1].last:
            kept.append(found)
    return kept


def daylike(ref: TimeRef) -> bool:
    """Tell whether the meaning is a day."""
    return ref.op in DAYLIKE or (ref.op in ("rel", "shift") and "day" in ref.args[:2])


def replaced(ref: TimeRef, base: TimeRef) -> TimeRef:
    """`ref` with `base` in place of the time told before."""
    one = inner(ref)
    if ref.op == "told":
        return base
    if one is None:
        return ref
    return wrap(ref.op, *ref.args[: len(ref.args) - len(one.args) - 1], ref=replaced(one, base))


def waits(ref: TimeRef) -> bool:
    """Tell whether the meaning lacks the time told before."""
    one = inner(ref)
    return ref.op == "told" or (one is not None and waits(one))


def joined(found: Sequence[Found], classes: str, words: Sequence[Token]) -> list[Found]:
    """Neighbours that are one expression, made one."""
    out: list[Found] = []
    for one in found:
        met = _met(out[-1], one, classes) if out and not _opens(out[-1], one, words) else None
        if met is None:
            out.append(one)
        else:
            out[-1:] = met
    nights: list[Found] = []
    for one in _ranges(out, classes):
        if nights and _is_night_of(nights[-1], one, classes):
            nights[-1] = one._replace(first=nights[-1].first, type="TIME")
        else:
            nights.append(one)
    return nights


def _opens(a: Found, b: Found, words: Sequence[Token]) -> bool:
    """ "15 April 2013 / At about 2 p.m.": a capital opens another line, where the text has small letters too."""
    return any(w.text.istitle() and w.name in OPENERS for w in words[a.last : min(b.first, a.last + 4)])


def _met(a: Found, b: Found, classes: str) -> list[Found] | None:
    if b.first - a.last > 3 or both(a.ref) is not None or both(b.ref) is not None:
        return None
    gap = classes[a.last : b.first]
    core_a, core_b = _core(a.ref), _core(b.ref)
    if (
        core_a.op in ("day", "month")
        and core_b.op == "shift"
        and core_b.args[:2] == (0, "year")
        and waits(core_b)
        and gap == _OF
    ):
        # "August of that year": the year told before, as without these words.
        return [a._replace(last=b.last)]
    if b.ref.op == "rel" and b.ref.args[0] == "year" and _YEAR_GAP.match(gap) and _lacks_year(core_a):
        # "March of last year", "15 May this year": the one in that year.
        return [a._replace(last=b.last, ref=pair("follow", _swapped(a.ref, _plain(core_a)), b.ref))]
    if a.ref.op == "overnight" and a.ref.args[0] == "rel" and gap == _TO and daylike(core_b):
        # "Overnight into Monday": the night that ends on Monday.
        return [Found(a.first, b.last, "TIME", wrap("into", ref=b.ref))]
    if core_a.op == "weekday" and core_b.op == "day" and _WEEKDAY_GAP.match(gap):
        # "Friday night (10 May)", "Saturday, May 24": one day; the weekday is only its check.
        ref = _swapped(a.ref, b.ref)
        if "(" in gap or classes[b.first - 1 : b.first] == _OPEN:
            return [a._replace(ref=ref), b]
        return [Found(a.first, b.last, a.type if a.type == "TIME" else b.type, ref)]
    if a.type == "TIME" and waits(a.ref) and daylike(core_b) and not waits(b.ref) and _TIME_GAP.match(gap):
        return [Found(a.first, b.last, "TIME", replaced(a.ref, core_b))]
    if b.type == "TIME" and waits(b.ref) and b.ref.op != "shift" and daylike(core_a) and _DATE_GAP.match(gap):
        return [Found(a.first, b.last, "TIME", replaced(b.ref, core_a))]
    if b.type == "TIME" and waits(b.ref) and core_b.op == "told" and daylike(core_a) and gap == "" and a.type == "DATE":
        return [Found(a.first, b.last, "TIME", replaced(b.ref, core_a))]
    return None


def _is_night_of(a: Found, b: Found, classes: str) -> bool:
    """ "The night of 5-6 May", "the night from Saturday to Sunday": the stretch of days, which the part only narrows."""
    if b.first - a.last > 2 or a.type != "TIME" or not waits(a.ref) or b.ref.op != "range":
        return False
    return _NIGHT_GAP.match(classes[a.last : b.first]) is not None


def _lacks_year(ref: TimeRef) -> bool:
    return ref.op in ("day", "month", "season", "quarter") and ref.args[0] is None


def _plain(ref: TimeRef) -> TimeRef:
    """A day, month or season without what was read from its tense."""
    return TimeRef(op=ref.op, args=ref.args[: 3 if ref.op == "day" else 2])


_TO = pattern("TO").pattern
_OPEN = pattern("OPEN").pattern
_OF = pattern("OF").pattern


def _core(ref: TimeRef) -> TimeRef:
    """What lies under part of day, clock and modifier."""
    one = inner(ref)
    return _core(one) if one is not None and ref.op in OVER_DAYS else ref


def _swapped(ref: TimeRef, base: TimeRef) -> TimeRef:
    one = inner(ref)
    if one is None or ref.op not in OVER_DAYS:
        return base
    return wrap(ref.op, *ref.args[: len(ref.args) - len(one.args) - 1], ref=_swapped(one, base))


def _ranges(found: Sequence[Found], classes: str) -> list[Found]:
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        if before is not None and _is_range(before, one, classes):
            first, second = _completed(_evening(before.ref), one.ref)
            ends = (before._replace(ref=first), one._replace(ref=second))
            out[-1] = Found(before.first, one.last, "DATE", pair("range", first, second), ends)
        else:
            out.append(one)
    return out


def _evening(ref: TimeRef) -> TimeRef:
    """ "Overnight Friday into Saturday": from Friday."""
    one = inner(ref)
    return one if ref.op == "overnight" and one is not None else ref


_LEADS = {name: pattern(name).pattern for name in ("BETWEEN", "FROM")}


def _is_range(a: Found, b: Found, classes: str) -> bool:
    if (
        a.type in ("DURATION", "SET")
        or b.type in ("DURATION", "SET")
        or both(a.ref)
        or both(b.ref)
        or b.first - a.last > 3
    ):
        return False
    one, two = _core(a.ref), _core(b.ref)
    alike = (
        (daylike(one) and daylike(two))
        or one.op == two.op
        or (one.op in LONGER | DAYLIKE and two.op in ("year", "month", "day"))
    )
    if not alike or one.op in ("vague", "told") or two.op in ("vague", "told"):
        return False
    gap, lead = classes[a.last : b.first], classes[a.first - 1 : a.first] if a.first else ""
    return bool(_TO_GAP.match(gap)) or (lead == _LEADS["BETWEEN"] and bool(_AND_GAP.match(gap)))


def _completed(first: TimeRef, second: TimeRef) -> tuple[TimeRef, TimeRef]:
    """A year that only one end states holds for the other too, or is its neighbour over New Year."""
    yeared = ("day", "month")
    if first.op not in yeared or second.op not in yeared:
        return first, second
    a, b = first.args[0], second.args[0]
    over = tuple(x for x in second.args[1:] if isinstance(x, int)) < tuple(
        x for x in first.args[1:] if isinstance(x, int)
    )
    if a is None and isinstance(b, int):
        return TimeRef(op=first.op, args=(b - over, *first.args[1:])), second
    if b is None and isinstance(a, int):
        return first, TimeRef(op=second.op, args=(a + over, *second.args[1:]))
    return first, second
