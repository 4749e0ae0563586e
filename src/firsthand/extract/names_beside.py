"""Persons by what stands beside their names: an age, an office or trade, "who was ..", or whose death or arrest is told."""

import re
from collections.abc import Iterator
from typing import Final

from firsthand.extract.names_offices import OFFICE_WORDS
from firsthand.extract.names_words import DAYS, Words
from firsthand.resources.lexicon_fold import fold

CAP: Final = (
    r"(?:(?:al|el|Al|El|bin|ibn|Abu|van|von|de|del|O)[-‑’' ])?[A-ZÀ-ÞĀ-Ž](?:[\w’'ʼ]{1,24}|\.)(?:[-‑][\w’'ʼ]{1,24}){0,2}"
)
JOIN: Final = r"(?:[ \n]|[ \n](?:de|del|de la|de los|y|e|da|dos|von|van|bin|ibn|al|el)[ \n])"
FULL: Final = rf"(?<![\w’'-])(?P<name>{CAP}(?:{JOIN}{CAP}){{1,4}})"
FATE: Final = re.compile(
    r"\b(?:death|murder|assassination|killing|execution|kidnapping|abduction|disappearance|arrest|capture|detention|release|"
    r"funeral|burial|body|remains|widow|son|daughter|brother|sister|wife|husband|father|mother|whereabouts) of " + FULL
)
"""What befalls persons, and whose kin someone is."""
BESIDE: Final = re.compile(
    FULL + r",\s(?:(?P<age>\d{1,2})(?=,|\.| who| of| from| and)|who (?:was|is|had|has|served|headed|led)\b"
    r"|(?:the |an? |its |their )?(?:[a-z-]{3,14} ){0,2}?(?P<trade>[a-z-]{4,15})\b)"
)
"""A name and what is set beside it."""
BROAD: Final = frozenset(
    "member ally victim body source party side partner people men person figure neighbour neighbor witness".split()
)
"""Words for people that are set beside bodies and towns as well."""

FROM: Final = frozenset(
    ("citizen national spaniard briton pole dane swede finn turk scot frenchman englishman irishman dutchman").split()
)
"""Words for people of a country that are no plurals of its adjective."""
NAMESAKES: Final = frozenset(
    ("Jordan", "Chad", "Israel", "Holland", "Ireland", "French", "German", "Georgia", "Cuba", "Mali")
)
"""Countries and peoples that are also given names or surnames."""
SMALL: Final = frozenset("first second of grand rear state staff field special".split())
"""Words inside offices that are none by themselves."""


def persons_beside(words: Words) -> Iterator[tuple[int, int]]:
    """Where names of persons stand that their neighbours give away; only in a text that uses capitals."""
    if words.case != "mixed":
        return
    for match in FATE.finditer(words.text):
        yield from _own(words, match)
    for match in BESIDE.finditer(words.text):
        trade = match["trade"]
        if trade is None or (trade in OFFICE_WORDS and trade not in SMALL) or _trade(words, trade):
            yield from _own(words, match)


def _trade(words: Words, noun: str) -> bool:
    """Tell whether a noun is for one person of some trade or office."""
    people = words.lexicon.people(noun)
    return people is not None and not people.plural and not people.collective and noun not in BROAD


def _own(words: Words, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The name without what belongs to others before it; nothing where a word is a country's, a day's or an office's."""
    start, end = match.span("name")
    parts = [(m.start() + start, m.group()) for m in re.finditer(r"\S+", match["name"])]
    while len(parts) > 2 and _people(words, parts[0][1]):
        parts = parts[1:]
    if len(parts) < 2 or (
        words.opens(parts[0][0]) and words.token(parts[0][0]) is not None and not words.proper(parts[0][0])
    ):
        return
    keys = [fold(text.removesuffix("'s").removesuffix("’s")) for _, text in parts]
    if any(k in OFFICE_WORDS or k in DAYS or k in words.lexicon.capitals for k in keys):
        return
    if (
        any(words.lexicon.country(text) is not None for _, text in parts)
        or words.lexicon.find(match["name"]) is not None
    ):
        return
    yield parts[0][0], end


def named_only(words: Words, start: int, end: int) -> int:
    """Where a person's name begins once a word for where they are from is taken off ("Spaniard Teo Marsh")."""
    first = words.text[start:end].split()[0] if start < end else ""
    rest = words.text[start + len(first) : end]
    return end - len(rest.lstrip()) if len(rest.split()) > 1 and _people(words, first) else start


def _people(words: Words, text: str) -> bool:
    """Tell whether a word says where someone is from ("Spaniard", "Ecuadoreans", "citizen"), and is no given name either."""
    if text in NAMESAKES or fold(text) in words.lexicon.states:
        return False
    if text.lower().removesuffix("s") in FROM:
        return True
    return words.lexicon.country(text) is not None or (
        text.endswith("s") and words.lexicon.country(text[:-1]) is not None
    )
