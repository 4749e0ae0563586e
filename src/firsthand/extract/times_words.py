"""The words of time: a text as tokens, each with its class, so that the grammar of times is written over classes."""

import re
from typing import NamedTuple

MONTHS = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday".split(),
    "mon tue wed thu fri sat sun".split(),
)
MORE_ABBREVIATED = {"sept": 9, "tues": 1, "thur": 3, "thurs": 3, "weds": 2}
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "year": "year", "decade": "decade", "century": "century", "weekend": "weekend", "quarter": "quarter",
    "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "yr": "year", "yrs": "year", "centurie": "century",
}  # fmt: skip
PARTS = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "forenoon": "MO", "afternoon": "AF",
    "afternoons": "AF", "noon": "12:00", "midday": "12:00", "noontime": "12:00", "evening": "EV", "evenings": "EV", "dusk": "EV",
    "sunset": "EV", "sundown": "EV", "nightfall": "NI", "night": "NI", "nights": "NI", "nighttime": "NI", "midnight": "24:00",
    "daytime": "DT", "predawn": "MO",
    "lunchtime": "MI", "midmorning": "MO", "midafternoon": "AF",
}  # fmt: skip
SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
CLASSES: tuple[tuple[str, str], ...] = (
    ("TODAY", "today yesterday tomorrow tonight"),
    ("OVERNIGHT", "overnight"),
    ("NOW", "now currently nowadays presently"),
    ("RECENT", "recently recent lately formerly former previously"),
    ("FUTURE", "future"),
    ("PASTWORD", "past"),
    ("LAST", "last previous preceding prior"),
    ("FINAL", "final closing"),
    ("NEXT", "next following coming upcoming subsequent ensuing succeeding"),
    ("THIS", "this"),
    ("THAT", "that these those"),
    ("SAME", "same"),
    ("CURRENT", "current present"),
    ("AGO", "ago"),
    ("HENCE", "hence"),
    ("WEE", "small wee"),
    ("TWICE", "once twice thrice"),
    ("OTHER", "other"),
    ("PRE", "pre"),
    ("LATER", "later afterwards afterward thereafter"),
    ("EARLIER", "earlier beforehand"),
    ("BEFORE", "before"),
    ("AFTER", "after"),
    ("EARLY", "early"),
    ("LATE", "late"),
    ("MID", "mid middle"),
    ("START", "beginning start outset onset opening"),
    ("END", "end close ending"),
    ("THE", "the"),
    ("OF", "of"),
    ("IN", "in during"),
    ("ON", "on"),
    ("AND", "and &"),
    ("OR", "or"),
    ("TO", "to until till through thru into"),
    ("BETWEEN", "between"),
    ("FROM", "from"),
    ("SINCE", "since"),
    ("BY", "by"),
    ("AT", "at"),
    ("AROUND", "around about approximately roughly some nearly almost just shortly well exactly another only"),
    ("MORE", "more less fewer over under least most than up only barely"),
    ("PER", "per"),
    ("EVERY", "every each"),
    ("ARTICLE", "a an"),
    ("VAGUE", "several few many couple numerous some various"),
    ("DOZEN", "dozen dozens score scores"),
    ("HUNDRED", "hundred thousand hundreds thousands million"),
    ("HALF", "half"),
    ("LONG", "long old"),
    ("OCLOCK", "o'clock o’clock oclock"),
    ("ZONE", "gmt utc z est edt cst cdt mst mdt pst pdt bst cet cest ist"),
    ("LOCAL", "local"),
    ("TIME", "time times"),
    ("PERIOD", "period era"),
    ("HOURS", ""),
    ("DAILY", "daily weekly monthly yearly annually annual nightly hourly quarterly"),
    ("EVE", "eve"),
    ("EXACT", "very"),
    ("BC", "bc bce"),
    ("AD", "ad"),
)  # fmt: skip
SIGNS = {
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "‐": "DASH",
    "‑": "DASH",
    "−": "DASH",
    "/": "SLASH",
    ".": "DOT",
    ",": "COMMA",
    "(": "OPEN",
    ")": "CLOSE",
    "|": "PIPE",
}
NAMED = (
    "DAY NUM YEAR ISO DTG SLASHED CLOCK AMPM ORD ORDWORD NUMWORD TENWORD MONTH MAYBEMONTH ABBREV WEEKDAY SHORTDAY WEEKDAYS "
    "SEASON MAYBESEASON UNIT UNITS PART PARTS DECADE NINETIES YY DATELESS POSS WORD SIGN BREAK"
).split()
NAMES: tuple[str, ...] = (*NAMED, *(name for name, _ in CLASSES), *dict.fromkeys(SIGNS.values()))
CODES: dict[str, str] = {name: chr(0x4E00 + number) for number, name in enumerate(NAMES)}
"""One character for each class; far from the characters that mean something in a pattern."""
LONGEST_GAP = 12
"""Blanks between two words that may still be read together."""
_BLANKLINE = re.compile(r"\n[ \t\r]{0,40}\n|[\u2028\u2029\f\v]")
_NUMBERS = (
    r"(?P<ISO>(?<![\d-])[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|(?<![\w-])[12]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?Z?(?!\w))"
    r"|(?P<DTG>(?<![\w.])[0-3]\d[0-2]\d[0-5]\d ?[a-z] ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
    r"(?: ?(?:[12]\d{3}|\d\d))?(?!\w))"
    r"|(?P<SLASHED>(?<![\d./-])(?:\d{1,2}[/.-]\d{1,2}[/.-][12]\d{3}|\d{1,2}/\d{1,2}/\d{2}"
    r"|[12]\d{3}[/.]\d{1,2}[/.]\d{1,2})(?![\d/-]|\.\d))"
    r"|(?P<CLOCK>(?<![\d:.])(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])|(?:[01]?\d)\.[0-5]\d(?=\s?[aApP]\.?[mM]\b)"
    r"|(?:[01]?\d|2[0-3])h[0-5]\d(?!\w)|(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?:hours|HOURS|hrs|HRS|hr|GMT|UTC|Z)\b)))"
    r"|(?P<DECADE>(?<![\d,.])[12]\d{2}0['’]?[sS]\b|(?<!\w)['’]?[2-9]0['’]?[sS]\b)"
    r"|(?P<YY>(?<![\w'’])['’]\d{2}\b(?!['’]))"
    r"|(?P<ORD>(?i:\d{1,2}(?:st|nd|rd|th)\b))"
    r"|(?P<NUMBER>\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,30}(?:\.\d{1,9})?)"
    r"|(?P<POSS>(?<=\w)['’][sS]\b)"
)
_TOKEN = re.compile(
    # What begins with a digit or an apostrophe is tried only there: most tokens are words.
    rf"(?=[\d'’])(?:{_NUMBERS})"
    r"|(?=[abp]\.?\s?[mc])(?:(?P<BCE>\bb\.\s?c\.(?:\s?e\.)?)|(?P<AMPM>(?i:[ap]\.\s?m\b\.?|[ap]m\b)))"
    r"|(?P<WORDS>o['’]clock\b|[^\W\d_]{1,60})"
    r"|(?P<SIGN>[^\w\s])|(?P<REST>\w)",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """One word, number or sign of a text."""

    start: int
    end: int
    text: str
    name: str


def _known() -> dict[str, str]:
    words: dict[str, str] = {}
    for name, listed in CLASSES:
        words.update((word, name) for word in listed.split())
    words.update((word, "NUMWORD") for word in SMALL)
    words.update((word, "TENWORD") for word in TENS)
    words.update((word, "ORDWORD") for word in ORDINALS)
    words.update((word, "UNIT") for word in UNITS if word != "centurie")
    words.update((word + "s", "UNITS") for word in UNITS if word == "day" or len(word) > 3)
    words.update((word, "UNITS") for word in ("centuries", "mins", "hrs", "yrs"))
    words.update((word, "PART") for word in PARTS)
    words.update((word, "PARTS") for word in ("nights", "mornings", "afternoons", "evenings"))
    words.update((word, "SEASON") for word in SEASONS if word not in ("spring", "fall"))
    words.update((word, "MAYBESEASON") for word in ("spring", "fall"))
    words.update((word, "MONTH") for word in MONTHS[0])
    words.update((word, "ABBREV") for word in (*MONTHS[1], "sept"))
    words.update((word, "MAYBEMONTH") for word in ("may", "march"))
    words.update((word, "WEEKDAY") for word in WEEKDAYS[0])
    words.update((word + "s", "WEEKDAYS") for word in WEEKDAYS[0])
    words.update((word, "SHORTDAY") for word in (*WEEKDAYS[1], "tues", "thur", "thurs", "weds"))
    words.update((tens.replace("y", "ies"), "NINETIES") for tens in TENS)
    words["second"] = "ORDWORD"
    words["seconds"] = "UNITS"
    return words


KNOWN: dict[str, str] = _known()


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order, with a BREAK where a blank line or a wide gap parts two of them."""
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if found and start - last > 1 and (start - last > LONGEST_GAP or _BLANKLINE.search(text, last, start)):
            found.append(Token(last, last, "", "BREAK"))
        kind = match.lastgroup or "SIGN"
        words = match.group()
        if kind == "WORDS":
            name = _word(words)
        elif kind == "NUMBER":
            name = _number(words)
        elif kind == "BCE":
            name = "BC"
        elif kind == "SIGN":
            name = SIGNS.get(words, "AND" if words == "&" else "SIGN")
        else:
            name = "WORD" if kind == "REST" else kind
        found.append(Token(start, end, words, name))
        last = end
    return found


def _word(word: str) -> str:
    return KNOWN.get(word.lower(), "WORD")


def _number(digits: str) -> str:
    if not digits.isascii() or not digits.isdigit():
        return "NUM"
    value = int(digits)
    if len(digits) <= 2 and 1 <= value <= 31:
        return "DAY"
    return "YEAR" if len(digits) == 4 and 1000 <= value <= 2199 else "NUM"
