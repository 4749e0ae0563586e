"""Words as a text without case shows them, and what is known of each from dictionaries, places and bodies."""

import json
from collections.abc import Container, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from spacy.lookups import Lookups

from firsthand.errors import SetupError
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_tables import Rank
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import PACKAGE

DAYS: Final = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
        "november december jan feb mar apr jun jul aug sept oct nov dec"
    ).split()
)
SPEECH: Final = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
RULES: Final = {
    "n": (("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}  # fmt: skip


class Marks(NamedTuple):
    """Of a word: its parts of speech in the dictionary, how the parser's corpus writes it, what place or body it may be."""

    speech: str
    written: str
    named: str


class Vocabulary:
    """What is known of single words in small letters: part of speech, use as a name, place, or body. Remembers its answers."""

    def __init__(
        self,
        strings: Container[str],
        index: Mapping[str, Container[str]],
        exceptions: Mapping[str, Container[str]],
        gazetteer: Gazetteer,
        lexicon: Lexicon,
    ) -> None:
        self._strings, self._index, self._exceptions = strings, index, exceptions
        self._gazetteer, self._lexicon = gazetteer, lexicon
        self._known: dict[str, Marks] = {}

    @classmethod
    def open(cls, gazetteer: Gazetteer, lexicon: Lexicon) -> "Vocabulary":
        """The dictionary and the words of the parser's corpus, from its package. Errors: SetupError where they are not there."""
        try:
            [folder] = Path(str(files(PACKAGE))).glob(f"{PACKAGE}-*")
            strings = frozenset(json.loads((folder / "vocab" / "strings.json").read_bytes()))
            tables = Lookups().from_disk(folder / "lemmatizer" / "lookups")
            index, exceptions = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
        except (OSError, ValueError, KeyError) as e:
            raise SetupError(f"the dictionary of the English parser {PACKAGE} cannot be read: {e}") from e
        return cls(
            strings,
            {tag: frozenset(index[name]) for tag, name in SPEECH.items()},
            {tag: frozenset(exceptions.get(name, ())) for tag, name in SPEECH.items()},
            gazetteer,
            lexicon,
        )

    def marks(self, key: str) -> Marks:
        """What is known of a word."""
        known = self._known.get(key)
        if known is None:
            if len(self._known) > 50_000:
                self._known.clear()
            known = self._known[key] = Marks(self._speech(key), self._written(key), self._named(key))
        return known

    def _speech(self, key: str) -> str:
        if key in DAYS:
            return "day"
        found = ""
        for tag, rules in RULES.items():
            index = self._index[tag]
            if key in index or key in self._exceptions[tag] or any(
                key.endswith(end) and len(key) > len(end) + 1 and key[: -len(end)] + put in index for end, put in rules
            ):  # fmt: skip
                found += tag
        return found or "0"

    def _written(self, key: str) -> str:
        if len(key) < 2:
            return "1"
        found = ("T" if key.title() in self._strings else "") + ("U" if key.upper() in self._strings else "")
        return found or ("l" if key in self._strings else "0")

    def _named(self, key: str) -> str:
        if len(key) < 2:
            return "1"
        land = self._lexicon.country(key.title())
        if land is not None:
            return "acronym" if key.upper() in land.aliases else "land"
        alias = self._lexicon.alias(key)
        if alias is not None:
            return alias.form
        best = next(iter(self._gazetteer.find(key.title())), None)
        if best is None:
            return "0"
        if best.rank is Rank.ADJECTIVE:
            return "people"
        if best.rank > Rank.STRIPPED:
            return "loose"
        return "city" if best.weight >= 5 else "town" if best.weight >= 3.7 else "spot"
