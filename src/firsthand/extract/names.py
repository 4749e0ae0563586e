"""Names of persons, bodies, groups, units and weapons in a text, each with the entity it is taken for."""

from collections.abc import Iterator

from spacy.tokens import Doc

from firsthand.extract.names_groups import chained_names
from firsthand.extract.names_heads import letterheads
from firsthand.extract.names_join import abbreviations, short_forms, slips
from firsthand.extract.names_known import known_names
from firsthand.extract.names_parsed import parsed_bodies
from firsthand.extract.names_persons import join_persons, persons, repeated
from firsthand.extract.names_shape import abbreviated, headed_names
from firsthand.extract.names_words import Found, Words, settle
from firsthand.extract.weapons import find_weapons
from firsthand.model.extraction import Name
from firsthand.model.span import Span
from firsthand.resources.lexicon import Lexicon


def find_names(doc: Doc, lexicon: Lexicon, *, text: str | None = None) -> tuple[Name, ...]:
    """Every name in `doc`, in order, none overlapping, each joined with its full form or spelling in the same text.

    `text`: the report's own text where `doc` holds a smoothed copy of equal length.
    """
    words = Words(doc, lexicon)
    shaped = (*headed_names(words), *chained_names(words), *letterheads(words))
    found = settle([*known_names(words), *shaped, *persons(words), *_weapons(words)])
    found = settle([*found, *parsed_bodies(words, found)])
    shorts = abbreviations(words, found)
    if shorts:
        found = settle([*found, *abbreviated(words, shorts)])
    found = settle([*found, *slips(words, found), *short_forms(words, found)])
    found = settle([*found, *repeated(words, found)])
    joined = join_persons(found)
    source = words.text if text is None else text
    return tuple(
        Name(
            span=Span.cut(source, f.start, f.end),
            type=f.type,
            entity=joined.get(f.entity, f.entity) if f.type == "person" else f.entity,
            country=f.country,
        )
        for f in found
    )


def _weapons(words: Words) -> Iterator[Found]:
    for one in find_weapons(words.doc, words.lexicon, text=words.text):
        yield Found(
            start=one.span.start,
            end=one.span.end,
            type="weapon",
            entity=one.entity,
            rank=3 if one.named else 4,
            known=True,
        )
