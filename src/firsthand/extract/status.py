"""Whether what a trigger tells happened, is going on, planned, threatened, tried, denied, or only spoken of."""

from collections.abc import Mapping
from typing import Literal

from spacy.tokens import Token

from firsthand.extract.phrases import above
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import Trigger
from firsthand.model.claim import Status

Said = Status | Literal["not", "go on"]
"""What one word says of the event below it: its status, that it did not happen, or nothing."""

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
STOPS = frozenset("stop prevent avert disrupt abort thwart foil".split())
DENIES = frozenset({"deny", "refute", "rebut", "disavow", "reject", "dismiss"})
DOERS = frozenset({"responsible", "involved", "complicit", "guilty", "accountable"})
UNTRUE = frozenset(
    "fabrication lie fake false untrue baseless unfounded groundless propaganda nonsense hoax invention rumour rumor".split()
)
CLAIMS = frozenset(
    {
        "claim",
        "report",
        "allegation",
        "accusation",
        "suggestion",
        "rumour",
        "rumor",
        "assertion",
    }
)
HUNTED = frozenset({"want", "seek"})
"""Verbs whose passive is of the police: "wanted for a murder", "sought in a shooting"."""
AFTER = frozenset({"after", "since", "because", "when"})
"""Words that open a clause of what went before, whatever the clause above it says of the time to come."""
FACTIVE = frozenset("assess investigate probe review examine verify mark avenge condemn mourn confirm".split())
"""Verbs whose object has happened, whether or not they have: "to assess an operation"."""
RESULTS = frozenset("kill wound injure destroy hit strike leave damage result".split())
TELLS = frozenset("say announce add state declare confirm vow promise pledge insist tell".split())
LASTS = frozenset({"continue", "rage", "persist", "intensify", "resume"})
"""Verbs whose progressive says that their subject goes on."""
UNREAL_NOUNS: Mapping[str, Status] = {
    **dict.fromkeys(
        "ability capability capacity risk possibility potential effort danger fear prospect likelihood warning readiness "
        "support call preparation preparedness prevention need".split(),
        "hypothetical",
    ),
    **dict.fromkeys("plan plot intention intent".split(), "planned"),
    "attempt": "attempted",
    "bid": "attempted",
    "threat": "threatened",
}
OWN_WORDS: Mapping[str, Status] = {
    **dict.fromkeys("attempted failed foiled thwarted abortive botched".split(), "attempted"),
    **dict.fromkeys("planned imminent upcoming forthcoming".split(), "planned"),
    **dict.fromkeys("possible potential future hypothetical mock simulated".split(), "hypothetical"),
    **dict.fromkeys("ongoing continuing".split(), "ongoing"),
    "threatened": "threatened",
}
"""Adjectives of an event noun that say how real it is."""
HEADS: Mapping[str, Status] = {
    **dict.fromkeys(
        (
            *PLANS,
            "about",
            "set",
            "poised",
            "due",
            "ready",
            "plan",
            "plot",
            "intention",
            "be",
        ),
        "planned",
    ),
    **dict.fromkeys((*TRIES, "attempt", "bid"), "attempted"),
    **dict.fromkeys(("threaten", "threat"), "threatened"),
    **dict.fromkeys(("continue", "keep"), "ongoing"),
}
"""What the word above an infinitive says of it; hypothetical for any other."""
FIRED = frozenset("missile rocket shell bomb drone projectile mortar round shot warplane aircraft jet plane".split())
"""What strikes, or is fired: where none did, nothing happened."""
CONDITION = frozenset({"if", "unless", "whether", "lest", "should"})
MODAL_PLAN = frozenset({"will", "'ll", "shall", "wo"})
MODAL_MAY = frozenset({"would", "could", "may", "might", "can", "should", "must", "ca", "'d"})
GOING = frozenset({"is", "are", "been", "'s", "'re"})


def status_of(scene: Scene, trigger: Trigger) -> Status | None:
    """What is said of the event's reality; None for one that the sentence says did not happen."""
    token = scene.doc[trigger.token]
    said: Said = _of_phrase(token)
    if said != "go on":
        return None if said == "not" else said
    below, first = token, True
    for at in [*([token] if token.pos_ in {"VERB", "AUX"} else []), *above(token, 8)]:
        unreal = at != token and at.pos_ in {"NOUN", "PROPN"} and at.lemma_.lower() in UNREAL_NOUNS
        if unreal and below.dep_ in {"prep", "acl", "pobj", "compound"}:
            return UNREAL_NOUNS[at.lemma_.lower()]
        if at.pos_ == "ADJ" and at.lemma_.lower() in {"capable", "able"}:
            return "hypothetical"
        if at.pos_ in {"VERB", "AUX"}:
            said = _of_verb(at, token, below, first=first)
            if said != "go on":
                return None if said == "not" else said
            first = False
        if at.dep_ == "advcl" and _gone_before(at, below):
            break
        below = at
    return "occurred"


def _of_phrase(token: Token) -> Said:
    """What the words of the event's own phrase say: "no attack", "an attempted attack", "an assassination attempt"."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return "go on"
    if token.lemma_.lower() in {"attempt", "bid"}:
        return "attempted"
    for c in token.children:
        if c.dep_ == "det" and c.lower_ in {"no", "neither"}:
            # "No such attack" goes back to one that others tell of.
            return "denied" if any(o.lower_ == "such" for o in token.children) else "not"
        if c.dep_ == "amod" and c.lower_ in OWN_WORDS:
            return OWN_WORDS[c.lower_]
    return "go on"


def _of_verb(verb: Token, trigger: Token, below: Token, *, first: bool) -> Said:
    """What one verb, the trigger or one above it, says of the event."""
    if any(c.dep_ == "mark" and c.lower_ in CONDITION for c in verb.children):
        return "hypothetical"
    if verb != trigger and verb.lemma_.lower() in FACTIVE and below.dep_ in {"dobj", "nsubjpass", "prep"}:
        return "go on"
    if verb != trigger and _of_doer(verb):
        return "go on"
    said: Said = "go on" if verb == trigger else _governed(verb, trigger, below, first=first)
    if said == "go on" and (first or verb == trigger):
        said = _of_form(verb, trigger, below)
    return said


def _of_doer(verb: Token) -> bool:
    """Tell whether a verb only says who did it or did not: "was not responsible for", "had nothing to do with"."""
    if verb.lemma_ == "do" and verb.head.lower_ in {"nothing", "anything"}:
        return True
    return verb.lemma_ == "be" and any(
        (c.dep_ == "acomp" and c.lemma_.lower() in DOERS) or (c.dep_ == "prep" and c.lower_ == "behind")
        for c in verb.children
    )


def _called_untrue(verb: Token, below: Token) -> bool:
    """Tell whether a verb calls reports false: "called the reports of a raid a fabrication"."""
    reports = below.lemma_.lower() in CLAIMS or any(c.lemma_.lower() in CLAIMS for c in below.children)
    said = verb.lemma_.lower() in {"call", "describe", "label", "brand", "term"}
    return said and reports and any(t.lemma_.lower() in UNTRUE for t in verb.subtree if t.i > verb.i)


def _governed(verb: Token, trigger: Token, below: Token, *, first: bool) -> Said:
    """What a verb says of the event that stands below it: prevents, tries, plans, threatens or denies it."""
    lemma = verb.lemma_.lower()
    if _called_untrue(verb, below):
        return "denied"
    if lemma == "threaten" and below.dep_ in {"xcomp", "ccomp", "dobj", "prep"}:
        return "threatened"
    if lemma in DENIES and below.dep_ in {"ccomp", "xcomp", "dobj", "pcomp"}:
        if lemma in {"deny", "refute"} and (below == trigger or below.dep_ != "dobj"):
            return "denied"
        if below.lemma_.lower() in CLAIMS:
            return "denied"
    if below.dep_ in {"ccomp", "csubj"} and any(c.dep_ == "acomp" and _untrue(c) for c in verb.children):
        return "denied"
    if (
        lemma in STOPS
        and below == trigger
        and below.dep_ in {"dobj", "nsubjpass"}
        and _one(trigger)
        and verb.tag_ in {"VBD", "VBN"}
    ):
        return "attempted"
    if lemma in PREVENTS and _prevented(below) and not _carried_out(verb, trigger):
        if lemma in {"thwart", "foil"}:
            return "attempted"
        if not first or below.dep_ != "dobj" or lemma not in {"allow", "enable", "help", "support"}:
            return "hypothetical"
    if lemma in TRIES and below.dep_ == "xcomp":
        return "attempted"
    hunted = lemma in HUNTED and below.dep_ == "prep" and not any(c.dep_ == "dobj" for c in verb.children)
    if lemma in PLANS and below.dep_ in {"xcomp", "dobj", "prep"} and not hunted:
        return "planned"
    if lemma in READIES and below.dep_ == "prep" and below.lower_ == "for":
        return "planned"
    return "go on"


def _gone_before(clause: Token, below: Token) -> bool:
    """Tell whether a clause in the past tells why or after what the clause above it is so: "after he was shot"."""
    past = clause.tag_ in {"VBD", "VBN"} or below.tag_ in {"VBD", "VBN"}
    return past and any(c.dep_ in {"mark", "advmod"} and c.lower_ in AFTER for c in clause.children)


def _of_form(verb: Token, trigger: Token, below: Token) -> Said:
    """What the form of the verb says: negation, modals, infinitives, the progressive."""
    children, head = list(verb.children), verb.head
    above_it = head.lemma_.lower()
    if verb == trigger and _no_weapon(verb):
        return "denied" if verb.dep_ == "ccomp" else "not"
    if any(c.dep_ == "neg" for c in children):
        return "denied" if above_it in {"deny"} else "not"
    have = any(c.dep_ == "aux" and c.lower_ in {"have", "'ve"} for c in children)
    modal = next(
        (c.lower_ for c in children if c.dep_ == "aux" and c.lower_ in MODAL_PLAN | MODAL_MAY),
        None,
    )
    if modal == "'d" and verb.tag_ != "VB":
        modal = None  # "they'd attacked"
    if modal is not None and not have:
        same = any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "PRON" for c in children)
        if (
            verb.dep_ == "ccomp"
            and modal in {"would", "will", "'ll", "'d"}
            and same
            and above_it in {"threaten", "warn"}
        ):
            return "threatened"
        if modal == "would" and verb.dep_ == "ccomp" and same and above_it in TELLS:
            return "planned"
        return "planned" if modal in MODAL_PLAN else "hypothetical"
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in children) and not have:
        if above_it == "go" and head.tag_ == "VBG" and verb.dep_ == "xcomp":
            return "planned"
        if above_it not in EVENTFUL or above_it == "continue":
            return HEADS.get(above_it, "hypothetical")
    if verb.tag_ == "VBG":
        progressive = any(c.dep_ == "aux" and c.lower_ in GOING for c in children)
        lasting = verb.lemma_.lower() in LASTS and below.dep_ == "nsubj"
        if (progressive and verb == trigger) or (lasting and any(c.dep_ == "aux" for c in children)):
            return "ongoing"
    return "go on"


def _no_weapon(verb: Token) -> bool:
    """Tell whether a verb has no weapon for its subject: "no missile struck", "no shell was fired"."""
    below = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.lemma_.lower() in FIRED)
    return any(d.lower_ == "no" for c in below for d in c.children)


def _carried_out(verb: Token, trigger: Token) -> bool:
    """Tell whether the sentence says what came of it: "called for an air strike, killing three"."""
    after = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > trigger.i)
    which = (c for c in trigger.children if c.dep_ in {"relcl", "acl"} and c.tag_ in {"VBD", "VBG"})
    return any(c.lemma_.lower() in RESULTS for c in (*after, *which))


def _untrue(adjective: Token) -> bool:
    """Tell whether "it is .. that" says that it is not so."""
    word = adjective.lower_
    return word in {"untrue", "false", "baseless"} or (
        word == "true" and any(c.dep_ == "neg" for c in (*adjective.children, *adjective.head.children))
    )


def _one(noun: Token) -> bool:
    """Tell whether a noun means one event that was under way: "an attack", "the attack", "attacks" not."""
    return noun.tag_ in {"NN", "NNP"} and any(c.dep_ in {"det", "nummod", "poss"} for c in noun.children)


def _prevented(below: Token) -> bool:
    """Tell whether what stands below a verb is what it prevents, fears or calls for, and not when or where it does so."""
    if below.dep_ == "prep":
        return below.lower_ in {"from", "against", "of", "about", "for"}
    return below.dep_ in {"dobj", "xcomp", "pcomp", "ccomp"} and below.pos_ != "AUX"
