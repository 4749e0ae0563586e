"""Where in a text capitals carry no information: stretches in capitals only, and texts without any."""

import re
from typing import Final, NamedTuple

WORD: Final = re.compile(r"[^\W\d_]{2,}")
LINE: Final = re.compile(r"[^\n]+")
LOWER: Final = b"abcdefghijklmnopqrstuvwxyz"
UPPER: Final = LOWER.upper()
BRACKETS: Final = re.compile(r"\[[^\[\]\n]{0,60}\]?|^[^\[\]\n]{0,60}\]")
"""What an editor sets in brackets is written as the editor writes; a line may break inside."""
LOUD: Final = 0.85
"""Share of a line's words in capitals from which it is one in capitals."""
FEW: Final = 5
"""Fewer words in capitals than this are names, abbreviations or a letterhead, unless the whole text is in capitals."""
SILENT: Final = 0.004
"""Share of capitals among letters below which a text does without them: a sentence of English has one in 100."""
SHORTEST: Final = 12
"""Words from which a text in small letters only is one without case rather than a note."""


class Stretch(NamedTuple):
    """Part of a text, text[start:end], that is written in capitals only, or in small letters only."""

    start: int
    end: int
    loud: bool


def stretches(text: str) -> list[Stretch]:
    """The stretches to restore, in order; most texts have none. Lines in capitals that follow each other are one."""
    if text.islower() or _silent(text):
        return [Stretch(0, len(text), loud=False)] if len(WORD.findall(text)) >= SHORTEST else []
    found: list[Stretch] = []
    open_at: int | None = None
    end = 0
    for line in LINE.finditer(text):
        if _loud(line.group()):
            open_at = line.start() if open_at is None else open_at
            end = line.end()
        elif open_at is not None and WORD.search(line.group()):
            found.append(Stretch(open_at, end, loud=True))
            open_at = None
    if open_at is not None:
        found.append(Stretch(open_at, end, loud=True))
    whole = sum(s.end - s.start for s in found) > 0.7 * len(text.strip())
    return [s for s in found if whole or len(WORD.findall(text, s.start, s.end)) >= FEW]


def _silent(text: str) -> bool:
    raw = text.encode("ascii", "ignore")
    small = len(raw) - len(raw.translate(None, LOWER))
    return small > 0 and len(raw) - len(raw.translate(None, UPPER)) <= SILENT * small


def _loud(line: str) -> bool:
    if line.isupper():
        return True
    if "[" in line or "]" in line:
        line = BRACKETS.sub("", line)
    if len(line.encode("ascii", "replace").translate(None, LOWER)) < len(line) / 2:
        return False
    words = WORD.findall(line)
    return bool(words) and sum(w.isupper() for w in words) >= LOUD * len(words)
