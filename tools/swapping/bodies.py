"""Other armed groups: each one that a text names becomes one of the same sort from elsewhere."""

from collections.abc import Mapping
from typing import Any

from firsthand.resources.lexicon import Lexicon, form_of
from firsthand.resources.lexicon_files import Entry
from tools.swapping.edits import Edit, chosen, everywhere

ARMED = frozenset({"rebel group", "militia", "criminal"})
FIRST = ("Upland", "Lowland", "Coastal", "Riverine", "Southern", "Eastern", "United", "Free")
SECOND = ("Liberation", "Freedom", "Defence", "Salvation", "Resistance", "Dignity", "Justice", "Dawn")
THIRD = ("Front", "Army", "Movement", "League", "Brigades", "Council", "Union", "Vanguard")


def groups(key: str, text: str, said: Mapping[str, Any], lexicon: Lexicon, *, known: bool) -> list[Edit]:
    """Edits for the armed groups that a text names, by others that the lexicon knows, or by invented ones that nobody knows."""
    new: dict[str, str] = {}
    used: set[str] = set()
    for name in said["names"]:
        entry = lexicon.find(name["quote"]) if name["type"] != "person" else None
        if entry is None or entry.sort not in ARMED:
            continue
        written = " ".join(name["quote"].split())
        other = _other(key, entry, lexicon, used) if known else _invented(key, entry, used)
        acronym = form_of(written) == "acronym"
        new[written] = _letters(other) if acronym else other.name
    return everywhere(text, new)


def _other(key: str, entry: Entry, lexicon: Lexicon, used: set[str]) -> Entry:
    """Another group of the sort, of another country, that has an abbreviation and a plain name."""
    fit = [
        e for e in lexicon.entries
        if e.sort == entry.sort and e.country and not {e.country, *e.theatre} & {entry.country, *entry.theatre}
        and any(form_of(a) == "acronym" for a in e.aliases) and e.name.isascii() and form_of(e.name) == "name"
    ]  # fmt: skip
    picked = chosen([e for e in fit if e.name not in used] or fit, key, entry.name)
    used.add(picked.name)
    return picked


def _invented(key: str, entry: Entry, used: set[str]) -> Entry:
    names = [f"{a} {b} {c}" for a in FIRST for b in SECOND for c in THIRD]
    name = chosen([n for n in names if n not in used], key, entry.name)
    used.add(name)
    return Entry(name=name, type="organisation", sort=entry.sort)


def _letters(entry: Entry) -> str:
    """The abbreviation of a group, or its initials."""
    known = next((a for a in entry.aliases if form_of(a) == "acronym"), None)
    return known or "".join(word[0] for word in entry.name.split() if word[0].isupper())
