"""Sayings that the parse misses and the order of the words still shows: "…, the Observatory said.", "… said the Observatory."."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import Act
from firsthand.extract.voices_known import Known
from firsthand.resources.speech import Speech

SHORTEST = 4
"""Tokens of a content that is found by word order only."""
TAIL = 8
"""Tokens that may follow the saying up to the end of the sentence: a day, a place, who was told."""
BETWEEN = frozenset(("monitor", "ngo", "group", "agency", "network", "spokesman", "spokeswoman", "channel", "newspaper", "commander"))
ENDS = frozenset((".", "!", "?", ";"))


def loose_acts(doc: Doc, known: Sequence[Known], found: Sequence[Act], speech: Speech) -> Iterator[Act]:
    """Acts of saying at the end of a sentence whose source is a known name; cues that are taken are passed over."""
    taken = {i for act in found for i in act.cue}
    begins, ends = {k.first: k for k in known}, {k.last: k for k in known}
    for token in doc:
        if token.i in taken or not _speaks(token, speech):
            continue
        before = ends.get(token.i) or (ends.get(token.i - 1) if doc[token.i - 1].lower_ in BETWEEN else None)
        if before is not None:
            source = _with_article(doc, before.first, token.i)
            after = token.i + 1
        else:
            at = token.i + 1 + (doc[token.i + 1 : token.i + 2].text.lower() == "the")
            behind = begins.get(at)
            if behind is None:
                continue
            source = list(range(token.i + 1, behind.last))
            after = behind.last
        first = _start(doc, min(source[0], token.i))
        content = set(range(first, min(source[0], token.i)))
        if len(content) >= SHORTEST and _closes(doc, after):
            stance = speech.verbs[token.lemma_.lower()].stance
            yield Act([token.i], source, content, stance, "surface", head=source[-1], denies=stance == "denies")


def _speaks(token: Token, speech: Speech) -> bool:
    verb = speech.verbs.get(token.lemma_.lower())
    return verb is not None and "quotation" in verb.takes and token.tag_ in ("VBD", "VBZ", "VBN", "NNS") and token.is_lower


def _with_article(doc: Doc, first: int, end: int) -> list[int]:
    start = first - 1 if first and doc[first - 1].lower_ == "the" else first
    return list(range(start, end))


def _start(doc: Doc, at: int) -> int:
    """The first token of the sentence that `at` stands in, by its punctuation and lines."""
    while at > 0 and doc[at - 1].text not in ENDS and not doc[at - 1].is_quote and "\n" not in doc[at - 1].text:
        at -= 1
    return at


def _closes(doc: Doc, at: int) -> bool:
    """Tell whether the sentence ends soon after `at`, with no clause in between."""
    for token in doc[at : at + TAIL]:
        if token.text in ENDS or "\n" in token.text:
            return True
        if token.pos_ in ("VERB", "SCONJ", "AUX") or token.is_quote:
            return False
    return at + TAIL >= len(doc)
