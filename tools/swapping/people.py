"""Other persons' names: each word of a name becomes another, the same throughout a text."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tools.swapping.edits import Edit, chosen, everywhere

GIVEN = (
    "Moussa Aminata Kofi Ngozi Tadesse Selam Juma Baraka Rodrigo Jovelyn Nestor Marisol Taras Oksana Giorgi Nino Htun Thiri "
    "Somchai Lakshmi Arjun Tenzin Batu Aigerim Davit Anahit Viktor Ilinca Mehmet Elif Bashir Yusra Farhad Shirin Alphonse Marie "
    "Wanjiru Kipchoge Tendai Chipo Sione Mele Ramón Inés Joaquim Beatriz Dragan Milica Erlan Dilnoza"
).split()
FAMILY = (
    "Traoré Coulibaly Mensah Okafor Bekele Haile Mwangi Otieno Santos Dimaculangan Villanueva Kovalenko Shevchuk Beridze "
    "Kobakhidze Aung Thant Wongsakul Reddy Chaudhary Gurung Erdene Nurlanov Petrosyan Grigoryan Popescu Yilmaz Demir Haddad "
    "Khoury Hosseini Karimi Nkurunziza Habimana Moyo Ndlovu Fonoti Quispe Mamani Teixeira Carvalho Jovanović Petrović Ismoilov "
    "Rakhimov Diarra Keita Abubakar Tessema Macaraeg"
).split()
"""Common names of many regions, of nobody in particular."""
PARTICLES = frozenset(
    "al el de la da dos bin ibn abu abd ul ur van der von den san santa st jr sr mc mac ould ben".split()
)
COMMON = frozenset(
    "the and but for with from after before today yesterday tomorrow former president general colonel captain minister said news "
    "national army police front people government".split()
)
"""Words that a wrong find may hold; those that the text also writes small are left alone too."""
WORD = re.compile(r"[^\W\d_][\w’']*\.?")


def persons(key: str, text: str, said: Mapping[str, Any], taken: Iterable[tuple[int, int]] = ()) -> list[Edit]:
    """Edits for the persons that a text names. `said`: what was extracted; `taken`: spans of other names, left alone."""
    plain = set(re.findall(r"\b[a-z]{2,}\b", text)) | COMMON
    found = sorted((n for n in said["names"] if n["type"] == "person"), key=lambda n: -len(n["quote"].split()))
    new: dict[str, str] = {}
    for name in found:
        words = [w for w in WORD.findall(name["quote"]) if _own(w)]
        for place, word in enumerate(words):
            pool = GIVEN if place == 0 and len(words) > 1 else FAMILY
            if word.casefold() not in (*new, *plain):
                free = [n for n in pool if n not in new.values()] or list(pool)
                new[word.casefold()] = chosen(free, key, word.casefold())
    held = list(taken)
    written = {w for n in found for w in WORD.findall(n["quote"]) if w.casefold() in new}
    edits = everywhere(text, {w: new[w.casefold()] for w in written})
    return [e for e in edits if not any(start < e.end and e.start < end for start, end in held)]


def _own(word: str) -> bool:
    """Tell whether a word of a name is one's own, and no particle or initial."""
    return len(word.strip(".")) > 2 and word[0].isupper() and word.casefold().strip(".") not in PARTICLES
