"""The record of the sample reports: what it must never get wrong, and how much of it must be right."""

import html
import json
import re
from datetime import date
from pathlib import Path

import pytest

import firsthand
from tools.samples_match import Json, Names
from tools.samples_score import ALWAYS, Fact, facts, share

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "samples" / "reports"
# The reports are of 2024 to 2026; the day of reading bounds from above when the undated ones appeared.
READ_ON = date(2026, 6, 30)


@pytest.fixture(scope="module")
def expected() -> Json:
    """What a careful human coder would put on record."""
    answers: Json = json.loads((ROOT / "samples" / "expected.json").read_text(encoding="utf-8"))
    return answers


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """The samples, built and exported through the Python interface."""
    out = tmp_path_factory.mktemp("samples") / "record.db"
    firsthand.build([REPORTS], out=out, read_on=READ_ON)
    exported: Json = json.loads(firsthand.export(out, format="json"))
    return exported


@pytest.fixture(scope="module")
def rows(record: Json, expected: Json) -> list[Fact]:
    """Every expected fact, and whether it holds."""
    return facts(record, expected)


def test_promises_hold(rows: list[Fact]) -> None:
    broken = [what for what, holds in rows if what.startswith(ALWAYS) and not holds]
    assert not broken, "\n".join(broken)


def test_share_of_facts_is_at_least_the_floor(rows: list[Fact]) -> None:
    floor = json.loads((Path(__file__).parent / "floor.json").read_text(encoding="utf-8"))["share"]
    missed = [what for what, holds in rows if not holds]
    assert share(rows) >= floor, f"{share(rows):.3f} is under the floor of {floor}; missed:\n" + "\n".join(missed)


def test_every_report_is_read(record: Json, expected: Json) -> None:
    names_of = Names(record)
    read = {names_of(r["name"]) for r in record["reports"] if not r.get("refused")}
    assert read == set(expected["reports"])


def visible(path: Path) -> str:
    """The words of a file as a reader sees them, white space folded."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        lines = [json.loads(line) for line in text.splitlines()]
        text = "\n".join(f"{line['title']}\n{line['text']}" for line in lines)
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^<>]{1,2000}>", " ", text))
    return " ".join(text.split())


def test_every_quote_stands_in_its_report(record: Json) -> None:
    """Exactly at its span in plain text; somewhere among the words in formats that are unwrapped first."""
    assert record["claims"]
    for claim in record["claims"]:
        span, name = claim["span"], Names(record)(claim["report"]).split("#")[0]
        path = REPORTS / name
        if path.suffix == ".txt":
            assert path.read_text(encoding="utf-8")[span["start"] : span["end"]] == span["quote"], claim["id"]
        else:
            assert " ".join(span["quote"].split()) in visible(path), claim["id"]


def test_the_corrupted_copy_is_no_witness(record: Json) -> None:
    """The aggregator rewords one statement: whatever it tells goes back to somebody else."""
    names_of = Names(record)
    copy = "sample-05-rewoven-times.txt"
    for incident in record["incidents"]:
        if copy in names_of.told(incident):
            origins = [o["name"].casefold() for o in incident["origins"]]
            assert not any("rewoven" in name for name in origins), origins
