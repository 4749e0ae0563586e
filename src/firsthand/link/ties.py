"""Which tellings hang together, so that what one of them changes can be told from what it cannot."""

from collections.abc import Callable, Iterable, Mapping

Held = dict[str, set[str]]


class Ties:
    """Between tellings (by event), each both ways: those that could join or be recalled, and pairs that a person ruled upon."""

    def __init__(self) -> None:
        self._joining: Held = {}
        self._ruled: Held = {}
        self._crowded: set[str] = set()

    def around(self, event: str) -> set[str]:
        """All that a telling could join."""
        return set(self._joining.get(event, ()))

    def crowded(self, one: str, other: str) -> bool:
        """Tell whether both hang together with so many that only pairs that share a key count there."""
        return one in self._crowded and other in self._crowded

    def tied(self, one: str, other: str, is_so: bool) -> bool:
        """Note whether two tellings could join. Tells whether that is new."""
        return _note(self._joining, one, other, is_so)

    def ruled(self, one: str, other: str, is_so: bool) -> bool:
        """Note whether a person ruled upon two tellings. Tells whether they do or did."""
        return _note(self._ruled, one, other, is_so) or is_so

    def drop(self, event: str) -> None:
        """Forget a telling."""
        for held in (self._joining, self._ruled):
            for other in held.pop(event, ()):
                held[other].discard(event)
        self._crowded.discard(event)

    def closed(self, seeds: Iterable[str], clusters: Mapping[str, tuple[str, ...]]) -> set[str]:
        """These tellings with all that hang together with them, directly or through others."""
        return _reached(seeds, lambda event: {*self.around(event), *clusters.get(event, ())})

    def count(self, events: Iterable[str], large: int) -> None:
        """Note which of these, with which nothing else hangs together, are in a crowd of more than `large`."""
        left = set(events)
        while left:
            together = _reached({left.pop()}, self.around)
            left -= together
            if len(together) > large:
                self._crowded |= together
            else:
                self._crowded -= together


def _reached(seeds: Iterable[str], beside: Callable[[str], set[str]]) -> set[str]:
    """The seeds with all that can be reached from them."""
    found = set(seeds)
    waiting = list(found)
    while waiting:
        fresh = beside(waiting.pop()) - found
        found |= fresh
        waiting += fresh
    return found


def _note(held: Held, one: str, other: str, is_so: bool) -> bool:
    before = other in held.get(one, ())
    for event, mate in ((one, other), (other, one)):
        if is_so:
            held.setdefault(event, set()).add(mate)
        elif mate in held.get(event, ()):
            held[event].discard(mate)
    return before != is_so
