"""What the picture of a figure's history shows, and where: rows, origins with their marks, scales."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from firsthand.model.course import Course, Denied, FigureTold
from firsthand.model.folded import ReportEntry
from firsthand.model.value import Count
from firsthand.publish.history_scale import Days, Numbers, Taken, days_of, numbers_of

WIDTH, LEFT, RIGHT, FIELD, THEIRS = 760, 58, 20, 230, 64
"""Of the picture; what stands left and right of the field; height of the field, and of that of the attackers' losses."""
STRIP = 96
"""Width of the strip for figures of unknown day."""
COLOURS, SHAPES = 6, 4
"""Origins are told apart by both, so that print without colour and eyes that see few do too."""
APART = ("part", "recalled", "aside")
"""Figures that are no toll of the whole: told in the table, not drawn."""


class Key(NamedTuple):
    """How an origin is drawn."""

    colour: int
    shape: int


class Chart:
    """One course as it is drawn. `inline`: a name unique in the page that takes it in, empty for a picture of its own."""

    def __init__(
        self, course: Course, title: str, reports: Mapping[str, ReportEntry], denied: Iterable[Denied], inline: str
    ) -> None:
        self.course, self.title, self.reports, self.inline = course, title, reports, inline
        dated, undated = drawn(course.told), drawn(course.undated)
        self.main = [row for row in dated if row.did != "attackers"]
        self.theirs = [row for row in dated if row.did == "attackers"]
        self.undated = [row for row in undated if row.did != "attackers"]
        mine = [one for one in denied if one.field in (course.field, "denial")]
        self.denied = [(one.day, one) for one in mine if one.day is not None]
        self.whenever = [one for one in mine if one.day is None]
        names = [origin(row) for row in (*dated, *self.undated)]
        self.keys = {name: Key(k % COLOURS, k // COLOURS % SHAPES) for k, name in enumerate(dict.fromkeys(names))}
        self.top = (26 if inline else 74) + (10 if self.denied else 0)
        self.bottom = self.top + FIELD
        self.numbers: Numbers = numbers_of(self._values(), self.top, self.bottom)
        self.their_top = self.bottom + 40
        self.end = self.their_top + THEIRS if self.theirs else self.bottom
        self.right = WIDTH - RIGHT - (STRIP if self.undated else 0)
        days = [day for row in (*self.main, *self.theirs) for day in [row.day] if day is not None]
        self.told: tuple[date, ...] = (*days, *(day for day, _ in self.denied))
        self.days: Days | None = days_of(self.told, LEFT, self.right) if self.told else None
        self.taken = Taken()

    def _values(self) -> Iterator[int]:
        ends = [(row.count.low, row.count.high) for row in (*self.main, *self.undated)]
        ends += [(one.best.low, one.best.high) for one in self.course.stood if one.best is not None]
        yield from (end for pair in ends for end in pair if end is not None)

    @property
    def field(self) -> str:
        """The count as people write it."""
        name = self.course.field.replace("_", " ")
        return name[0].upper() + name[1:]

    def report(self, row: FigureTold) -> str:
        """The name of the report that tells it."""
        entry = self.reports.get(row.report)
        return entry.name if entry else row.report


def drawn(rows: Iterable[FigureTold]) -> list[FigureTold]:
    """The figures that have a number and count the whole."""
    return [row for row in rows if row.did not in APART and _known(row.count)]


def _known(count: Count) -> bool:
    return count.low is not None or count.high is not None


def height(count: Count) -> int:
    """The number at which a figure stands: its middle, or its one known end."""
    low, high = count.low, count.high
    return (low + high) // 2 if low is not None and high is not None else (low if low is not None else high) or 0


def origin(row: FigureTold) -> str:
    """Whom a figure goes back to, as its name in the key."""
    return "; ".join(row.origins) or row.speaker or "not told"


def put(count: Count) -> str:
    """The number as it stands beside its mark."""
    low, high = count.low, count.high
    if count.bound == "none_reported":
        return "none reported"
    if low is None:
        return "" if high is None else f"≤{high:,}"
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def by_origin(rows: Sequence[FigureTold]) -> dict[str, list[FigureTold]]:
    """The figures of each origin, in the order of days."""
    found: dict[str, list[FigureTold]] = {}
    for row in rows:
        found.setdefault(origin(row), []).append(row)
    return found
