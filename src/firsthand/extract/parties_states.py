"""Whose force it is: a state's own, that of the body that speaks, and who owns what flies, sails or fires."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.parties_found import Found, words
from firsthand.extract.phrases import pobj
from firsthand.extract.scene import Scene
from firsthand.model.span import Span
from firsthand.model.value import Party

BODIES = frozenset({"group", "organisation", "unit"})
"""Types of names that people can belong to."""
FORCE = re.compile(
    r"^(?:force|troop|army|military|police|soldier|fighter|jet|warplane|aircraft|navy|airforce|government|authority|"
    r"official|regime|militant|rebel|militia|gunman|"
    r"gendarmerie|gendarme|guard|marine|commando|drone|helicopter|paratrooper|intelligence|personnel|artillery|plane|"
    r"officer|junta|coalition|settler|insurgent|"
    r"militiaman|agent|operative|group|unit|cell|member|faction|movement|security|service|ministry|administration)s?$",
    re.IGNORECASE,
)
PLATFORM = re.compile(
    r"^(?:jet|warplane|aircraft|drone|uav|helicopter|gunship|chopper|plane|artillery|tank|gunboat|warship|quadcopter)s?$",
    re.IGNORECASE,
)
"""What carries weapons and does nothing of itself: whoever it belongs to acts."""
HOLDERS = frozenset(
    "army military navy police junta regime government coalition airforce alliance resistance cartel".split()
)
"""Bodies that are told without a name."""


def holder(scene: Scene, token: Token) -> Token | None:
    """Who owns what carries weapons: "junta aircraft", "army tanks", "jets of the coalition"; None where nobody is told."""
    if not PLATFORM.match(token.lemma_):
        return None
    of = pobj(token, "of", "from")
    near: Token
    before = [c for c in token.children if c.dep_ in {"compound", "poss", "amod", "nmod"} and c.i < token.i]
    for near in (*reversed(before), *((of,) if of is not None else ())):
        if body(scene, near) or _country(scene, near):
            return near
    return None


def joint(scene: Scene, head: Token) -> Iterator[Token]:
    """The adjectives of several countries before one force: "American and British warplanes", "US and Jordanian forces"."""
    if not FORCE.match(head.lemma_):
        return
    first = next((c for c in head.children if c.dep_ in {"amod", "compound"} and _country(scene, c)), None)
    other = next((c for c in first.children if c.dep_ == "conj" and _country(scene, c)), None) if first else None
    while first is not None and other is not None:
        yield first
        first, other = other, next((c for c in other.children if c.dep_ == "conj" and _country(scene, c)), None)
    if first is not None and first.dep_ == "conj":
        yield first


def _country(scene: Scene, token: Token) -> bool:
    place = scene.place_at.get(token.i)
    return place is not None and place.place is not None and place.place.precision == "country"


def body(scene: Scene, token: Token) -> bool:
    """Tell whether a word is somebody who can own a deed or a weapon: a named body, armed people, a force, a government."""
    name = scene.name_at.get(token.i)
    if name is not None:
        return name.type in BODIES
    lemma = token.lemma_.lower()
    people = scene.lexicon.people(lemma)
    force = lemma == "force" and any(c.lower_ == "air" for c in token.children)
    return lemma in HOLDERS or force or (people is not None and people.side.startswith("armed") and lemma != "convoy")


def state(scene: Scene, head: Token, first: int, span: Span) -> Found | None:
    """A state or its forces: "Israel", "Israeli warplanes", "Syrian government forces"."""
    place = scene.place_at.get(head.i)
    if place is not None and place.place is not None and place.place.precision == "country":
        return Found(
            party=Party(
                text=words(span),
                entity=place.place.name,
                type="named",
                sort="organisation",
                country=place.place.country,
            ),
            span=span,
            token=head.i,
        )
    if not FORCE.match(head.lemma_):
        return None
    for i in range(first, head.i):
        place = scene.place_at.get(i)
        if place is not None and place.place is not None and place.place.precision == "country":
            own = re.sub(r"^(?:the|some|several|multiple|many)\s+", "", span.quote, flags=re.IGNORECASE)
            owner = (
                place.place.name
                if re.match(r"(?:jet|warplane|aircraft|drone|helicopter|plane|artillery)", head.lemma_, re.IGNORECASE)
                else own
            )
            return Found(
                party=Party(
                    text=words(span), entity=owner, type="named", sort="organisation", country=place.place.country
                ),
                span=span,
                token=head.i,
            )
    return None
