"""Sources that a parse lost behind what they cite: "News agency X, quoting a general, said …"."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from firsthand.extract.voices_act import Act
from firsthand.extract.voices_grammar import CITES

LONGEST = 40
"""Tokens between the beginning of such a source and its verb."""


def split_citing(doc: Doc, found: Sequence[Act]) -> Iterable[Act]:
    """The acts, with the words in front of a verb that has no source taken for one where they cite somebody.

    The citing itself is no act of its own then: what it would vouch for is the name of the agency.
    """
    dropped: set[int] = set()
    for act in found:
        cite = None if act.source or act.verb is None or not act.content else _cites_before(doc, act)
        if cite is None or act.verb is None:
            continue
        first = min(act.content)
        act.source = list(range(first, cite - 1))
        act.head = act.source[-1]
        act.cited = [c.i for c in doc[cite].children if c.dep_ == "dobj"]
        act.content -= set(range(first, act.verb))
        dropped.add(cite)
    return [a for a in found if a.content and not (a.rule == "citing" and a.word in dropped)]


def _cites_before(doc: Doc, act: Act) -> int | None:
    """The "quoting" or "citing" in the commas right before a verb, with at least a word in front and content behind."""
    verb = act.verb
    first = min(act.content)
    if verb is None or not first < verb - 4 or verb - first > LONGEST or max(act.content) <= verb:
        return None
    if doc[verb - 1].text != "," or not doc[first].is_alpha:
        return None
    cite = next((i for i in range(verb - 2, first, -1) if doc[i].lemma_ in CITES and doc[i].tag_ == "VBG"), None)
    if cite is None or doc[cite - 1].text != "," or any(doc[i].text == "," for i in range(first, cite - 1)):
        return None
    return cite if cite - 1 > first else None
