"""Weights learnt from pairs of tellings that are known to be one incident or two, held to the weights that were there before.

Every weight gets a factor on what it says. Two estimates of the factors: `ratios`, Fellegi and Sunter's, each feature by itself;
and `fitted`, all features together, as they are not independent: logistic regression with an L2 penalty towards factor 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.link.compare import Compared
from firsthand.link.scales import Finding
from firsthand.model.match import LinkWeights
from firsthand.resources.weights import Weights

Vector = NDArray[np.float64]
FIXED: Final = frozenset({"undated", "side", "count_same"})
"""Reasons that stay as they are: guards of groups, which are no evidence on a pair, and what a number says by its size."""
CURVES: Final = frozenset({"wording", "report"})
SCALED: Final[Mapping[str, tuple[str, ...]]] = {
    "day_same": ("day_same", "day_width"),
    "actor_named": ("actor_named", "actor_top"),
    "suffered_named": ("suffered_named", "suffered_top"),
    "name_rare": ("name_rare", "name_top"),
}
"""Weights that one reason rests on, where they are more than the one of its name."""
MOST: Final = 3.0
STEP: Final = 10
"""Weights are rounded to so many millibits, so that the last bits of another processor's sums change nothing."""
ROUNDS: Final = 50
LN2: Final = 0.6931471805599453


class Example(NamedTuple):
    """A pair: millibits for each factor, those that stay, how sure it is one incident (0 to 1), and how much it counts."""

    bits: Mapping[str, int]
    fixed: int
    same: float
    weight: float = 1.0


def factor(finding: Finding) -> str:
    """The factor that a finding falls under: its reason; of a curve one for what speaks for and one for what speaks against."""
    if finding.reason in CURVES:
        return f"{finding.reason} {'for' if finding.millibits > 0 else 'against'}"
    return finding.reason


def example(compared: Compared, same: float, weight: float = 1.0) -> Example:
    """A compared pair with its answer."""
    bits: dict[str, int] = {}
    for finding in compared.findings:
        if finding.reason not in FIXED:
            bits[factor(finding)] = bits.get(factor(finding), 0) + finding.millibits
    fixed = sum(f.millibits for f in compared.findings if f.reason in FIXED)
    return Example(bits, fixed, same, weight)


class Factors(NamedTuple):
    """The prior in bits, and what each weight is multiplied with."""

    prior: float
    by: Mapping[str, float]


def scored(one: Example, factors: Factors) -> float:
    """Bits of a pair with these factors."""
    return factors.prior + (one.fixed + sum(n * factors.by.get(name, 1.0) for name, n in one.bits.items())) / 1000


def fitted(examples: Sequence[Example], start: Factors, held: float, held_prior: float = 1.0) -> Factors:
    """Factors that answer the examples best, drawn towards those of `start` with a penalty of `held` nats for each square.

    Newton's method on a convex loss: the same examples give the same factors, in whatever order.
    """
    ordered = sorted(examples, key=lambda e: (sorted(e.bits.items()), e.fixed, e.same, e.weight))
    names = sorted({name for e in ordered for name in e.bits})
    if not ordered:
        return start
    x = np.array([[1.0, *(e.bits.get(name, 0) / 1000 for name in names)] for e in ordered]) * LN2
    fixed = np.array([e.fixed / 1000 for e in ordered]) * LN2
    same, weight = np.array([e.same for e in ordered]), np.array([e.weight for e in ordered])
    origin = np.array([start.prior, *(start.by.get(name, 1.0) for name in names)])
    found = _newton(x, fixed, same, weight, origin, np.array([held_prior, *([held] * len(names))]))
    kept = np.clip(found[1:], 0.0, MOST)
    return Factors(float(found[0]), {**start.by, **{n: float(v) for n, v in zip(names, kept, strict=True)}})


def _newton(x: Vector, fixed: Vector, same: Vector, weight: Vector, origin: Vector, held: Vector) -> Vector:
    at = origin.copy()
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(x @ at + fixed, -60, 60)))
        slope = x.T @ (weight * (chance - same)) + 2 * held * (at - origin)
        curve = (x * (weight * chance * (1 - chance))[:, None]).T @ x + np.diag(2 * held)
        step = np.linalg.solve(curve, slope)
        at = at - step * min(1.0, 1.0 / max(float(np.abs(step).max()), 1e-12))
        if float(np.abs(step).max()) < 1e-9:
            break
    return at


def ratios(examples: Iterable[Example], others: Sequence[Example], least: float) -> dict[str, float]:
    """Fellegi and Sunter's factor of each weight: log2(m/u) of meeting it, over the bits that it says on average.

    `examples`: m is counted in those of one incident. `others`: u is counted in these, by how sure they are two. `least`: pairs
    by which both are drawn towards the ratio that the present bits stand for.
    """
    kept = list(examples)
    all_same, all_other = sum(e.weight * e.same for e in kept), sum(e.weight * (1 - e.same) for e in others)
    found: dict[str, float] = {}
    for name in sorted({name for e in (*kept, *others) for name in e.bits}):
        m = sum(e.weight * e.same for e in kept if name in e.bits)
        u = sum(e.weight * (1 - e.same) for e in others if name in e.bits)
        met = [e.bits[name] / 1000 for e in (*kept, *others) if name in e.bits]
        mean = sum(met) / len(met)
        if all_same and all_other and mean:
            rate = (u + 0.5) / (all_other + 1)
            m_rate = (m + least * min(1.0, rate * 2**mean)) / (all_same + least)
            found[name] = min(MOST, max(0.0, log2(max(m_rate, 1e-9) / rate) / mean))
    return found


def weights_of(factors: Factors, weights: Weights) -> LinkWeights:
    """The factors as weights that take the place of those they were learnt on; those that did not move are left out."""
    named: dict[str, int] = {}
    for reason, by in factors.by.items():
        for name in SCALED.get(reason, (reason,)):
            if name in weights.limits.weights and (value := _stepped(weights[name] * by)) != weights[name]:
                named[name] = value
    curves: dict[str, tuple[tuple[int, int], ...]] = {}
    for name in sorted(CURVES & weights.limits.curves.keys()):
        up, down = factors.by.get(f"{name} for", 1.0), factors.by.get(f"{name} against", 1.0)
        points = tuple((at, _stepped(y * (up if y > 0 else down))) for at, y in weights.limits.curves[name])
        if points != weights.limits.curves[name]:
            curves[name] = points
    return LinkWeights(
        prior=_stepped(1000 * factors.prior), weights=tuple(sorted(named.items())), curves=tuple(sorted(curves.items()))
    )


def _stepped(value: float) -> int:
    return STEP * round(value / STEP)
