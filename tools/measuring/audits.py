"""How far the figures of an audit can be trusted: made-up records of which it is known how often they are right, audited often.

    .venv/bin/python tools/measuring/audits.py --rounds 2000

For each design and each number of marked claims: how often the interval of 95 % held the true share (over all, by field, by
kind), how far the share was off on average, and how wide the interval was. Then kappa, of two people who err at random.
"""

import argparse
import random
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from firsthand.audit.agreement import cohens_kappa
from firsthand.audit.marks import Marks
from firsthand.audit.results import result
from firsthand.audit.sample import in_turn, laid_out, layers
from firsthand.model.audit import Judged, Sample
from firsthand.model.audited import Row
from firsthand.model.base import digest
from firsthand.model.claim import Field
from firsthand.model.match import Decision

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
FIELDS: dict[Field, int] = {
    "place": 900, "date": 800, "actor": 600, "killed": 500, "victim": 400, "target": 300, "weapon": 150, "wounded": 120,
    "outcome": 60, "captured": 25, "denial": 10, "seized": 4,
}  # fmt: skip
KINDS = ("air strike", "shelling", "armed clash", "ambush", "bombing", "abduction", "arrest", "execution")
Right = Callable[[Field, str], float]
DESIGNS: dict[str, Right] = {
    "all fields at 0.85": lambda _field, _kind: 0.85,
    "nearly all right": lambda _field, _kind: 0.97,
    "small fields worse": lambda field, _kind: 0.95 if FIELDS[field] > 350 else 0.5,
    "large fields worse": lambda field, _kind: 0.6 if FIELDS[field] > 550 else 0.95,
    "one kind bad": lambda _field, kind: 0.3 if kind == "ambush" else 0.92,
}


class Seen(NamedTuple):
    """One figure of one round: whether the interval held the truth, how far the share was off, how wide the interval was."""

    held: bool
    off: float
    width: float


def record(shape: random.Random, right: Right) -> tuple[list[Judged], dict[str, bool]]:
    """Claims of a made-up record, kinds unevenly many, and whether each is right."""
    claims, truth = [], {}
    for field, many in FIELDS.items():
        for number in range(many):
            kind = KINDS[min(int(shape.expovariate(0.5)), len(KINDS) - 1)]
            claim = digest("clm", field, number)
            claims.append(
                Judged(
                    claim=claim, report=f"rpt_{number}", mention=f"mnt_{number}", field=field, kind=kind, start=number,
                    end=number + 4, value="x",
                )
            )  # fmt: skip
            truth[claim] = shape.random() < right(field, kind)
    return claims, truth


def audits(right: Right, size: int, rounds: int) -> dict[str, list[Seen]]:
    """What audits of one record find, each with another seed."""
    claims, truth = record(random.Random(1), right)  # noqa: S311 - a simulation
    strata = laid_out(claims, size)
    found: dict[str, list[Seen]] = {"all": [], "field": [], "kind": []}
    for seed in range(rounds):
        sample = Sample(seed=str(seed), number=0, size=size, strata=strata)
        drawn = layers(sample, claims)
        marks = {
            one.claim: Decision(kind="right" if truth[one.claim] else "wrong", by="x", why="x", at=WHEN, judged=one)
            for one in in_turn(drawn)
        }
        told = result("x", sample, drawn, Marks(marks, ()))
        found["all"] += _seen([told.overall], claims, truth, lambda _: "all")
        found["field"] += _seen(told.fields, claims, truth, lambda one: one.field)
        found["kind"] += _seen(told.kinds, claims, truth, lambda one: one.kind)
    return found


def _seen(
    rows: Iterable[Row], claims: list[Judged], truth: dict[str, bool], of: Callable[[Judged], str]
) -> Iterable[Seen]:
    """Each row with enough marks, against the truth."""
    for row in rows:
        if row.estimate is not None and not row.few:
            told = [truth[one.claim] for one in claims if of(one) == row.name]
            real = sum(told) / len(told)
            given = row.estimate
            yield Seen(given.low <= real <= given.high, given.share - real, given.high - given.low)


def kappas(many: int, rounds: int) -> str:
    """How often the interval of kappa holds that of two people who each err in one of ten claims, 80 % of which are right."""
    chance = random.Random(5)  # noqa: S311 - a simulation
    both = 0.9 * 0.9 + 0.1 * 0.1
    says_right = 0.8 * 0.9 + 0.2 * 0.1
    by_chance = says_right**2 + (1 - says_right) ** 2
    truth = (both - by_chance) / (1 - by_chance)
    held = told = 0
    for _ in range(rounds):
        table = [[0, 0], [0, 0]]
        for _ in range(many):
            right = chance.random() < 0.8
            first, second = (right == (chance.random() < 0.9) for _ in range(2))
            table[not first][not second] += 1
        found = cohens_kappa(table)
        if found is not None:
            told += 1
            held += found.low <= truth <= found.high
    return f"kappa {truth:.3f}, {many} claims: held {held / told:.3f} of {told}"


def main() -> None:
    """Print a line a design and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 200])
    args = parser.parse_args()
    for name, right in DESIGNS.items():
        for size in args.sizes:
            parts = []
            for what, seen in audits(right, size, args.rounds).items():
                if seen:
                    held, off = sum(one.held for one in seen) / len(seen), sum(one.off for one in seen) / len(seen)
                    width = sum(one.width for one in seen) / len(seen)
                    parts.append(f"{what}: held {held:.3f}, off {off:+.4f}, width {width:.2f}")
            print(f"{name}, {size} marked: {'; '.join(parts)}", flush=True)
    for many in (30, 50, 200):
        print(kappas(many, 10 * args.rounds))


if __name__ == "__main__":
    main()
