"""A scenario in a folder of its own, one fault in it, and what is looked at afterwards."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from firsthand import api
from firsthand.errors import FirsthandError, NotARecord
from tests import factories
from tools.faults import driver
from tools.faults.driver import carried_out

ROOT = Path(__file__).resolve().parents[2]
SHIM = Path(__file__).with_name("shim.c")
KINDS = ("kill", "half", "power", "full", "eio")


class Moment(NamedTuple):
    """A call that touches the disk: its number from 1, what it does, and to which file."""

    number: int
    what: str
    file: str


class Ended(NamedTuple):
    """How a run ended: its exit status, the heads of the log it told, and the code of its error."""

    status: int
    committed: tuple[tuple[int, str], ...]
    error: str


def shim(folder: Path) -> Path | None:
    """The library that makes the faults; None where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    library = folder / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SHIM), "-ldl"], check=True)
    return library


class Trial:
    """A scenario: how its folder looks before, and what an undisturbed run leaves there."""

    def __init__(self, scenario: str, home: Path, library: Path, *, reports: int = 90) -> None:
        self.scenario, self.home, self.library = scenario, home / scenario, library
        self.before, self.after = self.home / "before", self.home / "after"
        self._prepare(reports)
        shutil.copytree(self.before, self.after)
        carried_out(scenario, self.after)
        self.said = api.export(self.after / "r.db")
        self.names = {path.name for path in self.after.iterdir()}
        self.moments = self._moments()

    def _prepare(self, reports: int) -> None:
        """The folder as the run finds it."""
        folder = self.before / "reports"
        folder.mkdir(parents=True)
        record = self.before / "r.db"
        if self.scenario == "migrate":
            import gzip

            kept = ROOT / "tests/unit/store/records/format-1.db.gz"
            record.write_bytes(gzip.decompress(kept.read_bytes()))
            return
        if self.scenario not in ("build", "workers"):
            _write(folder, range(20))
            carried_out("build", self.before)
        if self.scenario != "decide":
            _write(folder, range(20, reports))
        if self.scenario == "export":
            (self.before / "out.json").write_text("the one of yesterday")

    def _moments(self) -> list[Moment]:
        """All moments of an undisturbed run."""
        folder = self.fresh("count")
        log = self.home / "moments"
        ended = self.run(folder, FAULT_LOG=str(log))
        if ended.status != 0:
            raise RuntimeError(f"{self.scenario}: an undisturbed run ends with {ended}")
        shutil.rmtree(folder)
        return [Moment(int(n), what, name) for n, what, name in map(str.split, log.read_text().splitlines())]

    def fresh(self, name: str) -> Path:
        """A copy of the folder for one run."""
        folder = self.home / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.before, folder)
        return folder

    def started(self, folder: Path, **fault: str) -> "subprocess.Popen[bytes]":
        """The run, under way."""
        return subprocess.Popen(
            [sys.executable, "-m", "tools.faults.driver", self.scenario, str(folder)], cwd=ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={
                **os.environ, "PYTHONPATH": f"{ROOT}/src:{ROOT}", "PYTHONWARNINGS": "ignore",
                "LD_PRELOAD": str(self.library),
                "FAULT_DIR": str(folder.resolve()), **fault,
            },
        )  # fmt: skip

    def run(self, folder: Path, **fault: str) -> Ended:
        """The run, to its end: in a fork where the library is in this process already, which spares it to load everything."""
        if os.environ.get("LD_PRELOAD") != str(self.library):
            return ended(self.started(folder, **fault))
        out, into = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(into, 1)
            os.environ.update(FAULT_DIR=str(folder.resolve()), **fault)
            status = 1
            with suppress(BaseException):
                status = driver.main(self.scenario, str(folder))
            os._exit(status)
        os.close(into)
        with os.fdopen(out, "rb") as told:
            said = told.read()
        return _told(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said, "")

    def faults(self, ended_: Ended, folder: Path, *, lost: bool = False) -> list[str]:
        """What does not hold after a fault and after the next run. `lost`: the disk itself lost what was committed last."""
        found = self._unsound(ended_, folder)
        found += [] if lost else self._lost(ended_, folder)
        carried_out(self.scenario, folder)
        with api.open_record(folder / "r.db") as view:
            fault = view.verify().fault
            if fault is not None:
                found.append(f"after the next run: {fault}")
            if not view.complete:
                found.append("after the next run the record is not complete")
        if api.export(folder / "r.db") != self.said:
            found.append("after the next run the export is another one")
        names = {path.name for path in folder.iterdir()}
        if {name for name in names - self.names if not name.endswith(".part")}:
            found.append(f"left behind: {sorted(names - self.names)}")
        return found

    def _lost(self, ended_: Ended, folder: Path) -> list[str]:
        """What was committed and is not in the record."""
        if not ended_.committed:
            return []
        with closing(sqlite3.connect(folder / "r.db")) as raw:
            rows = dict(raw.execute("SELECT seq, hash FROM log"))
        return [f"line {seq} was committed and is gone" for seq, head in ended_.committed if rows.get(seq) != head]

    def _unsound(self, ended_: Ended, folder: Path) -> list[str]:
        """What is half done, as somebody sees it who opens the record right after."""
        out = folder / "out.json"
        if self.scenario == "export" and out.read_bytes() not in (b"the one of yesterday", self.said):
            return ["half an export"]
        if not (folder / "r.db").exists() and not ended_.committed:
            return []
        try:
            with api.open_record(folder / "r.db") as view:
                fault = view.verify().fault
                return [f"right after: {fault}"] if fault else []
        except NotARecord:
            return [] if not ended_.committed else ["the record is empty"]
        except FirsthandError as e:
            return [f"right after: {e.code} {e}"]


def ended(process: "subprocess.Popen[bytes]") -> Ended:
    """Wait for a run and take down what it told."""
    said, errors = process.communicate()
    return _told(process.returncode, said, errors.decode()[-300:])


def _told(status: int, said: bytes, errors: str) -> Ended:
    words = [line.split() for line in said.decode().splitlines()]
    heads = tuple((int(w[1]), w[2]) for w in words if w[:1] == ["committed"] and len(w) == 3)
    error = next((w[1] for w in words if w[:1] == ["error"]), "")
    return Ended(status, heads, error or errors)


def _write(folder: Path, numbers: range) -> None:
    """Reports of the idiom, by number: some towns are told of often, so that there is something to conclude."""
    for number in numbers:
        day = f"2024-03-{number % 9 + 1:02}"
        text = factories.sentence(
            "Northmen", "shelled", f"Town{chr(97 + number % 26)}", day, number, f"Voice{number % 7}"
        )
        (folder / f"{number:03}.txt").write_text(f"2024-03-{number % 9 + 11} {text}")
