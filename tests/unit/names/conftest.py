"""A parser and the lexicon, opened once."""

import pytest

from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.open()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.open()
