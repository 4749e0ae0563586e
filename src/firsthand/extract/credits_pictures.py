"""Who took a picture or drew a map, and abbreviations that the text explains: words that look like credits of the text."""

import re
from collections.abc import Sequence
from typing import Final

from firsthand.extract.credits_words import NAME, agency, like_an_outlet
from firsthand.resources.lexicon import Lexicon

NEAR: Final = 70
"""Characters beside a name that are looked at."""
PICTURE: Final = (
    r"(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?"
    r"|[Vv]ideos?|VIDEO|[Ff]ootage|[Mm]aps?|[Gg]raphics?|[Ii]llustration)"
)
OF_PICTURE: Final = re.compile(
    rf"\b{PICTURE}(?: [Cc]redits?| [Ss]ource)?\s?(?:[:/©|–-]|\b(?:[Bb]y|[Ff]rom|[Vv]ia|[Cc]ourtesy of)\b)?\s?"
    rf"(?:the )?{NAME}(?:[/,|] ?{NAME}){{0,2}}"
    rf"|\b{NAME}/? ?(?:[Ff]ile |[Hh]andout |[Ss]tock )?(?:[Pp]hotos?|PHOTOS?|[Ii]mages|[Pp]ictures"
    rf"|[Vv]ideo|[Gg]raphics|[Hh]andout)\b"
    rf"|\b{NAME}(?:/{NAME})? via (?:{NAME}|[a-z]{{2,10}})"
    rf"|[Vv]ia Getty"
)
"""A maker named beside the word for what was made."""
SLASHED: Final = re.compile(rf"(?P<one>{NAME})\s?/\s?(?P<other>{NAME})")
"""Photographer and agency, in either order."""
PERSON: Final = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,3}")
CAPTION: Final = re.compile(
    r"\b(?:is|are|be) (?:seen|pictured|shown)\b|\b(?:pictured|photographed|[Ff]ile (?:photo|picture|image)"
    r"|(?:photo|picture|image|video|screen)(?:graph| ?grab)?"
    r" (?:taken|released|obtained|provided|shows?|made))\b"
)
"""What captions say."""
INITIALS: Final = re.compile(r"[A-Za-z]+")


def of_picture(text: str, start: int, end: int, lexicon: Lexicon | None) -> bool:
    """Tell whether the words from `start` to `end` name whom a picture or map is from."""
    first, last = max(0, start - NEAR), min(len(text), end + NEAR)
    if any(start < m.end() and m.start() < end for m in OF_PICTURE.finditer(text, first, last)):
        return True
    return any(
        start < m.end() and m.start() < end and _photographer(m["one"], m["other"], lexicon)
        for m in SLASHED.finditer(text, first, last)
    )


def captioned(text: str, start: int) -> bool:
    """Tell whether what stands at `start`, in brackets, closes a caption."""
    line = max(text.rfind("\n", 0, start), start - 400) + 1
    return CAPTION.search(text, line, start) is not None


def _photographer(one: str, other: str, lexicon: Lexicon | None) -> bool:
    """Tell whether exactly one of two names is an agency and the other that of a person."""
    names = [name.split(". ")[-1].rstrip(".,") for name in (one, other)]
    known = [agency(name, lexicon) is not None for name in names]
    if known[0] == known[1]:
        return False
    person = names[1 if known[0] else 0]
    return PERSON.fullmatch(person) is not None and not like_an_outlet(person)


def explained(text: str, start: int, words: str) -> bool:
    """Tell whether what stands in brackets at `start` spells out the abbreviation before it, or shortens the words before it.

    "armour-piercing (AP)", "the Associated Press (AP) said": no agency is credited by that.
    """
    before = INITIALS.findall(text[max(0, start - 120) : start])
    if words.isupper() and 2 <= len(words) <= 6:
        return _initials(before[-len(words) :]) == words.casefold()
    return bool(before) and len(before[-1]) > 1 and before[-1].casefold() == _initials(INITIALS.findall(words))


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words).casefold()
