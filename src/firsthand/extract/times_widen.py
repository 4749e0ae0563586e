"""An expression with the words around it that modify it: "late" May, "the eve of" Friday, Sunday "night"."""

from collections.abc import Sequence

from firsthand.extract.times_grammar import Found, pattern
from firsthand.extract.times_join import LONGER, daylike
from firsthand.extract.times_numbers import number_of, ordinal_of
from firsthand.extract.times_words import PARTS, Token
from firsthand.model.feasts import LONG
from firsthand.model.timeref import TimeRef, both, wrap

LEFT = 8
"""Tokens to the left of an expression that may belong to it."""
EARLINESS = {"early": "START", "late": "END", "mid": "MID", "middle": "MID"}
COUNTED = {"day": "D", "days": "D", "week": "W", "weeks": "W", "month": "M", "months": "M"}
"""Units that can be counted out of a longer stretch ("the second week of May"), as `firsthand.model.days_part` writes them."""
_MOD = pattern("(?P<the>THE)? (?P<mod>EARLY|LATE|MID) DASH?$")
_MOD_IN = pattern("(?P<mod>EARLY|LATE) IN THE?$")
_NTH_OF = pattern("THE (?P<mod>ORDWORD|ORD|LAST|FINAL) (?P<n>NUMWORD|DAY)? (?P<u>UNIT|UNITS) OF THE?$")
_MOD_OF = pattern("(?:THE (?:EXACT|EARLY)?)? (?P<mod>START|END|MID) OF THE?$")
_HALF_OF = pattern("THE (?P<mod>ORDWORD) HALF OF THE?$")
_MOD_ON = pattern("(?P<mod>EARLY|LATE) (?:ON|IN)$")
_PART_OF = pattern(
    "(?:(?:EARLY|LATE) IN)? THE? (?:EARLY|LATE|PRE DASH)? (?P<part>PART) (?:UNITS|UNIT)? (?:OF|ON) THE?$"
)
_HOURS_OF = pattern("THE (?P<mod>EARLY|LATE|WEE) UNITS (?:OF|ON)$")
_OVERNIGHT = pattern("(?P<part>OVERNIGHT) (?:ON|FROM)?$")
_EVE_OF = pattern("THE? EVE OF THE?$")
_PART_ON = pattern("(?P<part>PART|PARTS|OVERNIGHT)")


def widened(found: Found, classes: str, words: Sequence[Token]) -> Found:
    """The expression with the words around it that modify it."""
    if found.type in ("DURATION", "SET") or both(found.ref) is not None:
        return found
    if found.ref.op == "holiday" and found.ref.args[1] in LONG:
        return _with_eve(_with_mod(found, classes, words), classes)
    if daylike(found.ref) or found.ref.op == "dom":
        return _with_eve(_with_part(found, classes, words), classes)
    if found.ref.op in LONGER or (found.ref.op in ("rel", "shift") and found.type == "DATE"):
        return _with_mod(found, classes, words)
    return found


def _with_eve(found: Found, classes: str) -> Found:
    match = _EVE_OF.search(classes[max(0, found.first - LEFT) : found.first])
    if match is None or found.type != "DATE":
        return found
    return found._replace(first=found.first - (match.end() - match.start()), ref=wrap("eve", ref=found.ref))


def _with_mod(found: Found, classes: str, words: Sequence[Token]) -> Found:
    start = max(0, found.first - LEFT)
    lead = classes[start : found.first]
    for pattern_ in (_HALF_OF, _NTH_OF, _MOD, _MOD_OF, _MOD_IN):
        match = pattern_.search(lead)
        if match is not None and pattern_ is _NTH_OF and words[start + match.start("u")].text.lower() == "quarter":
            continue
        if match is not None:
            groups = {
                name: words[start + match.start(name)].text.lower()
                for name in match.groupdict()
                if match[name] is not None
            }
            return found._replace(
                first=start + match.start(), ref=wrap("mod", _code(groups, pattern_ is _HALF_OF), ref=found.ref)
            )
    return found


def _code(groups: dict[str, str], half: bool) -> str:
    """What `mod` is told of the words before an expression: START, H1, N2W (the second week), L3D (the last three days)."""
    word = groups["mod"]
    unit, count = COUNTED.get(groups.get("u", "")), number_of([groups["n"]]) if "n" in groups else None
    if half:
        return "H1" if word == "first" else "H2"
    if word in EARLINESS:
        return EARLINESS[word]
    which = _which(word)
    if unit is None or which is None or (count is None and groups["u"].endswith("s")):
        early = word.startswith(("begin", "start", "out", "on", "open", "first"))
        return "START" if early else "END"
    if which < 0:
        return f"L{count or 1}{unit}"
    return f"N{which}{unit}" if count is None else f"F{count}{unit}"


def _which(word: str) -> int | None:
    """The number of an ordinal; -1 for "last", None for any other word."""
    if word in ("last", "final", "closing"):
        return -1
    try:
        return ordinal_of([word])
    except ValueError:
        return None


def _with_part(found: Found, classes: str, words: Sequence[Token]) -> Found:
    trail = _PART_ON.match(classes, found.last)
    if trail is not None and found.ref.op != "day":
        part = words[trail.start("part")].text.lower()
        found = found._replace(last=trail.end(), ref=_of_part(part, found.ref), type="TIME")
    start = max(0, found.first - LEFT)
    lead = classes[start : found.first]
    for pattern_ in (_PART_OF, _OVERNIGHT):
        match = pattern_.search(lead)
        if match is not None and found.type == "DATE":
            part = words[start + match.start("part")].text.lower()
            return found._replace(first=start + match.start(), ref=_of_part(part, found.ref), type="TIME")
    match = _HOURS_OF.search(lead)
    if match is not None and found.type == "DATE":
        code = "NI" if words[start + match.start("mod")].text.lower() == "late" else "MO"
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
