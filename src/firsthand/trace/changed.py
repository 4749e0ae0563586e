"""What a retelling altered: numbers, how they are bounded, and names, in words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from firsthand.trace.pairs import Aligned
from firsthand.trace.texts import Text

BOUNDS = {
    "over": "more than", "than": "more than", "above": "more than", "least": "at least", "up": "up to", "many": "up to",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "nearly": "nearly", "almost": "nearly",
}  # fmt: skip
"""The last word before a number that bounds it ("more than", "at least", "as many as"), and how it does."""
JOINERS = frozenset({"to", "as"})
LESS = frozenset({"less", "fewer"})
OPENERS = frozenset({"more", "less", "fewer", "at", "as"})
ALIKE = 0.6
LONGEST = 300
"""Words of a sentence beyond which it is no sentence, and nothing is said of what changed in it."""
SHORT = 3
"""Letters of the shortest name of a month."""
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "sept", "october",
    "november", "december",
)  # fmt: skip
YEAR = re.compile(r"(?:19|20)\d\d|\d{1,4}[.]\d{1,2}[.]\d{1,4}|0\d{1,12}")
BESIDE = 8
"""Words from a number to the next one that tells which number of another report it answers to."""
MOST = 12


class Term(NamedTuple):
    """A number with its bound, or a run of words that make up a name; `words`: index range in the text."""

    value: str
    bound: str
    shown: str
    words: tuple[int, int]
    number: bool


def changes(left: Text, right: Text, found: Sequence[Aligned]) -> list[str]:
    """What differs between reports that go back to one text, left to right, without repetition."""
    out: dict[str, None] = {}
    pairs = [
        pair
        for aligned in sorted(found)
        if max(left.sentences[aligned.left].size, right.sentences[aligned.right].size) <= LONGEST
        for pair in _pairs(left, right, aligned)
    ]
    settled = {one.words for one, _ in pairs}
    pairs += [(one, other) for one, other in _beside(left, right) if one.words not in settled]
    for one, other in pairs:
        if f"{other.shown} -> {one.shown}" not in out and one.shown.casefold() != other.shown.casefold():
            out.setdefault(f"{one.shown} -> {other.shown}")
    return list(out)[:MOST]


def _beside(left: Text, right: Text) -> Iterator[tuple[Term, Term]]:
    """Numbers that only one of the reports has, just before one that both have ("17 killed and six hurt")."""
    mine, yours = _before(left, right), _before(right, left)
    for beside in sorted(mine.keys() & yours.keys()):
        if len(mine[beside]) == len(yours[beside]) == 1:
            yield mine[beside][0], yours[beside][0]


def _before(text: Text, other: Text) -> dict[str, list[Term]]:
    """The text's own numbers by the common number that follows in the sentence; years and days in figures left out."""
    out: defaultdict[str, list[Term]] = defaultdict(list)
    for s in text.sentences:
        if s.role == "noise" or s.size > LONGEST:
            continue
        numbers = [t for t in _terms(text, s.first, s.last) if t.number and not _dated(t)]
        for one, beside in pairwise(numbers):
            if (
                one.value not in other.known
                and beside.value in other.known
                and beside.words[0] - one.words[0] <= BESIDE
            ):
                out[beside.value].append(one)
    return out


def _pairs(left: Text, right: Text, aligned: Aligned) -> Iterator[tuple[Term, Term]]:
    """Terms that stand for each other and differ."""
    a, b = left.sentences[aligned.left], right.sentences[aligned.right]
    mine, yours = list(_terms(left, a.first, a.last)), list(_terms(right, b.first, b.last))
    for one in (t for t in mine if t.number):
        for other in (t for t in yours if t.number and t.value == one.value):
            if one.bound != other.bound:
                yield one, other
    here = [t for t in mine if not _stands(t, right, b.first, b.last)]
    there = [t for t in yours if not _stands(t, left, a.first, a.last)]
    opposite = _opposite(left, right, a.first, a.last, b.first, b.last)
    for one in here:
        rivals = [t for t in there if t.number == one.number]
        chosen = next((t for t in rivals if _faces(opposite, one, t) or _related(left, right, one, t)), None)
        if chosen is None and aligned.like.agree and len(rivals) == 1 and _alone(one, here):
            chosen = rivals[0] if one.number and _dated(one) == _dated(rivals[0]) else None
        if chosen is not None:
            there.remove(chosen)
            if not _one_spelling(one, chosen):
                yield one, chosen


def _alone(term: Term, among: Sequence[Term]) -> bool:
    """No other number, or no other name, among these."""
    return sum(t.number == term.number for t in among) == 1


def _dated(term: Term) -> bool:
    """The number looks like a year or a day in figures."""
    return bool(YEAR.fullmatch(term.value))


def _terms(text: Text, first: int, last: int) -> Iterator[Term]:
    """Numbers and names of a sentence in order; neighbouring words of a name are one term."""
    k = first
    while k < last:
        stem = text.stems[k]
        if stem and any(c.isdigit() for c in stem):
            bound, begin = _bound(text, first, k)
            yield Term(stem, bound, text.report.text[text.starts[begin] : text.ends[k]], (k, k + 1), number=True)
        elif text.anchors[k]:
            begin = k
            while k + 1 < last and text.anchors[k + 1] and text.starts[k + 1] - text.ends[k] <= 1:
                if text.report.text[text.starts[k] : text.ends[k]].endswith(("'s", "’s")):
                    break
                if any(c.isdigit() for c in text.stems[k + 1]) or text.entities[k + 1] != text.entities[k]:
                    break
                k += 1
            shown = text.report.text[text.starts[begin] : text.ends[k]]
            value = text.entities[k] or " ".join(text.keys[begin : k + 1])
            yield Term(value, "", shown, (begin, k + 1), number=False)
        k += 1


def _bound(text: Text, first: int, k: int) -> tuple[str, int]:
    """How the number at word `k` is bounded, and the word where that begins."""
    at = k - 1
    if at > first and text.keys[at] in JOINERS:
        at -= 1
    if at < first or text.keys[at] not in BOUNDS:
        return "", k
    before = text.keys[at - 1] if at > first else ""
    bound = "less than" if before in LESS else BOUNDS[text.keys[at]]
    return bound, at - 1 if before in OPENERS else at


def _stands(term: Term, other: Text, first: int, last: int) -> bool:
    """The other sentence has the number, the name, or a part of it; or the other report has it elsewhere."""
    if term.number or term.value in other.known:
        return term.value in other.known
    wanted = term.value.split()
    if all(word in other.known for word in wanted):
        return True
    # "Marek" is "Ana Marek", but "Dawn Front" is no other "Front".
    at = next((k for k in range(first, last) if other.keys[k] == wanted[-1]), None)
    return at is not None and not (at > first and other.anchors[at - 1])


def _opposite(left: Text, right: Text, a: int, b: int, c: int, d: int) -> list[tuple[int, int, int, int]]:
    """Stretches of words that take each other's place in two sentences."""
    matcher = SequenceMatcher(None, left.keys[a:b], right.keys[c:d], autojunk=False)
    return [(a + i, a + j, c + x, c + y) for tag, i, j, x, y in matcher.get_opcodes() if tag == "replace"]


def _faces(opposite: Sequence[tuple[int, int, int, int]], one: Term, other: Term) -> bool:
    """The two terms stand in short stretches that take each other's place."""
    return any(i <= one.words[0] < j and x <= other.words[0] < y and max(j - i, y - x) <= 4 for i, j, x, y in opposite)


def _related(left: Text, right: Text, one: Term, other: Term) -> bool:
    """Two numbers that count the same thing, or two names that differ in some letters."""
    return _counts_the_same(left, right, one, other) if one.number else _misspelt(one, other)


def _counts_the_same(left: Text, right: Text, one: Term, other: Term) -> bool:
    """The two numbers stand before or after the same content word."""
    return _next(left, one.words[1], 1) == _next(right, other.words[1], 1) != "" or (
        _next(left, one.words[0] - 1, -1) == _next(right, other.words[0] - 1, -1) != ""
    )


def _next(text: Text, k: int, step: int) -> str:
    """The nearest content word within three words, in that direction."""
    for at in range(k, k + 3 * step, step):
        if 0 <= at < len(text.stems) and text.stems[at]:
            return text.stems[at]
    return ""


def _misspelt(one: Term, other: Term) -> bool:
    """Two names that differ in some letters."""
    return SequenceMatcher(None, one.value, other.value, autojunk=False).ratio() >= ALIKE


def _one_spelling(one: Term, other: Term) -> bool:
    """One name spelt otherwise: apart or joined, in British or American English, or a month in short."""
    if one.number:
        return False
    a, b = sorted((one.value.replace(" ", ""), other.value.replace(" ", "")), key=len)
    if a == b or b in (a + "s", "al" + a) or a.replace("defence", "defense") == b.replace("defence", "defense"):
        return True
    return any(month.startswith(a) and month.startswith(b) for month in MONTHS) and len(a) >= SHORT
