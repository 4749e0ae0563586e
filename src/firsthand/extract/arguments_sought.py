"""Whom an operation was after: "in search of ..", "an operation to arrest ..", "while searching for ..", "aimed at ..".

Who was sought is a target of the operation, whether or not that person was found.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.extract.phrases import objects, pobj

SEEKS = frozenset("search look hunt seek pursue track".split())
TAKES = frozenset(
    "arrest capture detain apprehend kill find locate target seize eliminate neutralize neutralise disrupt dismantle free "
    "rescue".split()
)
"""What an operation is for: verbs whose object it is after."""
HUNTS = frozenset("search pursuit hunt manhunt".split())
OPERATIONS = frozenset("operation raid search mission sweep manhunt hunt effort campaign offensive drive".split())
REACH = 24
"""Words from the trigger within which whom it was after is named."""


def sought(token: Token) -> Iterator[tuple[str, Token, str]]:
    """Whom the words under a verb or noun of a raid or capture say that it was after, as (role, noun, rule)."""
    for near in token.subtree:
        if abs(near.i - token.i) > REACH:
            continue
        lemma = near.lemma_.lower()
        if near.pos_ == "NOUN" and lemma in HUNTS and near != token:
            if (of := pobj(near, "of", "for")) is not None:
                yield "target", of, "arguments.sought"
        elif near.pos_ == "VERB" and near != token and lemma in SEEKS and near.dep_ not in {"ccomp", "relcl"}:
            for found in [*(objects(near) if lemma != "search" else []), *([o] if (o := pobj(near, "for")) else [])]:
                yield "target", found, "arguments.sought"
        elif near.pos_ == "VERB" and lemma in TAKES and _for_operation(near):
            for found in objects(near):
                yield "target", found, "arguments.sought"


def _for_operation(verb: Token) -> bool:
    """Tell whether a verb tells what an operation was for: "an operation to arrest", "aimed at capturing"."""
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ == "VERB" and head.lemma_.lower() in TAKES:
        return _for_operation(head)
    if infinitive and verb.dep_ in {"acl", "advcl", "relcl", "xcomp"}:
        return head.lemma_.lower() in OPERATIONS | {"conduct", "launch", "carry", "attempt", "try", "move"}
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and head.lower_ in {"at", "of", "for"}:
        return head.head.lemma_.lower() in {"aim", "intent", "goal", "intention"} | OPERATIONS
    return False


def after_whom(token: Token) -> Token | None:
    """Whom one word says that somebody was after: "searching for ..", "in pursuit of ..", "the target was .."; else None."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in SEEKS:
        if not _past(token):
            return None
        things = objects(token) if lemma in {"pursue", "hunt", "track", "seek"} else []
        return pobj(token, "for") or next(iter(things), None)
    if token.pos_ != "NOUN":
        return None
    if lemma in HUNTS and not any(h.tag_ in {"VBZ", "VBP", "MD"} for h in token.ancestors):
        return pobj(token, "of", "for")
    if lemma == "target" and token.dep_ == "nsubj" and token.head.lemma_ == "be":
        return next((c for c in token.head.children if c.dep_ == "attr"), None)
    return None


def _past(verb: Token) -> bool:
    """Tell whether a search is told of the past: "was searching", "while searching", but not "we are hunting"."""
    aux = [c for c in verb.children if c.dep_ == "aux"]
    if aux:
        return all(c.tag_ in {"VBD", "VBN", "VBG"} for c in aux)
    if verb.tag_ == "VBG":
        above = next((h for h in verb.ancestors if h.pos_ in {"VERB", "AUX"}), None)
        return above is None or above.tag_ in {"VBD", "VBN"}
    return verb.tag_ == "VBD"
