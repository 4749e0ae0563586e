"""Words that two reports share in the same order: fingerprints that tell of them, and where they agree."""

from collections import defaultdict
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
