"""The people that a word of harm is about: whose death, wound or capture it tells."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.phrases import (
    NOMINAL,
    conjuncts,
    is_passive,
    meaning_head,
    objects,
    passive_subjects,
    pobj,
    subjects,
)
from firsthand.resources.frames import Frames
from firsthand.resources.lexicon import Lexicon

WITH = frozenset({"along", "together"})
DRIVES = frozenset("force compel cause drive make order prompt lead push tell".split())
"""Verbs whose object does what stands in the infinitive: "forced 400 families to flee"."""

CARRIES = frozenset("take send rush bring transport fly airlift evacuate admit transfer carry".split())
CARE = frozenset({"hospital", "clinic", "infirmary", "hospitals", "clinics", "medivac"})
HARMS = frozenset({"injury", "wound", "burn", "laceration", "fracture", "concussion"})
LIMBS = frozenset(
    "leg arm foot hand thigh shoulder hip cheek knee ankle buttock calf wrist elbow shin finger toe forearm".split()
)
"""Where a shot wounds; one in the head or chest may kill."""
NO_PEOPLE = frozenset(
    "shooting warrant charge count incident round shot bullet casing occasion call caller case attack strike explosion blast "
    "bombing raid clash rocket missile shell drone house home building school church mosque shop".split()
)
"""Words that a number may stand before, and that nobody is killed or wounded as."""


def taken_to_care(verb: Token) -> bool:
    """Tell whether people are brought to a hospital, where nothing says that they died there."""
    if verb.lemma_.lower() not in CARRIES:
        return False
    there = any(
        (found := pobj(verb, p)) is not None and found.lemma_.lower() in CARE for p in ("to", "at", "in", "into")
    )
    return there and not any(t.lower_ in {"died", "dead", "pronounced", "visit", "see", "morgue"} for t in verb.subtree)


def shot_in_a_limb(verb: Token) -> bool:
    """Tell whether a shot hit where it wounds."""
    found = pobj(verb, "in") if verb.lemma_.lower() in {"shoot", "hit", "strike", "stab"} else None
    return found is not None and found.lemma_.lower() in LIMBS


def only_shot(verb: Token) -> bool:
    """Tell whether words say that people were hit by shots and not what became of them."""
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return False
    return not any(
        c.dep_ in {"prt", "conj", "oprd", "acomp"} or c.lower_ in {"at", "dead", "down"} for c in verb.children
    )


def taken_along(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Whom armed people took with them: "the raiders took ten villagers with them"; not "their families"."""
    if verb.lemma_.lower() != "take" or not _with_them(verb):
        return []
    doers = (people for s in subjects(verb) if (people := lexicon.people(meaning_head(s).lemma_.lower())) is not None)
    if not any(people.side.startswith("armed") for people in doers):
        return []
    return [o for o in objects(verb) if not any(c.dep_ == "poss" for c in o.children)]


def _with_them(verb: Token) -> bool:
    them = [w for w in (pobj(verb, "with"), *(pobj(o, "with") for o in objects(verb))) if w is not None]
    return any(w.lower_ in {"them", "him", "themselves"} for w in them) or any(
        c.lower_ == "along" for c in verb.children
    )


SUFFERS = frozenset({"sustain", "suffer", "receive", "incur"})
"""Verbs whose subject is who was hurt."""


def loses_life(verb: Token) -> bool:
    """Tell whether the subject of a verb is who died: "four guards lost their lives", or gave them."""
    return verb.lemma_.lower() in {"lose", "give"} and any(o.lemma_.lower() in {"life", "live"} for o in objects(verb))


def who_suffers(verb: Token) -> list[Token]:
    """Who sustained injuries, where the verb says so."""
    if verb.lemma_.lower() not in SUFFERS:
        return []
    return subjects(verb) if any(t.lemma_.lower() in HARMS for t in objects(verb)) else []


def affected_by_verb(verb: Token, lemma: str, frames: Frames) -> list[Token]:
    """The people that a verb of harm is about: subject of "die", object of "kill", subject of "were killed"."""
    if lemma in frames.intransitive:
        driven = verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_.lower() in DRIVES
        if driven and verb.tag_ == "VB" and objects(verb.head):
            return objects(verb.head)
        return subjects(verb) or ([verb.head] if verb.dep_ in {"relcl", "acl"} else [])
    if is_passive(verb) and not (verb.dep_ == "acl" and any(c.dep_ == "dobj" for c in verb.children)):
        found = passive_subjects(verb) or _behind(verb)
        if found:
            return found
        if verb.dep_ in {"acl", "amod"}:
            return [verb.head]
    return objects(verb)


def _behind(verb: Token) -> list[Token]:
    """Who stands behind an inverted passive: "also killed in the strike were a dozen rebels"."""
    for be in verb.children:
        if be.dep_ == "auxpass" and be.i > verb.i:
            return [c for c in (*be.children, *verb.children) if c.dep_ in {"attr", "nsubj", "dobj"} and c.i > be.i]
    return []


def affected_by_adjective(token: Token) -> list[Token]:
    """The people that "dead", "wounded", "missing" is said of, or the word itself where it stands for them ("15 dead")."""
    if any(
        c.dep_ in {"nummod", "det", "quantmod", "advmod"} and (c.like_num or c.pos_ == "NUM") for c in token.children
    ):
        return [token]
    own = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        return own
    if token.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp", "advcl"} and token.head.pos_ in {"VERB", "AUX"}:
        return (
            subjects(token.head) + passive_subjects(token.head)
            if token.head.lemma_ in {"be", "remain", "go", "die"} or is_passive(token.head)
            else objects(token.head)
        )
    if token.dep_ == "amod" and token.head.pos_ in {"NOUN", "PROPN"}:
        return [token.head]
    if token.dep_ == "acl":
        return [token.head]
    return []


def beyond_colon(word: Token, head: Token) -> bool:
    """Tell whether a colon stands between people and a word of harm behind them: "A doctor: 35 bodies, 50 wounded"."""
    return head.i < word.i and any(t.text == ":" for t in word.doc[head.i + 1 : word.i])


def together(word: Token, head: Token) -> Iterator[Token]:
    """All who share the fate of `head`: what is joined to it, and who stands behind "along with" or "alongside".

    `word`: the verb or adjective of harm. The parser often hangs the last of a list on the verb: "killed a guard and two
    of his aides".
    """
    yield from conjuncts(head)
    for c in head.children:
        if c.dep_ == "appos" and any(x.dep_ == "conj" for x in c.children):
            # "the mayor, his wife and two guards": the parser takes the second of a list for the first in other words
            own = any(x.dep_ == "poss" and x.pos_ == "PRON" for x in c.children)
            yield from (t for t in conjuncts(c) if own or t != c)
    seen = head.i
    for c in word.children:
        if c.dep_ == "conj" and c.pos_ in NOMINAL - {"ADJ", "PRON"} and c.i > seen and head.i > word.i:
            yield from conjuncts(c)
    for owner in (head, word):
        for c in owner.children:
            if c.i < owner.i and c.i < head.i:
                continue
            mate = pobj(c, "with") if c.lower_ in WITH else _object(c) if c.lower_ == "alongside" else None
            if mate is not None:
                yield from conjuncts(mate)


def _object(prep: Token) -> Token | None:
    return next((c for c in prep.children if c.dep_ == "pobj"), None)
