"""Words that tell an event, found through the frames."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.phrases import above, edges, objects, pobj, subjects
from firsthand.extract.scene import Scene
from firsthand.extract.triggers_needs import WEAPON, concrete, has, person
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
    "throw hurl lob toss fire explode detonate go launch plant kill wound injure hit attack use drop strike blow "
    "release spray expose".split()
)
"""Verbs by which a weapon that is named becomes an event."""
AGREES = frozenset(
    "reach sign strike conclude seal make agree broker ink announce implement enter take hold begin declare clinch "
    "accept break violate".split()
)
"""Verbs by which an agreement that is named becomes an event."""
HIT_VERBS = frozenset(
    {
        "hit",
        "strike",
        "target",
        "destroy",
        "damage",
        "kill",
        "wound",
        "injure",
        "rock",
        "shake",
        "rip",
        "tear",
        "level",
        "flatten",
        "leave",
    }
)
LABOUR = frozenset(
    {
        "hunger",
        "general",
        "labor",
        "labour",
        "worker",
        "teacher",
        "train",
        "transport",
        "rent",
        "miner",
        "doctor",
        "nurse",
        "preemptive",
        "lightning",
    }
)


class Trigger(Record, frozen=True, kw_only=True):
    """An event word: token index, first token of its phrase ("gas attack"), kind after refinement, and what its frame says."""

    token: int
    first: int
    kind: str
    frame: Frame
    verbal: bool
    weak: bool = False


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
    if frame.needs == "person" and not ((below := pobj(token, "of")) is not None and person(scene, below)):
        return None
    if frame.needs == "agreed" and not any(v.lemma_.lower() in AGREES for v in above(token, 3)):
        return None
    if frame.needs == "used" and not any(v.lemma_.lower() in USES for v in above(token, 3)):
        return None
    if token.dep_ in {"compound", "nmod"} and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i:
        return None  # "attack helicopter", "raid party": the head noun says what it is
    if token.lower_.startswith("strike") and any(c.lemma_.lower() in LABOUR for c in token.children):
        return None
    return Trigger(
        token=token.i, first=first, kind=refined(scene, token, frame.kind), frame=frame, verbal=False, weak=frame.weak
    )


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
    lemma = token.lemma_.lower()
    launched = lemma == "fire" and any(WEAPON.search(o.text) for o in objects(token))
    for phrase in sorted(dict.fromkeys(_verb_phrases(token, lemma)), key=lambda p: -p.count(" ")):
        if launched and phrase != lemma:
            continue  # "fired a missile at": the missile says what it is
        for frame in sorted(scene.frames.verbs.get(phrase, ()), key=lambda f: f.needs is None):
            if frame.needs is None or has(scene, token, frame.needs):
                if frame.weak and not frame.needs and not concrete(scene, token, lemma):
                    continue
                kind = refined(scene, token, frame.kind)
                if lemma in {"fire", "launch", "drop"} and kind == "attack" and frame.weak:
                    continue
                return Trigger(token=token.i, first=token.i, kind=kind, frame=frame, verbal=True, weak=frame.weak)
    return None


def _verb_phrases(token: Token, lemma: str) -> Iterator[str]:
    """The verb with each particle or object that makes a phrase of it, then alone."""
    for child in token.children:
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
    near = {t.lemma_.lower() for t in token.subtree if abs(t.i - token.i) <= 12 and not _other_clause(t, token)}
    near |= {t.lower_ for t in scene.doc[max(0, token.i - 3) : token.i]}
    for verb in above(token, 2):
        if verb.pos_ == "VERB":
            near |= {
                t.lemma_.lower() for s in (*subjects(verb), *objects(verb)) for t in s.subtree if abs(t.i - s.i) <= 3
            }
            near |= {b.lemma_.lower() for p in ("in", "with", "by", "using") if (b := pobj(verb, p)) is not None}
            break
    if token.pos_ == "VERB":
        near |= {
            t.lemma_.lower()
            for s in (*subjects(token), *objects(token))
            for t in scene.doc[edges(s)[0] : edges(s)[1] + 1]
        }
    sentence = " ".join(sorted(near))
    return scene.frames.refine(kind, frozenset(near), sentence)


def _other_clause(token: Token, trigger: Token) -> bool:
    """Tell whether a clause of its own stands between a token and the trigger above it."""
    for head in above(token, 8):
        if head == trigger:
            return False
        if head.dep_ in {"relcl", "advcl", "ccomp", "conj", "parataxis"} and head.pos_ == "VERB":
            return True
    return False
