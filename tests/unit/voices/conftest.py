"""What the voices need, opened once."""

from collections.abc import Callable

import pytest

from firsthand.extract.names import find_names
from firsthand.extract.quotations import find_quotations
from firsthand.extract.voices import find_attributions, speakers_of
from firsthand.extract.voices_quotes_names import without_names
from firsthand.model.voice import Attribution, Quotation
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser
from firsthand.resources.speech import Speech

Hear = Callable[[str], tuple[Attribution, ...]]
Quote = Callable[[str], tuple[tuple[Attribution, ...], tuple[Quotation, ...]]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.fixture(scope="session")
def quote(lexicon: Lexicon) -> Quote:
    """Text -> attributions, and quotations with their speakers."""
    parser, speech = Parser.open(), Speech.open()

    def listen(text: str) -> tuple[tuple[Attribution, ...], tuple[Quotation, ...]]:
        doc = next(iter(parser.pipe([text])))
        names = find_names(doc, lexicon, text=text)
        quotations = without_names(doc, find_quotations(text))
        found = find_attributions(doc, quotations, names, lexicon, speech, text)
        return found, speakers_of(quotations, found)

    return listen


@pytest.fixture(scope="session")
def hear(quote: Quote) -> Hear:
    """Text -> attributions, with the names and quotations of the text."""
    return lambda text: quote(text)[0]
