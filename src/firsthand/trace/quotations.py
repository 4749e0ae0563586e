"""Words in quotation marks, compared over reports: one speaker, one saying, in different words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import Match, SequenceMatcher
from itertools import combinations, product
from typing import NamedTuple

from firsthand.model.lineage import QuotationDiffers, QuotedVersion
from firsthand.trace.occasions import one_occasion
from firsthand.trace.pairs import Aligned, Link
from firsthand.trace.paraphrase import resemblance
from firsthand.trace.quoted import Quoted, may_be_one_speaker, speaker
from firsthand.trace.steps import steps
from firsthand.trace.texts import Text
from firsthand.trace.words import FUNCTION_WORDS

LEAST = 5
"""Words of the shortest quotation that is compared with any other; shorter ones only in sentences that answer to each other."""
COMMON = 60
"""A content word that more quotations have does not make two of them candidates."""
TELLING = 7
"""Words of one speaker that two reports must share for the saying alone to tell that they go back to one statement."""
CLOSE, CLOSER = 0.42, 0.75
"""Share of words in one order, for one speaker and where a report names no speaker."""
SHARED = 3
TOLD = 2
"""Content words of the shortest part of a saying that is known again without its sentence."""
REST = 3
"""Words that two sayings with one formula go on with, each with its own."""
SHOWN = 5
NEGATIONS = frozenset({"not", "no", "never", "cannot", "nor", "without"})


class Alike(NamedTuple):
    """Two quotations (by index) that are one saying, and the words that differ; `telling`: enough to tell one origin."""

    one: int
    other: int
    words: tuple[str, ...]
    telling: bool


def sayings(texts: Sequence[Text], found: Sequence[Quoted]) -> list[Alike]:
    """Quotations of different reports that are one saying."""
    return _compared(texts, found, sorted(_candidates(found) | _parts(found)))


def _compared(texts: Sequence[Text], found: Sequence[Quoted], pairs: Iterable[tuple[int, int]]) -> list[Alike]:
    out = []
    for a, b in pairs:
        one, other = found[a], found[b]
        if (same := _alike(texts, one, other)) and one_occasion(texts[one.text], texts[other.text], one, other):
            out.append(Alike(a, b, *same))
    return out


def said_links(
    texts: Sequence[Text], found: Sequence[Quoted], alike: Sequence[Alike], weight: Mapping[str, int]
) -> list[Link]:
    """Pairs of reports that put one saying into one speaker's mouth."""
    aligned: defaultdict[tuple[int, int], dict[tuple[int, int], Aligned]] = defaultdict(dict)
    for pair in alike:
        one, other = found[pair.one], found[pair.other]
        left, right = texts[one.text], texts[other.text]
        i, j = left.sentence_of[one.first], right.sentence_of[other.first]
        if pair.telling and i >= 0 and j >= 0 and (like := resemblance(left, right, i, j, weight)):
            words = (one.first, one.last), (other.first, other.last)
            aligned[one.text, other.text][i, j] = Aligned(i, j, 0, *words, like, verbatim=not pair.words)
    return [
        Link(*pair, "statement", "verbatim", tuple(x for _, x in sorted(by.items())), 0.0)
        for pair, by in aligned.items()
    ]


def short_sayings(texts: Sequence[Text], found: Sequence[Quoted], links: Sequence[Link]) -> list[Alike]:
    """The same for quotations of few words, which are compared only where sentences answer to each other by the links."""
    return _compared(texts, found, sorted(_short(texts, found, links)))


def quotations_that_differ(
    texts: Sequence[Text], found: Sequence[Quoted], alike: Sequence[Alike]
) -> tuple[QuotationDiffers, ...]:
    """Sayings that reports put in quotation marks in different words, in the order of their first version."""
    shown = {(x.one, x.other): list(x.words) for x in alike if x.words}
    out = [_differs(texts, [found[k] for k in group], pairs) for group, pairs in _joined(shown)]
    return tuple(sorted(out, key=lambda x: (x.versions[0].report, x.versions[0].start, x.why)))


def _candidates(found: Sequence[Quoted]) -> set[tuple[int, int]]:
    """Pairs of quotations (by index) of different reports that share content words, or one speaker by name."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    saying: defaultdict[str, list[int]] = defaultdict(list)
    for k, quoted in enumerate(found):
        if len(quoted.keys) >= LEAST:
            for stem in quoted.stems:
                having[stem].append(k)
            saying[(speaker(quoted) or "").casefold().rpartition(" ")[2]].append(k)
    shared: Counter[tuple[int, int]] = Counter()
    for owners in having.values():
        if len(owners) <= COMMON:
            shared.update(combinations(owners, 2))
    for name, owners in saying.items():
        if name and len(owners) <= COMMON:
            shared.update(dict.fromkeys(combinations(owners, 2), SHARED))
    return {
        (a, b)
        for (a, b), n in shared.items()
        if n >= SHARED and found[a].text != found[b].text and may_be_one_speaker(found[a], found[b])
    }


def _parts(found: Sequence[Quoted]) -> set[tuple[int, int]]:
    """Pairs of quotations (by index) of one named speaker: few words, and a longer one of another report that has them."""
    saying: defaultdict[str, list[int]] = defaultdict(list)
    for k, quoted in enumerate(found):
        if (name := speaker(quoted)) is not None:
            saying[name.casefold().rpartition(" ")[2]].append(k)
    out = set()
    for owners in saying.values():
        few = [k for k in owners if len(found[k].keys) < LEAST and len(found[k].stems) >= TOLD]
        for one, other in product(few if len(owners) <= COMMON else (), owners):
            part, whole = found[one], found[other]
            fits = len(whole.keys) >= LEAST and part.text != whole.text and part.stems <= whole.stems
            if fits and _stands_in(part.keys, whole.keys) and may_be_one_speaker(part, whole):
                out.add((min(one, other), max(one, other)))
    return out


def _stands_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(part == whole[k : k + size] for k in range(len(whole) - size + 1))


def _short(texts: Sequence[Text], found: Sequence[Quoted], links: Sequence[Link]) -> set[tuple[int, int]]:
    """Pairs of quotations (by index), one of them short, in sentences that answer to each other."""
    standing: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for k, quoted in enumerate(found):
        standing[quoted.text, texts[quoted.text].sentence_of[quoted.first]].append(k)
    out = set()
    for link in links:
        for a in link.aligned:
            for one, other in product(standing[link.left, a.left], standing[link.right, a.right]):
                if min(len(found[one].keys), len(found[other].keys)) < LEAST and may_be_one_speaker(
                    found[one], found[other]
                ):
                    out.add((min(one, other), max(one, other)))
    return out


def _alike(texts: Sequence[Text], left: Quoted, right: Quoted) -> tuple[tuple[str, ...], bool] | None:
    """The words that differ, as "'permit' against 'allow'", and whether so much is shared that it tells one origin.

    None where the quotations are not one saying.
    """
    here, there = left.keys, right.keys
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    same = sum(b.size for b in blocks)
    named = speaker(left) is not None and speaker(right) is not None
    if same < min(LEAST - 1, len(here) - 1, len(there) - 1) or not left.stems & right.stems:
        return None
    a0, a1 = cropped(len(here), len(there), blocks[0].a, blocks[-1].a + blocks[-1].size)
    b0, b1 = cropped(len(there), len(here), blocks[0].b, blocks[-1].b + blocks[-1].size)
    others = _other_numbers(left, right)
    if others > 1:
        return None
    close = CLOSE if named and not others else CLOSER
    if 2 * same < close * (a1 - a0 + b1 - b0):
        return None
    if _one_formula(left, right, blocks):
        return None
    out = []
    for tag, i, j, x, y in steps(texts, left, right):
        i, j, x, y = max(i, a0), min(j, a1), max(x, b0), min(y, b1)
        if tag == "replace" and i < j and x < y:
            out.append(f"'{' '.join(here[i:j])}' against '{' '.join(there[x:y])}'")
        elif tag in ("insert", "delete") and NEGATIONS.intersection((*here[i:j], *there[x:y])):
            out.append(f"'{' '.join(here[i:j] or there[x:y])}' left out")
    return tuple(out), named and same >= TELLING


def _one_formula(left: Quoted, right: Quoted, blocks: Sequence[Match]) -> bool:
    """Tell whether two sayings only begin or end alike, and each goes on with something of its own.

    "We thank our friends, and the harvest will begin", "We thank our friends, and no soldier will stay".
    """
    one, *more = (b for b in blocks if b.size > 1)
    head = (left.keys[: one.a], right.keys[: one.b])
    tail = (left.keys[one.a + one.size :], right.keys[one.b + one.size :])
    if more or (all(head) and all(tail)):
        return False
    here, there = head if all(head) else tail
    own = {*here} - FUNCTION_WORDS, {*there} - FUNCTION_WORDS
    return min(len(here), len(there)) >= REST and min(map(len, own)) > 1 and own[0].isdisjoint(own[1])


def _other_numbers(left: Quoted, right: Quoted) -> int:
    """How many numbers each gives that the other has not.

    From one on they are two sayings of one form, unless nearly all else agrees; from two on the next day's figures.
    """
    one, two = ({key for key in q.keys if any(c.isdigit() for c in key)} for q in (left, right))
    return min(len(one - two), len(two - one))


def cropped(size: int, other: int, first: int, last: int) -> tuple[int, int]:
    """The part of the longer quotation that the shorter one may stand for; the whole of the shorter one."""
    if size <= other:
        return 0, size
    spare = max(0, other - (last - first))
    return max(0, first - spare), min(size, last + spare)


def together(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Each quotation with the smallest one that it goes together with, directly or through others."""
    group: dict[int, int] = {}
    for a, b in sorted(pairs):
        old, new = group.setdefault(b, b), group.setdefault(a, a)
        low = min(old, new)
        for k, v in list(group.items()):
            if v in (old, new):
                group[k] = low
    return group


def _joined(shown: Mapping[tuple[int, int], list[str]]) -> Iterator[tuple[list[int], list[list[str]]]]:
    """Quotations that differ from one another, together, with the differences of each pair."""
    group = together(shown)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for k, v in sorted(group.items()):
        members[v].append(k)
    for key in sorted(members):
        yield members[key], [words for (a, _), words in sorted(shown.items()) if group[a] == key]


def _differs(texts: Sequence[Text], group: Sequence[Quoted], pairs: Sequence[Sequence[str]]) -> QuotationDiffers:
    names = [name for name in map(speaker, group) if name]
    words = list(dict.fromkeys(w for pair in pairs for w in pair))
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    versions = [
        QuotedVersion(
            report=texts[q.text].id, start=q.start, end=q.end, quote=texts[q.text].report.text[q.start : q.end]
        )
        for q in group
    ]
    return QuotationDiffers(
        speaker=max(names, key=lambda n: (len(n), n)) if names else "",
        versions=tuple(sorted(versions, key=lambda v: (v.report, v.start))),
        why=f"inside the quotation marks: {'; '.join(words[:SHOWN])}{more}: at most one is verbatim",
    )
