"""What a person's decisions teach about the weights: compared pairs with their answers, and the weights that follow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from firsthand.link.bench import bench_of
from firsthand.link.blocks import candidates
from firsthand.link.clusters import Bench
from firsthand.link.compare import Compared
from firsthand.link.learning import Example, Factors, example, fitted, scored, weights_of
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision, LinkWeights, standing
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights

HELD: Final = 10.0
"""How strongly a weight is held to where it was, in pairs that would be answered wrongly without a doubt: see ADR 15."""
EACH: Final = 3.0
"""What a decision counts at most, in pairs: one on twenty tellings is still one judgement."""
PARTS: Final = 20
"""Decisions are held out in so many parts at most; of fewer decisions each by itself."""
RULED: Final = frozenset({"same", "different", "split"})


class Asked(NamedTuple):
    """The pairs that one decision is about, each with its answer."""

    decision: str
    pairs: tuple[Example, ...]


class Answers(NamedTuple):
    """Pairs that were decided, and how many of them the bits call one incident where a person does, and two where a person does.

    `before`: with the weights as they were; `after`: for each decision with weights that it did not teach.
    """

    same: int
    different: int
    before: int
    after: int


class Lesson(NamedTuple):
    """The weights that the decisions teach, and how they do on decisions that did not teach them."""

    weights: LinkWeights
    answers: Answers


class Met(NamedTuple):
    """Two reports that linking holds against each other over the first news of both."""

    left: str
    right: str
    compared: Compared


def first_news(
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
) -> Iterator[Met]:
    """The pairs that linking looks at where both tellings are the first news of their report and no rule keeps them apart.

    Whoever knows which incident a report is on knows what to call such a pair.
    """
    bench = bench_of(extractions, dated, traced, kinds, weights, (), with_dates=True)
    for i, j in candidates(bench.told, bench.scales):
        a, b = bench.told[i], bench.told[j]
        if a.lead and b.lead and bench.pair(i, j).veto is None:
            yield Met(a.report, b.report, bench.pair(i, j))


def lesson(
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    weights: Weights,
    decisions: Sequence[Decision],
) -> Lesson:
    """Weights learnt from the decisions that stand, held to `weights`. Of a pair on which several are, the last answers."""
    bench = bench_of(extractions, dated, traced, kinds, weights, decisions, with_dates=True)
    asked = tuple(_asked(bench, decisions))
    start = Factors(weights.limits.prior / 1000, {})
    found = fitted(_pairs(asked), start, HELD, HELD)
    before, after = sum(_right(one.pairs, start) for one in asked), 0
    for part in range(min(PARTS, len(asked))):
        others = fitted(_pairs(a for i, a in enumerate(asked) if i % PARTS != part), start, HELD, HELD)
        after += sum(_right(one.pairs, others) for one in asked[part::PARTS])
    every = _pairs(asked)
    same = sum(e.same > 0.5 for e in every)
    answers = Answers(same, len(every) - same, before, after)
    return Lesson(weights_of(found, weights), answers)


def _pairs(asked: Iterable[Asked]) -> list[Example]:
    return [pair for one in asked for pair in one.pairs]


def _right(pairs: Iterable[Example], factors: Factors) -> int:
    return sum((scored(one, factors) >= 0) == (one.same > 0.5) for one in pairs)


def _asked(bench: Bench, decisions: Sequence[Decision]) -> Iterable[Asked]:
    """The pairs of each decision that it answers in the end, of two reports and not ruled out by days or places."""
    place = {mention: i for i, account in enumerate(bench.told) for mention in account.mentions}
    seen: set[tuple[int, int]] = set()
    for decision in reversed([d for d in standing(decisions) if d.kind in RULED]):
        one, other = (sorted({place[m] for m in side if m in place}) for side in (decision.mentions, decision.apart))
        pairs = {(min(i, j), max(i, j)) for i in one for j in (other or one) if i != j} - seen
        seen |= pairs
        kept = sorted(p for p in pairs if _teaches(*p, bench))
        if kept:
            same, weight = float(decision.kind == "same"), min(1.0, EACH / len(kept))
            yield Asked(decision.id, tuple(example(bench.pair(*p), same, weight) for p in kept))


def _teaches(i: int, j: int, bench: Bench) -> bool:
    return bench.told[i].report != bench.told[j].report and bench.pair(i, j).veto is None
