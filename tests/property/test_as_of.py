"""A record as of a day is the record that only the reports published by then would have made."""

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand import api
from firsthand.engine.as_of import by_then
from firsthand.model.folded import ReportEntry
from firsthand.model.when import TimeSpan
from tests import factories

ROOT = Path(__file__).resolve().parents[2]
SAYINGS = st.builds(
    factories.sentence,
    actor=st.sampled_from(["Northmen", "Hillmen"]),
    verb=st.sampled_from(["shelled", "ambushed"]),
    place=st.sampled_from(["Oldford", "Newbridge"]),
    day=st.sampled_from(["2024-03-04", "2024-03-05"]),
    killed=st.integers(0, 9),
    voice=st.sampled_from([None, "Hill Monitor", "Plain Wire"]),
)
DAYS = ("2024-03-05", "2024-03-06", "2024-03-08", "2024-04-02")
DATED = st.tuples(st.sampled_from(DAYS), st.lists(SAYINGS, min_size=1, max_size=3))


def made(folder: Path, texts: dict[str, str]) -> Path:
    """A record of these reports, by name."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    record = folder.with_suffix(".db")
    api.build([folder], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    return record


def exported(record: Path, as_of: str | None = None) -> tuple[dict[str, Any], bytes]:
    """The export as JSON without its day, and as a table without its last column."""
    with api.open_record(record, as_of=as_of) as view:
        body = json.loads(api.export(view))
        rows = b"\n".join(line.rpartition(b",")[0] for line in api.export(view, "csv").splitlines())
    del body["as_of"]
    return body, rows


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=st.lists(DATED, min_size=1, max_size=5), day=st.sampled_from(DAYS))
def test_as_of_a_day_is_a_record_of_the_reports_of_that_day_and_before(
    told: list[tuple[str, list[str]]], day: str
) -> None:
    texts = {f"{i}.txt": f"{head} {' '.join(sayings)}\n" for i, (head, sayings) in enumerate(told)}
    known = {name: text for name, text in texts.items() if text[:10] <= day}
    with tempfile.TemporaryDirectory() as name:
        record = made(Path(name) / "all", texts)
        if known:
            assert exported(record, day) == exported(made(Path(name) / "known", known))
        with api.open_record(record, as_of=day) as view:
            assert view.folded.as_of is not None
            assert {one for entry in view.reports.values() for one in entry.names} == set(known)
            assert view.folded.as_of.later == len({text for text in texts.values() if text[:10] > day})
            assert view.folded.as_of.unknown == 0


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=st.lists(st.tuples(st.sampled_from((*DAYS, "")), st.lists(SAYINGS, max_size=3)), min_size=1, max_size=6))
def test_as_of_the_day_of_reading_is_all_of_it_and_nothing_is_written(told: list[tuple[str, list[str]]]) -> None:
    texts = {f"{i}.txt": f"{head} {' '.join(sayings)}\n" for i, (head, sayings) in enumerate(told)}
    with tempfile.TemporaryDirectory() as name:
        record = made(Path(name) / "all", {**texts, "empty.txt": "", "dated.txt": "2024-03-05 Rain.\n"})
        before = record.read_bytes()
        assert exported(record, factories.READ_ON.isoformat()) == exported(record)
        for day in (*DAYS, "2024"):
            exported(record, day)
        assert record.read_bytes() == before


def test_as_of_with_the_real_kit(tmp_path: Path) -> None:
    read_on, files = date(2026, 3, 1), sorted((ROOT / "samples/reports").iterdir())
    api.build(files, tmp_path / "all.db", read_on=read_on)
    with api.open_record(tmp_path / "all.db") as view:
        days = {e.name: e.published.latest for e in view.dates() if e.published.basis == "stated"}
    last = sorted(str(day) for day in days.values())[len(days) // 2]
    for name, known in (("stated", set(days)), ("known", {one for one in days if str(days[one]) <= last})):
        api.build([f for f in files if f.name in known], tmp_path / f"{name}.db", read_on=read_on)
    assert exported(tmp_path / "stated.db", last) == exported(tmp_path / "known.db") != exported(tmp_path / "stated.db")


@pytest.mark.parametrize(
    ("earliest", "latest", "known"),
    [
        ("2024-03-05", "2024-03-05", True),
        ("2024-03-06", "2024-03-06", True),
        ("2024-03-07", "2024-03-07", False),
        ("2024-03-05", "2024-03-07", False),
        (None, "2024-03-06", True),
        ("2024-03-05", None, False),
        (None, None, False),
    ],
)
def test_a_report_is_in_only_where_it_certainly_had_appeared(
    earliest: str | None, latest: str | None, known: bool
) -> None:
    ends = [date.fromisoformat(words) if words else None for words in (earliest, latest)]
    entry = ReportEntry(
        id="rpt_0", name="a", names=("a",), published=TimeSpan(earliest=ends[0], latest=ends[1], basis="inferred")
    )
    assert by_then(entry, factories.READ_ON, date(2024, 3, 6)) == known
    assert by_then(entry, date(2024, 3, 6), date(2024, 3, 6)), "what was read on that day had appeared"
    assert not by_then(None, factories.READ_ON, date(2024, 3, 6))
