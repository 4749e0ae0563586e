"""Sources of headlines: "Strike kills 12 in Gaza: ministry", "Ministry: 12 killed in strike", "Blast kills 9 – police"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Span

from firsthand.extract.quotations import paragraphs
from firsthand.extract.voices_act import Act
from firsthand.extract.voices_known import Known
from firsthand.resources.lexicon import MEDIA, Lexicon
from firsthand.resources.speech import Speech

FIRST = 4
"""Lines from the top in which a headline may stand."""
LONGEST = 220
WORDS = 6
"""Words that the source of a headline may have."""
BEHIND: Final = re.compile(r"^(?P<said>.{12,180}?)(?P<mark> ?:| ?[-–—]{1,2}) (?P<who>[^:–—]{2,60})$")
BEFORE: Final = re.compile(r"^(?P<who>[A-Z][^:–—]{1,60}): (?P<said>\S.{11,180})$")
LABEL: Final = re.compile(r"(?:^|(?<=[.!?] )|(?<=\n))(?P<who>[A-Z][^:.!?\n]{1,60}): (?=\w)")
ENDS = (".", "!", "?")
SHORTEST = 4
"""Tokens of what a label brings in."""
MARKS = (":", "-", "–", "—")


class Sources:
    """Who can be the source of a headline, by the names of the text and the lexicon."""

    def __init__(self, doc: Doc, known: Sequence[Known], speech: Speech, lexicon: Lexicon | None) -> None:
        self._doc, self._known, self._lexicon = doc, known, lexicon
        self._words = speech.officials | speech.generic

    def hold(self, who: Span, behind: str) -> bool:
        """Tell whether words speak; `behind`: the mark in front of them, empty where they come first.

        A country in front is where it happened, and an outlet behind a dash is whose page it is.
        """
        if len(who) > WORDS or any(t.tag_ in ("VBD", "VBZ", "VBP") for t in who):
            return False
        head = who.root
        if head.lemma_.lower() in self._words and head.pos_ != "VERB":
            return True
        name = next((k for k in self._known if k.first <= head.i < k.last), None)
        if name is None or name.first < who.start or name.last > who.end or not (behind or name.type):
            return False
        entry = self._lexicon.find(name.entity) if self._lexicon is not None else None
        if entry is None:
            return True
        return entry.sort != "state" and (behind == ":" or entry.sort not in MEDIA)


def headline_acts(doc: Doc, text: str, sources: Sources, found: Sequence[Act]) -> Iterator[Act]:
    """Acts of saying of headlines, which have no verb of saying; lines with a saying of their own are passed over."""
    for start, end in paragraphs(text)[:FIRST]:
        line = text[start:end]
        if len(line) > LONGEST or line.rstrip()[-1:] in (".", "!", "?", ",", "") or not any(m in line for m in MARKS):
            continue
        for pattern in (BEHIND, BEFORE):
            match = pattern.match(line.rstrip())
            who = _tokens(doc, start, match, "who")
            said = _tokens(doc, start, match, "said")
            if match is None or who is None or said is None:
                continue
            if not sources.hold(who, (match.groupdict().get("mark") or "").strip()):
                continue
            first, last = min(who.start, said.start), max(who.end, said.end)
            if not any(first <= act.word < last for act in found if act.cue):
                words = set(range(said.start, said.end))
                yield Act(
                    [], list(range(who.start, who.end)), words, "asserts", "headline", head=who.root.i, verb=who.root.i
                )
                break


def label_acts(doc: Doc, text: str, sources: Sources, found: Sequence[Act]) -> Iterator[Act]:
    """Acts of saying of sentences that begin with who says them and a colon: "Governor X Y: two dead and six wounded."."""
    cues = {i for act in found for i in act.cue}
    quoted = {i for act in found if act.direct for i in act.content}
    for match in LABEL.finditer(text):
        who = _tokens(doc, 0, match, "who")
        after = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        if who is None or after is None or after[0].is_quote or not sources.hold(who, ""):
            continue
        last = next((i for i in range(after.start, len(doc)) if doc[i].text in ENDS or "\n" in doc[i].text), len(doc))
        words = set(range(after.start, last))
        if len(words) >= SHORTEST and not cues & {*words, *range(who.start, who.end)} and not words & quoted:
            yield Act([], list(range(who.start, who.end)), words, "asserts", "label", head=who.root.i, verb=who.root.i)


def _tokens(doc: Doc, start: int, match: re.Match[str] | None, part: str) -> Span | None:
    if match is None:
        return None
    return doc.char_span(start + match.start(part), start + match.end(part), alignment_mode="expand")
