"""Words that stand for someone without a name."""

import pytest

from firsthand.extract.names import find_names
from firsthand.extract.names_described import find_described
from firsthand.model.extraction import Name
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser


def described(parser: Parser, lexicon: Lexicon, text: str) -> tuple[Name, ...]:
    doc = next(parser.pipe([text]))
    names = find_names(doc, lexicon, text=text)
    found = find_described(doc, lexicon, names, text=text)
    assert all(n.described and n.span.holds_in(text) for n in found)
    assert {(n.span.start, n.span.end) for n in found}.isdisjoint((m.span.start, m.span.end) for m in names)
    return found


def test_a_state_that_acts_is_an_actor_and_one_that_lies_there_is_not(parser: Parser, lexicon: Lexicon) -> None:
    found = described(parser, lexicon, "Norway condemned the attack. Two farmers died in Norway.")
    assert [(n.span.start, n.entity, n.country) for n in found if n.entity == "Norway"] == [(0, "Norway", "NO")]


def test_bodies_by_what_they_are(parser: Parser, lexicon: Lexicon) -> None:
    found = described(parser, lexicon, "The security forces shelled the town, and the regime blamed its allies.")
    assert [(n.span.quote, n.type) for n in found if not n.plain] == [
        ("The security forces", "group"), ("the regime", "group"), ("its allies", "group"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "who", ["three gunmen", "the guerrillas", "two armed men", "people", "a nurse", "four soldiers"]
)
def test_plain_people_are_no_name(parser: Parser, lexicon: Lexicon, who: str) -> None:
    found = described(parser, lexicon, f"On Monday {who} went to the market.")
    assert [(n.span.quote, n.plain) for n in found] == [(who, True)]


def test_the_group_is_the_armed_group_named_before(parser: Parser, lexicon: Lexicon) -> None:
    found = described(parser, lexicon, "Boko Haram raided a village on Monday, Reuters said. The group burned houses.")
    assert ("The group", "Boko Haram") in [(n.span.quote, n.entity) for n in found]


def test_the_group_stays_open_where_no_armed_group_was_named(parser: Parser, lexicon: Lexicon) -> None:
    found = described(parser, lexicon, "Reuters and the BBC told of a raid. The group burned houses.")
    assert [n.entity for n in found if n.span.quote == "The group"] == ["group"]


def test_he_is_the_last_person_named(parser: Parser, lexicon: Lexicon) -> None:
    found = described(parser, lexicon, "Gen. Tobin Harkness came on Tuesday. Later he met the troops.")
    assert ("he", "Tobin Harkness") in [(n.span.quote, n.entity) for n in found]


def test_he_stays_open_without_a_person(parser: Parser, lexicon: Lexicon) -> None:
    assert not [n for n in described(parser, lexicon, "Later he met the troops.") if n.span.quote == "he"]


def test_i_inside_a_quotation_is_the_speaker_and_we_the_body_spoken_for(parser: Parser, lexicon: Lexicon) -> None:
    text = "“We will stay and I promise it,” said General Tobin Harkness, U.S. Central Command chief, on Monday."
    found = {n.span.quote: n.entity for n in described(parser, lexicon, text)}
    assert found["We"] == "US Central Command"
    assert found["I"] == "Tobin Harkness"


def test_we_stays_open_where_no_body_is_named(parser: Parser, lexicon: Lexicon) -> None:
    found = described(parser, lexicon, "“We will not allow it,” said General Tobin Harkness on Monday.")
    assert "We" not in [n.span.quote for n in found]


def test_peoples(parser: Parser, lexicon: Lexicon) -> None:
    found = described(parser, lexicon, "Thirty Kenyans fled, and the Turks stayed.")
    assert {("Kenyans", "KE"), ("Turks", "TR")} <= {(n.entity, n.country) for n in found}
