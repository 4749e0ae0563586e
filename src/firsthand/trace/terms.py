"""Numbers with their bounds, days, and names with their sort, as they stand in the sentences of a report."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from firsthand.trace.spelled import DAYS, MONTHS
from firsthand.trace.texts import Text, is_name
from firsthand.trace.words import FUNCTION_WORDS, NUMBERS

BOUNDS = {
    ("more", "than"): "more than", ("over",): "more than", ("above",): "more than", ("exceeding",): "more than",
    ("at", "least"): "at least", ("no", "fewer", "than"): "at least", ("no", "less", "than"): "at least",
    ("not", "less", "than"): "at least", ("less", "than"): "less than", ("fewer", "than"): "less than",
    ("under",): "less than", ("up", "to"): "up to", ("as", "many", "as"): "up to", ("at", "most"): "up to",
    ("about",): "about", ("around",): "about", ("roughly",): "about", ("approximately",): "about", ("some",): "about",
    ("nearly",): "nearly", ("almost",): "nearly",
}  # fmt: skip
"""Words before a number that bound it, and how they do."""
LONGEST_BOUND = max(map(len, BOUNDS))
TIMES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12, "dozens": 12}
"""Words that make a number before them so many times as large."""
Sort = Literal["number", "day", "person", "place", "body", "name"]


class Term(NamedTuple):
    """A number with its bound, a day of the week, or a run of words that make up a name; `words`: index range.

    `value` is the same for all spellings of a known name; `said`: the words as they stand, in small letters.
    """

    value: str
    bound: str
    shown: str
    words: tuple[int, int]
    sort: Sort
    said: str = ""

    @property
    def number(self) -> bool:
        """It is a number."""
        return self.sort == "number"


def sorts(text: Text) -> Mapping[int, Sort]:
    """For each word of a name of which it is told what it names: a person, a place, or a body."""
    places: list[tuple[int, int, Sort]] = [
        (p.span.start, p.span.end, "place") for p in text.extraction.places if p.place
    ]
    others: list[tuple[int, int, Sort]] = [
        (n.span.start, n.span.end, "person" if n.type == "person" else "body")
        for n in text.extraction.names
        if is_name(n)
    ]
    out = _by_word(text, others)
    # A known place is one, whatever else its name was taken for.
    out.update(_by_word(text, places))
    return out


def _by_word(text: Text, named: list[tuple[int, int, Sort]]) -> dict[int, Sort]:
    out: dict[int, Sort] = {}
    k = 0
    for start, end, sort in sorted(named):
        while k < len(text.starts) and text.starts[k] < start:
            k += 1
        for w in range(k, len(text.starts)):
            if text.starts[w] >= end:
                break
            out.setdefault(w, sort)
    return out


def terms(text: Text, first: int, last: int, kinds: Mapping[int, Sort]) -> Iterator[Term]:
    """Numbers, days and names of a sentence in order; neighbouring words of a name are one term."""
    k = first
    while k < last:
        stem, key = text.stems[k], text.keys[k]
        if stem and any(c.isdigit() for c in stem):
            value, after = _times(text, k, last)
            bound, begin = _bound(text, first, k)
            yield Term(value, bound, _shown(text, begin, after), (k, after), "number")
            k = after
            continue
        if key in DAYS:
            yield Term(key, "", _shown(text, k, k + 1), (k, k + 1), "day")
        elif text.anchors[k] and key not in MONTHS:
            begin, k = k, _end(text, k, last)
            said = " ".join(text.keys[begin : k + 1])
            sort = kinds.get(begin, "name")
            whole = text.entities[k] if text.entities[begin] == text.entities[k] else ""
            yield Term(whole or said, "", _shown(text, begin, k + 1), (begin, k + 1), sort, said)
        k += 1


def figures(text: Text) -> frozenset[str]:
    """Every number of the report, those of several words too."""
    whole = {_times(text, k, len(text.stems))[0] for k, stem in enumerate(text.stems) if stem[:1].isdigit()}
    return frozenset(whole | {stem for stem in text.stems if stem[:1].isdigit()})


def _shown(text: Text, first: int, after: int) -> str:
    return " ".join(text.report.text[text.starts[first] : text.ends[after - 1]].split())


def _times(text: Text, k: int, last: int) -> tuple[str, int]:
    """The value of the number at word `k` with what multiplies it, and the word after it."""
    value, after = text.stems[k], k + 1
    if text.keys[k] in TIMES and NUMBERS.get(text.keys[k]) is None:
        return value, after
    while after < last and text.keys[after] in TIMES and value.isdigit() and len(value) < 10:
        value, after = str(int(value) * TIMES[text.keys[after]]), after + 1
    return value, after


def _end(text: Text, k: int, last: int) -> int:
    """Index of the last word of the name that begins at word `k`."""
    while k + 1 < last and text.anchors[k + 1] and text.starts[k + 1] - text.ends[k] <= 1:
        if text.report.text[text.starts[k] : text.ends[k]].endswith(("'s", "’s")):
            break
        if any(c.isdigit() for c in text.stems[k + 1]) or text.keys[k + 1] in DAYS or text.keys[k + 1] in MONTHS:
            break
        # A word that the extraction left out of the name before or after it belongs to it; two known names stay two.
        if text.entities[k + 1] and text.entities[k] and text.entities[k + 1] != text.entities[k]:
            break
        k += 1
    return k


def _bound(text: Text, first: int, k: int) -> tuple[str, int]:
    """How the number at word `k` is bounded, and the word where that begins."""
    for size in range(LONGEST_BOUND, 0, -1):
        if k - size >= first and (bound := BOUNDS.get(tuple(text.keys[k - size : k]))):
            return bound, k - size
    return "", k


def opens_sentence(text: Text, term: Term, first: int) -> bool:
    """The first word that is no article is the term's: there a capital tells nothing."""
    return all(text.keys[k] in FUNCTION_WORDS for k in range(first, term.words[0]))
