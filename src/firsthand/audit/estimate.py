"""Precision and its interval from marked claims of several strata."""

from collections.abc import Iterable
from math import sqrt

from firsthand.model.audited import Estimate
from firsthand.model.base import Record

Z = 1.959964
"""Quantile of the normal distribution for an interval of 95 %."""
TOWARDS = 1.0
"""So many claims of the whole are lent to each stratum when its spread is judged: two marked claims that agree have some too."""


class Cell(Record, frozen=True, kw_only=True):
    """Marked claims of one stratum: `right` of `marked`, which stand for `weight` claims (more than 0)."""

    right: int
    marked: int
    weight: float


def wilson(share: float, marked: float) -> tuple[float, float]:
    """The interval of a share over `marked` (more than 0) draws, also a broken number of them.

    Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209-212. It keeps its promise
    with few draws and with shares near 1, where the usual one does not (Brown, Cai and DasGupta, Statistical Science 16 (2001),
    101-133).
    """
    square = Z * Z / marked
    middle = (share + square / 2) / (1 + square)
    half = Z * sqrt(share * (1 - share) / marked + square / (4 * marked)) / (1 + square)
    low = 0.0 if share == 0 else max(0.0, middle - half)
    return low, 1.0 if share == 1 else min(1.0, middle + half)


def estimate(cells: Iterable[Cell]) -> Estimate | None:
    """The share of right claims over all that the cells stand for, None where nothing is marked.

    Each stratum counts by the claims it stands for, so that the estimate is unbiased whatever share of it was drawn (Cochran,
    Sampling Techniques, 1977, ch. 5). The interval is Wilson's with the effective number of claims in place of the number: so
    many, drawn evenly, would give the variance of the weighted share (Kish, Survey Sampling, 1965; for intervals of shares:
    Korn and Graubard, Survey Methodology 24 (1998), 193-201). With one stratum, or the same weights and the same share in each,
    it is Wilson's own. The number is never taken to be larger than that of marked claims, and nothing is taken off where much of
    a record was seen: both make the interval wider.
    """
    held = [cell for cell in cells if cell.marked]
    if not held:
        return None
    whole, marked = sum(cell.weight for cell in held), sum(cell.marked for cell in held)
    share = sum(cell.weight * cell.right / cell.marked for cell in held) / whole
    # Shares of 1 in small strata would have no spread: each is drawn a little towards the whole, and the whole off its ends.
    level = (share * marked + Z * Z / 2) / (marked + Z * Z)
    drawn = [(cell.right + TOWARDS * level) / (cell.marked + TOWARDS) for cell in held]
    middle = sum(cell.weight * part for cell, part in zip(held, drawn, strict=True)) / whole
    variance = sum(
        (cell.weight / whole) ** 2 * part * (1 - part) / cell.marked for cell, part in zip(held, drawn, strict=True)
    )
    effective = min(float(marked), middle * (1 - middle) / variance)
    # What rounding leaves of a whole number is taken off.
    effective = float(round(effective)) if abs(effective - round(effective)) < 1e-9 else effective
    share = min(1.0, max(0.0, share))
    low, high = wilson(share, effective)
    return Estimate(share=share, low=low, high=high, effective=effective)
