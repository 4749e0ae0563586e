"""Protests and riots, by ACLED's order: violence by the crowd, excessive force against it, other intervention, else peaceful."""

import re
from collections.abc import Sequence

from firsthand.extract.drafts import Draft
from firsthand.extract.kinds_sides import PROTESTERS, Camp
from firsthand.extract.scene import Scene

CROWD = frozenset({"protest", "riot", "protest with intervention", "force against protesters"})
DRAWN_IN = frozenset({
    "shooting", "attack", "arrest", "capture", "killing", "armed clash", "grenade", "arson", "looting", "property destruction",
    "siege", "ground raid", "bombing", "mob violence", "chemical attack",
})  # fmt: skip
"""Kinds that are part of a protest or riot where a crowd did it or had it done to them."""
LETHAL = re.compile(
    r"\b(?:open(?:ed|s|ing)? fire|live (?:ammunition|rounds?|fire|bullets?)|shot|shoot(?:s|ing)?|gunned|gunfire|gunshots?|"
    r"brutal\w*|killed|killing|died|dead|deaths?|beat(?:en|ing|s)?|fatal\w*|lethal|deadly|excessive force|"
    r"(?:wounded|injured|injuring|wounding)|fired (?:on|at|into|upon)|snipers?|ran over|rammed)\b",
    re.IGNORECASE,
)
MEASURES = re.compile(
    r"\b(?:tear[- ]?gas(?:sed)?|water cannons?|pepper[- ]spray\w*|rubber bullets?|plastic bullets?|batons?|truncheons?|"
    r"dispers\w+|dispel\w*|detain\w*|arrest\w*|suppress\w*|stun grenades?|smoke (?:grenades?|bombs?)|flash-?bangs?|"
    r"crack\w* down|crackdown|chas(?:e[ds]?|ing)|br(?:oke|eak\w*) up|kettl\w+|cordon\w*|warning shots|scuffl\w+|"
    r"manhandl\w+|dragg\w+|carried away)\b",
    re.IGNORECASE,
)
POLICE = re.compile(
    r"\b(?:police\w*|officers?|(?:security|government|regime|armed) forces?|security (?:personnel|agents?|guards?|"
    r"services?)|soldiers?|troops|army|military|guards?|gendarm\w+|law enforcement|paramilitar\w+|riot squad)\b",
    re.IGNORECASE,
)
HINDERED = re.compile(
    rf"{POLICE.pattern}[^.;]{{0,60}}\b(?:halt\w*|prevent\w*|block\w*|stop(?:ped|ping)?|remov\w+|push\w* back|pull\w*|"
    r"dragg?\w*|evict\w*|charg\w+|interven\w+|barr?(?:ed|ing)|confront\w*|shields?)\b",
    re.IGNORECASE,
)
"""Police who do something to a crowd with a word that serves for much else, too."""
RIOTING = re.compile(
    r"\b(?:clash\w* with|clash\w* between|molotov\w*|petrol bombs?|torch(?:ed|es|ing)|loot(?:ed|s|ing)|smash\w*|vandal\w*|"
    r"rampag\w*|riot(?!\s+(?:police|squad|gear|shield|control))(?:s|ed|ing|ers?)?|set (?:fire|ablaze|alight)|"
    r"set \w+(?: \w+)? on fire|hurl\w*|ransack\w*|pelt(?:ed|s|ing)|thr(?:ew|ow|own|owing|ows)(?: \w+)? (?:stones|rocks|"
    r"bottles|bricks|objects|projectiles)|ston(?:es|ed|ing)|pull(?:ed|s|ing)? down|tor(?:e|n) down|toppl\w+|"
    r"turned violent|marred by violence|fire ?bomb\w*|overturn\w*|street (?:battles?|fighting)|attacked (?:the )?police)\b",
    re.IGNORECASE,
)
"""What makes a crowd violent whatever else is said of it."""
UNRULY = re.compile(
    r"\b(?:clash\w*|rocks|bricks|bottles|projectiles|burn(?:ed|t|ing)|violent(?:ly)? (?!dispers|repress|crackdown|suppress)|"
    r"escalat\w+ violence|street violence|throw\w*|threw|lobb\w+|storm(?:ed|ing)|confrontations?|skirmish\w*|aggressive|"
    r"trash(?:ed|ing)|barricad\w+|riot-like)\b",
    re.IGNORECASE,
)
"""What does so unless the crowd is called peaceful."""
PEACEFUL = re.compile(r"\b(?:peace?full?y?|peaceful\w*|non-?violent\w*|unarmed)\b", re.IGNORECASE)
TURNED = re.compile(r"\bturn\w* violent|\b(?:protest[eo]rs?|demonstrators|rioters)\b", re.IGNORECASE)
AT_PROTEST = re.compile(
    r"\b(?:at|during|from|dispers\w+|break\w* up|broke up|after|over|in|for)\W+(?:\w+\W+){0,4}(?:protests?|demonstrations?|"
    r"rally|rallies|march|sit-in)\b",
    re.IGNORECASE,
)


def crowd_in(drafts: Sequence[Draft], done: frozenset[Camp], hit: frozenset[Camp]) -> bool:
    """Tell whether a protest has a part in an event: a word for it tells it, or protesters did it or had it done to them."""
    return any(d.kind in CROWD for d in drafts) or "crowd" in done or "crowd" in hit


def crowd_kind(words: str, kind: str, done: frozenset[Camp], hit: frozenset[Camp]) -> str:
    """The kind of an event in which a crowd takes part. `words`: of the sentences that tell it."""
    if kind not in CROWD and kind not in DRAWN_IN:
        return kind
    police = bool(POLICE.search(words)) or "state" in done
    if RIOTING.search(words) or kind == "riot" or (UNRULY.search(words) and not PEACEFUL.search(words)):
        return "riot"
    if kind == "arrest" and "crowd" not in hit and not AT_PROTEST.search(words):
        return kind
    if (police or "crowd" in hit or kind not in CROWD) and LETHAL.search(words):
        return "force against protesters"
    if kind in {"attack", "shooting", "killing"} and "crowd" in hit:
        return "force against protesters"
    if kind == "arrest" or (police and (MEASURES.search(words) or HINDERED.search(words))):
        return "protest with intervention"
    return "protest" if kind in CROWD else kind


def beside_protest(scene: Scene, draft: Draft, words: str) -> bool:
    """Tell whether a word that serves for much stands in a sentence about protesters."""
    broad = draft.kind in {"shooting", "attack", "killing", "armed clash"} or "petrol" in draft.span.quote.lower()
    if not broad and not (draft.kind in {"arson", "looting", "property destruction"} and TURNED.search(words)):
        return False
    passage = scene.passages[draft.passage]
    return bool(PROTESTERS.search(scene.text[passage.start : passage.end]))
