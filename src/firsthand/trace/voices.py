"""Who is quoted for a stretch of words."""

import re
from collections.abc import Set

from firsthand.trace.texts import Text
from firsthand.trace.words import PARTICLES, WORD, plain

BODIES = frozenset(
    "army police ministry guard command government military navy agency council court authority administration "
    "coastguard gendarmerie prosecutor presidency".split()
)
OF = re.compile(r" (?:of|in|at|from|for) ")
"""Words for a body that is told apart by its country or town ("the coast guard of Peru")."""


def speakers(text: Text, words: tuple[int, int]) -> list[str]:
    """Speakers to whom the report gives at least half of the words first..last by name, those with most of them first."""
    start, end = text.starts[words[0]], text.ends[words[1] - 1]
    held: dict[str, int] = {}
    for said in text.extraction.attributions:
        if said.speaker:
            inside = sum(_common(start, end, span.start, span.end) for span in said.content)
            held[said.speaker] = max(held.get(said.speaker, 0), inside)
    for quoted in text.extraction.quotations:
        if quoted.speaker:
            inside = _common(start, end, quoted.span.start, quoted.span.end)
            held[quoted.speaker] = max(held.get(quoted.speaker, 0), inside)
    named = [(size, name) for name, size in held.items() if 2 * size >= end - start and _is_named(name, text.named)]
    return [name for _, name in sorted(named, key=lambda x: (-x[0], x[1]))]


def _is_named(speaker: str, known: Set[str]) -> bool:
    """A speaker by name: not "the source", "Residents" or "state media"."""
    words = [word for word in speaker.split() if word not in PARTICLES]
    head = OF.split(speaker, maxsplit=1)[0].split()
    if head and head[-1].casefold() in BODIES and any(word[0].isupper() for word in words):
        return True
    return all(word[0].isupper() for word in words) and (len(words) > 1 or speaker in known or speaker.isupper())


def same_speaker(left: Text, left_words: tuple[int, int], right: Text, right_words: tuple[int, int]) -> str | None:
    """The speaker to whom both reports give the words."""
    for one in speakers(left, left_words):
        for other in speakers(right, right_words):
            if one_name(one, other):
                return max(one, other, key=lambda name: (len(name), name))
    return None


def in_quotation_marks(text: Text, words: tuple[int, int]) -> bool:
    """At least half of the words first..last stand in quotation marks."""
    start, end = text.starts[words[0]], text.ends[words[1] - 1]
    inside = sum(_common(start, end, q.span.start, q.span.end) for q in text.extraction.quotations)
    return 2 * inside >= end - start


def one_name(left: str, right: str) -> bool:
    """One name is the other, or the other's last words ("Marek", "Colonel Ana Marek")."""
    a, b = _plain_words(left), _plain_words(right)
    if not a or not b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return long[-len(short) :] == short


def _plain_words(name: str) -> list[str]:
    return [plain(m.group()) for m in WORD.finditer(name)]


def _common(start: int, end: int, first: int, last: int) -> int:
    return max(0, min(end, last) - max(start, first))
