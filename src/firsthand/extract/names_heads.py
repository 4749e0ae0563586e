"""Who issues a text: bodies on the lines of capitals at its head, and the one body that "we" of a statement stands for."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from firsthand.extract.names_known import entry_of
from firsthand.extract.names_words import Found, Words
from firsthand.model.extraction import Name
from firsthand.resources.lexicon import Entry

LINES: Final = 6
"""Lines at the head of a text that may be a letterhead."""
HEAD: Final = 600
"""Characters in which those lines stand."""
LETTERS: Final = re.compile(r"(?m)^[ \t#*]{0,4}(?P<line>(?:THE )?[A-ZÀ-Þ][A-ZÀ-Þ&.,’' -]{4,70}?)[ \t*]{0,4}$")
STATE_BODY: Final = re.compile(
    r"^(?:[\w’'-]+ ){0,4}(?:MINISTRY|DEPARTMENT|DIRECTORATE|OFFICE|BUREAU|COMMISSION|COMMITTEE|COUNCIL|COMMAND|EMBASSY)"
    r" (?:OF|FOR)\b"
)
LAST: Final = re.compile(
    r" (?:OBSERVATORY|MONITOR|TIMES|POST|WIRE|COURIER|DIGEST|LEDGER|NEWS|AGENCY|FOUNDATION|INSTITUTE|"
    r"GAZETTE|HERALD|TRIBUNE|JOURNAL|CHRONICLE|OBSERVER|BULLETIN|TELEGRAPH)$"
)
STATE: Final = re.compile(
    r"^(?:THE )?(?:[A-Z]+ ){0,2}(?:REPUBLIC|GOVERNMENT|KINGDOM|STATE) OF (?:THE )?", re.IGNORECASE
)
TELLING: Final = frozenset(
    "army police in on at to as by after from with over near says kills hits attacks storms holds shells".split()
)
SMALL: Final = frozenset(("of", "the", "for", "and", "in", "to", "de", "del", "la", "on", "al", "a"))
PART: Final = re.compile(
    r"\b(?:Directorate|Office|Department|Press|Media|Bureau|Desk|Section|Division|Information|Spokes\w+)\b"
)
"""Parts of a body that stand under its name in a letterhead."""
ISSUED: Final = re.compile(
    r"\b(?:[Ss]tatement|[Cc]ommuniqu[eé]|[Pp]ress [Rr]elease|STATEMENT|COMMUNIQUE|[Dd]eclaration)(?: No\. ?\d{1,4})? "
    r"(?:by|from|of|issued by) (?:the )?$"
)
STANDS: Final = frozenset(
    (
        "condemn welcome announce congratulate mourn reject deny express regret reaffirm reiterate thank applaud commend "
        "deplore extend declare confirm call urge support vow pledge claim inform"
    ).split()
)
"""Verbs with which a body opens a statement of its own."""


def letterheads(words: Words) -> Iterator[Found]:
    """Bodies named on lines of capitals at the head of a text that has small letters too."""
    if words.case != "mixed":
        return
    for match in LETTERS.finditer(words.text, 0, HEAD):
        start, line = match.start("line"), match["line"]
        if words.text.count("\n", 0, start) >= LINES or not 2 <= line.count(" ") + 1 <= 8:
            continue
        if line.startswith("THE "):
            start, line = start + 4, line[4:]
        if STATE_BODY.match(line) or (LAST.search(line) and not _headline(words, line)):
            name = titled(line)
            entry = _of_state(words, name) or entry_of(words, name)
            yield Found(
                start=start,
                end=start + len(line),
                type="organisation",
                entity=entry.name if entry is not None else name,
                country=entry.country if entry is not None else None,
                rank=0,
                known=entry is not None,
            )


def _headline(words: Words, line: str) -> bool:
    """Tell whether a line of capitals tells something rather than names someone."""
    parts = line.lower().split()
    return len(parts) > 5 or any(
        p in TELLING or words.lexicon.people(p) is not None or words.lexicon.weapon_class(p) is not None
        for p in parts[:-1]
    )


def _of_state(words: Words, name: str) -> Entry | None:
    """The ministry of the state whose name stands on another line of the letterhead."""
    if not name.startswith(("Ministry", "Department")):
        return None
    for line in words.text[:HEAD].split("\n")[:LINES]:
        country = words.lexicon.country(STATE.sub("", line.strip(" \t#*")))
        if country is not None:
            return words.lexicon.find(f"{name} of {country.name}")
    return None


def titled(line: str) -> str:
    """A line of capitals as a name is written in a sentence."""
    found = [w.lower() if w.lower() in SMALL and i else w.capitalize() for i, w in enumerate(line.split())]
    return " ".join("-".join(p[:1].upper() + p[1:] for p in w.split("-")) if "-" in w else w for w in found)


def issuer(doc: Doc, names: Sequence[Name]) -> Name | None:
    """The one body that issues the text: on its letterhead, "statement by", or the subject its first sentence takes a stand with.

    None where none or several might.
    """
    text = doc.text  # put together anew at every call
    head = [n for n in names if n.span.start < HEAD and n.type in ("organisation", "group", "unit")]
    lines = {n.entity: n for n in reversed(head) if _own_line(text, n)}
    whole = [n for n in lines.values() if PART.search(n.entity) is None] or list(lines.values())
    if len({n.entity for n in whole}) > 1:
        return None
    if whole:
        return whole[0]
    stated = {n.entity: n for n in head if ISSUED.search(text[max(0, n.span.start - 60) : n.span.start])}
    if stated:
        return next(iter(stated.values())) if len(stated) == 1 else None
    return _stander(doc, head)


def _own_line(text: str, name: Name) -> bool:
    """Tell whether a name is all that a line at the head of the text holds."""
    start, end = name.span.start, name.span.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    if last < 0 or text.count("\n", 0, start) >= LINES:
        return False
    return not text[first:start].strip(" \t#*|").removeprefix("The").removeprefix("THE").strip() and not text[
        end:last
    ].strip(" \t#*|.:")


def _stander(doc: Doc, head: Sequence[Name]) -> Name | None:
    """The body that is the subject of the first sentence, where its verb takes a stand."""
    at = {i: n for n in head for i in range(n.span.start, n.span.end)}
    for token in doc[:60]:
        if token.dep_ == "nsubj" and token.head.lemma_.lower() in STANDS:
            return at.get(token.idx)
    return None
