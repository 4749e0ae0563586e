"""Words of a text in forms that can be compared: the plain word, and the stem of a content word."""

import re
import unicodedata
import zlib
from typing import NamedTuple

# A number with its separators, or a word with inner marks (U.S., B-52s, al-Hasakah); every repetition is bounded.
WORD = re.compile(r"\d{1,30}(?:[.,]\d{1,12}){0,6}(?![^\W_])|[^\W_]{1,60}(?:[.'’‘`\-‐‑][^\W_]{1,60}){0,8}")
MARKS = re.compile(r"[^\w]|_")
ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
POSSESSIVE = re.compile(r"['’‘`]s?$")
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {
    **{word: str(n) for n, word in enumerate(f"{_UNITS} seventeen eighteen nineteen twenty".split())},
    **{word: str(30 + 10 * n) for n, word in enumerate(_TENS.split())},
    **{
        f"{ten}{one}": str(20 + 10 * n + m)
        for n, ten in enumerate(["twenty", *_TENS.split()])
        for m, one in enumerate(_UNITS.split()[1:10], start=1)
    },
    **{"dozen": "12", "hundred": "100", "thousand": "1000"},
}
COUNTED = frozenset(NUMBERS.values())
PARTICLES = frozenset("of the for and in to against on al bin de du van von el la".split())
"""Small words inside a name."""
FUNCTION_WORDS = frozenset(
    "a an the this that these those it its itself he him his she her hers they them their theirs we us our "
    "ours you your i me my mine who whom whose which what when where why how there here then than as at by "
    "for from in into of off on onto out over to up upon with within without about above across after against "
    "along amid among around before behind below beneath beside besides between beyond but despite down "
    "during except inside near outside per since through throughout toward towards under until via while "
    "whereas and or nor so yet if because although though unless whether not no none neither either both each "
    "every all any some such same other another own more most less least much many few several only just also "
    "too very even still again ever never now already once further be am is are was were been being have has "
    "had having do does did doing done can could may might must shall should will would ought cannot s t d ll "
    "re ve m".split()
)
REPORTING_WORDS = frozenset(
    "say said says saying tell told tells telling report reported reports reporting reportedly state stated "
    "states stating statement announce announced announces announcing announcement add added adds adding note "
    "noted notes noting according accord claim claimed claims claiming confirm confirmed confirms confirming "
    "mention mentioned mentions stress stressed stresses emphasize emphasized emphasised remark remarked "
    "remarks assert asserted declare declared quote quoted cite cited citing explain explained indicate "
    "indicated reveal revealed".split()
)
COMPOUNDS = frozenset(
    {("air", "strike"), ("air", "raid"), ("cease", "fire"), ("check", "point"), ("gun", "fire"), ("gun", "man")}
)
"""Words that one outlet writes apart and another together."""
FIRST_HALVES = frozenset(first for first, _ in COMPOUNDS)


class Form(NamedTuple):
    """A word's comparable forms. `stem` is empty for words of no content; `code` is the same on every machine."""

    key: str
    stem: str
    code: int


class Lexis(dict[str, Form]):
    """The forms of words by the word as written; one for each run, so that a word is worked out once."""

    def __missing__(self, surface: str) -> Form:
        """Work out the forms of a word."""
        key = plain(surface)
        self[surface] = form = Form(key, stem(key), zlib.crc32(key.encode()))
        return form


def plain(surface: str) -> str:
    """A word without case, accents, inner marks and possessive: "al-Ḥasakah's" and "alHasakah" are one."""
    word = POSSESSIVE.sub("", surface)
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return MARKS.sub("", word).casefold() or surface.casefold()


def stem(key: str) -> str:
    """What is compared of a content word, after English endings; empty for function and reporting words."""
    if key in FUNCTION_WORDS or key in REPORTING_WORDS:
        return ""
    if key in NUMBERS:
        return NUMBERS[key]
    if ordinal := ORDINAL.fullmatch(key):
        return ordinal.group(1)
    if any(c.isdigit() for c in key):
        return key[:-1] if key.endswith("s") and len(key) > 2 else key
    return _strip(key)


def _strip(word: str) -> str:
    """`word` without its English ending; words of up to four letters keep theirs, a plural apart."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
