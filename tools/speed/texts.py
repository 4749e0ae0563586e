"""Texts to time the program on: the sample reports many times over, each time with other places, months and words."""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from itertools import count
from pathlib import Path

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TOWNS = (
    "Mosul", "Kirkuk", "Ramadi", "Tikrit", "Samarra", "Baquba", "Homs", "Hama", "Idlib", "Raqqa", "Aleppo", "Palmyra",
    "Kandahar", "Herat", "Kunduz", "Jalalabad", "Ghazni", "Taiz", "Hodeidah", "Marib", "Aden", "Benghazi", "Misrata",
    "Sirte", "Derna", "Gao", "Kidal", "Mopti", "Timbuktu", "Djibo", "Dori", "Kaya", "Diffa", "Maiduguri", "Gwoza",
    "Goma", "Bunia", "Beni", "Bukavu", "Kharkiv", "Kherson", "Bakhmut", "Sumy", "Nyala", "Zalingei", "Kadugli",
)  # fmt: skip
# Every so many lower-case words one is exchanged, so that two copies share no long passage.
EVERY = 6


def places(expected: Path) -> list[str]:
    """Place names that the expected record of the samples gives."""
    found: set[str] = set()

    def walk(said: object, below: bool) -> None:
        if isinstance(said, dict):
            for key, inner in said.items():
                walk(inner, below=below or key == "places")
        elif isinstance(said, list):
            for inner in said:
                walk(inner, below=below)
        elif isinstance(said, str) and below and re.fullmatch(r"[^\W\d_][\w' -]{2,30}", said):
            found.add(said)

    walk(json.loads(expected.read_text(encoding="utf-8")), below=False)
    return sorted(found, key=lambda name: (-len(name), name))


def exchanger(texts: list[str]) -> Callable[[str, int], str]:
    """A function that takes a lower-case word and a number to another word with the same ending and length."""
    alike: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted({word for text in texts for word in re.findall(r"\b[a-z]{4,}\b", text)}):
        alike[word[-2:], len(word)].append(word)

    def exchange(word: str, turn: int) -> str:
        others = alike.get((word[-2:], len(word)), [word])
        return others[(others.index(word) + turn) % len(others)] if word in others else word

    return exchange


def vary(text: str, turn: int, names: list[str], exchange: Callable[[str, int], str]) -> str:
    """The text with its places, months and every sixth longer word exchanged; turn 0 leaves it as it is."""
    if turn == 0:
        return text
    towns = {name: TOWNS[(5 * place + 7 * turn) % len(TOWNS)] for place, name in enumerate(names)}
    months = {month: MONTHS[(place + turn) % 12] for place, month in enumerate(MONTHS)}
    pattern = "|".join(re.escape(name) for name in [*names, *MONTHS])
    text = re.sub(rf"\b(?:{pattern})\b", lambda found: {**towns, **months}[found[0]], text)
    counter = count(turn)
    return re.sub(r"\b[a-z]{4,}\b", lambda found: found[0] if next(counter) % EVERY else exchange(found[0], turn), text)


def write(samples: Path, folder: Path, copies: int) -> int:
    """Write every plain sample `copies` times, each time varied. Returns how many files there are."""
    sources = sorted(path for path in (samples / "reports").iterdir() if path.suffix in (".txt", ".md"))
    texts = [path.read_text(encoding="utf-8") for path in sources]
    names, exchange = places(samples / "expected.json"), exchanger(texts)
    folder.mkdir(parents=True)
    for turn in range(copies):
        for path, text in zip(sources, texts, strict=True):
            (folder / f"{turn:03d}-{path.name}").write_text(vary(text, turn, names, exchange), encoding="utf-8")
    return copies * len(sources)
