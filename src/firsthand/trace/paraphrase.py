"""Sentences of two reports that say the same in other words: rare words, names and numbers of both, in one order."""

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import NamedTuple

from firsthand.trace.texts import Text, words_of

UNIT = 1000
"""Weight of a word that no other sentence has; weights are whole numbers, the same on every machine."""
SAMPLE = 500
"""Reports from which the weights of words are counted: those with the smallest ids. Ids are digests, so these are reports
drawn by lot, the same ones in whatever order all came; a further report seldom changes them (docs/adr/0010)."""
FEWEST = 30
"""Sentences below which a record is too small to tell rare words from common ones."""


class Resemblance(NamedTuple):
    """How alike two sentences are.

    `weight` of the shared words, and its share of the lighter sentence and of both together; share of the shared words
    that stand in one order; neighbouring pairs in both that are no mere name; shared words; names and numbers that both
    have, and that each has and the other has not (the smaller of the two counts).
    """

    weight: int
    contained: float
    jaccard: float
    ordered: float
    pairs: int
    words: int
    agree: int
    clash: int


Words = tuple[tuple[str, ...], tuple[bool, ...]]
"""The stems of a sentence, and which of them are names or numbers."""
Known = dict[tuple[Words, Words], Resemblance | None]
"""What was found of sentences, with the same weights: many reports copy the same ones."""
MOST_KNOWN = 50_000


def weights(texts: Sequence[Text]) -> dict[str, int]:
    """How telling each content word is: the fewer sentences of the sampled reports have it, the nearer to UNIT."""
    seen: Counter[str] = Counter()
    total = 0
    for text in nsmallest(SAMPLE, texts, key=lambda text: text.id):
        for words in words_of(text):
            seen.update(words)
            total += 1
    # In a record of two reports every shared word is in half of the sentences, which tells nothing of how rare it is.
    total = max(total, FEWEST)
    scale = math.log2(total + 2)
    return {stem: round(UNIT * (math.log2((total + 2) / (n + 1)) / scale)) for stem, n in seen.items()}


class Sample:
    """The reports that words are weighed by, and the weights; kept as further reports come."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._members = nsmallest(SAMPLE, texts, key=lambda text: text.id)
        self.weight = weights(self._members)

    def takes(self, report: str) -> bool:
        """Whether the report of this id would be one of them."""
        return len(self._members) < SAMPLE or report < self._members[-1].id

    def add(self, text: Text) -> bool:
        """One more report. Tells whether words weigh otherwise now."""
        if not self.takes(text.id):
            return False
        insort(self._members, text, key=lambda member: member.id)
        del self._members[SAMPLE:]
        self.weight = weights(self._members)
        return True


def resemblance(
    left: Text, right: Text, i: int, j: int, weight: Mapping[str, int], least: int = 1
) -> Resemblance | None:
    """Compare sentence `i` of the left text with sentence `j` of the right one; None where less weight is shared."""
    one, two = left.vocabulary[i], right.vocabulary[j]
    both = one & two
    shared = _sum(both, weight)
    if shared < least or not both:
        return None
    first, second = left.content[i], right.content[j]
    here, there = [left.stems[k] for k in first], [right.stems[k] for k in second]
    spelt = _spelt(
        left, right, [k for k in first if left.stems[k] not in two], [k for k in second if right.stems[k] not in one]
    )
    if spelt:
        there = [spelt.get(stem, stem) for stem in there]
        two = frozenset(there)
        both = one & two
        shared = _sum(both, weight)
    a, b = _sum(one, weight), _sum(two, weight)
    ordered = _longest([w for w in dict.fromkeys(here) if w in both], [w for w in dict.fromkeys(there) if w in both])
    mine = {left.stems[k] for k in first if left.anchors[k]}
    yours = {spelt.get(right.stems[k], right.stems[k]) for k in second if right.anchors[k]}
    return Resemblance(
        weight=shared,
        contained=shared / max(1, min(a, b)),
        jaccard=shared / max(1, a + b - shared),
        ordered=ordered / len(both),
        pairs=sum(not mine.issuperset(pair) for pair in set(pairwise(here)) & set(pairwise(there))),
        words=len(both),
        agree=len((mine | yours) & both),
        clash=min(len(mine - two), len(yours - one)),
    )


def known_resemblance(
    left: Text, right: Text, i: int, j: int, weight: Mapping[str, int], known: Known
) -> Resemblance | None:
    """The same for sentences that others may have copied too; what is found is added to `known`."""
    key = _words(left, i), _words(right, j)
    if key not in known:
        if len(known) >= MOST_KNOWN:
            known.clear()
        known[key] = resemblance(left, right, i, j, weight)
    return known[key]


def _words(text: Text, i: int) -> Words:
    """All that is compared of a sentence."""
    sentence = text.sentences[i]
    return text.stems[sentence.first : sentence.last], text.anchors[sentence.first : sentence.last]


def _spelt(left: Text, right: Text, here: Sequence[int], there: Sequence[int]) -> dict[str, str]:
    """Names of the right sentence (words `there`) that are names of the left one in another transliteration."""
    names = [k for k in there if right.anchors[k]]
    known = {left.sounds[left.stems[k]]: left.stems[k] for k in here if left.anchors[k]} if names else {}
    return {right.stems[k]: found for k in names if known and (found := known.get(right.sounds[right.stems[k]]))}


def _sum(stems: Iterable[str], weight: Mapping[str, int]) -> int:
    return sum(weight.get(stem, UNIT) for stem in stems)


def _longest(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence of two orders of the same distinct words (longest rising run)."""
    place = {word: k for k, word in enumerate(right)}
    tails: list[int] = []
    for value in (place[word] for word in left):
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)
