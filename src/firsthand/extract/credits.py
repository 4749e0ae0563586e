"""Credits: the agency or outlet that a report names at its top, in its dateline, at its foot or in brackets; whom it cites."""

import re
from collections.abc import Iterator

from firsthand.extract.credits_cited import find_cited
from firsthand.extract.credits_pictures import captioned, explained, of_picture
from firsthand.extract.credits_words import (
    DATE,
    GENERAL,
    ITEM,
    LINE_END,
    LINE_START,
    NAME,
    NAMES,
    WEEKDAY,
    agency,
    credited,
    like_an_outlet,
)
from firsthand.model.extraction import Credit
from firsthand.model.span import Span
from firsthand.resources.lexicon import Lexicon

TOP = 700
"""Characters from the start in which a byline or dateline stands."""
FOOT = 600
"""Characters before the end in which a credit line stands."""

GIVEN = re.compile(
    r"(?i:with (?:additional |some |further )?(?:inputs?|material|files?|contributions?|agency inputs?|reports?)"
    r" (?:from|by)|(?:this (?:report|story|article)|it) (?:was )?(?:first )?(?:appeared|published|provided|produced|supplied)"
    r" (?:by|in|on|from)|(?:originally|first) (?:published|appeared) (?:by|in|on|at)|(?:reproduced|republished|reprinted) from|"
    r"compiled from|based on (?:reporting|reports?|material) (?:by|from)|"
    rf"courtesy(?: of|:)|copyright:? (?:\d{{4}} )?(?:by )?|"
    rf"(?:©|\(c\))\s?(?:\d{{4}} )?)\s{{0,3}}(?:[Tt]he |an? )?(?>{NAMES})(?! contributors)"
)
"""Words that say whose text it is: any name is credited."""
HELPED = re.compile(
    r"(?i:with (?:additional |some |further )?reporting (?:by|from)|additional (?:reporting|material|information) (?:by|from)|"
    rf"contributions? (?:by|from))\s{{1,3}}(?:[Tt]he )?{NAMES}"
)
"""Words that persons too are named behind: only what is or looks like an outlet is credited."""
INPUTS = re.compile(rf"\b[Ww]ith (?:[Tt]he )?{NAMES} (?:[Nn]ews )?(?:[Ii]nputs?|[Rr]eports|[Ff]iles)\b")
AGENCY_INPUTS = re.compile(rf"\b(?:[Ww]ith|[Cc]ompiled from|[Ff]rom|[Ff]rom an?|in an?) (?P<names>{GENERAL})")
WORDS = (
    (
        GIVEN,
        (
            "input",
            "material",
            "file",
            "contribution",
            "reports from",
            "report from",
            "reports by",
            "published",
            "appeared",
            "provided",
            "produced",
            "supplied",
            "reprinted",
            "compiled",
            "based on",
            "courtesy",
            "copyright",
            "©",
            "(c)",
        ),
    ),
    (HELPED, ("reporting", "additional", "contribution")),
    (INPUTS, ("input", "reports", "files")),
    (AGENCY_INPUTS, ("agenc", "wire", "syndicated")),
)
"""Patterns, each with words of which one is in whatever it finds: to look for words is far cheaper."""
SOURCE_LINE = re.compile(
    rf"(?:{LINE_START}|\|[ \t]?)(?i:sources?|credits?|agency|agencies|via)\s?[:：][ \t]{{0,3}}"
    rf"(?i:the )?(?:{NAMES}|(?P<handle>@\w{{2,30}})){LINE_END}"
)
SOURCE_END = re.compile(rf"[.!?”\"’)] {{1,2}}Source:? {NAMES}{LINE_END}")
WRITERS = re.compile(
    rf"(?P<names>{NAME}) (?:writers?|correspondents?|reporters?|staff)\b[^\n]{{0,160}}?\b(?:contributed|reported from)"
)
CONTRIBUTED = re.compile(rf"(?:^|[\n(.—–-]\s?)(?:[Tt]he )?{NAMES} (?:also )?contributed (?:to|reporting)\b")
BRACKETS = re.compile(rf"[(\[]{NAMES}[)\]]")
DASHED = re.compile(rf"(?:^|[.!?”\"’] ?|\n)[ \t]{{0,3}}[-–—/]{{1,3}}[ \t]?{NAMES}{LINE_END}")
STAMP = (
    rf"(?:\s?[|·•–—-]{{1,2}}\s?(?:(?i:last |first )?(?i:updated|published|posted|modified)|{WEEKDAY}?{DATE})"
    r"[^\n]{0,60}(?=$|\n))"
)
ALONE = re.compile(rf"{LINE_START}(?i:by )?(?:[Tt]he )?{NAMES}(?: in {NAME})?(?:{LINE_END}|{STAMP})")
BYLINE = re.compile(
    rf"(?:^|\n)[ \t]{{0,4}}(?i:by)\s[^\n,|/]{{2,60}}(?:,|\||/| for| of| -| –)\s?(?i:the )?(?P<names>{NAME}){LINE_END}"
)
WITH_STAFF = re.compile(
    rf"{LINE_START}(?i:by |from )?[^\n]{{0,60}}?\b(?i:staff|reporters?|correspondents?|writers?|desk),?"
    rf" (?:and|with|&|/) (?:the )?{NAMES}{LINE_END}"
)
IN_BRACKETS = re.compile(rf"(?:^|\n)[ \t]{{0,4}}(?i:by )?{NAME}(?: and {NAME})? \((?P<names>{NAME})\){LINE_END}")
"""A writer and, in brackets, their agency."""
PLACED = r"(?:^|\n)[ \t]{0,4}[A-Z][A-Za-z.'’ -]{1,30}(?:[,/] ?[A-Z][\w.'’ -]{1,30}){0,3}[ ,–—-]{1,4}"
DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
DATELINE = re.compile(
    rf"{PLACED}(?:{DAY}[ .,–—-]{{0,3}})?[(\[]?(?P<names>{NAME}(?:/{NAME}){{0,2}})[)\]]?(?: {DAY})?\s?[-–—:]{{1,3}}\s"
)
SLASHES = re.compile(rf"(?:^|\n)[A-Z][^\n]{{2,50}}\.\s/(?P<names>{NAME})/\.?\s")
"""Between strokes behind place and day: "MINSK, 4 October. /Hill Wire/."."""
# "KUTUM, Sudan, March 12, 2025 (Some Wire) - ": brackets before the dash of a dateline name who wrote it, known or not.
BRACKET_LINE = re.compile(rf"{PLACED}(?:{DAY}[ ,–—-]{{0,3}})?\((?P<names>{ITEM}(?:/{ITEM}){{0,2}})\)\s?[-–—]{{1,2}}\s")
LETTERHEAD = re.compile(
    r"\A\s{0,5}(?P<names>[A-Z][A-Z&.'’-]{1,20}(?: [A-Z&][A-Z&.'’-]{0,20}){1,5})[ \t]{0,5}\r?\n(?=[^\n]{0,200}[a-z]|\s*\n)"
)
DATED_LINE = re.compile(rf"{LINE_START}(?P<names>{NAME}), {WEEKDAY}?{DATE}{LINE_END}")
NO_OUTLET = re.compile(r"^By |\b(?:[Rr]elease|[Ss]tatement|[Uu]pdate|[Nn]ote|[Rr]eport)$")
SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la", "al"})
# "Monitor AFP Sunday 6 Apr 2014": headline, agency and day run together when a page is flattened.
DATED = re.compile(rf"(?P<names>{NAME})[ ,|·–-]{{1,3}}(?:on )?{WEEKDAY}?{DATE}")
DATED_PAGE = re.compile(
    rf"\A\s{{0,5}}{WEEKDAY}?{DATE} [^\n.!?]{{10,160}}? (?P<names>[A-Z][A-Za-z]{{1,12}}) (?=[A-Z\"“])"
)
"""The same with the day before the headline; between headline and text stands the agency."""
LAST_WEEKDAY = re.compile(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


def find_credits(text: str, lexicon: Lexicon | None = None) -> tuple[Credit, ...]:
    """Find the agencies and outlets that `text` credits or cites, and its own reporters, in order; each place once.

    Forms that say so themselves ("Source: X", "With inputs from X", "PLACE (X) -", a letterhead, "X, Monday, 2 June 2025" on
    a line of its own) credit any name; a name in brackets elsewhere, after a dash or
    alone on a line only where `lexicon` knows it for an agency or outlet, under its own name there. Whoever took a picture
    is not credited with the text.
    """
    found: dict[tuple[int, int], Credit] = {}
    for credit in (*_all(text, lexicon), *find_cited(text, lexicon)):
        key = (credit.span.start, credit.span.end)
        taken = any(key[0] < end and start < key[1] for start, end in found)
        if not taken and (credit.form == "own" or not of_picture(text, *key, lexicon)):
            found[key] = credit
    return tuple(found[key] for key in sorted(found))


def _all(text: str, lexicon: Lexicon | None) -> Iterator[Credit]:
    foot = max(0, len(text) - FOOT)
    yield from _said(text, lexicon, foot)
    yield from _heads(text, lexicon)
    for pattern in (ALONE, DASHED, WITH_STAFF, SOURCE_END):
        for m in pattern.finditer(text, foot):
            yield from _credits(m, "foot", lexicon)
    for m in BRACKETS.finditer(text):
        line = text.rfind("\n", 0, m.start()) + 1
        last = m.start() >= foot and not text[m.end() :].partition("\n")[0].strip()
        form = "foot" if last else "dateline" if m.start() - line < 60 and m.start() < TOP else "inline"
        if form != "foot" and m.end() < TOP and captioned(text, m.start()):
            continue
        yield from (c for c in _credits(m, form, lexicon) if not explained(text, m.start(), c.span.quote))


def _said(text: str, lexicon: Lexicon | None, foot: int) -> Iterator[Credit]:
    """Lines that say in words whose text it is."""
    small = text.lower()
    for pattern, words in WORDS:
        sure = pattern is GIVEN
        for m in pattern.finditer(text) if any(word in small for word in words) else ():
            form = "foot" if m.start() >= min(TOP, foot) else "byline"
            yield from _credits(m, form, lexicon, sure=sure, outlets=not sure)
    for m in SOURCE_LINE.finditer(text):
        form = "foot" if m.start() >= foot else "byline"
        if m["handle"]:
            yield _credit(m["handle"], m.start("handle"), m["handle"], form)
        else:
            yield from _credits(m, form, lexicon, sure=True)
    for pattern in (WRITERS, CONTRIBUTED):
        for m in pattern.finditer(text, foot) if "contribut" in small or "reported from" in small else ():
            yield from _credits(m, "foot", lexicon)


def _heads(text: str, lexicon: Lexicon | None) -> Iterator[Credit]:
    """Datelines, letterheads and bylines."""
    for m in BRACKET_LINE.finditer(text, 0, 2 * TOP):
        yield from _credits(m, "dateline", lexicon, sure=True)
    if (head := LETTERHEAD.match(text)) and any(c.islower() for c in text[head.end() : head.end() + 400]):
        yield _credit(_spelt(head["names"]), head.start("names"), head["names"], "byline")
    for m in DATED_LINE.finditer(text, 0, TOP):
        if " " in m["names"] and not NO_OUTLET.search(m["names"]):
            yield from _credits(m, "byline", lexicon, sure=True)
    for m in BYLINE.finditer(text, 0, TOP):
        yield from _credits(m, "byline", lexicon)
    for pattern in (DATELINE, SLASHES):
        for m in pattern.finditer(text, 0, 2 * TOP):
            yield from _credits(m, "dateline", lexicon)
    for m in DATED.finditer(text, 0, TOP):
        yield from _last(m, "byline", lexicon)
    if flat := DATED_PAGE.match(text):
        yield from (c for c in _credits(flat, "byline", lexicon) if c.span.quote.isupper())
    for pattern in (ALONE, WITH_STAFF, IN_BRACKETS):
        for m in pattern.finditer(text, 0, TOP):
            yield from _credits(m, "byline", lexicon)


def _spelt(capitals: str) -> str:
    """A letterhead in ordinary letters: "MINISTRY OF DEFENCE" -> "Ministry of Defence"."""
    words = capitals.lower().split()
    return " ".join(w if w in SMALL and n else w.capitalize() for n, w in enumerate(words))


def _last(m: re.Match[str], form: str, lexicon: Lexicon | None) -> Iterator[Credit]:
    """The agency at the end of a run of capitalised words."""
    words = LAST_WEEKDAY.sub("", m["names"]).split(" ")
    for first in range(max(0, len(words) - 5), len(words)):
        name = " ".join(words[first:])
        entry = agency(name, lexicon)
        if entry is not None:
            yield _credit(entry.name, m.start("names") + len(" ".join(words)) - len(name), name, form)
            return


def _credit(entity: str, start: int, words: str, form: str) -> Credit:
    return Credit(name=entity, span=Span(start=start, end=start + len(words), quote=words), form=form)  # type: ignore[arg-type]


def _credits(
    m: re.Match[str], form: str, lexicon: Lexicon | None, *, sure: bool = False, outlets: bool = False
) -> Iterator[Credit]:
    """The names of one credit line, each with its own span; `outlets`: of unknown ones those that look like an outlet's."""
    for name in credited(m["names"], m.start("names"), lexicon):
        if name.known or sure or (outlets and like_an_outlet(name.words)):
            yield _credit(name.entity, name.start, name.words, form)
