"""What a trigger about ground, forces or property needs beside it: who moves, what is taken, left, built or broken.

Names of villages are often in no gazetteer, so that an unknown name counts as a place where the verb can have no other.
"""

import re

from spacy.tokens import Token

from firsthand.extract.phrases import (
    agents,
    conjuncts,
    is_passive,
    meaning_head,
    objects,
    passive_subjects,
    pobj,
    subjects,
)
from firsthand.extract.scene import Scene

BASE = re.compile(
    r"\b(?:base|headquarters|hq|checkpoint|check-?post|outpost|camp|post|command cent(?:er|re)|office|barracks|garrison|"
    r"facility|fort|fortress|position|roadblock|(?:observation|control|monitoring|military) point|point|encampment|"
    r"military academy|training cent(?:er|re)|airbase|stronghold)s?\b",
    re.IGNORECASE,
)
TERRITORY = re.compile(
    r"\b(?:town|city|village|territory|area|district|province|region|capital|airport|base|neighbou?rhood|port|airfield|"
    r"field|site|locality|localities|height|hilltop|camp|crossing|island|territories|hamlet|suburb|settlement|enclave|"
    r"county|cities|hill|road|bridge|control|outpost|position|"
    r"post|air ?base|dam|oil|mine|plant|prison|stronghold|swathe|land|mountain|valley|ridge|highway|"
    r"border post|checkpoint|barracks|headquarters|pocket)s?\b",
    re.IGNORECASE,
)
GROUND = frozenset(
    "recapture retake regain reclaim liberate overrun conquer occupy withdraw vacate cede relinquish retreat pull "
    "evacuate abandon overtake reoccupy enter fall wrest advance push sweep".split()
)
"""Verbs of ground: a name that nothing is known of, as their object, is a place."""
SHY = frozenset({"take", "clear", "recover", "free"})
"""Verbs with many other uses, which need a subject that can take ground."""
MOVED = frozenset({"evacuate", "abandon", "leave", "desert", "yield", "give", "surrender", "hand", "turn"})
BODY = re.compile(
    r"^(?:troop|force|soldier|army|military|brigade|battalion|regiment|division|unit|company|squadron|warship|frigate|"
    r"destroyer|fleet|navy|jet|warplane|fighter|aircraft|bomber|tank|convoy|reinforcement|contingent|detachment|militia|"
    r"militiaman|reservist|conscript|peacekeeper|marine|paratrooper|gendarme|carrier|personnel|missile|battery|armou?r|"
    r"helicopter|gunboat|submarine|recruit|plane|commando|rebel|police|policeman|guard|officer|garrison)s?$",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"^(?:group|faction|militia|brigade|battalion|regiment|army|unit|force|wing|branch|alliance|coalition|movement|"
    r"rebel|fighter|commander|dissident|soldier|troop|rank|squad|insurgent|militant)s?$",
    re.IGNORECASE,
)
PROPERTY = re.compile(
    r"^(?:house|home|hut|shop|store|market|stall|kiosk|car|vehicle|bus|truck|motorcycle|motorbike|property|properties|"
    r"building|church|mosque|temple|shrine|chapel|monastery|synagogue|crop|farm|farmland|orchard|grove|tree|field|business|"
    r"businesses|office|warehouse|statue|monument|memorial|cemetery|grave|gravestone|school|clinic|library|warehouse|"
    r"granary|granaries|tent|shelter|livestock|well|pump|tractor|greenhouse|ballot|premises|belongings|supermarket|"
    r"restaurant|hotel|bank|bridge|tower|pylon|mast|pipeline|infrastructure)s?$",
    re.IGNORECASE,
)
MUSTERS = frozenset("mobilise mobilize mass amass deploy redeploy regroup recruit conscript draft reinforce".split())
BLIND = re.compile(
    r"^(?:fire|blaze|flood|storm|quake|cyclone|hurricane|tornado|wind|rain|bomb|shell|rocket|missile|mortar|drone|jet|"
    r"warplane|aircraft|plane|helicopter|device|mine|landmine|grenade|round|artillery|tank|bullet|car|truck|which|that|it)s?$",
    re.IGNORECASE,
)
"""What breaks property without being someone who does it."""
PROJECTILE = re.compile(
    r"^(?:rocket|shell|missile|mortar|projectile|bomb|round|katyusha|munition|warhead|drone)s?$", re.IGNORECASE
)
ARMS = frozenset("arm weapon rifle gun firearm ammunition".split())


def armed(scene: Scene, token: Token) -> bool:
    """Tell whether a noun means a force, a named armed body or people who bear arms."""
    people = scene.lexicon.people(token.lemma_.lower())
    if people is not None and people.side.startswith("armed"):
        return True
    name = scene.name_at.get(token.i)
    return (name is not None and name.type in {"group", "unit"}) or bool(BODY.match(token.lemma_))


def affected(token: Token) -> list[Token]:
    """What a verb is done to: its passive subject, the noun its participle hangs on, or its objects."""
    return passive_subjects(token) or (
        [token.head] if is_passive(token) and token.dep_ in {"acl", "amod"} else objects(token)
    )


def doers(token: Token) -> list[Token]:
    """Who a verb is done by."""
    return agents(token) if is_passive(token) else subjects(token)


def placed(scene: Scene, token: Token, *, unknown: bool) -> bool:
    """Tell whether a noun means a place; with `unknown` a name of which nothing else is known, too."""
    place, name = scene.place_at.get(token.i), scene.name_at.get(token.i)
    if place is not None and place.use == "place":
        return True
    return unknown and token.pos_ == "PROPN" and (name is None or name.type not in {"person", "weapon", "group"})


def takes_place(scene: Scene, token: Token) -> bool:
    """ "captured the town", "took control of ..", "advanced into ..": the verb's object is ground."""
    lemma = token.lemma_.lower()
    things = affected(token) or [x for x in [pobj(token, "into", "over", "on")] if x is not None]
    if any(placed(scene, t, unknown=lemma in GROUND) for t in things):
        return True
    if any(t.lower_ == "control" and pobj(t, "of", "over") is not None for t in things):
        return True
    return any(_ground(scene, t) for t in things) and (lemma not in SHY or bool(doers(token)))


def _ground(scene: Scene, thing: Token) -> bool:
    """Tell whether a phrase means ground: not by a word of a name in it, nor as what people are of or at.

    "two hills", "a stretch of road", but not "three members of the Iron Bridge Front" or "three men at a checkpoint".
    """
    for one in conjuncts(thing):
        if scene.lexicon.people(meaning_head(one).lemma_.lower()) is None and scene.lexicon.people(one.lemma_) is None:
            nouns = (one, meaning_head(one), pobj(one, "of"))
            if any(n is not None and n.i not in scene.name_at and TERRITORY.search(n.text) for n in nouns):
                return True
    return False


def leaves_place(scene: Scene, token: Token) -> bool:
    """ "withdrew from ..", "abandoned their positions": a force gives up ground."""
    lemma = token.lemma_.lower()
    out = next((c for c in token.children if c.lower_ in {"out", "back", "away"}), None)
    starts = [pobj(token, "from", "of"), pobj(out, "of", "from") if out is not None else None]
    things = [*affected(token), *(x for x in starts if x is not None)]
    if lemma in MOVED and not any(armed(scene, meaning_head(s)) for s in doers(token)):
        return False
    return any(placed(scene, t, unknown=lemma in GROUND) or TERRITORY.search(t.text) for t in things)


def falls(scene: Scene, token: Token) -> bool:
    """ "the town fell to the rebels"."""
    to = pobj(token, "to", "into", "under")
    held = to is not None and (
        armed(scene, meaning_head(to)) or to.lemma_ in {"hand", "control"} or to.i in scene.name_at
    )
    return held and any(placed(scene, s, unknown=True) or TERRITORY.search(s.text) for s in subjects(token))


def driven(scene: Scene, token: Token, *, ground: bool) -> bool:
    """ "drove the fighters out of the village": armed people pushed back, with `ground` from a place that is told."""
    if not any(armed(scene, x) or x.i in scene.name_at for t in affected(token) for x in (t, meaning_head(t))):
        return False
    start = pobj(token, "from", "of", "off")
    if start is None:
        out = next((c for c in token.children if c.dep_ in {"prep", "advmod", "prt"} and c.lower_ == "out"), None)
        start = pobj(out, "of", "from") if out is not None else None
    return not ground or (
        start is not None and (placed(scene, start, unknown=True) or bool(TERRITORY.search(start.text)))
    )


def moves_force(scene: Scene, token: Token) -> bool:
    """Forces are moved, raised or gathered: a body of troops is the subject or object of the verb."""
    mustered = token.lemma_.lower() in MUSTERS
    return any(
        BODY.match(meaning_head(t).lemma_) or (mustered and armed(scene, meaning_head(t)))
        for t in (*affected(token), *doers(token))
    )


def regroups(scene: Scene, token: Token) -> bool:
    """A group is made, joined, merged or split."""
    things, who = affected(token), doers(token)
    if token.lemma_.lower() == "join":
        return any(armed(scene, meaning_head(s)) for s in who) and any(
            a_group(scene, t) or t.pos_ == "PROPN" for t in things
        )
    if token.lemma_.lower() in {"form", "dissolve", "rename", "reorganise", "reorganize", "restructure"}:
        return any(a_group(scene, t) for t in things)
    return any(a_group(scene, t) for t in (*things, *who))


def a_group(scene: Scene, token: Token) -> bool:
    name = scene.name_at.get(token.i)
    return bool(GROUP.match(meaning_head(token).lemma_) or GROUP.match(token.lemma_)) or (
        name is not None and name.type in {"group", "unit"}
    )


def breaks_property(scene: Scene, token: Token) -> bool:
    """People destroy what is no military thing: houses, shops, crops. What a blast or a strike breaks is its outcome."""
    if not any(PROPERTY.match(x.lemma_) for t in affected(token) for x in (t, meaning_head(t))):
        return False
    who = doers(token)
    if is_passive(token) and not who:
        return token.lemma_.lower() not in {"destroy", "attack"}
    return not any(
        meaning_head(s).lemma_.lower() in scene.frames.nouns or BLIND.match(meaning_head(s).lemma_) for s in who
    )


def lands(_: Scene, token: Token) -> bool:
    """ "rockets landed near the port"."""
    return any(PROJECTILE.match(meaning_head(s).lemma_) for s in subjects(token))


def lays_down(_: Scene, token: Token) -> bool:
    """ "laid down their arms"."""
    return any(t.lemma_.lower() in ARMS for t in affected(token))


def gives_up(_: Scene, token: Token) -> bool:
    """ "turned himself in", "gave herself up": not "turned herself in a new direction"."""
    particle = token.doc[token.i + 2] if token.i + 2 < len(token.doc) else token
    return not any(c.dep_ == "pobj" for c in particle.children)
