"""Whether what a trigger tells happened, is going on, planned, threatened, tried, denied, or only spoken of."""

from typing import Literal

from spacy.tokens import Token

from firsthand.extract.phrases import above
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import Trigger
from firsthand.model.claim import Status

PLANS = frozenset(
    "plan intend prepare vow promise want seek aim pledge hope expect agree decide order schedule continue".split()
) - {"continue", "order"}
TRIES = frozenset("attempt try fail struggle".split())
PREVENTS = frozenset(
    "prevent avoid deter stop avert tackle combat counter curb end halt face fight thwart foil hinder discourage "
    "protect guard fear warn risk call urge demand oppose reject support allow enable help".split()
)
READIES = frozenset("mobilise mobilize prepare train recruit mass amass regroup gather plan rehearse".split())
EVENTFUL = frozenset(
    "continue begin start manage go come use proceed help report say believe allege suspect claim appear seem accuse force "
    "compel oblige".split()
)
UNREAL_NOUNS = frozenset(
    "ability capability capacity plan threat risk possibility potential effort attempt plot intention intent bid "
    "danger fear prospect likelihood warning readiness "
    "support call preparation preparedness prevention need".split()
)
FACTIVE = frozenset("assess investigate probe review examine verify mark avenge condemn mourn confirm".split())
"""Verbs whose object has happened, whether or not they have: "to assess an operation"."""
RESULTS = frozenset("kill wound injure destroy hit strike leave damage result".split())
CONDITION = frozenset({"if", "unless", "whether", "lest", "should"})
MODAL_PLAN = frozenset({"will", "'ll", "shall", "wo"})
MODAL_MAY = frozenset({"would", "could", "may", "might", "can", "should", "must", "ca"})


def status_of(scene: Scene, trigger: Trigger) -> Status | None:
    """What is said of the event's reality; None for one that the sentence says did not happen."""
    token = scene.doc[trigger.token]
    chain = [token] if token.pos_ in {"VERB", "AUX"} else []
    chain += above(token, 8)
    below = token
    first_verb = True
    for at in chain:
        if (
            at.pos_ in {"NOUN", "PROPN"}
            and at != token
            and at.lemma_.lower() in UNREAL_NOUNS
            and below.dep_ in {"prep", "acl", "pobj", "compound"}
        ):
            return (
                "attempted"
                if at.lemma_.lower() == "attempt"
                else "threatened"
                if at.lemma_.lower() == "threat"
                else "hypothetical"
            )
        if at.pos_ in {"VERB", "AUX"}:
            said = _verb_status(at, token, below, first=first_verb)
            if said != "go on":
                return None if said == "not" else said
            first_verb = False
        below = at
    return "occurred"


def _verb_status(verb: Token, trigger: Token, below: Token, *, first: bool) -> Status | Literal["not", "go on"]:
    """What one verb says of the event below it, or "go on"."""
    lemma = verb.lemma_.lower()
    children = list(verb.children)
    if any(c.dep_ == "mark" and c.lower_ in CONDITION for c in children):
        return "hypothetical"
    if verb != trigger:
        if lemma == "threaten":
            return "threatened"
        if lemma == "deny":
            return "denied"
        if lemma in FACTIVE and below.dep_ in {"dobj", "nsubjpass", "prep"}:
            return "go on"
        if lemma in PREVENTS and _prevented(below) and not _carried_out(verb, trigger):
            if lemma in {"thwart", "foil"}:
                return "attempted"
            if not first or below.dep_ != "dobj" or lemma not in {"allow", "enable", "help", "support"}:
                return "hypothetical"
        if lemma in TRIES and below.dep_ == "xcomp":
            return "attempted"
        if lemma in PLANS and below.dep_ in {"xcomp", "dobj", "prep"}:
            return "planned"
        if lemma in READIES and below.dep_ == "prep" and below.lower_ == "for":
            return "planned"
    if first or verb == trigger:
        if any(c.dep_ == "neg" for c in children):
            return "not"
        have = any(c.dep_ == "aux" and c.lower_ in {"have", "'ve"} for c in children)
        modal = next((c.lower_ for c in children if c.dep_ == "aux" and c.lower_ in MODAL_PLAN | MODAL_MAY), None)
        if modal is not None and not have:
            return "planned" if modal in MODAL_PLAN else "hypothetical"
        if (
            any(c.dep_ == "aux" and c.tag_ == "TO" for c in children)
            and not have
            and verb.head.lemma_.lower() not in EVENTFUL
        ):
            head = verb.head.lemma_.lower()
            return (
                "planned"
                if head in PLANS
                else "attempted"
                if head in TRIES
                else "threatened"
                if head == "threaten"
                else "hypothetical"
            )
        if (
            verb == trigger
            and verb.tag_ == "VBG"
            and any(c.dep_ == "aux" and c.lower_ in {"is", "are"} for c in children)
        ):
            return "ongoing"
    return "go on"


def _carried_out(verb: Token, trigger: Token) -> bool:
    """Tell whether the sentence says what came of it: "called for an air strike, killing three"."""
    after = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > trigger.i)
    which = (c for c in trigger.children if c.dep_ in {"relcl", "acl"} and c.tag_ in {"VBD", "VBG"})
    return any(c.lemma_.lower() in RESULTS for c in (*after, *which))


def _prevented(below: Token) -> bool:
    """Tell whether what stands below a verb is what it prevents, fears or calls for, and not when or where it does so."""
    if below.dep_ == "prep":
        return below.lower_ in {"from", "against", "of", "about", "for"}
    return below.dep_ in {"dobj", "xcomp", "pcomp", "ccomp"} and below.pos_ != "AUX"
