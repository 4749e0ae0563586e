"""Weapons and platforms in a text: designators, names of types and common nouns, each with its class."""

import re
from typing import Final

from spacy.tokens import Doc, Token

from firsthand.model.base import Record
from firsthand.model.span import Span
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_files import Weapons, singular

TOKEN: Final = re.compile(r"[A-Za-z0-9][\w’'/]*(?:[-‑][\w’'/]+){0,4}")
SHIP: Final = re.compile(
    r"(?:HMS|USS|USNS|HMAS|HMCS|HMNZS|INS|PNS|FS|RFA|BRP|KRI|TCG|ROKS|JS|BNS|NNS|ARA|ARC)\s[A-Z][\w’'-]{1,20}"
    r"(?:\s(?:de\s)?[A-Z][\w’'-]{1,20}){0,2}"
)
"""Ships of war by their navies' prefixes."""
ACRONYMS: Final = frozenset("ied vbied svbied rcied rpg uav ucav atgm manpads mlrs sam apc ifv mrap tnt hme".split())
PLAIN: Final = frozenset(
    (
        "mine|shell|charge|arms|rock|stone|stick|club|arrow|blade|launcher|plane|jet|cannon|puma|poison|sam|tow|round"
    ).split("|")
)
"""Words that often mean something else: weapons only as nouns, and these only with a verb or noun of violence near."""
DUG: Final = frozenset(
    "gold coal copper coltan cobalt diamond tin silver iron salt jade lithium uranium emerald ruby sapphire amber sand marble "
    "pit artisanal illegal abandoned disused".split()
)
HELD_AT: Final = frozenset(
    "attack storm raid overrun capture occupy loot shut close reopen enter invade visit seize control run".split()
)
WORKED: Final = frozenset("worker owner site shaft company operator manager guard employee collapse".split())
NEAR: Final = 15
"""Tokens either side within which a word of violence tells."""
VIOLENT: Final = frozenset(
    (
        "fire|explode|detonate|kill|wound|injure|hit|strike|attack|bomb|throw|hurl|launch|shoot|land|plant|lay|"
        "seize|arm|use|drop|clear|destroy|fall|step|target|supply|smuggle|recover|confiscate|stab|fly"
    ).split("|")
)


class WeaponName(Record, frozen=True, kw_only=True):
    """A weapon or platform. `entity`: its type ("B-52", "car bomb"); `wclass` as in the format; `named`: no common noun."""

    span: Span
    entity: str
    wclass: str
    named: bool


def find_weapons(doc: Doc, lexicon: Lexicon, *, text: str | None = None) -> tuple[WeaponName, ...]:
    """Every weapon in `doc`, in order, none overlapping. A type and the noun after it are one ("MQ-9 Reaper drone").

    `text`: the report's own text where `doc` holds a smoothed copy of equal length.
    """
    text = doc.text if text is None else text
    spots = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
    tokens = {t.idx: t for t in doc}
    found: list[WeaponName] = []
    at = 0
    while at < len(spots):
        size, weapon = _at(text, spots, at, lexicon.weapons, tokens)
        if weapon is None:
            at += 1
            continue
        last = found[-1] if found else None
        if last is not None and last.named and text[last.span.end : weapon.span.start] in (" ", "\n"):
            found[-1] = _one(text, last, weapon)
        else:
            found.append(weapon)
        at += size
    return tuple(found)


def _one(text: str, first: WeaponName, second: WeaponName) -> WeaponName:
    """A type and what follows it as one weapon: the type names it, a second type stays in the name."""
    entity = f"{first.entity} {second.entity}" if second.named else first.entity
    return WeaponName(
        span=Span.cut(text, first.span.start, second.span.end),
        entity=entity,
        wclass=second.wclass if not second.named else first.wclass,
        named=True,
    )


def _at(
    text: str, spots: list[tuple[int, int]], at: int, weapons: Weapons, tokens: dict[int, Token]
) -> tuple[int, WeaponName | None]:
    """The weapon that begins with word `at`, and how many words it takes."""
    start, end = spots[at]
    small = text[start:end].islower()
    ship = None if small else SHIP.match(text, start)
    if ship is not None:
        inside = sum(1 for first, _ in spots[at : at + 6] if first < ship.end())
        named = " ".join(ship.group().split())
        return inside, WeaponName(span=Span.cut(text, start, ship.end()), entity=named, wclass="ship", named=True)
    code = None if small else weapons.designator(text[start:end])
    if code is not None:
        return 1, WeaponName(span=Span.cut(text, start, end), entity=code[0], wclass=code[1], named=True)
    longest = weapons.longest.get(text[start:end].lower().replace("’", "'"), 0)
    for size in range(min(longest, len(spots) - at), 0, -1):
        stop = spots[at + size - 1][1]
        raw = text[start:stop]
        if "\n\n" in raw or any(c in ",.;:()" for c in raw):
            continue
        words = " ".join(raw.split()).replace("’", "'")
        for form in (words, words[:-1] if words.endswith("s") else words):
            if form in weapons.names and _typed(form, tokens.get(start)):
                return size, WeaponName(
                    span=Span.cut(text, start, stop), entity=form, wclass=weapons.names[form], named=True
                )
        for form in singular(words.lower()):
            if form in weapons.words and _noun(form, size, spots[at + size - 1][0], tokens):
                entity = form.upper() if form in ACRONYMS else form
                return size, WeaponName(
                    span=Span.cut(text, start, stop), entity=entity, wclass=weapons.words[form], named=False
                )
    return 1, None


def _typed(form: str, token: Token | None) -> bool:
    """Tell whether a name of a type is used as one: capitals inside, or a noun not at the head of a sentence."""
    if any(c.isdigit() or c.isupper() for c in form[1:]) or " " in form:
        return True
    return (
        token is not None
        and token.tag_ in ("NNP", "NNPS", "NN", "NNS")
        and token.ent_type_ not in ("PERSON", "GPE", "LOC")
    )


def _town(token: Token) -> bool:
    """Tell whether a capital and "in" make a word a place: "a compound in Tank"."""
    return token.text.istitle() and token.i > 0 and token.nbor(-1).lower_ in {"in", "near"} and token.tag_ == "NNP"


def pit(token: Token) -> bool:
    """Tell whether a mine is one that is dug: "attacked a mine", "at a gold mine", "mine workers"."""
    if token.lemma_.lower() != "mine":
        return False
    if any(c.lemma_.lower() in DUG for c in token.children):
        return True
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in HELD_AT
    if token.dep_ in {"compound", "nmod"}:
        return token.head.lemma_.lower() in WORKED
    return token.dep_ == "pobj" and token.head.lower_ in {"at", "in", "inside", "outside", "into", "from"}


def _noun(form: str, size: int, last: int, tokens: dict[int, Token]) -> bool:
    """Tell whether the words end in a noun, and one that means a weapon here."""
    token = tokens.get(last)
    if token is None:
        return "-" in form or "/" in form
    if size > 1 and token.pos_ != "VERB":
        return True
    if token.pos_ not in ("NOUN", "PROPN") or _town(token):
        return False
    if form not in PLAIN:
        return True
    if pit(token):
        return False
    return any(t.lemma_.lower() in VIOLENT for t in token.doc[max(0, token.i - NEAR) : token.i + NEAR])
