"""The parent's side of the process that unwraps: one process for many files, killed and started anew where it hangs."""

import contextlib
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

import msgspec

from firsthand.errors import ReaderFailed, TooSlow
from firsthand.read.inside import LENGTH
from firsthand.read.page import Answer, Flaw, Job

START_SECONDS = 20.0
"""More patience with the first job of a process, which waits for its libraries to load."""

BROKEN = Answer(flaws=(Flaw(code=ReaderFailed.code, reason="the process that unwraps files broke on it"),))


class Child:
    """Unwraps jobs in a process of its own. Whatever a file does to that process, the answer is an Answer."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Answer)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, what: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def unwrap(self, job: Job) -> Answer:
        """What is in the job's bytes; a flaw where the process took too long over them, or broke twice.

        Once may be the doing of something else: a machine without memory left ends processes that did nothing.
        """
        return self._unwrapped(job) or self._unwrapped(job) or BROKEN

    def _unwrapped(self, job: Job) -> Answer | None:
        """One try; None where the process broke."""
        fresh = self._process is None
        process = self._process or self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(job.limits.seconds + (START_SECONDS if fresh else 0.0), stop)
        watch.daemon = True
        watch.start()
        try:
            return self._asked(process, self._encoder.encode(job))
        except (OSError, EOFError, msgspec.DecodeError):
            self.close()
            if late.is_set():
                slow = f"unwrapping it took longer than {job.limits.seconds:g} seconds"
                return Answer(flaws=(Flaw(code=TooSlow.code, reason=slow),))
            return None
        except BaseException:
            self.close()  # Ctrl-C between question and answer: the pipe is of no more use
            raise
        finally:
            watch.cancel()

    def close(self) -> None:
        """End the process, at once if need be. It is started again by the next job."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()  # it holds nothing that could be lost
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        # -P: the folder one happens to stand in is no place to import from, least of all among hostile files.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "firsthand.read.inside"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        return self._process

    def _asked(self, process: subprocess.Popen[bytes], body: bytes) -> Answer:
        """Errors: OSError, EOFError where the process is gone."""
        if process.stdin is None or process.stdout is None:
            raise EOFError
        process.stdin.write(LENGTH.pack(len(body)) + body)
        process.stdin.flush()
        head = process.stdout.read(LENGTH.size)
        if len(head) < LENGTH.size:
            raise EOFError
        size = LENGTH.unpack(head)[0]
        answer = process.stdout.read(size)
        if len(answer) < size:
            raise EOFError
        return self._decoder.decode(answer)
