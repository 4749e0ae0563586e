"""Reports side by side: each pair that is worth it compared, and judged."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from firsthand.trace.candidates import Pair
from firsthand.trace.pairs import Link, compare, judge
from firsthand.trace.paraphrase import Known
from firsthand.trace.texts import Text


def beside(
    texts: Sequence[Text], copied: AbstractSet[Pair], retold: AbstractSet[Pair], weight: Mapping[str, int]
) -> Iterator[tuple[Pair, tuple[Link, ...]]]:
    """Pairs of texts (by index) with why they go back to one text; those without a reason are left out.

    Sentences in other words are looked for only in the pairs of `retold`: most others share no more than a closing.
    """
    known: Known = {}
    for first, pairs in groupby(sorted(copied | retold), lambda pair: pair[0]):
        for pair in pairs:
            if links := side_by_side(texts, pair, weight, known, reworded=pair in retold):
                yield pair, tuple(links)
        # Where the texts stand in the order of their ids, no later pair has this report.
        texts[first].forget()


def side_by_side(
    texts: Sequence[Text], pair: Pair, weight: Mapping[str, int], known: Known, *, reworded: bool
) -> list[Link]:
    """Why two texts (by index) go back to one text; `known` as in `pairs.compare`."""
    left, right = texts[pair[0]], texts[pair[1]]
    found = compare(left, right, weight, reworded=reworded, known=known)
    return judge(left, right, pair, found, weight) if found else []
