"""Putting expressions together: "late" + May, Sunday + "night", 5 p.m. + "on Friday", December 30 "to" January 6."""

import re
from collections.abc import Iterable, Sequence

from firsthand.extract.times_grammar import Found, rule
from firsthand.extract.times_words import PARTS, Token
from firsthand.model.timeref import TimeRef, both, inner, pair, wrap

LEFT = 8
"""Tokens to the left of an expression that may belong to it."""
DAYLIKE = frozenset(("day", "weekday", "holiday", "dom"))
LONGER = frozenset(("month", "year", "season", "decade", "century", "quarter"))
EARLINESS = {"early": "START", "late": "END", "mid": "MID", "middle": "MID"}


def _pattern(text: str) -> re.Pattern[str]:
    return rule("", text, lambda _hit: []).pattern


_MOD = _pattern("(?P<the>THE)? (?P<mod>EARLY|LATE|MID) DASH?$")
_MOD_IN = _pattern("(?P<mod>EARLY|LATE) IN THE?$")
_NTH_OF = _pattern("THE (?P<mod>ORDWORD|LAST) (?:NUMWORD|DAY)? (?:UNIT|UNITS) OF THE?$")
_MOD_OF = _pattern("(?:THE (?:EXACT|EARLY)?)? (?P<mod>START|END|MID) OF THE?$")
_HALF_OF = _pattern("THE (?P<mod>ORDWORD) HALF OF THE?$")
_MOD_ON = _pattern("(?P<mod>EARLY|LATE) (?:ON|IN)$")
_PART_OF = _pattern("(?:(?:EARLY|LATE) IN)? THE? (?:EARLY|LATE)? (?P<part>PART) (?:UNITS|UNIT)? (?:OF|ON) THE?$")
_HOURS_OF = _pattern("THE (?P<mod>EARLY|LATE) UNITS (?:OF|ON)$")
_OVERNIGHT = _pattern("(?P<part>OVERNIGHT) (?:ON|FROM)?$")
_PART_ON = _pattern("(?P<part>PART|PARTS|OVERNIGHT)")
_TIME_GAP = _pattern("(?:ON|OF|COMMA ON?|OPEN)?$")
_DATE_GAP = _pattern("(?:COMMA? (?:AT|BY)? AROUND?|AROUND AT)$")
_WEEKDAY_GAP = _pattern("(?:COMMA? THE?|OPEN)$")
_NIGHT_GAP = _pattern("(?:OF|FROM|BETWEEN) THE?$")
_TO_GAP = _pattern("(?:TO|DASH DASH?|COMMA? TO)$")
_AND_GAP = _pattern("AND THE?$")


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


def widened(found: Found, classes: str, words: Sequence[Token]) -> Found:
    """The expression with the words around it that modify it."""
    if found.type in ("DURATION", "SET") or both(found.ref) is not None:
        return found
    if daylike(found.ref) or found.ref.op == "dom":
        return _with_part(found, classes, words)
    if found.ref.op in LONGER or (found.ref.op in ("rel", "shift") and found.type == "DATE"):
        return _with_mod(found, classes, words)
    return found


def _with_mod(found: Found, classes: str, words: Sequence[Token]) -> Found:
    start = max(0, found.first - LEFT)
    lead = classes[start : found.first]
    for pattern in (_HALF_OF, _NTH_OF, _MOD, _MOD_OF, _MOD_IN):
        match = pattern.search(lead)
        if match is not None:
            word = words[start + match.start("mod")].text.lower()
            half = {"first": "H1", "second": "H2"}.get(word) if pattern is _HALF_OF else None
            code = (
                half
                or EARLINESS.get(word)
                or ("START" if word.startswith(("begin", "start", "out", "on", "open", "first")) else "END")
            )
            return found._replace(first=start + match.start(), ref=wrap("mod", code, ref=found.ref))
    return found


def _with_part(found: Found, classes: str, words: Sequence[Token]) -> Found:
    trail = _PART_ON.match(classes, found.last)
    if trail is not None and found.ref.op != "day":
        part = words[trail.start("part")].text.lower()
        found = found._replace(last=trail.end(), ref=_of_part(part, found.ref), type="TIME")
    start = max(0, found.first - LEFT)
    lead = classes[start : found.first]
    for pattern in (_PART_OF, _OVERNIGHT):
        match = pattern.search(lead)
        if match is not None and found.type == "DATE":
            part = words[start + match.start("part")].text.lower()
            return found._replace(first=start + match.start(), ref=_of_part(part, found.ref), type="TIME")
    match = _HOURS_OF.search(lead)
    if match is not None and found.type == "DATE":
        code = "MO" if words[start + match.start("mod")].text.lower() == "early" else "NI"
        return found._replace(first=start + match.start(), ref=wrap("part", code, ref=found.ref), type="TIME")
    match = _MOD.search(lead) or _MOD_ON.search(lead)
    if match is not None and not match.groupdict().get("the"):
        code = EARLINESS[words[start + match.start("mod")].text.lower()]
        return found._replace(
            first=start + match.start(), ref=found.ref if found.type == "TIME" else wrap("mod", code, ref=found.ref)
        )
    return found


def _of_part(word: str, ref: TimeRef) -> TimeRef:
    if word == "overnight":
        return wrap("overnight", ref=ref)
    code = PARTS[word] if word in PARTS else PARTS[word.rstrip("s")]
    if code == "24:00":
        return wrap("midnight", ref=ref)
    return wrap("clock", 12, 0, ref=ref) if code[0].isdigit() else wrap("part", code, ref=ref)


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


def joined(found: Sequence[Found], classes: str) -> list[Found]:
    """Neighbours that are one expression, made one."""
    out: list[Found] = []
    for one in found:
        met = _met(out[-1], one, classes) if out else None
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


_OPEN = _pattern("OPEN").pattern
_OF = _pattern("OF").pattern


def _core(ref: TimeRef) -> TimeRef:
    """What lies under part of day, clock and modifier."""
    one = inner(ref)
    return _core(one) if one is not None and ref.op in ("part", "clock", "mod", "midnight", "overnight") else ref


def _swapped(ref: TimeRef, base: TimeRef) -> TimeRef:
    one = inner(ref)
    if one is None or ref.op not in ("part", "clock", "mod", "midnight", "overnight"):
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


_LEADS = {name: _pattern(name).pattern for name in ("BETWEEN", "FROM")}


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
