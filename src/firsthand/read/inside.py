"""The process that unwraps: frames of jobs on standard input, frames of answers on standard output. See `child`."""

import os
import resource
import signal
import struct
import sys
from typing import BinaryIO

import msgspec

from firsthand.errors import ReaderFailed
from firsthand.read.formats import unwrap
from firsthand.read.page import Answer, Flaw, Job

LENGTH = struct.Struct(">I")
WRITES = 4096
"""Bytes a file that it may write: it has nothing to write, but libraries try whether they could (tempfile)."""


def main() -> None:
    """Answer until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle: it ends this by closing the pipe
    answers = os.fdopen(os.dup(1), "wb", closefd=True)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - what a library prints must not get among the answers
        os.dup2(nowhere.fileno(), 1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITES, WRITES))
    decoder, encoder = msgspec.msgpack.Decoder(Job), msgspec.msgpack.Encoder()
    while (frame := _frame(sys.stdin.buffer)) is not None:
        job = decoder.decode(frame)
        _ceilings(job)
        answers.write(_framed(encoder.encode(_answer(job))))
        answers.flush()


def _answer(job: Job) -> Answer:
    try:
        return unwrap(job)
    except MemoryError:
        return Answer(flaws=(Flaw(code=ReaderFailed.code, reason="unwrapping it needs more memory than it may have"),))
    except Exception as e:  # noqa: BLE001 - hostile bytes: whatever a parser raises over them is a refusal
        return Answer(flaws=(Flaw(code=ReaderFailed.code, reason=f"it could not be unwrapped: {type(e).__name__}"),))


def _ceilings(job: Job) -> None:
    """Memory for the whole process, and seconds of work for this job on top of what was used before."""
    _lower(resource.RLIMIT_AS, job.limits.memory_bytes)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + job.limits.seconds) + 1)


def _lower(which: int, ceiling: int) -> None:
    """Set the soft limit, as far as the hard one allows."""
    hard = resource.getrlimit(which)[1]
    resource.setrlimit(which, (ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard), hard))


def _frame(stream: BinaryIO) -> bytes | None:
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else None


def _framed(body: bytes) -> bytes:
    return LENGTH.pack(len(body)) + body


if __name__ == "__main__":
    main()
