"""Words put in the stead of others: the edits of one text, the new text, and where old offsets lie in it."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple, TypeVar

T = TypeVar("T")
VOWEL = re.compile(r"[aeio]|u(?!n[ai]|s[aeu]|r[aeiou]|k[aeiou]|t[aeiou])", re.IGNORECASE)
"""How a word begins that "an" stands before."""
ARTICLE = re.compile(r"\b(an?)(?=[ \n]$)", re.IGNORECASE)


class Edit(NamedTuple):
    """`words` in the stead of text[start:end]."""

    start: int
    end: int
    words: str


class Swapped(NamedTuple):
    """A text after its edits. `edits` are sorted and apart."""

    text: str
    edits: tuple[Edit, ...]

    def at(self, offset: int, *, end: bool = False) -> int:
        """Where an offset of the old text lies in the new one; inside an edit its beginning, or its `end`."""
        moved = 0
        for edit in self.edits:
            if edit.end <= offset:
                moved += len(edit.words) - (edit.end - edit.start)
            elif edit.start < offset:
                return edit.start + moved + (len(edit.words) if end else 0)
            else:
                break
        return offset + moved

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span lies in the new text."""
        return self.at(start), self.at(end, end=True)


def swapped(text: str, edits: Iterable[Edit]) -> Swapped:
    """The text after its edits; of two that meet the longer one holds. Articles before them agree again."""
    chosen: list[Edit] = []
    for edit in sorted(set(edits), key=lambda e: (e.start - e.end, e.start)):
        if edit.words != text[edit.start : edit.end] and not any(
            e.start < edit.end and edit.start < e.end for e in chosen
        ):
            chosen.append(edit)
    chosen += [
        a for e in chosen if (a := _article(text, e)) and not any(c.start < a.end and a.start < c.end for c in chosen)
    ]
    chosen.sort()
    parts, last = [], 0
    for edit in chosen:
        parts += [text[last : edit.start], edit.words]
        last = edit.end
    return Swapped("".join([*parts, text[last:]]), tuple(chosen))


def _article(text: str, edit: Edit) -> Edit | None:
    """The article before an edit, where it must become another."""
    before = ARTICLE.search(text, max(0, edit.start - 3), edit.start)
    if before is None or not edit.words:
        return None
    wanted = "an" if VOWEL.match(edit.words) else "a"
    if before[1].lower() == wanted:
        return None
    if before[1][0].isupper():
        wanted = wanted.upper() if len(wanted) > 1 and edit.words.isupper() else wanted.capitalize()
    return Edit(before.start(), before.end(), wanted)


def styled(words: str, like: str) -> str:
    """The words in capitals or small letters, where those they stand for are."""
    letters = [c for c in like if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return words.upper()
    return words.lower() if letters and all(c.islower() for c in letters) else words


def chosen(options: list[T], *key: object) -> T:
    """One of the options, always the same for a key."""
    return options[int(sha256(repr(key).encode()).hexdigest(), 16) % len(options)]


def everywhere(text: str, words: Mapping[str, str]) -> list[Edit]:
    """An edit wherever one of the words stands alone, in the same letters or in capitals throughout."""
    if not words:
        return []
    by_key = dict(words) | {word.upper(): new.upper() for word, new in words.items()}
    ordered = sorted(by_key, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(_spaced(word) for word in ordered) + r")(?![\w])")
    found = []
    for m in pattern.finditer(text):
        key = " ".join(m[0].split())
        if key in by_key:
            found.append(Edit(m.start(), m.end(), by_key[key]))
    return found


def _spaced(words: str) -> str:
    """The words with any white space between them."""
    return r"\s+".join(re.escape(part) for part in words.split())
