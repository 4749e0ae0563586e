"""Two ways to write a place name down so that spellings meet: `plain` (same letters) and `loose` (same name).

`loose` merges what transliterations of Arabic, Persian and Slavic names differ in: articles, one word or two, k and q,
vowels (zor, zawr, zour), dh and z, doubled letters, silent final h. It is a key for finding, never a form to show.
"""

import re
import unicodedata
from pathlib import Path
from typing import Final

from firsthand.model.base import sha256

SPECIAL: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ə": "a",
        "ħ": "h",
        "ð": "d",
        "þ": "th",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": None,
        "ё": "е",
        "ґ": "г",
        "\u200c": None,
    }
)
ASCII: Final = str.maketrans({**dict.fromkeys("'`\".", None), **dict.fromkeys("-_/,", " ")})
DROPPED: Final = re.compile(r"['’‘`´ʿʾʼʻ′\"“”.]")
BREAKS: Final = re.compile(r"[\s\-‐‑‒–—_/,]+")
ARTICLES: Final = frozenset("al el il ul ar er as es ash ad ed az ez adh an en at et ath ur us uz ad ud".split())
SHORT: Final = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "the": ""}
ARTICLE: Final = re.compile(r"^(?:al|el)(?=[bcdfghjklmnpqrstvwxyz]{2})")
LETTERS: Final = tuple(
    pair.split(">")
    for pair in (
        "q>k ck>k kh>k gh>g dzh>j dj>j zh>j ph>f th>t dh>d ou>o oo>o aw>o ow>o au>o uw>o u>o "
        "ee>i ei>i ey>i ai>i ay>i ie>i iy>i y>i e>i w>v"
    ).split()
)
"""Letters that transliterations differ in, in this order."""
LONG_ENOUGH: Final = 6
"""Letters of a name that is tried in other forms; shorter ones meet by chance."""
EZAFE: Final = frozenset(("e", "i"))
EMPHATIC: Final = re.compile(r"\b(?:th|z)(?=[aeiou])")
GLUED: Final = re.compile(
    r"(?<=\b[a-z]{3})(?:al|el|il)(?=[bcdfghjklmnpqrstvwxz][aeiou])|"
    r"(?<=\b[a-z]{4})(?:al|el|il)(?=[bcdfghjklmnpqrstvwxz][aeiou])"
)
SILENT: Final = re.compile(r"(?<=[aio])h$|(?<=[a-z])h(?=[bcdfgjklmnprstvz])")


def plain(name: str) -> str:
    """`name` in lower case without diacritics, apostrophes, points and hyphens, words parted by one space."""
    if name.isascii():
        return " ".join(name.lower().translate(ASCII).split())
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().translate(SPECIAL))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return BREAKS.sub(" ", DROPPED.sub("", text.translate(SPECIAL))).strip()


def loose(name: str, *, dh: str = "d") -> str:
    """The key under which spellings of one name meet; "" where nothing is left. `dh`: what the letters dh are taken for."""
    return loosen(plain(name), dh=dh)


def loosen(text: str, *, dh: str = "d") -> str:
    """`loose` for a name that is in the form of `plain` already."""
    words = [SHORT.get(w, w) for w in text.split()]
    kept = [w for i, w in enumerate(words) if w and (w not in ARTICLES or i == len(words) - 1)]
    if not kept:
        return text.replace(" ", "")
    if not kept[0].isascii():
        return "".join(w.removeprefix("ال") if len(w) > 4 else w for w in kept)
    key = "".join(kept)
    if dh != "d":
        key = key.replace("dh", dh)
    if key.startswith(("al", "el")):
        key = ARTICLE.sub("", key)
    for letters, put in LETTERS:
        if letters in key:
            key = key.replace(letters, put)
    # Doubled letters once; a substitution does this several times slower.
    single = "".join([c for c, before in zip(key, " " + key, strict=False) if c != before])
    return SILENT.sub("", single) if "h" in single else single


def keys(text: str) -> tuple[str, ...]:
    """The keys to look a name in the form of `plain` up under, the likeliest first."""
    first = loosen(text)
    other = loosen(text, dh="z") if "dh" in text else first
    return (first,) if other == first else (first, other)


def other_keys(text: str) -> tuple[str, ...]:
    """Keys to try where `keys` find nothing: dh written as th or z, an article inside one word, an ezafe ("Lashkar-e Gah")."""
    if len(text) < LONG_ENOUGH:
        return ()
    known = keys(text)
    forms = (without_ezafe(text), EMPHATIC.sub("d", text), GLUED.sub(" ", text))
    tried = dict.fromkeys(loosen(form) for form in forms if form != text)
    return tuple(key for key in tried if key and key not in known)


def without_ezafe(text: str) -> str:
    """A name in the form of `plain` without the small vowel that joins Persian words: "mazar i sharif", "mazar sharif"."""
    words = text.split()
    return " ".join(w for i, w in enumerate(words) if w not in EZAFE or i in (0, len(words) - 1))


def fold_mark() -> str:
    """Digest of this file: tables that were folded in another way are not found in."""
    return sha256(Path(__file__).read_bytes())
