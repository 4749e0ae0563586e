"""How long it takes to conclude a record from all its reports, stage by stage, over more and more made-up reports.

Seconds are of the processor, for one process; extraction is not part of it. Each row is measured in a process of its own.

  tools/speed/concluding.py                    500, 1,000, 2,000 and 4,000 reports (two minutes)
  tools/speed/concluding.py --write            write docs/reference/concluding-speed.md
"""

import argparse
import json
import os
import platform
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand import pipeline  # noqa: E402
from firsthand.resources.kinds import Kinds  # noqa: E402
from firsthand.resources.lexicon import Lexicon  # noqa: E402
from firsthand.resources.weights import Weights  # noqa: E402
from tools.speed.records import generated  # noqa: E402

NUMBERS = (500, 1_000, 2_000, 4_000)
STAGES = {
    "trace": "lineage", "with_recalled": "recalled", "likely_pairs": "likely pairs", "date_all": "dates", "link": "links",
    "weigh": "weighing", "fold": "record",
}  # fmt: skip
"""Functions of the pipeline, and what the page calls them."""
PAGE = ROOT / "docs/reference/concluding-speed.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
Row = Mapping[str, float]
P = ParamSpec("P")
T = TypeVar("T")


def measured(number: int) -> dict[str, float]:
    """Seconds of each stage over so many reports, of all, how many incidents they are, and MB of the process at its largest."""
    made = list(generated(number))
    kinds, weights, lexicon = Kinds.open(), Weights.open(), Lexicon.open()
    took = dict.fromkeys(STAGES, 0.0)
    before = {name: getattr(pipeline, name) for name in STAGES}
    for name, stage in before.items():
        setattr(pipeline, name, _timed(name, stage, took))
    begin = time.process_time()
    try:
        folded = pipeline.conclude(
            [one.report for one in made], {one.report.id: one.extraction for one in made}, (), (),
            kinds=kinds, weights=weights, lexicon=lexicon, model="speed",
        )  # fmt: skip
    finally:
        for name, stage in before.items():
            setattr(pipeline, name, stage)
    seconds = time.process_time() - begin
    size = len(msgspec.json.encode(folded)) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return {
        "reports": number,
        "incidents": len(folded.incidents),
        **took,
        "all": seconds,
        "size": size,
        "memory": memory,
    }


def _timed(name: str, stage: Callable[P, T], took: dict[str, float]) -> Callable[P, T]:
    """A stage that adds what it takes."""

    def run(*args: P.args, **more: P.kwargs) -> T:
        begin = time.process_time()
        found = stage(*args, **more)
        took[name] += time.process_time() - begin
        return found

    return run


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown: seconds, then milliseconds a report, which stay the same where cost is linear."""
    head = ["reports", "incidents", *STAGES.values(), "all, s", "MB of record", "MB"]
    lines = [f"| {' | '.join(head)} |", "| ---: " * len(head) + "|"]
    for row in rows:
        times = [f"{row[name]:.2f}" for name in (*STAGES, "all")]
        lines.append(
            f"| {row['reports']:,} | {row['incidents']:,} | {' | '.join(times)} | {row['size']:.1f} | {row['memory']:,.0f} |"
        )
    head = ["reports", *(f"{name}, ms a report" for name in STAGES.values()), "all, ms a report"]
    lines += ["", f"| {' | '.join(head)} |", "| ---: " * len(head) + "|"]
    for row in rows:
        each = [f"{1000 * row[name] / row['reports']:.2f}" for name in (*STAGES, "all")]
        lines.append(f"| {row['reports']:,} | {' | '.join(each)} |")
    return "\n".join(lines)


def apart(number: int) -> dict[str, float]:
    """Measure in a process of its own, so that its memory is its own."""
    command = [sys.executable, str(Path(__file__).resolve()), str(number), "--row"]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def write(body: str, busy: float) -> None:
    """Put the tables into the page. `busy`: processes that waited for a core, on average."""
    when, where = datetime.now(UTC).date().isoformat(), f"{os.cpu_count()} cores, Python {platform.python_version()}"
    note = f", which {busy:.0f} other processes shared" if busy >= 1 else ""
    section = f"{BEGIN}\n\nMeasured on {when} ({where}{note}). Give or take 30 %.\n\n{body}\n\n{END}"
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: section, text, flags=re.DOTALL), encoding="utf-8")


def main() -> int:
    """Exit status: 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", type=int, nargs="*", default=NUMBERS, help="how many reports")
    parser.add_argument("--write", action="store_true", help="write the page")
    parser.add_argument("--row", action="store_true", help="print one measurement of the first number as JSON")
    args = parser.parse_args()
    if args.row:
        print(json.dumps(measured(args.numbers[0])))
        return 0
    body = table([apart(number) for number in args.numbers])
    print(body)
    if args.write:
        write(body, os.getloadavg()[2] - 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
