"""A worker process: opens the extractor once, then answers jobs until its input ends.

Started as `python -m firsthand.engine.worker MODULE:FUNCTION`; the first frame of its input is what the user supplied. It ends
by itself when the one that started it is gone.
"""

import gc
import os
import sys
from typing import BinaryIO

import msgspec

from firsthand.engine.extractor import Extractor, counted, opened, outcomes
from firsthand.engine.frames import Done, Hello, Job, receive, send
from firsthand.errors import FirsthandError, ModelStopped
from firsthand.resources.supplied import Supplied


def serve(extractor: Extractor, jobs: BinaryIO, answers: BinaryIO) -> None:
    """Answer each job, until there are no more."""
    send(answers, Hello(digest=extractor.digest))
    while (frame := receive(jobs)) is not None:
        job = msgspec.msgpack.decode(frame, type=Job)
        try:
            done = Done(outcomes=tuple(outcomes(extractor, job.reports)), spent=counted(extractor))
        except ModelStopped as e:
            done = Done(code=e.code, message=str(e), hint=e.hint)
        send(answers, done)


def main(where: str) -> int:
    """Serve on standard input and output. What libraries print goes to standard error instead."""
    gc.set_threshold(100_000, 20, 50)  # as the command line does, which see
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        supplied = receive(sys.stdin.buffer)
        if supplied is not None:
            serve(opened(where, msgspec.msgpack.decode(supplied, type=Supplied)), sys.stdin.buffer, answers)
    except FirsthandError as e:
        send(answers, Hello(code=e.code, message=str(e), hint=e.hint))
    except BrokenPipeError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
