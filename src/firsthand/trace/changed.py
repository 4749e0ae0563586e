"""What a retelling altered: numbers, how they are bounded, days and names, in words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from firsthand.model.place import Place
from firsthand.trace.pairs import Aligned
from firsthand.trace.paraphrase import Resemblance
from firsthand.trace.spelled import misspelt, one_spelling
from firsthand.trace.terms import Sort, Term, figures, opens_sentence, sorts, terms
from firsthand.trace.texts import Sentence, Text

LONGEST = 300
"""Words of a sentence beyond which it is no sentence, and nothing is said of what changed in it."""
YEAR = re.compile(r"(?:19|20)\d\d|\d{1,4}[.]\d{1,2}[.]\d{1,4}|0\d{1,12}")
BESIDE = 8
"""Words from a number to the next one that tells which number of another report it answers to."""
FACING = 4
"""Words of the longest stretch that takes another's place."""
MOST = 12


class Side(NamedTuple):
    """One of two reports, with what its words name, every number in it with its bounds, and the words of each name."""

    text: Text
    sorts: Mapping[int, Sort]
    figures: frozenset[str]
    places: Mapping[str, Place]
    bounds: Mapping[str, frozenset[str]]
    names: frozenset[frozenset[str]]


class Pair(NamedTuple):
    """Two aligned sentences: their terms, those that have no counterpart, and the stretches that take each other's place."""

    left: Side
    right: Side
    one: Sentence
    other: Sentence
    like: Resemblance
    opposite: tuple[tuple[int, int, int, int], ...]


def changes(left: Text, right: Text, found: Sequence[Aligned]) -> list[str]:
    """What differs between reports that go back to one text, left to right, without repetition."""
    out: dict[str, None] = {}
    a, b = _side(left), _side(right)
    pairs = [
        pair
        for aligned in sorted(found)
        if max(left.sentences[aligned.left].size, right.sentences[aligned.right].size) <= LONGEST
        for pair in _differing(_pair(a, b, aligned))
    ]
    settled = {one.words for one, _ in pairs}
    pairs += [(one, other) for one, other in _beside(a, b) if one.words not in settled]
    for one, other in pairs:
        first, second = _said(one), _said(other)
        if f"{second} -> {first}" not in out and first.casefold() != second.casefold():
            out.setdefault(f"{first} -> {second}")
    return list(out)[:MOST]


def _said(term: Term) -> str:
    """The words of a term; a bound that opens a sentence begins small."""
    return term.shown[:1].lower() + term.shown[1:] if term.bound else term.shown


def _side(text: Text) -> Side:
    kinds = sorts(text)
    bounds: defaultdict[str, set[str]] = defaultdict(set)
    names: set[frozenset[str]] = set()
    for s in text.sentences:
        for term in terms(text, s.first, s.last, kinds) if s.role != "noise" and s.size <= LONGEST else ():
            if term.number:
                bounds[term.value].add(term.bound)
            else:
                names.add(frozenset(term.said.split()))
    return Side(
        text=text,
        sorts=kinds,
        figures=figures(text),
        places={p.span.quote: p.place for p in text.extraction.places if p.place},
        bounds={value: frozenset(said) for value, said in bounds.items()},
        names=frozenset(names),
    )


def _pair(left: Side, right: Side, aligned: Aligned) -> Pair:
    a, b = left.text.sentences[aligned.left], right.text.sentences[aligned.right]
    matcher = SequenceMatcher(None, left.text.keys[a.first : a.last], right.text.keys[b.first : b.last], autojunk=False)
    opposite = tuple(
        (a.first + i, a.first + j, b.first + x, b.first + y)
        for tag, i, j, x, y in matcher.get_opcodes()
        if tag == "replace"
    )
    return Pair(left, right, a, b, aligned.like, opposite)


def _beside(left: Side, right: Side) -> Iterator[tuple[Term, Term]]:
    """Numbers that only one of the reports has, just before one that both have ("17 killed and six hurt")."""
    mine, yours = _before(left, right), _before(right, left)
    for beside in sorted(mine.keys() & yours.keys()):
        if len(mine[beside]) == len(yours[beside]) == 1:
            yield mine[beside][0], yours[beside][0]


def _before(side: Side, other: Side) -> dict[str, list[Term]]:
    """The text's own numbers by the common number that follows in the sentence; years and days in figures left out."""
    out: defaultdict[str, list[Term]] = defaultdict(list)
    for s in side.text.sentences:
        if s.role == "noise" or s.size > LONGEST:
            continue
        numbers = [t for t in terms(side.text, s.first, s.last, side.sorts) if t.number and not _dated(t)]
        for one, beside in pairwise(numbers):
            if (
                one.value not in other.figures
                and beside.value in other.figures
                and beside.words[0] - one.words[0] <= BESIDE
            ):
                out[beside.value].append(one)
    return out


def _differing(pair: Pair) -> Iterator[tuple[Term, Term]]:
    """Terms that stand for each other and differ."""
    mine = list(terms(pair.left.text, pair.one.first, pair.one.last, pair.left.sorts))
    yours = list(terms(pair.right.text, pair.other.first, pair.other.last, pair.right.sorts))
    yield from _bounded(pair, mine, yours)
    here = [t for t in mine if not _stands(t, pair.right, pair.other)]
    there = [t for t in yours if not _stands(t, pair.left, pair.one)]
    lone = {sort: _lone(here, sort) and _lone(there, sort) for sort in ("number", "day")}
    ranked = sorted(
        (rank, one.words, other.words, one, other)
        for one in here
        for other in there
        if (rank := _rank(pair, one, other, alone=lone.get(one.sort, False)))
    )
    used: set[tuple[int, tuple[int, int]]] = set()
    for _, _, _, one, other in ranked:
        if (0, one.words) not in used and (1, other.words) not in used:
            used |= {(0, one.words), (1, other.words)}
            if not _same(pair, one, other):
                yield one, other


def _bounded(pair: Pair, mine: Sequence[Term], yours: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """One number that neither report bounds as the other does, anywhere."""
    for one in (t for t in mine if t.number):
        for other in (t for t in yours if t.number and t.value == one.value and t.bound != one.bound):
            apart = one.bound not in pair.right.bounds.get(one.value, ()) and other.bound not in pair.left.bounds.get(
                one.value, ()
            )
            if apart and not _dated(one):
                yield one, other


def _lone(among: Sequence[Term], sort: str) -> bool:
    """One term of that sort, and one only, is among these."""
    return sum(t.sort == sort for t in among) == 1


def _dated(term: Term) -> bool:
    """The number looks like a year or a day in figures."""
    return bool(YEAR.fullmatch(term.value))


def _rank(pair: Pair, one: Term, other: Term, *, alone: bool) -> int:
    """How plainly two terms stand for each other, 1 most plainly; 0 where they do not."""
    left, right = pair.left.text, pair.right.text
    if one.number or other.number:
        if one.sort != other.sort or _dated(one) != _dated(other):
            return 0
        if _counts_the_same(left, right, one, other):
            return 1
        return 2 if _faces(pair.opposite, one, other) else 3 * (alone and pair.like.agree > 0)
    if "day" in (one.sort, other.sort):
        return int(one.sort == other.sort and (alone or _faces(pair.opposite, one, other)))
    if misspelt(one.said, other.said) or one_spelling(one.said, other.said):
        return 1
    if not _one_sort(one, other) or _no_name(pair, one, other):
        return 0
    return 2 * _faces(pair.opposite, one, other)


def _one_sort(one: Term, other: Term) -> bool:
    """Both may name one thing: a person is no place."""
    return one.sort == other.sort or "name" in (one.sort, other.sort)


def _no_name(pair: Pair, one: Term, other: Term) -> bool:
    """A single word with a capital only because it opens the sentence, opposite another word."""
    opens = (
        opens_sentence(pair.left.text, one, pair.one.first),
        opens_sentence(pair.right.text, other, pair.other.first),
    )
    single = (one.words[1] - one.words[0] == 1, other.words[1] - other.words[0] == 1)
    return any(o and s and t.sort != "place" for o, s, t in zip(opens, single, (one, other), strict=True))


def _stands(term: Term, side: Side, sentence: Sentence) -> bool:
    """The other sentence has the number, the name, or a part of it; or the other report has it elsewhere."""
    other = side.text
    if term.number:
        return term.value in side.figures
    if term.sort == "day":
        return term.value in other.keys[sentence.first : sentence.last]
    if term.value in other.known:
        return True
    wanted = term.said.split()
    if any(set(wanted) <= name for name in side.names):
        return True
    # "Marek" is "Ana Marek", but "Dawn Front" is no other "Front".
    at = next((k for k in range(sentence.first, sentence.last) if other.keys[k] == wanted[-1]), None)
    return at is not None and not (at > sentence.first and other.anchors[at - 1])


def _faces(opposite: Sequence[tuple[int, int, int, int]], one: Term, other: Term) -> bool:
    """The two terms stand in short stretches that take each other's place."""
    return any(
        i <= one.words[0] < j and x <= other.words[0] < y and max(j - i, y - x) <= FACING for i, j, x, y in opposite
    )


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


def _same(pair: Pair, one: Term, other: Term) -> bool:
    """Two terms that say the same: other spellings, a place and the country it is in, one body with another word before it."""
    if one.number or one.sort == "day":
        return one.value == other.value or (_dated(one) and (one.value in other.value or other.value in one.value))
    if one_spelling(one.said, other.said, person="person" in (one.sort, other.sort)):
        return True
    a, b = one.said.split(), other.said.split()
    if len(a) == len(b) > 2 and a[1:] == b[1:] and a[1] in ("of", "from", "in"):
        return True
    return _within(pair.left.places.get(one.shown), pair.right.places.get(other.shown))


def _within(one: Place | None, other: Place | None) -> bool:
    """One place lies in the other: a country for its capital, a province for its town."""
    if one is None or other is None or one.country != other.country:
        return False
    wide = {one.precision, other.precision} & {"country", "region"}
    return bool(wide) or (one.admin1 == other.admin1 and one.precision != other.precision)
