"""A report as trace sees it: its words with their offsets, and the sentences they stand in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.model.extraction import Extraction, Name
from firsthand.model.report import Report
from firsthand.trace.words import COMPOUNDS, COUNTED, FUNCTION_WORDS, PARTICLES, WORD, Form, Lexis, plain, stem

LINE = re.compile(r"[^\n]{1,100000}")
# No sentence ends after an initial or a short title ("U.S.", "Gen.").
STOP = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bLt)(?<!\bGen)(?<!\bCol)(?<!\bMaj)(?<!\bSgt)(?<!\bMrs)"
    r"[.!?][\"”’')\]]{0,2}\s{1,10}(?=[\"“‘'(]{0,2}[A-Z0-9])"
)


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


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a report in order.

    `codes`: one number a word. `sentence_of`: index of each word's sentence, -1 for none. `anchors`: which words are
    names or numbers, the part of a sentence that another event of the same kind would change. `entities`: what the name
    that a word stands in is taken for, empty outside names. `content`, `vocabulary`: for each sentence the indices of the
    words that carry content, and their stems. `known`: every word, stem and entity of the report.
    """

    report: Report
    extraction: Extraction
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    codes: NDArray[np.uint64]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    anchors: tuple[bool, ...]
    entities: tuple[str, ...]
    content: tuple[tuple[int, ...], ...]
    vocabulary: tuple[frozenset[str], ...]
    known: frozenset[str]

    @property
    def id(self) -> str:
        """Id of the report."""
        return self.report.id

    @property
    def size(self) -> int:
        """Number of words that are no page furniture, at least 1."""
        return max(1, sum(s.size for s in self.sentences if s.role != "noise"))


def read_text(report: Report, extraction: Extraction, lexis: Lexis) -> Text:
    """The words and sentences of one report."""
    found = [(m.start(), m.end(), lexis.form(m.group())) for m in WORD.finditer(report.text)]
    entities = _entities(extraction, found)
    stems = _as_entities(_joined([form.stem for _, _, form in found]), entities)
    starts = tuple(start for start, _, _ in found)
    sentences = tuple(_with_words(_passages(report, extraction), starts))
    content = tuple(tuple(k for k in range(s.first, s.last) if stems[k]) for s in sentences)
    home = [-1] * len(found)
    for k, sentence in enumerate(sentences):
        home[sentence.first : sentence.last] = [k] * sentence.size
    return Text(
        report=report,
        extraction=extraction,
        keys=tuple(form.key for _, _, form in found),
        stems=tuple(stems),
        starts=starts,
        ends=tuple(end for _, end, _ in found),
        codes=np.fromiter((form.code for _, _, form in found), dtype=np.uint64, count=len(found)),
        sentences=sentences,
        sentence_of=tuple(home),
        anchors=tuple(_anchors(report.text, found, sentences, entities)),
        entities=tuple(entities),
        content=content,
        known=frozenset((*(form.key for _, _, form in found), *stems, *entities)),
        vocabulary=tuple(frozenset(stems[k] for k in words) for words in content),
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


def _entities(extraction: Extraction, found: Sequence[tuple[int, int, Form]]) -> list[str]:
    """For each word the entity or place of the name it stands in: one name for all its spellings."""
    named = [(n.span.start, n.span.end, n.entity) for n in extraction.names if is_name(n) and n.type != "person"]
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


def _anchors(
    text: str, found: Sequence[tuple[int, int, Form]], sentences: Sequence[Sentence], entities: Sequence[str]
) -> list[bool]:
    """Which words are numbers, or names by the extraction or by a capital inside a sentence that has few."""
    out = [
        any(c.isdigit() for c in form.stem) or bool(entity)
        for (_, _, form), entity in zip(found, entities, strict=True)
    ]
    for s in sentences:
        capitals = [
            k for k in range(s.first, s.last) if text[found[k][0]].isupper() and found[k][2].key not in FUNCTION_WORDS
        ]
        if 2 * len(capitals) <= s.size:
            for k in capitals:
                out[k] = out[k] or k > s.first
    return out


def _joined(stems: list[str]) -> list[str]:
    """Stems with the two halves of a compound as one word: the first half takes it, the second is emptied."""
    for k in range(len(stems) - 1):
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


def _with_words(passages: Iterable[tuple[int, int, str, str]], starts: tuple[int, ...]) -> Iterable[Sentence]:
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
