"""Names and their spellings: `fold` (a key), `near` (a slip of the hand), `alike` (another transliteration)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W_]+(?:['’‘ʼʻ`´](?![sS]\b)[^\W_]+){0,3}")
"""A word of a name: dotted initials ("U.S."), or letters and digits with apostrophes inside; a possessive s stays outside."""

ARTICLES: Final = frozenset(("the", "a", "an"))
ARABIC: Final = frozenset(("al", "el"))
SUN: Final = frozenset(("ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "ez", "ul"))
"""Forms of the Arabic article before some consonants; taken for it only where a hyphen follows."""

EVERYDAY_WORDS: Final = frozenset(
    (
        "aid am an arena as ask bra cam car care cit drc echo fact fan far her him his in is it law mag man "
        "map mas may mend mit model nan or pan ran rap site so spa suna us who"
    ).split()
)
"""Abbreviations that are words when written small, or in a text of capitals only."""
APOSTROPHES: Final = re.compile(r"['’‘ʼʻ`´.]")
BRITISH: Final = re.compile(r"defence|centre|programme|labour|armour|(?<=[a-z]{3})is(?=(?:ation|ations|ed|ing|e)$)")
AMERICAN: Final = {
    "defence": "defense", "centre": "center", "programme": "program", "labour": "labor", "armour": "armor", "is": "iz",
}  # fmt: skip
SOUNDS: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"ph", "f"),
        (r"kh|gh|q|ck|c(?![eih])|x", "k"),
        (r"(?<=[a-z])h(?![aeiou])", ""),
        (r"ou|oo|aw|ow|au|u|w", "o"),
        (r"ee|ei|ey|ai|ay|ie|iy|y|j(?=$)|e|i", "i"),
        (r"v", "f"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
    )
)


class Piece(NamedTuple):
    """A word of a text, folded, and where it stands."""

    key: str
    start: int
    end: int


def fold_word(word: str) -> str:
    """One word in lower case, without accents, apostrophes and points, in American spelling."""
    if word.isascii():
        text = word.lower()
    else:
        text = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
        text = "".join(c for c in text if not unicodedata.combining(c))
    if not text.isalnum():
        text = APOSTROPHES.sub("", text)
    if len(text) > 5:
        text = BRITISH.sub(lambda m: AMERICAN[m.group()], text)
    return text


def pieces(text: str) -> list[Piece]:
    """The words of `text` that count for a name: folded, without Arabic articles and possessive s, in order."""
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        lower = word.lower()
        end = match.end()
        if lower in ARABIC or (lower in SUN and text[end : end + 1] == "-"):
            if text[end : end + 1] in ("-", " ", "‑") and text[end + 1 : end + 2].isalpha():
                continue
        elif lower == "s" and match.start() and text[match.start() - 1] in "'’‘ʼ`":
            continue
        found.append(Piece(fold_word(word), match.start(), end))
    return found


def fold(words: str) -> str:
    """The key of a name: folded words parted by one space, without a leading article. "" where nothing is left."""
    keys = [p.key for p in pieces(words)]
    while len(keys) > 1 and keys[0] in ARTICLES:
        keys.pop(0)
    return " ".join(keys)


def small_word(words: str, key: str) -> bool:
    """Tell whether `words`, folded to `key`, are an everyday word rather than the abbreviation of the same letters."""
    return key in EVERYDAY_WORDS and sum(c.isupper() for c in words) < 2


def near(a: str, b: str) -> bool:
    """Tell whether two words differ by one letter more, less, changed, or two changed places."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


def sound(word: str) -> str:
    """A key under which transliterations of one name's word mostly meet (Erik, Eric; Mohammed, Muhammad)."""
    text = fold_word(word)
    for pattern, put in SOUNDS:
        text = pattern.sub(put, text)
    return text[:1] + re.sub(r"[aio]", "", text[1:])


def sounds(name: str) -> str:
    """`sound` of every word of a name."""
    return " ".join(sound(word) for word in fold(name).split())


def alike(a: str, b: str) -> bool:
    """Tell whether two person names are spellings of one: same words by sound and in order, initials for names allowed.

    The surname must be there in both and given names may be left out, so it does not carry over: "A. B. Morn" and "A. C. Morn"
    are both like "A. Morn", not like each other. To join many names, also over reports, use `lexicon_persons.one_person`.
    """
    return heard_alike(heard(a), heard(b))


class Heard(NamedTuple):
    """A word of a person's name, folded, and its `sound`."""

    word: str
    sound: str


def heard(name: str) -> tuple[Heard, ...]:
    """The words of a person's name for `heard_alike`: worked out once for a name that is held against many."""
    return tuple(Heard(word, sound(word)) for word in fold(name).split())


def heard_alike(left: Sequence[Heard], right: Sequence[Heard]) -> bool:
    """Tell whether two names are `alike`, by their words."""
    if not left or not right or left[-1].sound != right[-1].sound:
        return False
    short, long = sorted((left[:-1], right[:-1]), key=len)
    at = 0
    for word in short:
        while at < len(long) and not _same(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _same(a: Heard, b: Heard) -> bool:
    """Tell whether two given names may be one: by sound, or an initial of the other."""
    return a.sound == b.sound or (min(len(a.word), len(b.word)) == 1 and a.word[0] == b.word[0])
