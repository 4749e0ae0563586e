"""Other numbers: each one that counts people becomes another of about its size, written in the same way."""

import re
from collections.abc import Mapping
from typing import Any

from tools.swapping.edits import Edit, chosen, styled

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
NUMBER = re.compile(r"\b(?:" + "|".join(WORDS[2:]) + r"|\d{1,3}(?:,\d{3})+|\d+)\b", re.IGNORECASE)
LEAST = 2
COUNTS = frozenset({
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced", "targets_hit", "civilian_killed",
    "civilian_wounded", "civilian_casualties",
})  # fmt: skip


def numbers(key: str, said: Mapping[str, Any]) -> tuple[list[Edit], dict[int, int]]:
    """Edits for the numbers that count people, and what became of each number."""
    new: dict[int, int] = {}
    edits: list[Edit] = []
    for claim in (c for m in said["mentions"] for c in m["claims"] if c["field"] in COUNTS):
        start, number = claim["span"]["start"], claim["value"]["number"]
        for m in NUMBER.finditer(claim["span"]["quote"]) if number and number >= LEAST else ():
            was = _value(m[0])
            if was == number:
                new.setdefault(was, _other(key, was, new))
                edits.append(Edit(start + m.start(), start + m.end(), _written(new[was], m[0])))
    return edits, new


def _value(words: str) -> int:
    return WORDS.index(words.lower()) if words.lower() in WORDS else int(words.replace(",", ""))


def _other(key: str, number: int, used: Mapping[int, int]) -> int:
    """Another number with as many digits, that no other number became."""
    low, high = (LEAST, 9) if number < 10 else (10 ** (len(str(number)) - 1), 10 ** len(str(number)) - 1)
    free = [n for n in range(low, min(high, low + 500) + 1) if n != number and n not in used.values()]
    return chosen(free or [number], key, number)


def _written(number: int, like: str) -> str:
    """A number in words where the other was, and words reach so far."""
    if like[0].isalpha():
        if number >= len(WORDS):
            return str(number)
        return styled(WORDS[number].capitalize() if like[0].isupper() else WORDS[number], like)
    return f"{number:,}" if "," in like else str(number)
