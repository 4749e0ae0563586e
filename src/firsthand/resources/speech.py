"""Words of saying: verbs, nouns and adjectives with the stance they take."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Literal

import msgspec

from firsthand.errors import SetupError
from firsthand.model.base import Record, sha256
from firsthand.model.voice import Stance

Takes = Literal[
    "clause", "quotation", "nominal", "infinitive", "addressee", "gerund", "accusation", "prepositional", "naming",
    "raising",
]  # fmt: skip


class Verbs(Record, frozen=True, kw_only=True):
    """Verbs of one stance that take the same kinds of content. `reports`: whether they vouch that the content happened."""

    stance: Stance
    takes: tuple[Takes, ...]
    words: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    reports: bool = True


class Words(Record, frozen=True, kw_only=True):
    """A list of words. `spokesmen`: those among them that speak for a body and never for themselves."""

    words: tuple[str, ...]
    spokesmen: tuple[str, ...] = ()


class Figures(Record, frozen=True, kw_only=True):
    """Words of those who count: verbs, what is counted, and the nouns of "by its own count" with their stance."""

    counts: tuple[str, ...]
    gives: tuple[str, ...]
    tolls: tuple[str, ...]
    counted: tuple[str, ...]
    accounts: dict[Stance, tuple[str, ...]]


class SpeechFile(Record, frozen=True, kw_only=True):
    """A speech.toml."""

    verbs: tuple[Verbs, ...]
    nouns: dict[Stance, tuple[str, ...]]
    adjectives: dict[Stance, tuple[str, ...]]
    documents: Words
    officials: Words
    generic: Words
    figures: Figures


class Verb(Record, frozen=True, kw_only=True):
    """A verb of saying. `takes`: all kinds of content it can have; `attitude`: those in which it does not vouch for it."""

    stance: Stance
    takes: frozenset[Takes]
    attitude: frozenset[Takes] = frozenset()
    prepositions: frozenset[str] = frozenset()


class Speech:
    """The words of saying, by lemma in lower case."""

    def __init__(self, file: SpeechFile, digest: str) -> None:
        self.digest = digest
        self.verbs: Mapping[str, Verb] = _verbs(file.verbs)
        self.nouns: Mapping[str, Stance] = {w: stance for stance, words in file.nouns.items() for w in words}
        self.adjectives: Mapping[str, Stance] = {w: stance for stance, words in file.adjectives.items() for w in words}
        self.documents = frozenset(file.documents.words)
        self.officials = frozenset(file.officials.words)
        self.spokesmen = frozenset(file.officials.spokesmen)
        self.generic = frozenset(file.generic.words)
        self.counts, self.gives = frozenset(file.figures.counts), frozenset(file.figures.gives)
        self.tolls, self.counted = frozenset(file.figures.tolls), frozenset(file.figures.counted)
        self.accounts: Mapping[str, Stance] = {
            w: stance for stance, words in file.figures.accounts.items() for w in words
        }

    @classmethod
    def open(cls) -> "Speech":
        """The words that come with the program. Errors: SetupError for a file that is not as it should be."""
        raw = files("firsthand").joinpath("data/lexicons/speech.toml").read_bytes()
        try:
            file = msgspec.convert(tomllib.loads(raw.decode()), SpeechFile)
        except (msgspec.ValidationError, tomllib.TOMLDecodeError) as e:
            raise SetupError(f"speech.toml cannot be used: {e}") from e
        return cls(file, sha256(raw))


def _verbs(groups: tuple[Verbs, ...]) -> dict[str, Verb]:
    """One entry a verb: the first stance that is given holds, what it takes adds up."""
    found: dict[str, Verb] = {}
    for group in groups:
        takes = frozenset(group.takes)
        for word in group.words:
            old = found.get(word) or Verb(stance=group.stance, takes=frozenset())
            found[word] = Verb(
                stance=old.stance,
                takes=old.takes | takes,
                attitude=old.attitude | (frozenset() if group.reports else takes - old.takes),
                prepositions=old.prepositions | frozenset(group.prepositions),
            )
    return found
