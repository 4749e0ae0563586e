"""How much memory building a record takes, stage by stage, over more and more made-up short reports.

    .venv/bin/python tools/memory.py 5000 10000 20000
    .venv/bin/python tools/memory.py 20000 --without-concluding

Each number of reports is measured in a process of its own: the largest the process was by the end of each stage, in MB, above
what it was before it began. Extraction is that of the tests, by a pattern: what a parser needs does not grow with the reports.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand.engine import local  # noqa: E402
from firsthand.engine.crew import crew  # noqa: E402
from firsthand.engine.progress import silent  # noqa: E402
from firsthand.read import read_paths  # noqa: E402
from firsthand.resources.supplied import NOTHING  # noqa: E402
from firsthand.store.reports import reports  # noqa: E402
from firsthand.store.sqlite import Store  # noqa: E402
from tests import factories  # noqa: E402

STAGES = ("read", "extract", "conclude")
DAYS, TOWNS = 28, 400


def lines(number: int) -> Iterator[str]:
    """So many short reports as JSON Lines, a few of an incident."""
    for n in range(number):
        event = n // 3
        town = "T" + "".join(chr(97 + event // 26**k % 26) for k in range(3))
        said = factories.sentence(
            ("Northmen", "Hillmen")[event % 2], "shelled", town, f"2024-03-{event % DAYS + 1:02}", event % 90
        )
        rest = " ".join(f"word{(n * 7919 + k * 104729) % 50_000}" for k in range(150))
        text = f"2024-04-{n % DAYS + 1:02} {said} {rest}."
        yield json.dumps({"text": text}) + "\n"


def largest() -> float:
    """Megabytes that the process had at its largest so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def measured(number: int, folder: Path, stages: int) -> dict[str, float]:
    """Megabytes by stage, above what was there before."""
    path = folder / "reports.jsonl"
    with path.open("w") as file:
        file.writelines(lines(number))
    found: dict[str, float] = {"reports": number}
    with Store.create(folder / "r.db", program="memory") as store:
        hands = crew(factories.IDIOM, workers=1, reports=number)
        run = local.Run(store, datetime.now(UTC))
        before, begin = largest(), time.monotonic()
        local.intake(store, run, read_paths([path], read_on=date(2025, 1, 1)), silent)
        found |= {"read": largest() - before, "read_s": time.monotonic() - begin}
        begin = time.monotonic()
        local.extract_missing(store, run, hands, silent)
        found |= {"extract": largest() - before, "extract_s": time.monotonic() - begin}
        if stages > 2:
            begin = time.monotonic()
            local.conclude_all(store, run, hands.digest, list(reports(store)), silent, NOTHING)
            found |= {"conclude": largest() - before, "conclude_s": time.monotonic() - begin}
    return found


def apart(number: int, *options: str) -> dict[str, float]:
    """Measure in a process of its own, so that its memory is its own."""
    command = [sys.executable, str(Path(__file__).resolve()), str(number), "--row", *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> int:
    """Exit status: 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", type=int, nargs="+", help="how many reports")
    parser.add_argument("--without-concluding", action="store_true")
    parser.add_argument("--row", action="store_true", help="print one measurement of the first number as JSON")
    args = parser.parse_args()
    stages = STAGES[: 2 if args.without_concluding else 3]
    if args.row:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measured(args.numbers[0], Path(folder), len(stages))))
        return 0
    print(f"{'reports':>8} " + " ".join(f"{f'{stage}, MB':>13} {'s':>7}" for stage in stages))
    for number in args.numbers:
        row = apart(number, *(["--without-concluding"] if args.without_concluding else []))
        print(
            f"{number:8,} " + " ".join(f"{row[stage]:13.1f} {row[f'{stage}_s']:7.1f}" for stage in stages), flush=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
