"""Persons told by several names: surnames alone, initials, transliterations; in one text and over all reports alike. Pure."""

from collections.abc import Mapping
from typing import Final

from firsthand.resources.lexicon_fold import fold, heard, heard_alike, sound

MANY: Final = 10
"""More bearers of one surname than this are not compared with each other."""


def one_person(seen: Mapping[str, int], *, given: bool = False) -> dict[str, str]:
    """Which name each name of a person in `seen` stands for: the fullest, then the most used, of those that are one person.

    `seen`: name (without office) -> how often it is told; of equals the one told first in the mapping's order stands.
    Two full names are one person where `alike` holds; a name that fits two who are not alike each other stays by itself, and so
    does a surname that several bear. `given`: also a given name alone stands for its only bearer (safe within one text only).

    Over several reports: `one_person(Counter(entities of type "person" in all reports, in sorted order))`.
    """
    order = {name: i for i, name in enumerate(seen)}
    parts = {name: fold(name).split() for name in seen}
    full = {name: heard(name) for name, words in parts.items() if len(words) > 1}
    by_word: dict[str, list[str]] = {}
    by_sound: dict[str, list[str]] = {}
    for name, words in parts.items():
        if len(words) > 1:
            by_sound.setdefault(full[name][-1].sound, []).append(name)
            for word in words:
                by_word.setdefault(word, []).append(name)
    best: dict[str, str] = {}
    for name, words in parts.items():
        if len(words) > 1:
            bearers = by_sound[full[name][-1].sound][:MANY]
            same = [o for o in bearers if o != name and heard_alike(full[o], full[name])]
            unsure = any(not heard_alike(full[a], full[b]) for i, a in enumerate(same) for b in same[i + 1 :])
            best[name] = name if unsure else min([*same, name], key=lambda o: (-len(parts[o]), -seen[o], order[o]))
    for name, words in parts.items():
        if len(words) == 1:
            last = [o for o in by_word.get(words[0], ())[:MANY] if parts[o][-1] == words[0]]
            inner = by_word.get(words[0], ())[:MANY] if given and len(words[0]) > 3 else ()
            fits = {best[o] for o in last or inner or by_sound.get(sound(words[0]), ())[:MANY]}
            best[name] = fits.pop() if len(fits) == 1 else name
    return {name: best.get(name, name) for name in seen}
