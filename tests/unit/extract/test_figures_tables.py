"""Standing figures of invented sentences: what is counted, where, how many; and sentences that hold none."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from firsthand.model.extraction import Figure
from tests.unit.extract.conftest import Read

CASES: list[dict[str, Any]] = [
    case
    for path in sorted((Path(__file__).parent / "tables").glob("figures_?.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def plain(words: str | None) -> str:
    """In small letters, without marks on them."""
    letters = unicodedata.normalize("NFD", words or "")
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def fits(figure: Figure, wanted: list[Any]) -> bool:
    number, what, where = wanted
    told = figure.number if figure.number is not None else figure.low
    somewhere = plain(where) in plain(figure.where) if where else figure.where is None
    return bool(told == number and plain(what) in plain(figure.what) and somewhere)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, id=c["text"], marks=pytest.mark.xfail(strict=True, reason=c["missed"]) if "missed" in c else ())
        for c in CASES
    ],
)
def test_a_sentence_holds_the_figures_it_should(case: dict[str, Any], read: Read) -> None:
    found = read(case["text"]).figures
    assert len(found) == len(case["wanted"]), found
    assert all(any(fits(figure, wanted) for figure in found) for wanted in case["wanted"]), found


def test_a_figure_has_its_voice_and_its_day(read: Read) -> None:
    (one,) = read(
        "2025-05-09\n\nAs of 2 May, some 4,000 detainees were held in Hasakah, the Plains Monitor said."
    ).figures
    assert one.voice.speaker == "Plains Monitor"
    assert one.when is not None
    assert one.when.span.quote == "2 May"


def test_what_a_number_was_raised_to_is_of_the_day_of_the_report(read: Read) -> None:
    (one,) = read("2025-05-09\n\nThe number of French soldiers in Chad was raised from 400 to 900 in March.").figures
    assert (one.number, one.changed, one.when) == (900, True, None)
