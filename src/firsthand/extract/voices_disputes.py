"""Which acts deny what was said: "rejected the accusation", "called the report fabricated", and not "rejected the offer"."""

from collections.abc import Set

from spacy.tokens import Token

from firsthand.extract.voices_act import Act
from firsthand.extract.voices_grammar import passive

DENYING = frozenset(("deny", "refute", "rebut", "reject", "dismiss", "disavow", "disclaim", "dispute", "contest"))
TURNING_DOWN = frozenset(("reject", "dismiss", "disavow", "contest", "dispute"))
"""Verbs of denying whose object may as well be an offer, a plan, an official."""
SAID = frozenset(
    "accusation allegation claim charge report suggestion assertion rumor rumour account version figure toll count number "
    "responsibility involvement blame role notion finding narrative story speculation insinuation link complicity statement "
    "conclusion theory news casualty evidence accuracy culpability testimony tally estimate guilt contention".split()
)
"""What can be said of somebody or something, so that turning it down denies it."""
NAMING = frozenset(("call", "describe", "dismiss", "denounce", "label", "brand", "reject", "decry"))
FALSE = frozenset(
    "false untrue baseless unfounded groundless fabricated fabrication fabrications fake lie lies rumour rumours rumor rumors "
    "propaganda incorrect inaccurate exaggerated inflated exaggeration nonsense wrong misleading invented invention slander "
    "disinformation misinformation fiction malicious hoax".split()
)


def settle_denial(act: Act, verb: Token, rule: str) -> bool:
    """Settle whether an act denies. False: nothing is said at all ("were denied water", "denied them a visa")."""
    lemma = verb.lemma_.lower()
    doc = verb.doc
    if lemma in NAMING or rule == "naming":
        said = next((i for i in sorted(act.content) if doc[i].lemma_.lower() in SAID), None)
        if said is not None and any(
            doc[i].lower_ in FALSE and (i > said or doc[i].head.i in (said, verb.i) or doc[i].head.head == verb)
            for i in act.content
        ):
            act.denies, act.reports, act.stance = True, True, "denies"
            return True
    if not act.denies or rule != "nominal":
        return True
    if lemma in TURNING_DOWN and not _about_words(act.content, verb):
        act.denies, act.reports, act.stance = False, False, "asserts"
    return not (lemma == "deny" and _withholds(verb))


def _about_words(content: Set[int], verb: Token) -> bool:
    """Tell whether what is turned down is something said or a blame, by its head."""
    heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i in content]
    return any(c.lemma_.lower() in SAID for head in heads for c in (head, *head.conjuncts))


def _withholds(verb: Token) -> bool:
    """Tell whether something is kept from somebody: two objects, or a passive with an object left."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    return len(things) > (0 if passive(verb) else 1)


def denied_noun(noun: Token) -> bool:
    """Tell whether a noun of saying is what a verb denies, with nobody named who says it: "denied reports that"."""
    held = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in DENYING
    named = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ("by", "from")) for c in noun.children)
    return held and not named
