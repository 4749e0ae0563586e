"""Whose deed a noun tells by the words before it ("army raid", "French-led operation"), and whose weapon came from where."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.parties_meant import whose
from firsthand.extract.parties_states import body
from firsthand.extract.phrases import behind_hyphen, pobj
from firsthand.extract.scene import Scene
from firsthand.extract.triggers_needs import HITTABLE

BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
LOSSES = frozenset("casualty victim loss death injury fatality reinforcement drawdown dead wounded".split())
"""Nouns whose owner did nothing: "government casualties"."""
HOLDS = frozenset("hold control occupy run".split())
"""What a force does with the ground that it fires from."""
QUALITY = frozenset(
    "terrorist criminal subversive extremist enemy general major private military patrol convoy".split()
)
"""Words for people, or of rank, that before the noun of a deed say rather of what sort it was."""
SENDS = frozenset("launch fire shoot".split())


def owners(scene: Scene, noun: Token, first: int) -> Iterator[Token]:
    """Those who own or qualify the noun of a deed. `first`: where its phrase begins ("rocket" of "rocket fire")."""
    inside = range(first, noun.i)
    site = site_before(noun)
    of_site = range(0) if site is None else range(_begin(site).i, site.i + 1)
    for part in (noun, *(noun.doc[i] for i in inside)):
        for c in part.children:
            if (meant := whose(scene, c)) is not None:
                yield meant
            elif c.i < noun.i and c.i not in of_site and c.dep_ in BEFORE and _own(scene, c, within=c.i in inside):
                yield c
            elif c.dep_ == "amod" and c.lemma_.lower() == "lead" and c.i < noun.i:
                yield from _before_hyphen(c)  # "French-led"


def site_before(noun: Token) -> Token | None:
    """The place of work or life right before the noun of a deed: "police compound bombing" was done to the compound."""
    before = noun.nbor(-1) if noun.i > 0 else None
    if before is None or before.pos_ not in {"NOUN", "PROPN"} or HITTABLE.match(before.lemma_) is None:
        return None
    return before if before.dep_ in BEFORE and before.lemma_.lower() not in QUALITY else None


def _begin(site: Token) -> Token:
    """The first of the words that tell whose site it is: "police compound", "Pakistan police compound"."""
    start = site
    while start.i > 0 and start.nbor(-1).pos_ in {"NOUN", "PROPN"} and start.nbor(-1).dep_ in BEFORE:
        start = start.nbor(-1)
    return start


def _own(scene: Scene, word: Token, *, within: bool) -> bool:
    """Tell whether a word before the noun of a deed is somebody. `within`: it is part of the deed's own name ("police raid")."""
    if behind_hyphen(word):
        return False  # "anti-government protest"
    if body(scene, word) and word.i not in scene.name_at and word.head.lemma_.lower() in LOSSES:
        return False
    if body(scene, word):
        return word.lemma_.lower() not in QUALITY
    if within:
        return False
    place = scene.place_at.get(word.i)
    country = place is not None and place.place is not None and place.place.precision == "country"
    people = word.pos_ == "NOUN" and scene.lexicon.people(word.lemma_.lower()) is not None
    return word.dep_ == "poss" or word.i in scene.name_at or country or (people and word.dep_ == "compound")


def _before_hyphen(participle: Token) -> Iterator[Token]:
    for c in participle.children:
        if c.dep_ in {"npadvmod", "compound", "nsubj", "nmod", "amod"} and c.i < participle.i and c.pos_ != "PUNCT":
            yield c


def senders(scene: Scene, weapon: Token) -> Iterator[Token]:
    """Whose ground a weapon was launched from: "fired from rebel-held hills", "launched from positions of the army"."""
    for verb in weapon.children:
        if verb.dep_ in {"acl", "relcl"} and verb.lemma_.lower() in SENDS:
            yield from sent_from(scene, verb)


def sent_from(scene: Scene, verb: Token) -> Iterator[Token]:
    """Who holds the ground from which a verb says that something was fired."""
    ground = pobj(verb, "from")
    if ground is None:
        return
    held = [c for c in ground.children if c.dep_ in {"amod", "acl"} and c.lemma_.lower() in HOLDS]
    for participle in held:
        yield from _before_hyphen(participle)
    of = pobj(ground, "of")
    for near in (*ground.children, *((of,) if of is not None else ())):
        if near.dep_ in {*BEFORE, "pobj"} and body(scene, near) and not held:
            yield near
