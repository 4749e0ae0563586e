"""Two reports side by side: which sentences answer to each other, and what that says about their origin."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, product
from typing import Literal, NamedTuple

from firsthand.trace.copies import Run, passages, runs
from firsthand.trace.forms import filled_in, form, template
from firsthand.trace.paraphrase import UNIT, Known, Resemblance, known_resemblance, resemblance
from firsthand.trace.retold import ANSWERING, FOLLOWING, retold
from firsthand.trace.texts import Text
from firsthand.trace.voices import in_quotation_marks, same_speaker

COPIED = 0.5
"""Share of the shorter of two sentences that must agree word for word for one to be a copy."""
COPIED_WORDS = 7
REPRINT = 0.3
"""Share of the shorter report that must agree word for word for it to be derived news."""
REWORDED = 0.45
"""Share of a sentence's weight that the other must have, where it is reworded."""
ORDERED = 0.6
TURNED, TURNED_SHARE = 3, 0.6
"""Names and numbers, and share of weight, in common where a sentence was turned round, as from active to passive."""
FOLLOWS, FOLLOWS_WEIGHT, REACH = 0.25, 1500, 8
"""The same for sentences between others that answer to each other, at most so many sentences away."""
SHARED_WORDS = 3
RARE = 470
"""Mean weight of the shared words: what every report of the kind says ("rocket fire injured civilians") weighs less."""
ALIGNED_WEIGHT = 2 * UNIT
NEARLY = 0.7
"""Share of a sentence's weight with which one other name or number makes no other event of it."""
LEAST_NAMED = 2
"""Names and numbers in common without which shared words tell no news ("Parliament meets again next week")."""
SAYING, SAYING_PAIRS = 0.6, 4
BOILERPLATE_WORDS, STOCK_WORDS = 15, 25
"""Words of shared background; so many where it names next to nothing, as stock phrases do."""
LEAST_PLAIN = 2
"""Content words beside names and numbers of a copied sentence: a long official name is no passage."""
STATEMENT_WORDS = 8
OPENING, OPENING_NAMES = 0.4, 2
"""Share of weight, and names and numbers in common, of two opening sentences that tell one piece of news."""
LEAD, LEAST_TELLING = 3, 5
"""Sentences of body that tell what a report is about, and the words of the shortest that tells anything."""


class Aligned(NamedTuple):
    """Two sentences (by index) that answer to each other.

    `same`: words that agree in a row. `left_words`, `right_words`: the words from..to that are shared on each side.
    """

    left: int
    right: int
    same: int
    left_words: tuple[int, int]
    right_words: tuple[int, int]
    like: Resemblance
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Why two reports (by index) go back to one text, or share boilerplate."""

    left: int
    right: int
    kind: Literal["news", "statement", "boilerplate"]
    how: Literal["verbatim", "paraphrase"]
    aligned: tuple[Aligned, ...]
    share: float


def compare(
    left: Text, right: Text, weight: Mapping[str, int], *, reworded: bool = True, known: Known | None = None
) -> list[Aligned]:
    """All sentences of two reports that answer to each other, copies first; those in other words only where `reworded`.

    `known`: what was found with these weights of sentences compared before; it is added to.
    """
    known = {} if known is None else known
    found = list(_copied(left, right, passages(runs(left, right)), weight, known))
    if not reworded:
        return found
    used = {(a.left, a.right) for a in found}
    full_left, full_right = {a.left for a in found}, {a.right for a in found}
    for like, i, j in sorted(_reworded(left, right, weight), key=lambda x: (-x[0].weight * x[0].contained, x[1], x[2])):
        if (i, j) in used or i in full_left or (j in full_right and like.jaccard < 0.2):
            continue
        full_left.add(i)
        full_right.add(j)
        a, b = left.sentences[i], right.sentences[j]
        found.append(Aligned(i, j, 0, (a.first, a.last), (b.first, b.last), like, verbatim=False))
    return found


def _copied(
    left: Text, right: Text, found: Sequence[Sequence[Run]], weight: Mapping[str, int], known: Known
) -> Iterator[Aligned]:
    """Sentences that agree word for word in good part."""
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for run in (run for group in found for run in group):
        for k in range(run.size):
            i, j = left.sentence_of[run.left + k], right.sentence_of[run.right + k]
            if i >= 0 and j >= 0:
                cells.setdefault((i, j), []).append((run.left + k, run.right + k))
    for (i, j), words in sorted(cells.items()):
        a, b = left.sentences[i], right.sentences[j]
        if len(words) < COPIED_WORDS or len(words) < COPIED * min(a.size, b.size) or "noise" in (a.role, b.role):
            continue
        lefts, rights = [w for w, _ in words], [w for _, w in words]
        if sum(bool(left.stems[w]) and not left.anchors[w] for w in lefts) < LEAST_PLAIN:
            continue
        like = known_resemblance(left, right, i, j, weight, known)
        if like is None:
            continue
        yield Aligned(
            i, j, len(words), (min(lefts), max(lefts) + 1), (min(rights), max(rights) + 1),
            like, verbatim=True,
        )  # fmt: skip


def _reworded(left: Text, right: Text, weight: Mapping[str, int]) -> Iterator[tuple[Resemblance, int, int]]:
    """Sentences that share enough of what is rare, in one order, and do not name and count other things."""
    for i, sentence in enumerate(left.sentences):
        if sentence.role == "noise":
            continue
        both = right.places.keys() & left.vocabulary[i]
        if len(both) < SHARED_WORDS:
            continue
        shared = Counter(chain.from_iterable(map(right.places.__getitem__, both)))
        for j, number in sorted(shared.items()):
            if number >= SHARED_WORDS:
                like = resemblance(left, right, i, j, weight, ALIGNED_WEIGHT)
                if like and _answers(like):
                    yield like, i, j


def _answers(like: Resemblance) -> bool:
    """One sentence may be the other one reworded."""
    return (
        like.contained >= REWORDED
        and (like.ordered >= ORDERED or (like.agree >= TURNED and like.contained >= TURNED_SHARE))
        and (like.pairs > 0 or like.agree > 1)
        and like.weight >= RARE * like.words
        and (like.clash <= like.agree or (like.clash == 1 and like.contained >= NEARLY))
    )


def judge(
    left: Text, right: Text, pair: tuple[int, int], found: Sequence[Aligned], weight: Mapping[str, int]
) -> list[Link]:
    """What the aligned sentences say: a common text, statement or boilerplate; nothing where they say too little."""
    fresh = [a for a in found if not _aside(left, right, a)]
    news = [a for a in fresh if not filled_in(a.like)]
    share = sum(a.same for a in found) / min(left.size, right.size)
    anew = bool(fresh) and form(left, right, [(a.left, a.right) for a in fresh])
    told = sum(a.like.agree for a in news) >= LEAST_NAMED and not anew
    if told and _one_news(left, right, found, news):
        whole = share >= REPRINT
        if (whole or _again(left, right, pair, news, weight)) and not _form_around(left, right, news, weight):
            shared = [a for a in found if not filled_in(a.like)] if whole else news
            return [_link(pair, "news", shared, share), *([] if whole else _boilerplate(pair, found, news, share))]
    said = [a for a in news if _one_saying(left, right, a)]
    if not all(_quoted(left, right, a) for a in said) and (
        (anew and share < REPRINT) or not _one_opening(left, right, weight) or _form_around(left, right, news, weight)
    ):
        said = [a for a in said if _quoted(left, right, a)]
    links = [_link(pair, "statement", said, share)] if said else []
    return links + _boilerplate(pair, found, said, share)


def _again(left: Text, right: Text, pair: tuple[int, int], news: Sequence[Aligned], weight: Mapping[str, int]) -> bool:
    """What answers to each other, with what follows between, makes one report a retelling of the other."""
    if retold(left, right, [(a.left, a.right, a.like) for a in news], ANSWERING):
        return True
    more = complete(left, right, _link(pair, "news", news, 0.0), weight).aligned
    return retold(left, right, [(a.left, a.right, a.like) for a in more], FOLLOWING)


def complete(left: Text, right: Text, link: Link, weight: Mapping[str, int]) -> Link:
    """A link of one news with the sentences that stand between aligned ones on both sides and share less, but enough."""
    several = len({a.left for a in link.aligned}) > 1 and len({a.right for a in link.aligned}) > 1
    if link.kind == "boilerplate" or (link.kind == "statement" and not several):
        return link
    steps = sorted((a.left, a.right) for a in link.aligned)
    ends = [(-1, -1), *steps, (len(left.sentences), len(right.sentences))]
    more: list[Aligned] = []
    for (i, j), (x, y) in pairwise(ends):
        inside = [
            (like, k, m)
            for k in range(i + 1, min(x, i + REACH))
            for m in range(j + 1, min(y, j + REACH))
            if (like := resemblance(left, right, k, m, weight, FOLLOWS_WEIGHT)) and _follows(like)
        ]
        for like, k, m in sorted(inside, key=lambda found: (-found[0].weight * found[0].contained, found[1], found[2])):
            if all(k != a.left and m != a.right for a in more):
                a, b = left.sentences[k], right.sentences[m]
                more.append(Aligned(k, m, 0, (a.first, a.last), (b.first, b.last), like, verbatim=False))
    return replace(link, aligned=(*link.aligned, *sorted(more)))


def _follows(like: Resemblance) -> bool:
    """Between sentences that answer to each other these two do as well."""
    return like.contained >= FOLLOWS and like.clash <= like.agree + 1


def _link(pair: tuple[int, int], kind: Literal["news", "statement"], found: Sequence[Aligned], share: float) -> Link:
    copied = sum(a.like.weight for a in found if a.verbatim)
    whole = sum(a.like.weight for a in found)
    return Link(*pair, kind, "verbatim" if 2 * copied >= whole else "paraphrase", tuple(found), share)


def _boilerplate(pair: tuple[int, int], found: Sequence[Aligned], apart: Sequence[Aligned], share: float) -> list[Link]:
    """The copied sentences that are not the news, if there are enough of them."""
    rest = [a for a in found if a.verbatim and a not in apart]
    named = sum(a.like.agree for a in rest) >= LEAST_NAMED
    if sum(a.same for a in rest) < (BOILERPLATE_WORDS if named else STOCK_WORDS):
        return []
    return [Link(*pair, "boilerplate", "verbatim", tuple(rest), share)]


def _aside(left: Text, right: Text, found: Aligned) -> bool:
    """Both sentences are background."""
    return left.sentences[found.left].role == "background" and right.sentences[found.right].role == "background"


def _one_news(left: Text, right: Text, found: Sequence[Aligned], news: Sequence[Aligned]) -> bool:
    """The reports tell one piece of news: what they share opens both, or is mostly no background and no tail."""
    first, second = _lead(left), _lead(right)
    if any(a.left <= first and a.right <= second for a in news):
        return True
    if 2 * sum(a.like.weight for a in news) < sum(a.like.weight for a in found):
        return False
    return bool(found) and not (_tail(left, [a.left for a in found]) and _tail(right, [a.right for a in found]))


def _one_opening(left: Text, right: Text, weight: Mapping[str, int]) -> bool:
    """A sentence among the first of each tells of the same: names and numbers agree more than they clash."""
    for i in range(_lead(left) + 1):
        for j in range(_lead(right) + 1):
            like = resemblance(left, right, i, j, weight, ALIGNED_WEIGHT)
            if like and like.contained >= OPENING and like.agree >= OPENING_NAMES and like.clash < like.agree:
                return True
    return False


def _lead(text: Text) -> int:
    """Index of the last sentence of the opening."""
    body = [
        k
        for k, s in enumerate(text.sentences)
        if s.role != "noise" and s.section in ("body", "quote", "headline") and s.size >= LEAST_TELLING
    ]
    return body[min(LEAD, len(body)) - 1] if body else -1


def _form_around(left: Text, right: Text, news: Sequence[Aligned], weight: Mapping[str, int]) -> bool:
    """Beside the sentences that agree stand others in one form of words that name and count other things."""
    used = {a.left for a in news}, {a.right for a in news}
    likes = [a.like for a in news]
    rows = [k for k, s in enumerate(left.sentences) if k not in used[0] and s.role != "noise"]
    columns = [k for k, s in enumerate(right.sentences) if k not in used[1] and s.role != "noise"]
    for i, j in product(rows, columns):
        if len(left.vocabulary[i] & right.vocabulary[j]) >= SHARED_WORDS:
            like = resemblance(left, right, i, j, weight, ALIGNED_WEIGHT)
            if like and like.contained >= REWORDED and like.ordered >= ORDERED and like.clash > max(1, like.agree):
                likes.append(like)
    return len(likes) > len(news) and template(likes)


def _tail(text: Text, sentences: Sequence[int]) -> bool:
    """All these sentences stand in the last part of the report."""
    return min(sentences) * 5 >= len(text.sentences) * 2


def _one_saying(left: Text, right: Text, found: Aligned) -> bool:
    """Both put nearly the same words into one speaker's mouth."""
    if found.verbatim:
        enough = found.same >= STATEMENT_WORDS
    else:
        enough = found.like.pairs >= SAYING_PAIRS and found.like.contained >= SAYING and not found.like.clash
    return enough and same_speaker(left, found.left_words, right, found.right_words) is not None


def _quoted(left: Text, right: Text, found: Aligned) -> bool:
    """Both have the words in quotation marks. What a monitor always says of itself stands below the news in everybody's
    report: without marks a saying counts only where both open with one piece of news."""
    return in_quotation_marks(left, found.left_words) and in_quotation_marks(right, found.right_words)
