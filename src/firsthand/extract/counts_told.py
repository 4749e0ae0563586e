"""Counts of one event that a report tells twice: the words that say most are kept.

"Several insurgents were detained" in the lead and "four insurgents" below are the same people; so are "more than 10" and
"15". Only what one voice says of one sort of people is taken for the same, and nothing that speaks of others or of more.
"""

import re
from collections.abc import Sequence

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.events import EventDraft
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at

MORE = re.compile(r"\b(?:other|others|another|more(?! than)|additional|further|second|separate|else)\b", re.IGNORECASE)
ANYONE = frozenset(
    {"person", "people", "individual", "man", "suspect", "member", "other", "body", "associate", "detainee"}
)
"""Words for people that say nothing of who they are."""
WIDE = 2
"""An open number tells the same people as one up to so many times as large."""


def restated(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Takes from the drafts of each event the counts that other words of the report tell better."""
    for event in events:
        told = [(d, c) for d in event.drafts for c in d.counts if not c.part and c.number != 0 and not c.older]
        if any(c.field in {"killed", "wounded"} for d in event.drafts for c in d.counts):
            for d in event.drafts:  # "was shot" leaves open what the report tells
                d.counts = [c for c in d.counts if c.by != "counts.shot"]
        for d, c in told:
            others = [o for o in told if o[0].passage != d.passage and (o[0].role == "main" or d.role != "main")]
            if any(_better(scene, other, c) for _, other in others):
                d.counts = [one for one in d.counts if one is not c]


def _better(scene: Scene, b: HarmCount, a: HarmCount) -> bool:
    """Tell whether `b` tells the people of `a` with a number, or with a closer one."""
    if a is b or a.field != b.field or not (_looser(a, b) or _same_one(scene, a, b)):
        return False
    if (MORE.search(scene.text, a.start, a.end) is None) != (MORE.search(scene.text, b.start, b.end) is None):
        return False
    return _same_people(scene, a, b) and _speaker(scene, a) == _speaker(scene, b)


def _same_one(scene: Scene, a: HarmCount, b: HarmCount) -> bool:
    """Tell whether "the leader" or "the targeted individual" is one person told before with no such article."""
    if not (a.low == a.high == b.low == b.high == 1) or a.head < 0 or b.head < 0 or b.start > a.start:
        return False
    head, before = scene.doc[a.head], scene.doc[b.head]
    if head.pos_ == "PROPN" or not any(c.lower_ == "the" for c in head.children):
        return False
    return not any(c.lower_ == "the" for c in before.children) or a.number is None


def _looser(a: HarmCount, b: HarmCount) -> bool:
    """Tell whether the words of `a` leave open what those of `b` say: no number at all, or an open one that holds the other."""
    if b.low is None:
        # two vague ones: "insurgents" beside "several insurgents"
        return a.low is None and a.high is None and len(a.wording) > 0 and _bare(a) and not _bare(b)
    if a.low is None and a.high is None:
        return b.low >= 2
    if a.bound not in {"at_least", "more_than", "up_to", "vague"} or (b.bound == a.bound and b.number == a.number):
        return False
    if a.high is not None:
        return b.bound == "exact" and a.high / WIDE <= b.low <= a.high
    return a.low is not None and a.low <= b.low <= a.low * WIDE and (b.bound == "exact" or b.low > a.low)


def _bare(c: HarmCount) -> bool:
    """Tell whether a vague count is a plain plural, with no word of number."""
    return c.who is not None and c.wording.casefold().endswith(c.who.casefold())


def _same_people(scene: Scene, a: HarmCount, b: HarmCount) -> bool:
    """Tell whether two counts can be of the same people: the same word for them, the same side, or no word at all."""
    if a.head < 0 or b.head < 0:
        return True
    one, two = scene.doc[a.head].lemma_.lower(), scene.doc[b.head].lemma_.lower()
    if one == two or (one in ANYONE and a.low == a.high == 1):
        return True
    first, second = scene.lexicon.people(one), scene.lexicon.people(two)
    if first is None or second is None:
        return scene.doc[a.head].pos_ == "NUM" or scene.doc[b.head].pos_ == "NUM"
    if two in ANYONE:
        return first.side != "civilian" or one in ANYONE
    return first.side == second.side != "unknown"


def _speaker(scene: Scene, c: HarmCount) -> str | None:
    return voice_at(c.start, c.end, scene.attributions).speaker
