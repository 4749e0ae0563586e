"""What linking is least sure of: incidents that nearly are one, and tellings that hardly belong to theirs."""

from collections.abc import Iterator
from typing import NamedTuple

from firsthand.link.index import Index
from firsthand.model.match import Weighing

CLOSE = 3000
"""Millibits from what joining needs within which a person is asked: odds of eight to one either way."""


class Doubt(NamedTuple):
    """Two groups of tellings (by event, sorted) held against each other. `together`: they are one incident so far."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    weighing: Weighing
    together: bool

    @property
    def off(self) -> int:
        """Millibits by which the answer could turn."""
        return abs(self.weighing.mean - self.weighing.needed)


def doubts(index: Index, close: int = CLOSE) -> list[Doubt]:
    """All doubts, what is nearest to turning first. Neither what a person ruled upon nor what a rule keeps apart is doubted."""
    return sorted(
        [*_apart(index, close), *_together(index, close)], key=lambda doubt: (doubt.off, doubt.left, doubt.right)
    )


def _apart(index: Index, close: int) -> Iterator[Doubt]:
    """Incidents that nearly are one."""
    for one, other in sorted(index.near(close)):
        left, right = (tuple(sorted(t.event for t in index.groups[key].tellings)) for key in (one, other))
        yield from _doubted(index, left, right, close, together=False)


def _together(index: Index, close: int) -> Iterator[Doubt]:
    """Of each incident the telling that fits the others least."""
    for _, group in sorted(index.groups.items()):
        events = sorted(telling.event for telling in group.tellings)
        found = [
            doubt
            for event in (events if len(events) > 2 else events[:-1])
            for doubt in _doubted(index, (event,), tuple(e for e in events if e != event), close, together=True)
        ]
        yield from sorted(found, key=lambda doubt: (doubt.weighing.mean, doubt.left))[:1]


def _doubted(
    index: Index, left: tuple[str, ...], right: tuple[str, ...], close: int, *, together: bool
) -> Iterator[Doubt]:
    found = index.weighed(left, right)
    doubt = Doubt(left, right, found, together)
    # A group may hold by its other tellings what by itself would be parted, and be kept apart though it would fit.
    turning = found.mean < found.needed + close if together else found.mean > found.needed - close
    if found.ruled is None and not found.barred and turning:
        yield doubt
