"""What is known of a whole text before its runs are judged: entities of the parser, people, datelines, manner."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore
from spacy.tokens import Doc

from firsthand.extract import places_cues as cues
from firsthand.extract.places_words import Run, Word
from firsthand.model.extraction import Name
from firsthand.resources.gazetteer_tables import Rank

LEAN: Final = 0.8
LONG_NAME: Final = 200
"""Characters that no name exceeds."""
Numbers = npt.NDArray[np.uint64]
ASCII_WORD: Final = re.compile(r"[A-Za-z0-9]+")
LOCAL: Final = re.compile(r"(?:Near|Outside|Around|In|At|From) ")
LOWER: Final = re.compile(r"\b[a-z]{3,20}\b")


class Entity(NamedTuple):
    """A named entity of the parser."""

    start: int
    end: int
    label: str
    text: str


NO_ENTITY: Final = Entity(-1, -1, "", "")


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
    lean: Mapping[str, float]

    def entity(self, start: int, end: int) -> Entity:
        """The entity that shares characters with start..end; the last one where there are several."""
        i = bisect_left(self.entity_starts, end) - 1
        return self.entities[i] if i >= 0 and self.entities[i].end > start else NO_ENTITY

    def names_at(self, start: int, end: int) -> tuple[Name, ...]:
        """The given names that share characters with start..end."""
        first = bisect_left(self.names, start - LONG_NAME, key=lambda n: n.span.start)
        last = bisect_left(self.names, end, key=lambda n: n.span.start)
        return tuple(n for n in self.names[first:last] if n.span.end > start)

    def shouted(self, run: Run) -> bool:
        """Tell whether a word in capitals stands beside another one."""
        before, after = self.text[max(0, run.start - 12) : run.start].split(), self.text[run.end : run.end + 12].split()
        return any(w.isupper() and len(w) > 3 for w in (*before[-1:], *after[:1]))

    def is_proper(self, end: int) -> bool:
        """Tell whether the parser takes the word that ends at `end` for a proper noun."""
        i = bisect_left(self.starts, end) - 1
        return i < 0 or self.tags[i] in self.proper


def setting_of(doc: Doc, text: str, words: tuple[Word, ...], runs: Sequence[Run], names: Sequence[Name]) -> Setting:
    """Read the text once: words in lower case, names of people, datelines. `text`: of `doc`, which builds it anew when asked."""
    array = np.asarray(doc.to_array(["IDX", "TAG", "ENT_IOB", "ENT_TYPE", "LENGTH"]), dtype=np.uint64)
    entities = tuple(entities_of(array, text, doc.vocab.strings))
    long = {run.text for run in runs if run.last > run.first and run.found[0].rank < Rank.LOOSE}
    full = [
        e.text.split()
        for e in entities
        if e.label == "PERSON" and " " in e.text and e.text not in long and not cues.LOCAL_BODY.search(e.text)
    ]
    persons = {w for parts in full for w in (parts[0], parts[-1])}
    given = [n.span.quote.split() for n in names if n.type == "person" and n.span.quote not in long]
    persons |= {w for parts in given if len(parts) > 1 for w in (parts[0], parts[-1])}
    return Setting(
        text=text,
        entities=entities,
        entity_starts=tuple(e.start for e in entities),
        starts=tuple(array[:, 0].tolist()),
        tags=tuple(array[:, 1].tolist()),
        proper=frozenset((doc.vocab.strings["NNP"], doc.vocab.strings["NNPS"])),
        lower=frozenset(LOWER.findall(text)),
        persons=frozenset(persons),
        placed=frozenset(e.text for e in entities if e.label in ("GPE", "LOC")),
        often=Counter(w.text for w in words),
        names=tuple(sorted(names, key=lambda n: (n.span.start, n.span.end))),
        datelines=tuple(m.span("caps" if m["caps"] else "towns") for m in cues.DATELINE.finditer(text[:4000])),
        lean=lean_of(text),
    )


def lean_of(text: str) -> dict[str, float]:
    """Countries that the manner of the text points to, with what that adds to their places: two different words are enough."""
    head = text[:6000]
    told = set(ASCII_WORD.findall(head))
    return {
        code: LEAN
        for code, (words, phrases) in cues.MANNER.items()
        if len(told.intersection(words)) + sum(p in head for p in phrases) >= 2
    }


def entities_of(table: Numbers, text: str, strings: StringStore) -> Iterator[Entity]:
    """The named entities; faster than `doc.ents`.

    `table`: offset, tag, place in the entity (3 first, 1 inside), label and length of each word of the parser.
    """
    firsts = np.flatnonzero((table[:, 2] == 3) & (table[:, 3] != 0))
    outside = np.append(np.flatnonzero(table[:, 2] != 1), len(table))
    lasts = outside[np.searchsorted(outside, firsts, side="right")] - 1
    starts, ends = table[firsts, 0].tolist(), (table[lasts, 0] + table[lasts, 4]).tolist()
    for start, end, label in zip(starts, ends, table[firsts, 3].tolist(), strict=True):
        opening = LOCAL.match(text, start, end)  # "Near Mosul, ..." at the head of a line
        if opening is None:
            yield Entity(start, end, strings[label], text[start:end])
        else:
            yield Entity(opening.end(), end, "LOC", text[opening.end() : end])
