"""Weapons and platforms with their classes."""

import pytest

from firsthand.extract.weapons import find_weapons
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.parser import Parser


def found(parser: Parser, lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    doc = next(parser.pipe([text]))
    return [(w.entity, w.wclass) for w in find_weapons(doc, lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two B-52s and an A-10 bombed the camp.", [("B-52", "aircraft"), ("A-10", "aircraft")]),
        ("An MQ-9 Reaper drone was shot down.", [("MQ-9 Reaper", "drone")]),
        ("A Su-24 fired a Kh-101.", [("Su-24", "aircraft"), ("Kh-101", "missile")]),
        ("Fighters used RPG-7s and AK-47s.", [("RPG-7", "grenade"), ("AK-47", "firearm")]),
        ("A T-72 tank and a BMP-2 burned.", [("T-72", "tank"), ("BMP-2", "tank")]),
        ("Some 40 Shahed-136 drones flew in.", [("Shahed-136", "drone")]),
        ("A car bomb killed two, an IED three.", [("car bomb", "vehicle bomb"), ("IED", "ied")]),
        ("Mortar shells and rockets fell on the market.", [("mortar shell", "mortar"), ("rocket", "rocket")]),
        ("They threw rocket-propelled grenades.", [("rocket-propelled grenade", "grenade")]),
        ("The police seized machetes and knives.", [("machete", "blade"), ("knife", "blade")]),
        ("Chlorine gas was used in the attack.", [("chlorine gas", "chemical")]),
    ],
)  # fmt: skip
def test_weapon(parser: Parser, lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(parser, lexicon, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The road M4 was closed on Monday.",
        "M23 rebels left the town.",
        "The G7 met on Friday, and the G20 later.",
        "The house is mine, said the farmer.",
        "He was in charge of the club.",
    ],
)
def test_no_weapon(parser: Parser, lexicon: Lexicon, text: str) -> None:
    assert found(parser, lexicon, text) == []


@pytest.mark.parametrize(
    ("words", "wclass"),
    [
        ("MQ-9s", "drone"),
        ("a series of car bombs", "vehicle bomb"),
        ("heavy machine guns", "firearm"),
        ("Black Hawk helicopters", "helicopter"),
        ("artillery", "artillery"),
        ("roadside bomb", "ied"),
        ("air strikes", "aircraft"),
        ("landmines", "mine"),
        ("a sandwich", None),
        ("", None),
    ],
)  # fmt: skip
def test_class_of_words(lexicon: Lexicon, words: str, wclass: str | None) -> None:
    assert lexicon.weapon_class(words) == wclass
