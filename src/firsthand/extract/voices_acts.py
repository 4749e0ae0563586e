"""Acts of saying as the parse shows them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import Act, source_words
from firsthand.extract.voices_content import content_of
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
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        if lemma in CITES and token.tag_ == "VBG" and token.dep_ not in ("pcomp", "conj", "ROOT"):
            above = token.head
            taken = above.lemma_.lower() in speech.verbs or (above.dep_ == "ccomp" and before_that(token, above))
            return None if taken else citing(token)
        verb = speech.verbs.get(lemma)
        return _verb(token, verb) if verb is not None else None
    if token.pos_ == "NOUN":
        stance = speech.nouns.get(lemma)
        return noun_act(token, stance) if stance else None
    if token.pos_ == "ADJ":
        stance = speech.adjectives.get(lemma)
        return adjective_act(token, stance) if stance else None
    return None


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
    who = subject(verb)
    content, rule = content_of(verb, entry)
    if not content:
        return None
    if passive(verb):
        by = agent(verb)
        if who is not None and rule == "infinitive" and who.i not in content:
            content |= set(reach(who))
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
    act.verb = verb.i
    act.denies = entry.stance == "denies"
    act.cited = [b.i for c in citations(verb, who) for b in c.children if b.dep_ == "dobj"]
    act.via = passers(verb)
    act.reports = rule not in entry.attitude and not (rule == "inserted" and "clause" in entry.attitude)
    if negated(verb) and entry.stance in ("asserts", "claims", "alleges", "estimates"):
        act.stance = "doubts"
    return act
