"""Low, best and high of a count, close to how UCDP GED codes them.

UCDP takes as best the most reliable figure, as low and high the lowest and highest that credible sources give. Here:
1. What is a part of another figure, what only attackers lost (where others' losses are told), and what its own voice later
   replaced, is left out. Readings are weighed by their origins, not by the outlets that carry them.
2. Best is the figure of most origins; of equals the latest, then the higher (one voice that gives two figures gives a part
   and the whole), then the exact one before the open one.
3. Low and high are the lowest and the highest figures of the remaining readings. Zero only where someone says so.
4. Killed-or-wounded is a count of its own and never split.
"""

from collections.abc import Iterable, Sequence

from firsthand.model.incident import Best, Reading, Readings
from firsthand.weigh.readings import OUTLET, parts_left_out

CERTAIN = ("exact", "about", "between", "at_least", "more_than", "up_to", "none_reported", "vague")


def best_of(counts: Iterable[Readings]) -> tuple[Best, ...]:
    """Low, best and high of every field that a number is known of."""
    found = []
    for field in counts:
        best = _best(field)
        if best is not None:
            found.append(best)
    return tuple(found)


def credible(readings: Sequence[Reading]) -> list[Reading]:
    """Readings that count: no parts, no attackers beside others, nothing that all its origins later replaced."""
    whole = parts_left_out(readings) or list(readings)
    others = [r for r in whole if r.count.side != "attacker"] or whole
    return [r for r in others if not any(replaces(later, r) for later in others)] or others


def replaces(later: Reading, earlier: Reading) -> bool:
    """Tell whether every voice of the earlier reading gives the other on a later day."""
    if later is earlier or later.first_said is None or earlier.first_said is None or later.first_said <= earlier.first_said:
        return False
    return OUTLET not in earlier.voices and set(earlier.voices) <= set(later.voices)


def _best(field: Readings) -> Best | None:
    kept = credible(field.readings)
    known = [r for r in kept if _middle(r) is not None]
    lows = [low for r in kept for low in [_low(r)] if low is not None]
    highs = [high for r in kept for high in [_high(r)] if high is not None]
    if not known and not lows and not highs:
        return None
    chosen = min(known, key=_rank, default=None)
    best = _middle(chosen) if chosen else None
    return Best(field=field.field, low=min(lows, default=None), best=best, high=max(highs, default=None))


def _rank(reading: Reading) -> tuple[int, int, int, int, str]:
    """Order of readings, the best first."""
    day = reading.first_said or ""
    late = -int(day.replace("-", "")) if day else 0
    middle = _middle(reading) or 0
    return (-len(reading.origins), late, -middle, CERTAIN.index(reading.count.bound), repr(reading.count))


def _middle(reading: Reading) -> int | None:
    """The number to show for a reading, None for vague words."""
    count = reading.count
    if count.bound in ("vague", "up_to"):
        return None
    if count.bound == "between" and count.low is not None and count.high is not None:
        return (count.low + count.high) // 2
    return count.number if count.number is not None else count.low


def _low(reading: Reading) -> int | None:
    return reading.count.low


def _high(reading: Reading) -> int | None:
    """The highest figure given; an open end adds nothing to the number as written."""
    count = reading.count
    if count.bound == "vague":
        return None
    return count.high if count.high is not None else count.low
