"""Whom a phrase stands for that names nobody: "the group known as ..", "they" after a sentence that told who acted."""

from spacy.tokens import Token

from firsthand.extract.phrases import above, is_passive, pobj, subjects
from firsthand.extract.scene import Scene

CALLS = frozenset("know call name dub style".split())
PLURAL, SINGLE = frozenset({"NNS", "NNPS"}), frozenset({"NN", "NNP"})
REACH = 40
"""Words back within which a doer is still meant."""


def called_by_name(noun: Token) -> Token | None:
    """The name that stands for a described body: "the armed group known as X", "a group calling itself X"."""
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.lemma_.lower() in CALLS:
            named = [c for c in clause.children if c.dep_ in {"oprd", "attr", "dobj", "ccomp"} and c.i > clause.i]
            by = pobj(clause, "as", "by")
            return next((c for c in ([by] if by is not None else named) if c.text[0].isupper()), None)
    return None


def doer_before(scene: Scene, pronoun: Token) -> Token | None:
    """The subject of the last deed told before a pronoun that is itself a subject, of the same number.

    Nobody where the last deed has another doer than a subject ("were killed by gunmen"), or where the pronoun may mean
    whoever was hit: one who did nothing yet.
    """
    if pronoun.dep_ != "nsubj" or pronoun.lower_ == "we":
        return None
    wanted = PLURAL if pronoun.lower_ == "they" else SINGLE
    own = {pronoun.head.i, *(v.i for v in above(pronoun.head, 4))}
    for token in reversed(scene.doc[max(0, pronoun.i - REACH) : pronoun.i]):
        if token.pos_ != "VERB" or token.i in own or token.lemma_.lower() not in scene.frames.verbs:
            continue
        if is_passive(token):
            return None
        found = [s for s in subjects(token) if s.i < pronoun.i and s.tag_ in wanted | {"NNP"}]
        return found[0] if found else None
    return None
