"""What the parser takes for a person and the words around it say is a place: "the town of ..", "the .. offensive"."""

from typing import Final

from spacy.tokens import Token

DIRECTIONS: Final = frozenset(
    (
        "eastern western northern southern central northeastern northwestern southeastern southwestern rural downtown "
        "upper lower"
    ).split()
)
INSIDE: Final = frozenset("in near around outside inside at between".split())
"""Prepositions of places; a person may stand behind them ("in Obama's speech"), and then owns or does something."""
PARTS: Final = frozenset(
    "town city village district province area region outskirts suburb countryside control capture recapture siege liberation "
    "fall east west north south centre center capital port governorate county municipality neighborhood neighbourhood hamlet "
    "settlement mayor governor resident residents people".split()
)
"""What has "of" and a place behind it."""
AFTER: Final = frozenset(
    "offensive district province governorate county region area outskirts countryside suburb refinery highway border township "
    "municipality neighborhood neighbourhood".split()
)
"""Nouns that the name of a place goes before."""
JOINED: Final = 60
"""So many names back in a list the first is looked for; longer ones are no sentence."""


def located(first: Token, last: Token) -> bool:
    """Tell whether the words around a name, from its `first` token to its `last`, say that it is a place's."""
    for _ in range(JOINED):
        if last.dep_ != "conj" or last.head.i >= first.i or last.head.pos_ != "PROPN":
            break
        first = last = last.head
    before = first.nbor(-1) if first.i > 0 else None
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if after is not None and after.lower_ in AFTER and last.dep_ in ("compound", "nmod", "poss"):
        return True
    if before is None:
        return False
    if before.lower_ in DIRECTIONS and before.head.i in range(first.i, last.i + 1):
        return True
    if before.lower_ in INSIDE:
        return last.dep_ == "pobj" and last.head.i == before.i
    return before.lower_ == "of" and before.i > 0 and before.nbor(-1).lemma_.lower() in PARTS
