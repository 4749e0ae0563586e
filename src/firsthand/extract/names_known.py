"""Names that the lexicon has: longest match over the words of the text."""

from collections.abc import Iterator
from typing import Final

from firsthand.extract.names_words import Found, Words
from firsthand.resources.lexicon import Alias, Entry, Hit, choose
from firsthand.resources.lexicon_fold import EVERYDAY_WORDS, fold

SURE: Final = 1
LIKELY: Final = 2
ARABIC: Final = ("al-", "al ", "el-", "el ", "ul-", "ad-", "as-", "ash-")


def known_names(words: Words) -> Iterator[Found]:
    """Every known name, the longest at each place."""
    at = 0
    while at < len(words.pieces):
        hit = next((h for h in words.lexicon.match(words.pieces, at) if _fits(words, h)), None)
        if hit is None:
            size, other = _spelled(words, at)
            if other is not None:
                yield other
            at += size
            continue
        yield _found(words, hit)
        at = hit.last


def _spelled(words: Words, at: int) -> tuple[int, Found | None]:
    """An armed group's name in another transliteration, and how many words it takes."""
    if words.case == "mixed" and words.text[words.pieces[at].start].isupper():
        for size in (3, 2):
            run = words.pieces[at : at + size]
            between = words.text[run[0].end : run[-1].start].lower()
            if not any(mark in between for mark in ARABIC):
                continue
            if len(run) == size and all(words.text[p.start].isupper() for p in run) and words.joined(at, at + size):
                entry = words.lexicon.spelled(" ".join(p.key for p in run))
                if entry is not None:
                    start, end = article(words.text, run[0].start), run[-1].end
                    return size, Found(
                        start=start,
                        end=end,
                        type=entry.type,
                        entity=entry.name,
                        country=entry.country,
                        rank=LIKELY,
                        known=True,
                    )
    return 1, None


def _found(words: Words, hit: Hit) -> Found:
    start, end = words.pieces[hit.first].start, words.pieces[hit.last - 1].end
    entry = choose(hit.alias, words.spoken)
    start = article(words.text, start)
    if len(hit.alias.entries) > 1 and hit.alias.form != "acronym" and not any(c in words.spoken for c in entry.theatre):
        return Found(start=start, end=end, type=entry.type, entity=" ".join(words.text[start:end].split()), rank=SURE)
    return Found(start=start, end=end, type=entry.type, entity=entry.name, country=entry.country, rank=SURE, known=True)


def article(text: str, start: int) -> int:
    """Where the name begins if an Arabic article stands before `start`."""
    before = text[max(0, start - 3) : start]
    if len(before) < 3 or before[:2].lower() not in ("al", "el") or not _edge(text, start - 3):
        return start
    return start - 3 if before[2] in "-‑" or (before[2] == " " and before[0].isupper()) else start


def _edge(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _fits(words: Words, hit: Hit) -> bool:
    """Tell whether the words in the text are written as the name would be."""
    if not words.joined(hit.first, hit.last):
        return False
    if hit.country is not None:
        return _stately(words, hit)
    text = words.text[words.pieces[hit.first].start : words.pieces[hit.last - 1].end]
    size = hit.last - hit.first
    if size == 1:
        return _single(words, hit, text)
    if words.case == "mixed" and hit.alias.form != "common":
        return any(words.text[p.start].isupper() for p in words.pieces[hit.first : hit.last])
    return True


def _stately(words: Words, hit: Hit) -> bool:
    """A body put together by rule: the country is written large."""
    if words.case != "mixed":
        return True
    return any(words.text[p.start].isupper() for p in words.pieces[hit.first : hit.last])


def _single(words: Words, hit: Hit, text: str) -> bool:
    """One word: an abbreviation is written large; a word that is also an everyday word is a name inside the sentence only."""
    key = words.pieces[hit.first].key
    if key in SHARED and not any(c in words.spoken for e in hit.alias.entries for c in e.theatre):
        return False
    if words.case != "mixed" and key in EVERYDAY:
        return False
    if words.case == "upper":
        return len(key) > 2 and key not in EVERYDAY_WORDS
    if words.case == "lower":
        return len(key) > 3 and key not in EVERYDAY_WORDS and hit.alias.form != "common"
    upper = sum(c.isupper() for c in text)
    if hit.alias.form == "acronym":
        if upper >= 2:
            return True
        return (
            upper == 1
            and len(key) >= 4
            and key not in EVERYDAY_WORDS
            and _proper(words, hit)
            and not words.opens(words.pieces[hit.first].start)
        )
    if upper == 0 or _inside(words, hit):
        return False
    return key not in EVERYDAY or _proper(words, hit) or not words.opens(words.pieces[hit.first].start)


def _proper(words: Words, hit: Hit) -> bool:
    token = words.token(words.pieces[hit.first].start)
    return token is None or token.tag_ in ("NNP", "NNPS")


def _inside(words: Words, hit: Hit) -> bool:
    """Tell whether a one-word name is but a part of a place's name ("Fatah Road", "Congress Hotel")."""
    token = words.token(words.pieces[hit.first].start)
    if token is None or token.i + 1 >= len(words.doc):
        return False
    after = words.doc[token.i + 1]
    return after.tag_ in ("NNP", "NNPS") and after.text[:1].isupper() and after.lower_ in PLACES


EVERYDAY: Final = frozenset(
    (
        "memorial amnesty congress coalition contras tempo bild sputnik telegram saba spiegel reforma wagner independent "
        "times guardian telegraph economist punch time kan fana mehr petra antara proceso milenio samaa dabanga"
    ).split()
)
"""Names that are everyday words or surnames too: at the head of a sentence they need the parser's word for it."""
SHARED: Final = frozenset(
    (
        "pdf icu let plan sac hm im rr fc sl pap jra cam cv rn far sla fis mir nda opc cpc upc plc nas cma anp ssa ssp "
        "abt rab aaa pips amc vdc kan gnu mas das ism cit tip drg mss ses smm fs ra"
    ).split()
)
"""Abbreviations that also mean other things: names only where the country is spoken of."""
PLACES: Final = frozenset(
    (
        "road|street|hotel|square|bridge|river|district|city|town|mosque|church|hospital|university|avenue|"
        "airport|market"
    ).split("|")
)


def entry_of(words: Words, name: str) -> Entry | None:
    """The lexicon's entry for a whole name in this text."""
    alias: Alias | None = words.lexicon.alias(fold(name))
    return choose(alias, words.spoken) if alias is not None else words.lexicon.find(name)
