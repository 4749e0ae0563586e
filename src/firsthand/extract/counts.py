"""Who was killed, wounded, taken, driven out, and how many: all counts of a report, from the parse and from patterns.

A number is only ever one that the words bear: an amount in the phrase, "a" or "another", or a singular noun.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.counts_parts import part_counts
from firsthand.extract.counts_patterns import pattern_counts
from firsthand.extract.counts_short import short_counts
from firsthand.extract.counts_words import Counter
from firsthand.extract.numbers import Amount
from firsthand.resources.frames import Frames
from firsthand.resources.lexicon import Lexicon

PLAIN = frozenset({"counts.pattern", "counts.joint"})
"""Rules that know no parse."""
ALIVE = re.compile(
    r"\s+(?:who (?:had been|were) )?(?:previously |first |initially )?(?:believed|presumed|thought|feared|reported|declared) "
    r"(?:to be |to have been )?(?:dead|killed)\b[^.;!?\n]{0,60}\balive\b",
    re.IGNORECASE,
)
NEAR = 60
"""Characters between a bare number and its word, within which they are quoted together."""


def find_counts(
    doc: Doc, amounts: Sequence[Amount], frames: Frames, lexicon: Lexicon, skip: frozenset[int] = frozenset()
) -> tuple[HarmCount, ...]:
    """All counts in reading order, one for each amount and field. `amounts` by start; `skip`: tokens of dates and names."""
    text = doc.text  # put together anew at every call
    counter = Counter(doc, text, amounts, frames, lexicon)
    found = [c for token in doc if token.i not in skip for c in counter.of_token(token)]
    plain = [c for c in pattern_counts(doc, text, amounts, skip) if not any(_was(doc, c, o) for o in found)]
    found = [c for c in found if not any(_was(doc, c, other) for other in found)]
    found = [c for c in found if not any(_contradicts(p, c) for p in plain)] + plain
    whole = _distinct([c for c in found if not _alive(text, c)])
    parts = list(part_counts(doc, text, amounts, lexicon, whole))
    told = _distinct([*(c for c in whole if not any(_same_words(c, p) for p in parts)), *parts])
    told = _distinct([*told, *short_counts(doc, text, amounts, skip, told)])
    return tuple(_with_word(doc, text, c) for c in _joint(told))


def _alive(text: str, c: HarmCount) -> bool:
    """Tell whether those who were taken for dead turn out to live: "six persons believed dead had been found alive"."""
    return c.field == "killed" and ALIVE.match(text, c.end) is not None


def _joint(counts: Sequence[HarmCount]) -> list[HarmCount]:
    """One number for two fates ("50 were killed or wounded") belongs to neither alone.

    The number of each is not told and never split by guess: killed_or_wounded, or nothing if the second fate is another.
    """
    fates: dict[tuple[int, int], list[HarmCount]] = {}
    for c in counts:
        if c.low is not None or c.high is not None:
            fates.setdefault((c.start, c.end), []).append(c)
    out = [c for c in counts if len(fates.get((c.start, c.end), ())) < 2 or c.number == 0]
    out += [
        replace(same[0], field="killed_or_wounded", by="counts.joint")
        for same in fates.values()
        if len(same) > 1 and {c.field for c in same} == {"killed", "wounded"} and same[0].number != 0
    ]
    return sorted(out, key=lambda c: (c.start, c.end, c.field))


def _with_word(doc: Doc, text: str, c: HarmCount) -> HarmCount:
    """A bare number quoted together with the word that says what happened: "496 killed", "wounding 130"."""
    if not text[c.start : c.end].replace(",", "").isdigit():
        return c
    word = doc[c.token]
    if word.idx == c.start and word.i > 0:
        word = doc[word.i - 1]  # "rose to 330": the number itself is all that the pattern knows
    start, end = min(c.start, word.idx), max(c.end, word.idx + len(word))
    if end - start > NEAR or "\n" in text[start:end]:
        return c
    return replace(c, start=start, end=end, wording=text[start:end])


def _contradicts(plain: HarmCount, c: HarmCount) -> bool:
    """Tell whether the word right beside a number says otherwise than the parse ("80 killed, 100 hurt")."""
    return (
        plain.by in PLAIN and c.start <= plain.start < c.end and c.field != plain.field and c.wording == plain.wording
    )


def _was(doc: Doc, c: HarmCount, other: HarmCount) -> bool:
    """Tell whether a count only says what people were whom another counts: "eleven displaced people were killed"."""
    token = doc[c.token]
    if c.field == other.field or token.dep_ != "amod" or token.head.i != other.head or other.head != token.i + 1:
        return False
    return other.start <= c.start < other.end and not token.is_ancestor(doc[other.token])


def _same_words(c: HarmCount, part: HarmCount) -> bool:
    """Tell whether a count is of the very people that are told as part of another."""
    return c.field == part.field and min(c.end, part.end) > max(c.start, part.start) and c.end <= part.end + 1


def _distinct(found: Sequence[HarmCount]) -> tuple[HarmCount, ...]:
    """One count a field where two share words: the one that tells most (a head, then more words).

    "the militants", "both men" after a count of the same sort only point back to it.
    """
    kept: list[HarmCount] = []
    for c in sorted(found, key=lambda c: (c.head < 0, c.start - c.end, c.start, c.by in PLAIN, c.by)):
        if not any(k.field == c.field and min(k.end, c.end) > max(k.start, c.start) for k in kept):
            kept.append(c)
    told: set[str] = set()
    out = []
    for c in sorted(kept, key=lambda c: (c.start, c.end, c.field)):
        if not (c.again and c.field in told):
            out.append(c)
        told.add(c.field)
    return tuple(out)
