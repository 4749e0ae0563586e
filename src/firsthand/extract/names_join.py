"""Names of bodies joined within one text: abbreviations, slips of the hand and short forms with what they stand for."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from firsthand.extract.names_known import entry_of
from firsthand.extract.names_shape import introduced
from firsthand.extract.names_words import Found, Words
from firsthand.resources.lexicon_fold import fold

BODIES: Final = frozenset(("organisation", "group", "unit"))
SHORTENED: Final = frozenset(
    (
        "front|movement|observatory|coalition|army|brigade|council|party|committee|organization|union|alliance|"
        "militia|command|group|agency|ministry|network|commission|federation|league|guard|cartel|institute|"
        "center|battalion|legion|corps|syndicate|authority|banner|guardians|brigades|swords|lions|falcons|eagles|hawks|wolves|"
        "tigers|sons|knights|partisans|defenders|directorate|foundation|association|society|assembly|monitor|observer|"
        "department|courier|ledger|office|bureau|tribunal|bloc|organisation"
    ).split("|")
)


def abbreviations(words: Words, found: Sequence[Found]) -> dict[str, Found]:
    """Abbreviations introduced in this text, with the name each stands for."""
    shorts: dict[str, Found] = {}
    for short, (start, end) in introduced(words).items():
        long = words.text[start:end]
        entry = entry_of(words, long)
        if entry is not None:
            shorts[short] = Found(
                start=start, end=end, type=entry.type, entity=entry.name, country=entry.country, rank=0, known=True
            )
            continue
        other = next((f for f in found if f.start >= start - 4 and f.end == end and f.type != "person"), None)
        if other is not None and other.known:
            shorts[short] = msgspec.structs.replace(other, start=start, end=end, rank=0)
        else:
            kind = "organisation" if other is None else other.type
            shorts[short] = Found(start=start, end=end, type=kind, entity=" ".join(long.split()), rank=0)
    return shorts


def slips(words: Words, found: Sequence[Found]) -> Iterator[Found]:
    """An abbreviation one letter off another of this text is a slip for it."""
    if words.case != "mixed":
        return
    right: dict[str, Found] = {}
    for f in found:
        text = words.text[f.start : f.end]
        if f.known and f.type in BODIES and text.isupper() and text.isalpha():
            right.setdefault(text, f)
    taken = {i for f in found if f.known or f.type == "person" for i in range(f.start, f.end)}
    for piece in words.pieces if right else ():
        text = words.text[piece.start : piece.end]
        if len(text) > 3 and text.isupper() and text.isalpha() and text not in right and piece.start not in taken:
            meant = words.lexicon.nearly(text, right)
            if meant is not None:
                yield again(right[meant], piece.start, piece.end)


def short_forms(words: Words, found: Sequence[Found]) -> Iterator[Found]:
    """ "the Observatory", "the Front": the last body before it whose name has that word."""
    if words.case != "mixed":
        return
    taken = {i for f in found for i in range(f.start, f.end) if f.known or " " in words.text[f.start : f.end]}
    for i, piece in enumerate(words.pieces):
        if piece.key in SHORTENED and i > 0 and piece.start not in taken and _alone(words, i):
            meant = next(
                (f for f in reversed(found) if f.end <= piece.start and f.type in BODIES and _holds(f, piece.key)), None
            )
            if meant is not None:
                yield again(meant, piece.start, piece.end)


def _alone(words: Words, i: int) -> bool:
    """Tell whether word `i` is written large after "the" and is no part of a longer name."""
    if words.pieces[i - 1].key not in ("the", "this", "that") or not words.text[words.pieces[i].start].isupper():
        return False
    after = words.pieces[i + 1] if i + 1 < len(words.pieces) else None
    return after is None or not words.text[after.start].isupper() or not words.joined(i, i + 2)


def _holds(one: Found, key: str) -> bool:
    """Tell whether the entity's name has this word among others."""
    names = fold(one.entity).split()
    return len(names) > 1 and key in names


def again(one: Found, start: int, end: int) -> Found:
    """The same entity at another place, for sure."""
    return msgspec.structs.replace(one, start=start, end=end, rank=0, known=True)
