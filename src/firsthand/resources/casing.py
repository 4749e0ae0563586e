"""Case restored where a text has none: the same text, letter for letter, with the capitals that a printed page would have."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from firsthand.resources.casing_features import LARGE, OPEN, SMALL, WHOLE, decided, features, hits
from firsthand.resources.casing_stretch import Stretch, stretches
from firsthand.resources.casing_words import Unit, Vocabulary, units
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.scorers import Scorers


class Casing:
    """Restores case by two scorers: whether a word is written large, and whether wholly so. Pure after its first use."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon, scorers: Scorers) -> None:
        self._gazetteer, self._lexicon, self._scorers = gazetteer, lexicon, scorers

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Opened when a text first needs it: most have their capitals."""
        return Vocabulary.open(self._gazetteer, self._lexicon)

    def restore(self, text: str) -> str:
        """The text in equal length with its case restored; the text itself where its capitals carry information."""
        found = stretches(text)
        if not found:
            return text
        printed = _printed(text, found)
        parts, at = [], 0
        for stretch in found:
            parts += [text[at : stretch.start], self._restored(text[stretch.start : stretch.end], printed)]
            at = stretch.end
        return "".join([*parts, text[at:]])

    def forms(self, text: str, words: Sequence[Unit]) -> list[str]:
        """For each word how it is written inside a sentence: small, large or in capitals."""
        large, whole = self._scorers["case_large"], self._scorers["case_capitals"]
        rows = features(words, self.vocabulary.marks, hits(text, self._lexicon))
        found: list[str] = []
        one = two = OPEN
        for word, row in zip(words, rows, strict=True):
            every = (*row, *decided(word, row, one, two))
            form = SMALL if large.score(every) <= 0 else WHOLE if whole.score(every) > 0 else LARGE
            found.append(form)
            one, two = OPEN if word.opens else form, one
        return found

    def _restored(self, text: str, printed: dict[str, str]) -> str:
        small = text.lower()
        if len(small) != len(text):
            return text
        words = units(small)
        letters = list(small)
        for word, form in zip(words, self.forms(small, words), strict=True):
            how = printed.get(word.key, form)
            if how == WHOLE:
                letters[word.start : word.end] = small[word.start : word.end].upper()
            elif how == LARGE or word.opens:
                letters[word.start] = letters[word.start].upper()
        made = "".join(letters)
        return made if len(made) == len(text) else text


def _printed(text: str, loud: Sequence[Stretch]) -> dict[str, str]:
    """How the rest of the text writes its words, where it is of one mind and not at the head of a sentence."""
    seen: dict[str, Counter[str]] = {}
    at = 0
    for start, end in [(s.start, s.end) for s in loud] + [(len(text), len(text))]:
        for word in units(text[at:start]):
            shown = text[at + word.start : at + word.end]
            form = SMALL if shown.islower() else LARGE if len(shown) == 1 or not shown.isupper() else WHOLE
            if form != LARGE or not word.opens:
                seen.setdefault(word.key, Counter())[form] += 1
        at = end
    return {key: next(iter(forms)) for key, forms in seen.items() if len(forms) == 1}
