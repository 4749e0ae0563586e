"""What "two days later", "that night" and a month without its year hang on: the time that the text told before."""

from collections.abc import Sequence

from firsthand.extract.times_events import on_events
from firsthand.extract.times_grammar import Found
from firsthand.extract.times_join import daylike, replaced, waits
from firsthand.extract.times_words import Token
from firsthand.model.calendar import resolve
from firsthand.model.days_of import needs_anchor
from firsthand.model.timeref import TimeRef, both, inner, pair, wrap

LONGEST = 24
"""Arguments that a meaning may have: a chain of "the next day" over a whole text ends somewhere."""
NEAR = 45
"""Tokens within which a news report's full date lends its year to the next day and month."""


def is_history(found: Sequence[Found]) -> bool:
    """Tell whether the text dates what it tells by year: a history, a chronology.

    There a month without its year belongs to the year told before; in news it is counted from the report's own day.
    """
    stated = sum(one.type != "DURATION" and not needs_anchor(one.ref) for one in found)
    deictic = sum(one.ref.op == "weekday" or (one.ref.op == "rel" and one.ref.args[0] == "day") for one in found)
    return stated >= 6 and deictic * 5 <= stated


def in_context(found: Sequence[Found], words: Sequence[Token]) -> list[Found]:
    """The expressions with the time told before in its place wherever they hang on it."""
    history = is_history(found)
    out: list[Found] = []
    told: Found | None = None
    told_day: Found | None = None
    issue = _issue(found, words)
    for place, one in enumerate(found):
        one = one._replace(ref=_of_issue(one.ref, issue)) if issue is not None else one
        ahead = _day_ahead(place, found, words)
        ref = _anchored(one, told, told_day, words, history) if ahead is None else replaced(one.ref, ahead)
        ends = tuple(end._replace(ref=_anchored(end, told, told_day, words, history)) for end in one.ends)
        if len(ends) == 2:
            ref = pair("range", ends[0].ref, ends[1].ref)
        kept = one._replace(ref=ref, ends=ends)
        out.append(kept)
        anchor = None if _own_day(kept, words) else _as_context(kept, history)
        if anchor is not None and not _aside(anchor, told, words):
            told = anchor
            told_day = anchor if anchor.ref.op == "day" or daylike(_bare(anchor.ref)) else told_day
    return on_events(out, words)


LED = frozenset("ON IN SINCE UNTIL BY FROM OF TO BETWEEN AND AROUND AFTER BEFORE".split())
TOP = 40
"""Tokens at the start of a text among which a day that no preposition leads is a header or a dateline."""
ASIDE = 80
"""Tokens after a day or month within which a bare year that opens no sentence is an aside."""


def _issue(found: Sequence[Found], words: Sequence[Token]) -> TimeRef | None:
    """The month of a year that the first line gives and no day beside it: of an issue, or of what is reported on."""
    line = next((n for n, word in enumerate(words) if word.name == "BREAK"), 0)
    top = [one for one in found if one.last <= line]
    months = [one.ref for one in top if one.ref.op == "month" and one.ref.args[0] is not None]
    stated = any(one.ref.op in ("day", "range") and not needs_anchor(one.ref) for one in top)
    return months[0] if len(months) == 1 and not stated else None


def _of_issue(ref: TimeRef, issue: TimeRef) -> TimeRef:
    """A day of the month of the issue, or of one of the two before it, with its year: "4 March" in a report for March 2023."""
    year, month = issue.args[0], issue.args[1]
    if ref.op != "day" or ref.args[0] is not None or not isinstance(ref.args[1], int):
        return ref
    if not isinstance(year, int) or not isinstance(month, int) or (month - ref.args[1]) % 12 > 2:
        return ref
    return TimeRef(op="day", args=(year - (ref.args[1] > month), *ref.args[1:3]))


def _own_day(one: Found, words: Sequence[Token]) -> bool:
    """Tell whether a full day at the top is the report's own: what the report tells lies before it, not after."""
    led = one.first > 0 and words[one.first - 1].name in LED
    if one.first >= TOP or led or one.ref.op not in ("day", "clock", "part"):
        return False
    core = _core(one.ref)
    return core.op == "day" and core.args[0] is not None


def _aside(one: Found, told: Found | None, words: Sequence[Token]) -> bool:
    """Tell whether a bare year is told in passing ("declassified in 2005"): the story stays where it was."""
    if told is None or one.ref.op not in ("year", "season") or told.ref.op not in ("day", "month"):
        return False
    return one.first - told.last < ASIDE and not _opens(one, words)


def _opens(one: Found, words: Sequence[Token]) -> bool:
    """Tell whether the expression stands at the start of a sentence, line or clause in brackets."""
    back = [word.name for word in words[max(0, one.first - 3) : one.first]]
    return not back or any(name in ("DOT", "BREAK", "SIGN") for name in back)


def _bare(ref: TimeRef) -> TimeRef:
    two = both(ref)
    return two[0] if two is not None and ref.op == "follow" else ref


def _anchored(one: Found, told: Found | None, told_day: Found | None, words: Sequence[Token], history: bool) -> TimeRef:
    ref = one.ref
    if waits(ref) and one.last - one.first == 1 and words[one.first].text.lower() in ("night", "nighttime", "daytime"):
        # "At night" is no certain night.
        return ref
    if waits(ref):
        base = told_day if _wants_day(ref) else told
        if base is None or len(base.ref.args) + len(ref.args) > LONGEST:
            return ref if history else _of_now(ref)
        return replaced(ref, base.ref)
    core = _core(ref)
    if (
        told is None
        or core.op not in ("day", "month", "season", "holiday", "quarter")
        or not needs_anchor(core)
        or told.ref == core
    ):
        return ref
    if history or _lends(told, one, words):
        if len(told.ref.args) + len(ref.args) > LONGEST:
            return ref
        return pair("follow", _untensed(ref), told.ref)
    return ref


BETWEEN = 12
"""Tokens between a time of day and the day that the same clause gives after it."""
APART = frozenset("DOT BREAK COMMA AND AFTER BEFORE SINCE TO FROM UNTIL".split())


def _day_ahead(place: int, found: Sequence[Found], words: Sequence[Token]) -> TimeRef | None:
    """ "At 9 a.m. a bomb went off outside the bank on Sunday": the day that the clause of a time of day goes on to give."""
    one = found[place]
    if one.type != "TIME" or one.ref.op not in ("clock", "part", "midnight") or _core(one.ref).op != "told":
        return None
    last = one.last
    between: list[Token] = []
    for other in found[place + 1 : place + 3]:
        gap = words[last : other.first]
        core = _day_under(other.ref)
        if (
            other.type == "TIME"
            and not waits(other.ref)
            and daylike(core)
            and [w.name for w in gap] in (["TO"], ["DASH"])
        ):
            # "2 p.m. until 6 p.m. on Sunday".
            return core
        between += [word for word in gap if word.name not in ("OPEN", "CLOSE")]
        if len(between) > BETWEEN or any(
            w.name in APART or w.text.lower() in ("said", "while", "but") for w in between
        ):
            return None
        if other.type == "DATE" and daylike(other.ref) and not waits(other.ref):
            return other.ref if words[other.first - 1].name == "ON" or not between else None
        last = other.last
    return None


def _untensed(ref: TimeRef) -> TimeRef:
    """A day, month or season without what tense or "next" says: in a history they are not counted from the report."""
    if ref.op == "season" or (ref.op in ("day", "month") and ref.args[-1] == "ahead"):
        return TimeRef(op=ref.op, args=ref.args[: 3 if ref.op == "day" else 2])
    return ref


def _day_under(ref: TimeRef) -> TimeRef:
    one = inner(ref)
    return _day_under(one) if one is not None and ref.op in ("clock", "part", "midnight") else ref


def _of_now(ref: TimeRef) -> TimeRef:
    """ "The end of the year" in a report that told no other year: of its own."""
    one = inner(ref)
    if one is None:
        return ref
    if ref.op == "shift" and one.op == "told" and one.args == ("now",):
        return TimeRef(op="rel", args=(ref.args[1], 0))
    return wrap(ref.op, *ref.args[: len(ref.args) - len(one.args) - 1], ref=_of_now(one))


def _core(ref: TimeRef) -> TimeRef:
    one = inner(ref)
    return ref if one is None else _core(one)


def _wants_day(ref: TimeRef) -> bool:
    """ "That night", "two days later" hang on a day; "that year" on any time."""
    if ref.op == "shift":
        return ref.args[1] in ("day", "hour", "minute", "week")
    return ref.op in ("part", "clock", "midnight", "overnight")


def _lends(told: Found, one: Found, words: Sequence[Token]) -> bool:
    """A full date just before, in the same paragraph, of the same month or the one before it."""
    if (
        told.ref.op != "day"
        or told.ref.args[0] is None
        or one.first - told.last > NEAR
        or _core(one.ref).op not in ("day", "month")
    ):
        return False
    if any(word.name == "BREAK" for word in words[told.last : one.first]):
        return False
    months = (told.ref.args[1], _core(one.ref).args[1])
    if not isinstance(months[0], int) or not isinstance(months[1], int):
        return False
    return (months[1] - months[0]) % 12 <= 1


def _as_context(one: Found, history: bool) -> Found | None:
    """What later expressions may hang on: the last end of a stretch; in a history a plain stated day."""
    ref = one.ends[-1].ref if one.ends else one.ref
    if one.type in ("DURATION", "SET") or ref.op in (
        "vague",
        "told",
        "slash",
        "decade",
        "century",
        "ago",
        "past",
        "ahead",
    ):
        return None
    core = _core(ref) if ref.op in ("part", "clock", "mod", "midnight", "overnight") else ref
    if core.op == "told" or waits(core):
        return None
    if core.op == "bc":
        return one._replace(ref=core)
    if not needs_anchor(core):
        plain = _stated(core)
        return None if plain is None else one._replace(ref=plain)
    return None if history else one._replace(ref=core)


def _stated(ref: TimeRef) -> TimeRef | None:
    """A stated time as a plain day, month or year, so that meanings do not pile up; None where it comes to no days."""
    when = resolve(ref)
    if when.earliest is None or when.latest is None or when.edtf is None:
        return None
    text = when.edtf
    if len(text) == 10 and when.earliest == when.latest:
        return TimeRef(op="day", args=(when.earliest.year, when.earliest.month, when.earliest.day))
    if len(text) == 7 and text[5:].isdigit() and int(text[5:]) <= 12:
        return TimeRef(op="month", args=(when.earliest.year, when.earliest.month))
    return ref
