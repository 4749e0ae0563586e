"""The finest kind that all words of an event support, where no single word gives it, by the definitions of ACLED's codebook.

Who did it and to whom decides much: two armed sides are a battle, arms against the unarmed an attack, a crowd without
arms a mob; ground that changes hands is told by who gains it and whether they fought.
"""

import re
from collections.abc import Iterable, Sequence

from firsthand.extract.drafts import Draft
from firsthand.extract.events import GENERAL, LEAF, EventDraft
from firsthand.extract.kinds_crowd import beside_protest, crowd_in, crowd_kind
from firsthand.extract.kinds_sides import MOB, Camp, camps, doing, hit
from firsthand.extract.phrases import subjects
from firsthand.extract.scene import Scene

SUICIDE = re.compile(
    r"\b(?:kill(?:ing|ed|s)?|bl(?:ew|ow|ows|own|owing)(?: up)?|explod(?:e|ed|ing)|detonat(?:e|ed|ing)) "
    r"(?:himself|herself|themselves)\b",
    re.IGNORECASE,
)
BOMB = re.compile(r"\b(?:bomb|explo|deton|vest|belt|blow|blew)\w*", re.IGNORECASE)
UNFOUGHT = re.compile(
    r"\b(?:without (?:a fight|a shot|fighting|any? ?resistance|clashes|firing)|no resistance|unopposed|peaceful(?:ly)?|"
    r"deserted|abandoned|vacated|withdr[ae]w\w*|pull(?:ed|ing|s)? (?:out|back)|hand(?:ed|ing|over)? ?(?:over)?|retreated|"
    r"evacuated|under (?:a|an) (?:deal|agreement|accord))\b",
    re.IGNORECASE,
)
SENTENCED = re.compile(
    r"\b(?:convict\w*|sentenc\w+|death row|lethal injection|hang(?:ed|ing)|court|prison authorities|found guilty|"
    r"capital punishment|gallows|judiciary|death penalty)\b",
    re.IGNORECASE,
)
BLOCKING = re.compile(
    r"\b(?:barricad\w+|burning tyres|burning tires|block\w* (?:the )?(?:roads?|highways?))\b", re.IGNORECASE
)
AIRBORNE = frozenset(
    {"air strike", "drone strike", "shelling", "missile attack", "rocket attack", "bombing", "attack", "killing"}
)
GROUND = frozenset({"seizure of territory", "territory regained"})
FOUGHT = frozenset({
    "armed clash", "attack", "killing", "shelling", "air strike", "bombing", "suicide bombing", "ambush", "attack on forces",
    "drone strike", "missile attack", "rocket attack", "shooting",
})  # fmt: skip
MOBBED = frozenset({"attack", "killing", "armed clash", "arson", "property destruction", "looting"})
BROAD = frozenset({"bombing", "shooting"})
"""What a general word means where the event tells nothing finer."""
SIDE = frozenset({"arson", "looting", "property destruction", "robbery"})
"""What is done beside a deadly attack, and does not name it."""
TELLING = frozenset({"occurred", "ongoing"})


def settle_kinds(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Give the drafts of each event its finest kind; general words take on the kind that a finer word of the event gives."""
    for event in events:
        words = _words(scene, event.drafts)
        done = camps(scene, doing(event.drafts))
        hurt = camps(scene, [p for d in event.drafts for p in hit(d)])
        _upgrade(scene, event.drafts)
        first = [d.kind for d in event.drafts]
        crowd = crowd_in(event.drafts, done, hurt)
        for draft in event.drafts:
            if crowd or beside_protest(scene, draft, words):
                draft.kind = crowd_kind(words, draft.kind, done, hurt)
            if draft.kind == first[event.drafts.index(draft)]:
                own, hers = camps(scene, draft.actors), camps(scene, hit(draft))
                hers = hurt if draft.kind == "ground raid" or not hers else hers
                draft.kind = _finer(draft, first, words, own or done, hers)


def _words(scene: Scene, drafts: Iterable[Draft]) -> str:
    return " ".join(
        scene.text[scene.passages[k].start : scene.passages[k].end] for k in sorted({d.passage for d in drafts})
    )


def _upgrade(scene: Scene, drafts: Sequence[Draft]) -> None:
    """A general word ("attack") means what a finer word of the same event says ("poison gas", "kidnapped")."""
    real = [d for d in drafts if d.role == "main" and d.status not in {"hypothetical", "planned"}]
    fine = [d.kind for d in real if d.kind in LEAF]
    if "chemical attack" in fine:
        for d in drafts:
            if d.kind in AIRBORNE:
                d.kind = "chemical attack"
    _operation(drafts)
    fine = fine or [d.kind for d in real if d.kind in BROAD]
    if not fine:
        return
    best = max(dict.fromkeys(fine), key=fine.count)
    deadly = any(c.field in {"killed", "wounded"} and c.number != 0 for d in drafts for c in d.counts)
    if deadly and best in SIDE:
        return
    for d in drafts:
        if d.kind in GENERAL and (
            scene.kinds.refines(best, "attack") or (scene.kinds.refines(best, "abduction") and not deadly)
        ):
            d.kind = best


def _operation(drafts: Sequence[Draft]) -> None:
    """The bare word "operation" means what was done in it: the arrests, the clash, the strikes."""
    bare = [d for d in drafts if d.kind == "ground raid" and d.trigger.weak]
    done = [d.kind for d in drafts if d not in bare]
    for d in bare if done else ():
        d.kind = max(dict.fromkeys(done), key=done.count)


def _finer(draft: Draft, told: Sequence[str], words: str, done: frozenset[Camp], hurt: frozenset[Camp]) -> str:
    kind = draft.kind
    if kind in {"bombing", "killing", "attack"} and SUICIDE.search(words) and BOMB.search(words):
        return "suicide bombing"
    if kind == "armed clash" and not done and draft.trigger.verbal and draft.token.pos_ == "VERB":
        done = frozenset({"mob"}) if any(MOB.search(s.text) for s in subjects(draft.token)) else done
    if kind == "riot" and done == {"mob"}:
        return "mob violence"
    if kind in MOBBED and "mob" in done and BLOCKING.search(words):
        return "riot"
    if kind in MOBBED and done and done <= {"mob", "crowd", "civilian"} and "mob" in done:
        return "mob violence"
    if kind in GROUND or (kind == "armed clash" and draft.status in TELLING):
        return _ground(draft, told, words, done)
    if (
        kind == "ground raid"
        and "state" not in done
        and {"civilian"} <= hurt <= {"civilian", "mob", "thing", "property"}
    ):
        return "attack"
    if kind == "execution" and SENTENCED.search(words) and "armed" not in done:
        return "execution of sentence"
    if kind == "arrest" and "state" in done and hurt == {"armed"} and not re.search(r"\bpolice", words, re.IGNORECASE):
        return "capture"
    if kind == "attack" and hurt == {"property"}:
        return "property destruction"
    if kind == "property destruction" and hurt & {"civilian", "mob", "state", "armed"}:
        kind = "attack"
    if kind in {"attack", "shooting", "killing"}:
        return _sides(kind, done, hurt)
    return kind


def _ground(draft: Draft, told: Sequence[str], words: str, done: frozenset[Camp]) -> str:
    """Who gained the ground, and whether they fought for it; a clash that ends so is told by its outcome."""
    gained = [k for k in told if k in GROUND]
    if not gained:
        return draft.kind
    if UNFOUGHT.search(words) and not any(k in FOUGHT for k in told):
        return "withdrawal"
    own = bool(draft.actors)
    if "state" in done and "armed" not in done and (own or "territory regained" in gained or len(gained) == len(told)):
        return "territory regained"
    if "armed" in done and "state" not in done and (own or draft.kind != "territory regained"):
        return "seizure of territory"
    return draft.kind if draft.kind in GROUND else gained[0]


def _sides(kind: str, done: frozenset[Camp], hurt: frozenset[Camp]) -> str:
    """Two armed sides are a battle; arms against the unarmed stay an attack."""
    forces = hurt & {"state", "military thing", "armed"}
    if not forces or hurt & {"civilian", "mob"} or not done <= {"state", "armed", "military thing", "thing"}:
        return kind
    if not done and (kind == "killing" or forces == {"armed"}):  # "three kidnappers were shot dead"
        return kind
    if "armed" in hurt and "state" in done:
        return "armed clash" if kind != "killing" else kind
    return "attack on forces"
