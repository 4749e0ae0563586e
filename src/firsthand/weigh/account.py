"""The account of one count as it grows: what a further figure does to it, and what stands after a day. Linear in the figures."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from firsthand.model.course import Did, FigureTold
from firsthand.model.folded import ReportEntry, StatedClaim
from firsthand.model.incident import Best, Reading, Readings
from firsthand.model.value import Count
from firsthand.weigh.best import best_among
from firsthand.weigh.evidence import appeared
from firsthand.weigh.tolls import size

MANY = 10**12
"""Stands for an open upper end."""


class Figures:
    """The figures of one side so far: each answer once, and the last that each source gave, by day."""

    def __init__(self) -> None:
        self._answers: dict[tuple[object, ...], Count] = {}
        self._last: dict[frozenset[str], list[FigureTold]] = {}

    def weighed(self, row: FigureTold, before: Best | None) -> FigureTold:
        """The figure with what it does to the account as it stood before its day; it is one of the figures from then on."""
        last = self._own(row) if _ends(row.count) != (0, MANY) else None
        again = _answer(row.count) in self._answers
        replaces = last.quote if last is not None and _answer(last.count) != _answer(row.count) else None
        did: Did = "first" if before is None else _change(row.count, before, self._answers.values())
        self._answers.setdefault(_answer(row.count), row.count)
        self._keep(row)
        if row.did != "first":
            return replace(row, replaces=replaces)
        return replace(row, did="same") if again else replace(row, did=did, replaces=replaces)

    def _keep(self, row: FigureTold) -> None:
        """Note what its sources gave last; of figures of one day none is before another, so that of an earlier day stays."""
        given = self._last.setdefault(frozenset(row.origins), [])
        given[:] = [
            *[one for one in given if one.day != row.day][-1:],
            *(one for one in given if one.day == row.day),
            row,
        ]

    def _own(self, row: FigureTold) -> FigureTold | None:
        """The last figure that the same sources gave on an earlier day."""
        mine = set(row.origins)
        earlier = [
            one for origins, given in self._last.items() if origins and origins <= mine
            for one in given if str(one.day) < str(row.day)
        ]  # fmt: skip
        return max(earlier, key=lambda one: (str(one.day), one.report, one.claims), default=None)


def _change(count: Count, before: Best, told: Iterable[Count]) -> Did:
    """What a figure says against the account before it: how exactly it is put where one contains the other, else the number."""
    low, high = _ends(count)
    stood, number = before.best, size(count)
    if stood is None:
        # Words without a number, or one end, is all that stood before.
        first, last = before.low or 0, MANY if before.high is None or before.high == before.low else before.high
        if number is None:
            return "higher" if low > last else "lower" if high < first else "less exact"
        return "more exact" if first <= number <= last else "higher" if number > last else "lower"
    ends = [_ends(one) for one in told if size(one) == stood]
    if low < high and low <= stood <= high:
        return "same" if number == stood and all(first < last for first, last in ends) else "less exact"
    if low == high and any(first < last < MANY and first <= low <= last for first, last in ends):
        return "more exact"
    if number == stood:
        return "same" if any(first == last for first, last in ends) else "more exact"
    return "higher" if (number if number is not None else low) > stood else "lower"


def _ends(count: Count) -> tuple[int, int]:
    return count.low or 0, MANY if count.high is None else count.high


def _answer(count: Count) -> tuple[object, ...]:
    """What makes two figures the same answer; words without any number only where they are the same words."""
    ends = (count.number, count.bound, count.low, count.high)
    return ends if (count.number, count.low, count.high) != (None, None, None) else (*ends, count.wording.casefold())


class Given:
    """The readings of a count as far as they had been given."""

    def __init__(self, found: Readings, claims: Mapping[str, StatedClaim], reports: Mapping[str, ReportEntry]) -> None:
        self._field = found.field
        days = {key: _day(claims[key], reports) for one in found.readings for key in one.claims if key in claims}
        # Those that are no toll of the whole count only where that is all.
        self._whole = [_Part(one, set(one.claims) - set(one.aside), days) for one in found.readings]
        self._every = [_Part(one, set(one.claims), days) for one in found.readings]
        self._added = [_Part(one, set(one.claims), days) for one in found.sums]

    def take(self, claims: Iterable[str]) -> Best | None:
        """Add claims; low, best and high over all that were given."""
        new = set(claims)
        for part in (*self._whole, *self._every, *self._added):
            part.take(new)
        whole = self._made(self._whole) or self._made(self._every)
        return best_among(self._field, whole, self._made(self._added))

    def _made(self, parts: Sequence["_Part"]) -> list[Reading]:
        # Which claims a reading has matters only where others add them up.
        return [part.made(named=bool(self._added)) for part in parts if part.known]


def _day(stated: StatedClaim, reports: Mapping[str, ReportEntry]) -> str | None:
    entry = reports.get(stated.claim.report)
    return str(entry.published.earliest) if entry is not None and appeared(entry) is not None else None


class _Part:
    """One reading, and which of its claims are known: to whom they go back, and when that was first said."""

    def __init__(self, reading: Reading, wanted: set[str], days: Mapping[str, str | None]) -> None:
        self._reading, self._wanted, self._days = reading, wanted, days
        self._from: dict[str, set[str]] = {}
        for way in reading.ways:
            for claim in way.claims:
                self._from.setdefault(claim, set()).add(way.origin)
        self.known: set[str] = set()
        self._origins: set[str] = set()
        self._first: str | None = None

    def take(self, claims: set[str]) -> None:
        """Add those of the claims that give it."""
        for claim in (claims & self._wanted) - self.known:
            self.known.add(claim)
            self._origins |= self._from.get(claim, set())
            day = self._days.get(claim)
            self._first = min(filter(None, (self._first, day)), default=None)

    def made(self, *, named: bool) -> Reading:
        """The reading as the known claims alone give it, as far as it is weighed; with them where they are `named`."""
        return replace(
            self._reading, origins=tuple(sorted(self._origins)) or self._reading.origins, first_said=self._first,
            claims=tuple(sorted(self.known)) if named else (),
        )  # fmt: skip
