"""How the names of agencies and outlets are written in credit lines, and which of them the lexicon knows."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from firsthand.model.extraction import AGENCIES
from firsthand.resources.lexicon import Entry, Lexicon

NAME: Final = r"[A-Z][\w&.'’-]{0,30}(?: (?:of |the |for )?[A-Z][\w&.'’-]{0,30}){0,5}"
GENERAL: Final = (
    r"(?:[Nn]ews |[Ww]ire |[Ff]oreign |[Ll]ocal |[Oo]ther )?[Aa](?:gencies|GENCIES)\b"
    r"|(?:[Nn]ews ?)?[Ww]ire (?:[Ss]ervices?|[Rr]eports?)"
    r"|[Nn]ewswires?\b|[Ss]yndicated [Ff]eed|[Aa]gency (?=[Ii]nputs?|[Rr]eports?)"
)
"""Agencies without a name."""
OWN_SPELLING: Final = r"dpa\b|RFE/RL(?:['’]s(?: [A-Z]\w{1,20}){1,3})?"
"""Agencies whose names are written small, or with a stroke."""
ITEM: Final = rf"(?:{GENERAL}|{OWN_SPELLING}|{NAME})"
BETWEEN: Final = r"(?:, and |, with |, | and | with |/| & |; |\s?[|–-]\s?)"
NAMES: Final = rf"(?P<names>{ITEM}(?:{BETWEEN}(?:[Tt]he )?{ITEM}){{0,4}})"
LINE_START: Final = r"(?:^|\n)[ \t>*(\[]{0,5}"
LINE_END: Final = r"[ \t]{0,5}(?:[.)\]*_]{0,3})[ \t]{0,5}(?=$|\n|\r)"
WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )"
DATE: Final = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
PARTS: Final = re.compile(rf"(?:[Tt]he )?({GENERAL}|{OWN_SPELLING}|{NAME}?)(?={BETWEEN}|$)")
STAFF: Final = re.compile(
    r"(?:['’]s)? (?:[A-Z]\w{2,20} )?(?:[Nn]ews )?(?:[Ss]taff|STAFF|[Dd]esk|[Ss]ervice|[Ww]riters?"
    r"|[Cc]orrespondents?|[Rr]eporters?|[Bb]ureau)$"
)
SENTENCE: Final = re.compile(r"(?<=[a-z]{3})\. |\.$|[,;:]$")
PAPERS: Final = frozenset(
    "agency broadcaster broadcasting bulletin chronicle courier daily dispatch echo express fm gazette globe herald journal "
    "magazine mail media mirror monitor network news newspaper newswire observer online post press radio review service star "
    "standard telegraph television times tribune tv weekly wire world".split()
)
"""Words with which the names of agencies, papers and stations end."""
NO_SOURCE: Final = frozenset(
    "openstreetmap google mapbox getty maxar planet shutterstock alamy istock adobe "
    "unsplash wikimedia datawrapper flourish".split()
)
"""Makers of pictures and maps: none of them tells anything."""


class Credited(NamedTuple):
    """A name in a credit line: the entity, where its words begin, the words, and whether the lexicon knows it."""

    entity: str
    start: int
    words: str
    known: bool


def credited(names: str, start: int, lexicon: Lexicon | None) -> Iterator[Credited]:
    """The names in the list `names`, which begins at `start`, each under its own name in `lexicon` where that has it."""
    if names.strip().casefold() == "agency":
        yield Credited(AGENCIES, start, names.strip(), known=True)
        return
    for part in PARTS.finditer(names):
        words = SENTENCE.split(part[1])[0].rstrip(".,; ")
        if not words:
            continue
        at = start + part.start(1)
        if re.fullmatch(GENERAL, words):
            yield Credited(AGENCIES, at, words, known=True)
            continue
        found = _known(words, at, lexicon)
        if found:
            yield from found
        elif words.casefold().split()[0] not in NO_SOURCE and len(words) > 1:
            yield Credited(words, at, words, known=False)


def _known(words: str, at: int, lexicon: Lexicon | None) -> list[Credited]:
    """The agencies or outlets that a name is, also with "Staff" behind it, or joined by a hyphen ("AFP-Jiji")."""
    for name in (words, STAFF.sub("", words)):
        entry = agency(name, lexicon)
        if entry is not None:
            return [Credited(entry.name, at, name, known=True)]
    first, hyphen, second = words.partition("-")
    one, other = agency(first, lexicon), agency(second, lexicon)
    if hyphen and one is not None and other is not None:
        return [
            Credited(one.name, at, first, known=True),
            Credited(other.name, at + len(first) + 1, second, known=True),
        ]
    return []


def agency(name: str, lexicon: Lexicon | None) -> Entry | None:
    """The agency or outlet of this name."""
    return lexicon.find(name) if lexicon is not None and lexicon.is_agency(name) else None


def like_an_outlet(name: str) -> bool:
    """Tell whether a name that nobody knows ends as the names of papers and agencies do."""
    words = name.casefold().split()
    return len(words) > 1 and words[-1] in PAPERS
