"""Who stands inside or around a name: the office before a person, a body told by another's name, the ruler in "the .. regime"."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Chunk

from firsthand.extract.names_offices import OFFICE_WORDS
from firsthand.extract.names_pronouns import Made
from firsthand.model.extraction import Name, NameType
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_fold import fold

COURTESY: Final = frozenset(
    "mr mrs ms miss dr doctor sir lord lady dame baroness sheikh shaikh sheik haji hajji father sister rev reverend".split()
)
"""What stands before a name without being an office that could stand alone."""
RULED: Final = frozenset(("regime", "government", "administration", "dictatorship", "loyalist", "clan"))
"""Heads that a ruler's name goes before."""
BODILY: Final = frozenset(("organisation", "group", "unit"))
Kind = Callable[[Chunk, Token], NameType | None]
"""What sort of someone a noun phrase stands for; None for things, places and plain people."""


def inner_names(doc: Doc, names: Sequence[Name], lexicon: Lexicon, kind: Kind) -> Iterator[Made]:
    """Offices, bodies told by a name, and rulers, each overlapping one of `names`."""
    at = {i: n for n in names for i in range(n.span.start, n.span.end)}
    for chunk in doc.noun_chunks if doc.has_annotation("DEP") and names else ():
        person = at.get(chunk.root.idx)
        if person is not None and person.type == "person":
            yield from _office(doc, chunk, person)
        elif person is None:
            yield from _told_by_name(chunk, at, kind)
    for name in names:
        if name.type in BODILY:
            yield from _ruler(doc, name, lexicon)


def _office(doc: Doc, chunk: Chunk, person: Name) -> Iterator[Made]:
    """The office written before a person's name: "Deputy Interior Minister" in "Deputy Interior Minister Ada Morn"."""
    last = next((t for t in chunk if t.idx >= person.span.start), chunk.root).i
    while last > chunk.start and not doc[last - 1].text[0].isalnum():
        last -= 1
    if last <= chunk.start or not doc[last - 1].text[0].isupper():
        return
    words = doc[chunk.start : last]
    head = words[-1].lower_
    named = [t for t in words if t.pos_ != "DET"]
    if "." in words[-1].text or head in COURTESY or head not in OFFICE_WORDS or not named:
        return
    yield named[0].idx, words[-1].idx + len(words[-1]), "person", person.entity, person.country


def _told_by_name(chunk: Chunk, at: dict[int, Name], kind: Kind) -> Iterator[Made]:
    """A body or office that is told by the name of a body it is of: "Kadu Front patrols", "a Foreign Ministry spokesman"."""
    head = chunk.root
    within = [at[t.idx] for t in chunk if t.i < head.i and t.idx in at]
    if not within or within[-1].type not in BODILY or head.pos_ not in ("NOUN", "PROPN"):
        return
    sort = kind(chunk, head)
    first = next((t for t in chunk if t.pos_ not in ("DET", "PRON", "NUM") and t.text[0].isalnum()), head)
    start = min(first.idx, within[0].span.start)
    if sort is not None and head.idx >= within[-1].span.end:
        text = head.doc.text[start : head.idx + len(head)]
        yield start, head.idx + len(head), sort, " ".join(text.split()), within[-1].country


def _ruler(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Made]:
    """The person whose name a regime or government bears."""
    words = doc.char_span(name.span.start, name.span.end)
    if words is None or words[-1].lemma_.lower() not in RULED:
        return
    for token in words[:-1]:
        if token.ent_type_ in ("GPE", "LOC", "NORP") or (token.i > words.start and token.nbor(-1).text[0].isupper()):
            return
        if token.i < words.end - 2 and words[token.i - words.start + 1].text[0].isupper():
            continue
        one = token.tag_ == "NNP" and token.is_alpha and token.text[1:].islower() and token.text[0].isupper()
        if one and lexicon.country(token.text) is None and fold(token.text) not in lexicon.capitals:
            yield token.idx, token.idx + len(token), "person", token.text, name.country
            return
