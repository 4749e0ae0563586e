"""Who took part beside whom a verb names: "police, backed by soldiers, raided ..", "troops accompanied by militiamen"."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.phrases import agents, conjuncts, meaning_head, pobj
from firsthand.extract.scene import Scene
from firsthand.extract.triggers_ground import armed

HELPS = frozenset("support back assist aid help enable accompany reinforce join escort supplement".split())
"""What one force does for another that acts. Who backs a group with money or from afar is no force, and no part of a deed."""


HELP = frozenset("support help backing assistance aid cover cooperation coordination conjunction".split())


def _with_help(prep: Token) -> Iterator[Token]:
    """Who stands behind "with support from", "in coordination with", "alongside"."""
    if prep.dep_ != "prep":
        return
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if noun is None:
        return
    if prep.lower_ == "alongside":
        yield noun
    elif prep.lower_ in {"with", "in"} and noun.lemma_.lower() in HELP:
        of = pobj(noun, "from", "of", "by", "with")
        if of is not None:
            yield from conjuncts(of)


def partners(scene: Scene, doer: Token) -> Iterator[Token]:
    """The forces that a participle on the doer, or on the verb beside it, names as helping it."""
    for phrase in (doer, doer.head):
        for prep in phrase.children:
            for one in _with_help(prep):
                if armed(scene, meaning_head(one)):
                    yield one
        for participle in phrase.children:
            if participle.tag_ == "VBN" and participle.dep_ in {"acl", "advcl"} and participle.lemma_.lower() in HELPS:
                yield from (a for a in agents(participle) if armed(scene, meaning_head(a)))
