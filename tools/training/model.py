"""What a task of learning is, and the fit: logistic regression with an L2 penalty, in plain numpy and scipy."""

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from firsthand.resources.scorers import BIAS
from tools.measuring.corpus import Corpus

FOLDS = 4
STEP = 10
"""Weights are rounded to so many millibits, so that the last bits of another processor's sums change nothing."""
WORD = "word:"
"""Features that are tied to words begin so; they count only in sets whose licence permits it."""


@dataclass(frozen=True, kw_only=True)
class Example:
    """A candidate with its features, and whether it is right. `text`: what stays in one fold; `source`: the set."""

    source: str
    text: str
    features: tuple[str, ...]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Task:
    """A scorer to learn. `penalty`: L2, larger is smoother; `least`: texts that a feature must be seen in;
    `slight`: millibits from zero that a weight must be away to be kept, for tasks of very many features."""

    name: str
    about: str
    sources: tuple[str, ...]
    examples: Callable[[Corpus], Iterable[Example]]
    penalty: float = 1.0
    least: int = 3
    slight: int = 1


def fold_of(text: str) -> int:
    """The fold of a text, by the digest of its id: nobody's choice."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % FOLDS


def permitted(examples: Iterable[Example], worded: frozenset[str]) -> list[Example]:
    """The examples, without words where the set's licence does not permit to learn from them."""
    return [
        e
        if e.source in worded
        else Example(
            source=e.source, text=e.text, right=e.right, weight=e.weight,
            features=tuple(f for f in e.features if not f.startswith(WORD)),
        )
        for e in examples
    ]  # fmt: skip


def fit(examples: Sequence[Example], task: Task) -> dict[str, int]:
    """Weights in millibits by feature, with the bias. The same examples give the same weights."""
    seen: dict[str, set[str]] = {}
    for e in examples:
        for f in e.features:
            seen.setdefault(f, set()).add(e.text)
    names = sorted(f for f, texts in seen.items() if len(texts) >= task.least)
    column = {f: n for n, f in enumerate(names)}
    rows, columns = [], []
    for n, e in enumerate(examples):
        for f in sorted(set(e.features) & column.keys()):
            rows.append(n)
            columns.append(column[f])
    x = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples), len(names)))
    y = np.array([1.0 if e.right else -1.0 for e in examples])
    weight = np.array([e.weight for e in examples])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margin = y * (x @ w[1:] + w[0])
        value = float(weight @ np.logaddexp(0, -margin)) + task.penalty / 2 * float(w[1:] @ w[1:])
        slope = -y * weight / (1 + np.exp(np.clip(margin, -500, 500)))
        return value, np.concatenate([[slope.sum()], x.T @ slope + task.penalty * w[1:]])

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    found = {BIAS: millibits(best.x[0])} | {f: millibits(w) for f, w in zip(names, best.x[1:], strict=True)}
    return {f: w for f, w in found.items() if abs(w) >= task.slight or f == BIAS}


def millibits(natural: float) -> int:
    """Natural log odds in 1/1000 bit, rounded to a step."""
    return STEP * round(natural / math.log(2) * 1000 / STEP)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How well scores tell right from wrong: shares of 1; `auc`: a right candidate scores above a wrong one."""

    examples: int
    right: int
    precision: float
    recall: float
    auc: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def figures(scored: Sequence[tuple[int, bool]]) -> Figures:
    """Figures of scored candidates, at a score above 0."""
    right = sum(label for _, label in scored)
    chosen = [label for score, label in scored if score > 0]
    ranks: dict[int, Counter[bool]] = {}
    for score, label in scored:
        ranks.setdefault(score, Counter())[label] += 1
    below, pairs = 0, 0.0
    for score in sorted(ranks):
        pairs += ranks[score][True] * (below + ranks[score][False] / 2)
        below += ranks[score][False]
    wrong = len(scored) - right
    return Figures(
        examples=len(scored),
        right=right,
        precision=sum(chosen) / len(chosen) if chosen else 0.0,
        recall=sum(chosen) / right if right else 0.0,
        auc=pairs / (right * wrong) if right and wrong else 0.5,
    )
