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
LAUNCHES = frozenset({"fire", "launch", "drop"})
DOERS = frozenset(
    {"attacker", "assailant", "gunman", "perpetrator", "bomber", "raider", "killer", "abductor", "kidnapper"}
)
"""Words for whoever did it."""
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
    elif lemma == "responsible" and token.dep_ in {"acomp", "oprd", "attr"} and _for_it(token):
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
    elif lemma == "be" and any(s.lemma_.lower() in DOERS and _definite(s) for s in subjects(token)):
        for c in token.children:
            if c.dep_ == "attr" and c.i > token.i:
                yield c, None, "arguments.identified"
    elif verb and lemma in LAUNCHES and (by := _launchers(scene, token)):
        for s, stance in by:
            yield s, stance, "arguments.launched"
    elif token.dep_ == "compound" and token.head.dep_ in {"nsubj", "pobj"} and _whose_weapon(scene, token):
        yield token, None, "arguments.whose_weapon"
    elif verb and lemma in LAYS:
        laid = passive_subjects(token) if is_passive(token) else objects(token)
        if any(scene.lexicon.weapon_class(o.lemma_.lower()) in THROWN for o in laid):
            for s in agents(token) if is_passive(token) else subjects(token):
                yield s, None, "arguments.laid"


def _for_it(responsible: Token) -> bool:
    """Tell whether somebody is said to be responsible for something, or just so: "said that the cartel was responsible"."""
    return pobj(responsible, "for") is not None or not any(
        c.dep_ in {"prep", "xcomp", "ccomp"} for c in responsible.children
    )


def _definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "those", "these", "its"} for c in noun.children)


def _launchers(scene: Scene, verb: Token) -> list[tuple[Token, Stance | None]]:
    """Those who launched a weapon: "a rocket launched by rebels"; "said that the army had fired them", of shells told before."""
    if verb.dep_ == "acl" and scene.lexicon.weapon_class(verb.head.lemma_.lower()) is not None:
        return [(a, None) for a in agents(verb)]
    told = verb.dep_ == "ccomp" and any(o.lower_ in {"them", "it"} for o in verb.children if o.dep_ == "dobj")
    return [(s, "alleges") for s in subjects(verb)] if told else []


def _whose_weapon(scene: Scene, word: Token) -> bool:
    """Tell whether a word names the force or group whose weapon did it: "NATO bombs killed five"."""
    name = scene.name_at.get(word.i)
    acting = word.head.dep_ == "nsubj" or word.head.head.dep_ == "agent"
    known = (
        name is not None and name.type in {"organisation", "group", "unit"} and not scene.lexicon.is_source(name.entity)
    )
    return acting and known and scene.lexicon.weapon_class(word.head.lemma_.lower()) is not None
