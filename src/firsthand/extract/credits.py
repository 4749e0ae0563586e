"""Credit lines: the agency or outlet that a report names at its top, in its dateline, at its foot, or in brackets."""

import re
from collections.abc import Iterator

from firsthand.model.extraction import Credit
from firsthand.model.span import Span
from firsthand.resources.lexicon import Lexicon

TOP = 700
"""Characters from the start in which a byline or dateline stands."""
FOOT = 600
"""Characters before the end in which a credit line stands."""

NAME = r"[A-Z][\w&.'’-]{0,30}(?: (?:of |the |for )?[A-Z][\w&.'’-]{0,30}){0,5}"
NAMES = rf"(?P<names>{NAME}(?:(?:, | and |/| & |; |\s?[|–-]\s?)(?:the )?{NAME}){{0,4}})"
LINE_START = r"(?:^|\n)[ \t>*(\[]{0,5}"
LINE_END = r"[ \t]{0,5}(?:[.)\]*_]{0,3})[ \t]{0,5}(?=$|\n|\r)"
SHARED = re.compile(
    r"(?i:with (?:additional |some |further )?(?:inputs?|material|reporting|files?|contributions?|agency inputs?|reports?)"
    r" (?:from|by)|(?:this (?:report|story|article)|it) (?:was )?(?:first )?(?:appeared|published|provided|produced|supplied)"
    r" (?:by|in|on|from)|(?:originally|first) (?:published|appeared) (?:by|in|on|at)|reproduced from|courtesy of|"
    rf"copyright (?:\d{{4}} )?(?:by )?|©\s?(?:\d{{4}} )?)\s{{0,3}}(?:the |an? )?{NAMES}"
)
SOURCE_LINE = re.compile(
    rf"{LINE_START}(?i:sources?|credits?|agency|agencies|via)\s?[:：][ \t]{{0,3}}(?i:the )?{NAMES}{LINE_END}"
)
WRITERS = re.compile(
    rf"(?P<names>{NAME}) (?:writers?|correspondents?|reporters?|staff)\b[^\n]{{0,160}}?\b(?:contributed|reported from)"
)
BRACKETS = re.compile(rf"[(\[]{NAMES}[)\]]")
DASHED = re.compile(rf"(?:^|[.!?”\"’] ?|\n)[ \t]{{0,3}}[-–—/]{{1,3}}[ \t]?(?P<names>{NAME}){LINE_END}")
ALONE = re.compile(rf"{LINE_START}(?i:by )?{NAMES}{LINE_END}")
BYLINE = re.compile(
    rf"(?:^|\n)[ \t]{{0,4}}(?i:by)\s[^\n,|/]{{2,60}}(?:,|\||/| for| of| -| –)\s?(?i:the )?(?P<names>{NAME}){LINE_END}"
)
PLACED = r"(?:^|\n)[ \t]{0,4}[A-Z][A-Za-z.'’ -]{1,30}(?:[,/] ?[A-Z][\w.'’ -]{1,30}){0,3}[ ,–—-]{1,4}"
DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
DATELINE = re.compile(
    rf"{PLACED}(?:{DAY}[ ,–—-]{{0,3}})?[(\[]?(?P<names>{NAME}(?:/{NAME}){{0,2}})[)\]]?(?: {DAY})?\s?[-–—:]{{1,3}}\s"
)
# "KUTUM, Sudan, March 12, 2025 (Some Wire) - ": brackets before the dash of a dateline name who wrote it, known or not.
BRACKET_LINE = re.compile(rf"{PLACED}(?:{DAY}[ ,–—-]{{0,3}})?\((?P<names>{NAME}(?:/{NAME}){{0,2}})\)\s?[-–—]{{1,2}}\s")
LETTERHEAD = re.compile(
    r"\A\s{0,5}(?P<names>[A-Z][A-Z&.'’-]{1,20}(?: [A-Z&][A-Z&.'’-]{0,20}){1,5})[ \t]{0,5}\r?\n(?=[^\n]{0,200}[a-z]|\s*\n)"
)
DATED_LINE = re.compile(
    rf"{LINE_START}(?P<names>{NAME}), (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:\d{{1,2}} [A-Z][a-z]{{2,8}}\.?,? \d{{4}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, \d{{4}}){LINE_END}"
)
NO_OUTLET = re.compile(r"^By |\b(?:[Rr]elease|[Ss]tatement|[Uu]pdate|[Nn]ote|[Rr]eport)$")
SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la", "al"})
# "Monitor AFP Sunday 6 Apr 2014": headline, agency and day run together when a page is flattened.
DATED = re.compile(
    rf"(?P<names>{NAME})[ ,|·–-]{{1,3}}(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)
WEEKDAY = re.compile(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
PARTS = re.compile(rf"(?:the )?({NAME}?)(?=, | and |/| & |; |\s?[|–-]\s?|$)")


def find_credits(text: str, lexicon: Lexicon | None = None) -> tuple[Credit, ...]:
    """Find the agencies and outlets that `text` credits, in order; each place once.

    Forms that say so themselves ("Source: X", "With inputs from X", "PLACE (X) -", a letterhead, "X, Monday, 2 June 2025" on
    a line of its own) credit any name; a name in brackets elsewhere, after a dash or
    alone on a line only where `lexicon` knows it for an agency or outlet, under its own name there.
    """
    found: dict[tuple[int, int], Credit] = {}
    for credit in _all(text, lexicon):
        key = (credit.span.start, credit.span.end)
        if not any(key[0] < end and start < key[1] for start, end in found):
            found[key] = credit
    return tuple(found[key] for key in sorted(found))


def _all(text: str, lexicon: Lexicon | None) -> Iterator[Credit]:
    foot = max(0, len(text) - FOOT)
    for m in SHARED.finditer(text):
        yield from _credits(m, "foot" if m.start() >= TOP or m.start() >= foot else "byline", lexicon, sure=True)
    for m in SOURCE_LINE.finditer(text):
        yield from _credits(m, "foot" if m.start() >= foot else "byline", lexicon, sure=True)
    for m in WRITERS.finditer(text, foot):
        yield from _credits(m, "foot", lexicon, sure=False)
    for m in BRACKET_LINE.finditer(text, 0, 2 * TOP):
        yield from _credits(m, "dateline", lexicon, sure=True)
    if (head := LETTERHEAD.match(text)) and any(c.islower() for c in text[head.end() : head.end() + 400]):
        yield _credit(_spelt(head["names"]), head.start("names"), head["names"], "byline")
    for m in DATED_LINE.finditer(text, 0, TOP):
        if " " in m["names"] and not NO_OUTLET.search(m["names"]):
            yield from _credits(m, "byline", lexicon, sure=True)
    for m in BYLINE.finditer(text, 0, TOP):
        yield from _credits(m, "byline", lexicon, sure=False)
    for m in DATELINE.finditer(text, 0, 2 * TOP):
        yield from _credits(m, "dateline", lexicon, sure=False)
    for m in DATED.finditer(text, 0, TOP):
        yield from _last(m, "byline", lexicon)
    for m in ALONE.finditer(text, 0, TOP):
        yield from _credits(m, "byline", lexicon, sure=False)
    for pattern in (ALONE, DASHED):
        for m in pattern.finditer(text, foot):
            yield from _credits(m, "foot", lexicon, sure=False)
    for m in BRACKETS.finditer(text):
        line = text.rfind("\n", 0, m.start()) + 1
        form = (
            "foot"
            if m.start() >= foot and not text[m.end() :].strip()
            else "dateline"
            if m.start() - line < 60 and m.start() < TOP
            else "inline"
        )
        yield from _credits(m, form, lexicon, sure=False)


def _spelt(capitals: str) -> str:
    """A letterhead in ordinary letters: "MINISTRY OF DEFENCE" -> "Ministry of Defence"."""
    words = capitals.lower().split()
    return " ".join(w if w in SMALL and n else w.capitalize() for n, w in enumerate(words))


def _last(m: re.Match[str], form: str, lexicon: Lexicon | None) -> Iterator[Credit]:
    """The agency at the end of a run of capitalised words."""
    words = WEEKDAY.sub("", m["names"]).split(" ")
    for first in range(max(0, len(words) - 5), len(words)):
        name = " ".join(words[first:])
        entry = lexicon.find(name) if lexicon is not None and lexicon.is_agency(name) else None
        if entry is not None:
            yield _credit(entry.name, m.start("names") + len(" ".join(words)) - len(name), name, form)
            return


def _credit(entity: str, start: int, words: str, form: str) -> Credit:
    return Credit(name=entity, span=Span(start=start, end=start + len(words), quote=words), form=form)  # type: ignore[arg-type]


def _credits(m: re.Match[str], form: str, lexicon: Lexicon | None, *, sure: bool) -> Iterator[Credit]:
    """The names of one credit line, each with its own span."""
    start = m.start("names")
    for part in PARTS.finditer(m["names"]):
        name = part[1].rstrip(".,;")
        if not name:
            continue
        entry = lexicon.find(name) if lexicon is not None else None
        known = entry is not None and lexicon is not None and lexicon.is_agency(name)
        if not known and (not sure or len(name) < 2):
            continue
        at = start + part.start(1)
        yield _credit(entry.name if known and entry is not None else name, at, name, form)
