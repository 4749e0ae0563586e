"""Who did it, where a sentence of its own says so: who is blamed, who takes responsibility, who laid the bomb."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from firsthand.extract.parties import Found, actors_of
from firsthand.extract.phrases import agents, is_passive, objects, passive_subjects, pobj, subjects
from firsthand.extract.scene import Scene
from firsthand.model.voice import Stance

ACCUSES = frozenset({"blame", "accuse", "suspect", "implicate"})
OWNS = frozenset({"responsibility", "credit"})
LAYS = frozenset({"place", "plant", "lay", "leave", "throw", "hurl", "lob", "toss"})
"""What is done with a bomb by whoever brings it."""
THROWN = frozenset({"explosive", "ied", "grenade", "mine", "vehicle_bomb"})
"""Classes of weapons that are laid or thrown."""
NOBODY = frozenset({"none", "nobody", "neither"})
Told = tuple[Token, Stance | None, str]


def blamed(scene: Scene, sentence: Iterable[Token]) -> Iterator[tuple[Found, Stance | None, str]]:
    """Those whom a sentence gives for the doers of what is told: (party, stance, rule)."""
    for token in sentence:
        if any(c.dep_ == "neg" for c in (*token.children, *token.head.children)):
            continue
        for doer, stance, by in _told(scene, token):
            if any(c.lower_ == "no" for c in doer.children) or doer.lower_ in NOBODY:
                continue
            for found in actors_of(scene, doer):
                yield found, stance, by


def _told(scene: Scene, token: Token) -> Iterator[Told]:
    lemma, verb = token.lemma_.lower(), token.pos_ == "VERB"
    if verb and lemma in ACCUSES:
        for o in passive_subjects(token) if is_passive(token) else objects(token):
            yield o, "alleges", "arguments.blamed"
    elif verb and lemma == "attribute" and (to := pobj(token, "to")) is not None:
        yield to, "alleges", "arguments.blamed"
    elif verb and lemma == "involve" and is_passive(token) and pobj(token, "in") is not None:
        for o in passive_subjects(token):
            yield o, "alleges", "arguments.involved"
    elif lemma == "responsible" and token.dep_ in {"acomp", "oprd", "attr"} and pobj(token, "for") is not None:
        for o in passive_subjects(token.head) if is_passive(token.head) else subjects(token.head):
            yield o, "alleges", "arguments.responsible"
    elif lemma in {"work", "handiwork"} and token.dep_ == "attr" and (of := pobj(token, "of")) is not None:
        yield of, "alleges", "arguments.work_of"
    elif verb and lemma == "claim" and any(o.lemma_ in OWNS for o in objects(token)):
        for s in subjects(token):
            yield s, "claims", "arguments.claimed"
    elif lemma in OWNS and token.dep_ in {"nsubjpass", "dobj"} and token.head.lemma_ == "claim":
        for a in agents(token.head):
            yield a, "claims", "arguments.claimed"
    elif verb and lemma in LAYS:
        laid = passive_subjects(token) if is_passive(token) else objects(token)
        if any(scene.lexicon.weapon_class(o.lemma_.lower()) in THROWN for o in laid):
            for s in agents(token) if is_passive(token) else subjects(token):
                yield s, None, "arguments.laid"
