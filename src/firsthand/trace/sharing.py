"""Which of the reports so far share enough to be compared; one more is taken in at the cost of what it shares with them."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from firsthand.trace import candidates
from firsthand.trace.candidates import Pair, along, features, nearest
from firsthand.trace.copies import fingerprints
from firsthand.trace.postings import Keys, Postings, rows
from firsthand.trace.texts import Text


class Member(NamedTuple):
    """A report in order of its id; `at`: its number in order of arrival."""

    id: str
    at: int


def in_order(texts: Sequence[Text], one: int, other: int) -> Pair:
    """The two reports, that with the smaller id first."""
    return (one, other) if texts[one].id < texts[other].id else (other, one)


class Copied:
    """Which reports share a fingerprint: all with all of those that few carry, in a crowd each with its neighbours by id."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """`texts` in the order of their ids; they are numbered so."""
        keys = [fingerprints(text.codes) for text in texts]
        found = rows(keys)
        self._carried = Postings.of(keys)
        self._crowds = {
            key: [Member(texts[k].id, k) for k in row] for key, row in found.of(found.sizes > candidates.CROWD).each()
        }
        self.first = {pair for _, row in found.each() for pair in along(row)}
        """The pairs among these texts."""

    def add(self, texts: Sequence[Text], one: int) -> tuple[set[int], set[Pair]]:
        """Take in texts[one]. Returns those that it is compared with, and pairs of others that may not be any more."""
        keys = fingerprints(texts[one].codes)
        crowded = np.array([key in self._crowds for key in keys.tolist()], dtype=np.bool_)
        me = Member(texts[one].id, one)
        partners: set[int] = set()
        doubtful: set[Pair] = set()
        for key in keys[crowded].tolist():
            near, parted = _between(self._crowds[key], me)
            partners.update(near)
            doubtful.update(parted)
        self._carried.add(one, keys[~crowded])
        for key, row in _rows(self._carried, keys[~crowded]):
            if len(row) > candidates.CROWD:
                self._crowds[key] = members = sorted(Member(texts[k].id, k) for k in row)
                doubtful.update((a.at, b.at) for a, b in combinations(members, 2))
            partners.update(k for k in row if self._near(key, me, Member(texts[k].id, k)))
        return partners - {one}, {pair for pair in doubtful if one not in pair}

    def holds(self, texts: Sequence[Text], pair: Pair) -> bool:
        """These two are compared."""
        left, right = (Member(texts[k].id, k) for k in pair)
        shared = np.intersect1d(fingerprints(texts[pair[0]].codes), fingerprints(texts[pair[1]].codes))
        return any(self._near(key, left, right) for key in shared.tolist())

    def _near(self, key: int, left: Member, right: Member) -> bool:
        row = self._crowds.get(key)
        return row is None or abs(bisect_left(row, left) - bisect_left(row, right)) <= candidates.NEIGHBOURS


class Retold:
    """Which reports share enough rare pairs of words: each with those that share most."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """`texts` in the order of their ids; they are numbered so."""
        keys = [features(text) for text in texts]
        found = rows(keys)
        self._carried = Postings.of(keys)
        self._common = set(found.keys[found.sizes > candidates.COMMON].tolist())
        self._partners = dict(candidates.partners(found, lambda k: texts[k].id))
        self.first = {in_order(texts, one, other) for one, found in self._partners.items() for other in found}
        """The pairs among these texts."""

    def add(self, texts: Sequence[Text], one: int) -> set[Pair]:
        """Take in texts[one]. Returns the pairs that are compared now and were not, or the other way round."""
        keys = self._rare(features(texts[one]))
        self._carried.add(one, keys)
        which, who = self._carried.find(keys)
        spent = np.bincount(which, minlength=len(keys)) > candidates.COMMON
        self._common.update(keys[spent].tolist())
        others, often = np.unique(who, return_counts=True)
        # Whoever has a pair of words that is too common from now on, and whoever may have a new partner.
        touched = {one, *others[often >= candidates.SHARED].tolist(), *who[spent[which]].tolist()}
        before = {k: self._partners.get(k, ()) for k in touched}
        for k in sorted(touched):
            found = self._carried.find(self._rare(features(texts[k])))[1]
            self._partners[k] = nearest(k, found, lambda n: texts[n].id)
        changed = {(k, other) for k in touched for other in {*before[k]} ^ {*self._partners[k]}}
        return {in_order(texts, k, other) for k, other in changed}

    def holds(self, pair: Pair) -> bool:
        """These two are compared."""
        left, right = pair
        return right in self._partners.get(left, ()) or left in self._partners.get(right, ())

    def _rare(self, keys: Keys) -> Keys:
        return keys[np.array([key not in self._common for key in keys.tolist()], dtype=np.bool_)]


def _between(row: list[Member], me: Member) -> tuple[list[int], list[Pair]]:
    """Put `me` into the row of a crowd: its neighbours, and the pairs that were neighbours until it came between."""
    at, reach = bisect_left(row, me), candidates.NEIGHBOURS
    before, after = row[max(0, at - reach) : at][::-1], row[at : at + reach]
    insort(row, me)
    parted = [(before[n].at, after[reach - n - 1].at) for n in range(len(before)) if reach - n - 1 < len(after)]
    return [member.at for member in (*before, *after)], parted


def _rows(carried: Postings, keys: Keys) -> Iterator[tuple[int, list[int]]]:
    """Each of these keys with its carriers."""
    which, who = carried.find(keys)
    order = np.argsort(which, kind="stable")
    bounds = np.searchsorted(which[order], np.arange(len(keys) + 1))
    for n, key in enumerate(keys.tolist()):
        yield key, who[order[bounds[n] : bounds[n + 1]]].tolist()
