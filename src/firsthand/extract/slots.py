"""Who takes part in an event: the grammar proposes, so does every phrase of the sentence; learnt scorers decide."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from firsthand.extract.arguments import proposed, site_only, weaponry
from firsthand.extract.parties import actors_of, party_of
from firsthand.extract.parties_found import Found
from firsthand.extract.parties_states import body
from firsthand.extract.phrases import meaning_head
from firsthand.extract.scene import Scene
from firsthand.extract.slots_features import FAR, features, path
from firsthand.extract.triggers import Trigger
from firsthand.model.base import Record
from firsthand.model.extraction import Name

ACTOR, HIT, WEAPON = "slots_actor", "slots_hit", "slots_weapon"
"""Names of the scorers."""
LEAST = {ACTOR: -1500, HIT: -1500, WEAPON: -700}
"""Millibits above which what the grammar proposes is taken."""
ALONE = {ACTOR: 0, HIT: 500}
"""Millibits above which a phrase is taken that the grammar does not propose."""
FLYING = frozenset({"aircraft", "helicopter", "drone"})
LOSES = frozenset("damage destroy wreck burn torch down ground lose cripple".split())
"""What happens to an aircraft that was hit: it is no means of the attack."""
"""Classes of what carries weapons, of which the sets that teach the scorers hold hardly any."""
HELD_KINDS = frozenset({"capture", "arrest", "ground raid", "trial", "release"})
"""Kinds in which people are looked for or taken."""
SOUGHT, OWNER, AGAINST, PARTNER = "arguments.sought", "arguments.owner", "arguments.against", "arguments.partner"
BY, LIGHT_VERB = "arguments.by", "arguments.light_verb"
REPELLED, FIRED_AT = "arguments.repelled", "arguments.fired_at"
MOST_HEADS = 120
"""So many nouns of a sentence are weighed for each event word: more has only what is no sentence."""
INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "det", "poss", "appos"})
"""Words within another's phrase: candidates only where the grammar names them."""


class Participants(Record, frozen=True, kw_only=True):
    """Who is in it, each with its words; the rule that found each stands beside it."""

    actors: tuple[tuple[Found, str], ...] = ()
    claimers: tuple[tuple[Found, str], ...] = ()
    targets: tuple[tuple[Found, str], ...] = ()


class Candidate(Record, frozen=True, kw_only=True):
    """A phrase that may fill a slot. `slot`: the scorer that decides; `rules`: what proposes it. `sure`: of a sort that the
    sets which teach the scorers hardly hold (captures, searches, strikes of a state, campaigns against a group): there the
    grammar decides.
    """

    slot: str
    token: int
    found: Found
    rules: tuple[str, ...]
    features: tuple[str, ...]
    sure: bool = False


def candidates(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Every phrase of the sentence that may have acted or been hit."""
    rules: dict[tuple[str, int], list[str]] = {}
    for role, token, by in proposed(scene, trigger):
        slot = HIT if role == "target" else ACTOR
        if role != "claimer":
            rules.setdefault((slot, token.i), []).append(by)
    word = scene.doc[trigger.token]
    spots = {i for _, i in rules} | set(_near(_heads(scene, scene.passage_at[trigger.token]), trigger.token))
    for i in sorted(spots):
        token = scene.doc[i]
        if trigger.first <= i <= trigger.token and OWNER not in rules.get((ACTOR, i), ()):
            continue
        way = path(token, word)
        for slot in (ACTOR, HIT):
            named = tuple(dict.fromkeys(rules.get((slot, i), ())))
            if slot == ACTOR and not named and REPELLED in rules.get((HIT, i), ()):
                continue
            if not named and (token.dep_ in INSIDE or way in FAR):
                continue
            found = _party(scene, token, acting=slot == ACTOR)
            if found is None or not any(c.isalnum() for c in found.span.quote):
                continue
            if (slot == ACTOR and weaponry(scene, found)) or (slot == HIT and site_only(scene, found)):
                continue
            other = tuple(f"not {r}" for r in rules.get((HIT if slot == ACTOR else ACTOR, i), ()))
            told = features(scene, trigger, token, found, frozenset((*named, *other)), way)
            owner = slot == ACTOR and (
                PARTNER in named or _somebody(scene, found, named) or _own_deed(found, token, named)
            )
            fought = slot == HIT and AGAINST in named and not found.described
            fired = AGAINST in named and word.lemma_.lower() == "fire"  # "fired on an army patrol"
            fought = fought or (slot == HIT and (fired or FIRED_AT in named))
            sure = owner or fought or (slot == HIT and (trigger.kind in HELD_KINDS or SOUGHT in named))
            yield Candidate(slot=slot, token=i, found=found, rules=named, features=tuple(told), sure=sure)


def _somebody(scene: Scene, found: Found, rules: Sequence[str]) -> bool:
    """Tell whether the owner of a deed, or who it was done by, is a named body, or by its word a force or armed people."""
    known = body(scene, scene.doc[found.token])
    head = scene.doc[found.token].head
    onto = any(
        c.dep_ == "prep" and c.lower_ in {"on", "against"} for c in head.children
    )  # "a settler attack on shepherds"
    return (OWNER in rules and (known or not found.described or onto)) or (
        known and (BY in rules or _led(scene, found, rules))
    )


def _led(scene: Scene, found: Found, rules: Sequence[str]) -> bool:
    """Tell whether a named body is told to have carried out or ordered the deed, as a thing of the past."""
    verb = scene.doc[found.token].head
    return LIGHT_VERB in rules and not found.described and verb.tag_ in {"VBD", "VBN"}


def _own_deed(found: Found, token: Token, rules: Sequence[str]) -> bool:
    """Tell whether a body speaks of itself as the doer: "it carried out ..", "one of its members staged .."."""
    words = (token, *token.children, *(b for c in token.children for b in c.children), *meaning_head(token).children)
    return LIGHT_VERB in rules and not found.described and any(t.lower_ in {"its", "their", "our"} for t in words)


def _heads(scene: Scene, passage: int) -> Sequence[int]:
    """Nouns of a sentence that head a phrase."""
    memo: dict[int, list[int]] = scene.memo.setdefault("heads", {})
    if passage not in memo:
        where = scene.passages[passage]
        memo[passage] = [
            i
            for i in scene.tokens(where.start, where.end)
            if scene.doc[i].pos_ in {"NOUN", "PROPN"} and scene.doc[i].dep_ not in INSIDE and i not in scene.time_at
        ]
    return memo[passage]


def _near(heads: Sequence[int], token: int) -> Sequence[int]:
    """Those nearest to a word, where there are more than any sentence has: a table or a list, with many such words."""
    if len(heads) <= MOST_HEADS:
        return heads
    first = max(0, bisect_left(heads, token) - MOST_HEADS // 2)
    return heads[first : first + MOST_HEADS]


def _party(scene: Scene, token: Token, *, acting: bool) -> Found | None:
    memo: dict[tuple[int, bool], Found | None] = scene.memo.setdefault("parties", {})
    key = (token.i, acting)
    if key not in memo:
        memo[key] = party_of(scene, token, acting=acting)
    return memo[key]


def participants(scene: Scene, trigger: Trigger) -> Participants:
    """Who takes part, as the scorers decide; who claims an event is told by the grammar alone."""
    actors: dict[tuple[int, int], tuple[Found, str]] = {}
    claimers: dict[tuple[int, int], tuple[Found, str]] = {}
    targets: dict[tuple[int, int], tuple[Found, str]] = {}
    for c in candidates(scene, trigger):
        if not taken(scene, c):
            continue
        by = c.rules[0] if c.rules else "slots.scored"
        for found in actors_of(scene, scene.doc[c.token]) if c.slot == ACTOR else (c.found,):
            (actors if c.slot == ACTOR else targets).setdefault((found.span.start, found.span.end), (found, by))
    for role, token, by in proposed(scene, trigger):
        for found in actors_of(scene, token) if role == "claimer" else ():
            claimers.setdefault((found.span.start, found.span.end), (found, by))
    return Participants(
        actors=tuple(actors.values()), claimers=tuple(claimers.values()), targets=tuple(targets.values())
    )


def taken(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether the scorer of its slot takes a candidate."""
    if candidate.sure or candidate.slot not in scene.scorers:
        return bool(candidate.rules)
    least = LEAST if candidate.rules else ALONE
    return scene.scorers[candidate.slot].score(candidate.features) > least[candidate.slot]


def weapons_of(scene: Scene, trigger: Trigger) -> Iterator[Name]:
    """Weapons named in the sentence of an event word."""
    passage = scene.passages[scene.passage_at[trigger.token]]
    first = bisect_left(scene.names, passage.start, key=lambda n: n.span.start)
    for name in scene.names[first:]:
        if name.span.start >= passage.end:
            return
        if name.type == "weapon":
            yield name


def weapon_features(scene: Scene, trigger: Trigger, name: Name) -> list[str]:
    """What speaks for a weapon named in the sentence as used in the event."""
    tokens = scene.tokens(name.span.start, name.span.end)
    if not tokens:
        return []
    head = next((scene.doc[i] for i in tokens if scene.doc[i].head.i not in tokens), scene.doc[tokens[-1]])
    sort = scene.lexicon.weapon_class(name.span.quote) or "unknown"
    word = scene.doc[trigger.token]
    inside = trigger.first <= tokens[-1] and tokens[0] <= trigger.token
    told = features(scene, trigger, head, None, frozenset({"inside"} if inside else ()), path(head, word))
    return [*told, f"class:{sort}", f"class:{sort} {trigger.kind}", f"class:{sort} {head.dep_}"]


def used(scene: Scene, trigger: Trigger, name: Name) -> bool:
    """Tell whether a weapon named in the sentence was used in the event; what flies was, and what is the event word itself."""
    word = scene.doc[trigger.token].idx
    if name.span.start <= word < name.span.end:
        return True
    if _lost(scene, name):
        return False
    if scene.lexicon.weapon_class(name.span.quote) in FLYING:
        return True
    if WEAPON not in scene.scorers:
        return True
    return scene.scorers[WEAPON].score(weapon_features(scene, trigger, name)) > LEAST[WEAPON]


def _lost(scene: Scene, name: Name) -> bool:
    """Tell whether a weapon is what was damaged or lost: "destroying two aircraft", "three grounded jets were burnt"."""
    tokens = scene.tokens(name.span.start, name.span.end)
    head = scene.doc[tokens[-1]] if tokens else None
    return head is not None and head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ in LOSES
