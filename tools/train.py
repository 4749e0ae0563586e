"""Make the weights of the learnt scorers anew from the sets beside the repository (../shared).

  tools/train.py               all scorers: weights, cards and the folds that the gate measures with
  tools/train.py events same   some of them
  tools/train.py --check       make them, write nothing, and fail where they are not what lies in the repository

The same data and code give the same files. Weights go to src/firsthand/data/weights/scorers, with a card beside each;
those of fold K, learnt without the texts of that fold, to tests/gate/folds/K.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand.resources.scorers import BIAS, HEADER, Scorer  # noqa: E402
from tools.measuring.corpus import Corpus  # noqa: E402
from tools.training.cards import card  # noqa: E402
from tools.training.model import FOLDS, Example, Task, figures, fit, fold_of, permitted  # noqa: E402
from tools.training.tasks import WORDED, tasks  # noqa: E402

SCORERS = Path("src/firsthand/data/weights/scorers")
HELD = Path("tests/gate/folds")


def table(weights: dict[str, int]) -> str:
    """Weights as CSV: the bias, then the features in order."""
    rows = sorted(weights.items(), key=lambda part: (part[0] != BIAS, part[0]))
    return "\n".join([HEADER, *(f"{feature},{weight}" for feature, weight in rows)]) + "\n"


def learn(task: Task, corpus: Corpus) -> dict[Path, str]:
    """The files that a task makes, by path."""
    started = time.monotonic()
    examples = permitted(task.examples(corpus), WORDED)
    weights = fit(examples, task)
    made = {SCORERS / f"{task.name}.csv": table(weights)}
    scored: list[tuple[Example, int]] = []
    for fold in range(FOLDS):
        learnt = fit([e for e in examples if fold_of(e.text) != fold], task)
        made[HELD / str(fold) / f"{task.name}.csv"] = table(learnt)
        scorer = Scorer(learnt)
        scored += [(e, scorer.score(e.features)) for e in examples if fold_of(e.text) == fold]
    made[SCORERS / f"{task.name}.md"] = card(task, weights, scored)
    f = figures([(score, e.right) for e, score in scored])
    print(
        f"{task.name:12s} {f.examples} examples, {f.right} right; {len(weights) - 1} weights; out of fold: precision "
        f"{100 * f.precision:.1f}, recall {100 * f.recall:.1f}, F1 {100 * f.f1:.1f}, AUC {100 * f.auc:.1f}; "
        f"{time.monotonic() - started:.0f} s", flush=True,
    )  # fmt: skip
    return made


def main(argv: list[str] | None = None) -> int:
    """Exit status: 0 made, 1 nothing to learn from or not what lies there, 2 wrong options."""
    parser = argparse.ArgumentParser(
        prog="tools/train.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these scorers")
    parser.add_argument("--check", action="store_true", help="write nothing, tell what differs")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    args = parser.parse_args(argv)
    every = tasks()
    if unknown := sorted(set(args.names) - set(every)):
        parser.error(f"no scorer {', '.join(unknown)}; there are: {', '.join(every)}")
    corpus = Corpus(folder=args.shared)
    if not corpus.there():
        print(f"train: {args.shared.name}/ is not beside the repository, so there is nothing to learn from")
        return 1
    differs = 0
    for task in every.values():
        if args.names and task.name not in args.names:
            continue
        for path, text in learn(task, corpus).items():
            place = ROOT / path
            if args.check:
                if not place.exists() or place.read_text(encoding="utf-8") != text:
                    print(f"train: {path} is not what is learnt")
                    differs += 1
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, encoding="utf-8")
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
