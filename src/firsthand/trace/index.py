"""All reports that were traced so far, with what they share: one more costs what it shares with them, not what they weigh.

Whatever the order in which reports come, the links are those of tracing all of them at once (docs/adr/0010).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from firsthand.model.lineage import Lineage
from firsthand.trace.beside import beside, side_by_side
from firsthand.trace.candidates import Pair
from firsthand.trace.lineages import lineages
from firsthand.trace.pairs import Link, complete
from firsthand.trace.paraphrase import Known, Sample
from firsthand.trace.sharing import Copied, Retold, in_order
from firsthand.trace.texts import Text


class Index:
    """`texts` are numbered in order of arrival; `links` is by pairs of numbers, the report with the smaller id first."""

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        self.texts = sorted(texts, key=lambda text: text.id)
        self.links: dict[Pair, tuple[Link, ...]] = {}
        self._sample = Sample(self.texts)
        self._copied, self._retold = Copied(self.texts), Retold(self.texts)
        self._pairs = {pair: pair in self._retold.first for pair in self._copied.first | self._retold.first}
        self._told: defaultdict[int, set[int]] = defaultdict(set)
        self.weigh()

    def add(self, text: Text) -> tuple[Lineage, ...]:
        """Take in one more report. Returns the lineages that it is part of, boilerplate aside."""
        one = len(self.texts)
        self.texts.append(text)
        near, doubtful = self._copied.add(self.texts, one)
        mine = {in_order(self.texts, one, other) for other in near}
        changed = mine | doubtful | self._retold.add(self.texts, one)
        compared = self._changed(changed, mine)
        if self._sample.add(text):
            self.weigh()
        else:
            known: Known = {}
            for pair in sorted(compared):
                found = side_by_side(self.texts, pair, self._sample.weight, known, reworded=self._pairs[pair])
                self._keep(pair, tuple(found))
        out = self._lineages(one)
        for k in {one, *(k for pair in changed for k in pair)}:
            self.texts[k].forget()
        return out

    def _changed(self, doubtful: Iterable[Pair], copied: set[Pair]) -> list[Pair]:
        """Note which of these pairs are compared, and how. Returns those to compare anew; the links of others go."""
        out = []
        for pair in doubtful:
            retold = self._retold.holds(pair)
            if retold or pair in copied or self._copied.holds(self.texts, pair):
                if self._pairs.get(pair) is not retold:
                    out.append(pair)
                self._pairs[pair] = retold
            elif self._pairs.pop(pair, None) is not None:
                self._keep(pair, ())
        return out

    def weighs_by(self, report: str) -> bool:
        """Whether words would weigh otherwise with the report of this id, so that every pair would be compared anew."""
        return self._sample.takes(report)

    def weigh(self) -> None:
        """Compare every pair: with other weights it may say something else."""
        self.links.clear()
        self._told.clear()
        retold = {pair for pair, reworded in self._pairs.items() if reworded}
        for pair, found in beside(self.texts, self._pairs.keys(), retold, self._sample.weight):
            self._keep(pair, found)

    def _keep(self, pair: Pair, found: tuple[Link, ...]) -> None:
        """Hold what a pair shares."""
        one, other = pair
        if found:
            self.links[pair] = found
        else:
            self.links.pop(pair, None)
        if any(link.kind != "boilerplate" for link in found):
            self._told[one].add(other)
            self._told[other].add(one)
        else:
            self._told[one].discard(other)
            self._told[other].discard(one)

    def _lineages(self, one: int) -> tuple[Lineage, ...]:
        """The lineages of texts[one]: all reports that hang together with it by news and statements are grouped."""
        around = {one}
        waiting = [one]
        while waiting:
            fresh = self._told[waiting.pop()] - around
            around |= fresh
            waiting += fresh
        order = sorted(around, key=lambda k: self.texts[k].id)
        place = {k: n for n, k in enumerate(order)}
        texts = [self.texts[k] for k in order]
        pairs = sorted(
            (place[a], place[b], self.links[in_order(self.texts, a, b)]) for a in order for b in self._told[a]
        )
        told = [
            complete(texts[a], texts[b], replace(link, left=a, right=b), self._sample.weight)
            for a, b, found in pairs
            if a < b
            for link in found
            if link.kind != "boilerplate"
        ]
        return tuple(x for x in lineages(texts, told) if self.texts[one].id in x.reports)
