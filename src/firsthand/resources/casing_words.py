"""Words as a text without case shows them, and what is known of each from dictionaries, places and bodies."""

import json
import re
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

UNIT: Final = re.compile(r"[^\W\d_]+")
"""A word here: letters only, so that hyphens and apostrophes part "AL-MASRI'S" into three."""
ABBREVIATED: Final = frozenset(
    (
        "mr mrs ms dr st gen col lt maj capt sgt cpl brig adm cmdr pvt gov sen rep prof rev fr hon jr sr no vs jan feb mar apr "
        "jun jul aug sep sept oct nov dec mt ft dept inc ltd co corp"
    ).split()
)
"""Words whose point ends no sentence."""
STOP: Final = re.compile(r"[.!?…](?!\d)|\n[ \t]*\n")
QUOTED: Final = re.compile(r"[,:]\s+[\"“«]$")
DASH: Final = re.compile(r"(?:--?|–|—|−)\s")
DATELINE: Final = 9
"""Words of a paragraph within which a dash ends its dateline."""
REMARK: Final = re.compile(r"\]\s+[\"“]?$")
OPENERS: Final = frozenset("text excerpt excerpts summary recording video report begin".split())
"""What an editor sets in brackets before the text begins."""
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


class Unit(NamedTuple):
    """A word of a text: where it stands, in small letters, what parts it from the word before, whether it opens a sentence."""

    start: int
    end: int
    key: str
    gap: str
    opens: bool


def units(text: str) -> list[Unit]:
    """The words of a text, in order."""
    found: list[Unit] = []
    at = paragraph = 0
    for match in UNIT.finditer(text):
        start, end = match.span()
        key, gap = match.group().lower(), text[at:start]
        if end - start != len(key):
            continue
        broken = not found or gap.count("\n") > 1
        if broken:
            paragraph = len(found)
        opens = broken or _opens(found[-1], gap, len(found) - paragraph)
        found.append(Unit(start, end, key, gap if found else "\n\n", opens))
        at = end
    return found


def _opens(before: Unit, gap: str, since: int) -> bool:
    """Tell whether a sentence begins after `gap`. `since`: words of the paragraph so far."""
    if gap == " ":
        return False
    if DASH.search(gap):
        return (
            since <= DATELINE
            and gap.rstrip()[-1:] not in ",;"
            and (")" in gap or since <= 3 or any(map(str.isdigit, gap)))
        )
    if REMARK.search(gap) and before.key in OPENERS:
        return True
    stop = STOP.search(gap)
    if stop is None:
        return bool(QUOTED.search(gap))
    if (
        gap[0] == "."
        and "." not in gap[1:]
        and (len(before.key) == 1 or before.key in ABBREVIATED)
        and gap.count("\n") < 2
    ):
        return False
    return gap[-1:].isspace() or gap[-1:] in "\"“«'‘([" or gap == "."


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
        if self._lexicon.country(key.title()) is not None:
            return "land"
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
