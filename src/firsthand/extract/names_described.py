"""Words that stand for someone without a name of their own: states that act, people by what they are, offices, pronouns."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Chunk

from firsthand.extract.names_inner import inner_names
from firsthand.extract.names_offices import OFFICE_WORDS
from firsthand.extract.names_pronouns import Made, Speakers, owner_of, pronouns
from firsthand.extract.names_states import peoples, states
from firsthand.model.extraction import Name, NameType
from firsthand.model.span import Span
from firsthand.resources.lexicon import Lexicon, PeopleWord

BODIES: Final = frozenset(
    (
        "administration agency alliance ally army assembly authority backer battalion bloc brigade cabinet "
        "caliphate cell charity coalition command committee community company congress corporation council "
        "counterpart country court delegation department detachment embassy faction family firm force "
        "front gang government group institution insurgency junta leader leadership league media military "
        "militia ministry movement nation navy network official opposition organisation organization "
        "organizer parliament partner party patrol personnel police population public rebel regime "
        "side sponsor squad staff state team tribe tribunal troop union unit"
    ).split()
)
"""Nouns for bodies of people, by lemma."""
VAGUE: Final = frozenset(
    (
        "side",
        "party",
        "body",
        "figure",
        "element",
        "head",
        "source",
        "state",
        "country",
        "service",
        "front",
        "division",
        "force",
    )
)
"""Of these and of words for people, those that count only with a determiner or a word before them."""
ANYONE: Final = frozenset(
    (
        "man",
        "men",
        "armed man",
        "armed men",
        "woman",
        "person",
        "people",
        "individual",
        "youth",
        "suspect",
        "member",
        "mujahideen",
    )
)
"""People of whom nothing more is told than that they are some, or bear arms."""
PEOPLED: Final = frozenset("people person population citizen inhabitant resident nation".split())
"""Heads that make a body of those who live in a place."""
PLACE_LIKE: Final = frozenset(("country", "state", "court", "embassy", "caliphate"))
OURS: Final = frozenset(
    (
        "force troop soldier fighter man unit army military police officer team personnel commando patrol brigade battalion "
        "mujahid mujahideen militant warrior hero marine navy group movement organisation organization staff crew member"
    ).split()
)
"""Whom a body means by "our": itself at work."""
STANDS_FOR: Final = re.compile(
    r"(?:the|this|that)\s(?:[\w-]{3,12}\s)?(?P<noun>group|organi[sz]ation|movement|militia|insurgency|regime)$",
    re.IGNORECASE,
)
ARMED: Final = re.compile(
    r"Front|Army|Movement|Brigade|Liberation|Resistance|Militia|Fighters|Battalion|Forces|Cartel|Gang|Banner|Guardians|Swords|"
    r"Lions|Falcons|Eagles|Hawks|Wolves|Sons of|Knights|Legion|Partisans|Defenders|Jaysh|Jabhat|Harakat|Liwa|Lashkar"
)
SORTS: Final = {"regime": frozenset(("government",)), "group": frozenset(("rebel group", "militia", "criminal"))}
SINGLY: Final = frozenset(
    (
        "guerrilla guerilla rebel gunman terrorist assailant attacker kidnapper abductor captor hijacker bandit assassin "
        "individual subversive bomber robber murderer killer shooter sniper "
        "perpetrator criminal suspect"
    ).split()
)
"""Words for those who do a deed each by himself: persons, however many; of others many are a body."""
REACH: Final = 6
"""Names back within which a body is still meant."""


def find_described(doc: Doc, lexicon: Lexicon, names: Sequence[Name], *, text: str | None = None) -> tuple[Name, ...]:
    """What stands for someone in `doc` and overlaps none of `names`, in order; marked as described."""
    source = doc.text if text is None else text
    taken = {i for n in names for i in range(n.span.start, n.span.end)}
    found: list[Name] = []
    bodies = [n for n in names if n.type in ("organisation", "group")]
    ends = [n.span.end for n in bodies]
    acting = tuple(states(doc, lexicon))
    speakers = Speakers(doc, names, [_name(source, made) for made in acting])
    told = (
        *((made, False) for made in acting),
        *_people(doc, lexicon, speakers),
        *((made, False) for made in (*peoples(doc, lexicon), *pronouns(doc, speakers))),
    )
    for (start, end, kind, entity, country), plain in told:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            meant = body_meant(source[start:end], bodies[: bisect_right(ends, start)], lexicon)
            if meant is not None:
                kind, entity, country = meant.type, meant.entity, meant.country
            found.append(_name(source, (start, end, kind, entity, country), plain=plain))
    within = inner_names(doc, names, lexicon, lambda c, h: None if _plain(c, h, lexicon) else _kind(c, h, lexicon))
    found += [_name(source, made) for made in within]
    return tuple(sorted(found, key=lambda n: n.span.start))


def _name(source: str, made: Made, *, plain: bool = False) -> Name:
    start, end, kind, entity, country = made
    span = Span.cut(source, start, end)
    return Name(span=span, type=kind, entity=entity, country=country, described=True, plain=plain)


def body_meant(words: str, before: Sequence[Name], lexicon: Lexicon) -> Name | None:
    """The body that "the group" or "the regime" stands for: the last one named before it that is such; None where unsure."""
    match = STANDS_FOR.match(words)
    if match is None:
        return None
    sorts = SORTS["regime" if match["noun"].lower() in ("regime", "government") else "group"]
    for name in reversed(before[-REACH:]):
        entry = lexicon.entry(name.entity)
        if entry is not None and entry.sort in sorts:
            return name
        if entry is None and sorts is SORTS["group"] and ARMED.search(name.entity):
            return name
    return None


def _people(doc: Doc, lexicon: Lexicon, speakers: Speakers) -> Iterator[tuple[Made, bool]]:
    """Noun phrases whose head is a word for people, an office or a body; True for plain people."""
    for chunk in doc.noun_chunks if doc.has_annotation("DEP") else ():
        head = chunk.root
        if head.pos_ not in ("NOUN", "PROPN"):
            continue
        kind = _kind(chunk, head, lexicon)
        if kind is not None:
            first = chunk.start
            while first < head.i and not doc[first].text[0].isalnum():
                first += 1
            start, end = doc[first].idx, head.idx + len(head)
            own = _owner(doc[first], speakers) if head.lemma_.lower() in OURS else None
            if own is not None:
                yield (start, end, own.type, own.entity, own.country), False
            elif (last := _of_country(head)) is not None:
                words = doc[first : last.i + 1]
                yield (start, last.idx + len(last), "group", _bare(words), _country(words, lexicon)), False
            else:
                words = doc[first : head.i + 1]
                yield (start, end, kind, _bare(words), _country(words, lexicon)), _plain(chunk, head, lexicon)


def _owner(first: Token, speakers: Speakers) -> Name | None:
    """The body that "our", "its" or "their" at the head of a phrase stands for, where that is sure."""
    if first.lower_ == "our":
        return speakers.body(first)
    return owner_of(first, speakers.at) if first.lower_ in ("its", "their") else None


def _of_country(head: Token) -> Token | None:
    """The last word of the country or town that "the people of" and the like go with."""
    if head.lemma_.lower() not in PEOPLED:
        return None
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == head.i + 1), None)
    where = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return where if where is not None and where.tag_ in ("NNP", "NNPS") and where.ent_type_ == "GPE" else None


def _kind(chunk: Chunk, head: Token, lexicon: Lexicon) -> NameType | None:
    """What sort of someone the phrase stands for; None for things and places."""
    lemma = head.lemma_.lower()
    many = head.tag_ in ("NNS", "NNPS")
    if lemma in PLACE_LIKE and not many:
        return None
    people = _word(chunk, head, lexicon)
    if lemma in VAGUE and len(chunk) == 1:
        return None
    if people is not None:
        band = people.collective or (many and (people.side == "civilian" or lemma not in SINGLY))
        return "group" if band else "person"
    if lemma in BODIES:
        return "group"
    if head.tag_ in ("NNP", "NN") and lemma in OFFICE_WORDS and len(chunk) > 1:
        return "person"
    return None


def _plain(chunk: Chunk, head: Token, lexicon: Lexicon) -> bool:
    """Tell whether the words are plain people rather than a body: armed men, "people", one person without name or country.

    People of a country or faith ("the Syrian people", "Turkish villagers") are a body, unless they bear arms.
    """
    people = _word(chunk, head, lexicon)
    if people is None:
        return False
    if people.side.startswith("armed"):
        return not people.collective or people.word in ANYONE
    marked = any(t.text[0].isupper() and t.pos_ in ("ADJ", "PROPN") for t in chunk)
    many = head.tag_ in ("NNS", "NNPS")
    return not marked and (people.word in ANYONE or (not many and not people.collective))


def _word(chunk: Chunk, head: Token, lexicon: Lexicon) -> PeopleWord | None:
    """The word for people that the phrase ends with."""
    return lexicon.people(" ".join(t.lower_ for t in chunk[-2:])) or lexicon.people(head.lemma_.lower())


def _bare(words: Chunk) -> str:
    """The words without article and pronoun, as an entity."""
    kept = [t.text_with_ws for t in words if t.pos_ not in ("DET", "PRON") or t.i == words.end - 1]
    return " ".join("".join(kept).split())


def _country(words: Chunk, lexicon: Lexicon) -> str | None:
    """The country that an adjective in the phrase gives."""
    for token in words:
        if token.text[:1].isupper():
            country = lexicon.country(token.text)
            if country is not None:
                return country.code
    return None
