"""Words by which a sentence leaves something open, and what it leaves open.

Two ways. Some words say by themselves what is open ("no claim of responsibility", "was reviewing the strike"). Others only say
that something is not known ("was not clear", "had yet to be", "could not be verified"); what that is stands beside them: how
many, who, why. A question that a person asks, what is generally so ("nobody usually claims such raids"), and inquiries into
another event leave nothing open here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from firsthand.model.incident import About
from firsthand.weigh.open_settled import settles
from firsthand.weigh.open_words import INQUIRY, NEEDS, WAYS

CUES: Final[Mapping[About, re.Pattern[str]]] = {
    about: re.compile("|".join(rf"\b(?:{way})\b" for way in ways), re.IGNORECASE) for about, ways in WAYS.items()
}
NEEDED: Final = {about: tuple(parts.casefold().split("|")) for about, parts in NEEDS.items()}
UNKNOWN: Final = re.compile(
    r"\b(?:(?:not|n't|never|neither side (?:has|had)|neither party (?:has|had)|nobody|no one)(?: yet| immediately"
    r"| independently| fully| so far| been| be| has| have| had"
    r"| clearly| officially| entirely| publicly){0,3} (?:known|knows?|knew|clear|certain|available|possible"
    r"|established|determined|disclosed|released"
    r"|revealed|given|announced|confirmed?|verif(?:y|ied)|possible to say|say|said|specif(?:y|ied)|disclosed?"
    r"|counted|reached)"
    r"|unknown|unclear|uncertain|undisclosed|undetermined|unconfirmed|unverified|withheld"
    r"|remain\w{0,2} (?:a mystery|to be seen)|(?:yet|still) (?:to be|being) \w{3,14}(?:ed|wn|en)|too (?:early"
    r"|soon) to (?:say|tell|know|judge)"
    r"|(?:could not|couldn't|cannot|unable to|impossible to) (?:immediately |independently |be "
    r"|yet ){0,3}(?:confirm|verif|establish|determin|check|corroborat)\w{0,4}"
    r"|await\w{0,3}|pending)\b",
    re.IGNORECASE,
)
"""Something is not known, or waits; what it is stands beside it."""
AFTER: Final = (
    ("toll", r"how many|what number|whether (?:it|they|he|she) (?:had )?(?:lost"
        r"|suffered)"), ("identity", r"who the (?:[\w-]{2,12} ){1,3}(?:was|were|are|is)\b"),
    ("responsibility", r"who(?:se)?|which (?:side|group|faction|party|country|army|forces?|aircraft)"),
    ("assessment", r"how (?:badly|much|severely|extensive|many (?:houses|homes"
        r"|buildings))"), ("search", r"where (?:the|he|she|they)"),
    ("assessment", r"whether the (?:\w{3,12} ){1,2}can be"), ("other", r"why|whether|how|what|where|when|if"),
)  # fmt: skip
BESIDE: Final = (
    ("identity", r"identit(?:y|ies)|nationalit(?:y|ies)|names?|named"),
    ("search", r"whereabouts|fate|missing"),
    ("responsibility", r"responsib\w{2,6}|perpetrators?|affiliation|culprits?|suspects?|origin of the (?:fire|shell"
        r"|missile|drone|attack)"),
    ("toll", r"numbers?|tolls?|casualt(?:y|ies)|figures?|counts?|losses|how many|death toll"),
    ("assessment", r"damage|extent of"),
    ("other", r"motives?|reasons?|causes?|condition|details?|circumstances|claims?|reports?|accounts?|statements?"
        r"|allegations?"),
)  # fmt: skip
ASIDE: Final = tuple((about, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for about, words in BESIDE)
FRONT: Final = tuple((about, re.compile(rf"\W{{0,3}}(?:{words})\b", re.IGNORECASE)) for about, words in AFTER)
NEXT: Final = tuple(
    (about, re.compile(rf"\W{{1,3}}(?:\w{{2,12}} ){{0,2}}?(?:{words})\b", re.IGNORECASE)) for about, words in AFTER
)
REACH = 70
"""Characters within which what is not known stands beside the words that say so."""
GENERAL: Final = re.compile(
    r"\b(?:usually|rarely|seldom|often|always|typically|normally|in (?:most|many|such)|most such|as a rule"
    r"|every time)\b",
    re.IGNORECASE,
)
NOW: Final = re.compile(
    r"\b(?:immediate(?:ly)?|yet|so far|still|did(?: not|n't)|(?:has|have|had)(?: not|n't| yet| no)|was|were|will)\b",
    re.IGNORECASE,
)
UNNAMED: Final = re.compile(
    r"\b(?:asked|asking|ask|request\w{0,3}|declin\w{1,3}|refus\w{1,3}|prefer\w{0,3}|wish\w{0,3}|want\w{0,3}"
    r"|on condition)\b[^.!?]{0,30}"
    r"\b(?:names?|named|identified|anonym\w{2,6})\b|\bwho (?:was|were|could|would) not (?:be )?(?:named|identified)\b",
    re.IGNORECASE,
)
ELSE: Final = re.compile(
    rf"\b(?:separate|another|previous|earlier|unrelated|past|similar|last (?:year|month"
    rf"|week)(?:'s)?) (?:[\w-]{{2,14}} ){{0,2}}?{INQUIRY}"
    rf"|\b{INQUIRY} (?:by [^,.]{{2,40}} )?into (?:a (?:separate|similar|different|previous|earlier)|an(?:other"
    rf"| earlier| unrelated)|previous|earlier|past|other"
    r"|last (?:year|month|week|autumn|winter|spring|summer)\W)",
    re.IGNORECASE,
)
INTO: Final = re.compile(rf"\b{INQUIRY}\b[^.!?]{{0,20}}\binto\b[^.!?]{{0,60}}\b((?:19|20)\d\d)\b", re.IGNORECASE)
SOUGHT: Final = re.compile(
    r"\b(?:search\w{0,3}|look\w{0,3}|hunt\w{0,3})\b[^.!?]{0,12}\bfor (?:\w{2,12} )?(?:weapons?|arms|explosives?"
    r"|mines|ammunition|evidence|drugs|work|peace|shelter)\b"
    r"|\b(?:search|hunt)ing for [^.!?]{3,60} when\b",
    re.IGNORECASE,
)


def left_open(sentence: str, years: frozenset[str] = frozenset()) -> About | None:
    """What kind of thing a sentence leaves open, the first of several."""
    return next(questions_in(sentence, years), None)


def questions_in(sentence: str, years: frozenset[str] = frozenset()) -> Iterator[About]:
    """Each kind of thing that a sentence leaves open, once. `years`: those that the incident may have happened in."""
    flat = sentence.replace("’", "'")
    if flat.rstrip(" \"'”\n").endswith("?") or (GENERAL.search(flat) and not NOW.search(flat)):
        return
    seen: set[About] = set()
    low = flat.casefold()
    told = (about for about, cue in CUES.items() if _has(low, NEEDED[about]) and cue.search(flat))
    for about in (*told, *_unknown(flat)):
        if about not in seen and not _barred(about, flat, years):
            seen.add(about)
            yield about


def _has(low: str, parts: Sequence[str]) -> bool:
    return any(part in low for part in parts)


def _unknown(flat: str) -> Iterator[About]:
    """What stands beside words that say that something is not known."""
    for match in UNKNOWN.finditer(flat):
        after = flat[match.end() : match.end() + REACH]
        about = (
            next((about for about, words in NEXT if words.match(after)), None)
            or next((about for about, words in FRONT if match.start() and words.match(flat)), None)
            or _nearest(flat, match)
        )
        if about is not None:
            yield about  # type: ignore[misc]
            return


def _nearest(flat: str, match: re.Match[str]) -> str | None:
    start = max(0, match.start() - REACH)
    around = flat[start : match.end() + REACH // 2]
    found = [
        (abs(start + m.start() - match.start()), place, about)
        for place, (about, words) in enumerate(ASIDE)
        for m in words.finditer(around)
    ]
    return min(found)[2] if found else None


def other_inquiry(sentence: str, years: frozenset[str]) -> bool:
    """Tell whether an inquiry is into something else: a separate or earlier matter, or one of another year."""
    into = INTO.search(sentence)
    return ELSE.search(sentence) is not None or (into is not None and into[1] not in years)


def _barred(about: About, flat: str, years: frozenset[str]) -> bool:
    """Tell whether it is settled in the same breath, of another event, or no question at all."""
    if about == "inquiry" and other_inquiry(flat, years):
        return True
    if (about == "identity" and UNNAMED.search(flat)) or (about == "search" and SOUGHT.search(flat)):
        return True
    return about in ("inquiry", "assessment", "search", "identity") and settles(about, flat)
