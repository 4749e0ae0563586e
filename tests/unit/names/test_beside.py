"""Persons whom the parser may miss, by what stands beside their names."""

import pytest

from firsthand.extract.names import find_names
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The court ruled on the murder of Ansel Quirt Pardell on Monday.", "Ansel Quirt Pardell"),
        ("Oslo, 3 May -- [TEXT] Ansel Quirt, vice president of the union, was freed.", "Ansel Quirt"),
        ("The dead were named as Ansel Quirt, 47, and a guard.", "Ansel Quirt"),
        ("It was stated by Imelda Torvash, who was kidnapped at the border.", "Imelda Torvash"),
        ("Police found the body of Spaniard Teo Marsh on Friday.", "Teo Marsh"),
    ],
)
def test_persons_by_what_stands_beside(parser: Parser, lexicon: Lexicon, text: str, person: str) -> None:
    doc = next(parser.pipe([text]))
    assert (person, "person") in [(n.span.quote, n.type) for n in find_names(doc, lexicon, text=text)]


@pytest.mark.parametrize(
    "text",
    [
        "The death of Foreign Minister came on Monday.",
        "They told of the arrest of United Nations staff.",
        "He fled Santa Cruz, a member of the league, on Monday.",
        "The capture of South Sudan was told.",
    ],
)
def test_others_are_no_persons(parser: Parser, lexicon: Lexicon, text: str) -> None:
    doc = next(parser.pipe([text]))
    assert [n.span.quote for n in find_names(doc, lexicon, text=text) if n.type == "person"] == []
