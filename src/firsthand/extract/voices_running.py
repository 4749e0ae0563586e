"""Reported speech that runs on over sentences without a cue of their own, up to where the outlet speaks again.

A sentence goes on with what somebody said in the sentence before, in the same paragraph, where its tense is shifted back
("They had burned the granary"), where it tells a part of the people counted ("Two of them were children"), where the same
speaker goes on right after it ("…, it added"), or where a colon opened a statement. Days of its own end the speech: "The road
had been closed since March" is what the outlet recalls.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace
from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from firsthand.extract.quotations import paragraphs
from firsthand.extract.voices_speakers import UNNAMED
from firsthand.model.span import Span
from firsthand.model.voice import Attribution

BETWEEN = 2
"""Sentences that may stand between a saying and the next one of the same speaker."""
SHORTEST = 3
CARRIES = re.compile(r"\b(?:add(?:s|ed|ing)?|continu(?:es|ed|ing)|also|went on)\b", re.IGNORECASE)
GOES_ON = re.compile(r"^(?:he|she|it|they|the (?:same )?\w+|its \w+|his \w+|her \w+|their \w+)$", re.IGNORECASE)
PEOPLE = r"(?:them|those|the (?:dead|victims|wounded|injured|killed|casualties))"
PART = re.compile(
    rf"^(?:[Aa]t least |[Aa]bout |[Mm]ore than )?(?:\w+(?:-\w+)?|\d[\d,]*) of {PEOPLE}\b|^(?:Among|Of) {PEOPLE}\b|"
    r"^(?:They|The (?:dead|victims|wounded|injured|casualties)|Those (?:killed|wounded|injured)) (?:also )?includ(?:e|ed)\b"
)
RECALLS = re.compile(
    r"\b(?:last (?:year|month|week)|years?|months?|weeks?|decades?|ago|earlier|previous(?:ly)?|since|once|formerly|long|"
    r"January|February|March|April|June|July|August|September|October|November|December|(?:19|20)\d\d)\b"
)


class Place(NamedTuple):
    """A sentence: where its words start and end, its paragraph, and the acts of saying that touch it."""

    start: int
    end: int
    block: int
    acts: tuple[int, ...]
    main: int | None


def run_on(doc: Doc, text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The acts of saying, with the sentences that go on with them."""
    out = list(found)
    if not any(a.reports for a in out):
        return out
    sentences = list(doc.sents)
    places = _places(text, sentences, out)
    last: int | None = None
    for k, (sentence, here) in enumerate(zip(sentences, places, strict=True)):
        if here.block < 0:
            continue
        if here.acts or k == 0 or places[k - 1].block != here.block:
            last = here.main
            continue
        if last is None or not _goes_on(text, sentence, out, last, places, k):
            last = None
            continue
        last = _extend(text, out, last, here, _carried(out, last))
    return out


def _carried(found: Sequence[Attribution], number: int) -> list[int]:
    """The acts within an act that hold most of its words: "Officials said …, Reuters reported."."""
    outer = found[number]
    whole = sum(p.end - p.start for p in outer.content)
    return [
        n
        for n, a in enumerate(found)
        if n != number
        and _vouches(a)
        and not a.direct
        and any(p.start <= c.start < p.end for c in a.cue for p in outer.content)
        and 2 * sum(p.end - p.start for p in a.content if _within(p, outer)) > whole
    ]


def _within(piece: Span, outer: Attribution) -> bool:
    return any(p.start <= piece.start and piece.end <= p.end for p in outer.content)


def _extend(text: str, out: list[Attribution], number: int, here: Place, inner: Sequence[int]) -> int:
    """Give a sentence to an act: as one more piece of what is said, or beside a quotation as words of its own."""
    act, piece = out[number], Span.cut(text, here.start, here.end)
    for n in inner:
        out[n] = replace(out[n], content=(*out[n].content, piece))
    if not act.direct:
        out[number] = replace(act, content=(*act.content, piece))
        return number
    out.append(replace(act, content=(piece,), cue=(), direct=False, denial=None, presupposed=()))
    return len(out) - 1


def _places(text: str, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Place]:
    starts = [start for start, _ in paragraphs(text)]
    begins = [s.start_char for s in sentences]
    touching: list[set[int]] = [set() for _ in sentences]
    holding: list[set[int]] = [set() for _ in sentences]
    roots: dict[int, int] = {}
    for number, a in enumerate(found):
        for p in (*a.content, *a.cue, *((a.source,) if a.source else ())):
            for k in range(max(bisect_right(begins, p.start) - 1, 0), bisect_right(begins, p.end - 1)):
                touching[k].add(number)
                if _vouches(a):
                    root = roots.get(k)
                    root = roots.setdefault(k, sentences[k].root.idx) if root is None else root
                    if p.start <= root < p.end:
                        holding[k].add(number)
    out = []
    for k in range(len(sentences)):
        whole = text[begins[k] : begins[k + 1] if k + 1 < len(begins) else len(text)]
        words = whole.strip()
        start = begins[k] + len(whole) - len(whole.lstrip())
        end = start + len(words.rstrip(".!?:;"))
        main = max(sorted(holding[k]), key=lambda n: sum(p.end - p.start for p in found[n].content), default=None)
        block = bisect_right(starts, start) - 1 if words else -1
        out.append(Place(start, end, block, tuple(sorted(touching[k])), main))
    return out


def _vouches(act: Attribution) -> bool:
    named = act.speaker is not None and act.speaker != UNNAMED
    return act.reports and named and act.stance not in ("denies", "doubts")


def _goes_on(
    text: str, sentence: Sentence, found: Sequence[Attribution], last: int, places: Sequence[Place], k: int
) -> bool:
    """Tell whether a sentence without a saying goes on with what act `last` said."""
    words = text[places[k].start : places[k].end]
    if len(words.split()) < SHORTEST or words.endswith("?") or RECALLS.search(words):
        return False
    act = found[last]
    if PART.match(words) or (_shifted(sentence) and act.cue) or _opened(text, act):
        return True
    if _shifted(sentence):
        return True
    for j in range(k + 1, min(k + BETWEEN + 1, len(places))):
        if places[j].block != places[k].block:
            return False
        if places[j].acts:
            return any(_carries_on(found[n], act) for n in places[j].acts)
    return False


def _shifted(sentence: Sentence) -> bool:
    """Tell whether the main verb is shifted back, as in reported speech: "had been killed", "would be sent"."""
    root = sentence.root
    aux = [c.lower_ for c in root.children if c.dep_ in ("aux", "auxpass")]
    return root.pos_ in ("VERB", "AUX") and ("had" in aux or "would" in aux) and "have" not in aux


def _opened(text: str, act: Attribution) -> bool:
    """Tell whether a colon opens what is said: "The army said in a statement: …"."""
    if act.direct or not act.cue or act.cue[0].start > act.content[0].start:
        return False
    return text[: act.content[0].start].rstrip().endswith(":")


def _carries_on(later: Attribution, act: Attribution) -> bool:
    """Tell whether a later saying goes on with an earlier one: the same speaker, "it added", "the group also said"."""
    if later.speaker != act.speaker or later.source is None or not later.reports:
        return False
    cue = " ".join(c.quote for c in later.cue)
    return CARRIES.search(cue) is not None or GOES_ON.match(later.source.quote) is not None
