"""Rules for weekdays: against the report's day, of a week that is named, or a number of weeks away."""

from firsthand.extract.times_grammar import Found, Hit, Rule, rule
from firsthand.extract.times_names import NAME, names_weekday
from firsthand.extract.times_tense import coming
from firsthand.model.timeref import TimeRef, wrap

FOLLOWING = frozenset("following subsequent ensuing succeeding".split())
"""Words that count on from the time told, not from the report."""


def _short_ok(hit: Hit) -> bool:
    """ "Sun", "Sat", "Wed" are weekdays only as capitals with a point, or beside a number."""
    start = hit.match.start("w")
    if hit.words[start].name != "SHORTDAY":
        return True
    before, after = hit.before(), hit.after()
    beside = any(
        token is not None and token.name in ("DAY", "ABBREV", "PART", "CLOCK", "MONTH")
        for token in (before, after, hit.after(1))
    )
    word, pointed = hit.of("w")[0], hit.last > start + 1
    # "On Sun., shells fell": the point is the abbreviation's own.
    led = pointed and before is not None and before.name == "ON" and after is not None and after.name == "COMMA"
    return (hit.small or word[0].isupper()) and (beside or led or (pointed and word.lower() != "sun"))


def _name(hit: Hit, group: str) -> str:
    return hit.words[hit.match.start(group)].name if hit.has(group) else ""


def _weekday(hit: Hit) -> list[Found]:
    if not _short_ok(hit):
        return []
    if names_weekday(hit):
        return hit.found(NAME)
    if hit.word("how") == "following" and hit.words[hit.first].name != "THE":
        # "Following Monday's raid": after it.
        return [Found(hit.match.start("w"), hit.last, "DATE", TimeRef(op="weekday", args=(hit.weekday(), "")))]
    how = {"LAST": "last", "NEXT": "next", "PASTWORD": "last"}.get(_name(hit, "how"), "")
    if (how == "next" and hit.word("how") in FOLLOWING) or (how == "" and coming(hit)):
        how = "coming"
    return hit.found(TimeRef(op="weekday", args=(hit.weekday(), how)))


STEPS = {"LAST": -1, "PASTWORD": -1, "NEXT": 1, "THIS": 0}


def _of_week(hit: Hit) -> list[Found]:
    """ "Wednesday of last week", "last week on Wednesday"."""
    if hit.unit() != "week" or not _short_ok(hit):
        return []
    return hit.found(TimeRef(op="weekday", args=(hit.weekday(), "week", STEPS[_name(hit, "lead")])))


def _weeks_ago(hit: Hit) -> list[Found]:
    """ "A week ago on Tuesday": the Tuesday next to that day."""
    count = hit.number("n")
    if hit.unit() not in ("week", "fortnight") or not isinstance(count, int) or not _short_ok(hit):
        return []
    weeks = count * (2 if hit.unit() == "fortnight" else 1)
    return hit.found(TimeRef(op="weekday", args=(hit.weekday(), "near", -weeks)))


def _before_last(hit: Hit) -> list[Found]:
    """ "The Sunday before last": a week before the last one."""
    return hit.found(wrap("shift", -7, "day", ref=TimeRef(op="weekday", args=(hit.weekday(), "last"))))


WEEKDAYS: tuple[Rule, ...] = (
    rule("weekday", "(?P<how>LAST|NEXT|THIS|PASTWORD)? (?P<w>{weekday})", _weekday),
    rule("the weekday", "THE (?P<how>LAST|NEXT|PASTWORD) (?P<w>{weekday})", _weekday),
    rule("this past weekday", "THIS (?P<how>PASTWORD|NEXT) (?P<w>{weekday})", _weekday),
    rule("weekday of week", "(?P<w>{weekday}) (?:OF|COMMA)? (?P<lead>LAST|NEXT|THIS|PASTWORD) (?P<u>UNIT)", _of_week),
    rule("week's weekday", "(?P<lead>LAST|NEXT|THIS) (?P<u>UNIT) (?:ON|COMMA) (?P<w>{weekday})", _of_week),
    rule("before last", "THE (?P<w>{weekday}) BEFORE LAST", _before_last),
    rule("weeks ago", "(?P<n>{count}) (?P<u>{unit}) AGO ON? (?P<w>{weekday})", _weeks_ago),
)
