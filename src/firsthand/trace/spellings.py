"""When two spellings are one word: short forms, British and American, numbers in letters, names in another transliteration."""

import re
from collections.abc import Sequence, Set
from difflib import SequenceMatcher

from firsthand.trace.words import NUMBERS, plain

SLIP = 8
"""Letters of the shortest word that may have lost another one by a slip."""
LETTERS = 4
"""Letters of the shortest name that may be spelt in two ways."""
AMERICAN = (
    (re.compile(r"(?<=\w{3})is(?=(?:e[ds]?|ing|ations?|ers?)$)"), "iz"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|able|ites?|hoods?)?$)"), "or"),
    (re.compile(r"(?<=\w{3})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=\w{3})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=\w{2}l)l(?=(?:ed|ing|ers?)$)"), ""),
)
"""How what is written in Britain is written in America; both sides are brought to it, right or wrong."""
CORRUPTED = 0.75
"""Likeness from which two last names behind one first name are one that a copy has corrupted."""
SHORT_FORMS = {"won't": ("will", "not"), "can't": ("cannot",), "shan't": ("shall", "not"), "let's": ("let", "us")}
ENDINGS = {"ll": "will", "ve": "have", "re": "are", "m": "am", "s": "is"}
PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "there", "that", "who"})
TENS = {word: number for word, number in NUMBERS.items() if len(number) == 2 and number[1] == "0" and word != "ten"}
# What one transliteration writes so and another so: Qasim, Kasim; Jamal, Gamal; Zaid, Said; Saeed, Said.
SOUNDS = str.maketrans({"q": "k", "z": "s", "j": "g", "v": "f", **dict.fromkeys("aeiouyhw'")})


def written_out(surface: str, key: str) -> tuple[str, ...]:
    """The words of a short form ("won't", "we'll"); others as they are, in one spelling, numbers in digits."""
    form = surface.casefold().replace("’", "'").replace("‘", "'")
    if form in SHORT_FORMS:
        return SHORT_FORMS[form]
    if form.endswith("n't") and len(form) > len("n't"):
        return (form[: -len("n't")], "not")
    stem, mark, ending = form.rpartition("'")
    if mark and ending in ENDINGS and stem in PRONOUNS:
        return (stem, ENDINGS[ending])
    return (_number(key) or _spelling(key),)


def _number(key: str) -> str:
    """A number word in digits ("twentyfive" too, as it is without its hyphen); empty for other words."""
    if key in NUMBERS and key not in ("one", "dozen", "hundred", "thousand"):
        return NUMBERS[key]
    for tens, number in TENS.items():
        unit = NUMBERS.get(key[len(tens) :], "") if key.startswith(tens) else ""
        if len(unit) == 1:
            return number[0] + unit
    return ""


def _spelling(key: str) -> str:
    for british, american in AMERICAN:
        key = british.sub(american, key)
    return key


def one_spelling(left: Sequence[str], right: Sequence[str], names: Set[str] = frozenset()) -> bool:
    """The same words joined otherwise ("airstrikes"), or names of which only the transliteration differs.

    `names`: the words that are written with a capital. Other words that look alike are others: "attacked", "attacks".
    """
    if "".join(left) == "".join(right):
        return True
    return len(left) == len(right) and all(
        a == b or (_one_name(a, b) if a in names and b in names else _slip(a, b))
        for a, b in zip(left, right, strict=True)
    )


def _one_name(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= LETTERS and sound(a) == sound(b)


def _slip(a: str, b: str) -> bool:
    """Tell whether one word is the other with a letter lost within it: "goverment"."""
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) != 1 or len(short) < SLIP:
        return False
    at = next((k for k, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return 2 < at < len(short) - 1 and short[at:] == long[at + 1 :]


def sound(name: str) -> str:
    """What of a name stays in every transliteration: its first letter and its consonants, doubled ones once."""
    letters = name[:1].translate(SOUNDS) or name[:1]
    for letter in name[1:].translate(SOUNDS):
        if letter != letters[-1]:
            letters += letter
    return letters


def one_person(left: str, right: str) -> bool:
    """One name is the other or its last words, in whatever transliteration: "Abdul Karim Sattari", "Abdelkarim Satari"."""
    one, two = ([sound(plain(word)) for word in name.replace("-", " ").split()] for name in (left, right))
    short, long = sorted((one, two), key=len)
    if not short or len(short[-1]) < 2:
        return False
    if long[-len(short) :] == short or (len(short) > 1 and "".join(one) == "".join(two)):
        return True
    alike = SequenceMatcher(None, plain(left.split()[-1]), plain(right.split()[-1])).ratio()
    return len(short) > 1 and one[:-1] == two[:-1] and alike >= CORRUPTED
