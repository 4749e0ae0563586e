"""Rare places that the parser takes for persons. Real places; what happens there is invented."""

import pytest

from firsthand.extract.names import find_names
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed on Sunday in the towns of Kashmor and Sebba, officials said.",
        "Aid convoys have access to eastern Talaigua Nuevo again.",
        "Brigades are training in preparation for the Tassara offensive.",
        "The army claims full control of Talaigua Nuevo, but this is a hollow victory.",
    ],
)
def test_what_the_words_around_it_call_a_place_is_no_person(text: str, parser: Parser, lexicon: Lexicon) -> None:
    found = find_names(next(parser.pipe([text])), lexicon, text=text)
    assert [name.span.quote for name in found if name.type == "person"] == []


def test_persons_stay_persons(parser: Parser, lexicon: Lexicon) -> None:
    text = "The killing of Halima Barishu shocked many. Relatives of Oumar Tassadi spoke, and Sani Tukurbe wept."
    found = find_names(next(parser.pipe([text])), lexicon, text=text)
    persons = [name.entity for name in found if name.type == "person"]
    assert persons == ["Halima Barishu", "Oumar Tassadi", "Sani Tukurbe"]
