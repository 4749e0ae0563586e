"""Kills runs of the program, takes their power, fills and breaks their disks, and looks whether the record survives it.

    .venv/bin/python tools/kills.py --moments 200
    .venv/bin/python tools/kills.py --only decide --moments 20

Kills, halves of writes and power cuts are spread over every sort of call that touches the disk (write, truncate, fsync, rename,
unlink; database, journal, output), in six scenarios. After each, what was committed must be there, nothing half-written may be
seen, and the next run must end with the export of an undisturbed one. Needs a C compiler. Exit code 1 where something does not
hold. docs/explanation/what-survives.md tells what it is about.
"""

import argparse
import os
import random
import sys
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.faults.driver import SCENARIOS
from tools.faults.others import BESIDE, Tried, at_moments, home
from tools.faults.trial import KINDS, Trial, shim

SHARES = {"build": 8, "add": 5, "workers": 3, "decide": 4, "migrate": 3, "export": 2}
"""How often each scenario comes among the moments."""
WORST = ("kill", "half", "power")
"""Faults that end the run there and then; `--moments` counts these."""


class Tally:
    """What was tried and how it ended; a line is printed for each."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, bool]] = Counter()
        self._began = time.monotonic()

    def take(self, scenario: str, fault: str, at: str, tried: Tried) -> None:
        """Count one trial and print it."""
        outcome, wrong = tried
        self.counts[scenario, fault, not wrong] += 1
        print(f"{scenario:8} {fault:14} {at:28} {outcome:30} {'; '.join(wrong) or 'holds'}", flush=True)

    @property
    def failed(self) -> int:
        """Trials in which something did not hold."""
        return sum(count for (*_, holds), count in self.counts.items() if not holds)

    def print(self) -> None:
        """The counts."""
        print(f"\n{'scenario':9} {'fault':15} holds  fails")
        for scenario, fault in sorted({key[:2] for key in self.counts}):
            print(
                f"{scenario:9} {fault:15} {self.counts[scenario, fault, True]:5} {self.counts[scenario, fault, False]:6}"
            )
        total = sum(self.counts.values())
        worst = sum(count for (_, fault, _), count in self.counts.items() if fault in WORST)
        print(f"{worst} kills, halves and power cuts at chosen calls; {total - worst} other faults")
        took = time.monotonic() - self._began
        print(f"{total} trials, {total - self.failed} hold, {self.failed} faults, {took:.0f} s")


def main() -> int:
    """Try, print a line a trial and the counts at the end."""
    asked = _asked()
    folder = asked.folder.resolve()
    library = folder / "shim.so"
    if os.environ.get("LD_PRELOAD") != str(library):
        if shim(home(folder)) is None:
            sys.exit("There is no C compiler (cc).")
        # This program again, with the library in it: a fork of it is a run that needs not load everything first.
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "LD_PRELOAD": str(library)})  # noqa: S606
    warnings.simplefilter("ignore")
    chance, tally = random.Random(asked.seed), Tally()  # noqa: S311 - the same trials each time
    scenarios = asked.only or list(SCENARIOS)
    weight = sum(SHARES[name] for name in scenarios)
    for scenario in scenarios:
        _tried(Trial(scenario, folder, library), SHARES[scenario] / weight, asked, tally, chance)
    tally.print()
    return 1 if tally.failed else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=200, help="kills, halves and power cuts in all (default 200)")
    parser.add_argument("--others", type=int, default=20, help="of each other fault (default 20)")
    parser.add_argument("--only", choices=SCENARIOS, action="append", help="only this scenario")
    parser.add_argument("--how", choices=KINDS, action="append", help="only this fault at a moment")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--folder", type=Path, default=Path("build/kills"))
    return parser.parse_args()


def _tried(trial: Trial, share: float, asked: argparse.Namespace, tally: Tally, chance: random.Random) -> None:
    """All faults in one scenario. `share`: its part of all trials."""
    for how in asked.how or KINDS:
        often = asked.moments / len(WORST) if how in WORST else asked.others
        for at, tried in at_moments(trial, how, max(1, round(often * share)), chance):
            tally.take(trial.scenario, how, at, tried)
    for name, fault in BESIDE.items() if trial.scenario in ("build", "workers") else ():
        for _ in range(asked.others // 2):
            try:
                tally.take(trial.scenario, name, "", fault(trial, chance))
            except Exception:  # noqa: BLE001 - told, and the next is tried
                tally.take(trial.scenario, name, "", ("", [traceback.format_exc()[-300:]]))


if __name__ == "__main__":
    sys.exit(main())
