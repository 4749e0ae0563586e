"""What speaks for a noun phrase as a participant of an event: how the two hang together, and what the phrase is."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.parties_found import Found
from firsthand.extract.phrases import is_passive
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import DOERS, HIT_VERBS, Trigger
from firsthand.extract.triggers_needs import HITTABLE

DEEP = 7
"""Steps up the parse that are followed."""
LONGEST = 6
"""Steps of a path that is told in full."""
FAR = frozenset({"long", "apart"})
"""What is told of a longer path, and where there is none."""
FINDS = frozenset(
    "seize recover find discover confiscate uncover retrieve collect unearth hand deactivate defuse dismantle".split()
)
"""What is done with weapons that were not used."""
RANK = (2, 5, 10, 20)
"""Bounds of distance in words."""


def features(
    scene: Scene, trigger: Trigger, token: Token, found: Found | None, rules: frozenset[str], way: str
) -> list[str]:
    """All features of the phrase of `token` for an event word.

    `found`: its party. `rules`: those that propose it. `way`: its path to the event word.
    """
    word = scene.doc[trigger.token]
    what = sort_of(scene, token, found)
    how = governed(scene, token, word)
    told = "verb" if trigger.verbal else "noun"
    side = "passive" if trigger.verbal and is_passive(word) else "active"
    before = "before" if token.i < word.i else "after"
    shape = "named" if found is not None and not found.described else "told"
    far = sum(abs(token.i - word.i) > bound for bound in RANK)
    found_by = sorted(rules) or ["none"]
    return [
        *(f"rule:{rule}" for rule in found_by),
        *(f"rule:{rule} {what}" for rule in found_by),
        f"path:{told} {side} {way}",
        f"governed:{how}",
        f"governed:{told} {how} {what}",
        f"what:{what}",
        f"what:{what} {shape}",
        f"kind:{trigger.kind} {what}",
        f"frame:{trigger.frame.subject}/{trigger.frame.object} {token.dep_} {side}",
        f"far:{far} {before}",
        f"far:{far} {what}",
        f"role:{token.dep_}",
        f"before:{before} {told} {what}",
        *(f"mark:{m}" for m in _marks(scene, token)),
    ]


def _marks(scene: Scene, token: Token) -> Iterator[str]:
    """Small signs on the phrase itself."""
    determiner = next((c for c in token.children if c.dep_ in {"det", "poss"}), None)
    yield "bare" if determiner is None else "definite" if determiner.lower_ in {"the", "this", "that"} else "some"
    if any(c.dep_ == "nummod" for c in token.children):
        yield "counted"
    if token.tag_ in {"NNS", "NNPS"}:
        yield "many"
    if any(c.dep_ in {"relcl", "acl"} for c in token.children):
        yield "clause"
    if any(c.dep_ == "neg" or c.lower_ == "no" for c in token.children):
        yield "no"
    if scene.spoken[token.idx]:
        yield "spoken"


def sort_of(scene: Scene, token: Token, found: Found | None) -> str:
    """What the phrase is, by name, lexicon and general noun."""
    name = scene.name_at.get(token.i)
    if name is not None and not name.described:
        entry = scene.lexicon.entry(name.entity) if name.type != "person" else None
        return f"name {entry.sort if entry is not None else name.type}"
    people = scene.lexicon.people(token.lemma_.lower())
    if people is not None:
        return f"people {people.side}{' body' if people.collective else ''}"
    if found is not None and found.party.entity is not None:
        return f"named {found.party.sort}"
    if HITTABLE.match(token.lemma_):
        return "site"
    place = scene.place_at.get(token.i)
    if place is not None:
        return f"place {place.place.precision if place.place is not None else 'unknown'}"
    weapon = scene.lexicon.weapon_class(token.lemma_.lower())
    return f"weapon {weapon}" if weapon is not None else f"thing {token.ent_type_}"


def path(token: Token, word: Token) -> str:
    """The steps over the parse from the phrase up and down to the event word; prepositions by their word."""
    up = {word.i: ""}
    steps, node = [], word
    for _ in range(DEEP):
        if node.head == node:
            break
        steps.append(_step(node))
        node = node.head
        up[node.i] = "/".join(reversed(steps))
    way: list[str] = []
    node = token
    for _ in range(DEEP):
        if node.i in up:
            down = up[node.i]
            long = len(way) + down.count("/") + bool(down)
            return f"{'/'.join(way)}^{down}" if long <= LONGEST else "long"
        if node.head == node:
            break
        way.append(_step(node))
        node = node.head
    return "apart"


def _step(token: Token) -> str:
    return token.lower_ if token.dep_ in {"prep", "agent"} else token.dep_


def governed(scene: Scene, token: Token, word: Token) -> str:
    """The verb that rules the phrase, what it does with the event, and how the phrase hangs on it."""
    step, node = _step(token), token
    for _ in range(DEEP):
        if node == word:
            return f"{step} of the word"
        if node.pos_ in {"VERB", "AUX"} and node != token:
            break
        if node.dep_ in {"prep", "agent", "conj", "appos"}:
            step = _step(node) if node.dep_ != "conj" else f"{step}+"
        elif node != token:
            step = node.dep_
        if node.head == node:
            return f"{step} of no verb"
        node = node.head
    voice = " passive" if is_passive(node) else ""
    return f"{step} of {_doing(scene, node, word)}{voice}"


def _doing(scene: Scene, verb: Token, word: Token) -> str:
    """What sort of verb it is to the event."""
    lemma = verb.lemma_.lower()
    if verb == word:
        return "event"
    sort = (
        "speech" if verb.i in scene.cues
        else "deed" if lemma in DOERS
        else "harm" if lemma in scene.frames.harm_verbs
        else "hit" if lemma in HIT_VERBS
        else "find" if lemma in FINDS
        else "event word" if lemma in scene.frames.verbs
        else "use" if lemma in {"use", "throw", "plant", "place", "fire", "carry", "hurl", "detonate", "explode"}
        else "other"
    )  # fmt: skip
    over = "below" if word.is_ancestor(verb) else "above" if verb.is_ancestor(word) else "beside"
    return f"{sort} {over}"
