"""Rules for times of the day, durations, and what recurs."""

from firsthand.extract.times_grammar import Found, Hit, Rule, rule
from firsthand.extract.times_names import NAME, names_paper
from firsthand.extract.times_relative import TOLD
from firsthand.extract.times_words import PARTS
from firsthand.model.timeref import TimeRef, wrap
from firsthand.model.timex import duration

LENGTHS = frozenset("day week month year decade century hour minute fortnight weekend".split())
LATE_HOUR = 5
"""From here on an hour "at night" is before midnight."""
BARE = frozenset("days weeks months years decades centuries hours".split())


def _hours(hit: Hit) -> tuple[int, int] | None:
    clock = hit.of("c")
    if len(clock[0]) == 4 and clock[0].isdigit():
        hour, minute = int(clock[0][:2]), int(clock[0][2:])
    else:
        parts = clock[0].lower().replace(".", ":").replace("h", ":").split(":")
        value = int(parts[0]) if parts[0].isdigit() else None
        if value is None:
            return None
        hour, minute = value, int(parts[1]) if len(parts) > 1 else 0
    half = hit.word("h")[:1]
    if half and not 1 <= hour <= 12 and not (hit.has("h") and 12 < hour <= 24):
        return None
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return (hour, minute) if hour <= 24 and minute < 60 else None


def _clock(hit: Hit) -> list[Found]:
    at = _hours(hit)
    if at is None:
        return []
    before = hit.before()
    if (
        not hit.has("h")
        and before is not None
        and before.name in ("DAY", "NUM", "SIGN", "YEAR")
        and before.end == hit.words[hit.first].start
    ):
        return []
    return hit.found(wrap("clock", *at, ref=TOLD), "TIME")


def _clock_in_part(hit: Hit) -> list[Found]:
    """ "2:30 in the afternoon"."""
    at, code = _hours(hit), PARTS.get(hit.word("p"), "")
    if at is None or code not in ("MO", "AF", "EV", "NI"):
        return []
    late = code in ("AF", "EV") or (code == "NI" and at[0] > LATE_HOUR)
    return hit.found(wrap("clock", at[0] + 12 if late and at[0] < 12 else at[0], at[1], ref=TOLD), "TIME")


def _past_hour(hit: Hit) -> list[Found]:
    """ "Half past nine", "a quarter to six"."""
    hour, to = hit.number("c"), hit.words[hit.match.start("way")].name == "TO"
    half = hit.words[hit.match.start("f")].name == "HALF"
    if not isinstance(hour, int) or not 1 <= hour <= 24 or (half and to) or (not half and hit.unit("f") != "quarter"):
        return []
    minute = 30 if half else 45 if to else 15
    return hit.found(wrap("clock", hour - to, minute, ref=TOLD), "TIME")


def _minutes(hit: Hit) -> list[Found]:
    """ "At five past seven", "at twenty to six"."""
    minute, hour = hit.number("f"), hit.number("c")
    if not isinstance(minute, int) or minute not in (5, 10, 20, 25) or not isinstance(hour, int) or not 1 <= hour <= 12:
        return []
    if hit.words[hit.match.start("way")].name == "TO":
        return hit.found(wrap("clock", hour - 1, 60 - minute, ref=TOLD), "TIME")
    return hit.found(wrap("clock", hour, minute, ref=TOLD), "TIME")


def _oclock(hit: Hit) -> list[Found]:
    number = hit.number("c")
    if not isinstance(number, int) or not 1 <= number <= 12:
        return []
    code = PARTS.get(hit.word("p"), "")
    hour = number + 12 if code in ("AF", "EV") and number < 12 else number
    return hit.found(wrap("clock", hour, 0, ref=TOLD), "TIME")


def _part(hit: Hit) -> list[Found]:
    """ "At dawn", "in the afternoon", "around midnight": of the day told with it, which `times_join` puts in place."""
    word = hit.word("p")
    code = PARTS[word.rstrip("s")] if word not in PARTS else PARTS[word]
    before = hit.before()
    if word in ("night", "morning", "evening", "afternoon") and not hit.has("the"):
        if before is None or before.name not in ("AT", "BY") or word == "afternoon":
            return []
    elif (
        code in ("DT", "MI", "MO")
        and word not in ("dawn", "daybreak", "sunrise", "morning")
        and before is not None
        and before.name == "ARTICLE"
    ):
        return []
    after = hit.after()
    if hit.of("p")[0].istitle() and names_paper(hit):
        return hit.found(NAME, "TIME")
    if hit.of("p")[0].istitle() and before is not None and before.name == "WORD" and before.text[0].isupper():
        return []
    led = before is not None and before.name in ("AT", "BY", "TO", "IN", "AROUND", "BEFORE", "AFTER")
    if (
        not led
        and after is not None
        and after.name in ("WORD", "UNIT")
        and word in ("dawn", "sunset", "night", "morning", "evening")
        and not hit.has("the")
    ):
        return []
    if code == "24:00":
        return hit.found(wrap("midnight", ref=TOLD), "TIME")
    if code[0].isdigit():
        return hit.found(wrap("clock", 12, 0, ref=TOLD), "TIME")
    return hit.found(wrap("part", code, ref=TOLD), "TIME")


def _duration(hit: Hit) -> list[Found]:
    unit = hit.unit()
    if unit not in LENGTHS:
        return []
    number = hit.number("n")
    vague = any(
        word.lower() in ("several", "few", "many", "numerous", "some", "various", "dozens", "scores", "hundreds")
        for word in hit.of("n")
    )
    singular = hit.of("u")[0].lower() == unit
    after = hit.after()
    if hit.words[hit.last - 1].text.lower() == "old":
        return []
    if after is not None and (
        after.text.lower() == "old" or (after.name == "DASH" and getattr(hit.after(1), "text", "").lower() == "old")
    ):
        return []
    article = hit.word("n") in ("a", "an") and len(hit.of("n")) == 1
    if article and (not singular or hit.words[hit.last - 1].name == "LONG"):
        return []
    if article and unit == "weekend":
        return []
    if singular and not article and number != 1 and not hit.has("dash") and not _is_compound(hit):
        return []
    if isinstance(number, int) and number > 100000:
        return []
    count = None if vague else number
    if hit.has("half") and isinstance(count, int):
        return hit.found(TimeRef(op="duration", args=(f"{count}.5", unit)), "DURATION")
    return hit.found(TimeRef(op="duration", args=(count, unit)), "DURATION")


def _is_compound(hit: Hit) -> bool:
    """ "Ten year war", "24 hour curfew": a noun follows."""
    after = hit.after()
    return after is not None and after.name in ("WORD", "LONG", "DASH")


def _half(hit: Hit) -> list[Found]:
    """ "Half an hour", "a day and a half"."""
    unit = hit.unit()
    if unit == "hour" and not hit.has("whole"):
        return hit.found(TimeRef(op="duration", args=(30, "minute")), "DURATION")
    count = "1.5" if hit.has("whole") else "0.5"
    return hit.found(TimeRef(op="duration", args=(count, unit)), "DURATION") if unit in LENGTHS else []


def _often(hit: Hit) -> list[Found]:
    """ "Twice a week", "three times a day", "every two weeks"."""
    unit = hit.unit()
    if unit not in LENGTHS:
        return []
    if hit.has("n"):
        count = (
            2
            if hit.word("n") == "other"
            else hit.number("n")
            if hit.words[hit.match.start("n")].name != "ORDWORD"
            else hit.day("n")
        )
        if not isinstance(count, int):
            return []
        return hit.found(TimeRef(op="set", args=(duration((count, unit)),)), "SET")
    return _set(hit)


def _bare(hit: Hit) -> list[Found]:
    """ "For months", "years of war"."""
    word, before = hit.word("u"), hit.before()
    if word not in BARE or (
        before is not None
        and before.name in ("DAY", "NUM", "DASH", "DECADE", "ORDWORD", "SAME", "THAT", "THIS", "EVERY")
    ):
        return []
    lead = before is not None and (
        before.text.lower() in ("for", "within", "in", "after", "over", "of", "with", "by", "since")
    )
    after = hit.after()
    trail = after is not None and (
        after.text.lower() in ("of", "before", "after", "into", "long") or after.name in ("OF", "BEFORE", "AFTER")
    )
    if not (lead or trail):
        return []
    return hit.found(TimeRef(op="duration", args=(None, hit.unit())), "DURATION")


def _long(hit: Hit) -> list[Found]:
    """ "Year-long", "months-long", "decades-old"."""
    unit, before = hit.unit(), hit.before()
    if (
        hit.words[hit.last - 1].text.lower() == "old"
        and before is not None
        and before.name in ("DASH", "DAY", "NUM", "NUMWORD")
    ):
        return []
    count = None if hit.of("u")[0].lower().endswith("s") else 1
    return hit.found(TimeRef(op="duration", args=(count, unit)), "DURATION") if unit in LENGTHS else []


def _set(hit: Hit) -> list[Found]:
    return hit.found(TimeRef(op="set", args=(hit.unit(),)), "SET")


DAILY = {
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "hourly": "hour",
    "quarterly": "quarter",
}


def _daily(hit: Hit) -> list[Found]:
    word = hit.word("q")
    if word == "nightly":
        return hit.found(TimeRef(op="set", args=("XXXX-XX-XXTNI",)), "SET")
    before = hit.before()
    # "The Daily News", "the Weekly": names of papers.
    if (
        hit.of("q")[0][0].isupper()
        and before is not None
        and before.name in ("THE", "WORD")
        and not hit.of("q")[0].isupper()
    ):
        return []
    return hit.found(TimeRef(op="set", args=(DAILY[word],)), "SET") if word in DAILY else []


def _weekdays(hit: Hit) -> list[Found]:
    return hit.found(TimeRef(op="set", args=(f"XXXX-WXX-{hit.weekday() + 1}",)), "SET")


def _parts(hit: Hit) -> list[Found]:
    return hit.found(TimeRef(op="set", args=(f"XXXX-XX-XXT{PARTS[hit.word('p').removesuffix('s')]}",)), "SET")


CLOCK: tuple[Rule, ...] = (
    rule("clock", "(?P<c>CLOCK) (?P<h>AMPM)? (?:UNITS|UNIT|HOURS)? (?:ZONE|OPEN ZONE CLOSE|LOCAL TIME?)?", _clock),
    rule("clock in the part", "(?P<c>CLOCK) (?:IN|AT) THE? (?P<p>PART)", _clock_in_part),
    rule("hour", "(?P<c>DAY) (?P<h>AMPM) (?:ZONE|LOCAL TIME?)?", _clock),
    rule(
        "past the hour", "ARTICLE? (?P<f>HALF|UNIT) (?P<way>PASTWORD|TO) (?P<c>NUMWORD|DAY)(?!UNITS|WORD)", _past_hour
    ),
    rule("o'clock", "(?P<c>DAY|NUMWORD) OCLOCK(?: (?:IN THE)? (?:THIS|THAT)? (?P<p>PART))?", _oclock),
    rule("part", "(?P<the>THE)? (?:EARLY|LATE|PRE DASH)? (?P<p>PART)", _part),
    rule(
        "minutes past",
        "(?<=AT|AROUND)(?P<f>NUMWORD|TENWORD(?: DASH? NUMWORD)?) (?P<way>PASTWORD|TO) (?P<c>NUMWORD)(?!{unit}|WORD|MORE)",
        _minutes,
    ),
    rule(
        "duration",
        "(?:THE (?:ORDWORD|LAST|NEXT))? {roughly}? (?P<n>{count}) (?P<half>AND ARTICLE HALF)? "
        "(?P<dash>DASH)? (?P<u>{unit})(?: DASH? LONG)?(?!AGO|LATER|EARLIER)",
        _duration,
    ),
    rule("and a half", "(?P<whole>ARTICLE) (?P<u>UNIT) AND ARTICLE HALF", _half),
    rule("half", "HALF ARTICLE (?P<u>UNIT)|HALF DASH (?P<v>UNIT)", lambda hit: _half(hit) if hit.has("u") else []),
    rule("bare", "(?P<u>UNITS)", _bare),
    rule("long", "(?P<u>{unit}) DASH LONG", _long),
    rule("every", "AROUND? EVERY (?P<n>NUMWORD|DAY|ORDWORD|OTHER)? (?P<u>{unit})", _often),
    rule("every weekday", "EVERY (?P<w>WEEKDAY)", _weekdays),
    rule("weekdays", "(?P<w>WEEKDAYS)", _weekdays),
    rule("every part", "EVERY (?P<p>PART)", _parts),
    rule("times a", "(?:TWICE|(?:{words}|DAY|VAGUE) TIME) (?:ARTICLE|PER|EVERY) (?P<u>UNIT)", _often),
    rule("daily", "(?P<q>DAILY)", _daily),
)
