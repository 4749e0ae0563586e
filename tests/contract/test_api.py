"""The Python interface: its names, and what it promises besides what the command line shows."""

from datetime import date
from pathlib import Path

import pytest

import firsthand
from firsthand import api
from firsthand.engine.days import days
from firsthand.errors import NothingToRead, UnknownIncident, UsageError
from firsthand.model.base import digest
from firsthand.model.report import Refusal
from tests import factories

FIRST = "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor")
SECOND = "2024-03-06 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 6)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, text in enumerate((FIRST, SECOND, "")):
        (folder / f"{number}.txt").write_text(text)
    return folder


@pytest.fixture
def record(reports: Path, tmp_path: Path) -> Path:
    api.build([reports], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    return tmp_path / "r.db"


def test_the_names_are_pinned() -> None:
    assert firsthand.__all__ == [
        "FirsthandError", "RecordView", "Summary", "audit", "audit_results", "build",
        "decide_place", "decide_weights", "doubts", "explain", "export",
        "extract", "frame", "judge", "learn", "open_record", "read", "review", "undo",
    ]  # fmt: skip
    for name in firsthand.__all__:
        assert getattr(firsthand, name).__doc__
    with pytest.raises(AttributeError, match="no attribute"):
        getattr(firsthand, "guess")  # noqa: B009 - a name that is not there


def test_the_names_stay_functions_once_rooms_of_the_same_name_were_entered() -> None:
    import firsthand.extract
    import firsthand.read

    assert firsthand.extract is api.extract
    assert firsthand.read is api.read


def test_read_gives_reports_and_refusals(reports: Path) -> None:
    found = list(api.read([reports], read_on=date(2025, 1, 1)))
    assert [type(item).__name__ for item in found] == ["Report", "Report", "Refusal"]
    assert isinstance(found[2], Refusal)
    with pytest.raises(NothingToRead):
        list(api.read([_empty(reports)]))


def _empty(reports: Path) -> Path:
    folder = reports / "nothing"
    folder.mkdir()
    return folder


def test_a_single_path_is_not_taken_for_a_list_of_letters(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="list"):
        api.build("reports", tmp_path / "r.db")
    with pytest.raises(UsageError, match="without must be a list"):
        api.build([tmp_path], tmp_path / "r.db", without="goats")


def test_an_incident_answers_to_its_id_to_its_beginning_and_to_every_id_it_had(record: Path) -> None:
    with api.open_record(record) as view:
        for incident in view.folded.incidents:
            mentions = [mention for telling in incident.tellings for mention in telling.mentions]
            for name in (incident.id, incident.id[4:], incident.id[:12], *(digest("inc", m) for m in mentions)):
                assert view.incident(name) == incident
        for wrong in ("inc_", "zzzz", ""):
            with pytest.raises(UnknownIncident):
                view.incident(wrong)


def test_a_view_gives_the_text_behind_every_quote(record: Path) -> None:
    with api.open_record(record) as view:
        assert view.claims
        for stated in view.claims.values():
            span = stated.claim.span
            assert view.text(stated.claim.report)[span.start : span.end] == span.quote
        with pytest.raises(UsageError):
            view.text("rpt_0")


def test_a_build_tells_its_progress_stage_by_stage(reports: Path, tmp_path: Path) -> None:
    ticks: list[api.Tick] = []
    summary = api.build(
        [reports], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM, progress=ticks.append
    )  # fmt: skip
    assert list(dict.fromkeys(tick.stage for tick in ticks)) == ["read", "extract", "conclude"]
    assert (summary.read, summary.refused, summary.reports, summary.changed) == (2, 1, 2, summary.incidents)
    for stage in summary.stages:
        assert stage.taken == stage.given + stage.refused


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-12-08", date(2024, 12, 8), date(2024, 12, 8)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)), ("2024-11/2024-12-03", date(2024, 11, 1), date(2024, 12, 3)),
        ("../2024", date.min, date(2024, 12, 31)), ("2024-06-01/", date(2024, 6, 1), date.max),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(words: str, first: date, last: date) -> None:
    assert days(words) == (first, last)


@pytest.mark.parametrize("words", ["Tuesday", "2024-13", "2024-02-30", "2025/2024", "24", "2024-1-1"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        days(words)
