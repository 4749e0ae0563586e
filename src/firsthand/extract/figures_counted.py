"""Whom the number of a standing figure counts: the noun after it, or what is said to number, reach or be so many."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from firsthand.extract.figures_words import AMOUNTS, CHANGES, FORCES, LEVELS, PEOPLE, SORTS
from firsthand.extract.moments import governor
from firsthand.extract.numbers import Amount
from firsthand.extract.phrases import objects, passive_subjects, pobj, subjects
from firsthand.extract.scene import Scene

WITHIN = 6
"""Words between a number and the noun that it counts."""
FROM = re.compile(r"\b(?:from|by) $", re.IGNORECASE)
WHOLE = re.compile(r"\bof the $", re.IGNORECASE)
NUMBERS = frozenset({"number", "total"})
STATES = {"displaced": "displaced people", "detained": "detainees", "imprisoned": "prisoners"}
"""Participles that say what people are: "displaced people", "the detained"."""


class Counted(NamedTuple):
    """The noun that a number counts, and the sort of people that it means; `level`: the sentence itself tells how many."""

    noun: Token
    sort: str
    level: bool = False


def counted(scene: Scene, amount: Amount) -> Counted | None:
    """Whom an amount counts, None for anything but people in some state."""
    tokens = scene.tokens(amount.start, amount.end)
    if not tokens or WHOLE.search(scene.text[max(0, amount.start - 8) : amount.start]):
        return None
    before = scene.doc[tokens[0] - 1] if tokens[0] else None
    if before is not None and before.lemma_.lower() in NUMBERS and (told := _leftward(before)) is not None:
        return told
    after = _after(scene, amount)
    if after is not None:
        return _bundled(after)
    first, behind = scene.doc[tokens[0]], scene.doc[tokens[-1] + 1] if tokens[-1] + 1 < len(scene.doc) else None
    if behind is not None and behind.lower_ == "strong":
        return _strong(behind)
    if before is not None and before.lower_ == "of" and before.head.lemma_.lower() in FORCES:
        return Counted(before.head, "troops")
    verb = governor(scene, amount.start, amount.end)
    if verb is None or FROM.search(scene.text[max(0, amount.start - 6) : amount.start]):
        return None
    if behind is not None and behind.is_alpha and behind.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return _rest_of(verb, tokens)  # it counts what follows it: "hit 70 targets"
    return _levelled(verb, first) or _rest_of(verb, tokens)


def _after(scene: Scene, amount: Amount) -> Counted | None:
    tokens = list(scene.tokens(amount.end, min(len(scene.text), amount.end + 80)))
    for i in tokens[:WITHIN]:
        token = scene.doc[i]
        if token.idx < amount.end:
            continue
        if token.is_sent_start or (token.pos_ == "PUNCT" and token.text != "-"):
            return None
        sort = sort_of(token)
        if sort is not None and not (token.dep_ == "compound" and sort_of(token.head) is not None):
            return Counted(token, sort)
        if token.pos_ == "NOUN" and token.dep_ not in {"compound", "amod", "nmod"} and token.idx >= amount.end:
            return None  # it counts that: "80 schoolgirls and 12 other hostages"
        if token.lower_ == "of" and i == tokens[0] + (scene.doc[tokens[0]].idx < amount.end) and amount.kind == "vague":
            continue
        if token.pos_ in {"VERB", "AUX", "ADP"} and token.dep_ != "amod" and token.lower_ not in STATES:
            return None
    return None


def _bundled(found: Counted) -> Counted:
    """People in a body of troops ("a garrison of 600 men", "the presence, some 900 troops") or to whom its number is changed."""
    noun = found.noun
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    body = above.lemma_.lower() in (FORCES | AMOUNTS)
    if body and (noun.dep_ == "appos" or (noun.dep_ == "pobj" and noun.head.lower_ == "of")):
        return Counted(above, "troops" if found.sort == "people" else found.sort, level=True)
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and above.lemma_.lower() in CHANGES:
        told = next((t for o in objects(above) if (t := _levelled_by(o)) is not None), None)
        return told or found
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.i == noun.sent.start:
        return Counted(noun, found.sort, level=True)
    return found


def sort_of(token: Token) -> str | None:
    """The sort of people that a noun means, with what stands beside it: "prisoners of war", "displaced families"."""
    lemma = token.lemma_.lower()
    sort = SORTS.get(lemma)
    if lemma == "member" and any(c.lower_ == "service" for c in token.children):
        return "troops"
    if sort is None or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return "displaced people" if token.lower_ == "displaced" and _alone(token) else None
    if sort == "people":
        for child in token.children:
            if child.lower_ in STATES and child.dep_ in {"amod", "compound"}:
                return STATES[child.lower_]
        if lemma == "woman" and any(c.lemma_.lower() == "child" for c in token.children if c.dep_ == "conj"):
            return "women and children"
        return None if lemma in {"man", "woman", "child"} and lemma != "man" else PEOPLE.get(lemma, "people")
    return sort


def _leftward(verb: Token) -> Counted | None:
    """Who "number" so many, as the words stand: the nearest such people before it in its sentence."""
    for i in range(verb.i - 1, max(verb.i - 8, verb.sent.start) - 1, -1):
        token = verb.doc[i]
        if token.lemma_.lower() in FORCES:
            return Counted(token, "troops", level=True)
        sort = sort_of(token) or ("displaced people" if token.lower_ == "displaced" else None)
        if sort is not None:
            return Counted(token, sort, level=True)
    return None


def _alone(token: Token) -> bool:
    """Tell whether "displaced" stands for the people: "the displaced in Goma"."""
    return token.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj"} and any(c.lower_ == "the" for c in token.children)


def _strong(strong: Token) -> Counted | None:
    """ "The garrison was 2,000 strong", "the mission, now 2,400 strong"."""
    for head in (strong.head, *strong.head.ancestors):
        for noun in (head, *subjects(head), *passive_subjects(head)):
            if noun.lemma_.lower() in FORCES:
                return Counted(noun, "troops", level=True)
    return None


def _levelled(verb: Token, amount: Token) -> Counted | None:
    """ "The number of prisoners has risen to 800", "the displaced number 700,000", "cut its troops from 5,200 to 3,000"."""
    lemma = verb.lemma_.lower()
    if lemma not in LEVELS and lemma not in CHANGES:
        return None
    for subject in (*passive_subjects(verb), *subjects(verb)):
        found = _levelled_by(subject)
        if found is not None:
            return found
    if lemma in CHANGES:
        for thing in objects(verb):
            found = _levelled_by(thing)
            if found is not None and amount.i > thing.i:
                return found
    return None


def _levelled_by(noun: Token) -> Counted | None:
    lemma = noun.lemma_.lower()
    if lemma in AMOUNTS:
        below = pobj(noun, "of")
        for inner in _named(noun, below):
            sort = sort_of(inner)
            if sort is not None:
                return Counted(inner, sort, level=True)
        if lemma == "population":
            return Counted(noun, "people", level=True)
    if lemma in FORCES:
        return Counted(noun, "troops", level=True)
    sort = sort_of(noun)
    return Counted(noun, sort, level=True) if sort is not None and sort != "people" else None


def _named(noun: Token, below: Token | None) -> Iterator[Token]:
    """What a number is of: its "of" phrase, or the noun beside it ("troop numbers")."""
    if below is not None:
        yield below
    yield from (c for c in noun.children if c.dep_ == "compound")


def _rest_of(verb: Token, tokens: range) -> Counted | None:
    """ "Of the 250 hostages taken, 100 are still in Gaza"."""
    if not any(s.i in tokens for s in (*subjects(verb), *passive_subjects(verb))):
        return None
    whole = pobj(verb, "of")
    sort = sort_of(whole) if whole is not None and whole.i < tokens[0] else None
    return Counted(whole, sort) if whole is not None and sort is not None else None
