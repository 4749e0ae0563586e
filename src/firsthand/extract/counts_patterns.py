"""Counts that the parse misses: headlines ("5 killed, 20 wounded"), tolls, and "no reports of casualties"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.numbers import Amount
from firsthand.model.claim import Field

NONE_REPORTED = re.compile(
    r"\b(?:no|without(?: any)?)\s+(?:immediate |initial |official |confirmed |credible )?"
    r"(?:reports?|indications?|signs?|word|evidence|information|mention)\s+(?:of|on|about|that)\s+"
    r"(?:any\s+)?(?P<who>[\w' -]{0,40}?)\b"
    r"(?P<what>casualt\w+|deaths?|fatalit\w+|injur\w+|harm|killed|wounded|dead|victims?)",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r"\s+(?:of\s+)?(?P<who>(?:[\w'’-]{1,24}\s+){0,5}?)"
    r"(?:(?:were|was|are|is|have been|has been|had been|being|others|people|remain|reported|reportedly|confirmed|feared|"
    r"believed|also|left|more)\s+){0,3}"
    r"(?P<what>killed (?:or|and) (?:wounded|injured)|killed|dead|slain|martyred|wounded|injured|hurt|missing|captured|"
    r"arrested|detained|kidnapped|abducted|displaced)\b",
    re.IGNORECASE,
)
FIELD: dict[str, Field] = {
    "killed": "killed", "dead": "killed", "slain": "killed", "martyred": "killed", "wounded": "wounded", "injured": "wounded",
    "hurt": "wounded", "missing": "missing", "captured": "captured", "arrested": "captured", "detained": "captured",
    "kidnapped": "captured", "abducted": "captured", "displaced": "displaced", "taken": "captured",
}  # fmt: skip
TOLL = re.compile(
    r"\b(?:(?:death|casualty)\s+tolls?|tolls?|number of (?:dead|deaths|fatalities|people killed|those killed|victims)"
    r"|(?:put|puts|placed?) (?:the )?(?:number of )?(?:dead|deaths|fatalities))\b"
    r"[^.;!?\n]{0,80}?\b(?:to|at|of|reached|reaches|hit|hits|is|was|exceeds?|exceeded|passed|topped)\s+(?:now\s+|be\s+)?$",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(
    r"\b(?:number|count|tally|toll|figure) of (?:the |those |people |persons |villagers |civilians |soldiers ){0,2}"
    r"(?P<what>killed|dead|wounded|injured|missing|captured|taken|abducted|kidnapped|arrested|detained|displaced)\b"
    r"[^.;!?\n]{0,30}?(?:\b(?:at|to|is|was|reached|of)|,)\s+(?:now\s+)?$",
    re.IGNORECASE,
)
FATES = r"(?P<what>killed|dead|wounded|injured|hurt|missing|captured|taken|abducted|kidnapped|arrested|detained|displaced)\b"
WHOSE = r"(?:number|count|tally|toll|figure) of (?:the |those )?(?:[\w'’-]{2,20} ){0,3}?(?:who (?:were|had been|have been) )?"
COME_TO = re.compile(
    rf"\b{WHOSE}{FATES}[^.;!?\n]{{0,90}}?\b(?:(?:gone|went|goes|climb(?:ed|s)?|r(?:ose|isen|ises)|gr(?:ew|own)|increased|"
    r"f(?:ell|allen)|dropped|c(?:ame|omes?)|st(?:ood|ands?)|stay(?:s|ed)|remain(?:s|ed)?|put|set) (?:up |down )?(?:to|at)|"
    r"reach(?:ed|es)|was|is|at|from [\w,-]{1,12} to) (?:now )?$",
    re.IGNORECASE,
)
"""A number of people of one fate, with more said between: "the number of people injured in the blast had gone up to 41"."""
PUT_AT = re.compile(
    r"\b(?:put|puts|putting|rais(?:ed|es|ing)|lower(?:ed|s|ing)|revis(?:ed|es|ing)|br(?:ings?|ought|inging)|set|cut|reduced|"
    r"increased|settled)(?: up| down| back)? (?:at|to|on) (?:(?:at least|about|some|more than) )?$",
    re.IGNORECASE,
)
NUMBER_PUT = re.compile(rf"\s+(?:as )?(?:the |its |their )?{WHOSE}{FATES}", re.IGNORECASE)
"""The number before what it counts: "put at 20 the number of people killed"."""
ITS_COUNT = re.compile(
    r"\s+(?:its|the|their|his|her)\s+(?:death\s+)?(?:count|toll|tally|figure|estimate)\b(?P<rest>[^.;!?\n]{0,50})",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"\bkill(?:ed|ing|s)? (?:or|and) (?:wound|injur|hurt|maim)(?:ed|ing|s|es)?\s+(?:another\s+)?$", re.IGNORECASE
)
DID = re.compile(
    r"(?<!\bwere )(?<!\bwas )(?<!\bbeen )(?<!\bbeing )(?<!\bare )"
    r"\b(?P<what>kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|abduct(?:ed|ing|s)|kidnap(?:ped|ping|s)|captur(?:ed|ing|es)|arrest(?:ed|ing|s)|detain(?:ed|ing|s)|displac(?:ed|ing|es))\s+"
    r"(?:(?:another|a further|about|some) )?$",
    re.IGNORECASE,
)
"""A verb of harm right before its number, where the parse may take the verb for a participle: "an attack killed 30"."""
STEMS: dict[str, Field] = {
    "kil": "killed", "wou": "wounded", "inj": "wounded", "abd": "captured", "kid": "captured", "cap": "captured",
    "arr": "captured", "det": "captured", "dis": "displaced",
}  # fmt: skip
OLDER = re.compile(
    r"\b(?:up|down|rising|revised|revising|raised|lowered)\s+from\s+(?:an?\s+\w+\s+){0,2}$|\bto \d+,? from $",
    re.IGNORECASE,
)
NOT_ONE = re.compile(r"\b(?:neither|none) of (?:the |its |their )?$", re.IGNORECASE)
"""Words before a number that make it none: "neither of the two pilots"."""
NOW = re.compile(r"\s+to\s+(?:at least |more than |about |some |over |nearly )?\d", re.IGNORECASE)
BREAK = re.compile(
    r"[.;:!?]|\b(?:including|says?|said|no|not|none|to|as|if|and|that|which|when|after|but|in|with|from|at|on|by|of|for|"
    r"among|or|since)\b|\d"
)
FILLER = re.compile(r"\b(?:were|was|are|is|been|have|has|had|reported|reportedly|confirmed|people,)\b")
ASKED = re.compile(r"\b(?:how|so) many\b", re.IGNORECASE)
LONG_REACH = 180
"""The same where a verb takes the words up again."""
REACH = 110
"""Characters before a number in which "death toll" counts it."""


def older(text: str, amount: Amount) -> bool:
    """Tell whether the text itself gives the number as one that no longer holds ("up from 23")."""
    if OLDER.search(text[max(0, amount.start - 40) : amount.start]):
        return True
    return bool(text[max(0, amount.start - 5) : amount.start].lower() == "from " and NOW.match(text, amount.end))


def pattern_counts(doc: Doc, text: str, amounts: Sequence[Amount], skip: frozenset[int]) -> Iterator[HarmCount]:
    """All counts that plain patterns give, in no order. `text`: that of `doc`, which puts it together anew when asked."""
    for m in NONE_REPORTED.finditer(text):
        yield from _none_reported(doc, m)
    for a in amounts:
        if a.kind == "one":
            continue
        plain = PLAIN.match(text, a.end, a.end + 160)
        if plain and not BREAK.search(plain["who"]) and not ASKED.search(text[max(0, a.start - 12) : a.end]):
            who = FILLER.sub("", plain["who"]).strip()
            if who.lower() in {"the", "those"} or NOT_ONE.search(text[max(0, a.start - 24) : a.start]):
                continue
            yield from _made(doc, text, a, who, _field(plain["what"]), plain.start("what"), "counts.pattern", skip)
        before = text[max(0, a.start - 40) : a.start]
        if JOINT.search(before):
            yield from _made(doc, text, a, _behind(text, a.end), "killed_or_wounded", a.start, "counts.joint", skip)
        elif (did := DID.search(before)) and a.kind == "number":
            at = a.start - len(before) + did.start("what")
            yield from _made(
                doc, text, a, _behind(text, a.end), STEMS[did["what"][:3].lower()], at, "counts.pattern", skip
            )
        if counted := _number_of(text, a):
            yield from _made(doc, text, a, "", FIELD[counted["what"].lower()], a.start, "counts.number_of", skip)
            continue
        its = ITS_COUNT.match(text, a.end, a.end + 80)
        if its and re.search(r"kill|dead|death|toll", its[0], re.IGNORECASE):
            yield from _made(doc, text, a, "", "killed", a.start, "counts.toll", skip)
        if TOLL.search(text[max(0, a.start - REACH) : a.start]):
            yield from _made(doc, text, a, "", "killed", a.start, "counts.toll", skip)


def _number_of(text: str, a: Amount) -> re.Match[str] | None:
    """The words that say of whom a number is the number, before it or behind it."""
    near = NUMBER_OF.search(text[max(0, a.start - REACH) : a.start])
    if near is not None:
        return near
    if PUT_AT.search(text[max(0, a.start - 40) : a.start]):
        return NUMBER_PUT.match(text, a.end, a.end + REACH)
    return COME_TO.search(text[max(0, a.start - LONG_REACH) : a.start])


def _behind(text: str, at: int) -> str:
    m = re.compile(r"\s+((?:[a-z'’-]{2,20} ){0,2}?(?:people|persons|[a-z]{3,20}s|men|women|children))\b").match(
        text, at, at + 60
    )
    return m[1] if m else ""


def _field(what: str) -> Field:
    return "killed_or_wounded" if " " in what else FIELD[what.lower()]


def _made(
    doc: Doc, text: str, a: Amount, who: str, field: Field, at: int, by: str, skip: frozenset[int]
) -> Iterator[HarmCount]:
    token = doc.char_span(at, at + 1, alignment_mode="expand")
    if token is None or token.start in skip:
        return
    at_who = a.end + 4 if text[a.end : a.end + 4] == " of " else a.end + 1
    follows = bool(who) and text[at_who : at_who + len(who)] == who
    people = doc.char_span(at_who, at_who + len(who), alignment_mode="expand") if follows else None
    end = at_who + len(who) if follows else a.end
    yield HarmCount(
        field=field, token=token.start, head=people[-1].i if people else -1, start=a.start, end=end,
        number=a.number, bound=a.bound, low=a.low, high=a.high, who=who or None, wording=a.wording, by=by,
        older=older(text, a),
    )  # fmt: skip


def _none_reported(doc: Doc, m: re.Match[str]) -> Iterator[HarmCount]:
    token = doc.char_span(m.start("what"), m.end("what"), alignment_mode="expand")
    if token is None:
        return
    yield HarmCount(
        field=_none_field(m["what"].lower(), "civilian" in m["who"].lower()), token=token.start, head=-1,
        start=m.start(), end=m.end(), number=0, bound="none_reported", low=0, high=None, who=m["who"].strip() or None,
        wording=m[0], by="counts.none_reported",
    )  # fmt: skip


def _none_field(what: str, civil: bool) -> Field:
    if what.startswith(("death", "fatal", "kill", "dead")):
        return "civilian_killed" if civil else "killed"
    if what.startswith(("injur", "wound")):
        return "civilian_wounded" if civil else "wounded"
    return "civilian_casualties" if civil else "killed_or_wounded"
