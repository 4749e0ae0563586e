"""Standing figures: how many troops, detainees or displaced people there are somewhere. No event, and followed over reports."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.moments import governor
from firsthand.extract.numbers import Amount
from firsthand.extract.phrases import passive_subjects, pobj, subjects
from firsthand.extract.scene import Scene
from firsthand.model.extraction import Figure
from firsthand.model.place import PlaceName

STANDING = {
    "troop": "troops", "force": "troops", "soldier": "troops", "personnel": "troops", "serviceman": "troops",
    "service member": "troops", "peacekeeper": "peacekeepers", "detainee": "detainees", "prisoner": "prisoners",
    "inmate": "prisoners", "refugee": "refugees", "hostage": "hostages", "captive": "hostages",
}  # fmt: skip
STATES = frozenset(
    "have be host keep maintain deploy station hold remain base number house retain shelter live contain estimate "
    "think believe".split()
)
CHANGES = frozenset("raise increase rise cut reduce grow double bring lower fall drop".split())
REACH = 90
"""Characters within which the noun and the place of a figure stand after its number."""


def find_figures(scene: Scene) -> tuple[Figure, ...]:
    """All standing figures in reading order."""
    return tuple(f for a in scene.amounts if a.kind == "number" and (f := _figure(scene, a)) is not None)


def _figure(scene: Scene, amount: Amount) -> Figure | None:
    noun = _noun(scene, amount)
    if noun is None:
        return None
    verb = governor(scene, noun.idx, noun.idx + len(noun))
    stated = [
        v
        for v in (verb, *(c for c in noun.children if c.dep_ == "acl"))
        if v is not None and v.lemma_.lower() in STATES
    ]
    if not stated:
        return None
    place = _place(scene, amount)
    owner = _owner(scene, noun, stated[0])
    what = f"{owner} {STANDING[noun.lemma_.lower()]}" if owner else STANDING[noun.lemma_.lower()]
    end = max(noun.idx + len(noun), amount.end)
    if place is not None and place.span.start > end and place.span.end - amount.start < REACH:
        end = place.span.end
    when = next((t for t in scene.times if t.type == "DATE" and amount.start - REACH < t.span.start < end + 20), None)
    where = (
        place.place.name
        if place is not None and place.place is not None
        else place.span.quote
        if place is not None
        else None
    )
    return Figure(
        span=scene.cut(min(amount.start, noun.idx), end),
        what=what,
        where=where,
        number=amount.number,
        bound=amount.bound,
        low=amount.low,
        high=amount.high,
        when=when,
    )


def _noun(scene: Scene, amount: Amount) -> Token | None:
    """The standing noun that the amount counts: within four words after it, or "the number of soldiers was raised to 600"."""
    verb = governor(scene, amount.start, amount.end)
    if verb is not None and verb.lemma_.lower() in CHANGES:
        for s in (*passive_subjects(verb), *subjects(verb)):
            below = pobj(s, "of")
            if s.lower_ == "number" and below is not None and below.lemma_.lower() in STANDING:
                return below
    tokens = scene.tokens(amount.end, min(len(scene.text), amount.end + 60))
    for i in list(tokens)[:5]:
        token = scene.doc[i]
        if token.lemma_.lower() in STANDING and token.pos_ in {"NOUN", "PROPN"}:
            return token
        if token.pos_ in {"VERB", "PUNCT"} or token.is_sent_start:
            return None
    return None


def _place(scene: Scene, amount: Amount) -> PlaceName | None:
    """The place the figure is told of: the next in its sentence, or for "there" the last one named before."""
    places = [p for p in scene.places if p.use == "place"]
    after = next((p for p in places if amount.end <= p.span.start < amount.end + REACH), None)
    if after is not None and not re.search(r"[.!?]\s", scene.text[amount.end : after.span.start]):
        return after
    if re.search(r"\b(?:there|in the country)\b", scene.text[amount.end : amount.end + REACH]):
        return next((p for p in reversed(places) if p.span.end <= amount.start), None)
    return next(
        (
            p
            for p in places
            if amount.start - REACH < p.span.start < amount.start
            and not re.search(r"[.!?]\s", scene.text[p.span.end : amount.start])
        ),
        None,
    )


def _owner(scene: Scene, noun: Token, verb: Token) -> str | None:
    """Whose they are: a country beside the noun, or the subject of "has"."""
    for token in _beside(noun):
        place = scene.place_at.get(token.i)
        country = (
            place.place.country if place is not None and place.place is not None else scene.lexicon.country(token.text)
        )
        if country is not None:
            return country if isinstance(country, str) else country.code
        name = scene.name_at.get(token.i)
        if name is not None and name.country:
            return name.country
    if verb.lemma_.lower() in {"have", "keep", "maintain", "deploy"}:
        for s in subjects(verb):
            for token in (s, *s.children):
                found = scene.lexicon.country(token.text)
                if found is not None:
                    return found.code
    return None


def _beside(noun: Token) -> Iterator[Token]:
    for c in noun.children:
        if c.dep_ in {"amod", "compound", "nmod", "poss"}:
            yield c
            yield from c.children
