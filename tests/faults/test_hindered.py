"""What stands in the way of a run, file by file: disks that are full, halves of commits, clocks, children that die."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from firsthand import api
from firsthand.cli.main import app
from firsthand.engine import local
from firsthand.errors import ClockSetBack
from firsthand.read.child import Child
from firsthand.store.reports import reports
from firsthand.store.sqlite import Store
from tests import factories

ROOT = Path(__file__).resolve().parents[2]
SAID = "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(SAID)
    api.build([reports], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    return tmp_path / "r.db"


@contextmanager
def at_most(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("command", [["export"], ["export", "--format", "csv"], ["page"]])
def test_a_disk_that_fills_up_leaves_the_output_that_was_there(
    record: Path, tmp_path: Path, command: list[str]
) -> None:
    out = tmp_path / "out"
    out.write_text("the one of yesterday")
    with at_most(100):
        result = CliRunner().invoke(app, [*command, str(record), "--out", str(out)])
    assert result.exit_code == 1
    assert "E104" in result.stderr
    assert out.read_text() == "the one of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "r.db", "reports"]
    out.chmod(0o640)
    assert CliRunner().invoke(app, [*command, str(record), "--out", str(out)]).exit_code == 0
    assert out.stat().st_mode & 0o777 == 0o640


def test_an_output_may_be_a_link_or_a_pipe(record: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real.json")
    assert CliRunner().invoke(app, ["export", str(record), "--out", str(tmp_path / "link")]).exit_code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == api.export(record)
    assert CliRunner().invoke(app, ["export", str(record), "--out", "/dev/null"]).exit_code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("command", [["export"], ["incidents"], ["decisions", "--json"]])
def test_a_full_disk_behind_standard_output_is_an_error(record: Path, command: list[str]) -> None:
    asked = [command[0], str(record), *command[1:]]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "firsthand", *asked], stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT
        )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"error E104: the output could not be written" in done.stderr


HALF = """
import os, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size = 1")
raw.execute("BEGIN")
raw.execute("UPDATE claim SET body = x'00'")
raw.execute("CREATE TABLE filling (x)")
raw.executemany("INSERT INTO filling VALUES (?)", ((number,) for number in range(20000)))
os.kill(os.getpid(), 9)
"""


def test_a_reader_undoes_the_half_of_a_commit_that_a_killed_run_left(record: Path) -> None:
    said = api.export(record)
    subprocess.run([sys.executable, "-c", HALF, str(record)], check=False)
    assert record.with_name("r.db-journal").exists()
    assert api.export(record) == said
    with api.open_record(record) as view:
        assert view.verify().fault is None
    assert not record.with_name("r.db-journal").exists()


def test_a_clock_that_was_set_back_dates_no_report(record: Path, tmp_path: Path) -> None:
    said = api.export(record)

    def built(now: datetime, read_on: date | None = None) -> bytes:
        local.build([tmp_path / "reports"], record, read_on=read_on, now=now, extractor=factories.IDIOM)
        return api.export(record)

    with pytest.warns(ClockSetBack, match="1970-01-01"):
        again = built(datetime(1970, 1, 1, tzinfo=UTC))
    assert again == said
    assert built(datetime(1970, 1, 1, tzinfo=UTC), factories.READ_ON) == said  # whoever gives a day is believed
    (tmp_path / "reports/b.txt").write_text(factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2))
    with pytest.warns(ClockSetBack):
        built(datetime(1970, 1, 2, tzinfo=UTC))
    with api.open_record(record) as view:
        assert view.verify().fault is None
    with Store.open(record) as store:
        days = {stored.report.read_on for stored in reports(store)}
    assert min(days) == factories.READ_ON


def test_a_reader_process_that_something_else_ends_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ended: list[int] = []
    asked = Child._asked

    def shot(self: Child, process: "subprocess.Popen[bytes]", body: bytes) -> object:
        if not ended:
            ended.append(process.pid)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        return asked(self, process, body)

    monkeypatch.setattr(Child, "_asked", shot)
    (tmp_path / "a.txt").write_text(SAID)
    [report] = api.read([tmp_path])
    assert ended
    assert isinstance(report, api.Report)


def test_a_refusal_of_a_dying_machine_is_gone_once_the_file_was_read(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reports"
    (folder / "b.txt").write_text(factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2))
    (folder / "c.jsonl").write_text('{"text": "Fog."}\n{"text": "Rain."}\n')
    (folder / "d.json").write_text('[{"text": "Hail."}, {"text": "Snow."}]')
    (folder / "e.txt").write_text(" ")
    with monkeypatch.context() as patched:
        patched.setattr(Child, "_unwrapped", lambda *_: None)
        summary = api.build([folder], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert summary.refused == 6
    api.build([folder], record, read_on=factories.READ_ON, extractor=factories.IDIOM)
    api.build([folder], tmp_path / "whole.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert api.export(record) == api.export(tmp_path / "whole.db")
    with api.open_record(record) as view:
        assert view.report("b.txt").refused == ()


def test_a_decision_and_a_review_are_turned_away_while_a_build_writes(record: Path) -> None:
    before = record.read_bytes()
    with Store.create(record, program="a build"):
        for command in (
            ["decide", str(record), "place", "Oldford", "none", "--by", "N", "--why", "y"],
            ["review", str(record), "--by", "N"],
            ["build", str(record.parent / "reports"), "--out", str(record)],
        ):
            result = CliRunner().invoke(app, command)
            assert (result.exit_code, "E203" in result.stderr) == (1, True), result.stderr
        assert CliRunner().invoke(app, ["incidents", str(record)]).exit_code == 0
    assert len(record.read_bytes()) == len(before)


def bound_by_rights() -> None:
    """Let the rights on files hold for root too, in the process that is about to start."""
    if os.geteuid() == 0:
        import ctypes

        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def test_who_may_only_read_reads_and_is_told_why_nothing_is_written(record: Path, tmp_path: Path) -> None:
    said = api.export(record)
    paths = (record, tmp_path)
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)

    def asked(*arguments: str | Path) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "firsthand", *map(str, arguments)], capture_output=True, check=False, cwd=ROOT,
            preexec_fn=bound_by_rights,
        )  # fmt: skip

    try:
        assert asked("export", record).stdout == said
        assert asked("verify", record).returncode == 0
        for done in (
            asked("build", tmp_path / "reports", "--out", record),
            asked("export", record, "--out", tmp_path / "new.json"),
        ):
            assert (done.returncode, done.stderr[:7], b"Traceback" in done.stderr) == (1, b"error E", False)
    finally:
        for path in paths:
            path.chmod(0o755)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.db", "reports"]
