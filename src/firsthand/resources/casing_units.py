"""A text cut into the words whose case is restored, with what parts them."""

import re
from typing import Final, NamedTuple

UNIT: Final = re.compile(r"[^\W\d_]+")
"""A word here: letters only, so that hyphens and apostrophes part "AL-MASRI'S" into three."""
ABBREVIATED: Final = frozenset(
    (
        "mr mrs ms dr st gen col lt maj capt sgt cpl brig adm cmdr pvt gov sen rep prof rev fr hon jr sr no vs jan feb mar apr "
        "jun jul aug sep sept oct nov dec mt ft dept inc ltd co corp"
    ).split()
)
"""Words whose point ends no sentence."""
COLUMNS: Final = 100
"""A text none of whose lines is longer was broken by a machine, as cables and mail are."""
SHORT: Final = 45
"""A line of such a text that is no longer ends where it ends."""
STOP: Final = re.compile(r"[.!?…](?!\d)|\n[ \t]*\n")
QUOTED: Final = re.compile(r"[,:]\s+[\"“«]$")
DASH: Final = re.compile(r"(?:--?|–|—|−)\s")
DATELINE: Final = 9
"""Words of a paragraph within which a dash ends its dateline."""
REMARK: Final = re.compile(r"\]\s+[\"“]?$")
OPENERS: Final = frozenset("text excerpt excerpts summary recording video report begin".split())
"""What an editor sets in brackets before the text begins."""


class Unit(NamedTuple):
    """A word of a text: where it stands, in small letters, what parts it from the word before, whether it opens a sentence."""

    start: int
    end: int
    key: str
    gap: str
    opens: bool


def units(text: str) -> list[Unit]:
    """The words of a text, in order."""
    found: list[Unit] = []
    at = paragraph = 0
    wrapped = max(map(len, text.split("\n"))) <= COLUMNS
    for match in UNIT.finditer(text):
        start, end = match.span()
        key, gap = match.group().lower(), text[at:start]
        if end - start != len(key):
            continue
        broken = not found or ("\n" in gap and _ends(text, at + gap.index("\n"), gap, wrapped))
        if broken:
            paragraph = len(found)
        opens = broken or _opens(found[-1], gap, len(found) - paragraph)
        found.append(Unit(start, end, key, gap if found else "\n\n", opens))
        at = end
    return found


def _ends(text: str, at: int, gap: str, wrapped: bool) -> bool:
    """Tell whether the line that is broken at `at` ends there: a blank line follows, it is short, or no machine did it."""
    return not wrapped or gap.count("\n") > 1 or at - text.rfind("\n", 0, at) <= SHORT


def _opens(before: Unit, gap: str, since: int) -> bool:
    """Tell whether a sentence begins after `gap`. `since`: words of the paragraph so far."""
    if gap == " ":
        return False
    if DASH.search(gap):
        return (
            since <= DATELINE
            and gap.rstrip()[-1:] not in ",;"
            and (")" in gap or since <= 3 or any(map(str.isdigit, gap)))
        )
    if REMARK.search(gap) and before.key in OPENERS:
        return True
    stop = STOP.search(gap)
    if stop is None:
        return bool(QUOTED.search(gap))
    if (
        gap[0] == "."
        and "." not in gap[1:]
        and (len(before.key) == 1 or before.key in ABBREVIATED)
        and gap.count("\n") < 2
    ):
        return False
    return gap[-1:].isspace() or gap[-1:] in "\"“«'‘([" or gap == "."
