"""The parser and the gazetteer, opened once."""

from collections.abc import Callable

import pytest

from firsthand.extract.places import find_places
from firsthand.model.place import PlaceName
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.parser import Parser

Find = Callable[[str], dict[str, PlaceName]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.open()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def find(parser: Parser, gazetteer: Gazetteer) -> Find:
    """Places of a text by their words; of words that stand twice, the first."""

    def places(text: str) -> dict[str, PlaceName]:
        found = find_places(next(iter(parser.pipe([text]))), gazetteer, (), text=text)
        for p in found:
            assert p.span.holds_in(text)
            assert p.area.holds_in(text)
            assert p.area.start <= p.span.start
            assert p.span.end <= p.area.end
        out: dict[str, PlaceName] = {}
        for p in found:
            out.setdefault(p.span.quote, p)
        return out

    return places
