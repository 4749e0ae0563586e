"""Which spellings of a name are kept, and the form that is shown."""

import re
import unicodedata
from collections.abc import Iterable

from firsthand.resources.gazetteer_tables import Rank

UNIT = (
    r"governorate|province|provinsi|state|region|district|oblast|department|county|prefecture|division|popularate|municipality"
    r"|voivodeship|canton|emirate|republic|territory|regional state|parish|borough|rayon|raion|wilaya"
)
UNIT_LAST = re.compile(rf"^(?:the )?(.{{2,40}}?) (?:{UNIT})$", re.IGNORECASE)
UNIT_FIRST = re.compile(
    r"^(?:state of|province of|departamento (?:de|del)|estado de|provincia (?:de|del)|département (?:de la|de l'|de|du|"
    r"des)|wilaya de|muhafazat"
    r"|county|the state of) (.{2,40})$",
    re.IGNORECASE,
)
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


def adjectives(row: dict[str, str]) -> list[tuple[str, Rank]]:
    """Adjectives of a row of ours, and the names of the people made from them ("Syrian", "Syrians")."""
    given = [w for w in row["adjectives"].split("|") if w]
    people = [w + "s" for w in given if not w.endswith(("s", "sh", "ch", "ese", "man"))]
    men = [w.removesuffix("man") + "men" for w in given if w.endswith("man")]
    return [(w, Rank.ADJECTIVE) for w in [*given, *people, *men]]


def bare(words: str) -> str | None:
    """`words` without the kind of unit ("Homs Governorate" -> "Homs"), None where it has none."""
    m = UNIT_LAST.match(words) or UNIT_FIRST.match(words)
    return m[1] if m else None


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


def unit_names(name: str, aliases: Iterable[str], level: str) -> tuple[str, list[tuple[str, Rank]]]:
    """Name to show, and spellings, of an administrative unit: the English form where an alias shows one."""
    others = [a for a in aliases if a]
    english = [b for a in others if a.isascii() and (b := bare(a)) and UNIT_LAST.match(a)]
    shown = english[0] if level == "1" and english else ascii_name(name)
    spellings = [(shown, Rank.PRIMARY), (name, Rank.PRIMARY)]
    for words in [name, *others]:
        spellings.append((words, Rank.PRIMARY if words in (name, shown) else Rank.ALTERNATE))
        if (short := bare(words)) is not None:
            spellings.append(
                (short, Rank.PRIMARY if short == shown else Rank.ALTERNATE if level == "1" else Rank.STRIPPED)
            )
    return shown, spellings
