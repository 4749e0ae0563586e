"""Rules for days, months, years and longer stretches that carry their own name."""

from firsthand.extract.times_grammar import Found, Hit, Rule, full_year, rule
from firsthand.extract.times_words import SEASONS, TENS
from firsthand.model.timeref import TimeRef, pair

THINGS = frozenset(
    "people persons men women children soldiers troops fighters militants civilians members others rebels police policemen officers "
    "personnel dead killed wounded injured km kilometres kilometers miles metres meters feet mm percent dollars euros pounds tons tonnes "
    "homes houses vehicles rounds votes square cubic rpm cc mhz calories kg guns aircraft".split()
)
"""What a number of four digits counts, when it is no year."""
VERBS = frozenset("were was are is had have has when as with for that saw respectively".split())
YEARLY = frozenset(
    "IN SINCE BY FROM TO UNTIL OF EARLY LATE MID AFTER BEFORE AROUND BETWEEN START END SEASON AND DASH OPEN".split()
)
COUNTED = frozenset("more less over some about around nearly almost than least most another other".split())


def _iso(hit: Hit) -> list[Found]:
    day = hit.of("d")[0]
    year, month, number = int(day[:4]), int(day[5:7]), int(day[8:10])
    ref = TimeRef(op="day", args=(year, month, number))
    if len(day) > 10:
        return hit.found(TimeRef(op="clock", args=(int(day[11:13]), int(day[14:16]), "day", *ref.args)), "TIME")
    return hit.found(ref)


def _slashed(hit: Hit) -> list[Found]:
    text = hit.of("d")[0]
    parts = text.replace(".", "/").replace("-", "/").split("/")
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return hit.found(TimeRef(op="day", args=(a, b, c))) if b <= 12 and c <= 31 else []
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
    word = hit.of(group)[0]
    return word[0].isupper() or hit.words[0].name == "BREAK"


def _month_ok(hit: Hit) -> bool:
    start = hit.match.start("m")
    return hit.words[start].name == "MONTH" or _capital(hit)


def _day(hit: Hit) -> list[Found]:
    """A day of a month, with or without its year."""
    if not _month_ok(hit) or not 1 <= hit.day() <= 31:
        return []
    after, before = hit.after(), hit.before()
    counted = after is not None and after.text.lower() in THINGS and before is not None and before.name == "IN"
    if counted and not hit.has("y") and hit.match.end("d") == hit.last:
        return []
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
    if after is not None and after.name == "WORD" and hit.match.end("e") == hit.last and hit.word("s") in ("and", "or"):
        # "May 5 and 12 people": what follows is counted, unless a verb takes up the sentence.
        if hit.match.start("m") < hit.match.start("d") and not hit.has("b") and after.text.lower() not in VERBS:
            return []
    month, year = hit.month(), hit.year()
    listed = hit.word("s") in ("and", "or", "&")
    if first >= second and not (listed and not hit.has("b")):
        return []
    refs = [TimeRef(op="day", args=(year, month, day)) for day in (first, second)]
    if hit.match.start("m") < hit.match.start("d"):
        ends = (hit.part("m", "d", refs[0]), Found(hit.match.start("e"), hit.last, "DATE", refs[1]))
    else:
        ends = (
            Found(hit.match.start("d"), hit.match.end("d"), "DATE", refs[0]),
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
        return [] if named else hit.found(TimeRef(op="month", args=(None, hit.month())))
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
        and back.name in ("MID", "END", "START", "MONTH")
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


def _year(hit: Hit) -> list[Found]:
    """A number of four digits is a year unless it counts things, or is part of another number."""
    word = hit.of("y")[0]
    value = int(word)
    before, after = hit.before(), hit.after()
    lead = before.name if before is not None else "BREAK"
    if (
        after is not None
        and (after.text in ("%", "°", "$", "€") or after.text.lower() in THINGS)
        and lead not in ("IN", "SINCE")
    ):
        return []
    if before is not None and (
        before.text in "$€£#№~+=@_"
        or before.text.lower() in COUNTED
        or before.text.lower() in ("no", "flight", "route")
    ):
        return []
    if lead == "DOT" and hit.before(2) is not None and str(getattr(hit.before(2), "text", "")).lower() in ("no", "nos"):
        return []
    if after is not None and after.name in ("UNIT", "UNITS", "AMPM", "HUNDRED"):
        return []
    if (
        lead in ("DASH", "SLASH", "DOT")
        and before is not None
        and hit.first > 1
        and before.end == hit.words[hit.first].start
    ):
        behind = hit.words[hit.first - 2]
        if behind.end == before.start and behind.name not in ("YEAR", "MID", "EARLY", "LATE", "MONTH"):
            return []
    if not 1900 <= value <= 2100 and lead not in YEARLY and not _apart(hit):
        return []
    return hit.found(TimeRef(op="year", args=(value,)))


def _apart(hit: Hit) -> bool:
    """A number between commas or brackets, on a line of its own, before another year, or in "the 1784 treaty"."""
    before, after = hit.before(), hit.after()
    if after is not None and after.name == "DASH" and (second := hit.after(1)) is not None and second.name == "YEAR":
        return True
    if (before is None or before.name == "BREAK") and (after is None or after.name == "BREAK"):
        return True
    if before is not None and before.name == "THE" and after is not None and after.name == "WORD":
        return after.text.islower() and not after.text.endswith("s") and after.text not in THINGS
    return (
        before is not None
        and after is not None
        and before.name in ("COMMA", "OPEN")
        and after.name in ("COMMA", "CLOSE", "DASH")
    )


def _short(hit: Hit) -> list[Found]:
    """ "'67", after a word that asks for a year."""
    before = hit.before()
    if before is None or before.name not in YEARLY:
        return []
    return hit.found(TimeRef(op="year", args=(hit.year(),)))


def _years(hit: Hit) -> list[Found]:
    """ "2014-15": a stretch of years, the second in two digits."""
    first, short = int(hit.of("a")[0]), hit.of("b")[0]
    if len(short) != 2 or not hit.words[hit.first].end == hit.words[hit.first + 1].start:
        return []
    second = first // 100 * 100 + int(short)
    if second <= first:
        return []
    one, two = TimeRef(op="year", args=(first,)), TimeRef(op="year", args=(second,))
    ends = (Found(hit.first, hit.first + 1, "DATE", one), Found(hit.last - 1, hit.last, "DATE", two))
    return [Found(hit.first, hit.last, "DATE", pair("range", one, two), ends)]


def _bc(hit: Hit) -> list[Found]:
    value = hit.of("y")[0].replace(",", "")
    return hit.found(TimeRef(op="bc", args=(int(value),))) if value.isdigit() and 0 < int(value) < 9999 else []


def _bc_range(hit: Hit) -> list[Found]:
    """ "499 to 493 BC"."""
    first, second = (hit.of(group)[0].replace(",", "") for group in ("x", "y"))
    if not (first.isdigit() and second.isdigit() and 0 < int(second) < int(first) < 9999):
        return []
    one, two = TimeRef(op="bc", args=(int(first),)), TimeRef(op="bc", args=(int(second),))
    ends = (hit.part("x", "x", one), Found(hit.match.start("y"), hit.last, "DATE", two))
    return [Found(hit.first, hit.last, "DATE", pair("range", one, two), ends)]


def _of_month(hit: Hit) -> list[Found]:
    """ "On the 20th": a day of the month told before."""
    before, after = hit.before(), hit.after()
    ends = after is None or after.name in ("DOT", "COMMA", "SIGN", "CLOSE", "AND", "BREAK") or after.text.lower() in VERBS
    if before is None or before.name != "ON" or not ends or not 1 <= hit.day() <= 31:
        return []
    return hit.found(TimeRef(op="dom", args=(hit.day(),)))


def _decade(hit: Hit) -> list[Found]:
    digits = "".join(c for c in hit.of("z")[0] if c.isdigit())
    if len(digits) == 2:
        before = hit.before()
        if before is None or before.name not in ("THE", "EARLY", "LATE", "MID", "DASH"):
            return []
    first = int(digits) if len(digits) == 4 else full_year(int(digits))
    return hit.found(TimeRef(op="decade", args=(first // 10 * 10,)))


def _nineties(hit: Hit) -> list[Found]:
    tens = hit.of("z")[0].lower().replace("ies", "y")
    short = (TENS.index(tens) + 2) * 10
    return hit.found(TimeRef(op="decade", args=(1900 + short,)))


def _century(hit: Hit) -> list[Found]:
    number = hit.day("n")
    if hit.unit() != "century" or not 1 <= number <= 22:
        return []
    if hit.has("b"):
        return hit.found(TimeRef(op="bc", args=(number * 100,)))
    return hit.found(TimeRef(op="century", args=((number - 1) * 100,)))


SEASONAL = frozenset("IN LAST NEXT THIS THAT EARLY LATE SINCE BY MID".split())


def _season(hit: Hit) -> list[Found]:
    word = hit.word("s")
    if word in ("spring", "fall") and not hit.has("y"):
        before = hit.before()
        after = hit.after()
        lead = before is not None and (before.name in SEASONAL or before.text.lower() in ("throughout", "over"))
        named = before is not None and before.name == "WORD" and before.text[0].isupper()
        named = named or (after is not None and after.text[:1].isupper())
        capital = hit.of("s")[0][0].isupper() and word == "spring" and not named
        if not (lead or capital) or (after is not None and after.name == "OF"):
            return []
    return hit.found(TimeRef(op="season", args=(hit.year(), SEASONS[word])))


def _quarter(hit: Hit) -> list[Found]:
    number = hit.day("n")
    if hit.unit() != "quarter" or not 1 <= number <= 4:
        return []
    return hit.found(TimeRef(op="quarter", args=(hit.year(), number)))


DATES: tuple[Rule, ...] = (
    rule("iso", "(?P<d>ISO)", _iso),
    rule("slashed", "(?P<d>SLASHED)", _slashed),
    rule("day month year", "THE? (?P<d>{day}|{nth} (?=OF)) DASH? OF? (?P<m>{month})(?: DASH? COMMA? OF? (?P<y>{year}))?", _day),
    rule("month day year", "(?P<m>{month}) THE? (?P<d>{day})(?: COMMA? (?P<y>{year}))?", _day),
    rule("month nth", "(?P<m>{month}) THE? (?P<d>{nth})(?: COMMA? (?P<y>{year}))?", _day),
    rule("day month short year", "(?P<d>DAY) DASH? (?P<m>ABBREV DOT?|MAYBEMONTH|MONTH) DASH? (?P<y>NUM)", _short_year),
    rule("day month small year", "(?P<d>DAY) DASH? (?P<m>ABBREV DOT?|MAYBEMONTH|MONTH) DASH? (?P<y>DAY)(?=OPEN|DASH|SIGN|CLOSE|PIPE|BREAK)", _short_year),
    rule("days month", "(?P<b>BETWEEN|FROM)? THE? (?P<d>{day}) (?P<s>{to}) THE? (?P<e>{day}) OF? (?P<m>{month})(?: COMMA? (?P<y>{year}))?", _days),
    rule("month days", "(?P<b>BETWEEN|FROM)? (?P<m>{month}) (?P<d>{day}) (?P<s>DASH|TO|SLASH) (?P<e>{day})(?: COMMA? (?P<y>{year}))?(?!UNITS|MONTH|ABBREV|AMPM)", _days),
    rule("month days and", "(?P<b>BETWEEN) (?P<m>{month}) (?P<d>{day}) (?P<s>AND) (?P<e>{day})(?: COMMA? (?P<y>{year}))?(?!UNITS|MONTH|ABBREV|AMPM)", _days),
    rule("month day and day", "(?P<b>BREAK BREAK)?(?P<m>{month}) (?P<d>{day}) (?P<s>AND|OR) (?P<e>{day})(?: COMMA? (?P<y>{year})|(?=COMMA|DOT|IN|ON|AT|BY|TO|CLOSE|WORD))", _days),
    rule("month year", "(?P<m>{month}) COMMA? OF? (?P<y>{year})", _month),
    rule("month short year", "(?P<m>ABBREV) (?P<y>YY)", _month),
    rule("month", "(?P<m>{month})", _month_alone),
    rule("year", "(?P<y>YEAR)", _year),
    rule("short year", "(?P<y>YY)", _short),
    rule("years", "(?P<a>YEAR) (?:DASH|SLASH) (?P<b>DAY|NUM)", _years),
    rule("bc", "(?P<y>YEAR|NUM|DAY) (?P<b>BC)", _bc),
    rule("bc range", "(?P<x>YEAR|NUM|DAY) (?:TO|DASH) (?P<y>YEAR|NUM|DAY) BC", _bc_range),
    rule("day of month", "THE (?P<d>ORD)", _of_month),
    rule("decade", "THE? (?P<z>DECADE)", _decade),
    rule("nineties", "THE (?P<z>NINETIES)", _nineties),
    rule("century", "THE? (?P<n>{nth}) DASH? (?P<u>UNIT)(?: (?P<b>BC))?", _century),
    rule("season", "(?P<the>THE)? (?P<s>{season})(?: OF? (?P<y>{year}))?", _season),
    rule("quarter", "THE (?P<n>{nth}) (?P<u>UNIT)(?: OF (?P<y>{year}))?", _quarter),
)  # fmt: skip
