"""Case restored where a text has none: the same text, letter for letter, with the capitals that a printed page would have."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from firsthand.resources.casing_features import LARGE, OPEN, SMALL, WHOLE, certain, decided, features, hits
from firsthand.resources.casing_stretch import Stretch, stretches
from firsthand.resources.casing_units import Unit, units
from firsthand.resources.casing_words import Vocabulary
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.scorers import Scorers

ARTICLES = frozenset("el la los las".split())
"""Spanish articles: large where they begin a name ("El Salvador"), small inside one ("Frente de la Paz")."""


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
        known, look = hits(text, self._lexicon), self.vocabulary.marks
        found: list[str] = []
        one = two = OPEN
        for word, row in zip(words, features(words, look, known), strict=True):
            form = certain(word, look(word.key), known.get(word.start))
            if form is None:
                every = (*row, *decided(word, row, one, two))
                form = SMALL
                if large.score(every) > 0:
                    form = WHOLE if look(word.key).named == "acronym" or whole.score(every) > 0 else LARGE
            found.append(form)
            one, two = OPEN if word.opens else form, one
        return self._agreed(words, found)

    def _agreed(self, words: Sequence[Unit], forms: Sequence[str]) -> list[str]:
        """A word that no dictionary has is written alike throughout: in capitals, large or small as mostly decided."""
        seen: dict[str, Counter[str]] = {}
        for word, form in zip(words, forms, strict=True):
            if len(word.key) > 2 and self.vocabulary.marks(word.key).speech == "0":
                seen.setdefault(word.key, Counter())[form] += 1
        best = {key: max(sorted(c), key=c.__getitem__) for key, c in seen.items() if len(c) > 1}
        agreed = [best.get(word.key, form) for word, form in zip(words, forms, strict=True)]
        for i in range(len(words) - 1):
            leads = words[i].key in ARTICLES and words[i + 1].gap == " " and agreed[i + 1] != SMALL
            if leads and (i == 0 or agreed[i - 1] == SMALL or words[i].gap != " "):
                agreed[i] = LARGE
        return agreed

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
