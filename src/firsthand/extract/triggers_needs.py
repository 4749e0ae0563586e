"""What a trigger needs beside it to tell an event: people, weapons, a place, something that can be hit."""

import re
from collections.abc import Callable, Mapping

from spacy.tokens import Token

from firsthand.extract.phrases import (
    conjuncts,
    edges,
    is_passive,
    meaning_head,
    objects,
    passive_subjects,
    pobj,
    subjects,
)
from firsthand.extract.scene import Scene
from firsthand.extract.triggers_ground import (
    BASE,
    affected,
    armed,
    breaks_property,
    driven,
    falls,
    gives_up,
    lands,
    lays_down,
    leaves_place,
    moves_force,
    regroups,
    takes_place,
)

AIRCRAFT = re.compile(
    r"\b(?:drone|uav|aircraft|plane|jet|helicopter|warplane|airliner|fighter|bomber|missile|rocket|reaper|gunship|"
    r"chopper|balloon)s?\b|[A-Z][A-Za-z]{0,2}-\d",
    re.IGNORECASE,
)
WEAPON = re.compile(
    r"\b(?:weapon|arm|ammunition|explosive|bomb|ied|cache|rifle|rocket|missile|grenade|mine|landmine|device|firearm|"
    r"gun|munition|drone|mortar|artillery|cannon|projectile|howitzer|torpedo|rpg|shell|detonator|pistol|package)s?\b|[A-Z]{2,3}-\d",
    re.IGNORECASE,
)
OFFICIAL = re.compile(
    r"\b(?:president|minister|general|gen|commander|envoy|secretary|ambassador|delegation|official|leader|chief|king|"
    r"prince|premier|chancellor|governor|adm|admiral|inspector|team|mission)s?\b",
    re.IGNORECASE,
)
HITTABLE = re.compile(
    r"^(?:target|location|site|position|camp|base|house|home|building|hospital|school|market|mosque|church|convoy|"
    r"vehicle|bus|car|truck|tank|motorcycle|motorbike|boat|van|minibus|pickup|lorry|train|tent|tower|bakery|mill|warehouse|checkpoint|village|town|city|port|"
    r"airport|airfield|ship|vessel|tanker|bridge|station|depot|plant|factory|headquarters?|compound|tunnel|cave|"
    r"hideout|post|outpost|barracks|prison|residence|apartment|block|"
    r"neighbou?rhood|district|pipeline|refinery|grid|infrastructure|facility|facilities|shelter|clinic|farm|field|"
    r"wedding|funeral|crowd|gathering|concert|area|ambulance|aircraft|plane|helicopter|coach|taxi|tractor|cart|trailer|minivan|"
    r"jeep|pier|dam|well|granary|monastery|temple|synagogue|chapel|seminary|kindergarten|university|college|orphanage|"
    r"courthouse|embassy|consulate|hotel|restaurant|cafe|shop|queue|line|column|patrol|unit|dormitory|nursery|reservoir)s?$",
    re.IGNORECASE,
)


DESIGNATOR = re.compile(r"^(?:An|Mi|Ka|Su|MiG|Il|Tu|Yak|C|CH|UH|AH|MH|F|A|B|KC|EC|H|L|Z)-\d{1,3}[A-Za-z]{0,2}$")
"""Types of aircraft with a crew, by the letters of their makers and forces: An-26, Mi-17, UH-60."""
FLYING = re.compile(
    r"^(?:drone|uav|aircraft|plane|jet|helicopter|warplane|gunship|chopper|bomber|airplane|airliner|quadcopter)s?$",
    re.IGNORECASE,
)
UNCREWED = re.compile(r"^(?:drone|uav|quadcopter|missile|rocket|balloon)s?$", re.IGNORECASE)
ON_GROUND = frozenset(
    "tarmac hangar hangars parked base airbase airfield airport apron runway grounded ground-based".split()
)
"""Where an aircraft that is hit is not shot down."""
ON_PAPER = frozenset(
    "budget plan proposal policy bill law idea decision record reform speech deal strategy programme program scheme report claim "
    "amendment motion treaty doctrine tariff tax figure".split()
)
"""What is fired on with words alone."""
EXPLOSIVES = frozenset(
    "bomb device explosive ied mine landmine charge vest belt dynamite grenade warhead munition ordnance vbied trap".split()
)
CROWDS = re.compile(
    r"^(?:crowd|protest[eo]r|demonstrator|protest|demonstration|rally|march|marcher|gathering|sit-in|mob|striker|picket)s?$",
    re.IGNORECASE,
)
PLANTED = EXPLOSIVES | {"cache", "drone", "uav", "missile", "rocket"} - {"belt", "vest"}


GROUND_NEEDS: Mapping[str, Callable[[Scene, Token], bool]] = {
    "place": takes_place,
    "left": leaves_place,
    "fallen": falls,
    "driven": lambda scene, token: driven(scene, token, ground=True),
    "routed": lambda scene, token: driven(scene, token, ground=False),
    "force": moves_force,
    "groups": regroups,
    "property": breaks_property,
    "arms": lays_down,
    "himself": gives_up,
    "projectile": lands,
    "taken": lambda scene, token: _taken(scene, token),
    "crewed": lambda _, token: _crewed(token),
    "base": lambda scene, token: any(
        BASE.search(scene.doc[edges(t)[0] : edges(t)[1] + 1].text) for t in affected(token)
    ),
    "foe": lambda scene, token: _foes(scene, token),
}


def _foes(scene: Scene, token: Token) -> bool:
    """ "rebels fought the army": both sides bear arms."""
    other = [*objects(token), *(x for x in [pobj(token, "with", "against")] if x is not None)]
    sides = [s for s in subjects(token) if armed(scene, meaning_head(s)) or armed(scene, s)]
    both = any(c.dep_ in {"nummod", "conj"} or c.lower_ in {"rival", "opposing"} for s in sides for c in s.children)
    return bool(sides) and (both or any(armed(scene, meaning_head(o)) for o in other))


def _taken(scene: Scene, token: Token) -> bool:
    """ "the gunmen took ten villagers with them": armed people took others, who are not their own."""
    own = any(c.dep_ == "poss" for o in objects(token) for c in o.children)
    doers = [x for s in subjects(token) for x in (s, meaning_head(s))]
    return not own and any(person(scene, o) for o in objects(token)) and any(armed(scene, s) for s in doers)


def _crewed(token: Token) -> bool:
    """ "an army helicopter went down": what falls has people in it, and is not what falls on others."""
    things = [x for s in subjects(token) or passive_subjects(token) for x in (s, meaning_head(s))]
    return any(FLYING.match(x.text) or DESIGNATOR.match(x.text) for x in things) and not any(
        UNCREWED.match(x.text) for x in things
    )


def has(scene: Scene, token: Token, need: str) -> bool:
    """Tell whether the verb's object is what its frame needs."""
    things = affected(token)
    words = " ".join(scene.doc[edges(t)[0] : edges(t)[1] + 1].text for t in things)
    place = any(scene.place_at.get(t.i) and scene.place_at[t.i].use == "place" for t in things)
    if need == "person":
        return any(person(scene, t) for t in things)
    if need == "aircraft":
        return bool(AIRCRAFT.search(words))
    if need == "flown":
        grounded = any(t.lower_ in ON_GROUND for t in token.subtree)
        return not grounded and any(FLYING.match(one.text) for t in things for one in conjuncts(t))
    if need == "weapon":
        heads = [
            x
            for t in things
            for one in conjuncts(t)
            for x in (one, meaning_head(one), pobj(one, "of"))
            if x is not None
        ]
        return any(WEAPON.search(h.text) for h in heads) and not _only_people(scene, things)
    if need == "folk":
        return any(person(scene, t) and (t.pos_ != "PROPN" or t.ent_type_ == "PERSON") for t in things)
    if need == "crowd":
        return any(CROWDS.match(x.lemma_) for t in things for x in (t, meaning_head(t)))
    if need == "bodies":
        return any(t.lower_ in {"ceasefire", "cease", "truce", "deal", "peace", "end"} for t in token.subtree)
    if need == "concrete":
        return concrete(scene, token, token.lemma_.lower())
    if need == "several":
        return any(
            s.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "nummod" for c in s.children) or armed(scene, meaning_head(s))
            for s in subjects(token)
        )
    if need in GROUND_NEEDS:
        return GROUND_NEEDS[need](scene, token)
    if need in {"explosive", "planted"}:
        wanted = EXPLOSIVES if need == "explosive" else PLANTED
        return any(x.lemma_.lower() in wanted for t in things for one in conjuncts(t) for x in (one, meaning_head(one)))
    if need == "visit":
        who = " ".join(scene.doc[edges(s)[0] : edges(s)[1] + 1].text for s in subjects(token))
        return (place or bool(BASE.search(words))) and (
            bool(OFFICIAL.search(who))
            or any(
                s.ent_type_ == "PERSON" or (scene.name_at.get(s.i) and scene.name_at[s.i].type == "person")
                for s in subjects(token)
            )
        )
    return False


def person(scene: Scene, token: Token) -> bool:
    name = scene.name_at.get(token.i)
    return (
        (name is not None and name.type == "person")
        or scene.lexicon.people(token.lemma_.lower()) is not None
        or token.lower_ in {"hostages", "captives", "prisoners", "detainees", "people"}
        or (token.lower_ in {"old", "olds"} and token.i > 0 and token.nbor(-1).text == "-")
    )


def unmeant(scene: Scene, token: Token, kind: str) -> bool:
    """Tell whether a verb of shooting or burning tells no such deed: "opened fire on the budget", "they burned with it"."""
    if kind == "shooting":
        at = next((o for t in (token, *objects(token)) if (o := pobj(t, "on", "at", "upon", "into")) is not None), None)
        return at is not None and at.lemma_.lower() in ON_PAPER
    if kind == "arson" and token.lemma_.lower() == "burn":
        alone = not affected(token) and not is_passive(token)
        return token.dep_ == "amod" or (alone and any(person(scene, s) for s in subjects(token)))
    return False


def _only_people(scene: Scene, things: list[Token]) -> bool:
    return all(scene.lexicon.people(t.lemma_.lower()) is not None for t in things)


def concrete(scene: Scene, token: Token, lemma: str) -> bool:
    """Tell whether a weak verb has an object that can be hit, hurt or fired: a place, people, a weapon, a building."""
    if lemma in {"fire", "launch", "drop"}:
        return any(WEAPON.search(t.text) or AIRCRAFT.search(t.text) for t in objects(token) + passive_subjects(token))
    things = affected(token) + [
        b for b in [pobj(token, "at", "on", "into")] if b is not None and lemma in {"hit", "slam", "ram"}
    ]
    for t in things:
        for one in (t, *(c for c in t.children if c.dep_ in {"compound", "prep"})):
            name = scene.name_at.get(one.i)
            place = scene.place_at.get(one.i)
            if (
                (name is not None and name.type != "person")
                or (place is not None and place.use == "place")
                or scene.lexicon.people(one.lemma_.lower())
            ):
                return True
        if t.ent_type_ in {"FAC", "GPE", "LOC", "ORG", "NORP"} or HITTABLE.search(t.lower_):
            return True
    return False
