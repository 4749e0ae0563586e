"""What each rule of extraction does, in a sentence: for whoever traces a value to what made it."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

import msgspec

from firsthand.errors import SetupError
from firsthand.model.derivation import Rule

UNKNOWN = (
    "No sentence is known for it: another version of the program made this value, or an extractor that was plugged in."
)


MODEL = "model:"
"""How the name of a language model begins where a claim says what made it."""
PROPOSED = (
    "The language model that proposed this, and after @ the version of the words that ask it; see the rule beside it."
)


class Rules:
    """Sentences by the name that claims and mentions bear in `by`."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = dict(sentences)

    @classmethod
    def open(cls) -> "Rules":
        """Those that come with the program. Errors: SetupError for a file that is not as it should be."""
        raw = files("firsthand").joinpath("data/rules.toml").read_text(encoding="utf-8")
        try:
            rooms = msgspec.convert(tomllib.loads(raw), dict[str, dict[str, str]])
        except (msgspec.ValidationError, tomllib.TOMLDecodeError) as e:
            raise SetupError(f"rules.toml cannot be used: {e}") from e
        return cls({f"{room}.{rule}": what for room, rules in rooms.items() for rule, what in rules.items()})

    @property
    def names(self) -> frozenset[str]:
        """Every rule that has its sentence."""
        return frozenset(self._sentences)

    def __getitem__(self, name: str) -> str:
        """What a rule does; for one that is not known, that it is not."""
        if name.startswith(MODEL):
            return PROPOSED
        return self._sentences.get(name, UNKNOWN)

    def explain(self, by: str) -> tuple[Rule, ...]:
        """The rules named in a `by`, which may hold several with spaces between, each with its sentence."""
        return tuple(Rule(name=name, what=self[name]) for name in by.split())
