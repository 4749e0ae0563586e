"""Feed the readers and grammars what nobody would write, and say what broke, what was slow, and how many inputs were tried.

    .venv/bin/python tools/fuzz.py --minutes 5 --seed 1

Inputs are made by changing our own sample reports and pieces of the grammars at random; the same seed makes the same ones in the
same order. What breaks something is cut down and written to build/fuzz. Exit status: 0, or 1 where anything broke.

Guided by no coverage: atheris, which would be, wants its own build of each C library that the readers call and a clang of its
own version; the patterns that are tried here are Python's `re`, which it does not see into.
"""

import argparse
import hashlib
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand.resources.kit import Kit  # noqa: E402
from tools.fuzzing import inputs  # noqa: E402
from tools.fuzzing.targets import Target, targets  # noqa: E402

HANG_SECONDS, SLOW_SECONDS = 30.0, 1.0
HEAVY_ONE_IN = 12
SHRINK_SECONDS = 20.0
Input = tuple[str, bytes] | str


class Hang(Exception):
    """It took too long."""


class Run:
    """All that was tried, and what came of it."""

    def __init__(self, out: Path, seed: int) -> None:
        self.out, self.draw = out, Random(seed)  # noqa: S311 - inputs to try, no secret
        self.known = inputs.seeds(ROOT / "samples/reports")
        self.tried: Counter[str] = Counter()
        self.slow: Counter[str] = Counter()
        self.worst: dict[str, tuple[float, Input]] = {}
        self.broken: dict[tuple[str, str], Path] = {}

    def one(self, target: Target) -> None:
        """One input for a target."""
        given: Input = inputs.raw(self.draw, self.known) if target.raw else inputs.text(self.draw, self.known)
        begin = time.process_time()
        fault = tried(target, given)
        took = time.process_time() - begin
        self.tried[target.name] += 1
        if took > self.worst.get(target.name, (0.0, ""))[0]:
            self.worst[target.name] = (took, given)
        self.slow[target.name] += took > SLOW_SECONDS
        if fault is not None and (target.name, fault) not in self.broken:
            small = shrunk(target, given, fault)
            key = hashlib.sha256(repr(small).encode("utf-8", "surrogatepass")).hexdigest()[:8]
            path = self.out / f"{target.name.replace(' ', '-')}-{key}.txt"
            path.write_text(f"{fault}\n{small!r}\n", encoding="utf-8")
            self.broken[target.name, fault] = path
            print(f"BROKEN {target.name}: {fault}\n   {small!r:.300}\n   {path}", flush=True)

    def table(self) -> str:
        """A line a target."""
        lines = [f"{'target':26} {'inputs':>9} {'broken':>7} {'slow':>5} {'slowest, s':>11} {'of characters':>14}"]
        for name, number in self.tried.items():
            took, given = self.worst[name]
            broken = sum(one == name for one, _ in self.broken)
            size = len(given if isinstance(given, str) else given[1])
            lines.append(f"{name:26} {number:9,} {broken:7} {self.slow[name]:5} {took:11.3f} {size:14,}")
        lines.append(f"{'all':26} {self.tried.total():9,} {len(self.broken):7} {self.slow.total():5}")
        return "\n".join(lines)

    def keep_slowest(self) -> None:
        """Write the slowest input of each target."""
        for name, (took, given) in self.worst.items():
            if took > SLOW_SECONDS:
                (self.out / f"slowest-{name.replace(' ', '-')}.txt").write_text(
                    f"{took:.2f} s\n{given!r}\n", encoding="utf-8"
                )


def tried(target: Target, given: Input) -> str | None:
    """What broke, in one line; None where nothing did."""

    def late(_: int, __: FrameType | None) -> None:
        raise Hang(f"no end after {HANG_SECONDS:g} s")

    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, HANG_SECONDS)
    feed: Callable[..., None] = target.feed
    try:
        feed(*([given] if isinstance(given, str) else given))
    except Exception as e:  # noqa: BLE001 - whatever it is, it is what is looked for
        where = traceback.extract_tb(e.__traceback__)[-1]
        return f"{type(e).__name__}: {str(e)[:120]} ({Path(where.filename).name}:{where.lineno})"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def shrunk(target: Target, given: Input, fault: str) -> Input:
    """A smaller input that breaks at the same place."""
    form, body = ("", given) if isinstance(given, str) else given
    where, end = fault.rsplit("(", 1)[-1], time.monotonic() + SHRINK_SECONDS
    step = max(1, len(body) // 2)
    while step and time.monotonic() < end:
        at = 0
        while at < len(body) and time.monotonic() < end:
            less = body[:at] + body[at + step :]  # type: ignore[operator]
            found = tried(target, less if isinstance(given, str) else (form, less))  # type: ignore[arg-type]
            if found is not None and found.rsplit("(", 1)[-1] == where:
                body = less
            else:
                at += step
        step //= 2
    return body if isinstance(given, str) else (form, body)  # type: ignore[return-value]


def main() -> int:
    """Exit status: 0, or 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--inputs", type=int, default=0, help="stop after so many instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="targets with this in their name")
    parser.add_argument("--out", type=Path, default=ROOT / "build/fuzz")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    fed = [one for one in targets(Kit.open()) if args.only in one.name]
    run, begin, turn = Run(args.out, args.seed), time.monotonic(), 0
    while run.tried.total() < args.inputs if args.inputs else time.monotonic() - begin < 60 * args.minutes:
        for target in fed:
            if not target.heavy or turn % HEAVY_ONE_IN == 0:
                run.one(target)
        turn += 1
    run.keep_slowest()
    print(run.table())
    return 1 if run.broken else 0


if __name__ == "__main__":
    sys.exit(main())
