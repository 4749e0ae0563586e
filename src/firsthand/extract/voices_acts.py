"""Acts of saying as the parse shows them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import NOBODY, Act, source_words
from firsthand.extract.voices_content import content_of, turned_down
from firsthand.extract.voices_disputes import denied_noun, settle_denial
from firsthand.extract.voices_figures import account_act, figure_act, per_act
from firsthand.extract.voices_grammar import (
    CITES,
    agent,
    before_that,
    beside,
    citations,
    negated,
    passers,
    passive,
    reach,
    relative,
    subject,
)
from firsthand.extract.voices_phrases import according, adjective_act, citing, hearsay, noun_act
from firsthand.resources.speech import Speech, Verb

HEARSAY = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))


def acts(doc: Doc, speech: Speech) -> Iterator[Act]:
    """All acts of saying that the parse of `doc` shows, in text order of their cues."""
    for token in doc:
        found = _act(token, speech)
        if found is not None and found.content:
            yield found


def _act(token: Token, speech: Speech) -> Act | None:
    if token.lower_ == "according":
        return according(token)
    if token.lower_ in HEARSAY:
        return hearsay(token)
    if token.lower_ == "per":
        return per_act(token, speech)
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        if lemma in CITES and token.tag_ == "VBG" and token.dep_ not in ("pcomp", "conj", "ROOT"):
            above = token.head
            taken = above.lemma_.lower() in speech.verbs or (above.dep_ == "ccomp" and before_that(token, above))
            return None if taken else citing(token)
        verb = speech.verbs.get(lemma)
        act = _verb(token, verb) if verb is not None else None
        return act or figure_act(token, speech)
    if token.pos_ == "NOUN":
        told = account_act(token, speech)
        stance = speech.nouns.get(lemma)
        return told or (
            noun_act(token, stance) if stance and not denied_noun(token) and not _said_in(token, speech) else None
        )
    if token.pos_ == "ADJ":
        stance = speech.adjectives.get(lemma)
        return adjective_act(token, stance) if stance else None
    return None


def _said_in(noun: Token, speech: Speech) -> bool:
    """Tell whether a noun is only where a verb of saying says it: "said in a statement that"."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or above.i > noun.i:
        return False
    verb = speech.verbs.get(above.lemma_.lower()) if above.pos_ in ("VERB", "AUX") else None
    return verb is not None and "clause" in verb.takes


def cue_words(verb: Token, rule: str, content: set[int]) -> list[int]:
    """The verb with its auxiliaries, negation, particle, the adverbs in front of it, and the preposition of what it is about."""
    own = {verb.i}
    adverbs = {c.i for c in verb.children if c.dep_ == "advmod" and c.i < verb.i}
    for child in verb.children:
        left = child.dep_ in ("aux", "auxpass", "neg", "prt") and child.i >= verb.i - 5
        right = rule == "prepositional" and child.dep_ == "prep" and child.i > verb.i and child.i + 1 in content
        if left or right:
            own.add(child.i)
    at = verb.i - 1
    while at in adverbs or at in own:
        own.add(at)
        at -= 1
    return [i for i in sorted(own) if i not in content]


def _verb(verb: Token, entry: Verb) -> Act | None:
    if verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return None
    content, rule = content_of(verb, entry)
    if not content:
        return None
    act = _sourced(verb, entry, content, rule)
    act.verb = verb.i
    act.denies = entry.stance == "denies"
    act.heard = [c.i for c in verb.children if c.dep_ in ("dobj", "dative")] if "addressee" in entry.takes else []
    who = subject(verb)
    act.cited = [b.i for c in citations(verb, who) for b in c.children if b.dep_ == "dobj"]
    act.via = passers(verb, who)
    act.reports = rule not in entry.attitude and not (rule == "inserted" and "clause" in entry.attitude)
    if act.source and verb.doc[act.source[0]].lower_ in NOBODY:
        act.reports = False  # "no group claimed it" says nothing for anybody
    if passive(verb) and not act.source and rule == "clause":
        act.reports = True  # "it is feared that" is nobody's feeling, but hearsay
    if not settle_denial(act, verb, rule):
        return None
    if negated(verb) and entry.stance in ("asserts", "claims", "alleges", "estimates"):
        act.stance = "doubts"
    return act


def _sourced(verb: Token, entry: Verb, content: set[int], rule: str) -> Act:
    """The act of a verb with its cue and its source: the subject, the agent of a passive, else the phrase beside it."""
    who = subject(verb)
    if turned_down(verb):
        who = verb.sent.root
    elif passive(verb):
        by = agent(verb)
        if (
            who is not None
            and who.i not in content
            and (rule == "infinitive" or (rule == "raising" and who.head == verb))
        ):
            content |= set(reach(who))
        if by is not None and rule == "raising":
            content -= {*reach(by), by.head.i}
        who = by
    elif who is not None and who.lower_ in ("it", "there") and who.dep_ == "expl":
        who = None
    act = Act(cue_words(verb, rule, content), [], content, entry.stance, rule, head=who.i if who is not None else None)
    if who is not None:
        act.source = source_words(who, verb, content)
        pronoun = relative(verb)
        if pronoun is not None and who.i < pronoun.i:
            act.source, act.meant = [pronoun.i], act.source
    elif not passive(verb) and (verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.lemma_ == "have" for c in verb.children)):
        act.source = beside(verb, content)
        act.head = act.source[-1] if act.source else None
    return act
