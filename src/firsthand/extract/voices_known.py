"""The names of a text as the voices need them: token ranges, which of them are one, and how they stand in a source."""

import re
from collections.abc import Sequence, Set
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from firsthand.extract.voices_grammar import SUBJECTS
from firsthand.model.extraction import Name

Being = Literal["person", "body", "people"]

SHORT = re.compile(r"\(\s{0,2}(?:the )?([A-Z][A-Za-z&-]{1,11})\s{0,2}\)")
TITLE = re.compile(
    r"^(?:(?:the|former|acting|deputy|vice|lt|maj|brig|col|gen|sgt|capt|cmdr|adm|rear|mr|mrs|ms|dr|sir|general|lieutenant|major|brigadier|colonel"
    r"|sergeant|captain|commander|admiral|president|minister|prime|foreign|defen[cs]e|interior|secretary|senator|sen|rep|gov|governor|king|prince"
    r"|sheikh|ayatollah|pope|chancellor|mayor|judge|professor|prof|of|state|spokes(?:man|woman|person))\.? )+",
    re.IGNORECASE,
)
PORTFOLIOS = frozenset(
    (
        "State",
        "Defense",
        "Defence",
        "Interior",
        "Treasury",
        "Commerce",
        "Justice",
        "Energy",
        "Health",
        "Labor",
        "Labour",
    )
)
LEAD = re.compile(r"^(?:according to|via|by|from) (?:the )?", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|this|that) ", re.IGNORECASE)
WATCHING = frozenset(
    ("monitoring", "rights", "activist", "aid", "medical", "war", "based", "advocacy", "humanitarian", "relief")
)
FIGHTERS = frozenset(("group", "militia", "faction", "movement"))
GROUPS = frozenset(("rebel group", "militia", "criminal", "political"))
VAGUE = frozenset(
    "agency organisation organization monitor watchdog network outlet paper newspaper broadcaster channel body charity "
    "company".split()
)
HE = frozenset(("he", "she", "his", "her"))
IT = frozenset(("it", "which", "that", "this", "its"))
THEY = frozenset(("they", "those", "these", "both", "their"))
MANY = frozenset(("police", "authority", "press", "source", "monitor", "local", "secretariat"))
"""Words for officials that may stand for a body: no person that "he" goes back to, unless nobody else spoke."""
TELLS = frozenset(
    "television tv radio newspaper agency channel network broadcaster station daily magazine media outlet monitor observatory "
    "watchdog website newswire paper".split()
)
"""Common nouns for those who pass on what they are told: "told state television"."""
WATCHERS = frozenset(
    "Watch Observatory Monitor Monitoring Rights Network Post Times Tribune Herald Gazette Daily News TV Radio".split()
)
"""Words at the end of the name of a monitor or an outlet."""
LONG_NAME = 3
"""Words before the last one from which a name is no person's."""


class Known(NamedTuple):
    """A name in the text: token range, what it names, the entity, and whether it is a person."""

    first: int
    last: int
    being: Being
    entity: str
    type: str = ""


def known_names(doc: Doc, names: Sequence[Name]) -> list[Known]:
    """Names of the text as token ranges: those that were found before, then the parser's where none of them stands."""
    found: list[Known] = []
    taken: set[int] = set()
    for name in names:
        span = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if span is None or name.type == "weapon":
            continue
        being: Being = "person" if name.type == "person" else "body"
        found.append(Known(span.start, span.end, being, LEAD.sub("", name.entity), name.type))
        taken.update(range(span.start, span.end))
    for ent in doc.ents:
        if ent.label_ in ("PERSON", "ORG") and taken.isdisjoint(range(ent.start, ent.end)):
            first = next((i + 1 for i in range(ent.end - 1, ent.start - 1, -1) if "\n" in doc[i].text), ent.start)
            words = re.sub(r"(?:['’]s?)$", "", ARTICLE.sub("", doc[first : ent.end].text.strip()))
            if words and words[0].isupper() and words not in PORTFOLIOS:
                found.append(Known(first, ent.end, "person" if ent.label_ == "PERSON" else "body", words))
    return sorted(found)


def same_names(doc: Doc, known: Sequence[Known]) -> dict[str, str]:
    """Shorter forms to the fuller one in the same text: "Blinken" to "Antony Blinken", "Full Name (FN)" both ways to one."""
    full: dict[str, str] = {}
    for name in known:
        words = name.entity.split()
        if name.being == "person" and len(words) > 1:
            bare = TITLE.sub("", name.entity)
            full.setdefault(name.entity, bare)
            if len(bare.split()) > 1:
                full.setdefault(bare.split()[-1], bare)
        if name.being == "body" and name.last < len(doc):
            short = SHORT.match(doc[name.last : name.last + 3].text)
            if short and short[1] != name.entity and not name.type:
                full.setdefault(name.entity, short[1])
    return full


def below(doc: Doc, name: Known, head: Token, officials: Set[str]) -> bool:
    """Tell whether a name stands in a complement of the head: "an aide to X", "X’s lawyer"."""
    if name.first <= head.i < name.last:
        return False
    root = doc[name.first : name.last].root
    while root != head and root.head != root:
        if root.dep_ == "appos" and name.being == "person" and root.head.lemma_.lower() not in officials:
            return (
                False  # "a resident of Lokori, Peter Ekai": no place is a person, whatever the parse hangs the name on
            )
        if root.dep_ == "pobj" and not _titled(doc, name, root, head, officials):
            return True
        if root.dep_ == "poss":
            return True
        root = root.head
    return False


def _titled(doc: Doc, name: Known, root: Token, head: Token, officials: Set[str]) -> bool:
    """Tell whether a title ends in front of a name: "Minister of Health X Y"."""
    before = doc[name.first - 1] if name.first else head
    return root.head.lower_ == "of" and head.lemma_.lower() in officials and before.pos_ == "PROPN"


def belongs(doc: Doc, name: Known, source: Sequence[int]) -> bool:
    """Tell whether a name in a source tells whose official speaks: "commander of X", "X commander", "Y, from X"."""
    root = doc[name.first : name.last].root
    while root.i in source and root.head != root:
        if root.dep_ == "pobj" and root.head.lower_ not in ("of", "for", "at", "from", "with", "in"):
            return False
        if root.dep_ in ("relcl", "acl", "dobj"):
            return False
        root = root.head
    return True


def subject_of_last(doc: Doc, named: Sequence[Known]) -> Known:
    """Of the names in the last sentence that has any, the one that is its subject; else the last."""
    root = doc[named[-1].first].sent.root
    subjects = {c.i for c in root.children if c.dep_ in SUBJECTS}
    about = (k for k in reversed(named) if k.last > root.left_edge.i)
    return next((k for k in about if not subjects.isdisjoint(range(k.first, k.last))), named[-1])


def last_name_of(name: str, full: str) -> bool:
    """Tell whether a name alone is the last word of a full one: "Lind" of "Mara Lind"."""
    first, _, last = full.rpartition(" ")
    return last == name and name[:1].isupper() and first.istitle() and len(first.split()) < LONG_NAME
