"""Words that two reports share in the same order: which reports are worth comparing, and where they agree."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.trace.grams import SEED, grams
from firsthand.trace.texts import Text

GRAM = 8
"""Words a fingerprint covers."""
WINDOW = 4
"""Of so many fingerprints in a row the smallest is kept (winnowing, Schleimer, Wilkerson and Aiken 2003): every run
of GRAM + WINDOW - 1 shared words is found."""
CROWD = 24
"""A fingerprint that more reports carry is compared along the row of their ids only: the work stays linear."""
NEIGHBOURS = 3
GAP = 6
"""Changed words between two agreeing runs that still make one passage."""
LEAST = 8
"""Agreeing words of the shortest passage that counts."""
REPEATS = 6
"""Words in a row that come back more often in one report line nothing up."""


class Run(NamedTuple):
    """`size` words that agree, from word `left` of one report and word `right` of the other."""

    left: int
    right: int
    size: int


def fingerprints(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The winnowed fingerprints of a text, without repetition."""
    hashes = grams(codes, GRAM)
    if len(hashes) <= WINDOW:
        return np.unique(hashes)
    windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
    return np.unique(windows.min(axis=1))


def carriers(keys: Sequence[NDArray[np.uint64]], most: int | None = None) -> Iterator[NDArray[np.int64]]:
    """Indices of the texts, ascending, for each key that two or more have; `most` leaves out commoner keys."""
    if not keys:
        return
    values = np.concatenate(keys)
    owners = np.repeat(np.arange(len(keys)), [len(k) for k in keys])
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    edges = np.flatnonzero(np.diff(values)) + 1
    bounds = np.concatenate(([0], edges, [len(values)]))
    sizes = np.diff(bounds)
    for k in np.flatnonzero(sizes > 1):
        if most is None or sizes[k] <= most:
            yield owners[bounds[k] : bounds[k + 1]]


def candidates(texts: Sequence[Text]) -> set[tuple[int, int]]:
    """Pairs of texts (by index) that share at least one passage's worth of fingerprints."""
    shared: Counter[tuple[int, int]] = Counter()
    for owners in carriers([fingerprints(t.codes) for t in texts]):
        row = owners.tolist()
        reach = len(row) if len(row) <= CROWD else NEIGHBOURS
        for k, left in enumerate(row):
            for right in row[k + 1 : k + 1 + reach]:
                shared[left, right] += 1
    return set(shared)


def runs(left: Text, right: Text) -> list[Run]:
    """Where two texts agree word for word, longest runs first served, in the order of the left text."""
    mine, yours = left.seeds, right.seeds
    places: defaultdict[int, list[int]] = defaultdict(list)
    for k in yours.shared(mine):
        places[int(yours.at[k])].append(k)
    found: list[Run] = []
    reached: dict[int, int] = {}
    for i in mine.shared(yours):
        there = places[int(mine.at[i])]
        for j in there if len(there) <= REPEATS else ():
            if reached.get(i - j, -1) <= i:
                size = _extent(left.keys, right.keys, i, j)
                reached[i - j] = i + size
                if size >= SEED:
                    found.append(Run(i, j, size))
    return sorted(_apart(sorted(found, key=lambda r: (-r.size, r.left, r.right)), len(left.keys), len(right.keys)))


def _extent(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    """How many words agree from there on."""
    size = 0
    most = min(len(left) - i, len(right) - j)
    while size < most and left[i + size] == right[j + size]:
        size += 1
    return size


def _apart(found: Sequence[Run], left: int, right: int) -> Iterator[Run]:
    """The runs, each without the words that an earlier one took."""
    taken_left, taken_right = bytearray(left), bytearray(right)
    for run in found:
        free = [not (taken_left[run.left + k] or taken_right[run.right + k]) for k in range(run.size)]
        begin = 0
        for k in range(run.size + 1):
            if k < run.size and free[k]:
                continue
            if k - begin >= SEED:
                taken_left[run.left + begin : run.left + k] = b"\x01" * (k - begin)
                taken_right[run.right + begin : run.right + k] = b"\x01" * (k - begin)
                yield Run(run.left + begin, run.right + begin, k - begin)
            begin = k + 1


def passages(found: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow each other in both texts with few words between, as one passage; too short ones left out."""
    out: list[list[Run]] = []
    for run in found:
        if out:
            last = out[-1][-1]
            gaps = (run.left - last.left - last.size, run.right - last.right - last.size)
            if all(0 <= gap <= GAP for gap in gaps):
                out[-1].append(run)
                continue
        out.append([run])
    return [group for group in out if sum(run.size for run in group) >= LEAST]
