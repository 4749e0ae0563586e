"""Words in quotation marks, compared over reports: one speaker, one saying, in different words."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, product
from typing import NamedTuple

from firsthand.model.lineage import QuotationDiffers, QuotedVersion
from firsthand.model.voice import Quotation
from firsthand.trace.pairs import Aligned, Link
from firsthand.trace.paraphrase import resemblance
from firsthand.trace.texts import Text
from firsthand.trace.voices import one_name

LEAST, SHORTEST = 5, 3
"""Words of the shortest quotation that is compared with any other, and in sentences that answer to each other: shorter
ones are scare quotes."""
MOST = 400
COMMON = 60
"""A content word that more quotations have does not make two of them candidates."""
TELLING = 7
"""Words of one speaker that two reports must share for the saying alone to tell that they go back to one statement."""
CLOSE, CLOSER = 0.42, 0.75
"""Share of words in one order, for one speaker and where a report names no speaker."""
SHARED = 3
SHOWN = 5
NEGATIONS = frozenset({"not", "no", "never", "cannot", "nor", "without"})
LETTERS, SPELLING = 4, 0.74
VARIANTS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("our", "or"),
    ("ence", "ense"),
    ("tre", "ter"),
)


class Quoted(NamedTuple):
    """A quotation of one report: keys of its words, without what stands in square brackets, and its content stems.

    `first`, `last`: the range of its words in the text.
    """

    text: int
    quotation: Quotation
    keys: tuple[str, ...]
    stems: frozenset[str]
    first: int
    last: int


class Alike(NamedTuple):
    """Two quotations (by index) that are one saying, and the words that differ; `telling`: enough to tell one origin."""

    one: int
    other: int
    words: tuple[str, ...]
    telling: bool


def quoted(texts: Sequence[Text]) -> list[Quoted]:
    """Quotations of all reports that are more than a word or two, and no whole report."""
    return [q for k, text in enumerate(texts) for q in _quoted(k, text)]


def sayings(found: Sequence[Quoted]) -> list[Alike]:
    """Quotations of different reports that are one saying."""
    compared = [(pair, _alike(found[pair[0]], found[pair[1]])) for pair in sorted(_candidates(found))]
    return [Alike(*pair, *same) for pair, same in compared if same]


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


def quotations_that_differ(
    texts: Sequence[Text], found: Sequence[Quoted], alike: Sequence[Alike], links: Sequence[Link]
) -> tuple[QuotationDiffers, ...]:
    """Sayings that reports put in quotation marks in different words, in the order of their first version.

    Quotations of few words are compared only where the `links` say that their sentences answer to each other.
    """
    shown = {(x.one, x.other): list(x.words) for x in alike if x.words}
    for one, other in sorted(_short(texts, found, links)):
        same = _alike(found[one], found[other])
        if same and same[0]:
            shown[one, other] = list(same[0])
    out = [_differs(texts, [found[k] for k in group], pairs) for group, pairs in _joined(shown)]
    return tuple(sorted(out, key=lambda x: (x.versions[0].report, x.versions[0].start, x.why)))


def _quoted(index: int, text: Text) -> Iterator[Quoted]:
    """Quotations of one report."""
    for quotation in text.extraction.quotations:
        span = quotation.span
        inside = range(bisect_left(text.starts, span.start), bisect_right(text.ends, span.end))
        kept = [k for k in inside[: MOST + 1] if not _bracketed(text.report.text, span.start, text.starts[k])]
        if SHORTEST <= len(kept) <= MOST:
            stems = frozenset(text.stems[k] for k in kept if text.stems[k])
            keys = tuple(_spelling(text.keys[k]) for k in kept)
            yield Quoted(index, quotation, keys, stems, kept[0], kept[-1] + 1)


def _bracketed(text: str, begin: int, at: int) -> bool:
    """The outlet's own words inside a quotation."""
    return text.rfind("[", begin, at) > text.rfind("]", begin, at)


def _spelling(key: str) -> str:
    """One spelling for British and American forms."""
    for british, american in VARIANTS:
        if len(key) > len(british) + 2 and key.endswith(british):
            return key[: -len(british)] + american
    return key


def _candidates(found: Sequence[Quoted]) -> set[tuple[int, int]]:
    """Pairs of quotations (by index) of different reports that share content words, or one speaker by name."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    saying: defaultdict[str, list[int]] = defaultdict(list)
    for k, quoted in enumerate(found):
        if len(quoted.keys) >= LEAST:
            for stem in quoted.stems:
                having[stem].append(k)
            saying[(_speaker(quoted) or "").casefold().rpartition(" ")[2]].append(k)
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
        if n >= SHARED and found[a].text != found[b].text and _may_be_one(found[a], found[b])
    }


def _short(texts: Sequence[Text], found: Sequence[Quoted], links: Sequence[Link]) -> set[tuple[int, int]]:
    """Pairs of quotations (by index), one of them short, in sentences that answer to each other."""
    standing: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for k, quoted in enumerate(found):
        standing[quoted.text, texts[quoted.text].sentence_of[quoted.first]].append(k)
    out = set()
    for link in links:
        for a in link.aligned:
            for one, other in product(standing[link.left, a.left], standing[link.right, a.right]):
                if min(len(found[one].keys), len(found[other].keys)) < LEAST and _may_be_one(found[one], found[other]):
                    out.add((min(one, other), max(one, other)))
    return out


def _speaker(quoted: Quoted) -> str | None:
    """Who is quoted, where the report gives a name."""
    name = quoted.quotation.speaker
    return name if name and name[:1].isupper() else None


def _may_be_one(left: Quoted, right: Quoted) -> bool:
    one, other = _speaker(left), _speaker(right)
    return one is None or other is None or one_name(one, other)


def _alike(left: Quoted, right: Quoted) -> tuple[tuple[str, ...], bool] | None:
    """The words that differ, as "'permit' against 'allow'", and whether so much is shared that it tells one origin.

    None where the quotations are not one saying.
    """
    here, there = left.keys, right.keys
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    same = sum(b.size for b in blocks)
    named = _speaker(left) is not None and _speaker(right) is not None
    if same < min(LEAST - 1, len(here) - 1, len(there) - 1) or not left.stems & right.stems:
        return None
    a0, a1 = _cropped(len(here), len(there), blocks[0].a, blocks[-1].a + blocks[-1].size)
    b0, b1 = _cropped(len(there), len(here), blocks[0].b, blocks[-1].b + blocks[-1].size)
    close = CLOSE if named and not _other_numbers(left, right) else CLOSER
    if 2 * same < close * (a1 - a0 + b1 - b0):
        return None
    out = []
    for tag, i, j, x, y in matcher.get_opcodes():
        i, j, x, y = max(i, a0), min(j, a1), max(x, b0), min(y, b1)
        if tag == "replace" and i < j and x < y and not _one_spelling(here[i:j], there[x:y]):
            out.append(f"'{' '.join(here[i:j])}' against '{' '.join(there[x:y])}'")
        elif tag in ("insert", "delete") and NEGATIONS.intersection((*here[i:j], *there[x:y])):
            out.append(f"'{' '.join(here[i:j] or there[x:y])}' left out")
    return tuple(out), named and same >= TELLING


def _other_numbers(left: Quoted, right: Quoted) -> bool:
    """Each gives a number that the other has not: two sayings of one form, unless nearly all else agrees."""
    one, two = ({stem for stem in q.stems if any(c.isdigit() for c in stem)} for q in (left, right))
    return bool(one - two) and bool(two - one)


def _one_spelling(left: Sequence[str], right: Sequence[str]) -> bool:
    """The same words spelt or joined otherwise ("airstrikes", a name in another transliteration)."""
    if "".join(left) == "".join(right):
        return True
    return len(left) == len(right) and all(
        a == b or (min(len(a), len(b)) >= LETTERS and a[0] == b[0] and SequenceMatcher(None, a, b).ratio() >= SPELLING)
        for a, b in zip(left, right, strict=True)
    )


def _cropped(size: int, other: int, first: int, last: int) -> tuple[int, int]:
    """The part of the longer quotation that the shorter one may stand for; the whole of the shorter one."""
    if size <= other:
        return 0, size
    spare = max(0, other - (last - first))
    return max(0, first - spare), min(size, last + spare)


def _joined(shown: Mapping[tuple[int, int], list[str]]) -> Iterator[tuple[list[int], list[list[str]]]]:
    """Quotations that differ from one another, together, with the differences of each pair."""
    group: dict[int, int] = {}
    for a, b in sorted(shown):
        old, new = group.setdefault(b, b), group.setdefault(a, a)
        low = min(old, new)
        for k, v in list(group.items()):
            if v in (old, new):
                group[k] = low
    members: defaultdict[int, list[int]] = defaultdict(list)
    for k, v in sorted(group.items()):
        members[v].append(k)
    for key in sorted(members):
        yield members[key], [words for (a, _), words in sorted(shown.items()) if group[a] == key]


def _differs(texts: Sequence[Text], group: Sequence[Quoted], pairs: Sequence[Sequence[str]]) -> QuotationDiffers:
    names = [name for name in map(_speaker, group) if name]
    words = list(dict.fromkeys(w for pair in pairs for w in pair))
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    versions = [
        QuotedVersion(report=texts[q.text].id, start=span.start, end=span.end, quote=span.quote)
        for q, span in ((q, q.quotation.span) for q in group)
    ]
    return QuotationDiffers(
        speaker=max(names, key=lambda n: (len(n), n)) if names else "",
        versions=tuple(sorted(versions, key=lambda v: (v.report, v.start))),
        why=f"inside the quotation marks: {'; '.join(words[:SHOWN])}{more}: at most one is verbatim",
    )
