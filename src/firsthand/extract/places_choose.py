"""Which names are places in this text: features of the words and their surroundings, each with a weight that adds up."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from spacy.attrs import IDX, TAG
from spacy.tokens import Doc

from firsthand.extract import places_cues as cues
from firsthand.extract.places_words import Run, Word
from firsthand.model.extraction import Name
from firsthand.resources.gazetteer import Rank

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
    "ent place": 2.6, "ent place wider": 1.0, "ent people": 0.8, "ent organisation": 0.4, "ent organisation wider": 0.7, "ent person": -1.6,
    "ent person wider": -2.6, "ent other": -1.0, "ent none": 0.0, "state after": 1.0, "age after": -0.5, "hyphen after": 0.0, "hyphen before": 0.0, "adjective": 0.5, "place elsewhere": 0.5, "often": 0.3,
    "near": 1.0, "not proper": -1.5,
    "preposition": 1.3, "of and": 0.3, "unit before": 1.5, "unit after": 2.2, "site after": 0.8, "chain after": 0.6, "chain before": 0.4,
    "people after": 1.2, "organisation after": 1.0, "dateline": 2.0, "title before": -3.5, "capital before": -0.9, "capital after": -0.8,
    "sentence start": -0.3, "verb after": -0.2, "lower elsewhere": -1.5, "street": -2.5, "words": 0.8, "country": 1.8, "province": 1.2, "heavy": 1.0, "light": -0.6,
    "loose": -0.8, "stripped": -0.5, "abbreviation": 0.5, "person elsewhere": -1.2, "given person": -4.0, "given name": 0.2, "all capitals": 0.0,
}  # fmt: skip


class Entity(NamedTuple):
    """A named entity of the parser."""

    start: int
    end: int
    label: str
    text: str


NO_ENTITY: Final = Entity(-1, -1, "", "")


@dataclass(frozen=True, slots=True)
class Sight:
    """What surrounds a run: the text before and after, the parser's entity, and the features that hold."""

    run: Run
    entity: Entity
    features: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the whole text before runs are judged. `starts`, `tags`: of the parser's words; `entities` in order."""

    text: str
    entities: tuple[Entity, ...]
    entity_starts: tuple[int, ...]
    starts: tuple[int, ...]
    tags: tuple[int, ...]
    proper: frozenset[int]
    lower: frozenset[str]
    persons: frozenset[str]
    placed: frozenset[str]
    often: Mapping[str, int]
    names: tuple[Name, ...]
    datelines: tuple[tuple[int, int], ...]

    def entity(self, start: int, end: int) -> Entity:
        """The entity that shares characters with start..end; the last one where there are several."""
        i = bisect_left(self.entity_starts, end) - 1
        return self.entities[i] if i >= 0 and self.entities[i].end > start else NO_ENTITY

    def is_proper(self, end: int) -> bool:
        """Tell whether the parser takes the word that ends at `end` for a proper noun."""
        i = bisect_left(self.starts, end) - 1
        return i < 0 or self.tags[i] in self.proper


def setting_of(doc: Doc, words: tuple[Word, ...], names: Sequence[Name]) -> Setting:
    """Read the text once: words in lower case, names of people, datelines."""
    text = doc.text
    entities = tuple(Entity(e.start_char, e.end_char, e.label_, text[e.start_char : e.end_char]) for e in doc.ents)
    array = doc.to_array([IDX, TAG])
    persons = {w for e in entities if e.label == "PERSON" and len(parts := e.text.split()) > 1 for w in (parts[0], parts[-1])}
    persons |= {w for n in names if n.type == "person" for w in n.span.quote.split()}
    return Setting(
        text=text,
        entities=entities,
        entity_starts=tuple(e.start for e in entities),
        starts=tuple(array[:, 0].tolist()),
        tags=tuple(array[:, 1].tolist()),
        proper=frozenset((doc.vocab.strings["NNP"], doc.vocab.strings["NNPS"])),
        lower=frozenset(w.text for w in words if not w.upper and len(w.text) > 2),
        persons=frozenset(persons),
        placed=frozenset(e.text for e in entities if e.label in ("GPE", "LOC")),
        often=Counter(w.text for w in words if w.upper),
        names=tuple(names),
        datelines=tuple((m.start("places"), m.end("places")) for m in cues.DATELINE.finditer(text[:4000])),
    )


def sight(run: Run, at: Setting) -> Sight:
    """Everything about one run."""
    entity = at.entity(run.start, run.end)
    before, after = at.text[max(0, run.start - 60) : run.start], at.text[run.end : run.end + 90]
    held = [*parser_features(run, entity, at), *context_features(run, before, after), *name_features(run, at)]
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


def context_features(run: Run, before: str, after: str) -> Iterator[str]:
    """What stands beside the words."""
    m = cues.PREPOSITION.search(before)
    if m:
        yield "of and" if m[1].lower() in ("of", "and", "or", "for", "with", "by", "over", "off", "on") else "preposition"
    if cues.UNIT_OF.search(before) or cues.BEFORE_UNIT.search(before):
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
    if CHAIN_BEFORE.search(before):
        yield "chain before"
    if cues.PEOPLE_AFTER.match(after):
        yield "people after"
    organisation = cues.ORGANISATION_AFTER.match(after)
    if organisation:
        yield "organisation after"
    elif CAPITAL_AFTER.match(after):
        yield "street" if cues.STREET.match(after) else "capital after"
    if cues.TITLE.search(before):
        yield "title before"
    elif CAPITAL_BEFORE.search(before) and not SENTENCE_START.search(before):
        yield "capital before"
    if SENTENCE_START.search(before):
        yield "sentence start"
    if VERB_AFTER.match(after):
        yield "verb after"
    if run.text.isupper() and len(run.text) > 3:
        yield "all capitals"


def name_features(run: Run, at: Setting) -> Iterator[str]:
    """What the gazetteer and the rest of the text say about the words."""
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
    if run.first == run.last and run.text.lower() in at.lower:
        yield "lower elsewhere"
    if run.text in at.persons or run.text.split()[-1] in at.persons:
        yield "person elsewhere"
    if run.text in at.placed:
        yield "place elsewhere"
    if at.often.get(run.text, 0) >= 3:
        yield "often"
    if any(a <= run.start < b for a, b in at.datelines):
        yield "dateline"
    for name in at.names:
        if name.span.touches(run.start, run.end):
            yield "given person" if name.type == "person" else "given name"
            break
