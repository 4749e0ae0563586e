"""States that act, and people by where they come from."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from firsthand.extract.names_pronouns import Made
from firsthand.resources.lexicon import Country, Lexicon
from firsthand.resources.lexicon_fold import fold_word

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
PEOPLES: Final = {
    "turks": "Turkish", "britons": "British", "spaniards": "Spanish", "poles": "Polish", "danes": "Danish", "swedes": "Swedish",
    "finns": "Finnish",
}  # fmt: skip
"""Peoples whose name is no plural of the adjective."""
NO_PEOPLE: Final = frozenset(("georgias", "us"))
DOINGS: Final = frozenset(
    (
        "strike airstrike raid assistance sanction message work delegation mission drone "
        "adversary aggression aid ally ambassador assistance attack bombing campaign commitment contribution "
        "decision effort enemy incursion intervention invasion involvement leadership minister offensive "
        "operation partner policy position president response role strategy support willingness"
    ).split()
)


def states(doc: Doc, lexicon: Lexicon) -> Iterator[Made]:
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


def peoples(doc: Doc, lexicon: Lexicon) -> Iterator[Made]:
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
