"""Words that tell an event, found through the frames."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.phrases import above, behind_hyphen, edges, objects, passive_subjects, pobj, subjects
from firsthand.extract.scene import Scene
from firsthand.extract.triggers_ground import a_group
from firsthand.extract.triggers_needs import FLYING, WEAPON, concrete, has, person, unmeant
from firsthand.extract.weapons import pit
from firsthand.model.base import Record
from firsthand.resources.frames import Frame

LIGHT = frozenset(
    "carry conduct launch stage mount execute perform commit undertake wage run make do lead begin start initiate "
    "unleash deliver order direct plan orchestrate "
    "perpetrate participate take claim suffer see come face survive repel foil thwart witness experience report "
    "announce confirm deny condemn".split()
)
"""Verbs that add no event of their own to an event noun that is their object."""
DOERS = frozenset(
    "carry conduct launch stage mount execute perform commit undertake wage run make do lead begin start initiate "
    "unleash deliver order direct orchestrate perpetrate".split()
)
"""Those of them whose subject did it."""
USES = frozenset(
    "throw hurl lob toss fire launch kill wound injure hit attack use drop strike blow go plant leave rip tear rock "
    "release spray run step drive tread expose spread inhale suffocate sicken affect deploy maim destroy damage target".split()
)
"""Verbs by which a weapon that is named becomes an event."""
BURSTS = frozenset({"explode", "detonate", "trigger"})
"""Verbs that tell by themselves that a weapon went off."""
BREAKS_OUT = frozenset("break erupt rage flare resume intensify".split())
"""Verbs by which fighting that is named becomes an event, whoever fights."""
AGREES = frozenset(
    "reach sign strike conclude seal make agree broker ink announce implement enter take hold begin declare clinch "
    "accept break violate".split()
)
"""Verbs by which an agreement that is named becomes an event."""
GOVERNED = {
    "agreed": AGREES,
    "declared": frozenset("impose declare order announce extend introduce enforce proclaim reimpose clamp".split()),
    "thrown": frozenset("throw hurl lob pelt toss fling".split()),
}
"""Verbs that make an event of a noun, by what its frame needs."""
HIT_VERBS = frozenset(
    "hit strike target destroy damage kill wound injure rock shake rip tear level flatten leave derail sink".split()
)
LABOUR = frozenset(
    "hunger general labor labour worker teacher train transport rent miner doctor nurse preemptive lightning".split()
)


class Trigger(Record, frozen=True, kw_only=True):
    """An event word: token index, first token of its phrase ("gas attack"), kind after refinement, and what its frame says."""

    token: int
    first: int
    kind: str
    frame: Frame
    verbal: bool
    weak: bool = False


MISREAD = {
    "raped": "rape",
    "raping": "rape",
    "rapes": "rape",
    "retook": "retake",
    "sniped": "snipe",
    "sniping": "snipe",
}
"""Forms whose lemma the parser gets wrong."""
HARMLESS = frozenset(
    "rescue relief humanitarian aid peacekeeping evacuation salvage recovery clean-up cleanup mining business banking "
    "logistics oil gas commercial medical flight day-to-day daily construction assistance vaccination".split()
)
"""What an operation is of that is no raid."""
STATES = frozenset({"deployment", "change of a group", "displacement", "siege", "headquarters established"})
"""Kinds whose participle after or before a noun says how things are, not what happened ("troops stationed in ..")."""
HELD = frozenset({"arrest", "capture"})
"""Kinds whose participle before a noun says where people are by now: "imprisoned fighters", "a detained editor"."""
FACETS = frozenset(
    "part nature stage phase aspect element character history course cost price conduct dynamics".split()
)
"""What is said of fighting as a whole, by which no fight is told: "the early stage of the fighting"."""
SITES_OF_ARMS = frozenset(
    "base airbase field airfield port airport strip depot factory plant warehouse store cache dump facility headquarters site "
    "position unit battalion brigade regiment hangar academy school museum show company industry program programme station "
    "defence defense system command crew pilot carrier shelter workshop launcher".split()
)
"""What stands in the name of a place or body that has to do with a weapon, and was not struck with it."""


def find_triggers(scene: Scene) -> tuple[Trigger, ...]:
    """All triggers in reading order, at most one a token."""
    found: list[Trigger] = []
    for token in scene.doc:
        passage = scene.passage(token)
        if passage is None or passage.role == "noise" or _in_name(scene, token) or token.i in scene.time_at:
            continue
        trigger = (
            _noun(scene, token)
            if token.pos_ in {"NOUN", "PROPN"}
            else _verb(scene, token)
            if token.pos_ in {"VERB", "AUX"}
            else None
        )
        if trigger is not None:
            found.append(trigger)
    return tuple(found)


def _in_name(scene: Scene, token: Token) -> bool:
    """Tell whether the token is part of a name of something else ("Operation Inherent Resolve", "Combat Command")."""
    name = scene.name_at.get(token.i)
    return name is not None and name.type != "weapon" and len(name.span.quote.split()) > 1


def _noun(scene: Scene, token: Token) -> Trigger | None:
    hit = _noun_frame(scene, token)
    if hit is None:
        return None
    frame, first = hit
    if pit(token):
        return None
    if frame.needs == "person" and not ((below := pobj(token, "of")) is not None and person(scene, below)):
        return None
    if frame.needs == "used" and not _used(token):
        return None
    if frame.kind == "armed clash" and token.dep_ == "pobj" and token.head.head.lemma_.lower() in FACETS:
        return None
    if frame.needs in GOVERNED and not any(v.lemma_.lower() in GOVERNED[frame.needs] for v in above(token, 3)):
        return None
    if frame.needs == "of a group" and not (
        (body := pobj(token, "of", "between")) is not None and a_group(scene, body)
    ):
        return None
    if token.dep_ in {"compound", "nmod"} and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i:
        return None  # "attack helicopter", "raid party": the head noun says what it is
    if token.i + 2 < len(scene.doc) and token.nbor(1).text == "-" and token.nbor(2).lower_ in {"like", "torn", "hit"}:
        return None
    if token.lower_.startswith("operation") and any(c.lemma_.lower() in HARMLESS for c in token.children):
        return None
    if token.lower_.startswith("attack") and any(c.lower_ in {"heart", "panic", "asthma"} for c in token.children):
        return None
    if token.lower_.startswith("strike") and any(c.lemma_.lower() in LABOUR for c in token.children):
        return None
    weak = frame.weak and not (
        (token.dep_ == "nsubj" and token.head.lemma_.lower() in BREAKS_OUT) or _deadly(scene, token)
    )
    return Trigger(
        token=token.i, first=first, kind=refined(scene, token, frame.kind), frame=frame, verbal=False, weak=weak
    )


def _deadly(scene: Scene, noun: Token) -> bool:
    """Tell whether people came to harm in it: "those killed in Friday's strike"."""
    prep = noun.head
    harmed = prep.head.lemma_.lower() if noun.dep_ == "pobj" and prep.lower_ in {"in", "by", "during"} else ""
    return harmed in scene.frames.harm_verbs


def _used(device: Token) -> bool:
    """Tell whether a weapon that is named becomes an event by its verb; one that explodes is told by that verb."""
    if device.dep_ == "pobj" and device.head.head.lemma_.lower() in {"use", "release", "dropping", "spraying"}:
        return True
    verbs = [v for v in above(device, 3) if v.pos_ in {"VERB", "AUX"}]
    if not verbs:
        return device.dep_ == "ROOT"
    lemma = verbs[0].lemma_.lower()
    if lemma in BURSTS or (lemma in {"set", "go", "blow"} and any(c.dep_ == "prt" for c in verbs[0].children)):
        return False
    return any(v.lemma_.lower() in USES for v in verbs)


def _noun_frame(scene: Scene, token: Token) -> tuple[Frame, int] | None:
    """The frame of the longest phrase that ends at the token, and the index of its first token."""
    nouns, doc = scene.frames.nouns, scene.doc
    for length in (4, 3, 2, 1):
        first = token.i - length + 1
        if first < 0:
            continue
        words = [t.lower_ for t in doc[first : token.i]]
        for last in (token.lemma_.lower(), token.lower_):
            phrase = " ".join([*words, last]).replace(" - ", "-")
            if phrase in nouns:
                return nouns[phrase], first
    return None


def _verb(scene: Scene, token: Token) -> Trigger | None:
    if token.dep_ == "amod" and behind_hyphen(token):
        return None  # "war-torn", "rebel-held", "drought-hit": what a place is like
    lemma = MISREAD.get(token.lower_, token.lemma_.lower())
    launched = lemma == "fire" and any(
        WEAPON.search(o.text) for o in (*objects(token), *passive_subjects(token), *subjects(token))
    )
    for phrase in sorted(dict.fromkeys(_verb_phrases(token, lemma)), key=lambda p: -p.count(" ")):
        if launched and phrase != lemma:
            continue  # "fired a missile at": the missile says what it is
        for frame in sorted(scene.frames.verbs.get(phrase, ()), key=lambda f: f.needs is None):
            if frame.needs is None or has(scene, token, frame.needs):
                if frame.weak and not frame.needs and not concrete(scene, token, lemma):
                    continue
                if frame.kind in STATES and token.dep_ in {"acl", "amod"}:
                    continue
                if frame.kind in HELD and token.dep_ == "amod" and token.tag_ == "VBN":
                    continue
                if unmeant(scene, token, frame.kind):
                    continue
                kind = refined(scene, token, frame.kind)
                if (kind in {"shooting", "attack"} or frame.needs == "projectile") and (
                    flown := next((s for s in subjects(token) if FLYING.match(s.text)), None)
                ):
                    kind = "drone strike" if re.match(r"drone|uav|quad", flown.lower_) else "air strike"
                if lemma in {"fire", "launch", "drop"} and kind == "attack" and frame.weak:
                    continue
                return Trigger(
                    token=token.i,
                    first=token.i,
                    kind=kind,
                    frame=frame,
                    verbal=True,
                    weak=frame.weak and kind == frame.kind,
                )
    return None


def _verb_phrases(token: Token, lemma: str) -> Iterator[str]:
    """The verb with each particle or object that makes a phrase of it, then alone."""
    for child in token.children:
        if child.dep_ == "advmod" and child.i == token.i - 1:
            yield f"{child.lower_} {lemma}"
        if (
            child.dep_ in {"prt", "dobj", "advmod", "acomp", "oprd", "prep", "npadvmod", "xcomp", "ccomp"}
            and child.i > token.i
        ):
            yield f"{lemma} {child.lower_}"
            for below in child.children:
                if child.dep_ == "prep" and below.dep_ == "pobj":
                    yield f"{lemma} {child.lower_} {below.lower_}"
                if child.dep_ in {"prt", "advmod"}:
                    continue
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2:
        yield f"{lemma} {following[0].lower_} {following[1].lower_}"
    if len(following):
        yield f"{lemma} {following[0].lower_}"
    yield lemma


def refined(scene: Scene, token: Token, kind: str) -> str:
    """The finer kind that the words in the trigger's own phrase and clause support."""
    near = {t.i for t in token.subtree if abs(t.i - token.i) <= 12 and not _other_clause(t, token)}
    near.update(range(max(0, token.i - 3), token.i))
    for verb in above(token, 2):
        if verb.pos_ == "VERB":
            near.update(t.i for s in (*subjects(verb), *objects(verb)) for t in s.subtree if abs(t.i - s.i) <= 3)
            near.update(b.i for p in ("in", "with", "by", "using") if (b := pobj(verb, p)) is not None)
            break
    if token.pos_ == "VERB":
        near.update(i for s in subjects(token) for i in range(edges(s)[0], edges(s)[1] + 1))
        hit = {i for s in (*objects(token), *passive_subjects(token)) for i in range(edges(s)[0], edges(s)[1] + 1)}
        bodies = {i for i in hit if i in scene.name_at and scene.name_at[i].type != "weapon"}
        near = (near | hit) - bodies  # a base of the air force may be attacked on foot
    words = [t for t in (scene.doc[i] for i in sorted(near)) if not _of_site(t) and not pit(t)]
    lemmas = frozenset(w for t in words for w in (t.lemma_.lower(), t.lower_))
    return scene.frames.refine(kind, lemmas, " ".join(t.lemma_.lower() for t in words))


def _of_site(token: Token) -> bool:
    """Tell whether a word only says what sort of place or body a noun is ("air base", "drone factory"): no means of attack."""
    noun = token
    while noun.dep_ in {"compound", "amod", "nmod"} and noun.head.i > noun.i:
        noun = noun.head
        if noun.lemma_.lower() in SITES_OF_ARMS:
            return True
    return False


def _other_clause(token: Token, trigger: Token) -> bool:
    """Tell whether a clause of its own stands between a token and the trigger above it."""
    for head in above(token, 8):
        if head == trigger:
            return False
        if head.dep_ in {"relcl", "advcl", "ccomp", "conj", "parataxis"} and head.pos_ == "VERB":
            return True
    return False
