"""Every direct quotation of a text, whatever the marks look like.

Marks are read by shape and by what stands on either side, paragraph by paragraph: outlets mix curly and straight marks,
turn them the wrong way round, nest them, or lose the closing one when a page is cut off. A paragraph that opens a mark and
does not close it is unclosed there; where the next paragraph opens again, that is the usual way to quote over paragraphs.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.model.span import Span
from firsthand.model.voice import Quotation

LONGEST = 4000
"""Characters a quotation within one paragraph may have; a mark that would need more is taken for a stray."""
LONGEST_SINGLE = 600

MARK = re.compile(r"``|''|‘‘|’’|,,|[“”„‟«»‹›「」『』〝〞\"″＂]")
LINE = re.compile(r"[^\n\u2028\u2029]+")
BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t\r]{0,20}\n)[^\n]+){0,400}")
WRAPPED = range(40, 101)
"""Width in characters of the longest line of a text that is broken at a fixed width."""
SINGLE_OPEN = re.compile(r"(?<![\w'’‘`])[‘'`](?=[^\W_])")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…;:%)])[’'](?![\w'’])")
# Clipped words that begin with an apostrophe: '90s, 'em, 'til, 'tis.
CLIPPED = re.compile(r"[‘’'](?:\d\d?s|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
# Where a quotation whose closing mark is missing gives way to the sentence around it.
TURNED = re.compile(
    r"[,.?!…] {0,2}(?:(?:he|she|it|they|the \w{2,20}) )?(?:said|says|added|told|stated|stressed|noted|continued)\b(?! that)"
)
OPENERS = frozenset(("“", "„", "‟", "«", "``", "‘‘", ",,", "‹", "「", "『", "〝"))
CLOSERS = frozenset(("”", "»", "’’", "›", "」", "』", "〞"))
PARTNERS = {"«": "»", "‹": "›", "「": "」", "『": "』"}
"""Marks that nothing but their partner closes; the other way round ("»so«") they are found too."""
BEFORE_OPENING = frozenset("([{—–-/:;,…'‘“\"=*")
AFTER_CLOSING = frozenset(")]}—–-/:;,.…?!'’”\"*")


class Mark(NamedTuple):
    """One mark: where, its characters, and whether its surroundings let it open or close a quotation."""

    start: int
    end: int
    shape: str
    opens: bool
    closes: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find all quotations of `text`, in order of their start; nested ones are listed too. Speakers are left None."""
    found: list[Quotation] = []
    for start, end in paragraphs(text):
        found += _doubles(text, start, end)
        found += _singles(text, start, end)
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, as half-open ranges: its lines, or blocks of lines where it is broken at a fixed width."""
    lines = [m.span() for m in LINE.finditer(text)]
    widths = sorted(end - start for start, end in lines)
    wrapped = len(lines) > 4 and widths[-1] in WRAPPED and widths[len(widths) // 2] * 3 > widths[-1] * 2
    return [m.span() for m in BLOCK.finditer(text)] if wrapped else lines


def _doubles(text: str, start: int, end: int) -> Iterator[Quotation]:
    marks = [_mark(text, m, start, end) for m in MARK.finditer(text, start, end)]
    held: list[Mark] = []
    for number, mark in enumerate(marks):
        if not held:
            if _may_begin(text, mark, start):
                held.append(mark)
        elif _ends(mark, held[-1]):
            quotation = _cut(text, held.pop().end, mark.start, closed=True)
            if quotation:
                yield quotation
        elif mark.opens:
            if not _nested(marks[number + 1 : number + 3]):
                lost = _cut_unclosed(text, held.pop().end, mark.start)
                if lost:
                    yield lost
            held.append(mark)
    for mark in held:
        lost = _cut_unclosed(text, mark.end, end)
        if lost:
            yield lost


def _mark(text: str, found: re.Match[str], start: int, end: int) -> Mark:
    before = text[found.start() - 1] if found.start() > start else " "
    after = text[found.end()] if found.end() < end else " "
    free_left, free_right = before.isspace(), after.isspace()
    opens = not free_right and (free_left or before in BEFORE_OPENING)
    closes = not free_left and (free_right or after in AFTER_CLOSING)
    shape = found.group()
    if shape in CLOSERS and free_left and after in AFTER_CLOSING:  # « loose ».
        opens, closes = False, True
    elif free_left and free_right:  # « loose »; ” loose ”
        begins = not (earlier := text[max(start, found.start() - 9) : found.start()].rstrip()) or earlier[-1] in ":,"
        opens, closes = shape not in CLOSERS or begins, shape not in OPENERS
    elif not opens and not closes:  # "glued"marks: only their shape tells
        opens, closes = shape in OPENERS, shape not in OPENERS
    elif shape in PARTNERS and not closes:
        opens = True
    elif shape in PARTNERS.values() and not opens:
        closes = True
    return Mark(found.start(), found.end(), shape, opens, closes)


def _may_begin(text: str, mark: Mark, start: int) -> bool:
    """Tell whether a mark can begin a quotation: not one of inches, nor a closing one whose partner is lost."""
    if mark.shape in CLOSERS:
        return mark.opens and (not mark.closes or text[mark.end : mark.end + 1].isspace())
    inches = mark.shape in ("''", '"', "″") and mark.start > start and text[mark.start - 1].isdigit()
    return mark.opens and not inches


def _ends(mark: Mark, opening: Mark) -> bool:
    """Tell whether `mark` closes what `opening` opened."""
    if opening.shape in PARTNERS or mark.shape in PARTNERS:
        turned = PARTNERS.get(mark.shape) == opening.shape and mark.closes
        if PARTNERS.get(opening.shape) != mark.shape and not turned:
            return False
    if mark.start - opening.end > LONGEST:
        return True
    if mark.shape in CLOSERS:
        return mark.closes or not mark.opens
    if mark.shape in OPENERS:
        return mark.closes and not mark.opens
    return mark.closes


def _nested(rest: list[Mark]) -> bool:
    """Tell whether an opening mark inside a quotation has its own closing one, and the outer one another."""
    return len(rest) >= 2 and all(m.closes for m in rest[:2]) and not rest[0].opens


def _singles(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Quotations in single marks: both marks must stand clear of letters, on one line, with no other opening between."""
    at = start
    while (opening := SINGLE_OPEN.search(text, at, end)) is not None:
        at = opening.end()
        if CLIPPED.match(text, opening.start()):
            continue
        limit = min(end, at + LONGEST_SINGLE)
        following = SINGLE_OPEN.search(text, at, limit)
        closings = list(SINGLE_CLOSE.finditer(text, at, following.start() if following else limit))
        # "the ‘terrorists’ camp’": a mark after s may be a possessive, if another one follows.
        closing = next((c for c in closings if text[c.start() - 1] != "s"), closings[0] if closings else None)
        if closing is None or (opening.group() in "'`" and _possessive(text, closing, closings)):
            continue
        quotation = _cut(text, opening.end(), closing.start(), closed=True)
        if quotation:
            yield quotation
        at = closing.end()


def _possessive(text: str, closing: re.Match[str], closings: list[re.Match[str]]) -> bool:
    """Tell whether a straight closing mark is more likely the possessive of a plural."""
    return (
        len(closings) == 1
        and text[closing.start() - 1] == "s"
        and text[closing.end() : closing.end() + 2].strip().isalpha()
    )


def _cut_unclosed(text: str, start: int, end: int) -> Quotation | None:
    turned = TURNED.search(text, start, end)
    return _cut(text, start, turned.start() + 1 if turned else end, closed=False)


def _cut(text: str, start: int, end: int, *, closed: bool) -> Quotation | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > LONGEST:
        return None
    if not any(c.isalnum() for c in text[start:end]):
        return None
    return Quotation(span=Span.cut(text, start, end), speaker=None, closed=closed)
