"""What the outlet itself tells inside what somebody claims, denies, threatens: "claimed the bombing, which killed nine".

Who denies a part in a killing does not dispute the killing, and who claims one does not vouch for the toll that the report
adds. A clause of saying ("said that the bomb, which killed nine, ..") is the speaker's throughout.
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import Act
from firsthand.extract.voices_grammar import reach

RULES = frozenset(("nominal", "accusation", "infinitive", "gerund", "prepositional", "naming"))
BLAME = frozenset(
    "responsibility involvement role part hand complicity blame credit connection link tie knowledge".split()
)
"""Heads of what is claimed or denied whose complement names a deed that happened: "responsibility for the killing"."""
OF_DEEDS = frozenset(("for", "in", "to", "with", "of"))
PEOPLE = frozenset(("who", "whom"))


def presupposed(doc: Doc, act: Act) -> set[int]:
    """The token numbers in the content of an act that the outlet itself tells."""
    if act.verb is None or act.rule not in RULES:
        return set()
    plan = act.rule == "infinitive" and act.stance == "asserts"
    if not plan and act.stance not in ("claims", "alleges", "denies"):
        return set()
    found: set[int] = set()
    for i in sorted(act.content):
        if i in found:
            continue
        token = doc[i]
        if token.dep_ == "relcl" and token.head.i in act.content and _past(token):
            if plan and _definite(token.head):
                found |= {*reach(token.head)}
            elif not any(t.lower_ in PEOPLE for t in doc[token.left_edge.i : token.i]):
                found |= {*reach(token)}
        elif (
            act.stance in ("claims", "denies") and token.lemma_.lower() in BLAME and token.dep_ in ("dobj", "nsubjpass")
        ):
            found |= set(_deeds(token))
    return found & act.content


def _past(verb: Token) -> bool:
    """Tell whether a clause tells what has happened."""
    return verb.tag_ == "VBD" or (
        verb.tag_ in ("VBN", "VBG")
        and any(
            c.dep_ in ("aux", "auxpass") and c.lower_ in ("was", "were", "had", "has", "have") for c in verb.children
        )
    )


def _definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "those")) for c in noun.children)


def _deeds(noun: Token) -> Iterable[int]:
    """The deed that somebody claims or denies a part in: behind "responsibility for", "any role in"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in OF_DEEDS:
            yield from (i for i in reach(child) if i != child.i)
