"""A report as trace sees it: its words with their offsets, and the sentences they stand in."""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from firsthand.model.extraction import Extraction, Name
from firsthand.model.report import Report
from firsthand.trace.grams import Seeds, seeds
from firsthand.trace.spelled import Sounds
from firsthand.trace.words import (
    COMPOUNDS,
    COUNTED,
    FIRST_HALVES,
    FUNCTION_WORDS,
    PARTICLES,
    WORD,
    Form,
    Lexis,
    plain,
    stem,
)

LINE = re.compile(r"[^\n]{1,100000}")
# No sentence ends after an initial or a short title ("U.S.", "Gen.").
STOP = re.compile(
    r"[.!?](?<![A-Z]\.[A-Z].)(?<!\b[A-Z].)(?<!\bMr.)(?<!\bDr.)(?<!\bLt.)(?<!\bGen.)(?<!\bCol.)(?<!\bMaj.)(?<!\bSgt.)(?<!\bMrs.)"
    r"[\"”’')\]]{0,2}\s{1,10}(?=[\"“‘'(]{0,2}[A-Z0-9])"
)

CAPITAL = re.compile(r"(?:[a-z]{2,3}[-‐‑’'](?=[A-Z]))?[^\W\d_a-z]")
"""A capital, or the small article of an Arabic name before one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage of the report: its characters start..end, its words first..last (both half-open), and its role."""

    start: int
    end: int
    first: int
    last: int
    role: str
    section: str

    @property
    def size(self) -> int:
        """Number of words."""
        return self.last - self.first


@dataclass(frozen=True, eq=False)
class Text:
    """The words of a report in order.

    `codes`: one number a word. `entities`: what the name that a word stands in is taken for, empty outside names. What is
    needed only where two reports are compared is worked out then, and dropped by `forget`: of a hundred thousand reports
    few are compared at any one time.
    """

    report: Report
    extraction: Extraction
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    codes: NDArray[np.uint64]
    sentences: tuple[Sentence, ...]
    entities: tuple[str, ...]

    @property
    def id(self) -> str:
        """Id of the report."""
        return self.report.id

    @cached_property
    def size(self) -> int:
        """Number of words that are no page furniture, at least 1."""
        return max(1, sum(s.size for s in self.sentences if s.role != "noise"))

    @cached_property
    def seeds(self) -> Seeds:
        """Its words five by five, to lay it beside another."""
        return seeds(self.codes)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """Index of each word's sentence, -1 for none."""
        home = [-1] * len(self.keys)
        for k, sentence in enumerate(self.sentences):
            home[sentence.first : sentence.last] = [k] * sentence.size
        return tuple(home)

    @cached_property
    def anchors(self) -> tuple[bool, ...]:
        """Which words are names or numbers, the part of a sentence that another event of the same kind would change."""
        return tuple(_anchors(self))

    @cached_property
    def content(self) -> tuple[tuple[int, ...], ...]:
        """For each sentence the indices of the words that carry content."""
        return tuple(tuple(k for k in range(s.first, s.last) if self.stems[k]) for s in self.sentences)

    @cached_property
    def vocabulary(self) -> tuple[frozenset[str], ...]:
        """For each sentence the stems of the words that carry content."""
        return tuple(words_of(self))

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """For each stem that carries content the sentences it stands in, page furniture aside."""
        found: dict[str, list[int]] = {}
        for k, words in enumerate(self.vocabulary):
            for word in words if self.sentences[k].role != "noise" else ():
                found.setdefault(word, []).append(k)
        return {word: tuple(sentences) for word, sentences in found.items()}

    @cached_property
    def named(self) -> frozenset[str]:
        """The persons and organisations that it names."""
        names = (name for name in self.extraction.names if name.type in ("person", "organisation"))
        return frozenset(name.entity for name in names if is_name(name))

    @cached_property
    def sounds(self) -> Sounds:
        """How its names and numbers sound, by the stem."""
        return Sounds()

    @cached_property
    def heard(self) -> frozenset[str]:
        """How all its names and numbers sound."""
        return frozenset(
            self.sounds[name] for name in {self.stems[k] for k, anchor in enumerate(self.anchors) if anchor}
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word, stem and entity of the report."""
        return frozenset((*self.keys, *self.stems, *self.entities))

    def forget(self) -> None:
        """Drop what was worked out; it is worked out again where it is needed."""
        for name in (
            "seeds",
            "sentence_of",
            "anchors",
            "content",
            "vocabulary",
            "places",
            "named",
            "sounds",
            "heard",
            "known",
        ):
            self.__dict__.pop(name, None)


def words_of(text: Text) -> Iterator[frozenset[str]]:
    """For each sentence the stems of the words that carry content; nothing is kept."""
    return (frozenset(filter(None, text.stems[s.first : s.last])) for s in text.sentences)


def read_text(report: Report, extraction: Extraction, lexis: Lexis) -> Text:
    """The words and sentences of one report."""
    found = [(*m.span(), lexis[m[0]]) for m in WORD.finditer(report.text)]
    entities = _entities(extraction, found)
    starts = array("i", [start for start, _, _ in found])
    return Text(
        report=report,
        extraction=extraction,
        keys=tuple(form.key for _, _, form in found),
        stems=tuple(_as_entities(_joined([form.stem for _, _, form in found]), entities)),
        starts=starts,
        ends=array("i", [end for _, end, _ in found]),
        codes=np.fromiter((form.code for _, _, form in found), dtype=np.uint64, count=len(found)),
        sentences=tuple(_with_words(_passages(report, extraction), starts)),
        entities=tuple(entities),
    )


def read_texts(reports: Mapping[str, Report], extractions: Mapping[str, Extraction]) -> list[Text]:
    """All reports in the order of their ids."""
    lexis = Lexis()
    empty = Extraction(report="")
    return [read_text(reports[key], extractions.get(key, empty), lexis) for key in sorted(reports)]


def is_name(name: Name) -> bool:
    """A proper name, not a description ("30 rebels", "the gunmen") and not a make of weapon."""
    words = [word for word in name.span.quote.split() if word not in PARTICLES]
    if name.type == "weapon" or not words or not name.entity[:1].isupper():
        return False
    return all(word[0].isupper() for word in words) and stem(plain(words[0])) not in COUNTED


def _is_plural(name: Name) -> bool:
    """A group by one plural word ("Patrols"): a capital that only opens a sentence makes no name of it."""
    return name.type == "group" and name.entity == name.span.quote and name.entity.isalpha() and name.entity[-1] == "s"


def _entities(extraction: Extraction, found: Sequence[tuple[int, int, Form]]) -> list[str]:
    """For each word the entity or place of the name it stands in: one name for all its spellings."""
    opening = {p.start for p in extraction.passages}
    named = [
        (n.span.start, n.span.end, n.entity)
        for n in extraction.names
        if is_name(n) and n.type != "person" and not (n.span.start in opening and _is_plural(n))
    ]
    named += [(p.span.start, p.span.end, p.place.name) for p in extraction.places if p.place and p.use != "adjective"]
    named += [(n.span.start, n.span.end, "") for n in extraction.names if is_name(n) and n.type == "person"]
    out = [""] * len(found)
    k = 0
    for start, end, entity in sorted(named):
        while k < len(found) and found[k][1] <= start:
            k += 1
        for w in range(k, len(found)):
            if found[w][0] >= end:
                break
            out[w] = out[w] or plain(entity)
    return out


def _as_entities(stems: list[str], entities: Sequence[str]) -> list[str]:
    """Stems with every name of a known entity as one word: its first word takes it, the others are emptied."""
    for k, entity in enumerate(entities):
        if entity:
            stems[k] = "" if k and entities[k - 1] == entity else entity
    return stems


def _anchors(text: Text) -> list[bool]:
    """Which words are numbers, or names by the extraction or by a capital inside a sentence that has few."""
    out = [
        bool(entity) or (not stem.isalpha() and any(c.isdigit() for c in stem))
        for stem, entity in zip(text.stems, text.entities, strict=True)
    ]
    body = text.report.text
    for s in text.sentences:
        capitals = [
            k
            for k in range(s.first, s.last)
            if CAPITAL.match(body, text.starts[k]) and text.keys[k] not in FUNCTION_WORDS
        ]
        if 2 * len(capitals) <= s.size:
            for k in capitals:
                out[k] = out[k] or k > s.first
    return out


def _joined(stems: list[str]) -> list[str]:
    """Stems with the two halves of a compound as one word: the first half takes it, the second is emptied."""
    for k in [k for k, first in enumerate(stems[:-1]) if first in FIRST_HALVES]:
        if (stems[k], stems[k + 1]) in COMPOUNDS or (stems[k], stems[k + 1] + "e") in COMPOUNDS:
            stems[k], stems[k + 1] = stems[k] + stems[k + 1], ""
    return stems


def _passages(report: Report, extraction: Extraction) -> Iterable[tuple[int, int, str, str]]:
    """(start, end, role, section) of each passage in order; plain sentences where the extraction has none."""
    if extraction.passages:
        return sorted((p.start, p.end, p.role, p.section) for p in extraction.passages)
    return [(start, end, "main", "body") for start, end in plain_sentences(report.text)]


def plain_sentences(text: str) -> list[tuple[int, int]]:
    """Sentences by line and full stop, for reports that were not parsed."""
    out = []
    for line in LINE.finditer(text):
        start = line.start()
        for stop in STOP.finditer(text, line.start(), line.end()):
            out.append((start, stop.end()))
            start = stop.end()
        out.append((start, line.end()))
    return [(a, b) for a, b in out if text[a:b].strip()]


def _with_words(passages: Iterable[tuple[int, int, str, str]], starts: Sequence[int]) -> Iterable[Sentence]:
    """The passages with the range of their words; passages do not overlap, an overlap goes to the earlier one."""
    k = 0
    for start, end, role, section in passages:
        while k < len(starts) and starts[k] < start:
            k += 1
        first = k
        while k < len(starts) and starts[k] < end:
            k += 1
        if k > first:
            yield Sentence(start, end, first, k, role, section)
