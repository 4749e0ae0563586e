"""What happens to a record when the run that writes it is stopped, hindered or doubled."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand import api
from firsthand.errors import DiskFull, ExtractionFailed, RecordBusy
from tests import factories

ROOT = Path(__file__).resolve().parents[2]
BUILD = """
import sys
from firsthand import api
from tests import factories
api.build([sys.argv[1]], sys.argv[2], read_on=factories.READ_ON, extractor=sys.argv[3], workers=int(sys.argv[4]))
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(60):
        text = factories.sentence(
            "Northmen", "shelled", f"Town{chr(97 + number % 26)}", f"2024-03-{number % 28 + 1:02}", number
        )
        (folder / f"{number:02}.txt").write_text(text)
    return folder


def started(reports: Path, record: Path, extractor: str, workers: int = 1) -> "subprocess.Popen[bytes]":
    """A build in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(reports), str(record), extractor, str(workers)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, preexec_fn=heard,
    )  # fmt: skip


def heard() -> None:
    """Ctrl-C is heard, also where the tests run in the background of a shell, which has it ignored by all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def at_once(reports: Path, record: Path) -> bytes:
    """The export of an undisturbed build."""
    api.build([reports], record, read_on=factories.READ_ON, extractor=factories.SLOW)
    return api.export(record)


def settled(path: Path) -> int:
    """Wait until a file is there and has begun to grow; its size."""
    for _ in range(400):
        if path.exists() and path.stat().st_size:
            break
        time.sleep(0.01)
    return path.stat().st_size


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_build_leaves_a_whole_record_and_the_next_goes_on(
    reports: Path, tmp_path: Path, seed: int, workers: int
) -> None:
    record = tmp_path / "r.db"
    run = started(reports, record, factories.SLOW, workers)
    settled(record)
    time.sleep(random.Random(seed).uniform(0.0, 1.6))  # noqa: S311 - any moment
    run.send_signal(signal.SIGKILL)
    run.communicate()
    if record.stat().st_size > 0 and b"CREATE TABLE" in record.read_bytes():
        with api.open_record(record) as view:
            assert view.verify().fault is None
    api.build([reports], record, read_on=factories.READ_ON, extractor=factories.SLOW)
    assert api.export(record) == at_once(reports, tmp_path / "whole.db")
    with api.open_record(record) as view:
        assert view.verify().fault is None
        assert view.complete


def test_what_was_committed_before_a_kill_is_not_done_again(reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run = started(reports, record, factories.SLOW)
    for _ in range(600):
        time.sleep(0.01)
        if record.exists() and _extracted(record):
            break
    run.send_signal(signal.SIGKILL)
    run.communicate()
    done = _extracted(record)
    assert 0 < done < 60
    ticks: list[api.Tick] = []
    api.build([reports], record, read_on=factories.READ_ON, extractor=factories.SLOW, progress=ticks.append)
    assert next(tick.total for tick in ticks if tick.stage == "extract") == 60 - done


def _extracted(record: Path) -> int:
    """How many reports were extracted, as a reader beside the run sees it."""
    import sqlite3

    try:
        with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as raw:
            return int(raw.execute("SELECT count(*) FROM extraction").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_ctrl_c_ends_a_build_and_its_workers_cleanly(reports: Path, tmp_path: Path) -> None:
    for number in range(60, 600):  # many: on a busy machine the key may be pressed seconds later
        (reports / f"{number}.txt").write_text(factories.sentence("Northmen", "shelled", "Kutum", "2024-03-04", number))
    record = tmp_path / "r.db"
    run = started(reports, record, factories.SLOW, workers=2)
    settled(record)
    for _ in range(600):  # no fixed rest: a busy machine would sleep through the whole build
        time.sleep(0.01)
        if _extracted(record):
            break
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=20)
    assert run.returncode != 0
    assert b"KeyboardInterrupt" in errors
    assert not (tmp_path / "r.db-lock").exists()
    with api.open_record(record) as view:
        assert view.verify().fault is None


def test_two_builds_at_once_the_second_is_turned_away(reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run = started(reports, record, factories.SLOW)
    settled(record)
    with pytest.raises(RecordBusy):
        api.build([reports], record, read_on=factories.READ_ON, extractor=factories.SLOW)
    run.communicate()
    assert run.returncode == 0
    api.build([reports], record, read_on=factories.READ_ON, extractor=factories.SLOW)
    assert api.export(record) == at_once(reports, tmp_path / "whole.db")


def test_a_limit_on_the_files_size_is_a_full_disk(reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    (reports / "big.txt").write_text("Fog. " * 80_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, before[1]))
    try:
        with pytest.raises(DiskFull):
            api.build([reports], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    api.build([reports], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert api.export(record) == api.export(_whole(reports, tmp_path / "whole.db"))


def _whole(reports: Path, record: Path) -> Path:
    api.build([reports], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    return record


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_on_which_the_program_fails_is_refused_alone(reports: Path, tmp_path: Path, workers: int) -> None:
    (reports / "bad.txt").write_text("FAIL")
    record = tmp_path / "r.db"
    summary = api.build([reports], record, read_on=factories.READ_ON, workers=workers, extractor=factories.FRAGILE)
    assert (summary.reports, summary.failed) == (61, 1)
    extract = next(stage for stage in summary.stages if stage.stage == "extract")
    assert (extract.taken, extract.given, extract.refused) == (61, 60, 1)
    assert [refused.name for refused in summary.needs.refused] == ["bad.txt"]
    before = summary.log_head
    again = api.build([reports], record, read_on=factories.READ_ON, workers=1, extractor=factories.FRAGILE)
    assert (again.failed, again.log_head) == (1, before)


def test_a_report_that_ends_the_worker_is_refused_alone(reports: Path, tmp_path: Path) -> None:
    (reports / "bad.txt").write_text("DIE")
    summary = api.build([reports], tmp_path / "r.db", read_on=factories.READ_ON, workers=2, extractor=factories.FRAGILE)
    assert (summary.reports, summary.failed) == (61, 1)
    assert summary.incidents == 60


def test_a_claim_without_its_words_is_refused_and_counted(reports: Path, tmp_path: Path) -> None:
    (reports / "bad.txt").write_text("LIE " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4))
    summary = api.build([reports], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.FRAGILE)
    assert summary.claims_refused == 1
    claims = next(stage for stage in summary.stages if stage.stage == "claims")
    assert claims.taken == claims.given + claims.refused
    assert ExtractionFailed.code == "E301"
