"""Which tellings each is compared with, kept as tellings come and go: the pairs that `blocks.candidates` finds at once."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import NamedTuple

from firsthand.link.accounts import Account
from firsthand.link.blocks import keys, when
from firsthand.link.rulings import Pair, in_order
from firsthand.link.scales import Scales

Place = tuple[int, int, str]
"""A telling in order of time: what `blocks.when` says, and its event."""


class Picks(NamedTuple):
    """Numbers of tellings, and what each shares as a number below zero: most first, of equals the smaller events."""

    numbers: "array[int]"
    weights: "array[int]"


NONE = Picks(array("l"), array("l"))


class Neighbours:
    """Rows of tellings that share a key, and for each telling those that it shares most with (its picks).

    A telling that comes changes the picks of those it shares enough with, and of those between which it comes in a row so long
    that only neighbours in time count; all others keep theirs.
    """

    def __init__(self, scales: Scales) -> None:
        self._scales = scales
        self._limits = scales.weights.limits
        self._rows: dict[str, list[Place]] = {}
        self._keys: dict[str, Mapping[str, int]] = {}
        self._place: dict[str, Place] = {}
        self._report: dict[str, str] = {}
        self._number: dict[str, int] = {}
        self._events: list[str] = []
        self._picks: dict[str, Picks] = {}

    def update(self, gone: Iterable[str], come: Iterable[Account]) -> set[Pair]:
        """Take these tellings out, then those in.

        Returns pairs that are compared now and were not, or the other way round, and all of those that came.
        """
        before: dict[str, Picks] = {}
        doubtful: set[str] = set()
        for event in gone:
            doubtful |= self._take_out(event)
            before[event] = self._picks.pop(event)
        doubtful -= before.keys()
        fresh = list(come)
        for account in fresh:
            doubtful |= self._put_in(account)
        for account in fresh:
            shared = self._sharing(account.event)
            before[account.event] = NONE
            self._picks[account.event] = self._best(account.event, shared)
            self._offer(account.event, shared, doubtful, before)
        for event in sorted(doubtful & self._picks.keys()):
            before.setdefault(event, self._picks[event])
            self._picks[event] = self._best(event, self._sharing(event))
        return self._changed(before, {self._number[account.event] for account in fresh})

    def picks(self, event: str) -> list[str]:
        """Those that a telling shares most with, most first."""
        return [self._events[number] for number in self._picks[event].numbers]

    def holds(self, pair: Pair) -> bool:
        """Tell whether two tellings are compared."""
        one, other = pair
        if one not in self._picks or other not in self._picks:
            return False
        return self._picked(one, self._number[other]) or self._picked(other, self._number[one])

    def _picked(self, event: str, number: int) -> bool:
        return number in self._picks.get(event, NONE).numbers

    def _put_in(self, account: Account) -> set[str]:
        """Put a telling into its rows. Returns those whose picks may be others now, beside those that it shares keys with."""
        event = account.event
        if event not in self._number:
            self._number[event] = len(self._events)
            self._events.append(event)
        place = self._place[event] = (*when(account), event)
        self._report[event] = account.report
        self._keys[event] = keys(account, self._scales)
        doubtful: set[str] = set()
        for key in self._keys[event]:
            row = self._rows.setdefault(key, [])
            if len(row) > self._limits.block:
                doubtful |= self._parted(row, bisect_left(row, place))
            insort(row, place)
            if len(row) == self._limits.block + 1:
                doubtful.update(other for _, _, other in row)
        return doubtful - {event}

    def _parted(self, row: list[Place], at: int) -> set[str]:
        """Of the pairs that are neighbours in a long row until one comes between, those of which one has picked the other."""
        found: set[str] = set()
        reach = self._limits.neighbours
        for back in range(min(at, reach)):
            ahead = at + reach - 1 - back
            if ahead < len(row):
                one, other = row[at - 1 - back][2], row[ahead][2]
                found |= {one} if self._picked(one, self._number[other]) else set()
                found |= {other} if self._picked(other, self._number[one]) else set()
        return found

    def _take_out(self, event: str) -> set[str]:
        """Take a telling out of its rows. Returns those whose picks may be others now."""
        number, place = self._number[event], self._place[event]
        doubtful = {other for other in self._sharing(event) if self._picked(other, number)}
        reach = self._limits.neighbours
        for key in self._keys.pop(event):
            row = self._rows[key]
            at = bisect_left(row, place)
            if len(row) > self._limits.block:
                doubtful.update(other for _, _, other in row[max(0, at - reach) : at + reach + 1])
            if len(row) == self._limits.block + 1:
                doubtful.update(other for _, _, other in row)
            del row[at]
            if not row:
                del self._rows[key]
        return doubtful - {event}

    def _sharing(self, event: str) -> dict[str, int]:
        """What the keys weigh together that a telling shares with each other one."""
        shared: dict[str, int] = {}
        place, reach = self._place[event], self._limits.neighbours
        for key, weight in self._keys[event].items():
            row = self._rows[key]
            if len(row) > self._limits.block:
                at = bisect_left(row, place)
                row = row[max(0, at - reach) : at + reach + 1]
            for _, _, other in row:
                shared[other] = shared.get(other, 0) + weight
        return shared

    def _best(self, event: str, shared: Mapping[str, int]) -> Picks:
        """The picks of a telling. `shared`: see `_sharing`."""
        report, least = self._report[event], self._limits.least
        heavy = (
            (-weight, other) for other, weight in shared.items() if weight >= least and self._report[other] != report
        )
        best = nsmallest(self._limits.candidates, heavy)
        return self._as_picks(best)

    def _as_picks(self, best: Iterable[tuple[int, str]]) -> Picks:
        """Tellings with what they share, below zero, in their order."""
        found = list(best)
        return Picks(array("l", [self._number[other] for _, other in found]), array("l", [w for w, _ in found]))

    def _offer(self, event: str, shared: Mapping[str, int], doubtful: set[str], before: dict[str, Picks]) -> None:
        """Offer a telling that came to those that it shares enough with; those in doubt or still to come look for themselves."""
        number, report = self._number[event], self._report[event]
        for other, weight in shared.items():
            if weight < self._limits.least or other in doubtful or self._report[other] == report:
                continue
            picks = self._picks.get(other)
            if picks is None or number in picks.numbers:
                continue
            offered = (-weight, event)
            if len(picks.numbers) >= self._limits.candidates and self._last(picks) < offered:
                continue
            before.setdefault(other, picks)
            known = zip(picks.weights, (self._events[n] for n in picks.numbers), strict=True)
            self._picks[other] = self._as_picks(sorted([*known, offered])[: self._limits.candidates])

    def _last(self, picks: Picks) -> tuple[int, str]:
        return picks.weights[-1], self._events[picks.numbers[-1]]

    def _changed(self, before: Mapping[str, Picks], fresh: set[int]) -> set[Pair]:
        """The pairs whose standing differs from what these picks made it, and those of `fresh` tellings (by number)."""
        found: set[Pair] = set()
        for event, old in before.items():
            now = {*self._picks.get(event, NONE).numbers}
            found.update(in_order(event, self._events[number]) for number in ({*old.numbers} ^ now) | (now & fresh))
        return found
