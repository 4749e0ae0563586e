"""One saying as several reports have it: the same words, shortened, reworded, or altered inside the quotation marks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Literal, NamedTuple

from firsthand.model.lineage import Edit, Saying, Wording
from firsthand.trace.quotations import NEGATIONS, Alike, cropped, together
from firsthand.trace.quoted import Quoted, speaker
from firsthand.trace.steps import Code, steps
from firsthand.trace.texts import Text

FRAME = 0.6
"""Share of words in one order from which the frame of a sentence is kept: two translations of one saying seldom share so
many, whoever changes single words of a quotation does."""
SWAPPED = 4
"""Words that take each other's place at the ends of a saying and still belong to it."""
LOST = "a 'not' is missing that the fullest wording has"
GAINED = "a 'not' stands here that the fullest wording has not"
COPIED = "other words, though the reports go back to one text: no second translation"

Kind = Literal["same", "shortened", "reworded", "altered"]
GRAVITY: tuple[Kind, ...] = ("same", "shortened", "reworded", "altered")


LAST = 3
"""Rank of what alters a saying: 0 a "not", 1 a number, 2 a name, then other words."""
TOLD = 2
"""Changes that are told in words; the steps show all."""


class Judged(NamedTuple):
    """What a wording is against another, the steps between them, what tells it, and how grave it is (0 the gravest)."""

    kind: Kind
    codes: tuple[Code, ...]
    why: str
    rank: int = LAST


def wordings(
    texts: Sequence[Text], found: Sequence[Quoted], alike: Sequence[Alike], one_text: Set[tuple[int, int]]
) -> tuple[Saying, ...]:
    """Every saying that two or more reports have in quotation marks, with how each has it; the gravest first.

    `one_text`: pairs of reports (by index, ascending) whose other words go back to one text.
    """
    members: defaultdict[int, list[int]] = defaultdict(list)
    for k, group in sorted(together((pair.one, pair.other) for pair in alike).items()):
        members[group].append(k)
    out = [said for group in members.values() if (said := _saying(texts, [found[k] for k in group], one_text))]
    out.sort(
        key=lambda x: (-GRAVITY.index(x[1].kind), x[0], x[1].speaker, x[1].wordings[0].report, x[1].wordings[0].start)
    )
    return tuple(saying for _, saying in out)


def _saying(
    texts: Sequence[Text], group: Sequence[Quoted], one_text: Set[tuple[int, int]]
) -> tuple[int, Saying] | None:
    """The fullest wording and all others against it, with the rank of the gravest; None where one report alone is left."""
    kept = [q for q in group if not any(_inside(q, other) for other in group)]
    if len({q.text for q in kept}) < 2:
        return None
    order = sorted(kept, key=lambda q: (-len(q.keys), texts[q.text].id, q.start))
    full, others = order[0], order[1:]
    judged = [(q, judge(texts, full, q)) for q in others]
    copies = {q.text for q in others if (min(full.text, q.text), max(full.text, q.text)) in one_text}
    judged = [
        (q, found._replace(kind="altered", why=COPIED) if found.kind == "reworded" and q.text in copies else found)
        for q, found in judged
    ]
    judged = list(_by_report(full, judged))
    if not judged:
        return None
    names = [name for name in map(speaker, kept) if name]
    rest = [_wording(texts, q, found.kind, _edits(texts, full, q, found.codes), found.why) for q, found in judged]
    return min(found.rank for _, found in judged), Saying(
        speaker=max(names, key=lambda n: (len(n), n)) if names else "",
        kind=max((found.kind for _, found in judged), key=GRAVITY.index),
        wordings=(_wording(texts, full, "fullest", (), ""), *sorted(rest, key=lambda w: (w.report, w.start))),
    )


def _by_report(full: Quoted, judged: Sequence[tuple[Quoted, Judged]]) -> Iterator[tuple[Quoted, Judged]]:
    """What each report has: no part of what it has whole; parts that together are the whole are no shortening."""
    whole = {full.text, *(q.text for q, found in judged if found.kind == "same")}
    covered: defaultdict[int, set[int]] = defaultdict(set)
    for q, found in judged:
        if found.kind == "shortened":
            covered[q.text].update(i for tag, a, b, _, _ in found.codes if tag == "equal" for i in range(a, b))
    for q, found in judged:
        if found.kind != "shortened":
            yield q, found
        elif q.text not in whole:
            every = len(covered[q.text]) == len(full.keys)
            yield q, found._replace(kind="same", why="with the report's other part, all of it") if every else found


def _inside(one: Quoted, other: Quoted) -> bool:
    """A quotation that stands within another of the same report."""
    return one.text == other.text and one != other and other.start <= one.start and one.end <= other.end


def _wording(
    texts: Sequence[Text], q: Quoted, kind: Literal["fullest"] | Kind, edits: tuple[Edit, ...], why: str
) -> Wording:
    text = texts[q.text]
    quote = text.report.text[q.start : q.end]
    return Wording(report=text.id, start=q.start, end=q.end, quote=quote, kind=kind, edits=edits, why=why)


def judge(texts: Sequence[Text], full: Quoted, other: Quoted) -> Judged:
    """What one wording is against the fullest one."""
    here, there = full.keys, other.keys
    codes = tuple(steps(texts, full, other))
    same = [c for c in codes if c[0] == "equal"]
    if not same:
        return Judged("reworded", codes, "no word is the same")
    changed = [c for c in codes if c[0] != "equal"]
    # What stands before or after the shorter one is left out, not changed.
    a0, a1 = cropped(len(here), len(there), same[0][1], same[-1][2])
    b0, b1 = cropped(len(there), len(here), same[0][3], same[-1][4])
    inner = [c for c in changed if min(c[2], a1) > max(c[1], a0) or min(c[4], b1) > max(c[3], b0)]
    swapped = [c for c in inner if c[0] == "replace" and max(c[2] - c[1], c[4] - c[3]) <= SWAPPED]
    a0, b0 = min([a0, *(c[1] for c in swapped)]), min([b0, *(c[3] for c in swapped)])
    denied = _negations(here[a0:a1]) - _negations(there[b0:b1])
    if denied:
        return Judged("altered", codes, LOST if denied > 0 else GAINED, 0)
    grave = min((reason for code in inner if (reason := _grave(texts, full, other, code))), default=None)
    if grave:
        return Judged("altered", codes, grave[1], grave[0])
    if not any(tag == "replace" for tag, *_ in inner) and len({tag for tag, *_ in inner}) < 2:
        return (
            Judged("shortened", codes, "words are left out, none is another") if changed else Judged("same", codes, "")
        )
    share = 2 * sum(j - i for _, i, j, _, _ in same) / (a1 - a0 + b1 - b0)
    if share >= FRAME:
        told = _told(texts, full, other, [c for c in inner if c[0] == "replace"])
        return Judged("altered", codes, f"{told}{round(100 * share)} % of the words are the same")
    return Judged(
        "reworded", codes, f"only {round(100 * share)} % of the words are the same: two translations may differ so"
    )


def _told(texts: Sequence[Text], full: Quoted, other: Quoted, changed: Sequence[Code]) -> str:
    """The first changes in words: "'permit' for 'allow', 'phase' for 'period' and 3 more; "."""
    pairs = [f"'{_words(texts, other, x, y)}' for '{_words(texts, full, i, j)}'" for _, i, j, x, y in changed]
    more = f" and {len(pairs) - TOLD} more" if len(pairs) > TOLD else ""
    return f"{', '.join(pairs[:TOLD])}{more}; " if pairs else "words are left out and put in; "


def _grave(texts: Sequence[Text], full: Quoted, other: Quoted, code: Code) -> tuple[int, str] | None:
    """Why a step is an alteration by itself, with its rank: another number or another name; None where it is none."""
    tag, i, j, x, y = code
    if tag != "replace":
        return None
    for rank, what, one, two in (
        (1, "number", _numbers(texts, full, i, j), _numbers(texts, other, x, y)),
        (2, "name", _names(texts, full, i, j), _names(texts, other, x, y)),
    ):
        if one and two and one != two:
            had, has = ("'" + "', '".join(sorted(words)) + "'" for words in (one, two))
            return rank, f"another {what}: {has} for {had}"
    return None


def _negations(keys: Sequence[str]) -> int:
    """How often it is denied ("not one" and "no" once)."""
    return sum(key in NEGATIONS for key in keys)


def _numbers(texts: Sequence[Text], q: Quoted, first: int, last: int) -> set[str]:
    stems = texts[q.text].stems
    return {stems[k] for k in q.words[first:last] if any(c.isdigit() for c in stems[k])}


def _names(texts: Sequence[Text], q: Quoted, first: int, last: int) -> set[str]:
    """Names among the words, as they stand; entities by their name."""
    text = texts[q.text]
    return {
        text.entities[k] or text.report.text[text.starts[k] : text.ends[k]]
        for k in q.words[first:last]
        # A quotation begins with a capital, whatever its first word is.
        if (text.entities[k] or (text.anchors[k] and k != q.first)) and not any(c.isdigit() for c in text.stems[k])
    }


def _edits(texts: Sequence[Text], full: Quoted, other: Quoted, codes: Sequence[Code]) -> tuple[Edit, ...]:
    """The steps in the reports' own words."""
    return tuple(
        Edit(op=tag, before=_words(texts, full, i, j), after=_words(texts, other, x, y)) for tag, i, j, x, y in codes
    )


def _words(texts: Sequence[Text], q: Quoted, first: int, last: int) -> str:
    if first == last:
        return ""
    text = texts[q.text]
    return text.report.text[text.starts[q.words[first]] : text.ends[q.words[last - 1]]]
