"""Which side the parties of an event are on, for kinds that depend on it: forces, other armed people, crowds, civilians.

By the word for the people, else by the entry of the name; a name that no list knows takes the side of the word beside it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from firsthand.extract.drafts import Draft, Part
from firsthand.extract.scene import Scene
from firsthand.model.value import Party

Camp = Literal["state", "armed", "crowd", "mob", "civilian", "property", "thing", "military thing"]

STATE = re.compile(
    r"\b(?:army|armies|military|police\w*|soldiers?|troops?|gendarm\w+|security (?:forces?|personnel|services?|officials?|"
    r"agents?)|(?:government|regime|state|federal|coalition|defen[cs]e|occupation|border|special|joint) "
    r"(?:forces?|guards?|units?|operations?)|marines?|officers?|constables?|paratroop\w+|guards?|navy|air force|"
    r"national guard|rangers|authorities|law enforcement|servicem[ae]n|warplanes?|jets?|peacekeepers?)\b",
    re.IGNORECASE,
)
PROTESTERS = re.compile(
    r"\b(?:protest[eo]rs?|demonstrators?|marchers?|picketers?|strikers|rally-?goers?|protests?|demonstrations?|rally|"
    r"rallies|sit-in|crowds? (?:demanding|calling for|chanting)|protest(?:ing|ed)|demonstrating)\b",
    re.IGNORECASE,
)
MOB = re.compile(
    r"\b(?:mobs?|rioters?|crowds?|looters?|hooligans?|vigilantes?|villagers|residents|locals|youths?|students|"
    r"supporters|sympathi[sz]ers|neighbou?rs|inhabitants|townspeople|settlers|community members|relatives|fans|"
    r"passers-?by|onlookers|tribesmen|commuters|worshippers|civilians|communities|citizens)\b",
    re.IGNORECASE,
)
MILITARY_THING = re.compile(
    r"\b(?:(?:military|army|air|naval|police|security|government|regime|militant|rebel|border) "
    r"(?:bases?|posts?|camps?|convoys?|positions?|vehicles?|outposts?|stations?|checkpoints?|facilit\w+|installations?|"
    r"buildings?|units?)|check-?posts?|checkpoints?|barracks|garrisons?|outposts?|patrols?|military academy|bases?|"
    r"positions|trenches|front ?lines?|police station|armou?red|tanks?|headquarters|troop\w*|fighters?|stronghold)\b",
    re.IGNORECASE,
)
PROPERTY = re.compile(
    r"\b(?:propert(?:y|ies)|shops?|stores?|houses?|homes?|vehicles?|cars|businesses|crops|farms|livestock|stalls|kiosks|"
    r"belongings|farmland|trees)\b",
    re.IGNORECASE,
)
STATES = frozenset({"state force", "peacekeeping", "state", "government"})
ARMED = frozenset({"rebel group", "militia", "criminal"})


def camp(scene: Scene, part: Part) -> Camp | None:
    """The side of one party; None where its words do not tell."""
    if not isinstance(part.value, Party):
        return None
    text = part.value.text
    if PROTESTERS.search(text):
        return "crowd"
    entry = scene.lexicon.entry(part.value.entity) if part.value.entity else None
    words = text.lower().split()
    people = next((p for w in reversed(words) if (p := scene.lexicon.people(w.strip(".,'\"’"))) is not None), None)
    if people is not None and people.side == "armed nonstate" and not MOB.search(text):
        return "armed"
    if STATE.search(text) and (people is None or people.side != "civilian"):
        return "state"
    if entry is not None and entry.sort in ARMED | STATES:
        return "armed" if entry.sort in ARMED else "state"
    if MILITARY_THING.search(text):
        return "military thing"
    if MOB.search(text):
        return "mob"
    if people is not None and people.side in {"civilian", "unknown"}:
        return "civilian" if people.side == "civilian" else None
    if part.value.type == "named":
        if part.value.sort in {"group", "unit"}:
            return "armed"
        return "state" if part.value.country and part.value.sort == "organisation" and part.field == "actor" else None
    if PROPERTY.search(text):
        return "property"
    return "thing" if part.field == "target" else None


def camps(scene: Scene, parts: Iterable[Part]) -> frozenset[Camp]:
    """The sides of several parties."""
    return frozenset(c for p in parts if (c := camp(scene, p)) is not None)


def hit(draft: Draft) -> list[Part]:
    """Targets and victims of a draft."""
    return [*draft.targets, *(p for p in draft.parts if p.field == "victim")]


def doing(drafts: Sequence[Draft]) -> list[Part]:
    """Actors of several drafts."""
    return [p for d in drafts for p in d.actors]
