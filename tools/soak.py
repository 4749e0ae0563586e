"""Add and decide for an hour: small batches of made-up reports, decisions, reviews, exports, and now and then a kill.

    .venv/bin/python tools/soak.py --minutes 60 --folder build/soak

Prints a line a minute: what was done so far, memory, size of the record, seconds an addition took. At the end the record must
say the same as one built at once from the same reports and decisions, and hold under `verify`; if not, the exit status is 1.
Reports are the same for the same --seed; how many fit into the time is up to the machine.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand import api  # noqa: E402
from firsthand.engine.program import program_name  # noqa: E402
from firsthand.errors import FirsthandError  # noqa: E402
from firsthand.store.history import add_decision  # noqa: E402
from firsthand.store.history import decisions as logged  # noqa: E402
from firsthand.store.sqlite import Store  # noqa: E402
from tools.soaking.texts import Press  # noqa: E402

READ_ON = date(2025, 6, 1)
BY, WHY = "A. Soaker", "to see what holds"
KILL_ONE_IN, REVIEW_EVERY, EXPORT_EVERY, PAGE_EVERY, VERIFY_EVERY = 8, 12, 5, 25, 10


class Soak:
    """A record in a folder, and what was done to it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.record, self.seed = folder, folder / "record.db", seed
        self.draw = random.Random(seed)  # noqa: S311 - what to do next, no secret
        self.press = Press(self.draw)
        self.done: Counter[str] = Counter()
        self.took: list[float] = []
        self.batches: list[Path] = []

    def cycle(self) -> None:
        """One addition, one decision, and what is due."""
        self.add()
        self.decide()
        turn = self.done["adds"]
        for every, what in (
            (REVIEW_EVERY, self.review), (EXPORT_EVERY, self.export), (PAGE_EVERY, self.page), (VERIFY_EVERY, self.verify),
        ):  # fmt: skip
            if turn % every == 0:
                what()

    def add(self) -> None:
        """A batch of reports; one in some is killed at a random moment first, and added again."""
        batch = self.folder / "reports" / f"{len(self.batches):05d}"
        batch.mkdir(parents=True)
        for name, text in self.press.batch(len(self.batches)):
            (batch / name).write_text(text, encoding="utf-8")
            self.done["reports"] += 1
        self.batches.append(batch)
        if self.draw.randrange(KILL_ONE_IN) == 0:
            self._killed("build", batch, "--out", self.record, "--read-on", READ_ON, "--quiet")
        begin = time.monotonic()
        api.build([batch], self.record, read_on=READ_ON, workers=1)
        self.took.append(time.monotonic() - begin)
        self.done["adds"] += 1

    def _killed(self, *words: object) -> None:
        """Start a command and kill it at a random moment; what it had committed stays."""
        run = subprocess.Popen(
            [sys.executable, "-m", "firsthand", *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
        try:
            run.wait(self.draw.uniform(0.2, 3.0))
            self.done["too late to kill"] += 1
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
            self.done["kills"] += 1

    def decide(self) -> None:
        """One decision of a random kind, on random incidents."""
        what = self.draw.choice(("same", "different", "place", "undo"))
        try:
            with api.open_record(self.record) as view:
                act = getattr(self, f"_{what}")(view)
            if act is None:
                return
            if self.draw.randrange(3 * KILL_ONE_IN) == 0 and what in ("same", "different"):
                self._killed("decide", self.record, what, *act.args, "--by", BY, "--why", WHY)
            act()
            self.done["decisions"] += 1
            self.done[what] += 1
        except FirsthandError as e:
            self.done[f"refused {e.code}"] += 1

    def _same(self, view: api.RecordView) -> "Act | None":
        kinds = Counter(one.kind for one in view.folded.incidents)
        several = sorted(kind for kind, many in kinds.items() if many > 1)
        if not several:
            return None
        kind = self.draw.choice(several)
        two = self.draw.sample([one.id for one in view.folded.incidents if one.kind == kind], 2)
        return Act(lambda: api.judge(self.record, "same", two, by=BY, why=WHY), two)

    def _different(self, view: api.RecordView) -> "Act | None":
        told = [one for one in view.folded.incidents if len(one.tellings) > 1]
        if not told:
            return None
        tellings = self.draw.sample(self.draw.choice(told).tellings, 2)
        two = [telling.mentions[0] for telling in tellings]
        return Act(lambda: api.judge(self.record, "different", two, by=BY, why=WHY), two)

    def _place(self, view: api.RecordView) -> "Act | None":
        named = [one for one in view.places() if one.options]
        if not named:
            return None
        one = self.draw.choice(named)
        line = self.draw.choice(["none", *map(str, range(1, len(one.options) + 1))])
        return Act(lambda: api.decide_place(self.record, one.name, line, by=BY, why=WHY), [one.name, line])

    def _undo(self, view: api.RecordView) -> "Act | None":
        made = view.decisions
        if not made:
            return None
        one = self.draw.choice(made).id
        return Act(lambda: api.undo(self.record, one, by=BY, why=WHY), [one])

    def review(self) -> None:
        """Up to three questions, the last answer sometimes taken back."""
        with api.review(self.record, by=BY) as session:
            for number, (doubt, _) in enumerate(session.questions()):
                if number == 3:
                    break
                try:
                    session.answer(doubt, self.draw.choice(("same", "different")), why=WHY, now=now())
                except FirsthandError as e:
                    self.done[f"refused {e.code}"] += 1
            if self.draw.randrange(3) == 0:
                session.undo(now=now())
            if session.changed:
                session.conclude()
        self.done["reviews"] += 1

    def export(self) -> None:
        """Both formats, and the record as of some day."""
        with api.open_record(self.record) as view:
            api.export(view, "json")
            api.export(view, "csv")
        with api.open_record(self.record, as_of=self.press.some_day()) as view:
            api.export(view, "csv")
        self.done["exports"] += 1

    def page(self) -> None:
        """The page."""
        (self.folder / "page.html").write_bytes(api.page(self.record))
        self.done["pages"] += 1

    def verify(self) -> None:
        """Everything holds. Errors: AssertionError with what does not."""
        with api.open_record(self.record) as view:
            found = view.verify()
        if found.fault is not None:
            raise AssertionError(f"verify: {found.fault}")
        self.done["verifies"] += 1

    def ended(self) -> list[str]:
        """What is not as it should be: against a record built at once from the same reports and decisions."""
        whole = self.folder / "whole.db"
        api.build(self.batches, whole, read_on=READ_ON)
        with Store.open(self.record) as store:
            made = logged(store)
        with Store.create(whole, program=program_name()) as store, store.transaction():
            for one in made:
                add_decision(store, one)
        api.build(self.batches, whole, read_on=READ_ON)
        faults = [
            f"export {form} is not that of a record built at once"
            for form in ("json", "csv")
            if api.export(self.record, form) != api.export(whole, form)
        ]
        for path in (self.record, whole):
            with api.open_record(path) as view:
                found = view.verify()
                faults += [f"{path.name}: {found.fault}"] if found.fault is not None else []
        return faults

    def line(self, seconds: float) -> str:
        """What was done so far."""
        recent = self.took[-20:]
        told = " ".join(f"{name}={number}" for name, number in sorted(self.done.items()))
        return (
            f"{seconds / 60:5.1f} min  rss={rss():.0f}MB file={self.record.stat().st_size / 1e6:.1f}MB "
            f"add={median(recent) if recent else 0:.2f}s  {told}"
        )


class Act:
    """A decision that is about to be made, and the names it is about."""

    def __init__(self, make: Callable[[], object], args: list[str]) -> None:
        self._make, self.args = make, args

    def __call__(self) -> None:
        self._make()


def now() -> datetime:
    """The time of a decision."""
    return datetime.now(UTC)


def rss() -> float:
    """Megabytes of this process as it stands."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Exit status: 0 where all holds, 1 where something does not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=ROOT / "build/soak")
    args = parser.parse_args()
    shutil.rmtree(args.folder, ignore_errors=True)
    args.folder.mkdir(parents=True)
    soak, begin, told = Soak(args.folder, args.seed), time.monotonic(), 0.0
    while (gone := time.monotonic() - begin) < 60 * args.minutes:
        soak.cycle()
        if gone >= told:
            print(soak.line(gone), flush=True)
            told += 60
    print(soak.line(gone), flush=True)
    faults = soak.ended()
    print("\n".join(faults) or "the export is that of a record built at once; both records verify")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
