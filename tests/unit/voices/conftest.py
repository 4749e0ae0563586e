"""What the voices need, opened once."""

from collections.abc import Callable

import pytest

from firsthand.extract.names import find_names
from firsthand.extract.quotations import find_quotations
from firsthand.extract.voices import find_attributions
from firsthand.model.voice import Attribution
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser
from firsthand.resources.speech import Speech

Hear = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.fixture(scope="session")
def hear(lexicon: Lexicon) -> Hear:
    """Text -> attributions, with the names and quotations of the text."""
    parser, speech = Parser.open(), Speech.open()

    def listen(text: str) -> tuple[Attribution, ...]:
        doc = next(iter(parser.pipe([text])))
        names = find_names(doc, lexicon, text=text)
        return find_attributions(doc, find_quotations(text), names, lexicon, speech, text)

    return listen
