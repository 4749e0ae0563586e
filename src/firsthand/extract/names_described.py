"""Words that stand for someone without a name of their own: states that act, people by what they are, offices, pronouns."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Chunk

from firsthand.extract.names_persons import OFFICE_WORDS
from firsthand.extract.names_pronouns import Made, Speakers, pronouns
from firsthand.model.extraction import Name, NameType
from firsthand.model.span import Span
from firsthand.resources.lexicon import Country, Lexicon
from firsthand.resources.lexicon_fold import fold_word

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
PLACE_LIKE: Final = frozenset(("country", "state", "court", "embassy", "caliphate"))
BE_LIKE: Final = frozenset(("be", "remain", "become", "seem", "stay"))
PLACED: Final = frozenset(("lie", "border", "see", "witness", "experience", "suffer", "undergo", "endure", "stretch"))
"""Verbs that tell of a state as a place or of what happens there."""
MET: Final = frozenset(
    "join thank urge help support enable condemn accuse blame warn threaten attack praise ask tell include".split()
)
"""Verbs whose object, where it names a state, is that state as a party."""
STANCE: Final = frozenset(
    (
        "steadfast player responsibility commitment duty right role obligation interest "
        "able ally aware clear committed concerned convinced deeply determined engaged grateful guarantor "
        "involved leader member opposed partner pleased prepared proud ready responsible supporter unwilling "
        "willing"
    ).split()
)
SHARED: Final = frozenset(
    (
        "agreement alliance ceasefire conflict cooperation coordination deal dialogue dispute meeting "
        "negotiation partnership relation relationship talk talks tension tie truce war"
    ).split()
)
JOINED: Final = frozenset("work cooperate negotiate agree talk fight partner ally coordinate meet side join".split())
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
PEOPLES: Final = {
    "turks": "Turkish", "britons": "British", "spaniards": "Spanish", "poles": "Polish", "danes": "Danish", "swedes": "Swedish",
    "finns": "Finnish",
}  # fmt: skip
"""Peoples whose name is no plural of the adjective."""
NO_PEOPLE: Final = frozenset(("georgias", "us"))
REACH: Final = 6
"""Names back within which a body is still meant."""
DOINGS: Final = frozenset(
    (
        "strike airstrike raid assistance sanction message work delegation mission drone "
        "adversary aggression aid ally ambassador assistance attack bombing campaign commitment contribution "
        "decision effort enemy incursion intervention invasion involvement leadership minister offensive "
        "operation partner policy position president response role strategy support willingness"
    ).split()
)


def find_described(doc: Doc, lexicon: Lexicon, names: Sequence[Name], *, text: str | None = None) -> tuple[Name, ...]:
    """What stands for someone in `doc` and overlaps none of `names`, in order; marked as described."""
    source = doc.text if text is None else text
    taken = {i for n in names for i in range(n.span.start, n.span.end)}
    found: list[Name] = []
    bodies = [n for n in names if n.type in ("organisation", "group")]
    ends = [n.span.end for n in bodies]
    states = tuple(_states(doc, lexicon))
    speakers = Speakers(doc, names, [_name(source, made) for made in states])
    for start, end, kind, entity, country in (
        *states,
        *_people(doc, lexicon, speakers),
        *_peoples(doc, lexicon),
        *pronouns(doc, speakers),
    ):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            meant = body_meant(source[start:end], bodies[: bisect_right(ends, start)], lexicon)
            if meant is not None:
                kind, entity, country = meant.type, meant.entity, meant.country
            found.append(_name(source, (start, end, kind, entity, country)))
    return tuple(sorted(found, key=lambda n: n.span.start))


def _name(source: str, made: Made) -> Name:
    start, end, kind, entity, country = made
    return Name(span=Span.cut(source, start, end), type=kind, entity=entity, country=country, described=True)


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


def _states(doc: Doc, lexicon: Lexicon) -> Iterator[Made]:
    """Names of states where they act rather than lie."""
    i = 0
    while i < len(doc):
        found = _state_at(doc, lexicon, i)
        if found is None:
            i += 1
            continue
        country, last = found
        if _acts(doc[last - 1]):
            yield doc[i].idx, doc[last - 1].idx + len(doc[last - 1]), "organisation", country.name, country.code
        i = last


def _state_at(doc: Doc, lexicon: Lexicon, i: int) -> tuple[Country, int] | None:
    """The state named at token `i`, and where its name ends; adjectives are none."""
    if not doc[i].text[:1].isupper() or fold_word(doc[i].text) not in lexicon.states:
        return None
    for size in (4, 3, 2, 1):
        words = doc[i : i + size]
        if len(words) == size and words[-1].text[:1].isupper() and lexicon.state(words.text) is not None:
            country = lexicon.country(words.text)
            if country is not None and words[-1].tag_ in ("NNP", "NNPS", "NN"):
                return country, i + size
    return None


def _acts(token: Token) -> bool:
    """Tell whether a state's name is the one who does something."""
    while token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    head, verb = token.head, token.head.lemma_
    if token.dep_ in ("nsubj", "nsubjpass"):
        if verb in PLACED or head.pos_ not in ("VERB", "AUX"):
            return False
        if token.dep_ == "nsubjpass" or verb in BE_LIKE or verb == "have":
            return head.lower_ in STANCE or any(c.lower_ in STANCE or c.lemma_ in STANCE for c in head.children)
        return True
    if token.dep_ in ("dobj", "obj"):
        return verb in MET
    if token.dep_ in ("poss", "compound", "appos"):
        return head.lemma_.lower() in DOINGS
    return token.dep_ == "pobj" and _party(head.lower_, head)


def _party(preposition: str, token: Token) -> bool:
    """Tell whether the state after a preposition is a party to something."""
    ruler = token.head.lemma_.lower()
    if preposition == "by":
        return token.dep_ == "agent" or token.head.pos_ == "VERB"
    if preposition == "against":
        return ruler in ("attack", "war", "sanction", "threat", "offensive", "operation", "aggression")
    return (preposition == "with" and ruler in JOINED | SHARED) or (preposition == "between" and ruler in SHARED)


def _people(doc: Doc, lexicon: Lexicon, speakers: Speakers) -> Iterator[Made]:
    """Noun phrases whose head is a word for people, an office or a body."""
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
            own = speakers.body(doc[first]) if doc[first].lower_ == "our" and head.lemma_.lower() in OURS else None
            if own is not None:
                yield start, end, own.type, own.entity, own.country
            else:
                yield start, end, kind, _bare(doc[first : head.i + 1]), _country(doc[first : head.i + 1], lexicon)


def _peoples(doc: Doc, lexicon: Lexicon) -> Iterator[Made]:
    """People by where they come from: "the Syrians", "30 Britons"."""
    for token in doc:
        if token.tag_ in ("NNPS", "NNP", "NNS") and token.text.endswith("s") and token.text[:1].isupper():
            country = lexicon.country(PEOPLES.get(token.lower_, token.text[:-1]))
            if country is not None and token.lower_ not in NO_PEOPLE and fold_word(token.text) not in lexicon.states:
                first = token.i
                while first > 0 and not doc[first].is_sent_start and doc[first - 1].pos_ in ("DET", "NUM", "ADJ"):
                    first -= 1
                start = doc[first].idx
                yield start, token.idx + len(token), "group", token.text, country.code


def _kind(chunk: Chunk, head: Token, lexicon: Lexicon) -> NameType | None:
    """What sort of someone the phrase stands for; None for things and places."""
    lemma = head.lemma_.lower()
    many = head.tag_ in ("NNS", "NNPS")
    if lemma in PLACE_LIKE and not many:
        return None
    people = lexicon.people(" ".join(t.lower_ for t in chunk[-2:])) or lexicon.people(lemma)
    if lemma in VAGUE and len(chunk) == 1:
        return None
    if people is not None:
        return "group" if many or people.collective else "person"
    if lemma in BODIES:
        return "group"
    if head.tag_ in ("NNP", "NN") and lemma in OFFICE_WORDS and len(chunk) > 1:
        return "person"
    return None


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
