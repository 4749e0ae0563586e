"""Standing figures: how many troops, detainees or displaced people there are somewhere. No event, and followed over reports.

A figure is told of a state: who has them ("has 2,500 troops", "the camp holds"), where they are ("are based in", "live in"), or
how many they are ("number", "risen to", "400 strong"). What happened to people (killed, freed, arrested) is told elsewhere.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Token

from firsthand.extract.figures_counted import Counted, counted
from firsthand.extract.figures_words import ARMED, CHANGES, CONFINED, FEW, HOLDS, LEAST, LIVES, OWNED, THINKS
from firsthand.extract.moments import governor
from firsthand.extract.numbers import Amount
from firsthand.extract.phrases import is_passive, passive_subjects, pobj, subjects
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at
from firsthand.model.extraction import Figure
from firsthand.model.place import PlaceName
from firsthand.model.timeref import TimeExpr
from firsthand.resources.lexicon_files import Country

NEXT = 200
"""Characters after a figure within which another of the same people, told without a place, is of the same place."""
REACH = 90
"""Characters within which the noun and the place of a figure stand after its number."""
SHORT = {"US": "US", "GB": "British", "AE": "Emirati"}
HOSTS = frozenset({"host", "hold", "house", "contain", "shelter", "accommodate"})
SINCE = re.compile(r"\b(?:since|from|after|until|before|between)(?: the)? $", re.IGNORECASE)
HERE = re.compile(
    r"\b(?:there|in the country|in the (?:city|town|province|region|camp|area))\b(?! (?:near|at|in|of|outside|around)\b)"
)
MANY = 1000
"""Fewer missing people are those of one event."""
SITES = frozenset({"camp", "prison", "jail", "centre", "center", "settlement"})
ARMS = ("group", "organisation", "unit")
PERSONS = frozenset({"he", "she", "i", "who", "him", "her"})
LASTS = frozenset("still now currently remain today presently already are is".split())


def find_figures(scene: Scene) -> tuple[Figure, ...]:
    """All standing figures in reading order."""
    found: list[Figure] = []
    last: dict[str, Figure] = {}
    for amount in scene.amounts:
        if amount.kind not in ("number", "vague") or (figure := _figure(scene, amount)) is None:
            continue
        sort = figure.what.split()[-1]
        told = last.get(sort)
        if (
            figure.where is None
            and told is not None
            and figure.span.start - told.span.end < NEXT
            and told.where is not None
        ):
            # "The number was raised to 700": the people told of just before.
            figure = replace(figure, where=told.where, what=told.what if figure.what == sort else figure.what)
        found.append(figure)
        last[sort] = figure
    return tuple(found)


def _figure(scene: Scene, amount: Amount) -> Figure | None:
    if amount.low is None and amount.high is None:
        return None
    found = counted(scene, amount)
    if found is None or ((amount.low or amount.high or 0) < LEAST and found.sort not in FEW):
        return None
    sort, verb = (found.sort, _level(scene, amount, found)) if found.level else _stated(scene, found)
    if not sort or verb is None or (found.noun.lemma_.lower() == "man" and sort == "people"):
        return None
    if sort == "missing people" and (amount.low or 0) < MANY:
        return None
    place = _place(scene, amount, found)
    named = _site(found.noun, verb) if place is None else None
    if sort in ("people", "residents", "civilians", "families", "migrants") and place is None and named is None:
        return None
    end = max(found.noun.idx + len(found.noun), amount.end)
    if place is not None and place.span.start > end and place.span.end - amount.start < REACH:
        end = place.span.end
    named = named or (_unknown(found.noun) if place is None else None)
    where = named if place is None else place.place.name if place.place is not None else place.span.quote
    start, changed = min(amount.start, found.noun.idx), found.level and verb.lemma_.lower() in CHANGES
    return Figure(
        span=scene.cut(start, end),
        what=_what(scene, found, sort, verb, place),
        where=where,
        number=amount.number,
        bound=amount.bound,
        low=amount.low,
        high=amount.high,
        # What a number was raised to in May is told of the report's own day.
        when=None if changed else _when(scene, scene.passage_at[found.noun.i], amount.start, end),
        changed=changed,
        voice=voice_at(amount.start, amount.end, scene.attributions),
    )


def _level(scene: Scene, amount: Amount, found: Counted) -> Token:
    """The verb of a sentence that tells how many there are, or the noun's own head."""
    return governor(scene, amount.start, amount.end) or found.noun.head


def _when(scene: Scene, k: int, start: int, end: int) -> TimeExpr | None:
    """The day of which a figure is told in passage `k`, not one since when it is counted."""
    near = (t for t in scene.times_in(k) if t.type == "DATE" and start - REACH < t.span.start < end + 20)
    return next((t for t in near if not SINCE.search(scene.text[max(0, t.span.start - 12) : t.span.start])), None)


def _stated(scene: Scene, found: Counted) -> tuple[str, Token | None]:
    """The sort of people and the verb that tells their state, ("", None) where none does."""
    noun, sort = found.noun, found.sort
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in LIVES:
            return _become(sort, child), child
    verb = governor(scene, noun.idx, noun.idx + len(noun))
    if verb is None:
        return "", None
    lemma = verb.lemma_.lower()
    if (
        lemma in THINKS
        and (below := next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}), None)) is not None
    ):
        verb, lemma = below, below.lemma_.lower()
    if lemma == "hold" and any(t.type == "DURATION" for t in scene.times_in(scene.passage_at[noun.i])):
        return "", None
    if lemma in HOLDS and _object_of(noun, verb):
        return (_held(scene, sort, verb), verb) if _holder(scene, verb) else ("", None)
    if lemma == "be":
        return (_being(sort, verb), verb) if _there(scene, verb) else ("", None)
    if lemma in LIVES and not _object_of(noun, verb):
        return (_become(sort, verb), verb) if _lasting(verb) else ("", None)
    return "", None


def _object_of(noun: Token, verb: Token) -> bool:
    """Tell whether the noun, or the phrase it stands in, is what somebody has."""
    top = noun
    while (
        top.head != top and top.head != verb and top.dep_ in {"pobj", "prep", "conj", "appos", "compound", "quantmod"}
    ):
        top = top.head
    return top.dep_ in {"dobj", "attr", "oprd", "pobj", "prep"} and not is_passive(verb) and top.i > verb.i


def _holder(scene: Scene, verb: Token) -> bool:
    """Tell whether a body, place or state has them: of a person it would tell who is with him."""
    found = list(_havers(verb))
    if any(t.lower_ in PERSONS for t in found):
        return False
    names = [scene.name_at.get(t.i) for t in found]
    return not any(n is not None and n.type == "person" for n in names)


def _havers(verb: Token) -> Iterator[Token]:
    """Who has them; of "is believed to have", who is believed."""
    own = subjects(verb)
    yield from own
    if not own and verb.dep_ == "xcomp" and verb.head != verb:
        yield from (*passive_subjects(verb.head), *subjects(verb.head))


def _held(scene: Scene, sort: str, verb: Token) -> str:
    """Whom a prison or an army has: "prisons hold 8,000 men", "the army has 3,000 men"."""
    if sort not in ("people", "migrants"):
        return sort
    nouns = {t.lemma_.lower() for s in _havers(verb) for t in s.subtree}
    if nouns & CONFINED and not nouns & {"displacement", "refugee", "camp"}:
        return "prisoners" if nouns & {"prison", "jail"} else "detainees"
    if nouns & ARMED or any((n := scene.name_at.get(s.i)) is not None and n.type in ARMS for s in _havers(verb)):
        return "troops"
    return "people"


def _being(sort: str, verb: Token) -> str:
    words = {c.lower_ for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}}
    if sort == "people" and "displaced" in words:
        return "displaced people"
    if sort == "people" and "missing" in words:
        return "missing people"
    return sort


def _there(scene: Scene, verb: Token) -> bool:
    """Tell whether "be" tells a state: "there are", "are in Gaza", "are displaced", "is home to"."""
    words = {c.lower_ for c in verb.children}
    if words & {"there", "displaced", "missing", "home"} or any(c.dep_ == "expl" for c in verb.head.children):
        return True  # also "there are believed to be"
    inside = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "at", "near", "inside", "under"})
    return any(t.i in scene.place_at or t.lemma_.lower() in SITES for c in inside for t in c.subtree)


def _become(sort: str, verb: Token) -> str:
    """What people are to whom that is done: held ones are detainees, displaced ones displaced."""
    lemma = verb.lemma_.lower()
    if sort in ("people", "migrants") and lemma == "miss":
        return "missing people"
    if sort in ("people", "migrants") and is_passive(verb):
        return {
            "detain": "detainees",
            "hold": "detainees",
            "imprison": "prisoners",
            "displace": "displaced people",
        }.get(lemma, sort)
    return sort


def _lasting(verb: Token) -> bool:
    """Tell whether a state lasts: not "were detained", which tells of an arrest, but "are detained", "were being held"."""
    if verb.lemma_.lower() not in ("detain", "displace", "imprison", "deploy", "leave", "stand"):
        return True
    words = {c.lower_ for c in verb.children}
    since = any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)
    return (since or bool(words & LASTS) or verb.tag_ == "VBG") and not any(c.dep_ == "agent" for c in verb.children)


def _place(scene: Scene, amount: Amount, found: Counted) -> PlaceName | None:
    """The place the figure is told of: the next in its sentence, or for "there" the last one named before."""
    k = scene.passage_at[found.noun.i]
    beside = {scene.place_at[t.i].span.start for t in _beside(found.noun) if t.i in scene.place_at}
    here = [p for p in scene.places_in(k) if p.use in ("place", "name") and p.span.start not in beside]
    after = next((p for p in here if amount.end <= p.span.start < amount.end + REACH), None)
    hosts = any(s.lower_ == "it" for s in subjects(found.noun.head)) and found.noun.head.lemma_.lower() in HOSTS
    until = amount.end + REACH if after is None else after.span.start
    here_again = HERE.search(scene.text[max(0, amount.start - 40) : until])
    if after is not None and not here_again:
        return after
    if here_again or hosts:
        earlier = [p for p in scene.places if p.use in ("place", "name") and p.span.end <= amount.start]
        if earlier:
            return earlier[-1]
    return next((p for p in reversed(here) if amount.start - REACH < p.span.start < amount.start), None)


def _what(scene: Scene, found: Counted, sort: str, verb: Token, place: PlaceName | None) -> str:
    """Whose they are, and what: "US troops", "Rohingya refugees"; without a place, who holds them: "hostages held by Hamas"."""
    if sort in OWNED:
        owner = _owner(scene, found.noun, verb)
        return f"{SHORT.get(owner.code) or next(iter(owner.demonyms), owner.name)} {sort}" if owner else sort
    beside = [
        t.text
        for t in found.noun.children
        if t.dep_ in {"amod", "compound"} and t.text[:1].isupper() and t.i < found.noun.i
    ]
    holder = next((s for s in _havers(verb) if verb.lemma_.lower() in ("hold", "keep") and s.i in scene.name_at), None)
    if holder is not None and sort in FEW and place is None:
        return " ".join([*beside, sort]) + f" held by {scene.name_at[holder.i].entity}"
    return " ".join([*beside, sort])


def _owner(scene: Scene, noun: Token, verb: Token) -> Country | None:
    """Whose they are: a country beside the noun, or the one that has them."""
    for token in _beside(noun):
        country = _country(scene, token)
        if country is not None:
            return country
    for subject in (*_havers(verb), *noun.head.children):
        for token in (subject, *subject.children):
            found = _country(scene, token)
            if found is not None and (
                token.dep_ in {"nsubj", "nsubjpass", "poss", "compound", "amod"} or token == subject
            ):
                return found
    return None


def _country(scene: Scene, token: Token) -> Country | None:
    """The country that a word names, or the name that it stands in."""
    place = scene.place_at.get(token.i)
    return scene.lexicon.country(token.text) or (scene.lexicon.country(place.span.quote) if place is not None else None)


def _site(noun: Token, verb: Token) -> str | None:
    """A camp or prison that is named by its own name only: "Roj camp"."""
    for token in (*noun.subtree, *(t for s in _havers(verb) for t in s.subtree)):
        if token.lemma_.lower() in SITES:
            names = [c.text for c in token.children if c.dep_ == "compound" and c.text[:1].isupper()]
            if names:
                return " ".join([*names, token.lower_])
    return None


def _unknown(noun: Token) -> str | None:
    """The name of a place that no gazetteer has, right after the people: "the garrison at Oldford"."""
    below = pobj(noun, "in", "at", "near", "inside")
    if below is None or below.pos_ != "PROPN":
        return None
    return " ".join(t.text for t in (*(c for c in below.children if c.dep_ == "compound"), below))


def _beside(noun: Token) -> Iterator[Token]:
    for c in noun.children:
        if c.dep_ in {"amod", "compound", "nmod", "poss"}:
            yield c
            yield from c.children
