"""The card of a scorer: what it decides, what taught it, and how well it does on texts that did not."""

from collections.abc import Mapping, Sequence

from firsthand.resources.scorers import BIAS
from tools.training.model import FOLDS, Example, Figures, Task, figures
from tools.training.tasks import LICENCES, WORDED

Scored = Sequence[tuple[Example, int]]
SHOWN = 12


def card(task: Task, weights: Mapping[str, int], scored: Scored) -> str:
    """The card in Markdown. `scored`: each example with the score that weights learnt without its fold gave it."""
    lines = [f"# Scorer `{task.name}`", "", task.about, ""]
    lines += [f"Made by `make train` (logistic regression, L2 penalty {task.penalty:g}, features seen in at least"]
    lines += [f"{task.least} texts; {len(weights) - 1} features with a weight). Weights are in 1/1000 bit.", ""]
    lines += ["| taught by | examples | right | words | licence |", "| --- | --- | --- | --- | --- |"]
    for source in task.sources:
        mine = [e for e, _ in scored if e.source == source]
        words = "yes" if source in WORDED else "no"
        lines.append(f"| {source} | {len(mine)} | {sum(e.right for e in mine)} | {words} | {LICENCES[source]} |")
    lines += ["", f"Out of fold ({FOLDS} folds by text): candidates with a score above 0 are taken.", ""]
    lines += ["| set | precision | recall | F1 | AUC |", "| --- | --- | --- | --- | --- |"]
    for source in task.sources:
        lines.append(_row(source, figures([(score, e.right) for e, score in scored if e.source == source])))
    if len(task.sources) > 1:
        lines.append(_row("all", figures([(score, e.right) for e, score in scored])))
    lines += ["", "The weightiest features:", ""]
    ranked = sorted(((f, w) for f, w in weights.items() if f != BIAS), key=lambda part: (-abs(part[1]), part[0]))
    lines += [f"- `{feature}` {weight:+d}" for feature, weight in ranked[:SHOWN]]
    return "\n".join(lines) + "\n"


def _row(name: str, f: Figures) -> str:
    shares = " | ".join(f"{100 * share:.1f}" for share in (f.precision, f.recall, f.f1, f.auc))
    return f"| {name} | {shares} |"
