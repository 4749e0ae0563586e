"""Clauses that tell another event than the one beside them: "the attack came hours after gunmen had killed two".

What an "after", "before", "as" or "while" clause tells is often the same event ("died after a bomb went off"). It is another
where the text measures the time between the two, or says of the first only that it came at the time of the second.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from firsthand.extract.phrases import above
from firsthand.extract.scene import Scene

ORDER = frozenset({"after", "before"})
BESIDE = frozenset({"as", "while", "amid", "amidst"})
FOLLOWS = frozenset({"follow", "precede", "coincide"})
UNITS = frozenset("hour hours day days week weeks fortnight month months year years decade decades".split())
HAPPEN = frozenset({"come", "occur", "happen", "take", "unfold"})
"""Verbs that say of an event only when it was."""
ANSWER = frozenset({"answer", "response", "retaliation", "revenge", "reprisal", "vengeance", "retribution"})
"""What an attack is to an earlier one: "in response to an ambush in Kutum"."""
DIE = frozenset({"die", "succumb"})
"""A death some days after a blast belongs to the blast."""


EARLIER = ANSWER | {"after"}
"""Words that make what they bring in an older event, recalled."""
WORDS = ORDER | BESIDE | ANSWER


def set_apart(scene: Scene) -> Mapping[int, int]:
    """By token index: the marker of the clause or phrase it stands in, for those that tell another event than the rest."""
    found: dict[int, int] | None = scene.memo.get("apart")
    if found is None:
        found = {}
        for token in scene.doc:
            if token.lower_ in WORDS or token.lemma_ in FOLLOWS:
                for other in _told(token):
                    found.update((t.i, token.i) for t in other.subtree if t.i > token.i)
        scene.memo["apart"] = found
    return found


def _told(word: Token) -> Iterator[Token]:
    """The heads of what a word sets apart; nothing where it tells the same event."""
    if word.lemma_ in FOLLOWS:
        if word.pos_ == "VERB" and word.dep_ not in {"advcl", "acl"}:
            yield from (t for t in word.children if t.dep_ == "dobj" or t.lower_ == "with")
        return
    if word.lower_ in ANSWER:
        if word.i > 0 and word.nbor(-1).lower_ == "in":
            yield from (t for t in word.children if t.lower_ in {"to", "for"})
        return
    if word.dep_ == "mark" and word.head.dep_ == "advcl":
        clause, beside = word.head, word.head.head
    elif word.dep_ == "prep":
        clause, beside = word, word.head
    else:
        return
    if word.lower_ in BESIDE:
        if beside.lemma_ in HAPPEN and clause.i > beside.i:
            yield clause
    elif beside.lemma_ in HAPPEN or (_measured(word) and not any(v.lemma_ in DIE for v in (beside, *above(beside, 2)))):
        yield clause


def _measured(word: Token) -> bool:
    return word.i > 0 and word.nbor(-1).lower_ in UNITS
