"""Pronouns, joined with the person or body they stand for where that is safe; left alone where it is not."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from spacy.tokens import Doc, Token

from firsthand.extract.names_heads import issuer
from firsthand.model.extraction import Name, NameType

HE: Final = frozenset(("he", "him", "she"))
"""Possessives are left to whoever reads the phrase they stand in."""
THEY: Final = frozenset(("they", "it"))
"""Subjects of a sentence that go on telling of the body the sentence before was about."""
STATIVE: Final = frozenset("be seem appear remain become take mean matter rain".split())
"""Verbs whose "it" may stand for nothing."""
BODILY: Final = frozenset(("organisation", "group", "unit"))
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
STATED: Final = re.compile(
    r"\b(?P<verb>said|says|stated|declared|announced)(?: (?:today|on \w{3,9}|yesterday))?:[ \t]{0,4}\n\s{0,8}(?=\S)"
)
"""The end of a line after which the rest is a statement."""
REACH: Final = 60
"""Tokens back within which a person is still spoken of."""

Made = tuple[int, int, NameType, str, str | None]


def pronouns(doc: Doc, speakers: "Speakers") -> Iterator[Made]:
    """Pronouns that stand for someone named: he and she for the last person, I and we for who speaks or issues the text."""
    last: tuple[int, Name] | None = None
    for token in doc:
        name = speakers.at.get(token.idx)
        if name is not None:
            if name.type == "person" and not name.described:
                last = (token.i, name)
            continue
        if token.lower_ in HE and last is not None and token.i - last[0] <= REACH and not (token.text.isupper()):
            yield _made(token, last[1])
        elif token.lower_ in THEY:
            body = _subject_before(token, speakers.at)
            if body is not None:
                yield _made(token, body)
        elif token.lower_ in FIRST:
            speaker = speakers.speaker(token)
            if speaker is not None and speaker.type == "person":
                yield _made(token, speaker)
        elif token.lower_ in WE and token.text != "US":
            speaker = speakers.body(token)
            if speaker is not None:
                yield _made(token, speaker)


def _subject_before(token: Token, at: dict[int, Name]) -> Name | None:
    """The body that a sentence opening with "they" or "it" goes on about: the only body of the sentence before, its subject."""
    first = token.sent.start
    verb = token.head
    if token.dep_ != "nsubj" or token.i - first > 2 or first == 0 or verb.pos_ not in ("VERB", "AUX"):
        return None
    if token.lower_ == "it" and verb.lemma_.lower() in STATIVE:
        return None
    before = token.doc[first - 1].sent
    bodies = {n.entity: n for t in before if (n := at.get(t.idx)) is not None and n.type in BODILY and not n.described}
    if len(bodies) != 1:
        return None
    name = next(iter(bodies.values()))
    subject = next((c for c in before.root.children if c.dep_ == "nsubj"), None)
    return name if subject is not None and at.get(subject.idx) == name else None


def owner_of(token: Token, at: dict[int, Name]) -> Name | None:
    """The body that "its" or "their" stands for: the subject of the same clause, where no other body is named before it."""
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    subject = _subject(verb, token)
    while subject is None and verb.dep_ in ("conj", "xcomp", "ccomp", "advcl"):
        verb = verb.head
        subject = _subject(verb, token)
    if subject is None:
        return None
    name = at.get(subject.idx)
    if name is None or name.type not in BODILY or name.described:
        return None
    between = [n for t in token.doc[subject.i : token.i] if (n := at.get(t.idx)) is not None and n.type in BODILY]
    return name if all(n.entity == name.entity for n in between) else None


def _subject(verb: Token, before: Token) -> Token | None:
    """The subject of a verb that stands before a word."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < before.i), None)


class Speakers:
    """Who says each word of a text: the one who is quoted, who makes the statement it stands in, or who issues the text."""

    def __init__(self, doc: Doc, names: Sequence[Name], states: Sequence[Name] = ()) -> None:
        self._doc = doc
        self._names = names
        self._issued = sorted((*names, *states), key=lambda n: n.span.start)
        self.at = {i: n for n in names for i in range(n.span.start, n.span.end)}
        self._quotes = quoted(doc)
        self._statement = _statement(doc, self.at)

    def speaker(self, token: Token) -> Name | None:
        """The one quoted at `token`, or whose statement the text has become by then."""
        quote = self._quotes.get(token.i)
        if quote is not None:
            return speaker_of(self._doc, quote, self.at)
        return self._statement[1] if self._statement is not None and token.i > self._statement[0] else None

    def body(self, token: Token) -> Name | None:
        """The body that "we" at `token` stands for; None where that is not sure."""
        speaker = self.speaker(token)
        if speaker is not None and speaker.type == "person":
            mentions = [n for n in self._names if n.entity == speaker.entity]
            bodies = {b.entity: b for n in mentions if (b := body_of(self._text, n, self._names)) is not None}
            return next(iter(bodies.values())) if len(bodies) == 1 else None
        if speaker is not None or token.i in self._quotes:
            return speaker
        return self._issuer

    @cached_property
    def _issuer(self) -> Name | None:
        """Who issues the text: the same for each of its pronouns."""
        return issuer(self._doc, self._issued)

    @cached_property
    def _text(self) -> str:
        """The text of the parse, which is put together anew at every call."""
        return self._doc.text


def _statement(doc: Doc, at: dict[int, Name]) -> tuple[int, Name] | None:
    """From which token on the rest of the text is someone's statement: "... said:" at the end of a line, no quotation."""
    text = doc.text  # put together anew at every call
    for match in STATED.finditer(text):
        verb = doc.char_span(match.start("verb"), match.end("verb"))
        after = text[match.end() : match.end() + 1]
        if verb is None or after in OPEN | {"‘", "'"}:
            continue
        subject = next((c for c in verb[0].children if c.dep_ == "nsubj"), None)
        name = None if subject is None else next((at[t.idx] for t in (subject, *subject.subtree) if t.idx in at), None)
        if name is None:
            before = [at[t.idx] for t in doc[max(0, verb[0].i - 8) : verb[0].i] if t.idx in at]
            name = before[-1] if before else None
        if name is not None and name.type != "weapon":
            return verb[0].i, name
    return None


def body_of(text: str, person: Name, names: Sequence[Name]) -> Name | None:
    """The only body named right beside the person who speaks for it ("Central Command's General ...")."""
    start, end = person.span.start, person.span.end
    beside = {
        n.entity: n
        for n in names
        if n.type in ("organisation", "unit")
        and (
            (0 <= n.span.start - end <= 40 and BESIDE.fullmatch(text[end : n.span.start]))
            or (0 <= start - n.span.end <= 40 and BESIDE.fullmatch(text[n.span.end : start]))
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
                    return at.get(child.idx) or (_last_person(child, at) if child.lower_ in HE else None)
    return None


def _last_person(pronoun: Token, at: dict[int, Name]) -> Name | None:
    """The person named last before a pronoun."""
    for token in reversed(pronoun.doc[max(0, pronoun.i - REACH) : pronoun.i]):
        name = at.get(token.idx)
        if name is not None and name.type == "person":
            return name
    return None
