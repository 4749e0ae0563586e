"""Rules for days and months that carry their own name."""

from firsthand.extract.times_grammar import COUNTABLE, VERBS, Found, Hit, Rule, full_year, rule
from firsthand.extract.times_names import NAME, names_month, proverbial
from firsthand.extract.times_numbers import month_number
from firsthand.extract.times_tense import coming
from firsthand.model.timeref import TimeRef, pair

FIRST_YEAR = 1500


def _iso(hit: Hit) -> list[Found]:
    day = hit.of("d")[0]
    if day[4] != "-":
        # "20190304T0715Z": the same without its signs.
        day = f"{day[:4]}-{day[4:6]}-{day[6:8]}T{day[9:11]}:{day[11:]}"
    year, month, number = int(day[:4]), int(day[5:7]), int(day[8:10])
    ref = TimeRef(op="day", args=(year, month, number))
    if len(day) > 10:
        return hit.found(TimeRef(op="clock", args=(int(day[11:13]), int(day[14:16]), "day", *ref.args)), "TIME")
    return hit.found(ref)


def _numbers(hit: Hit) -> list[Found]:
    """ "On 26.05.": day and month in two digits each, as written in eastern Europe."""
    digits = hit.of("d")[0]
    if len(digits) != 5 or digits[2] != "." or not 1 <= int(digits[3:]) <= 12 or not 1 <= int(digits[:2]) <= 31:
        return []
    return hit.found(TimeRef(op="day", args=(None, int(digits[3:]), int(digits[:2]))))


def _group(hit: Hit) -> list[Found]:
    """ "041530Z MAR 19": the date-time group of armies, day and time before the zone, month, year."""
    letters = "".join(hit.of("d")[0].split())
    number, hour, minute = (int(letters[at : at + 2]) for at in (0, 2, 4))
    month, digits = month_number(letters[7:10]), "".join(c for c in letters[7:] if c.isdigit())
    if not 1 <= number <= 31 or hour > 24:
        return []
    year = None if not digits else full_year(int(digits)) if len(digits) == 2 else int(digits)
    return hit.found(TimeRef(op="clock", args=(hour, minute, "day", year, month, number)), "TIME")


def _slashed(hit: Hit) -> list[Found]:
    text = hit.of("d")[0]
    parts = text.replace(".", "/").replace("-", "/").split("/")
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        # A year before 1500 with signs like these is one of the solar or lunar calendar of Islam.
        return hit.found(TimeRef(op="day", args=(a, b, c))) if a >= FIRST_YEAR and b <= 12 and c <= 31 else []
    year = full_year(c) if len(parts[2]) == 2 else c
    if not (1 <= a <= 31 and 1 <= b <= 31 and 1000 <= year <= 2199) or (a > 12 and b > 12):
        return []
    if "." in text or a > 12 or a == b:
        # Dots are written day first wherever they are written.
        return hit.found(TimeRef(op="day", args=(year, b, a))) if b <= 12 else []
    if b > 12:
        return hit.found(TimeRef(op="day", args=(year, a, b)))
    return hit.found(TimeRef(op="slash", args=(year, a, b)))


def _capital(hit: Hit, group: str = "m") -> bool:
    """ "may 5", "march 3", "mar", "dec" in small letters are months only in a text without capitals."""
    before = hit.before()
    return (
        hit.small
        or hit.of(group)[0][0].isupper()
        or (before is not None and before.name in ("ON", "SINCE", "FROM", "BY"))
    )


def _month_ok(hit: Hit) -> bool:
    start = hit.match.start("m")
    return hit.words[start].name == "MONTH" or _capital(hit)


def _day(hit: Hit) -> list[Found]:
    """A day of a month, with or without its year."""
    if not _month_ok(hit) or not 1 <= hit.day() <= 31:
        return []
    after, before = hit.after(), hit.before()
    counted = after is not None and after.text.lower() in COUNTABLE and before is not None and before.name == "IN"
    if counted and not hit.has("y") and hit.match.end("d") == hit.last:
        return []
    if proverbial(hit, hit.month(), hit.day()):
        return hit.found(NAME)
    if not hit.has("y") and coming(hit):
        return hit.found(TimeRef(op="day", args=(None, hit.month(), hit.day(), "ahead")))
    return hit.found(TimeRef(op="day", args=(hit.year(), hit.month(), hit.day())))


def _short_year(hit: Hit) -> list[Found]:
    """ "12 MAR 89", "9-Mar-12": two digits are a year after an abbreviated month."""
    if len(hit.of("y")[0]) != 2:
        return []
    return _day(hit)


def _days(hit: Hit) -> list[Found]:
    """ "3-5 May", "May 3 and 4, 2011": two days of one month; a stretch unless only "and" or "or" parts them."""
    first, second = hit.day("d"), hit.day("e")
    if not _month_ok(hit) or not 1 <= first <= 31 or not 1 <= second <= 31:
        return []
    after = hit.after()
    open_end = hit.match.end("e") == hit.last and hit.match.start("m") < hit.match.start("d") and not hit.has("b")
    follows = after is not None and after.name == "WORD" and after.text.lower() not in VERBS
    if open_end and follows and hit.word("s") in ("and", "or"):
        # "May 5 and 12 people": what follows is counted, unless a verb takes up the sentence.
        return []
    month, year = hit.month(), hit.year()
    listed = hit.word("s") in ("and", "or", "&")
    if first >= second and not (listed and not hit.has("b")):
        return []
    refs = [TimeRef(op="day", args=(year, month, day)) for day in (first, second)]
    if hit.match.start("m") < hit.match.start("d"):
        ends = (hit.part("m", "d", refs[0]), Found(hit.match.start("e"), hit.last, "DATE", refs[1]))
    else:
        start = hit.match.start("d")
        start -= start > hit.first and hit.words[start - 1].name == "THE"
        ends = (
            Found(start, hit.match.end("d"), "DATE", refs[0]),
            Found(hit.match.start("e"), hit.last, "DATE", refs[1]),
        )
    if listed and not hit.has("b") and (second - first != 1 or hit.word("s") == "or"):
        return list(ends)
    return [Found(ends[0].first, ends[1].last, "DATE", pair("range", *refs), ends)]


def _month(hit: Hit) -> list[Found]:
    if not _month_ok(hit):
        return []
    return hit.found(TimeRef(op="month", args=(hit.year(), hit.month())))


def _month_alone(hit: Hit) -> list[Found]:
    word, name = hit.of("m")[0], hit.words[hit.match.start("m")].name
    before = hit.before()
    if name == "MONTH":
        named = before is not None and before.name == "WORD" and before.text[0].isupper() and not word.isupper()
        behind = hit.before(2)
        listed = before is not None and before.name == "AND" and behind is not None and behind.name == "MONTH"
        if names_month(hit) and not listed:
            return hit.found(NAME)
        ahead = ("ahead",) if coming(hit) else ()
        return [] if named else hit.found(TimeRef(op="month", args=(None, hit.month(), *ahead)))
    lead = before is not None and before.name in (
        "IN",
        "SINCE",
        "BY",
        "TO",
        "LAST",
        "NEXT",
        "THIS",
        "EARLY",
        "LATE",
        "MID",
        "FROM",
        "BETWEEN",
    )
    lead = lead or (
        before is not None
        and before.name in ("DASH", "OF")
        and (back := hit.before(2)) is not None
        and back.name in ("MID", "END", "START", "MONTH", "UNIT", "UNITS", "HALF", "EVE")
    )
    if not lead or not _capital(hit) or before is None:
        return []
    after = hit.after()
    if (
        before.name == "THIS"
        and name == "MAYBEMONTH"
        and after is not None
        and after.name == "WORD"
        and not before.text.isupper()
    ):
        return hit.found(TimeRef(op="month", args=(None, hit.month()))) if word[0].isupper() else []
    if name == "MAYBEMONTH" and word.isupper() and before.name == "THIS":
        return []
    return hit.found(TimeRef(op="month", args=(None, hit.month())))


def _of_month(hit: Hit) -> list[Found]:
    """ "On the 20th": a day of the month told before."""
    before, after = hit.before(), hit.after()
    ends = (
        after is None or after.name in ("DOT", "COMMA", "SIGN", "CLOSE", "AND", "BREAK") or after.text.lower() in VERBS
    )
    if before is None or before.name != "ON" or not ends or not 1 <= hit.day() <= 31:
        return []
    return hit.found(TimeRef(op="dom", args=(hit.day(),)))


DATES: tuple[Rule, ...] = (
    rule("iso", "(?P<d>ISO)", _iso),
    rule("day and month in numbers", "(?<=ON)(?P<d>NUM)(?=DOT|COMMA|BREAK|AT|CLOSE|IN)", _numbers),
    rule("date-time group", "(?P<d>DTG)", _group),
    rule("slashed", "(?P<d>SLASHED)", _slashed),
    rule(
        "day month year",
        "THE? (?P<d>{day}|{nth} (?=OF)) (?:DASH|SLASH)? OF? (?P<m>{month})(?: (?:DASH|SLASH)? COMMA? OF? (?P<y>{year}))?",
        _day,
    ),
    rule("month day year", "(?P<m>{month}) THE? (?P<d>{day})(?: COMMA? (?P<y>{year}))?", _day),
    # "May" needs no point: only a year makes it the month's and not the sentence's.
    rule("may point day year", "(?P<m>MAYBEMONTH) DOT (?P<d>{day}) COMMA (?P<y>{year})", _day),
    rule("month nth", "(?P<m>{month}) THE? (?P<d>{nth})(?: COMMA? (?P<y>{year}))?", _day),
    rule(
        "day month short year",
        "(?P<d>DAY) DASH? (?P<m>ABBREV DOT?|MAYBEMONTH|MONTH) DASH? (?P<y>NUM)",
        _short_year,
    ),
    rule(
        "day month small year",
        "(?P<d>DAY) DASH? (?P<m>ABBREV DOT?|MAYBEMONTH|MONTH) DASH? (?P<y>DAY)(?=OPEN|DASH|SIGN|CLOSE|PIPE|BREAK)",
        _short_year,
    ),
    rule("month day small year", "(?P<m>{month}) (?P<d>DAY) (?P<y>NUM|DAY)(?=OPEN)", _short_year),
    rule(
        "days month",
        "(?P<b>BETWEEN|FROM)? THE? (?P<d>{day}) (?P<s>{to}) THE? (?P<e>{day}) OF? (?P<m>{month})(?: COMMA? "
        "(?P<y>{year}))?",
        _days,
    ),
    rule(
        "month days",
        "(?P<b>BETWEEN|FROM)? (?P<m>{month}) (?P<d>{day}) (?P<s>DASH|TO|SLASH) (?P<e>{day})(?: COMMA? "
        "(?P<y>{year}))?(?!UNITS|MONTH|ABBREV|AMPM)",
        _days,
    ),
    rule(
        "month days and",
        "(?P<b>BETWEEN) (?P<m>{month}) (?P<d>{day}) (?P<s>AND) (?P<e>{day})(?: COMMA? "
        "(?P<y>{year}))?(?!UNITS|MONTH|ABBREV|AMPM)",
        _days,
    ),
    rule(
        "month day and day",
        "(?P<b>BREAK BREAK)?(?P<m>{month}) (?P<d>{day}) (?P<s>AND|OR) (?P<e>{day})(?: COMMA? "
        "(?P<y>{year})|(?=COMMA|DOT|IN|ON|AT|BY|TO|CLOSE|WORD))",
        _days,
    ),
    rule("month year", "(?P<m>{month}) COMMA? OF? (?P<y>{year})", _month),
    rule("month short year", "(?P<m>ABBREV) (?P<y>YY)", _month),
    rule("month", "(?P<m>{month})", _month_alone),
    rule("day of month", "THE (?P<d>ORD)", _of_month),
)
