"""Which spellings of a place are kept, and the form that is shown."""

import re
import unicodedata

LATIN = re.compile(r"^[\x20-\x7e\u00a0-\u024f\u0259\u02b0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u2019]+$")
ARABIC = re.compile(r"^[\u0600-\u06ff\s\u200c-]+$")
CYRILLIC = re.compile(r"^[\u0400-\u04ff\s'’-]+$")


def usable(words: str) -> bool:
    """Keep names that a report may hold: not codes, not lower-case romanisations of other scripts."""
    if not 1 < len(words) <= 60:
        return False
    if LATIN.match(words):
        letters = [c for c in words if c.isalpha()]
        code = len(letters) <= 4 and words.isupper() and words.isascii() and " " not in words
        return len(letters) > 1 and any(c.isupper() for c in letters) and not code
    return bool(ARABIC.match(words) or CYRILLIC.match(words))


def ascii_name(words: str) -> str:
    """`words` without marks that reports in English leave out."""
    text = unicodedata.normalize("NFKD", words.replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "‘ʻʿʾ`").strip("' ")
    return text if text.isascii() else words


def english(words: str) -> str:
    """`words` without the marks of scholarly transliteration (long vowels, dots below, half rings), which no report writes."""
    marks = {c for c in unicodedata.normalize("NFD", words) if unicodedata.combining(c)}
    scholarly = marks & {"\u0304", "\u0323", "\u0331", "\u032e", "\u0327"} or set(words) & set("‘’ʻʿʾ")
    return ascii_name(words) if scholarly and "ç" not in words.lower() and "ş" not in words.lower() else words
