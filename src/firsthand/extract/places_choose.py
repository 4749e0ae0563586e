"""Which names are places in this text: features of the words and their surroundings, each with a weight that adds up."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from firsthand.extract import places_cues as cues
from firsthand.extract.places_anchors import Anchors
from firsthand.extract.places_setting import Entity, Setting
from firsthand.extract.places_words import Run
from firsthand.resources.gazetteer_tables import Rank

WEAK: Final = frozenset(("of", "and", "or", "for", "with", "by", "over", "off", "on"))
NATURAL: Final = frozenset(("river", "water", "desert", "mountain", "region"))
"""Kinds of place that bear an article."""
NO_NAME: Final = cues.PREPOSITIONS | {"the"}
"""Words with a capital that are no part of a name: they begin a sentence."""
CLOSE: Final = frozenset(("near", "outside", "around"))
"""Prepositions that only places follow."""
SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;\n\"“”•|])[\"'“”‘’)\s]{0,4}$")
CAPITAL_BEFORE: Final = re.compile(r"([A-Z][\w.'’-]{0,20})[ \t]$")
CAPITAL_AFTER: Final = re.compile(r"[ \t]([A-Z][\w'’-]{0,20})")
CHAIN_AFTER: Final = re.compile(r",[ \t\n]{0,2}(?:[A-Z]|al-|north|south|east|west)")
STATE_AFTER: Final = re.compile(r",[ \t\n](?:[A-Z][a-z]{1,4}\.|(?:[A-Z]\.[ ]?){2}|[A-Z]{2}\b)")
AGE_AFTER: Final = re.compile(r",[ ]\d{1,2}(?:,|[ ]and|\.)")
CHAIN_BEFORE: Final = re.compile(r"[\w.)],[ \t\n]$")
LIST_AFTER: Final = re.compile(r"(?:,)?[ \t]and[ \t][A-Z]")
VERB_AFTER: Final = re.compile(r"[ \t](?:is|was|has|had|said|told|went|did|will|would|added|who|whose)\b")

WEIGHTS: Final[Mapping[str, float]] = {
    "bias": -1.2,
    "ent place": 0.5,
    "ent place wider": 0.7,
    "ent people": 0.5,
    "ent organisation": -0.1,
    "ent organisation wider": -0.3,
    "ent person": -0.2,
    "ent person wider": -0.5,
    "ent other": -0.5,
    "ent none": -0.0,
    "state after": 1.7,
    "age after": -0.7,
    "hyphen after": 0.3,
    "hyphen before": 0.9,
    "adjective": 1.7,
    "place elsewhere": 2.0,
    "often": -0.1,
    "acronym": -2.0,
    "near": 2.0,
    "held": 0.8,
    "not proper": -1.5,
    "preposition": 0.9,
    "of and": 0.5,
    "close to": 0.6,
    "unit before": 0.7,
    "unit after": 1.6,
    "site after": 0.3,
    "chain after": 0.4,
    "chain before": 0.4,
    "people after": 1.5,
    "organisation after": 0.3,
    "police after": 2.0,
    "dateline": 1.7,
    "title before": -2.0,
    "capital before": -0.3,
    "capital after": -0.5,
    "sentence start": 0.0,
    "verb after": -0.9,
    "fought over": 1.9,
    "lying": 1.4,
    "the water": 1.2,
    "in": 0.3,
    "speaks": 1.6,
    "lower elsewhere": -1.0,
    "street": -2.5,
    "words": 1.7,
    "country": 0.9,
    "province": 0.8,
    "heavy": 0.9,
    "light": -0.7,
    "loose": -1.2,
    "stripped": 1.0,
    "abbreviation": 1.6,
    "person elsewhere": -1.8,
    "given person": -4.0,
    "given name": 0.2,
    "all capitals": 0.6,
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What surrounds a run: the text before and after, the parser's entity, and the features that hold."""

    run: Run
    entity: Entity
    features: tuple[str, ...]
    score: float


def sight(run: Run, at: Setting) -> Sight:
    """Everything about one run."""
    entity = at.entity(run.start, run.end)
    before, after = at.text[max(0, run.start - 60) : run.start], at.text[run.end : run.end + 90]
    held = [
        *parser_features(run, entity, at),
        *context_features(before, after),
        *name_features(run, at),
        *kind_features(run, at),
    ]
    return Sight(run, entity, tuple(held), sum(WEIGHTS[f] for f in held) + WEIGHTS["bias"])


def parser_features(run: Run, entity: Entity, at: Setting) -> Iterator[str]:
    """What the parser makes of the words."""
    label = entity.label
    wider = bool(label) and (entity.start < run.start - 4 or entity.end > run.end + 2)
    if label in ("GPE", "LOC", "FAC"):
        yield "ent place wider" if wider else "ent place"
    elif label == "NORP":
        yield "ent people"
    elif label == "ORG":
        yield "ent organisation wider" if wider else "ent organisation"
    elif label == "PERSON":
        yield "ent person wider" if wider else "ent person"
    elif label:
        yield "ent other"
    else:
        yield "ent none"
    if label == "" and not at.is_proper(run.end):
        yield "not proper"


def context_features(before: str, after: str) -> Iterator[str]:
    """What stands beside the words."""
    words = before[-40:].lower().split()[-4:]
    tail = set(words)
    if not tail.isdisjoint(cues.PREPOSITIONS) and (m := cues.PREPOSITION.search(before)):
        yield "of and" if m[1].lower() in WEAK else "preposition"
        if m[1].lower() in CLOSE:
            yield "close to"
        elif m[1] in ("in", "at", "In", "At"):
            yield "in"
    if words and words[-1] in cues.BEARINGS and cues.LYING.search(before):
        yield "lying"
    if not tail.isdisjoint(cues.HOLDERS) and (cues.UNIT_OF.search(before) or cues.BEFORE_UNIT.search(before)):
        yield "unit before"
    if cues.AFTER_UNIT.match(after):
        yield "unit after"
    elif cues.AFTER_SITE.match(after):
        yield "site after"
    if STATE_AFTER.match(after):
        yield "state after"
    elif CHAIN_AFTER.match(after):
        yield "chain after"
    elif AGE_AFTER.match(after):
        yield "age after"
    if after[:1] in "-‐–" and after[1:2].isalpha():
        yield "hyphen after"
    if before[-1:] in "-‐–" and before[-2:-1].isalpha():
        yield "hyphen before"
    if CHAIN_BEFORE.search(before[-3:]):
        yield "chain before"
    if cues.PEOPLE_AFTER.match(after):
        yield "people after"
    organisation = cues.ORGANISATION_AFTER.match(after)
    if cues.LOCAL_BODY.match(after):
        yield "police after"
    if organisation:
        yield "organisation after"
    elif CAPITAL_AFTER.match(after):
        yield "street" if cues.STREET.match(after) else "capital after"
    starts = SENTENCE_START.search(before[-6:]) is not None
    if cues.TITLE.search(before[-20:]):
        yield "title before"
    elif not starts and (m := CAPITAL_BEFORE.search(before[-24:])) and m[1].lower() not in NO_NAME:
        yield "capital before"
    if starts:
        yield "sentence start"
    if cues.FOUGHT_OVER.search(before[-36:]) or cues.CHANGED_HANDS.match(after):
        yield "fought over"
    if VERB_AFTER.match(after):
        yield "verb after"


def kind_features(run: Run, at: Setting) -> Iterator[str]:
    """What fits only some kinds of place: a seat of power that speaks, a river or desert with its article."""
    best = run.found[0]
    seat = best.kind in ("capital", "country") and best.rank < Rank.LOOSE
    if seat and cues.SPEAKING.match(at.text, run.end, run.end + 60):
        yield "speaks"
    article = at.text[max(0, run.start - 4) : run.start] in ("the ", "The ")
    if article and best.rank is Rank.PRIMARY and best.kind in NATURAL:
        yield "the water"


def name_features(run: Run, at: Setting) -> Iterator[str]:
    """What the gazetteer and the rest of the text say about the words."""
    lone = run.first == run.last and len(run.text) < 6 and run.text.isalpha() and run.text.isupper()
    spelt = not lone or any(f.rank is Rank.PRIMARY for f in run.found)
    held = ("dateline",) if spelt and any(a <= run.start < b for a, b in at.datelines) else ()
    yield from held
    if run.last > run.first:
        yield "words"
    best = run.found[0] if run.found else None
    people = any(f.rank is Rank.ADJECTIVE for f in run.found)
    if people:
        yield "adjective"
    elif best is not None:
        kinds = {f.kind for f in run.found if f.rank in (Rank.PRIMARY, Rank.ALTERNATE)}
        if "country" in kinds:
            yield "country"
        elif "province" in kinds:
            yield "province"
        weight = max((f.weight for f in run.found if f.rank < Rank.LOOSE), default=0.0)
        if weight >= 5.5:
            yield "heavy"
        elif weight < 4:
            yield "light"
        if best.rank is Rank.LOOSE:
            yield "loose"
        elif best.rank is Rank.STRIPPED:
            yield "stripped"
        elif best.rank is Rank.SHORT:
            yield "abbreviation"
    if run.text.isupper() and len(run.text) > 2 and not people:
        lone = lone and not at.shouted(run)
        yield (
            "acronym"
            if lone and "dateline" not in held and best is not None and best.kind != "country"
            else "all capitals"
        )
    if run.first == run.last and run.text.lower() in at.lower:
        yield "lower elsewhere"
    if run.text in at.persons or run.text.split()[-1] in at.persons:
        yield "person elsewhere"
    if run.text in at.placed:
        yield "place elsewhere"
    if at.often.get(run.text, 0) >= 3:
        yield "often"
    for name in at.names_at(run.start, run.end):
        # A name that is the run itself is a guess like the parser's own; a longer one tells what the run is part of.
        longer = name.span.start < run.start - 1 or name.span.end > run.end + 1
        if longer or name.type != "person":
            yield "given person" if name.type == "person" else "given name"
            break


def with_anchors(seen: Sight, anchors: Anchors) -> Sight:
    """The sight with what the clear places of the text say about it."""
    more = tuple(anchors.features(seen.run))
    return (
        replace(seen, features=seen.features + more, score=seen.score + sum(WEIGHTS[f] for f in more)) if more else seen
    )
