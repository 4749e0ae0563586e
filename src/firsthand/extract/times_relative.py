"""Rules for times that are counted from the report's day, or from a time told before."""

from firsthand.extract.times_events import after_event
from firsthand.extract.times_grammar import Found, Hit, Rule, rule
from firsthand.extract.times_words import PARTS, SEASONS
from firsthand.model.timeref import TimeRef, TimexType, pair, wrap

TODAY = TimeRef(op="rel", args=("day", 0))
TOLD = TimeRef(op="told")
"""The time told before: `times_context` puts it in place."""
STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
RELATING = frozenset("following subsequent ensuing preceding previous prior".split())
"""Words that count from the time told, not from the report."""


def _name(hit: Hit, group: str) -> str:
    return hit.words[hit.match.start(group)].name if hit.has(group) else ""


def _today(hit: Hit) -> list[Found]:
    word = hit.word("t")
    day = TimeRef(op="rel", args=("day", STEPS[word]))
    return hit.found(wrap("part", "NI", ref=day), "TIME") if word == "tonight" else hit.found(day)


def _beyond(hit: Hit) -> list[Found]:
    """ "The day before yesterday", "the day after tomorrow"."""
    word = hit.word("t")
    if word not in ("yesterday", "tomorrow") or hit.unit() != "day":
        return []
    return hit.found(TimeRef(op="rel", args=("day", -2 if word == "yesterday" else 2)))


def _unit_before_last(hit: Hit) -> list[Found]:
    unit = hit.unit()
    return hit.found(TimeRef(op="rel", args=(unit, -2))) if unit in ("week", "weekend", "month", "year") else []


def _of_last_month(hit: Hit) -> list[Found]:
    """ "The 21st of last month"."""
    if hit.unit() != "month" or not 1 <= hit.day() <= 31:
        return []
    steps = {"LAST": -1, "THIS": 0, "NEXT": 1}[_name(hit, "lead")]
    return hit.found(pair("follow", TimeRef(op="dom", args=(hit.day(),)), TimeRef(op="rel", args=("month", steps))))


def _overnight(hit: Hit) -> list[Found]:
    return hit.found(wrap("overnight", ref=TODAY), "TIME")


def _this_part(hit: Hit) -> list[Found]:
    """ "This morning", "that night", "last night", "the next evening"."""
    code, lead = PARTS[hit.word("p").rstrip("s")], _name(hit, "lead")
    if lead == "THIS":
        base = TODAY
    elif lead == "LAST":
        base = (
            TimeRef(op="rel", args=("day", -1))
            if hit.word("lead") == "last" and not hit.has("the")
            else wrap("shift", -1, "day", ref=TOLD)
        )
    elif lead == "NEXT":
        base = wrap("shift", 1, "day", ref=TOLD)
    else:
        base = wrap("shift", 0, "day", ref=TOLD)
    if code[0].isdigit():
        return hit.found(_noon(code, base), "TIME")
    return hit.found(wrap("part", code, ref=base), "TIME")


def _noon(code: str, base: TimeRef) -> TimeRef:
    return wrap("midnight", ref=base) if code == "24:00" else wrap("clock", 12, 0, ref=base)


def _rel(hit: Hit) -> list[Found]:
    """ "This week", "last month", "next year"; with "the" before them they are counted from the time told."""
    unit, lead, word = hit.unit(), _name(hit, "lead"), hit.word("lead")
    if unit in ("hour", "minute", "second"):
        return []
    if hit.match.end("u") < len(hit.words) and lead != "THIS" and _qualified(hit):
        return []
    if lead in ("THIS", "CURRENT"):
        return hit.found(TimeRef(op="rel", args=(unit, 0)))
    if lead in ("SAME", "THAT"):
        return [] if hit.word("lead") in ("these", "those") else hit.found(wrap("shift", 0, unit, ref=TOLD))
    back = lead in ("LAST", "PASTWORD")
    plain = word in ("last", "past", "next", "coming", "upcoming")
    if hit.has("the") and plain and word in ("last", "past"):
        return hit.found(TimeRef(op="past", args=(1, unit)), "DURATION") if unit not in ("weekend", "day") else []
    if plain and not hit.has("the") and unit != "day":
        return hit.found(TimeRef(op="rel", args=(unit, -1 if back else 1)))
    return hit.found(wrap("shift", -1 if back else 1, unit, ref=TOLD))


def _nights(hit: Hit) -> list[Found]:
    """ "Over the past two nights": the nights are those of the days before."""
    count = _count(hit)
    return hit.found(TimeRef(op="ahead" if _name(hit, "lead") == "NEXT" else "past", args=(count, "day")), "DURATION")


def _weekend(hit: Hit) -> list[Found]:
    """ "Over the weekend"."""
    before = hit.before()
    if hit.unit() != "weekend" or before is None or before.text.lower() not in ("over", "during", "on", "at", "in"):
        return []
    return hit.found(TimeRef(op="rel", args=("weekend", 0)))


def _qualified(hit: Hit) -> bool:
    """ "The last week of August" is no "last week"."""
    after = hit.after()
    return after is not None and after.name == "OF" and hit.has("the")


def _stretch(hit: Hit) -> list[Found]:
    """ "The past three days", "the next two weeks", "in recent weeks"."""
    unit, lead = hit.unit(), _name(hit, "lead")
    count = hit.number("n") if hit.has("n") else None
    number = count if isinstance(count, int) else None
    if number == 0 or unit == "second":
        return []
    op = "ahead" if lead == "NEXT" else "past"
    if not hit.has("the") and hit.word("lead") in RELATING:
        # "Following 13 years of war": a verb.
        ref = TimeRef(op="duration", args=(number, unit))
        return [Found(hit.match.start("n"), hit.last, "DURATION", ref)] if hit.has("n") else []
    if hit.has("the") and hit.word("lead") in ("following", "subsequent", "ensuing", "preceding", "previous", "prior"):
        return hit.found(TimeRef(op="duration", args=(number, unit)), "DURATION")
    return hit.found(TimeRef(op=op, args=(number, unit)), "DURATION")


def _ago(hit: Hit) -> list[Found]:
    count, unit = _count(hit), hit.unit()
    if unit == "second":
        return []
    return hit.found(TimeRef(op="ago", args=(count, unit)), _grain(unit))


def _count(hit: Hit) -> int | None:
    count = hit.number("n") if hit.has("n") else None
    vague = any(word.lower() in ("several", "few", "many", "numerous", "some", "various") for word in hit.of("n"))
    return count if isinstance(count, int) and not vague else None


def _grain(unit: str) -> TimexType:
    return "TIME" if unit in ("hour", "minute") else "DATE"


def _shift(hit: Hit) -> list[Found]:
    """ "Two days later", "a week earlier"; "before" and "after" only where nothing follows that they belong to."""
    count, unit, word = _count(hit), hit.unit(), _name(hit, "way")
    if unit == "second":
        return []
    after = hit.after()
    if word in ("BEFORE", "AFTER") and not (after is None or after.name in ("COMMA", "DOT", "BREAK", "CLOSE", "AND")):
        return []
    sign = -1 if word in ("EARLIER", "BEFORE") else 1
    vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return hit.found(wrap("shift", vague if count is None else sign * count, unit, ref=TOLD), _grain(unit))


def _from_now(hit: Hit) -> list[Found]:
    """ "A month from now"."""
    count, unit = _count(hit), hit.unit()
    if unit == "second" or (hit.of("n")[0].lower() in ("a", "an") and hit.of("u")[0].lower() != unit):
        return []
    ref = _vague("FUTURE_REF") if count is None else wrap("shift", count, unit, ref=TODAY)
    return hit.found(ref, _grain(unit))


def _later(hit: Hit) -> list[Found]:
    """ "Later that day", "earlier this week", "later in the year"."""
    lead, unit = _name(hit, "lead"), hit.unit()
    if unit in ("hour", "minute", "second"):
        return []
    if lead == "THIS" and unit != "day":
        # The part of it before the report, or after.
        side = "EARLIER" if _name(hit, "side") in ("EARLIER", "EARLY") else "LATER"
        return hit.found(wrap("mod", side, ref=TimeRef(op="rel", args=(unit, 0))))
    base = TimeRef(op="rel", args=(unit, 0)) if lead == "THIS" else wrap("shift", 0, unit, ref=TOLD)
    return hit.found(base)


def _the_day(hit: Hit) -> list[Found]:
    """ "The day before", "the day after" at the end of a clause."""
    after = hit.after()
    if not (after is None or after.name in ("COMMA", "DOT", "BREAK", "CLOSE", "AND", "SIGN")):
        return []
    return hit.found(wrap("shift", -1 if _name(hit, "way") == "BEFORE" else 1, hit.unit(), ref=TOLD))


def _vague(value: str) -> TimeRef:
    return TimeRef(op="vague", args=(value,))


def _now(hit: Hit) -> list[Found]:
    return hit.found(_vague("PRESENT_REF"))


def _recent(hit: Hit) -> list[Found]:
    return [] if hit.word("r") in ("lately", "previously") else hit.found(_vague("PAST_REF"))


def _future(hit: Hit) -> list[Found]:
    return hit.found(_vague("FUTURE_REF"))


def _the_past(hit: Hit) -> list[Found]:
    before = hit.before()
    return hit.found(_vague("PAST_REF")) if before is not None and before.name in ("IN", "FROM", "OF") else []


def _the_end(hit: Hit) -> list[Found]:
    """ "The end of the year": of the year told before, else of this one."""
    if hit.unit() in ("day", "hour", "minute", "second"):
        return hit.found(wrap("shift", 0, hit.unit(), ref=TOLD))
    whole = wrap("shift", 0, hit.unit(), ref=TimeRef(op="told", args=("now",)))
    word = hit.word("mod")
    if hit.has("half"):
        return hit.found(wrap("mod", "H1" if word == "first" else "H2", ref=whole))
    if word == "":
        return hit.found(whole)
    code = "MID" if _name(hit, "mod") == "MID" else "START" if _name(hit, "mod") == "START" else "END"
    return hit.found(wrap("mod", code, ref=whole))


def _the_time(hit: Hit) -> list[Found]:
    """ "By that time", "during this period": a time that the story stands at, never a day; "at the same time" joins clauses."""
    before, lead = hit.before(), hit.words[hit.first].text.lower()
    if before is None or before.name not in ("BY", "IN", "OF", "FROM", "SINCE", "TO", "AT"):
        return []
    if before.name == "AT" and any(word.name in ("SAME", "THIS") for word in hit.words[hit.first : hit.last]):
        return []
    now = lead in ("the", "this") and hit.last - hit.first == 2 and hit.words[hit.last - 1].name == "TIME"
    # The story's present is not the report's: it has no days.
    return hit.found(TimeRef(op="vague", args=("PRESENT_REF", "told")) if now else _vague(""))


def _named(hit: Hit) -> list[Found]:
    """ "Last December", "next spring"."""
    how = "coming" if _name(hit, "lead") == "NEXT" else "last"
    word = hit.word("m")
    if word in SEASONS:
        return hit.found(TimeRef(op="season", args=(None, SEASONS[word], how)))
    return hit.found(TimeRef(op="month", args=(None, hit.month(), how)))


RELATIVE: tuple[Rule, ...] = (
    rule("today", "(?P<t>TODAY)", _today),
    rule("beyond", "THE? (?P<u>UNIT) (?:BEFORE|AFTER) (?P<t>TODAY)", _beyond),
    rule("before last", "THE (?P<u>UNIT) BEFORE LAST", _unit_before_last),
    rule("of last month", "THE? (?P<d>ORD|DAY) OF (?P<lead>LAST|THIS|NEXT) (?P<u>UNIT)", _of_last_month),
    rule("overnight", "(?P<o>OVERNIGHT)", _overnight),
    rule(
        "this part",
        "(?:EARLY|LATE)? (?P<the>THE)? (?P<lead>THIS|THAT SAME?|LAST|NEXT|SAME) (?:EARLY|LATE)? (?P<p>PART|PARTS)",
        _this_part,
    ),
    rule(
        "rel",
        "(?P<the>THE)? EXACT? (?P<lead>THIS|LAST|NEXT|PASTWORD|SAME|THAT SAME?|CURRENT) EXACT? (?P<u>UNIT)(?!DASH|AGO)",
        _rel,
    ),
    rule(
        "stretch",
        "(?P<the>THE)? (?P<lead>LAST|NEXT|PASTWORD|RECENT) (?P<n>{count})? (?P<u>UNITS)(?!AGO)",
        _stretch,
    ),
    rule("ago", "{roughly}? (?P<n>{count}) (?:AND ARTICLE HALF)? (?P<u>{unit}) AGO", _ago),
    rule("ago vague", "(?P<u>UNITS) AGO", _ago),
    rule("from now", "{roughly}? (?P<n>{count}) (?P<u>{unit}) (?:FROM (?:NOW|TODAY)|HENCE)", _from_now),
    rule("shift", "{roughly}? (?P<n>{count}) (?P<u>{unit}) (?P<way>LATER|EARLIER|BEFORE|AFTER)", _shift),
    rule("shift vague", "(?P<u>UNITS) (?P<way>LATER|EARLIER)", _shift),
    rule("nights", "(?P<the>THE)? (?P<lead>LAST|PASTWORD|NEXT) (?P<n>{count}) (?P<p>PARTS)", _nights),
    rule("weekend", "THE (?P<u>UNIT)", _weekend),
    rule("later", "(?P<side>LATER|EARLIER|LATE|EARLY) (?:ON|IN)? (?P<lead>THIS|THAT|THE SAME?) (?P<u>UNIT)", _later),
    rule("after an event", "{roughly}? (?P<n>{count}) (?P<u>{unit}) (?P<way>BEFORE|AFTER)", after_event),
    rule("day after an event", "THE (?P<u>UNIT) (?P<way>BEFORE|AFTER)", after_event),
    rule("the day", "THE (?P<u>UNIT) (?P<way>BEFORE|AFTER)", _the_day),
    rule("unit's end", "(?P<u>UNIT) POSS (?:END|START)", _the_end),
    rule("the time", "(?:THE|THIS) TIME|THIS PERIOD", _the_time),
    rule("that time", "(?:THAT|THE? SAME) (?:TIME|PERIOD)", _the_time),
    rule("last month named", "THE? (?P<lead>LAST|NEXT) (?P<m>MONTH|SEASON|MAYBESEASON)", _named),
    rule("the end", "THE? (?P<mod>START|END|MID) OF (?:THE|THAT) (?P<u>UNIT)(?!OF)", _the_end),
    rule("the half", "THE (?P<mod>ORDWORD) (?P<half>HALF) OF (?:THE|THAT) (?P<u>UNIT)(?!OF)", _the_end),
    rule("now", "NOW", _now),
    rule("present", "THE CURRENT TIME?(?=DOT|COMMA|BREAK)|AT CURRENT", _now),
    rule("recent", "(?P<r>RECENT)", _recent),
    rule("future", "THE? FUTURE", _future),
    rule("the past", "THE PASTWORD(?=DOT|COMMA|BREAK|SIGN|AND)", _the_past),
)
