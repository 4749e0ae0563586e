"""Bodies that the parser takes for such, corrected by their words and by how the rest of the text uses them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Span as Chunk

from firsthand.extract.names_fit import SHARED
from firsthand.extract.names_groups import portfolio
from firsthand.extract.names_offices import OFFICE_WORDS
from firsthand.extract.names_persons import SAID, all_common
from firsthand.extract.names_words import Found, Words, local_words
from firsthand.resources.lexicon_fold import fold

WEAK: Final = 5
NO_BODY: Final = re.compile(
    r"\b(?:Cessation|Law|Laws|Convention|Conventions|Communique|Communiqué|Treaty|Agreements?|Accords?|Resolutions?|Act|Day|Summit|"
    r"Operation|Road|Gate|Airfield|Airport|Airbase|Base|Constitution|Declaration|Protocol|Charter|Plan|War|Ceasefire|Conference|"
    r"Mosque|Church|Hospital|School|Square|Camp|River|Mountains?|Province|District|Desert|Valley|Peninsula|Islands?|Sea|Strait|"
    r"Gulf|Bridge|Highway|Prison|Hotel|Stadium|Award|Medal|Order|Report|Street|Avenue|Room|Building|Governorate|Region|Village|"
    r"Dialogue|Process|Talks|Amendment|Covenant|Rights Day|Release|News Release|Memorandum|Statement)$"
)
NO_LETTERS: Final = frozenset(
    "UTC GMT EST EDT MIA KIA WIA POW DOCTYPE HTML PDF URL COVID AIDS VIP CEO ID TV DNA GPS".split()
)
"""Abbreviations that are no body's."""
PLACE_FIRST: Final = re.compile(
    r"^(?:El|Al|Ar|As|Ash|At|Ad|Ed|Tal|Tel|Tell|Deir|Dayr|Jabal|Jebel|Bab|Umm|Khan|Wadi|Beit|Bayt|Kafr|Kfar|Khirbet|Ras|Ain|Ayn|"
    r"Bir|Sidi|Ait|Nova|San|Santa|Santo|São|Saint|Port|Fort|New|Lake|Mount|Rio|Puerto|Villa|La|Las|Los)[ -][A-Z][\w’'-]+$"
)
"""Two words that begin like the name of a town: no body, unless something else says so."""
HEAD_FIRST: Final = re.compile(
    r"^(?:Cessation|Law|Treaty|Convention|Operation|Article|Resolution|Camp|Mount|Lake|Battle|Exercise|State of)\b"
)


def parsed_bodies(words: Words, settled: Sequence[Found]) -> Iterator[Found]:
    """The parser's organisations. `settled`: names found so far; one that ends such a span is the name there."""
    if words.case != "mixed":  # without small letters the parser takes any word for a body
        return
    local = local_words(words)
    persons = {words.text[f.start : f.end] for f in settled if f.type == "person"}
    surnames = {p.split()[-1] for p in persons}
    for ent in words.ents:
        if ent.label_ != "ORG":
            continue
        start, end = clip(words.text, ent.start_char, ent.end_char)
        text = words.text[start:end]
        tails = [t for t in (text.split(maxsplit=n)[-1] for n in range(1, 6)) if t != text and " " in t]
        person = next((t for t in tails if t in persons), None)
        if person is not None:
            yield Found(start=end - len(person), end=end, type="person", entity=person, rank=2)
        elif text in surnames:
            yield Found(start=start, end=end, type="person", entity=text, rank=WEAK - 1)
        elif (middle := glued(words, text)) is not None:
            for a, b in ((0, middle), (middle, len(text))):
                entry = words.lexicon.find(text[a:b])
                if entry is not None:
                    yield Found(
                        start=start + a,
                        end=start + b,
                        type=entry.type,
                        entity=entry.name,
                        country=entry.country,
                        known=True,
                    )
        elif _person_beside(words, ent):
            yield Found(start=start, end=end, type="person", entity=" ".join(text.split()), rank=WEAK - 1)
        elif _body(words, text, local) and (" " in text or _speaks(words, start, text)):
            yield Found(start=start, end=end, type="organisation", entity=" ".join(text.split()), rank=WEAK)


def _person_beside(words: Words, ent: Chunk) -> bool:
    """Tell whether the parser's body is set beside a word for one person ("the police chief, Ada Morn") and so is that person."""
    root = ent.root
    if not 2 <= len(ent) <= 4 or not all(t.text[0].isupper() and t.is_alpha for t in ent):
        return False
    beside = [root.head] if root.dep_ == "appos" else [t for t in root.children if t.dep_ == "appos" and t.i > root.i]
    for one in beside:
        people = words.lexicon.people(one.lemma_.lower())
        single = people is not None and not people.collective and one.tag_ in ("NN", "NNP")
        if single or one.lemma_.lower() in OFFICE_WORDS:
            return True
    return False


def glued(words: Words, text: str) -> int | None:
    """Where a word of two known names without a space between them ("UNReuters") parts; None for others."""
    if " " in text or not 5 <= len(text) <= 30:
        return None
    for i in range(2, len(text) - 2):
        if text[i].isupper() and text[i + 1].islower() and text[:i].isupper():
            both = words.lexicon.alias(fold(text[:i])) and words.lexicon.alias(fold(text[i:]))
            return i if both else None
    return None


def clip(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the article and a possessive off a span."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    for mark in ("'s", "’s", "'", "’"):
        end -= len(mark) if text[start:end].endswith(mark) else 0
    return start, end


def _body(words: Words, text: str, local: frozenset[str]) -> bool:
    if (
        len(text) < 2
        or "\n" in text
        or not text[0].isalnum()
        or text[0].islower()
        or not any(c.isupper() for c in text)
    ):
        return False
    if text.isdigit() or all_common(text) or fold(text) in SHARED or fold(text) in words.lexicon.capitals:
        return False
    if words.lexicon.country(text) is not None or words.lexicon.weapon_class(text) is not None:
        return False
    if text.isupper() and text.count(" ") > 1:  # a headline; what of it is a letterhead is found as such
        return False
    if text in words.datelines or text in NO_LETTERS:
        return False
    if text.startswith("Department of ") and not portfolio(text.removeprefix("Department")):
        return False
    if NO_BODY.search(text) or HEAD_FIRST.match(text) or PLACE_FIRST.match(text):
        return False
    return text not in local or (text.isupper() and " " not in text)


def _speaks(words: Words, start: int, text: str) -> bool:
    """Tell whether a one-word name is an abbreviation or says something; other single words are mostly places."""
    if sum(c.isupper() for c in text) > 1:
        return True
    token = words.token(start)
    return token is not None and token.dep_ == "nsubj" and token.head.lemma_ in SAID
