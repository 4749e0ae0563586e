"""Measure what is lost when the texts of a set bear other names, places, numbers and days.

  tools/swap.py                      isaf, case, wikievents, muc4 and re3d, each thing swapped alone and all at once
  tools/swap.py isaf --what days     one set, one thing
  tools/swap.py case --first 50      only the first texts
  tools/swap.py case --keep DIR      leave the swapped texts and what was extracted from them there

What to swap is what the program itself finds; what it becomes is chosen by a digest, so the same texts give the same figures.
"""

import argparse
import importlib
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand import api  # noqa: E402
from firsthand.resources.gazetteer import Gazetteer  # noqa: E402
from firsthand.resources.lexicon import Lexicon  # noqa: E402
from tools.measuring.corpus import Corpus  # noqa: E402
from tools.swapping.places import Atlas  # noqa: E402
from tools.swapping.sets import TEXT, WHATS, carried, change  # noqa: E402

SETS = ("isaf", "case", "wikievents", "muc4", "re3d")
ALL = frozenset(WHATS) - {"unknown"}
LOSS = 2.0
"""Points that may be lost."""


class Bench:
    """The measuring scripts, one set at a time."""

    def __init__(self, corpus: Corpus, name: str, first: int | None) -> None:
        sys.path.append(str(corpus.bench))
        self._run, self._common = importlib.import_module("run"), importlib.import_module("common")
        self.adapters = importlib.import_module("adapters")
        self.name, self._first = name, first

    def task(self, rows: list[Any] | None = None) -> Any:  # noqa: ANN401 - the measuring scripts have no types
        """The set, with other rows where they are given."""
        task = self._run.tasks()[self.name]
        task.first = self._first
        if rows is not None:
            task.rows = rows
        return task

    def measured(self, task: Any, folder: Path) -> tuple[float, dict[str, Any]]:  # noqa: ANN401
        """Headline figure in points, and what was extracted from each text."""
        texts = folder / "texts"
        self._common.write_texts(task.texts(), str(texts))
        said = folder / "said.jsonl"
        with said.open("w", encoding="utf-8") as file:
            for one in api.extract([texts], workers=1):
                file.write(json.dumps(one) + "\n")
        found = self.adapters.load_extractions(str(said))
        return 100 * task.headline(task.evaluate(found))[1], found


def losses(
    bench: Bench, whats: Mapping[str, frozenset[str]], atlas: Atlas, keep: Path
) -> Iterator[tuple[str, float, float, int]]:
    """For each thing that is swapped: its name, the figure before and after, and in how many texts anything was."""
    plain = bench.task()
    before, said = bench.measured(plain, keep / bench.name / "plain")
    for label, what in whats.items():
        rows, touched = [], 0
        for row in plain.rows:
            found = said.get(str(row["id"]))
            made = change(bench.name, row, found, what, atlas, bench.adapters.ISAF_PROVINCES) if found else None
            rows.append(carried(bench.name, row, made) if made else row)
            touched += rows[-1][TEXT[bench.name]] != row[TEXT[bench.name]]
        after, _ = bench.measured(bench.task(rows), keep / bench.name / label)
        yield label, before, after, touched


def main(argv: list[str] | None = None) -> int:
    """Exit status: 0 where no more than the allowed points are lost, 1 else, 2 wrong options."""
    parser = argparse.ArgumentParser(
        prog="tools/swap.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="SET", help=f"{', '.join(TEXT)}; default: {' '.join(SETS)}")
    parser.add_argument("--what", action="append", choices=WHATS, help="only this; may be given several times")
    parser.add_argument("--first", type=int, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where texts and extractions are left")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    args = parser.parse_args(argv)
    if unknown := sorted(set(args.names) - set(TEXT)):
        parser.error(f"{', '.join(unknown)} cannot be swapped; these can: {', '.join(TEXT)}")
    corpus = Corpus(folder=args.shared)
    if not corpus.there():
        print(f"swap: {args.shared.name}/ is not beside the repository, so there is nothing to measure on")
        return 1
    lexicon = Lexicon.open()
    atlas = Atlas(Gazetteer.open(), lexicon)
    whats = {what: frozenset({what}) for what in args.what or WHATS} | ({} if args.what else {"all": ALL})
    lost = False
    with tempfile.TemporaryDirectory(prefix="firsthand-swap-") as folder:
        for name in args.names or SETS:
            for label, before, after, touched in losses(
                Bench(corpus, name, args.first), whats, atlas, args.keep or Path(folder)
            ):
                print(
                    f"{name:12s} {label:10s} {before:6.2f} -> {after:6.2f}  {after - before:+6.2f}   {touched} texts",
                    flush=True,
                )
                lost = lost or (label == "all" and before - after > LOSS)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
