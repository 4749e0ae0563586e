"""Numbers of people and things as written: intervals with their words, by the table of the format.

A grammar of our own: packages for number words add where they should not ("one killed and two wounded" gives 3), and none
gives bounds.
"""

import re
from collections.abc import Iterable

from firsthand.model.base import Record
from firsthand.model.value import Bound

UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
VAGUE_LOW = {
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
}
"""The smallest number that each word bears: two of its unit (the format's table gives dozens 24)."""
VAGUE_OPEN = (
    "several", "multiple", "numerous", "many", "a few", "few", "some", "various", "a number of", "a large number "
    "of", "a group of",
    "a handful of", "countless", "unspecified number of", "an unknown number of", "an unspecified number of", "a small group of",
)  # fmt: skip
WORD = "|".join(sorted([*UNITS, *TENS, *SCALES], key=len, reverse=True))
DIGITS = r"(?:\d{1,3}(?:[,\u202f\u00a0]\d{3}){1,3}|\d{1,7})(?:\.\d{1,2})?"
ONE_NUMBER = (
    rf"(?:{DIGITS}(?:[ -](?:hundred|thousand|million|dozen))?"
    rf"|(?:an? )?(?:{WORD})(?:(?:[ -]|,? and )(?:{WORD})\b){{0,12}})"
)
BEFORE: tuple[tuple[str, Bound], ...] = (
    ("at_least", "at_least"), ("more_than", "more_than"), ("up_to", "up_to"), ("fewer", "up_to"), ("about", "about"),
)  # fmt: skip
NOT_UP = r"(?<!gone )(?<!went )(?<!goes )(?<!going )(?<!climbed )"
"""Verbs behind which "up to 41" is where a number has come to, not its bound."""
PREFIX = (
    r"(?P<at_least>(?:at least|a minimum of|no fewer than|no less than|not less than|not fewer than|as few as)\s+)"
    r"|(?P<more_than>(?:more than|over|above|upwards of|in excess of|greater than)\s+)"
    rf"|(?P<up_to>(?:{NOT_UP}up to|as many as|as much as|no more than|not more than|at most|a maximum of|at the most)\s+)"
    r"|(?P<fewer>(?:fewer than|less than|under)\s+)"
    r"|(?P<about>(?:about|around|approximately|roughly|nearly|almost|an estimated|estimated|close to|some|circa|"
    r"an approximate|more or less)\s+)"
)
RUN_ON = r"(?<![^a-z]\.)(?<![^a-z][a-z]\.)(?<![^a-z][a-z]{2}\.)(?!(?<=\.)\d)"
"""A point may stand before a number where the blank between two sentences is missing: behind a word, before a word."""
AMOUNT = re.compile(
    rf"(?<![\w$€£,:/-]){RUN_ON}(?<!\bno )(?<!\bhalf )(?<!\bhalf a )"
    rf"(?:{PREFIX})?(?P<between>between\s+)?(?P<n>{ONE_NUMBER})(?![\w])"
    rf"(?:(?P<sep>\s+(?:and|to|or)\s+|\s?[-–]\s?)(?P<m>{DIGITS}|(?:{WORD})(?:-(?:{WORD}))?)(?![\w-]))?"
    r"(?P<more>\s+or more\b)?",
    re.IGNORECASE,
)
LOOSE = re.compile(
    rf"(?<![\w-])(?:(?P<more_than>(?:more than|over|at least|up to|about|around|nearly|"
    rf"almost)\s+)(?P<scale>an? (?:dozen|hundred|thousand|million|couple))(?!\w)"
    rf"|(?P<vague>(?:many |several )?(?:{'|'.join(VAGUE_LOW)})(?: more)?)\b"
    rf"|(?P<half>half an? dozen)\b|(?P<couple>an? (?:couple|pair|duo) of|the pair|both|the two|a trio of)\b"
    rf"|(?P<open>{'|'.join(sorted(VAGUE_OPEN, key=len, reverse=True))})\b"
    rf"|(?P<none>no one|nobody|not a single|none|zero|no)\b|(?P<one>an?|another|a single|one)\b)",
    re.IGNORECASE,
)
NOT_PEOPLE = re.compile(
    r"\s?(?:%|percent|per cent|km\b|kms\b|kilomet|miles?\b|met(?:er|re)s?\b|m\b|feet\b|ft\b|years?\b|yrs?\b|year-old|"
    r"months?\b|weeks?\b|days?\b|hours?\b|"
    r"minutes?\b|seconds?\b|mm\b|cm\b|kg\b|kilos?\b|kilogram|pounds?\b|tons?\b|tonnes?\b|litres?\b|liters?\b|dollars?\b|euros?\b|"
    r"a\.?m\b|p\.?m\b|o'clock|degrees?\b|[-–]year|[-–]mile|[-–]km|[-–]hour|[-–]day|[-–]month|st\b|nd\b|rd\b|th\b|/\d|:\d)",
    re.IGNORECASE,
)


CHANGES = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|climbs|climbing|went up|jumped|increased|increasing|grew|grown|revised|raised|fell|"
    r"dropped|lowered|cut|reduced|went|gone|moved|updated|corrected|doubled)\b[^.;]{0,24}\bfrom $",
    re.IGNORECASE,
)


COUNT_CHANGES = re.compile(
    r"\b(?:rais|lower|revis|correct|updat|increas|reduc|chang)(?:e|es|ed|ing|s)\b[^.;]{0,60}"
    r"\b(?:number|count|toll|tally|figure)s?\b[^.;]{0,110}\bfrom $",
    re.IGNORECASE,
)
"""The same with what is counted between: "lowered its count of the soldiers killed in the blast from 29 to 21"."""


class Amount(Record, frozen=True, kw_only=True):
    """A number as written, half-open offsets; `kind`: number, vague (no number), none, one (an article)."""

    start: int
    end: int
    number: int | None
    bound: Bound
    low: int | None
    high: int | None
    wording: str
    kind: str = "number"


def value_of(words: str) -> int | None:
    """The number that digits or number words stand for; None where they do not make one ("two three")."""
    words = words.lower().strip()
    m = re.fullmatch(rf"({DIGITS})(?:[ -](hundred|thousand|million|dozen))?", words)
    if m:
        n = float(re.sub(r"[,\u202f\u00a0]", "", m[1])) * SCALES.get(m[2] or "", 1)
        return int(n) if n == int(n) else None
    total = run = 0
    last = above = 10**9
    for w in re.findall(r"[a-z]+", words):
        if w in ("a", "an"):
            run = 1
        elif w in UNITS or w in TENS:
            n = UNITS.get(w, TENS.get(w, 0))
            if n >= last:
                return None
            run, last = run + n, (10 if w in TENS else 0)
        elif w in SCALES:
            # "one hundred one hundred", "two thousand five thousand": two numbers
            if SCALES[w] >= above or (w == "hundred" and run >= 100):
                return None
            run, last = (run or 1) * SCALES[w], SCALES[w]
            if SCALES[w] >= 1000:
                total, run, above = total + run, 0, SCALES[w]
    return total + run


def bounded(number: int, bound: Bound) -> tuple[int | None, int | None]:
    """(low, high) by the table of the format."""
    return {
        "at_least": (number, None),
        "more_than": (number + 1, None),
        "up_to": (None, number),
    }.get(bound, (number, number))


def find_amounts(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Amount, ...]:
    """All amounts of `text` in order, none inside the `taken` ranges (dates, names of things)."""
    closed = sorted(taken)
    found: list[Amount] = []
    for m in AMOUNT.finditer(text):
        told = changed(m, text) or (plain_amount(m, text),)
        found += [amount for amount in told if amount is not None and not covered(amount, closed)]
    numbers = [(a.start, a.end) for a in found]
    for m in LOOSE.finditer(text):
        if any(min(m.end(), e) > max(m.start(), s) for s, e in numbers):
            continue
        amount = loose_amount(m)
        if not covered(amount, closed):
            found.append(amount)
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def changed(m: re.Match[str], text: str) -> tuple[Amount, ...]:
    """The two figures of a change ("rose from 12 to 19"), which is no range."""
    if not m["m"] or m["sep"].strip().lower() != "to" or text[max(0, m.start() - 5) : m.start()].lower() != "from ":
        return ()
    before = CHANGES.search(text[max(0, m.start() - 40) : m.start()]) or COUNT_CHANGES.search(
        text[max(0, m.start() - 200) : m.start()]
    )
    first, second = value_of(m["n"]), value_of(m["m"])
    # A range rises: "from 29 to 21" is a change, whatever stands before it.
    if first is None or second is None or (before is None and first <= second):
        return ()
    return tuple(
        Amount(start=s, end=e, number=n, bound="exact", low=n, high=n, wording=text[s:e])
        for n, s, e in ((first, m.start("n"), m.end("n")), (second, m.start("m"), m.end("m")))
    )


def covered(amount: Amount, closed: list[tuple[int, int]]) -> bool:
    """Tell whether a taken range shares a character with the number."""
    return any(min(amount.end, e) > max(amount.start, s) for s, e in closed)


def plain_amount(m: re.Match[str], text: str) -> Amount | None:
    """An amount with digits or number words, or None where it measures something else than people and things."""
    first = value_of(m["n"])
    if first is None or NOT_PEOPLE.match(text, m.end()) or NOT_PEOPLE.match(text, m.end("n")):
        return None
    bound: Bound = next((b for name, b in BEFORE if m[name]), "exact")
    end = m.end()
    if m["m"]:
        second, sep = value_of(m["m"]), m["sep"].strip().lower()
        pair = second is not None and second > first and (sep in {"to", "or", "-", "–"} or bool(m["between"]))
        if pair and first != 1:
            wording = text[m.start() : m.end("m")]
            return Amount(
                start=m.start(), end=m.end("m"), number=None, bound="between", low=first, high=second, wording=wording
            )
        end = m.end("n")
    if m["more"] and not m["m"]:
        bound = "at_least"
    low, high = (None, first - 1) if m["fewer"] else bounded(first, bound)
    return Amount(
        start=m.start(), end=end, number=first, bound=bound, low=low, high=high, wording=text[m.start() : end]
    )


def loose_amount(m: re.Match[str]) -> Amount:
    """An amount in words that are no plain number."""
    words = m[0]
    at = {"start": m.start(), "end": m.end(), "wording": words}
    if m["scale"]:
        n = 2 if "couple" in m["scale"].lower() else value_of(m["scale"]) or 1
        bound = {"more": "more_than", "over": "more_than", "at": "at_least", "up": "up_to"}.get(
            words.split()[0].lower(), "about"
        )
        low, high = bounded(n, bound)  # type: ignore[arg-type]
        return Amount(**at, number=n, bound=bound, low=low, high=high)  # type: ignore[arg-type]
    if m["vague"]:
        low = VAGUE_LOW[re.sub(r"^(?:many|several) | more$", "", words.lower())]
        return Amount(**at, number=None, bound="vague", low=low, high=None, kind="vague")  # type: ignore[arg-type]
    if m["open"]:
        return Amount(**at, number=None, bound="vague", low=None, high=None, kind="vague")  # type: ignore[arg-type]
    kind = "none" if m["none"] else "one" if m["one"] else "number"
    if m["half"]:
        return Amount(**at, number=None, bound="about", low=6, high=6)  # type: ignore[arg-type]
    number = 0 if m["none"] else 1 if m["one"] else 3 if "trio" in words.lower() else 2
    return Amount(**at, number=number, bound="exact", low=number, high=number, kind=kind)  # type: ignore[arg-type]
