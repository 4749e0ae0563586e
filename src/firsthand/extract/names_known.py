"""Names that the lexicon has: longest match over the words of the text."""

from collections.abc import Iterator
from typing import Final

from firsthand.extract.names_fit import fits, wrong_war
from firsthand.extract.names_words import Found, Words
from firsthand.resources.lexicon import Alias, Entry, Hit, choose
from firsthand.resources.lexicon_fold import fold

SURE: Final = 1
LIKELY: Final = 2
ARABIC: Final = ("al-", "al ", "el-", "el ", "ul-", "ad-", "as-", "ash-")


def known_names(words: Words) -> Iterator[Found]:
    """Every known name, the longest at each place."""
    at = 0
    while at < len(words.pieces):
        hit = next((h for h in words.lexicon.match(words.pieces, at) if fits(words, h)), None)
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
    unsure = len(hit.alias.entries) > 1 and hit.alias.form != "acronym"
    if wrong_war(words, entry, hit.alias) or (unsure and not any(c in words.spoken for c in entry.theatre)):
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


def entry_of(words: Words, name: str) -> Entry | None:
    """The lexicon's entry for a whole name in this text."""
    alias: Alias | None = words.lexicon.alias(fold(name))
    return choose(alias, words.spoken) if alias is not None else words.lexicon.find(name)
