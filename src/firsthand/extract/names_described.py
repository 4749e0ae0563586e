"""Words that stand for someone without a name of their own: states that act, people by what they are, offices, pronouns."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Span as Chunk, Token

from firsthand.extract.names_persons import OFFICE_WORDS
from firsthand.model.extraction import Name, NameType
from firsthand.model.span import Span
from firsthand.resources.lexicon import Country, Lexicon

BODIES: Final = frozenset(
    (
        "government regime authority military army police navy opposition coalition organization organisation ally partner "
        "force troop community network leadership delegation team unit family public nation country media militia department "
        "ministry council committee parliament agency company insurgency faction side party group gang tribe population "
        "administration embassy command brigade battalion division security-service service movement alliance front "
        "bloc cell counterpart state backer sponsor caliphate leader official staff personnel detachment squad patrol junta rebel "
        "organizer institution charity corporation firm court tribunal mission union league cabinet congress assembly"
    ).split()
)
"""Nouns for bodies of people, by lemma."""
VAGUE: Final = frozenset(("side", "party", "body", "figure", "element", "head", "source", "state", "country", "service", "front", "division", "force"))
"""Of these and of words for people, those that count only with a determiner or a word before them."""
PLACE_LIKE: Final = frozenset(("country", "state", "court", "embassy", "caliphate"))
BE_LIKE: Final = frozenset(("be", "remain", "become", "seem", "lie", "border", "have"))
SUFFERS: Final = frozenset(("see", "witness", "experience", "suffer", "face", "undergo", "endure"))
STANCE: Final = frozenset(
    (
        "committed determined ready concerned grateful proud responsible convinced clear prepared willing able unwilling pleased deeply "
        "opposed aware engaged involved member partner ally leader supporter guarantor"
    ).split()
)
SHARED: Final = frozenset(
    (
        "agreement talks talk tie relation relationship ceasefire truce negotiation cooperation partnership alliance coordination deal dialogue "
        "war conflict dispute tension meeting"
    ).split()
)
JOINED: Final = frozenset("work cooperate negotiate agree talk fight partner ally coordinate meet side join".split())
DOINGS: Final = frozenset(
    (
        "support decision offensive invasion campaign commitment leadership incursion attack effort position policy ambassador role response intervention "
        "involvement aggression willingness assistance aid ally partner adversary enemy bombing operation strategy contribution president minister"
    ).split()
)


def find_described(doc: Doc, lexicon: Lexicon, names: Sequence[Name], *, text: str | None = None) -> tuple[Name, ...]:
    """What stands for someone in `doc` and overlaps none of `names`, in order; marked as described."""
    source = doc.text if text is None else text
    taken = {i for n in names for i in range(n.span.start, n.span.end)}
    found: list[Name] = []
    for start, end, kind, entity, country in (*_states(doc, lexicon), *_people(doc, lexicon)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append(
                Name(span=Span.cut(source, start, end), type=kind, entity=entity, country=country, described=True)
            )
    return tuple(sorted(found, key=lambda n: n.span.start))


Made = tuple[int, int, NameType, str, str | None]


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
    if not doc[i].text[:1].isupper():
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
    if token.dep_ == "compound":
        return False
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        if head.lemma_ in SUFFERS or head.pos_ not in ("VERB", "AUX"):
            return False
        if token.dep_ == "nsubjpass" or head.lemma_ in BE_LIKE:
            return head.lower_ in STANCE or any(c.lower_ in STANCE or c.lemma_ in STANCE for c in head.children)
        return True
    if token.dep_ == "poss":
        return head.lemma_.lower() in DOINGS
    if token.dep_ != "pobj":
        return False
    preposition, ruler = head.lower_, head.head.lemma_.lower()
    if preposition == "by":
        return head.dep_ == "agent" or head.head.pos_ == "VERB"
    return (preposition == "with" and ruler in JOINED | SHARED) or (preposition == "between" and ruler in SHARED)


def _people(doc: Doc, lexicon: Lexicon) -> Iterator[Made]:
    """Noun phrases whose head is a word for people, an office or a body."""
    for chunk in doc.noun_chunks:
        head = chunk.root
        if head.pos_ not in ("NOUN", "PROPN"):
            continue
        kind = _kind(chunk, head, lexicon)
        if kind is not None:
            first = chunk.start
            while first < head.i and doc[first].is_punct:
                first += 1
            start, end = doc[first].idx, head.idx + len(head)
            yield start, end, kind, _bare(doc[first : head.i + 1]), _country(doc[first : head.i + 1], lexicon)


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
