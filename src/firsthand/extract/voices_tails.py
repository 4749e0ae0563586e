"""Sayings at the end of a sentence that hold the whole of it: "The governor said nine died, Reuters reported."

The parser often takes the last one for a part of what the first one said. Who stands last passed it on.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from firsthand.extract.voices_act import Act

TAIL = 8
"""Tokens that may follow the last verb: a day, a place, who was told."""
ENDS = (".", "!", "?", ";")


def outer_tails(doc: Doc, found: Sequence[Act]) -> None:
    """Put the last saying of a sentence around the ones before it."""
    for last in found:
        if not last.cue or not last.source or not last.content or last.rule not in ("clause", "surface"):
            continue
        start, verb = last.source[0], last.word
        if max(last.content) >= start or verb < start or start < 2 or doc[start - 1].text != ",":
            continue
        end = _end(doc, verb)
        inner = [a for a in found if a is not last and a.cue and a.word < start and verb in a.content]
        if end is None or not inner:
            continue
        tail = set(range(start - 1, end))
        for act in inner:
            act.content -= tail
            words = {*act.source, *act.cue, *act.content}
            last.content |= set(range(min(words), start - 1))


def _end(doc: Doc, verb: int) -> int | None:
    """Where the sentence ends behind its last verb; None where it goes on."""
    for at in range(verb + 1, min(verb + 1 + TAIL, len(doc))):
        token = doc[at]
        if token.text in ENDS or "\n" in token.text:
            return at
        if token.pos_ in ("VERB", "AUX", "SCONJ"):
            return None
    return len(doc) if verb + 1 + TAIL >= len(doc) else None
