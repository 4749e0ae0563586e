"""Planted copies: how many reworded statements are found, and whether what was corrupted in them is named.

Statements are drawn from tables of invented words (tools/planting). Each has a copy, reworded at a rate, with one number or name
corrupted; an own telling of the same event; and the same form of words about another event. Only the copy is a copy.
`--write` puts the figures and the curve into the documentation.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

import firsthand  # noqa: E402
from tools.planting.curve import curve  # noqa: E402
from tools.planting.texts import Planted, planted  # noqa: E402

RATES = (0.0, 0.1, 0.3, 0.45, 0.6)
STATEMENTS = 24
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


def _shares(counts: tuple[int, int, int]) -> tuple[float, float]:
    right, found, wanted = counts
    return right / found if found else 1.0, right / wanted if wanted else 1.0


def measured(rate: float, statements: int, seed: int) -> Score:
    """Build a record of all reports at this rate and compare its lineages with what was planted."""
    sets = [planted(number, rate, seed) for number in range(statements)]
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


def table(scores: list[Score]) -> str:
    """The figures as a table of the documentation."""
    rows = [
        "| reworded | copies: precision | recall | corruptions: precision | recall |",
        "| ---: | ---: | ---: | ---: | ---: |",
    ]
    rows += [f"| {100 * s.rate:.0f} % | " + " | ".join(f"{100 * x:.0f} %" for x in s.shares()) + " |" for s in scores]
    return "\n".join(rows)


def write(scores: list[Score], statements: int) -> None:
    """Put the table into the page and draw the curve."""
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    said = f"{statements} statements, {4 * statements} reports at each rate."
    PAGE.write_text(f"{head}{BEGIN}\n\n{said}\n\n{table(scores)}\n\n{END}{tail}", encoding="utf-8")
    PICTURE.write_text(curve([(s.rate, s.shares()) for s in scores]), encoding="utf-8")


def main() -> int:
    """Exit status: 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/reference/planted.md and its picture")
    parser.add_argument("--statements", type=int, default=STATEMENTS, help="how many statements at each rate")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other names, numbers and words")
    args = parser.parse_args()
    scores = [measured(rate, args.statements, args.seed) for rate in RATES]
    print(table(scores))
    if args.write:
        write(scores, args.statements)
    return 0


if __name__ == "__main__":
    sys.exit(main())
