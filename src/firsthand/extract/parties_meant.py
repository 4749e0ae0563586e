"""Whom a phrase stands for that names nobody: "the group known as ..", "they" after a sentence that told who acted."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.parties_states import body
from firsthand.extract.phrases import HELD, above, believed, conjuncts, is_passive, meaning_head, pobj, subjects
from firsthand.extract.scene import Scene

WINGS = frozenset(
    "wing arm faction group organisation organization militia party outfit movement gang cartel brigade branch offshoot "
    "affiliate alliance coalition army network cell clan syndicate".split()
)
"""Nouns for bodies that a name is put beside."""
CALLS = frozenset("know call name dub style".split())
PLURAL, SINGLE = frozenset({"NNS", "NNPS"}), frozenset({"NN", "NNP"})
BELIEVES = HELD | {"identify"}
BELIEF = 8
"""Words within which a belief names a body."""
REACH = 40
"""Words back within which a doer is still meant."""


def apposed(noun: Token) -> Iterator[Token]:
    """The names that stand beside a described body: "two factions, X and Y,", "its armed wing, the Z"."""
    if noun.lemma_.lower() not in WINGS:
        return
    comma = noun.i + 1 < len(noun.doc) and any(c.text == "," and c.i > noun.i for c in noun.children)
    for c in noun.children:
        loose = c.dep_ == "conj" and comma and not any(k.dep_ == "cc" for k in noun.children)
        if c.i > noun.i and c.text[0].isupper() and (c.dep_ == "appos" or loose):
            yield from conjuncts(c)


def called_by_name(noun: Token) -> Token | None:
    """The name that stands for a described body: "the armed group known as X", "a group calling itself X"."""
    clauses = [c for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in BELIEVES]
    for clause in [*clauses, noun.head] if believed(noun.head) else clauses:
        name = next((n for n in _of_belief(clause) if n.text[0].isupper()), None)
        if name is not None:
            return name
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.lemma_.lower() in CALLS:
            named = [c for c in clause.children if c.dep_ in {"oprd", "attr", "dobj", "ccomp"} and c.i > clause.i]
            by = pobj(clause, "as", "by")
            return next((c for c in ([by] if by is not None else named) if c.text[0].isupper()), None)
    return None


def _of_belief(clause: Token) -> Iterator[Token]:
    """The nouns by which somebody is held to be of a body: "believed to be from X", "suspected of belonging to X"."""
    for word in clause.subtree:
        near = word.i > clause.i and word.i - clause.i <= BELIEF
        of = word.dep_ == "pobj" and word.head.lower_ in {"from", "of", "to", "with"}
        if near and (of or word.dep_ == "attr"):
            yield word
            yield from (c for c in word.children if c.dep_ == "compound" and c.text[0].isupper())


def whose(scene: Scene, word: Token) -> Token | None:
    """Whom "their" means before a deed that another did something to: "the gunmen died when police beat back their assault"."""
    deed = word.head
    if word.lower_ not in {"their", "its"} or deed.lemma_.lower() not in scene.frames.nouns:
        return None
    verb = deed.head
    if deed.dep_ != "dobj" or verb.dep_ not in {"advcl", "conj", "ccomp"}:
        return None
    other = {s.i for s in subjects(verb)}
    first = [c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i not in other]
    return next((s for s in first if body(scene, meaning_head(s))), None)


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
        if (
            token.pos_ != "VERB"
            or token.i in own
            or not (token.lemma_.lower() in scene.frames.verbs or token.lemma_.lower() in scene.frames.harm_verbs)
        ):
            continue
        if is_passive(token):
            return None
        found = [s for s in subjects(token) if s.i < pronoun.i and s.tag_ in wanted | {"NNP"}]
        return found[0] if found else None
    return None
