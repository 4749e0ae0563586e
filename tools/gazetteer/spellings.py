"""Spellings of administrative units, and adjectives."""

import re
from collections.abc import Iterable

from firsthand.resources.gazetteer_spellings import ascii_name
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
