"""Standing figures over invented reports: which readings are of one figure, and how they go together."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from firsthand.engine.conclusions import Grounds
from firsthand.model.base import sha256
from firsthand.model.folded import Folded
from firsthand.model.report import Report
from firsthand.pipeline import conclude, extract_all
from firsthand.resources.kit import Kit

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "tables" / "figures_groups.toml").read_text(encoding="utf-8")
)["case"]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit.open()


@pytest.fixture(scope="module")
def grounds() -> Grounds:
    return Grounds.open()


def folded(told: list[tuple[str, str]], kit: Kit, grounds: Grounds) -> Folded:
    """The record of reports with their days."""
    texts = [f"{day}\n\n{words}\n" for day, words in told]
    reports = [
        Report(
            sha256=sha256(f"{number}{text}".encode()), text=text, names=(f"{number}.txt",), media_type="text/plain",
            read_on=date(2026, 1, 1), language="en",
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    said = {extraction.report: extraction for extraction in extract_all(reports, kit)}
    return conclude(
        reports, said, (), (), kinds=grounds.kinds, weights=grounds.weights, lexicon=grounds.lexicon, model="made up"
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_reports_give_the_figures_they_should(case: dict[str, Any], kit: Kit, grounds: Grounds) -> None:
    found = folded([(day, words) for day, words in case["reports"]], kit, grounds).figures
    told = sorted([[reading.number or 0 for reading in one.readings], one.kind] for one in found)
    assert told == sorted(case["wanted"])


def test_each_reading_says_who_and_in_which_words(kit: Kit, grounds: Grounds) -> None:
    told = [
        ("2025-01-05", "The US has about 900 troops in Syria, the Pentagon said."),
        ("2025-03-02", "The number of American soldiers in Syria has risen to 2,000, the Pentagon said."),
    ]
    (one,) = folded(told, kit, grounds).figures
    assert [reading.as_of for reading in one.readings] == ["2025-01-05", "2025-03-02"]
    assert [reading.sentence for reading in one.readings] == [words for _, words in told]
    assert len({reading.origin for reading in one.readings}) == 1
    (change,) = one.changes
    assert (change.kind, change.earlier, change.later) == ("update", 0, 1)
    assert all(reading.span is not None and reading.span.quote in one.why for reading in one.readings)


def test_what_it_stands_at_is_over_the_last_week_and_by_origin(kit: Kit, grounds: Grounds) -> None:
    told = [
        ("2025-01-05", "Chad hosts 300,000 refugees, the Lake Aid Council said."),
        ("2025-03-02", "Chad hosts 700,000 refugees, the Lake Aid Council said."),
        ("2025-03-04", "Chad hosts 650,000 refugees, the governor said."),
        ("2025-03-04", "Chad hosts 650,000 refugees, the Basin Monitor said."),
    ]
    (one,) = folded(told, kit, grounds).figures
    assert one.now is not None
    assert (one.now.low, one.now.best, one.now.high, one.now.as_of) == (650_000, 650_000, 700_000, "2025-03-04")
    assert one.kind == "conflict"


def test_copies_of_one_source_are_one_voice_in_what_it_stands_at(kit: Kit, grounds: Grounds) -> None:
    same = "Chad hosts 700,000 refugees, the Lake Aid Council said."
    told = [
        ("2025-03-02", same),
        ("2025-03-03", same),
        ("2025-03-04", "Chad hosts 650,000 refugees, the governor said."),
    ]
    (one,) = folded(told, kit, grounds).figures
    assert one.now is not None
    assert one.now.best == 650_000
