"""Holidays in a text, whatever their spelling."""

import re
from collections.abc import Sequence

from firsthand.extract.times_grammar import Found
from firsthand.extract.times_words import Token
from firsthand.model.timeref import TimeRef

_AL = r"(?:[ -]?(?:al|ul|el|e|il)?[ -]?)"
SPELLINGS: tuple[tuple[str, str], ...] = (
    ("eid al-fitr", rf"eid{_AL}fi?tr|eidul fitr"),
    ("eid al-adha", rf"eid{_AL}a[dz]h?a|eid-e-qurban"),
    ("ramadan", r"(?:the (?:holy )?month of )?rama[dz]h?an"),
    ("ashura", r"ashoura|ashura"),
    ("arbaeen", r"arba['’]?een|arbain"),
    ("mawlid", r"mawlid|milad un nabi"),
    ("muharram", r"muharram"),
    ("nowruz", r"n[ao]w?rou?z|newroz|nevruz"),
    ("new year's eve", r"new year['’]?s eve"),
    ("new year's day", r"new year['’]?s(?: day)?"),
    ("christmas eve", r"christmas eve"),
    ("christmas day", r"christmas day"),
    ("christmas", r"christmas|xmas"),
    ("boxing day", r"boxing day"),
    ("easter monday", r"easter monday"),
    ("easter", r"easter(?: sunday| day)"),
    ("good friday", r"good friday"),
    ("palm sunday", r"palm sunday"),
    ("pentecost", r"pentecost|whitsun"),
    ("valentine's day", r"valentine['’]?s day"),
    ("may day", r"may day"),
    ("halloween", r"hallowe['’]?en"),
    ("bastille day", r"bastille day"),
    ("armistice day", r"armistice day"),
    ("veterans day", r"veterans['’]? day"),
    ("fourth of july", r"(?:the )?(?:fourth|4th) of july"),
    ("thanksgiving", r"thanksgiving(?: day)?"),
    ("labor day", r"labou?r day"),
    ("memorial day", r"memorial day"),
    ("martin luther king day", r"martin luther king(?:,? jr\.?)? day"),
    ("mother's day", r"mother['’]?s['’]? day"),
    ("columbus day", r"columbus day"),
    ("presidents day", r"presidents?['’]?s?['’]? day"),
    ("juneteenth", r"juneteenth"),
)
"""Names of `firsthand.model.feasts` and how reports spell them."""
# "May Day" of distress calls is "mayday"; "Easter" alone and "labour day" in small letters are left out: names, and a day's work.
_FEASTS = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<f{i}>{spelt})" for i, (_, spelt) in enumerate(SPELLINGS))
    + r")\b(?:,? (?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)


def find_feasts(text: str, words: Sequence[Token]) -> list[Found]:
    """Holidays in the text, as stretches of its tokens."""
    starts = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number + 1 for number, word in enumerate(words)}
    found: list[Found] = []
    for match in _FEASTS.finditer(text):
        first, last = starts.get(match.start()), ends.get(match.end())
        number = (
            int((match.lastgroup or "f0")[1:])
            if match["year"] is None
            else next(i for i in range(len(SPELLINGS)) if match[f"f{i}"] is not None)
        )
        if (
            first is None
            or last is None
            or (not match.group()[0].isupper() and not match.group().lower().startswith(("the", "new")))
        ):
            continue
        before = words[first - 1] if first else None
        if before is not None and before.name == "WORD" and before.text[0].isupper():
            # "Operation Ramadan", "White Christmas": a name.
            continue
        year = None if match["year"] is None else int(match["year"])
        found.append(Found(first, last, "DATE", TimeRef(op="holiday", args=(year, SPELLINGS[number][0]))))
    return found
