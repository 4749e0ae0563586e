"""How long linking takes for 100 further reports, and for one decision, beside many that are linked already.

.venv/bin/python tools/speed/adding.py 1000 10000 100000
"""

import argparse
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # a script sees only its own folder

from firsthand.link.accounts import accounts
from firsthand.link.index import Index
from firsthand.link.scales import counted
from firsthand.model.match import Decision
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tools.speed.linking import generated

T = TypeVar("T")
MORE = 100
HEAD = "| known tellings | incidents | all of them, s | 100 more, s | their incidents | one decision, ms | MB |"


def timed(known: int) -> str:
    """Link so many tellings, then 100 more, then decide upon two of these; as a row of a table."""
    said, dated, _ = generated(known + MORE)
    old, new = list(said)[:known], list(said)[known:]
    kinds, weights = Kinds.open(), Weights.open()
    first = _of(said, old)
    index = Index(kinds, weights, counted(accounts(first, dated, {}), first, {}, weights))
    start = time.process_time()
    index.update(first, dated, {})
    before, incidents = time.process_time(), len(index.groups)
    changed = index.update(_of(said, new), dated, {})
    after = time.process_time()
    mentions = tuple(said[key].mentions[0].id for key in new[:2])
    at = datetime(2025, 1, 1, tzinfo=UTC)
    index.update({}, {}, {}, [Decision(kind="different", mentions=mentions, by="A. Person", why="to be timed", at=at)])
    decided = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"| {known:,} | {incidents:,} | {before - start:.1f} | {after - before:.2f} | {len(changed.groups)} "
        f"| {1000 * (decided - after):.1f} | {memory:,} |"
    )


def _of(found: Mapping[str, T], keys: Sequence[str]) -> dict[str, T]:
    return {key: found[key] for key in keys}


def main() -> int:
    """Print a table, a row for each number of known tellings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("known", type=int, nargs="+")
    numbers = parser.parse_args().known
    print(HEAD + "\n" + "| ---: " * 7 + "|")
    for number in numbers:
        print(timed(number), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
