"""Which reports are worth laying beside each other: those that share a passage, and those that share rare pairs of words."""

import zlib
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.trace.copies import fingerprints
from firsthand.trace.grams import MULTIPLIER
from firsthand.trace.postings import Keys, Owners, Rows, rows
from firsthand.trace.texts import Text

Pair = tuple[int, int]
"""Two reports by index, that with the smaller id first."""
CROWD = 24
"""A fingerprint that more reports carry is compared along the row of their ids only: the work stays linear."""
NEIGHBOURS = 3
COMMON = 40
"""A pair of words that more reports have says nothing about who copied from whom."""
PARTNERS = 24
"""Reports that one report is compared with as its paraphrase, those that share most first."""
SHARED = 5
"""Rare pairs of words that two reports must share for that."""


def copied(texts: Sequence[Text]) -> set[Pair]:
    """Pairs of texts, which stand in the order of their ids, that share a passage's worth of fingerprints."""
    return {pair for _, row in rows([fingerprints(t.codes) for t in texts]).each() for pair in along(row)}


def along(row: Sequence[int]) -> Iterator[Pair]:
    """The pairs of reports with one fingerprint that are compared."""
    reach = len(row) if len(row) <= CROWD else NEIGHBOURS
    return ((left, right) for k, left in enumerate(row) for right in row[k + 1 : k + 1 + reach])


def retold(texts: Sequence[Text]) -> set[Pair]:
    """Pairs of texts, which stand in the order of their ids, that share enough rare pairs of content words."""
    found = partners(rows([features(t) for t in texts]), lambda k: texts[k].id)
    return {(min(one, other), max(one, other)) for one, others in found for other in others}


def partners(found: Rows, id_of: Callable[[int], str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each report with those that it may paraphrase."""
    for one, others in found.of(found.sizes <= COMMON).beside():
        if best := nearest(one, others, id_of):
            yield one, best


def nearest(one: int, others: Owners, id_of: Callable[[int], str]) -> tuple[int, ...]:
    """Those that come up most often among `others`, and often enough; equal ones by id."""
    who, often = np.unique(others, return_counts=True)
    enough = (often >= SHARED) & (who != one)
    found = sorted(zip(often[enough].tolist(), who[enough].tolist(), strict=True), key=lambda x: (-x[0], id_of(x[1])))
    return tuple(other for _, other in found[:PARTNERS])


def features(text: Text) -> Keys:
    """Neighbouring content words, as one number for each pair; numbers do not depend on the machine."""
    codes: NDArray[np.uint64] = np.array([zlib.crc32(stem.encode()) for stem in text.stems if stem], dtype=np.uint64)
    return np.unique(codes[:-1] * MULTIPLIER + codes[1:])
