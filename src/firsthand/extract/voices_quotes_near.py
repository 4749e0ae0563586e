"""Who speaks where no verb of saying brings a quotation in: the subject of the sentence beside it, the headline's own words."""

from collections.abc import Set

from spacy.tokens import Doc, Token

from firsthand.extract.voices_grammar import SUBJECTS, reach
from firsthand.extract.voices_quotes_tokens import Quoted, is_break
from firsthand.resources.speech import Speech

WHOLE = 4
"""Words from which a quotation is a sentence of its own."""
HEADLINE = 14
"""Tokens that a headline has in front of a quotation, and behind it, at most."""
LABEL = 6
"""Tokens of the longest name in front of a headline, with its colon."""
NOMINAL = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "PUNCT", "PART")
PERSONS = frozenset(("he", "she"))
ENDS = frozenset((".", "!", "?", ":"))


def stands_alone(doc: Doc, q: Quoted) -> bool:
    """Tell whether a quotation is one or more sentences of its own: “There was nothing left.”"""
    quote = q.quotation.span.quote
    if q.words < WHOLE or quote[-1] not in ".!?…" or not quote[0].isupper():
        return False
    at = _outward(doc, q.first - 1, -1)
    return at < 0 or is_break(doc[at]) or doc[at].text in ENDS


def subject_before(doc: Doc, q: Quoted, limit: int, cues: Set[int], speech: Speech) -> list[int]:
    """The person that the sentence in front of a quotation is about, in its paragraph: "Sorel came home. “…”".

    Not where that sentence tells a saying of its own: what follows goes on with it.
    """
    at = _outward(doc, q.first - 1, -1)
    if at <= limit or is_break(doc[at]) or not cues.isdisjoint(reach(doc[at].sent.root)):
        return []
    return _person(doc[at].sent.root, limit, at + 1, speech)


def subject_after(doc: Doc, q: Quoted, limit: int, speech: Speech) -> list[int]:
    """The person that the sentence behind a quotation is about, in its paragraph: "“…” Sorel shook her head."."""
    at = _outward(doc, q.last, 1)
    if at >= limit or is_break(doc[at]):
        return []
    return _person(doc[at].sent.root, at, limit, speech)


def _outward(doc: Doc, at: int, step: int) -> int:
    """Past the marks and blanks on one side of a quotation."""
    while 0 <= at < len(doc) and (doc[at].is_quote or (doc[at].is_space and not is_break(doc[at]))):
        at += step
    return at


def _person(root: Token, first: int, last: int, speech: Speech) -> list[int]:
    """The words first..last that are the subject of a sentence, where it is a person."""
    who = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if root.pos_ not in ("VERB", "AUX") or who is None or not first <= who.i < last:
        return []
    official = who.tag_ == "NN" and who.lemma_.lower() in speech.officials
    named = who.tag_ == "NNP" and who.ent_type_ in ("PERSON", "")
    if who.lower_ not in PERSONS and not named and not official:
        return []
    clauses = [i for c in who.children if c.dep_ in ("relcl", "acl", "conj", "cc") for i in reach(c)]
    return [i for i in reach(who) if first <= i < last and i not in clauses and not who.doc[i].is_space]


def headline_speaker(doc: Doc, q: Quoted, speech: Speech) -> list[int]:
    """Who speaks by a headline: "‘We saw it’: survivors speak of the flood", "Lind: the flood was “nobody’s fault”"."""
    first = q.first
    while first > 0 and not is_break(doc[first - 1]) and q.first - first <= HEADLINE:
        first -= 1
    line = list(doc[first : q.last + HEADLINE])
    stop = next((k for k, t in enumerate(line) if k >= q.last - first and is_break(t)), None)
    if (first > 0 and not is_break(doc[first - 1])) or stop is None or line[stop - 1].text in ENDS:
        return []
    if all(t.is_quote for t in line[: q.first - first]):
        colon = _outward(doc, q.last, 1)
        if colon >= first + stop or doc[colon].text != ":":
            return []
        source = line[colon - first + 1 : stop]
        verb = next((k for k, t in enumerate(source) if k and _speaks(t, speech)), 0)
        return _nominal(source[:verb])
    label = next((k for k, t in enumerate(line[:LABEL]) if t.text == ":" and first + k < q.first), 0)
    return _nominal(line[:label])


def _nominal(words: list[Token]) -> list[int]:
    """Token numbers of a noun phrase; none where other words stand in it."""
    while words and words[-1].is_punct:
        words.pop()
    return [t.i for t in words] if words and all(t.pos_ in NOMINAL for t in words) else []


def _speaks(token: Token, speech: Speech) -> bool:
    return token.pos_ in ("VERB", "NOUN") and token.lemma_.lower() in speech.verbs
