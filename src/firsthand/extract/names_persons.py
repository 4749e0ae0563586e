"""Persons: what the parser takes for one, corrected by office and shape, and joined when they are one person."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Span as Chunk
from spacy.tokens import Token

from firsthand.extract.names_beside import NAMESAKES, named_only, persons_beside
from firsthand.extract.names_located import located
from firsthand.extract.names_offices import APPOSED, CAPITAL_TITLED, OFFICE_WORDS, TITLED
from firsthand.extract.names_words import Found, Words, local_words
from firsthand.resources.lexicon_fold import fold
from firsthand.resources.lexicon_persons import one_person

FAIR: Final = 3
NOT_NAMES: Final = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december state states general minister ministers forces army police force affairs "
        "department of and the in on said province district city airport road government ministry street group party "
        "command air navy military defense defence foreign security council nations international embassy allah god "
        "islam islamic inshallah ramadan eid operation islamist sunni shia shiite near for"
    ).split()
)
TOWNLY: Final = frozenset("fall lie witness remain border stretch wake shake".split())
"""Verbs of towns rather than persons."""
TOWN: Final = frozenset(
    (
        "airport hospital market road street mosque church university prison school bridge river police resident people villager "
        "authority governor governorate mayor front attack bombing strike blast massacre siege"
    ).split()
)
"""Nouns that a town's name goes before."""
KUNYA: Final = re.compile(
    r"\b(?:Abu|Umm|Abou)[ -](?:al-|el-)?[A-Z][\w’'-]+(?:\s(?:al|el|as|ad|ash|at|an|ar|az)-[A-Z][\w’'-]+){0,2}"
)


SAID: Final = frozenset("say tell add announce claim note state warn deny confirm report insist argue".split())


def persons(words: Words) -> Iterator[Found]:
    """Candidates for persons, from the parser and from offices before capitals."""
    if words.case == "mixed":
        for match in TITLED.finditer(words.text):
            start, end = _trim(words, match.start("name"), match.end("name"))
            if start < end:
                yield _person(words, start, end, FAIR)
        for match in APPOSED.finditer(words.text):
            start, end = _trim(words, match.start("name"), match.end("name"))
            if start < end:
                yield _person(words, start, end, FAIR)
        for first, last in persons_beside(words):
            start, end = _trim(words, first, last)
            if start < end and not all_common(words.text[start:end]):
                yield _person(words, start, end, FAIR)
        for match in KUNYA.finditer(words.text):
            yield _person(words, match.start(), match.end(), FAIR)
    elif words.case == "upper":
        yield from _capital_persons(words)
    local, alone = local_words(words), _alone(words)
    for ent in words.ents:
        if ent.label_ == "PERSON":
            start, end = _trim(
                words, *(_capital_run(words, ent) if words.case == "upper" else (ent.start_char, ent.end_char))
            )
            start = named_only(words, start, end) if words.case == "mixed" else start
            if words.case == "mixed" and located(ent[0], ent[-1]):
                continue
            if start < end and words.text[start:end] not in local and _plausible(words, start, end, alone):
                yield _person(words, start, end, FAIR + 1)


def _capital_persons(words: Words) -> Iterator[Found]:
    """In a text of capitals only: the words after an office, up to the first that no name holds."""
    for match in CAPITAL_TITLED.finditer(words.text):
        start = end = match.end()
        for piece in re.finditer(r"[^\W\d_][\w'’-]{0,30}\.?", words.text[start : start + 80]):
            word = piece.group().lower().strip(".")
            between = words.text[end : start + piece.start()]
            if between.strip() or not _nameable(words, word, start + piece.start()):
                break
            end = start + piece.end()
            if piece.group()[-2:] in ("'S", "’S"):
                end -= 2
                break
        if end > start and words.text[start:end].count(" ") < 5:
            yield _person(words, start, end - words.text[start:end].endswith("."), FAIR)


def _capital_run(words: Words, ent: Chunk) -> tuple[int, int]:
    """The first run of words in `ent` that a name may hold."""
    first = ent.start
    while first < ent.end and not _nameable(words, words.doc[first].lower_.strip("."), words.doc[first].idx):
        first += 1
    last = first
    while last < ent.end and _nameable(words, words.doc[last].lower_.strip("."), words.doc[last].idx):
        last += 1
    return (words.doc[first].idx, words.doc[last - 1].idx + len(words.doc[last - 1])) if last > first else (0, 0)


def _nameable(words: Words, word: str, at: int) -> bool:
    """Tell whether a word of a text in capitals may be a part of a person's name."""
    token = words.token(at)
    if token is None or token.tag_ not in ("NNP", "NNPS", "NN", "VBN", "JJ") or token.is_stop:
        return False
    if word in NOT_NAMES or word in OFFICE_WORDS or re.search(r"(?:ed|ing)$", word):
        return False
    return (
        words.lexicon.people(word) is None
        and words.lexicon.weapon_class(word) is None
        and words.lexicon.country(word) is None
    )


def repeated(words: Words, found: Sequence[Found]) -> Iterator[Found]:
    """Surnames of persons named in full, wherever they stand alone."""
    surnames: dict[str, Found] = {}
    for f in found:
        parts = f.entity.split()
        if f.type == "person" and len(parts) > 1 and len(parts[-1]) > 2:
            surnames.setdefault(fold(parts[-1]), f)
    taken = {i for f in found for i in range(f.start, f.end)}
    for piece in words.pieces if surnames else ():
        if piece.key in surnames and piece.start not in taken and words.text[piece.start].isupper():
            token = words.token(piece.start)
            if words.case != "mixed" or (token is not None and token.tag_ in ("NNP", "NNPS")):
                yield _person(words, piece.start, piece.end, FAIR + 1)


def _person(words: Words, start: int, end: int, rank: int) -> Found:
    return Found(start=start, end=end, type="person", entity=" ".join(words.text[start:end].split()), rank=rank)


def _trim(words: Words, start: int, end: int) -> tuple[int, int]:
    """Take offices, possessives and words that no name holds off both ends; (0, 0) where nothing is left."""
    text = words.text
    while start < end:
        first = re.match(r"[^\s]+\s*", text[start:end])
        word = first.group().strip().strip(".,").lower() if first else ""
        if first is None or not (word in OFFICE_WORDS or word in NOT_NAMES or not text[start].isalpha()):
            break
        start += len(first.group())
    for mark in ("'s", "’s", "'S", "’S", "'", "’"):
        if text[start:end].endswith(mark):
            end -= len(mark)
    cut = re.search(r"\n|[,;:()\[\]\"“”]|\s[-–—]+\s", text[start:end])
    if cut is not None:
        end = start + cut.start()
    while start < end:
        last = re.search(r"\s+[^\s]+$", text[start:end])
        if last is None or last.group().strip().strip(".,").lower() not in NOT_NAMES:
            break
        end = start + last.start()
    if start < end and text[start:end].lower().strip(".") in NOT_NAMES | OFFICE_WORDS:
        return 0, 0
    while end > start and not text[end - 1].isalnum() and text[end - 1] != ".":
        end -= 1
    return start, end


def _alone(words: Words) -> frozenset[str]:
    """The parser's persons of one word that stand at least once where a person would rather than a place."""
    found = set()
    for ent in words.ents:
        if ent.label_ == "PERSON":
            for token in ent:
                if len(ent) > 1 or words.case != "mixed" or _human(token):
                    found.add(token.text)
    return frozenset(found)


def _human(token: Token) -> bool:
    """Tell whether a name stands where a person would: as who does something, whose kin or rule it is, beside an office."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "agent"):
        return head.lemma_ not in TOWNLY
    if token.dep_ in ("dobj", "obj", "dative", "iobj", "nmod", "attr", "ROOT"):
        return True
    if token.dep_ in ("poss", "compound", "appos"):
        return head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in TOWN
    return token.dep_ == "pobj" and head.lower_ in (
        "by",
        "with",
        "against",
        "for",
        "about",
        "like",
        "under",
        "as",
        "than",
        "of",
        "to",
    )


def _plausible(words: Words, start: int, end: int, alone: frozenset[str]) -> bool:
    """Tell whether what the parser takes for a person has the look of one."""
    text = words.text[start:end]
    if any(c.isdigit() for c in text) or len(text) < 2 or not text[0].isalpha():
        return False
    parts = text.split()
    if (len(parts) > 1 and words.lexicon.country(text) is not None) or fold(text) in words.lexicon.capitals:
        return False
    if words.case == "mixed":
        if not text[0].isupper() and not re.match(r"(?:al|el|bin|ibn|van|von|de)[- ]", text):
            return False
        if len(parts) == 1 and (text.isupper() or words.lexicon.country(text) is not None):
            return False
    if len(parts) <= 2 and any(words.lexicon.country(p) is not None and p not in NAMESAKES for p in parts):
        return False
    if len(parts) == 1:
        token = words.token(start)
        if token is None or token.tag_ not in ("NNP", "NNPS"):
            return False
        if (
            token.is_sent_start
            and not (token.dep_ == "nsubj" and token.head.lemma_ in SAID)
            and words.text.count(text) < 2
        ):
            return False
        return text in alone
    return len(parts) <= 6 and words.lexicon.weapon_class(text) is None


def join_persons(found: Sequence[Found]) -> dict[str, str]:
    """Which full name each way of naming a person stands for: surnames and spellings to the fullest, most used name."""
    return one_person(Counter(f.entity for f in found if f.type == "person"), given=True)


def all_common(text: str) -> bool:
    """Tell whether `text` holds nothing but words of offices and words that no name is made of."""
    return all(w.lower().strip(".,") in OFFICE_WORDS or w.lower() in NOT_NAMES for w in text.split())
