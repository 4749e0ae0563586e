"""Whom a person speaks for, by the words about them: "police spokesman", "head of the council", "its director"."""

import re
from typing import Final

OFFICES: Final = (
    "spokes(?:man|woman|person|men|people)|chief|head|heads|leads|commander|commands|director|minister|chair(?:man|woman)?"
    "|president|secretary|coordinator|representative|deputy|superintendent|commissioner|official|officer|manager"
)
OFFICE: Final = re.compile(rf"\b(?:{OFFICES})\b", re.IGNORECASE)
"""Words for those who speak for a body."""
OF_THEM: Final = re.compile(rf"\b(?:its|their|whose) (?:[a-z]{{1,15}} ){{0,2}}(?:{OFFICES})\b", re.IGNORECASE)
BODIES: Final = (
    "police|army|military|navy|air force|coast ?guards?|border guards?|prosecutors?|prosecutor's office|hospital|clinic"
    "|(?:fire|rescue|ambulance|emergency|security|intelligence) (?:service|brigade|department)|civil defen[cs]e|government"
    "|ministry|council|court|coalition|commission|committee|party|front|movement|observatory|monitor|union"
    "|administration|authority|municipality"
)
BODY: Final = re.compile(rf"\b(?:{BODIES})$|^(?:{BODIES}) (?:of|for) ", re.IGNORECASE)
"""Words with which a body is called that no list knows."""
BEFORE: Final = re.compile(
    rf"\b(?P<body>(?:[^\W\d_][\w'’-]{{0,20}} ){{0,2}}(?:{BODIES}))(?:['’]s)? (?:[a-z]{{1,15}} ){{0,2}}(?:{OFFICES})\b",
    re.IGNORECASE,
)
AFTER: Final = re.compile(
    rf"\b(?:{OFFICES}) (?:of|for|at|from|with) (?:the |a |an )?(?P<body>(?:[^\W\d_][\w'’-]{{0,20}} ){{0,4}}(?:{BODIES}))\b",
    re.IGNORECASE,
)
SPOKESMAN: Final = re.compile(r"(?:the |a |an )?spokes(?:man|woman|person)\b", re.IGNORECASE)
OF_BODY: Final = re.compile(rf"\b(?:{OFFICES}) (?:of|for|at|from|with) ", re.IGNORECASE)
ARTICLE: Final = re.compile(
    r"(?:the|a|an|its|their|his|said|by|senior|local|top|former|new|unnamed|anonymous) ", re.IGNORECASE
)
MINISTRY: Final = re.compile(
    r"\b(?:(?P<of>[a-z]{4,12}) minister|minister (?:of|for) (?:the )?(?P<for>[a-z]{4,12}))\b", re.IGNORECASE
)
NO_FIELD: Final = frozenset({"prime", "deputy", "former", "junior", "cabinet", "first", "state"})


def told_body(words: str) -> str | None:
    """The body that words about somebody name: "police" of "district police chief" is "district police"; None without."""
    found = AFTER.search(words) or BEFORE.search(words)
    if found is None:
        return None
    body = " ".join(found["body"].split())
    while ARTICLE.match(body):
        body = ARTICLE.sub("", body, count=1)
    return body or None


def ministry(words: str) -> str | None:
    """The ministry of a minister by the words about them ("health ministry"); None for others."""
    found = MINISTRY.search(words)
    field = (found["of"] or found["for"]).casefold() if found else ""
    return f"{field} ministry" if field and field not in NO_FIELD else None


def is_body(name: str) -> bool:
    """Tell whether a name is like that of a body ("Malian army", "Ministry of Health")."""
    return BODY.search(name) is not None


def title(words: str, person: str) -> frozenset[str]:
    """The words that stand about a person where they speak, in small letters, their own name aside."""
    own = set(person.casefold().split())
    return frozenset(w for w in words.casefold().replace(",", " ").split() if w not in own)
