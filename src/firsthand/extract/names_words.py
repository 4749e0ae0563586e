"""What the finders of names share: a text with its words, its way with capitals, and a name found in it."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal

from spacy.tokens import Doc, Token

from firsthand.model.base import Record
from firsthand.model.extraction import NameType
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_fold import Piece, pieces, small_word

Case = Literal["mixed", "upper", "lower"]
CAPS: Final = r"[A-ZÀ-ÞĀ-Ž][\w’'ʼ]{0,40}(?:[-‑][\w’'ʼ]{1,40}){0,3}"
"""A word written large, with what hyphens join to it."""
HARD: Final = re.compile(r"(?m)^(?P<line>[^\n]{0,200})\n")
SHORT_LINE: Final = 45
"""A line of fewer letters ends where it ends; only longer ones may be broken inside a name."""
OWNERS: Final = frozenset(
    "people women worker workers men children farmer farmers god nation martyr martyrs youth student lion".split()
)
"""Owners that begin a body's own name ("People's Front")."""
LOCAL: Final = frozenset(("in", "near", "at", "around", "outside", "toward", "towards", "into"))
UNIT: Final = frozenset(
    (
        "district province governorate village area city town valley camp county region mountains hills state oblast prefecture "
        "department commune canton territory township subdistrict"
    ).split()
)
SMALL_OPENERS: Final = frozenset(
    (
        "the a an in on at by from and but this that these those its their his her our for to of with as after before "
        "when while if since several some all both two three four meanwhile local other many no former senior said told "
        "suspected alleged presumed"
    ).split()
)
"""Words that a capital at the head of a sentence makes no part of a name."""
DAYS: Final = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december"
    ).split()
)
SIDES: Final = frozenset(
    "north south east west outskirts centre center suburb suburbs northeast northwest southeast southwest people".split()
)
MOVES: Final = frozenset(
    (
        "fly flee travel go come move drive evacuate transfer road highway railway track way route return withdraw bring march "
        "advance retreat deploy airlift kilometre kilometer mile km"
    ).split()
)
"""What leads to or from a place."""
TAKES: Final = frozenset("liberate isolate retake recapture besiege shell bombard encircle reach enter".split())
"""Verbs whose object is a place rather than a person."""
TAKINGS: Final = frozenset(
    "liberation siege fall recapture battle shelling bombardment encirclement occupation".split()
)
"""Nouns whose "of" a place follows."""
DATELINE: Final = re.compile(
    r"(?m)^(?P<place>[A-ZÀ-Þ][\w’' -]{2,28}?)(?:, [A-Z][^\n()–—]{2,40}?)?(?: \([^()\n]{2,40}\))? ?(?:–|—|--|- )"
    r"|^(?P<other>[A-Z][\w’'-]{2,28}), \d{1,2} [A-Z][a-z]{2,8} \d{4}"
)
FEW: Final = 20
"""Fewer letters than this tell nothing about how a text uses capitals."""


class Found(Record, frozen=True, kw_only=True):
    """A name found: text[start:end]. `rank`: the lower, the surer; of two that overlap the surer stays, then the longer.

    `known`: the entity is the lexicon's; others may yet be joined with names told elsewhere in the text.
    """

    start: int
    end: int
    type: NameType
    entity: str
    country: str | None = None
    rank: int = 5
    known: bool = False


class Words:
    """A parsed text, cut into the words that names are made of."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.text = doc.text
        self.lexicon = lexicon
        self.case = case_of(self.text)
        self.pieces: list[Piece] = pieces(self.text)
        self.tokens: dict[int, Token] = {t.idx: t for t in doc}
        self.flow = HARD.sub(_ended, self.text)
        """The text in equal length, with a mark no pattern passes where a line, such as one of a letterhead, ends by itself."""
        self.ents = tuple(doc.ents)
        self.datelines = frozenset(m["place"] or m["other"] for m in DATELINE.finditer(self.text))
        """Places from which the text, or a part of it, is dated."""
        self.ends = [p.end for p in self.pieces]
        self.keys = frozenset(p.key for p in self.pieces)
        self.spoken: Counter[str] = Counter()
        """Codes of the countries that are spoken of, with how often."""
        for i, piece in enumerate(self.pieces):
            found = (
                lexicon.country_at([p.key for p in self.pieces[i : i + 4]], 0)
                if self.text[piece.start].isupper()
                else None
            )
            if found is not None and not small_word(self.text[piece.start : piece.end], piece.key):
                self.spoken[found[0].code] += 1
            elif piece.key in lexicon.capitals and self.text[piece.start].isupper():
                self.spoken[lexicon.capitals[piece.key]] += 1

    def token(self, at: int) -> Token | None:
        """The token that begins at `at`."""
        return self.tokens.get(at)

    def proper(self, at: int) -> bool:
        """Tell whether the parser takes the word that begins at `at` for a proper noun, or has no word there."""
        token = self.tokens.get(at)
        return token is None or token.tag_ in ("NNP", "NNPS")

    def opens(self, at: int) -> bool:
        """Tell whether a sentence begins at `at`, so that a capital there says nothing."""
        token = self.tokens.get(at)
        if token is None:
            return False
        return bool(token.is_sent_start) or (
            token.i > 0 and self.doc[token.i - 1].text in ("“", '"', "‘", ":", "•", "-", "–", "—")
        )

    def joined(self, first: int, last: int) -> bool:
        """Tell whether the words first..last-1 follow each other with nothing between that would part a name."""
        return all(gap(self.text[self.pieces[i].end : self.pieces[i + 1].start]) for i in range(first, last - 1))


def _ended(match: re.Match[str]) -> str:
    line = match["line"]
    return line + ("\x01" if len(line) < SHORT_LINE or line.isupper() else "\n")


def led(words: Words, start: int, end: int, *, owner: bool) -> int:
    """Where a name in `start`..`end` begins, once openers of a sentence, days (and with `owner` a possessor) are taken off."""
    first = start
    for match in re.finditer(r"\S+(?=\s+\S)", words.text[start:end]):
        word = match.group().lower()
        owned = owner and word.endswith(("'s", "’s")) and word[:-2] not in OWNERS
        if owned or word.strip(",") in DAYS or (word.strip(",") in SMALL_OPENERS and start + match.start() == first):
            first = start + match.end() + 1
        elif not owner:
            break
    return first


def gap(between: str) -> bool:
    """Tell whether what stands between two words may stand inside a name."""
    if len(between) > 6 or between.count("\n") > 1:
        return False
    rest = between.replace("'s", "").replace("’s", "")
    return all(
        c in " \n-–‑.'’‘ʼ/&" or c.isspace()
        for c in rest.removeprefix(" al-").removeprefix(" el-").replace("al-", "").replace("al ", "")
    )


def case_of(text: str) -> Case:
    """How the text uses capitals; "mixed" where it is too short to tell."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    if upper + lower < FEW:
        return "mixed"
    if upper > 9 * lower:
        return "upper"
    return "lower" if upper == 0 else "mixed"


def settle(found: Iterable[Found]) -> list[Found]:
    """Names that do not overlap: the surest first, then the longest, then the earliest; in order of the text."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda f: (f.rank, f.start - f.end, f.start, f.entity)):
        span = range(one.start, one.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


def local_words(words: Words) -> frozenset[str]:
    """Names that the text uses as places: the parser says so elsewhere, or they stand after "in", "near" and the like."""
    found = {e.text for e in words.ents if e.label_ in ("GPE", "LOC", "FAC")}
    for place in words.datelines:
        found |= {place, place.title()}
    for ent in words.ents:
        if ent.label_ not in ("ORG", "PERSON"):
            continue
        if ent.start > 0:
            first = words.doc[ent.start]
            before = first.lower_ in LOCAL
            if before and len(ent) > 1:
                found.add(words.text[first.idx + len(first) + 1 : ent.end_char])
            elif before or words.doc[ent.start - 1].lower_ in LOCAL or (len(ent) < 3 and _placed(words, first)):
                found.add(ent.text)
        if ent.end < len(words.doc) and words.doc[ent.end].text in UNIT:
            found.add(ent.text)
    return frozenset(found)


def _placed(words: Words, first: Token) -> bool:
    """Tell whether what goes before a name makes it a place: "the town of", "north of", "flown to", "liberate"."""
    before = words.doc[first.i - 1]
    two = words.doc[first.i - 2] if first.i > 1 else None
    if before.lower_ in ("of", "for"):
        return two is not None and two.lower_ in (UNIT | SIDES | TAKINGS if before.lower_ == "of" else TAKINGS)
    if before.lower_ in ("to", "from"):
        return two is not None and (two.lemma_.lower() in MOVES or before.head.lemma_.lower() in MOVES)
    return before.lower_ in UNIT or (first.dep_ in ("dobj", "obj") and before == first.head and before.lemma_ in TAKES)
