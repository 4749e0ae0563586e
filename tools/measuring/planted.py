"""Planted copies: how many reworded statements are found, and whether what was corrupted in them is named.

Statements are drawn from tables of invented words (tools/planting). Each has a copy, reworded at a rate, with one number or name
corrupted; an own telling of the same event; and the same form of words about another event. Only the copy is a copy. They are
planted in two ways: sentence for sentence, and as in the field (shortened, turned round, between sentences of the outlet's own,
names in short or spelt otherwise, numbers in words). `--write` puts the figures and the curve into the documentation.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

import firsthand  # noqa: E402
from tools.planting.curve import curve  # noqa: E402
from tools.planting.field import planted_in_the_field  # noqa: E402
from tools.planting.texts import Planted, planted  # noqa: E402

RATES = (0.0, 0.1, 0.3, 0.45, 0.6)
STATEMENTS = 24
SEEDS = (1, 2, 3)
Plant = Callable[[int, float, int], Planted]
WAYS: dict[str, Plant] = {"Sentence for sentence": planted, "As in the field": planted_in_the_field}
READ_ON = "2026-03-01"
PAGE, PICTURE = ROOT / "docs/reference/planted.md", ROOT / "docs/pictures/planted.svg"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True, kw_only=True)
class Score:
    """At one rate: right, found and wanted pairs of reports, and the same for corrupted facts."""

    rate: float
    pairs: tuple[int, int, int]
    facts: tuple[int, int, int]

    def shares(self) -> tuple[float, float, float, float]:
        """Precision and recall of copies, then of corruptions."""
        return *_shares(self.pairs), *_shares(self.facts)


def together(scores: Sequence[Score]) -> Score:
    """The scores of several seeds at one rate as one."""
    pairs, facts = ([sum(column) for column in zip(*rows, strict=True)] for rows in _rows(scores))
    return Score(rate=scores[0].rate, pairs=(pairs[0], pairs[1], pairs[2]), facts=(facts[0], facts[1], facts[2]))


def _rows(scores: Sequence[Score]) -> tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]]:
    return [s.pairs for s in scores], [s.facts for s in scores]


def _shares(counts: tuple[int, int, int]) -> tuple[float, float]:
    right, found, wanted = counts
    return right / found if found else 1.0, right / wanted if wanted else 1.0


def measured(rate: float, statements: int, seed: int, plant: Plant) -> Score:
    """Build a record of all reports at this rate and compare its lineages with what was planted."""
    sets = [plant(number, rate, seed) for number in range(statements)]
    with tempfile.TemporaryDirectory(prefix="firsthand-planted-") as folder:
        reports = Path(folder) / "reports"
        reports.mkdir()
        for one in sets:
            for name, text in one.texts.items():
                (reports / name).write_text(text, encoding="utf-8")
        firsthand.build([reports], Path(folder) / "record.db")
        record = json.loads(firsthand.export(Path(folder) / "record.db"))
    lineages = [found for found in record["lineages"] if found["kind"] != "boilerplate"]
    return score(rate, sets, lineages)


def score(rate: float, sets: list[Planted], lineages: list[dict[str, list[str]]]) -> Score:
    """Pairs of reports and corrupted facts against what was planted."""
    wanted = {frozenset(list(one.texts)[:2]): one for one in sets}
    found = {frozenset((a, b)) for line in lineages for a in line["reports"] for b in line["reports"] if a < b}
    named = right = 0
    for line in lineages:
        ours = [one for pair, one in wanted.items() if pair <= set(line["reports"])]
        named += len(line["changed"])
        right += sum(any(tells(change, one) for change in line["changed"]) for one in ours)
    return Score(
        rate=rate,
        pairs=(len(found & set(wanted)), len(found), len(wanted)),
        facts=(right, named, sum(bool(one.right) for one in sets)),
    )


def tells(change: str, one: Planted) -> bool:
    """The change names the corrupted fact, in either direction: the last word of a name is enough."""
    sides = [side.split()[-1:] for side in change.split(" -> ")]
    return bool(one.right) and sorted(sides) == sorted((one.right.split()[-1:], one.wrong.split()[-1:]))


def table(rates: Sequence[Sequence[Score]]) -> str:
    """The figures as a table of the documentation: of all seeds together, and of the worst seed."""
    rows = [
        "| reworded | copies: precision | recall | corruptions: precision | recall |",
        "| ---: | ---: | ---: | ---: | ---: |",
    ]
    for seeds in rates:
        cells = zip(together(seeds).shares(), *(s.shares() for s in seeds), strict=True)
        said = [f"{100 * whole:.0f} % ({100 * min(each):.0f})" for whole, *each in cells]
        rows.append(f"| {100 * seeds[0].rate:.0f} % | " + " | ".join(said) + " |")
    return "\n".join(rows)


def write(found: dict[str, list[list[Score]]], statements: int, seeds: Sequence[int]) -> None:
    """Put the tables into the page and draw the curve."""
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    said = (
        f"{statements} statements in each of {len(seeds)} draws, {4 * statements} reports to a draw at each rate. "
        "In brackets the worst draw."
    )
    tables = "\n\n".join(f"**{way}**\n\n{table(rates)}" for way, rates in found.items())
    PAGE.write_text(f"{head}{BEGIN}\n\n{said}\n\n{tables}\n\n{END}{tail}", encoding="utf-8")
    first = next(iter(found.values()))
    PICTURE.write_text(curve([(s[0].rate, together(s).shares()) for s in first]), encoding="utf-8")


def main() -> int:
    """Exit status: 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/reference/planted.md and its picture")
    parser.add_argument("--statements", type=int, default=STATEMENTS, help="how many statements at each rate")
    parser.add_argument("--seed", type=int, action="append", help="a draw of names, numbers and words; may be repeated")
    args = parser.parse_args()
    seeds = args.seed or list(SEEDS)
    found: dict[str, list[list[Score]]] = {}
    for way, plant in WAYS.items():
        found[way] = [[measured(rate, args.statements, seed, plant) for seed in seeds] for rate in RATES]
        print(f"{way}\n{table(found[way])}", flush=True)
    if args.write:
        write(found, args.statements, seeds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
