"""Whether a word of harm is told as fact, and as somebody's deed."""

from spacy.tokens import Token

NATURAL = frozenset("sleep cancer age illness pneumonia stroke leukaemia leukemia diabetes tuberculosis".split())
"""What people die of in peace."""
MODAL = frozenset({"will", "'ll", "wo", "would", "shall", "can", "could", "may", "might", "must", "should"})
TOLD = frozenset(
    "believe report say think fear presume suspect allege claim confirm continue appear seem know manage".split()
)
"""Verbs whose infinitive tells what happened: "is reported to have died", "managed to kill"."""


def natural(cause: Token | None) -> bool:
    """Tell whether somebody died of what is nobody's deed: "in her sleep", "of cancer", "of natural causes"."""
    if cause is None:
        return False
    beside = {c.lower_ for c in cause.children}
    return cause.lemma_.lower() in NATURAL or "natural" in beside or (cause.lemma_ == "attack" and "heart" in beside)


def unreal(token: Token) -> bool:
    """Tell whether a word of harm is told as no fact: "will kill", "to kill", but not "is said to have killed"."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    helpers = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    if "have" in helpers:
        return False
    if helpers & MODAL:
        return True
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children):
        return token.head.lemma_.lower() not in TOLD
    return token.dep_ == "conj" and token.head != token and token.tag_ == token.head.tag_ == "VB" and unreal(token.head)
