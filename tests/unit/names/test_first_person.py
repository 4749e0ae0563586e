"""Whom "we", "our" and "I" stand for: who is quoted, whose statement it is, which one body issues the text. All invented."""

from collections.abc import Callable

import pytest

from firsthand.extract.names import find_names
from firsthand.extract.names_described import find_described
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser

Find = Callable[[str], dict[str, str]]


@pytest.fixture
def described(parser: Parser, lexicon: Lexicon) -> Find:
    def find(text: str) -> dict[str, str]:
        doc = next(parser.pipe([text]))
        names = find_names(doc, lexicon, text=text)
        return {n.span.quote: n.entity for n in find_described(doc, lexicon, names, text=text)}

    return find


def test_we_on_a_letterhead_is_the_body(described: Find) -> None:
    found = described(
        "MINISTRY OF DEFENCE\nPress Release No. 4\n\nOur forces struck a camp on Monday. We lost two men."
    )
    assert (found["Our forces"], found["We"]) == ("Ministry of Defence", "Ministry of Defence")


def test_we_in_a_statement_by_a_group(described: Find) -> None:
    found = described("Statement by the Kadu Liberation Front\n\nOur fighters struck a post. We killed three soldiers.")
    assert (found["Our fighters"], found["We"]) == ("Kadu Liberation Front", "Kadu Liberation Front")


def test_two_letterheads_are_nobody(described: Find) -> None:
    found = described("HILL RIGHTS MONITOR\nDELTA TIMES\n\nWe spoke to ten people in the town on Monday.")
    assert "We" not in found


def test_we_outside_quotations_of_a_news_report_is_nobody(described: Find) -> None:
    found = described("The army killed ten people on Monday, residents said. We could not verify that.")
    assert "We" not in found


def test_a_statement_after_said_and_a_colon(described: Find) -> None:
    found = described("The Minister for Sava, Odile Varga, said:\n\nI condemn this attack and I mourn the dead.")
    assert found["I"] == "Odile Varga"


def test_we_of_a_commander_is_the_command(described: Find) -> None:
    found = described('"We lost nobody," said General Tobin Harkness, commander of Northern Command, on Monday.')
    assert found["We"] == "Northern Command"
