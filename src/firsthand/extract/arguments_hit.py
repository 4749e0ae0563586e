"""Whom or what a deed hit, where it is no plain object: what stood where it exploded, what was fired at, who beat it back."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.phrases import conjuncts, is_passive, objects, pobj, subjects
from firsthand.extract.scene import Scene

AGAINST = ("on", "against", "upon", "targeting", "at", "into", "onto")
DAMAGES = frozenset({"damage", "destroy", "wreck", "shatter", "gut", "level", "demolish", "flatten", "raze"})
"""What is done to things."""
FIRES = frozenset("fire launch drop throw hurl lob toss shoot".split())
"""What is done with a weapon by whoever attacks with it."""
SHOTS = frozenset("fire gunfire shot round bullet burst salvo volley".split())
MILD = frozenset("gas canister cannon pepper".split())
"""What crowds are driven off with: by itself it is no attack on them."""
REPELS = frozenset("repel repulse resist withstand thwart foil beat fight fend".split())
"""What is done with an attack by whom it was aimed at."""
THROUGH = frozenset("tear rip slam plough plow crash smash slice cut go".split())
"""Verbs of a blast or a weapon whose "through" or "into" names what it hit."""
Target = tuple[str, Token, str]


def site_of(verb: Token) -> Iterator[Target]:
    """What stood where it exploded: "at the gate", "in a restaurant", "in front of the bank"."""
    if (at := pobj(verb, "at", "near", "outside", "inside", "under", "beside", "between")) is not None:
        yield "target", at, "arguments.site"
    if (inside := pobj(verb, "in")) is not None:
        if inside.lower_ == "front" and (of := pobj(inside, "of")) is not None:
            yield "target", of, "arguments.site"
        elif inside.pos_ == "NOUN":
            yield "target", inside, "arguments.inside"


def damaged(verb: Token) -> Iterator[Target]:
    """What else was damaged by it: "..., damaging two houses", "... and destroyed a kiosk"."""
    for c in verb.children:
        if c.dep_ in {"advcl", "conj", "xcomp"} and c.lemma_.lower() in DAMAGES and not is_passive(c):
            for o in objects(c):
                yield "target", o, "arguments.damaged"


def fired_at(scene: Scene, verb: Token) -> Iterator[Target]:
    """What a weapon was fired or thrown at: "opened fire on protesters", "fired mortars at a post", "set fire to a mill"."""
    things = objects(verb)
    if verb.lemma_ == "set":
        to = next((x for t in (verb, *things) if (x := pobj(t, "to")) is not None), None)
        if to is not None and any(o.lower_ == "fire" for o in things):
            yield "target", to, "arguments.fired_at"
    elif things and any(_shot(scene, c) for o in things for c in conjuncts(o)):
        at = next((x for t in (verb, *things) if (x := pobj(t, *AGAINST)) is not None), None)
        if at is not None and at.i > verb.i:
            yield "target", at, "arguments.fired_at"


def _shot(scene: Scene, thing: Token) -> bool:
    lemma = thing.lemma_.lower()
    return lemma in SHOTS or (lemma not in MILD and scene.lexicon.weapon_class(lemma) is not None)


def by_deed(scene: Scene, verb: Token) -> bool:
    """Tell whether the deed did what the parse says of its target: "an ambush on a convoy that killed seven"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.dep_ != "pobj" or noun.head.lower_ not in AGAINST:
        return False
    return noun.head.head.lemma_.lower() in scene.frames.nouns and verb.lemma_.lower() in scene.frames.harm_verbs


def torn(verb: Token) -> Iterator[Target]:
    """What a blast went through: "an explosion tore through a convoy", "a shell slammed into a house"."""
    if verb.lemma_.lower() in THROUGH and (what := pobj(verb, "through", "into")) is not None:
        yield "target", what, "arguments.hit"


def repelled(verb: Token, deed: Token) -> Iterator[Target]:
    """Who beat an attack back: those whom it was aimed at."""
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}}
    if verb.lemma_.lower() in {"beat", "fight", "fend"} and not particles & {"back", "off"}:
        return
    if verb.lemma_.lower() in REPELS and deed.dep_ == "dobj":
        for s in subjects(verb):
            yield "target", s, "arguments.repelled"
