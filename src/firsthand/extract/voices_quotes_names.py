"""Names in quotation marks, which nobody says: titles, operations, units, and what a person is called beside his name."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from firsthand.extract.voices_quotes_tokens import Quoted, quoted
from firsthand.model.voice import Quotation

LONGEST = 9
"""Words of the longest name in quotation marks."""
NICKNAME = 3
"""Words of the longest name that stands between the parts of a person's."""
STOPS = frozenset(".,!?;:…")
SMALL = frozenset(
    "a an the of in on at to for from by with and or nor but as is its de la le el al bin ibn van von du des da".split()
)
NAMING = frozenset(("name", "title", "entitle", "dub", "codename", "nickname", "term", "christen"))
LEADS = frozenset(("NOUN", "PROPN", "DET", "ADJ", "ADP", "NUM"))


def without_names(doc: Doc, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations that are words somebody says, not names that marks set off."""
    names = {id(q.quotation) for q in quoted(doc, quotations) if _is_name(doc, q)}
    return tuple(q for q in quotations if id(q) not in names)


def _is_name(doc: Doc, q: Quoted) -> bool:
    if not 0 < q.words <= LONGEST or q.quotation.span.quote[-1] in STOPS:
        return False
    before, after = _beside(doc, q.first, -1), _beside(doc, q.last - 1, 1)
    if before is None:
        return False
    if q.words <= NICKNAME and after is not None and _proper(before) and _proper(after):
        return before.ent_type_ != "GPE" or after.ent_type_ == "PERSON"
    if not _titled(doc, q.first, q.last) or not _lower_line(doc, q):
        return False
    return before.pos_ in LEADS or before.lemma_.lower() in NAMING


def _beside(doc: Doc, at: int, step: int) -> Token | None:
    """The word beside the mark that stands beside a token; None where a stop, or the end of the line, does."""
    at += step
    if not 0 <= at < len(doc) or not _mark(doc[at]):
        return None
    at += step
    if not 0 <= at < len(doc) or doc[at].is_space or doc[at].is_punct:
        return None
    return doc[at]


def _mark(token: Token) -> bool:
    return token.is_quote or token.text in ("'", "''", "``", "‹", "›", "「", "」")


def _proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _titled(doc: Doc, first: int, last: int) -> bool:
    """Tell whether all words but the small ones begin with a capital, the first and the last of them too."""
    words = [doc[i] for i in range(first, last) if doc[i].is_alpha]
    if not words or not words[-1].text[:1].isupper() or words[-1].lower_ in ("i", "ok"):
        return False
    return all(t.text[:1].isupper() or (k and t.lower_ in SMALL) for k, t in enumerate(words))


def _lower_line(doc: Doc, q: Quoted) -> bool:
    """Tell whether the words around the marks stand in lower case, so that capitals inside them say something."""
    near = [t for t in (*doc[max(0, q.first - 8) : q.first], *doc[q.last : q.last + 8]) if t.is_alpha]
    return any(t.is_lower and t.lower_ not in SMALL and len(t) > 2 for t in near)
