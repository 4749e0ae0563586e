"""The scorers of case: every word of an ordinary text, with its capitals taken away, says how it was written."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

from firsthand.resources.casing_features import LARGE, OPEN, SMALL, WHOLE, decided, features, hits
from firsthand.resources.casing_units import Unit, units
from firsthand.resources.casing_words import Vocabulary
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.lexicon import Lexicon
from tools.measuring.corpus import Corpus
from tools.training.model import Example, Task
from tools.training.texts import bench

SOURCES = ("isaf", "re3d", "wikievents", "wikiwars")
LONGEST = 6_000
"""Characters of a text that teach: a long history would outweigh a hundred reports."""
TITLE = 0.6
"""Share of words written large from which a line is a heading, which teaches nothing."""

Cased = tuple[tuple[str, ...], str]


def case_tasks() -> list[Task]:
    """Whether a word is written large; and whether one that is stands in capitals throughout."""
    return [
        Task(
            name="case_large", sources=SOURCES, least=6, penalty=0.7, slight=150,
            about="Whether a word of a text without case is written with a large first letter.",
            examples=_examples(lambda form: form != SMALL, (SMALL, LARGE, WHOLE)),
        ),
        Task(
            name="case_capitals", sources=SOURCES, least=6, penalty=0.7, slight=150,
            about="Whether a word that is written large is written in capitals throughout (an abbreviation).",
            examples=_examples(lambda form: form == WHOLE, (LARGE, WHOLE)),
        ),
    ]  # fmt: skip


def forms(text: str, words: list[Unit]) -> list[str]:
    """How each word is written; unknown for the large ones that open a sentence, and in headings and lines of capitals."""
    found = []
    for word in words:
        shown = text[word.start : word.end]
        form = SMALL if shown.islower() else WHOLE if shown.isupper() else LARGE
        form = LARGE if len(shown) == 1 and form == WHOLE else form
        found.append(OPEN if word.opens and form == LARGE else form)
    starts = [word.start for word in words]
    at = 0
    for line in text.split("\n"):
        first, last = bisect_left(starts, at), bisect_left(starts, at + len(line))
        at += len(line) + 1
        if last - first > 2 and sum(f != SMALL for f in found[first:last]) > TITLE * (last - first):
            found[first:last] = [OPEN] * (last - first)
    return found


@lru_cache(maxsize=1)
def _read(corpus: Corpus) -> list[tuple[str, str, list[Cased]]]:
    """Source, id and words of every text that teaches."""
    lexicon = Lexicon.open()
    vocabulary = Vocabulary.open(Gazetteer.open(), lexicon)
    made = []
    for source in SOURCES:
        for key, text in sorted(bench(corpus, "run").tasks()[source].texts().items()):
            text = text[:LONGEST]
            small = text.lower()
            if len(small) != len(text):
                continue
            words = units(small)
            gold = forms(text, words)
            rows = features(words, vocabulary.marks, hits(small, lexicon))
            cased = []
            for i, (word, row) in enumerate(zip(words, rows, strict=True)):
                one, two = (gold[i - 1] if i else OPEN), (gold[i - 2] if i > 1 else OPEN)
                one = OPEN if i and words[i - 1].opens else one
                cased.append(((*row, *decided(word, row, one, two)), gold[i]))
            made.append((source, str(key), cased))
    return made


def _examples(right: Callable[[str], bool], kept: tuple[str, ...]) -> Callable[[Corpus], Iterator[Example]]:
    def make(corpus: Corpus) -> Iterator[Example]:
        for source, key, cased in _read(corpus):
            for row, form in cased:
                if form in kept:
                    yield Example(source=source, text=key, features=tuple(f for f in row if f), right=right(form))

    return make
