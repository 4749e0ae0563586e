"""Pronouns, joined with the person or body they stand for where that is safe; left alone where it is not."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from firsthand.model.extraction import Name, NameType

HE: Final = frozenset(("he", "him", "she"))
"""Possessives are left to whoever reads the phrase they stand in."""
FIRST: Final = frozenset(("i", "me"))
WE: Final = frozenset(("we", "us"))
OPEN: Final = frozenset('"“«')
CLOSE: Final = frozenset('"”»')
SAY: Final = frozenset(
    (
        "say tell add state note stress announce warn explain declare insist remark argue claim write emphasize emphasise "
        "comment conclude continue ask observe describe confirm recall reply respond"
    ).split()
)
BESIDE: Final = re.compile(
    r"(?:['’]s?)?,?\s?(?:(?:an?|the|of|for|head|chief|commander|general|spokes(?:man|woman|person)|leader|minister|director|"
    r"secretary|chairman|president|senior|deputy|top|gen|maj|lt|brig|col|adm|capt)\b\.?,?\s?){0,5}",
    re.IGNORECASE,
)
"""What may stand between a person and the body they speak for."""
REACH: Final = 60
"""Tokens back within which a person is still spoken of."""

Made = tuple[int, int, NameType, str, str | None]


def pronouns(doc: Doc, names: Sequence[Name]) -> Iterator[Made]:
    """Pronouns that stand for someone named: he and she for the last person, I and we for the one who is quoted."""
    at = {i: n for n in names for i in range(n.span.start, n.span.end)}
    last: tuple[int, Name] | None = None
    quotes = quoted(doc)
    for token in doc:
        name = at.get(token.idx)
        if name is not None:
            if name.type == "person" and not name.described:
                last = (token.i, name)
            continue
        if token.lower_ in HE and last is not None and token.i - last[0] <= REACH and not (token.text.isupper()):
            yield _made(token, last[1])
        elif token.lower_ in FIRST | WE and token.text != "US":
            speaker = speaker_of(doc, quotes.get(token.i), at)
            if speaker is not None and speaker.type == "person" and token.lower_ in WE:
                speaker = body_of(doc, speaker, names)
            if speaker is not None and (token.lower_ in WE or speaker.type == "person"):
                yield _made(token, speaker)


def body_of(doc: Doc, person: Name, names: Sequence[Name]) -> Name | None:
    """The only body named right beside the person who speaks for it ("Central Command's General ...")."""
    start, end = person.span.start, person.span.end
    beside = {
        n.entity: n
        for n in names
        if n.type in ("organisation", "unit")
        and (
            (0 <= n.span.start - end <= 40 and BESIDE.fullmatch(doc.text[end : n.span.start]))
            or (0 <= start - n.span.end <= 40 and BESIDE.fullmatch(doc.text[n.span.end : start]))
        )
    }
    return next(iter(beside.values())) if len(beside) == 1 else None


def _made(token: Token, name: Name) -> Made:
    return token.idx, token.idx + len(token), name.type, name.entity, name.country


def quoted(doc: Doc) -> dict[int, tuple[int, int]]:
    """For each token inside quotation marks, the first and last token of the quotation; one left open ends with its paragraph."""
    found: dict[int, tuple[int, int]] = {}
    start: int | None = None
    for token in doc:
        if start is None:
            if token.text in OPEN:
                start = token.i
        elif token.text in CLOSE or (token.is_space and "\n" in token.text):
            found.update((i, (start, token.i)) for i in range(start, token.i + 1))
            start = None
    return found


def speaker_of(doc: Doc, quote: tuple[int, int] | None, at: dict[int, Name]) -> Name | None:
    """The one named as subject of a verb of saying in the sentence before the quotation, or right after it."""
    if quote is None:
        return None
    for verb in (*doc[quote[1] + 1 : quote[1] + 12], *reversed(doc[max(0, quote[0] - 25) : quote[0]])):
        if verb.lemma_.lower() in SAY and verb.pos_ == "VERB":
            for child in verb.children:
                if child.dep_ == "nsubj":
                    return at.get(child.idx)
    return None
