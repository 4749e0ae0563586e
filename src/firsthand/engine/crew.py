"""Extraction by this process alone or by several: in the order of the reports, whoever is faster."""

import os
import selectors
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Protocol, cast

import msgspec

from firsthand.engine.extractor import Extractor, Outcome, counted, failed, opened, outcomes
from firsthand.engine.frames import Done, Hello, Job, receive, send
from firsthand.errors import ModelStopped, SetupError
from firsthand.model.report import Report
from firsthand.resources.supplied import NOTHING, Supplied

BATCH_REPORTS = 16
BATCH_CHARACTERS = 60_000
"""A batch ends at whichever comes first: small enough to commit often, large enough to keep the parser busy."""
ASKED_REPORTS = 4
"""Reports of a batch where further extractors are asked, which may be slow."""
FEW = 40
"""So many reports are done sooner here than another process needs to start."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
PATIENCE_SECONDS = 5.0
"""How long a worker may take to end by itself."""

Batch = tuple[Report, ...]


class Crew(Protocol):
    """Whoever extracts: `digest` names the extractor, `run` answers batch after batch, in the order of the reports.

    `spent`: what extractors counted so far.
    """

    spent: Counter[str]

    @property
    def digest(self) -> str: ...

    def run(self, reports: Sequence[Report]) -> Iterator[tuple[Outcome, ...]]: ...

    def close(self) -> None: ...


def crew(where: str, *, workers: int | None, reports: int, supplied: Supplied = NOTHING) -> Crew:
    """The crew for so many reports. `workers` None: two where it pays and the machine has them."""
    if workers is None:
        workers = 1 if reports < FEW else min(2, len(os.sched_getaffinity(0)))
    size = ASKED_REPORTS if supplied.extractors else BATCH_REPORTS
    return Solo(opened(where, supplied), size) if workers <= 1 else Workers(where, workers, supplied, size)


def batches(reports: Sequence[Report], most: int = BATCH_REPORTS) -> Iterator[Batch]:
    """The reports in order, in batches of bounded number and size."""
    batch: list[Report] = []
    size = 0
    for report in reports:
        if batch and (len(batch) == most or size + len(report.text) > BATCH_CHARACTERS):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(report)
        size += len(report.text)
    if batch:
        yield tuple(batch)


class Solo:
    """This process alone."""

    def __init__(self, extractor: Extractor, size: int = BATCH_REPORTS) -> None:
        self._extractor, self._size = extractor, size
        self.spent: Counter[str] = Counter()

    @property
    def digest(self) -> str:
        """Of the extractor."""
        return self._extractor.digest

    def run(self, reports: Sequence[Report]) -> Iterator[tuple[Outcome, ...]]:
        """Extract, batch after batch."""
        for batch in batches(reports, self._size):
            done = tuple(outcomes(self._extractor, batch))
            self.spent.update(counted(self._extractor))
            yield done

    def close(self) -> None:
        """Let go of what the extractor holds, if it holds anything."""
        close = getattr(self._extractor, "close", None)
        if callable(close):
            close()


class Workers:
    """Several worker processes. One that is lost is replaced, and a report that alone ends a worker is refused."""

    def __init__(self, where: str, count: int, supplied: Supplied = NOTHING, size: int = BATCH_REPORTS) -> None:
        self._where, self._supplied, self._size = where, supplied, size
        self.spent: Counter[str] = Counter()
        self._workers: list[_Worker] = []
        try:
            self._workers = [_Worker(where, supplied) for _ in range(count)]
            digests = {worker.greeting() for worker in self._workers}
        except BaseException:
            self.close()
            raise
        if len(digests) != 1:
            self.close()
            raise SetupError("the workers do not have the same resources")
        self.digest: str = digests.pop()

    def run(self, reports: Sequence[Report]) -> Iterator[tuple[Outcome, ...]]:
        """Extract, batch after batch, in the order of the reports."""
        todo: deque[tuple[int, Batch]] = deque(enumerate(batches(reports, self._size)))
        done: dict[int, tuple[Outcome, ...]] = {}
        after, ahead = 0, 4 * len(self._workers)
        while todo or after in done or any(worker.job for worker in self._workers):
            while after in done:
                yield done.pop(after)
                after += 1
            self._hand_out(todo, after + ahead)
            for worker in self._answering():
                self._collect(worker, done)

    def _hand_out(self, todo: deque[tuple[int, Batch]], limit: int) -> None:
        """Give each idle worker the next batch, no further ahead than `limit`."""
        for place, worker in enumerate(self._workers):
            if worker.job is None and todo and todo[0][0] < limit:
                number, batch = todo.popleft()
                if not worker.take(number, batch):
                    self._workers[place] = self._replaced(worker)
                    todo.appendleft((number, batch))

    def _answering(self) -> "list[_Worker]":
        """Wait until at least one busy worker answers or is gone."""
        busy = [worker for worker in self._workers if worker.job]
        if not busy:
            return []
        with selectors.DefaultSelector() as selector:
            for worker in busy:
                selector.register(worker.answers, selectors.EVENT_READ, worker)
            return [cast("_Worker", key.data) for key, _ in selector.select()]

    def _collect(self, worker: "_Worker", done: dict[int, tuple[Outcome, ...]]) -> None:
        """Take a worker's answer; where it was lost, do its reports one by one in new ones."""
        if worker.job is None:
            return
        number, batch = worker.job
        answer = worker.answer()
        if answer is None:
            done[number] = self._one_by_one(worker, batch)
            return
        self.spent.update(answer.spent)
        done[number] = answer.outcomes

    def _one_by_one(self, lost: "_Worker", batch: Batch) -> tuple[Outcome, ...]:
        """Each report alone, so that the one which ends a worker is found and refused, and only that one."""
        place = self._workers.index(lost)
        worker = self._workers[place] = self._replaced(lost)
        found: list[Outcome] = []
        for report in batch:
            answer = worker.answer() if worker.take(0, (report,)) else None
            if answer is None:
                worker = self._workers[place] = self._replaced(worker)
                found.append(failed(report, "the process that read it was ended (out of memory?)"))
            else:
                self.spent.update(answer.spent)
                found.extend(answer.outcomes)
        return tuple(found)

    def _replaced(self, lost: "_Worker") -> "_Worker":
        """A new worker for a lost one."""
        lost.end()
        worker = _Worker(self._where, self._supplied)
        worker.greeting()
        return worker

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.dismiss()
        for worker in self._workers:
            worker.end()


class _Worker:
    """One worker process and the batch it has in hand."""

    def __init__(self, where: str, supplied: Supplied) -> None:
        root = str(Path(__file__).parents[2])
        paths = os.pathsep.join([root, *(p for p in sys.path if p)])
        # Its own process group: Ctrl-C in the terminal is for the program, which then ends its workers.
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-m", "firsthand.engine.worker", where],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": paths},
        )  # fmt: skip
        self.job: tuple[int, Batch] | None = None
        # Not as an argument: settings may be larger than one can be. Where it is gone already, its greeting tells.
        with suppress(BrokenPipeError):
            send(cast("BinaryIO", self._process.stdin), supplied)

    @property
    def answers(self) -> BinaryIO:
        """Where its answers come from."""
        return cast("BinaryIO", self._process.stdout)

    def greeting(self) -> str:
        """Wait until it is ready. Errors: SetupError where it could not start."""
        frame = receive(self.answers)
        if frame is None:
            raise SetupError("a worker process could not start", hint="Try with --workers 1 to see why.")
        hello = msgspec.msgpack.decode(frame, type=Hello)
        if hello.code:
            error = SetupError(hello.message, hint=hello.hint or None)
            error.code = hello.code
            raise error
        return hello.digest

    def take(self, number: int, batch: Batch) -> bool:
        """Hand it a batch; False where it is gone."""
        self.job = (number, batch)
        try:
            send(cast("BinaryIO", self._process.stdin), Job(reports=batch))
        except (BrokenPipeError, ValueError):
            return False
        return True

    def answer(self) -> Done | None:
        """Its answer to the batch in hand, None where it is gone. Errors: ModelStopped."""
        frame = receive(self.answers)
        self.job = None
        if frame is None:
            return None
        done = msgspec.msgpack.decode(frame, type=Done)
        if done.code is not None:
            stopped = ModelStopped(done.message, hint=done.hint)
            stopped.code = done.code
            raise stopped
        return done

    def dismiss(self) -> None:
        """Tell it that there is no more work."""
        if self.job is not None:
            self._process.terminate()
        if self._process.stdin:
            try:
                self._process.stdin.close()
            except BrokenPipeError:
                self._process.kill()

    def end(self) -> None:
        """Make sure that it has ended."""
        self.dismiss()
        try:
            self._process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.answers.close()
