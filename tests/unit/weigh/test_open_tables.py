"""What invented sentences leave open, and what invented later reports do to it, from their text to the record."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from firsthand.engine.conclusions import Grounds
from firsthand.model.base import sha256
from firsthand.model.incident import OpenQuestion
from firsthand.model.report import Report
from firsthand.pipeline import conclude, extract_all
from firsthand.resources.kit import Kit
from firsthand.weigh.open_cues import left_open

TABLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "tables").glob("open_?.toml"))
}
SENTENCES = [
    (sentence, about) for table in TABLES.values() for about, found in table["sentences"].items() for sentence in found
]
MISSED = [(s, about) for table in TABLES.values() for about, found in table.get("missed", {}).items() for s in found]
PAIRS = [(name, number) for name, table in TABLES.items() for number in range(len(table.get("pair", ())))]
FIRST = "2025-03-12\nA bomb exploded at a bus station in Kutum on Tuesday, 11 March 2025, wounding a driver. {}\n"
LATER = (
    "2025-03-15\nThe bomb that exploded at the bus station in Kutum on Tuesday, 11 March 2025, tore off its roof. {}\n"
)


@pytest.mark.parametrize(("sentence", "about"), SENTENCES)
def test_a_sentence_leaves_open_what_it_should(sentence: str, about: str) -> None:
    assert (left_open(sentence) or "none") == about


@pytest.mark.xfail(strict=True, reason="nothing in the words says that somebody is looked for")
@pytest.mark.parametrize(("sentence", "about"), MISSED)
def test_what_is_not_reached(sentence: str, about: str) -> None:
    assert left_open(sentence) == about


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit.open()


@pytest.fixture(scope="module")
def grounds() -> Grounds:
    return Grounds.open()


def asked(pair: Mapping[str, str], kit: Kit, grounds: Grounds) -> list[OpenQuestion]:
    """What the first report of a pair leaves open."""
    told = [
        Report(
            sha256=sha256(text.encode()), text=text, names=(name,), media_type="text/plain", read_on=date(2026, 1, 1),
            language="en",
        )
        for name, text in (("first", FIRST.format(pair["first"])), ("later", LATER.format(pair["later"])))
    ]  # fmt: skip
    said = {extraction.report: extraction for extraction in extract_all(told, kit)}
    folded = conclude(
        told, said, (), (), kinds=grounds.kinds, weights=grounds.weights, lexicon=grounds.lexicon, model="made up"
    )
    return [one for incident in folded.incidents for one in incident.open if one.report == told[0].id]


@pytest.mark.parametrize(("table", "number"), PAIRS)
def test_a_later_report_settles_what_it_should(table: str, number: int, kit: Kit, grounds: Grounds) -> None:
    pair = TABLES[table]["pair"][number]
    found = [one for one in asked(pair, kit, grounds) if one.about == pair["about"]]
    assert found, "nothing is left open"
    assert [one.settled for one in found] == [pair["settled"]]
