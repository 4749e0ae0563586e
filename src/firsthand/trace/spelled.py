"""One name spelt otherwise: transliterations, abbreviations, British and American English, a name and a part of it."""

import re
from difflib import SequenceMatcher

from firsthand.trace.words import PARTICLES

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "sept", "october",
    "november", "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = 3
"""Letters of the shortest name of a month or day."""
SOUNDS = (
    ("defence", "defense"), ("centre", "center"), ("harbour", "harbor"), ("labour", "labor"),
    ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("dj", "j"), ("dzh", "j"), ("tch", "ch"),
    ("sch", "sh"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "e"), ("ai", "e"), ("ay", "e"),
    ("ey", "e"), ("iy", "i"), ("y", "i"), ("w", "v"), ("x", "ks"), ("z", "s"),
)  # fmt: skip
"""Letters that systems of transliteration, or two ways to write English, use for one another."""
VOWELS = str.maketrans("eiu", "aao")
"""Vowels that take each other's place in transliterations ("Mohammed", "Muhammad"; "Foua", "Foaa")."""
SIGNS = re.compile(
    r"q|kh|gh|dh|aa|ou|oo|ee|ei|ai|ay|ey|iy|\b(?:al|el|abu|abou|umm?|ibn|bin|deir|dayr|tell?|tal|wadi|jabal|ain|ayn)(?![^\W_]{0,2}\b)"
)
"""What shows that a name is transliterated."""
DOUBLED = re.compile(r"(.)\1+")
ARTICLE = re.compile(r"\b(?:al|el|ul)[ -]?(?=\w{4})")
LEAST = 3
"""Letters that are left of the shortest name that may be a transliteration of another."""
MISSPELT, MISSPELT_WORD = 0.6, 0.7
"""Likeness of two names with common words beside, and of two single words, of which one is the other with wrong letters."""
APART = 2
"""Words in common of two names that differ in one word ("Northern Dawn Front", "Northern Daybreak Front")."""


def one_spelling(one: str, other: str, *, person: bool = False) -> bool:
    """Two spellings of one name, in small letters with blanks: apart or joined, with or without article, transliterated,
    in short, or one the last words of the other. `person`: a final s makes another name.
    """
    a, b = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    if a == b or (b == a + "s" and not person):
        return True
    return initials(one, other) or shortened(a, b) or _transliterated(one, other) or _part(one, other)


def initials(one: str, other: str) -> bool:
    """One name is made of the first letters of the other."""
    short, long = sorted((one, other), key=len)
    words = long.split()
    full = "".join(word[0] for word in words)
    some = "".join(word[0] for word in words if word not in ("of", "the", "for", "and", "in"))
    return len(words) > 1 and len(short) > 1 and short in (full, some)


def shortened(a: str, b: str) -> bool:
    """A month or day and its short form."""
    return len(a) >= SHORT and any(name.startswith(a) and name.startswith(b) for name in (*MONTHS, *DAYS))


def misspelt(one: str, other: str) -> bool:
    """Two names that differ in some letters, or of three words or more in one: what a retelling makes of a name."""
    a, b = one.split(), other.split()
    rest = [w for w in a if w not in b], [w for w in b if w not in a]
    if rest == (a, b) and len(a) == len(b) == 1:
        return _likeness(one, other) >= MISSPELT_WORD
    if not rest[0] or not rest[1]:
        return False
    if len(a) == len(b) > APART and len(rest[0]) == len(rest[1]) == 1 and len(set(a) & set(b) - PARTICLES) >= APART:
        return True
    if min(len(a), len(b)) == 1:
        return len(min(a, b, key=len)[0]) > LEAST and _likeness(a[-1], b[-1]) >= MISSPELT_WORD
    return _likeness(" ".join(rest[0]), " ".join(rest[1])) >= MISSPELT


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _transliterated(one: str, other: str) -> bool:
    """Two transliterations; other vowels alone make one only of names that show that they are transliterated."""
    a, b = _letters(one), _letters(other)
    if min(len(a), len(b)) < LEAST:
        return False
    return a == b or (sound(one) == sound(other) and bool(SIGNS.search(one) or SIGNS.search(other)))


def sound(name: str) -> str:
    """What is left of a name without what transliterations differ in; numbers stay as they are."""
    said = _letters(name)
    return DOUBLED.sub(_single, said.translate(VOWELS)) if said.isalpha() else said


class Sounds(dict[str, str]):
    """The `sound` of names, each worked out once."""

    def __missing__(self, name: str) -> str:
        """Work out how a name sounds."""
        self[name] = said = sound(name)
        return said


def _letters(name: str) -> str:
    """A name in one way to write its sounds."""
    said = ARTICLE.sub("", name).replace(" ", "")
    for letters, short in SOUNDS:
        said = said.replace(letters, short)
    said = DOUBLED.sub(_single, said)
    return said[:-1] if said[-1:] == "h" and said[-2:-1] in ("a", "e", "i") else said


def _single(letters: re.Match[str]) -> str:
    """One letter for a doubled one, but in numbers."""
    return letters[0] if letters[0].isdigit() else letters[1]


def _part(one: str, other: str) -> bool:
    """The words of one are words of the other, spelt alike: "Dorrin" and "Ilya Dorrin"."""
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) < len(long) and all(any(w == v or _transliterated(w, v) for v in long) for w in short)
