"""Low, best and high of a count, close to how UCDP GED codes them.

UCDP takes as best the most reliable figure, as low and high the lowest and highest that credible sources give. Here:
1. What is no toll of the whole is left out: a part of another figure, the smaller of two figures of one voice, what is only
   recalled as replaced, what only attackers lost (where others' losses are told), and what its own origins later replaced.
   Readings are weighed by their origins, not by the outlets that carry them. Vague words count where nobody gives a number.
   Different people who are told in one breath ("eight soldiers and a driver") count together.
2. Best is the figure of most origins; of equals the latest, then the higher, then the exact one before the open one.
3. Low and high are the lowest and the highest figures of the remaining readings; best lies between. Zero only where someone
   says so.
4. Killed-or-wounded is a count of its own and never split.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from firsthand.model.claim import Field
from firsthand.model.incident import Best, Reading, Readings
from firsthand.model.value import Bound
from firsthand.weigh.evidence import Stated
from firsthand.weigh.readings import OUTLET, Answers, count_of, reading_of
from firsthand.weigh.tolls import size

CERTAIN = ("exact", "about", "between", "at_least", "more_than", "up_to", "none_reported", "vague")


def best_of(answers: Answers, counts: Sequence[Readings]) -> tuple[Best, ...]:
    """Low, best and high of every field that a number is known of, in the order of the format. `counts`: as of `with_sums`."""
    found = (_best(one.field, _credible(answers, one)) for one in counts)
    return tuple(best for best in found if best is not None)


def best_among(field: Field, readings: Sequence[Reading], sums: Sequence[Reading]) -> Best | None:
    """Low, best and high over readings of the whole; `sums` take the place of the readings that they add up."""
    return _best(field, _standing(added_up(readings, sums)))


def _credible(answers: Answers, found: Readings) -> list[Reading]:
    """Readings that count: no parts, no attackers beside others, nothing that all its origins later replaced."""
    supported = [answers.reading(found.field, group) for group in answers.supported(found.field)]
    return _standing(added_up(supported, found.sums))


def _standing(whole: Sequence[Reading]) -> list[Reading]:
    others = [r for r in whole if r.count.side != "attacker"] or whole
    return [r for r in others if not any(replaces(later, r) for later in others)] or list(others)


def added_up(readings: Sequence[Reading], sums: Sequence[Reading]) -> list[Reading]:
    """The readings, with the sums of lists of different people in the place of their members."""
    members = {claim for one in sums for claim in one.claims}
    return [*(one for one in readings if not members or not members.issuperset(one.claims)), *sums]


def sums(answers: Answers, field: Field) -> tuple[Reading, ...]:
    """The readings that lists of different people come to, one for each sum."""
    lists = answers.case.lists(field)
    if not lists:
        return ()
    told = {stated.id: stated for stated in answers.case.of(field)}
    found: dict[int, list[Stated]] = {}
    for row in lists:
        found.setdefault(row.total, []).extend(told[claim] for claim in row.claims)
    return tuple(_sum(answers, total, found[total]) for total in sorted(found))


def with_sums(counts: Sequence[Readings], answers: Answers) -> tuple[Readings, ...]:
    """The readings of all fields with their sums."""
    return tuple(replace(found, sums=sums(answers, found.field)) for found in counts)


def _sum(answers: Answers, total: int, told: Sequence[Stated]) -> Reading:
    """The reading of a list: exact where each of its figures is."""
    counts = [count_of(one) for one in told]
    high = total if all(count.high is not None for count in counts) else None
    reading = reading_of(tuple(told), answers.case, answers.sources)
    bound: Bound = "exact" if high is not None else "at_least"
    return replace(reading, count=replace(reading.count, number=total, bound=bound, low=total, high=high, part_of=None))


def replaces(later: Reading, earlier: Reading) -> bool:
    """Tell whether every origin of the earlier reading gives the other number, of the same people, on a later day."""
    if (
        later is earlier
        or later.first_said is None
        or earlier.first_said is None
        or later.first_said <= earlier.first_said
    ):
        return False
    sides = {later.count.side, earlier.count.side}
    if size(later.count) is None or sides in ({"civilian", "target"}, {"civilian", "attacker"}, {"target", "attacker"}):
        return False
    return OUTLET not in earlier.voices and set(earlier.origins) <= set(later.origins)


def _best(field: Field, kept: Sequence[Reading]) -> Best | None:
    known = [r for r in kept if size(r.count) is not None]
    counted = [r for r in kept if r.count.bound != "vague"] or kept
    lows = [r.count.low for r in counted if r.count.low is not None]
    highs = [high for r in counted for high in [_high(r)] if high is not None]
    if not known and not lows and not highs:
        return None
    chosen = min(known, key=_rank, default=None)
    best = size(chosen.count) if chosen else None
    middle = [best] if best is not None else []
    return Best(field=field, low=min(lows + middle, default=None), best=best, high=max(highs + middle, default=None))


def _rank(reading: Reading) -> tuple[int, int, int, int, str]:
    """Order of readings, the best first."""
    day = reading.first_said or ""
    late = -int(day.replace("-", "")) if day else 0
    middle = size(reading.count) or 0
    return (-len(reading.origins), late, -middle, CERTAIN.index(reading.count.bound), repr(reading.count))


def _high(reading: Reading) -> int | None:
    """The highest figure given; an open end adds nothing to the number as written."""
    count = reading.count
    if count.bound == "vague":
        return None
    return count.high if count.high is not None else count.low
