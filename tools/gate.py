"""The accuracy gate: no figure that was reached may be lost.

Runs the program on the sets beside the repository (../shared), scores what it says, and compares each measure with
the floor pinned in tests/gate/floors.json. Fails on a loss beyond the stated bound, on anything said without its
words, and on texts or measuring scripts that are not those of the pin. Where ../shared is absent it says so and passes,
but in CI it fails.

  tools/gate.py                     the quick part: the five reports, the cases, the first reports of each set
  tools/gate.py --full              everything, and dating by stripping (half an hour on two idle cores)
  tools/gate.py --only isaf,gva     some sets
  tools/gate.py --update            pin what was gained
  tools/gate.py --update --allow-regression --reason "why"   lower a floor; the reason is kept
  tools/gate.py --update --repin --reason "why"              pin anew after the texts or scripts changed
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from tools.measuring.corpus import Corpus  # noqa: E402
from tools.measuring.floors import Floors, RefusedError, Row, shown  # noqa: E402
from tools.measuring.runs import Bench, Outcome, RunError, measure  # noqa: E402
from tools.measuring.sets import HEADLINE, MeasuredSet  # noqa: E402

BAD = ("loss", "gone", "changed")


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The options, checked."""
    parser = argparse.ArgumentParser(
        prog="tools/gate.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--full", action="store_true", help="every report of every set, with floors of its own")
    parser.add_argument("--only", metavar="NAME[,NAME]", default="", help="only these sets")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="sets at a time (each runs on all cores)")
    parser.add_argument("--update", action="store_true", help="pin gains and new measures")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors that were lost")
    parser.add_argument("--repin", action="store_true", help="with --update: pin anew where texts or scripts changed")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why a floor is lowered or pinned anew; kept")
    parser.add_argument("--program", type=Path, default=ROOT / ".venv/bin/firsthand", metavar="FILE")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--floors", type=Path, default=ROOT / "tests/gate/floors.json", metavar="FILE")
    parser.add_argument("--out", type=Path, default=ROOT / "build/gate", metavar="DIR", help="where it writes")
    args = parser.parse_args(argv)
    if (args.allow_regression or args.repin) and not (args.update and args.reason.strip()):
        parser.error("--allow-regression and --repin need --update and --reason TEXT")
    if args.jobs < 1:
        parser.error("--jobs is at least 1")
    return args


def absent(shared: Path, environment: Mapping[str, str]) -> int:
    """What to say and return where there is nothing to measure on: that is a fault in CI only."""
    print(f"gate: {shared.name}/ is not beside the repository, so accuracy was not measured")
    if environment.get("CI"):
        print("gate: FAILED: in CI it must be there")
        return 1
    return 0


def chosen(corpus: Corpus, only: str) -> list[MeasuredSet]:
    """The sets to measure, in order. Raises RunError for a name that is none."""
    every = corpus.sets()
    wanted = [name.strip() for name in only.split(",") if name.strip()]
    unknown = set(wanted) - {measured.name for measured in every}
    if unknown:
        raise RunError(f"no set {', '.join(sorted(unknown))}; there are {', '.join(m.name for m in every)}")
    return [measured for measured in every if not wanted or measured.name in wanted]


def measured_one(bench: Bench, measured: MeasuredSet) -> Outcome | None:
    """Measure a set and say so in a line; None where it failed."""
    try:
        outcome = measure(bench, measured)
    except (RunError, OSError, ValueError, KeyError) as error:
        print(f"  {measured.name:11s} FAILED: {error}", flush=True)
        return None
    headline, seconds = shown(outcome.result.values[HEADLINE]), f"{outcome.seconds:.1f} s"
    print(f"  {measured.name:11s} {headline:>6s}   evidence {outcome.evidence:17s} {seconds:>8s}", flush=True)
    for line in outcome.without_words[:5]:
        print(f"              {line}", flush=True)
    return outcome


def table(rows: Iterable[Row]) -> str:
    """Gains and losses, a line a measure."""
    lines = [f"{'set':11s} {'measure':24s} {'floor':>7s} {'now':>7s} {'change':>7s}"]
    before = ""
    for row in rows:
        change = "" if row.change is None else f"{row.change:+.2f}"
        name = row.set_name if row.set_name != before else ""
        said = "" if row.verdict == "held" else row.verdict.upper() if row.verdict in BAD else row.verdict
        numbers = f"{shown(row.floor):>7s} {shown(row.now):>7s} {change:>7s}"
        lines.append(f"{name:11s} {row.measure:24s} {numbers}  {said}".rstrip())
        before = row.set_name
    return "\n".join(lines)


def verdict(rows: list[Row], floors: Floors, part: str) -> list[str]:
    """Everything the floors find fault with, each with what to do."""
    faults = [
        f"{row.set_name} {row.measure} fell from {shown(row.floor)} to {shown(row.now)} (bound {row.noise})"
        for row in rows
        if row.verdict == "loss"
    ]
    faults += [f"{row.set_name} {row.measure} is pinned but was not measured" for row in rows if row.verdict == "gone"]
    full = " --full" if part == "full" else ""
    changed = sorted({row.set_name for row in rows if row.verdict == "changed"})
    if changed:
        faults.append(
            f"the texts, scripts or size of {', '.join(changed)} are not those of the pin; look at the table, then: "
            f'tools/gate.py --update --repin --reason "..."{full}'
        )
    if not floors.parts.get(part):
        faults.append(f"nothing is pinned for the {part} part; run: tools/gate.py --update{full}")
    return faults


def hard_faults(sets: list[MeasuredSet], outcomes: list[Outcome | None]) -> list[str]:
    """What no floor can excuse: a run that failed, and something said without its words."""
    pairs = list(zip(sets, outcomes, strict=True))
    faults = [f"{measured.name} could not be measured" for measured, outcome in pairs if outcome is None]
    bad = [outcome for outcome in outcomes if outcome and outcome.without_words]
    return faults + [f"{outcome.result.name}: evidence is {outcome.evidence}, must be all" for outcome in bad]


def dating(shared: Path) -> list[str]:
    """Measure the dating of reports that are stripped of their day; a fault where it misses its aims."""
    command = [sys.executable, "-B", str(ROOT / "tools/measuring/stripped.py"), "--shared", str(shared)]
    print("\ngate: dating, each dated report stripped of its day", flush=True)
    held = subprocess.run(command, check=False).returncode == 0
    return [] if held else ["dating of stripped reports misses its aims; see: make dating"]


def run(args: argparse.Namespace) -> int:
    """Measure, compare, pin. Returns the exit status."""
    corpus = Corpus(folder=args.shared)
    if not corpus.there():
        return absent(args.shared, os.environ)
    if not args.program.exists():
        raise RunError(f"{args.program.name} is not installed; run: make setup")
    started = time.monotonic()
    part = "full" if args.full else "quick"
    floors = Floors.read(args.floors)
    bench = Bench(
        corpus=corpus, program=args.program.absolute(), folder=args.out, quick=not args.full,
        bench_digest=corpus.bench_digest(),
    )  # fmt: skip
    sets = chosen(corpus, args.only)
    print(f"gate: the {part} part, {len(sets)} sets", flush=True)
    with ThreadPoolExecutor(max_workers=args.jobs) as pool:
        outcomes = list(pool.map(lambda one: measured_one(bench, one), sets))
    results = [outcome.result for outcome in outcomes if outcome]
    faults = hard_faults(sets, outcomes)
    if args.full and not args.only:
        faults += dating(args.shared)
    if not args.only:
        left = sorted(set(floors.parts.get(part, {})) - {measured.name for measured in sets})
        faults += [f"{name} is pinned but is no set any more" for name in left]
    rows = floors.compare(part, results)
    print("\n" + table(rows) + "\n")
    if args.update and not faults:
        lines = floors.update(part, results, lower=args.allow_regression, repin=args.repin, reason=args.reason.strip())
        floors.write(args.floors)
        print("\n".join(["gate: pinned", *(f"  {line}" for line in lines)]))
        return 0
    return close(rows, faults + verdict(rows, floors, part), time.monotonic() - started)


def close(rows: list[Row], faults: list[str], seconds: float) -> int:
    """The closing lines and the exit status."""
    gains, new = (sum(row.verdict == what for row in rows) for what in ("gain", "new"))
    for fault in faults:
        print(f"gate: FAILED: {fault}")
    if not faults:
        more = f", {gains} gained (pin with --update)" if gains else ""
        more += f", {new} not pinned yet (pin with --update)" if new else ""
        print(f"gate: {len(rows)} measures hold{more}; {seconds:.0f} s")
    return 1 if faults else 0


def main(argv: list[str] | None = None) -> int:
    """Exit status: 0 held, 1 lost or failed, 2 wrong options."""
    try:
        return run(arguments(argv))
    except (RunError, RefusedError) as error:
        print(f"gate: FAILED: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
