"""Sayings that give a figure without a verb of saying: "put the toll at 22", "counted 40 dead", "by the army's own count"."""

from spacy.tokens import Token

from firsthand.extract.voices_act import Act, source_words
from firsthand.extract.voices_grammar import SUBJECTS, agent, passive, reach, subject
from firsthand.resources.speech import Speech

NEAR = 6
"""Tokens after a verb of counting in which the number and what is counted stand."""
PRICED = frozenset(("at", "to", "as", "of", "from"))
"""Prepositions between a toll and its number."""
OPENS = frozenset(("in", "by", "on"))
POSSESSIVES = frozenset(("its", "their", "his", "her"))


def figure_act(verb: Token, speech: Speech) -> Act | None:
    """The act of a verb that gives a count of victims or attacks, by somebody who can count; None for others."""
    lemma = verb.lemma_.lower()
    if verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return None
    content = set[int]()
    if lemma in speech.counts:
        content = _counted(verb, speech)
    if not content and lemma in speech.gives:
        content = _toll(verb, speech)
    who = agent(verb) if passive(verb) else subject(verb)
    if not content or who is None or who.i in content or not _can_count(who, speech):
        return None
    if who.head != verb and who.ent_type_ == "PERSON":
        return None  # a name in a row of verbs is more often an object that the parse took for a subject
    act = Act([verb.i], source_words(who, verb, content), content, "asserts", "figure", head=who.i, verb=verb.i)
    return act if act.source else None


def _can_count(who: Token, speech: Speech) -> bool:
    """Tell whether a source is one that counts: a name, a body, an official, a document; not a bomb or a town's market."""
    known = speech.officials | speech.generic | speech.documents
    return who.pos_ in ("PROPN", "PRON") or who.lemma_.lower() in known


def _counted(verb: Token, speech: Speech) -> set[int]:
    """The object of a verb of counting, from behind the verb to the end of its clause."""
    if passive(verb):
        return set()
    last = min(verb.right_edge.i, verb.i + 60)
    near = verb.doc[verb.i + 1 : min(last, verb.i + NEAR) + 1]
    number = next(
        (t.i for t in near if t.like_num or t.lower_ in ("no", "dozens", "hundreds", "scores", "several")), None
    )
    if number is None or not any(
        t.lemma_.lower() in speech.counted or t.lower_ in speech.counted for t in near if t.i >= number
    ):
        return set()
    stop = next((t.i for t in verb.doc[number : last + 1] if t.dep_ == "advcl" and t.tag_ == "VBG"), None)
    return set(range(verb.i + 1, (stop if stop is not None else last + 1)))


def _toll(verb: Token, speech: Speech) -> set[int]:
    """A toll and its number: "the toll at 22", "the number of dead to 41", "a toll of 14 dead"."""
    if passive(verb):
        things = [c for c in verb.children if c.dep_ == "nsubjpass"]
    else:
        things = [c for c in verb.children if c.dep_ == "dobj"]
    found = next((c for c in things if c.lemma_.lower() in speech.tolls), None)
    if found is None:
        return set()
    priced = [
        c
        for c in (*verb.children, *found.children)
        if c.dep_ == "prep" and c.lower_ in PRICED and any(b.like_num or _numbered(b) for b in c.children)
    ]
    return {i for c in (found, *priced) for i in reach(c)} if priced else set()


def _numbered(token: Token) -> bool:
    return any(c.like_num or c.dep_ == "nummod" for c in token.children)


def account_act(noun: Token, speech: Speech) -> Act | None:
    """The act of a phrase at the edge of a sentence that tells whose account it gives: "by the army's own count, ..."."""
    stance = speech.accounts.get(noun.lower_) or speech.accounts.get(noun.lemma_.lower())
    prep = noun.head
    if stance is None or noun.dep_ != "pobj" or prep.lower_ not in OPENS:
        return None
    top = prep.head
    if top == prep or top.pos_ not in ("VERB", "AUX"):
        return None
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    if whose is None:
        whose = next((b for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for b in c.children), None)
    phrase = reach(prep)
    sentence = prep.sent
    closed = phrase[-1] + 1 < len(noun.doc) and noun.doc[phrase[-1] + 1].text == ","
    opened = phrase[0] > 0 and noun.doc[phrase[0] - 1].text == ","
    if whose is None or not ((phrase[0] == sentence.start and closed) or opened):
        return None
    source = [i for i in reach(whose) if noun.doc[i].tag_ != "POS"]
    cue = [i for i in phrase if i not in source and not noun.doc[i].is_punct]
    return Act(cue, source, set(reach(top)) - set(phrase), stance, "account", head=whose.i, verb=noun.i)


def per_act(token: Token, speech: Speech) -> Act | None:
    """The act of "per the ministry, ..."; None for "per day"."""
    who = next((c for c in token.children if c.dep_ == "pobj"), None)
    if who is None or token.dep_ != "prep" or token.head.pos_ not in ("VERB", "AUX"):
        return None
    known = speech.officials | speech.generic | speech.documents
    named = who.pos_ == "PROPN" or any(c.dep_ == "det" and c.lower_ == "the" for c in who.children)
    if not named or (who.pos_ != "PROPN" and who.lemma_.lower() not in known):
        return None
    top = token.head
    if not any(c.dep_ in SUBJECTS for c in top.children):
        return None
    return Act([token.i], list(reach(who)), set(reach(top)) - set(reach(token)), "asserts", "according", head=who.i)
