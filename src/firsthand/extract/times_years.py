"""Rules for years and what is longer or coarser than a day: decades, centuries, seasons, quarters, "2024-07"."""

from firsthand.extract.times_grammar import COUNTABLE, Found, Hit, Rule, full_year, rule
from firsthand.extract.times_words import SEASONS, TENS, Token
from firsthand.model.timeref import TimeRef, pair

YEARLY = frozenset(
    "IN SINCE BY FROM TO UNTIL OF EARLY LATE MID AFTER BEFORE AROUND BETWEEN START END SEASON AND DASH OPEN".split()
)
COUNTED = frozenset("more less over some about around nearly almost than least most another other".split())


def _year(hit: Hit) -> list[Found]:
    """A number of four digits is a year unless it counts things, or is part of another number."""
    word = hit.of("y")[0]
    value = int(word)
    before, after = hit.before(), hit.after()
    lead = before.name if before is not None else "BREAK"
    if (
        after is not None
        and (after.text in ("%", "°", "$", "€") or after.text.lower() in COUNTABLE)
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
    second = hit.after(1)
    if (
        after is not None
        and after.name == "DASH"
        and second is not None
        and second.name in ("DAY", "NUM")
        and second.start == hit.words[hit.first].end + 1
    ):
        # "2010-09-CA-203": a number of something.
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
    if before is not None and before.end == hit.words[hit.first].start and before.text[-1:].isalpha():
        # "An M1950".
        return []
    if any(_street(hit.after(on)) for on in range(1, 3)) and lead not in ("IN", "SINCE"):
        return []
    if not 1900 <= value <= 2100 and lead not in YEARLY and not _apart(hit):
        return []
    return hit.found(TimeRef(op="year", args=(value,)))


def _street(token: Token | None) -> bool:
    """ "1945 Main Street": the number of a house."""
    return token is not None and token.text in (
        "Street",
        "St",
        "Avenue",
        "Ave",
        "Road",
        "Boulevard",
        "Blvd",
        "Lane",
        "Drive",
    )


def _apart(hit: Hit) -> bool:
    """A number between commas or brackets, on a line of its own, before another year, or in "the 1784 treaty"."""
    before, after = hit.before(), hit.after()
    if after is not None and after.name == "DASH" and (second := hit.after(1)) is not None and second.name == "YEAR":
        return True
    if (before is None or before.name == "BREAK") and (after is None or after.name == "BREAK"):
        return True
    if before is not None and before.name == "THE" and after is not None and after.name == "WORD":
        return after.text.islower() and not after.text.endswith("s") and after.text not in COUNTABLE
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
    if len(short) != 2 or hit.words[hit.first].end != hit.words[hit.first + 1].start:
        return []
    second = first // 100 * 100 + int(short)
    after = hit.after()
    if second <= first or (after is not None and after.name == "DASH" and after.start == hit.words[hit.last - 1].end):
        return []
    one, two = TimeRef(op="year", args=(first,)), TimeRef(op="year", args=(second,))
    ends = (Found(hit.first, hit.first + 1, "DATE", one), Found(hit.last - 1, hit.last, "DATE", two))
    return [Found(hit.first, hit.last, "DATE", pair("range", one, two), ends)]


def _iso_month(hit: Hit) -> list[Found]:
    """ "2024-07"; "2003-04" may be two years, and is a month only after a label or at the start of a line."""
    year, month = int(hit.of("y")[0]), int(hit.of("n")[0])
    whole = (
        hit.words[hit.first].end == hit.words[hit.first + 1].start
        and hit.words[hit.first + 1].end == hit.words[hit.last - 1].start
    )
    before = hit.before()
    labelled = (
        before is None
        or before.name == "BREAK"
        or before.text.lower() in ("date", ":", "published", "posted", "updated")
    )
    if not whole or len(hit.of("n")[0]) != 2 or month > 12 or (month > year % 100 and not labelled):
        return []
    return hit.found(TimeRef(op="month", args=(year, month)))


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
    before, behind = hit.before(), hit.before(2)
    if hit.word("the") == "" and (before is None or before.name not in ("EARLY", "LATE", "MID", "DASH")):
        return []
    if behind is not None and behind.text.lower() in ("his", "her", "their", "my", "our"):
        # "In her late eighties": an age.
        return []
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
    if word in ("spring", "fall") and not hit.has("y") and not hit.has("this"):
        before = hit.before()
        after = hit.after()
        lead = before is not None and (before.name in SEASONAL or before.text.lower() in ("throughout", "over"))
        named = before is not None and before.name == "WORD" and before.text[0].isupper()
        named = named or (after is not None and after.text[:1].isupper())
        capital = hit.of("s")[0][0].isupper() and word == "spring" and not named
        if not (lead or capital) or (after is not None and after.name == "OF"):
            return []
    if hit.has("z"):
        # "The winter of 2015-16" begins in the first of the two years.
        first, last = hit.of("y")[0], hit.of("z")[0]
        whole = hit.words[hit.match.start("z") - 1].end == hit.words[hit.match.start("z")].start
        if SEASONS[word] != "WI" or not whole or int(last) % 100 != (int(first) + 1) % 100:
            return []
    if hit.has("this"):
        return hit.found(TimeRef(op="season", args=(None, SEASONS[word], "this")))
    return hit.found(TimeRef(op="season", args=(hit.year(), SEASONS[word])))


def _quarter(hit: Hit) -> list[Found]:
    number = 4 if hit.words[hit.match.start("n")].name in ("LAST", "FINAL") else hit.day("n")
    if hit.unit() != "quarter" or not 1 <= number <= 4:
        return []
    return hit.found(TimeRef(op="quarter", args=(hit.year(), number)))


YEARS: tuple[Rule, ...] = (
    rule("iso month", "(?P<y>YEAR) DASH (?P<n>DAY)(?!DASH)", _iso_month),
    rule("year", "(?P<y>YEAR)", _year),
    rule("short year", "(?P<y>YY)", _short),
    rule("years", "(?P<a>YEAR) (?:DASH|SLASH) (?P<b>DAY|NUM)", _years),
    rule("bc", "(?P<y>YEAR|NUM|DAY) (?P<b>BC)", _bc),
    rule("bc range", "(?P<x>YEAR|NUM|DAY) (?:TO|DASH) (?P<y>YEAR|NUM|DAY) BC", _bc_range),
    rule("decade", "THE? (?P<z>DECADE)", _decade),
    rule("nineties", "(?P<the>THE)? (?P<z>NINETIES)", _nineties),
    rule("century", "THE? (?P<n>{nth}) DASH? (?P<u>UNIT)(?: (?P<b>BC))?", _century),
    rule("season", "(?P<the>THE)? (?P<s>{season})(?: OF? (?P<y>{year}))?", _season),
    rule("winter", "(?P<the>THE)? (?P<s>SEASON) OF? (?P<y>YEAR) (?:DASH|SLASH) (?P<z>DAY|NUM|YEAR)", _season),
    rule("this season", "(?P<this>THIS) (?P<s>{season})", _season),
    rule("quarter", "THE (?P<n>{nth}) (?P<u>UNIT)(?: OF (?P<y>{year}))?", _quarter),
    rule("last quarter", "THE (?P<n>LAST|FINAL) (?P<u>UNIT) OF (?:(?P<y>{year})|(?=(?:LAST|THIS) UNIT))", _quarter),
)
