"""Faults that come from beside: killed children, kills at any time, torn journals, two runs at once."""

import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from tools.faults.trial import Ended, Trial, ended

FRAME = 4096 + 24
"""Bytes of a page in the journal."""

Tried = tuple[str, list[str]]
"""How a trial ended, and what did not hold."""


def at_any_time(trial: Trial, chance: random.Random) -> Tried:
    """The run is killed at a random time, wherever it is."""
    folder = trial.fresh("timed")
    process = trial.started(folder)
    time.sleep(chance.uniform(0.3, 4.0))
    process.send_signal(signal.SIGKILL)
    done = ended(process)
    return _status(done), trial.faults(done, folder)


def a_child(trial: Trial, chance: random.Random) -> Tried:
    """One of its processes, the one that unwraps files or one that extracts, is killed; the run has to end well."""
    folder = trial.fresh("childless")
    process = trial.started(folder)
    running = psutil.Process(process.pid)
    which = "nobody was there"
    for _ in range(600):
        children = _children(running)
        if children:
            time.sleep(chance.uniform(0.0, 1.0))
            children = _children(running) or children
            child = chance.choice(children)
            try:
                which = "worker" if any("engine.worker" in word for word in child.cmdline()) else "reader"
                child.kill()
            except psutil.NoSuchProcess:
                which = "it had ended"
            break
        time.sleep(0.01)
    done = ended(process)
    wrong = [] if done.status in (0, 3) else [f"the run ended with {done}"]
    return f"{which}, {_status(done)}", wrong + trial.faults(done, folder)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children())
    except psutil.NoSuchProcess:
        return []


def torn(trial: Trial, chance: random.Random) -> Tried:
    """The run is killed, and then the last page of its journal is cut off or turns to noise."""
    folder = trial.fresh("torn")
    moment = chance.choice([one for one in trial.moments if one.file == "r.db-wal"])
    done = trial.run(folder, FAULT_AT=str(moment.number), FAULT_HOW="kill")
    journal = folder / "r.db-wal"
    if not journal.exists() or journal.stat().st_size < 2 * FRAME:
        return "no journal yet", trial.faults(done, folder)
    body = bytearray(journal.read_bytes())
    if chance.random() < 0.5:
        del body[-chance.randint(1, FRAME) :]
        how = "cut"
    else:
        body[-FRAME:] = chance.randbytes(FRAME)
        how = "noise"
    journal.write_bytes(body)
    return how, trial.faults(done, folder, lost=True)


def two_at_once(trial: Trial, chance: random.Random) -> Tried:
    """Two runs on one record: one of them is turned away, or comes after the other."""
    folder = trial.fresh("two")
    one = trial.started(folder)
    time.sleep(chance.uniform(0.0, 1.5))
    other = trial.started(folder)
    both = (ended(one), ended(other))
    wrong = [] if sorted({(done.status, done.error) for done in both})[0][0] == 0 else [f"none ended well: {both}"]
    wrong += [str(done) for done in both if (done.status, done.error) not in ((0, ""), (3, "E203"))]
    joined = Ended(0, both[0].committed + both[1].committed, "")
    return " and ".join(sorted(_status(done) for done in both)), wrong + trial.faults(joined, folder)


def at_moments(trial: Trial, how: str, count: int, chance: random.Random) -> Iterator[tuple[str, Tried]]:
    """So many moments of every sort in turn (call and file), each with this fault."""
    sorts: dict[tuple[str, str], list[int]] = {}
    for one in trial.moments:
        sorts.setdefault((one.what, one.file if one.file.startswith("r.db") else "other"), []).append(one.number)
    for numbers in sorts.values():
        chance.shuffle(numbers)
    order = [(sort, numbers[turn]) for turn in range(count) for sort, numbers in sorts.items() if turn < len(numbers)]
    for (what, file), number in order[:count]:
        folder = trial.fresh("moment")
        done = trial.run(folder, FAULT_AT=str(number), FAULT_HOW=how, FAULT_SEED=str(chance.randrange(1000)))
        wrong = list(_answered(how, done))
        yield f"{what} {file} #{number}", (_status(done), wrong + trial.faults(done, folder))


def _answered(how: str, done: Ended) -> Iterator[str]:
    """A kill kills; where the disk is full or fails, the run ends well or names an error of ours."""
    if how in ("kill", "half", "power"):
        if done.status not in (-signal.SIGKILL, 0):
            yield f"it ended with {done}"
    elif done.status not in (0, 3) or (done.status == 3 and done.error not in ("E205", "E104", "E204")):
        yield f"it ended with {done}"


def _status(done: Ended) -> str:
    return {0: "done", -9: "killed"}.get(done.status, done.error[-60:] or str(done.status))


BESIDE: dict[str, Callable[[Trial, random.Random], Tried]] = {
    "any time": at_any_time,
    "a child killed": a_child,
    "torn journal": torn,
    "two at once": two_at_once,
}
"""What may happen from beside, by name."""


def home(folder: Path) -> Path:
    """A place for trials, empty."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
