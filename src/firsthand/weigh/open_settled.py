"""Words by which a sentence settles what was left open: what an inquiry found, whom the dead were, that the missing were found.

A toll is settled by a figure, and silence by whoever was silent: those are told by claims and voices, not by words.
"""

import re
from collections.abc import Mapping
from typing import Final

from firsthand.model.incident import About

TOLD = (
    r"(?:found|concluded?s?|established|determined|show(?:s|ed|n)|revealed|confirmed|ruled|cleared|blamed|published"
    r"|closed|completed"
    r"|ended|dropped|released|dissolved|held that|attributed|listed|lists|uncovered|identified|traced|disproved"
    r"|dismissed)"
)
WHO = (
    r"(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|commissions?|autops(?:y|ies)|post-mortems?"
    r"|tribunals?|panel"
    r"|investigators|inspectors|prosecutors|detectives|pathologists|forensic experts|court|judges?|(?:report"
    r"|findings|results) (?:of|by|on)"
    r"|(?:mission|commission|inspectors|investigators|panel|team)'s? (?:\w{3,10} )?(?:report|findings))"
)
OBJECTS = (
    r"(?:assessments?|surveys?|evaluations?|inspections?|engineers?|inspectors|surveyors"
    r"|(?:satellite )?(?:imagery|images))"
)
PEOPLE = (
    r"(?:bod(?:y|ies)|missing|survivors?|crew|pilots?|wreck\w{0,4}|remains|hostages?|captives?|sailors?|soldiers?"
    r"|men|women|girls?|boys?|children"
    r"|guards?|victims?|people|passengers?|workers?|relatives|villagers|fishermen|nuns?|aid workers?|journalists?"
    r"|last|attackers?|suspects?|gunm[ae]n"
    r"|bombers?|assailants?|drivers?|officers?)"
)
FOUND = (
    r"(?:found|rescued|freed|recovered|released|pulled|located|accounted for|retrieved|brought out|returned"
    r"|arrested|captured)"
)
SETTLES: Final[Mapping[str, re.Pattern[str]]] = {
    "inquiry": re.compile(
        rf"\b{WHO}\b[^.!?]{{0,60}}\b(?:{TOLD})\b"
        r"|\b(?:report|findings)\b[^.!?]{0,40}\bby (?:the )?(?:\w{3,12} )?(?:investigators|inspectors|inquiry"
        r"|commission|panel|mission|judges?)\b[^.!?]{0,10}\b(?:says?|said|states?|stated)\b"
        r"|\b(?:investigators|inspectors|pathologists|detectives) (?:have |had )?(?:said|say) (?!they (?:were|are"
        r"|will|would))"
        r"|\b(?:was|were|been|have|has|had) (?:formally )?(?:charged|convicted|sentenced|acquitted|indicted"
        r"|court-martialled|found guilty|cleared)\b"
        r"|\bpleaded (?:not )?guilty\b|\bclosed the (?:case|inquiry|investigation)\b",
        re.IGNORECASE,
    ),
    "assessment": re.compile(
        rf"\b{OBJECTS}\b[^.!?]{{0,50}}\b(?:{TOLD}|estimated|put)\b|\bdamage (?:was|is|has been) (?:estimated|put"
        rf"|assessed|valued) at\b",
        re.IGNORECASE,
    ),
    "identity": re.compile(
        r"\b(?:was|were|been) (?:\w{4,12} )?(?:identified|named) (?:as|by)\b|\b(?:identified|named) (?:the|both|all"
        r"|two|three|one|him|her|them)\b[^.!?]{0,60}\bas\b"
        r"|\bidentified (?:the|both|all|two|three) (?:[\w-]{2,10} ){0,4}(?:dead|victims?|bod(?:y|ies)|remains|men"
        r"|women|attackers?|bombers?)\b"
        r"|\bnamed (?:the|both|all) (?:\w{3,12} )?(?:dead|victims?|men|attackers?|bombers?|soldiers?|officers?)\b"
        r"|\b(?:names|identities|list)\b[^.!?]{0,30}\b(?:was|were|been) (?:released|published|made public|read out)\b"
        r"|\bDNA (?:tests?|samples?|analysis)\b[^.!?]{0,30}\b(?:confirmed|showed|matched|proved|established)\b",
        re.IGNORECASE,
    ),
    "search": re.compile(
        rf"\b{PEOPLE}\b[^.!?]{{0,50}}\b(?:was|were|been|are|is) (?:\w{{3,10}} ){{0,2}}?{FOUND}\b"
        rf"|\b{PEOPLE}\b[^.!?]{{0,30}}\b(?:turned up|reappeared|resurfaced|came back|came home|walked out"
        rf"|made (?:his|her|their) way)\b"
        rf"|\b(?:found|recovered|rescued|pulled|located|freed|retrieved|arrested"
        rf"|captured) (?:[\w-]{{1,12}} ){{0,4}}?{PEOPLE}\b"
        r"|\b(?:search(?! of)|manhunt|hunt|rescue (?:work|effort|operation)s?)\b[^.!?]{0,40}\b(?:called off|ended"
        r"|over|completed|suspended|stopped|abandoned)\b"
        r"|\b(?:ended|called off|abandoned|stopped|completed) (?:the|their|its) (?:search|rescue|hunt)"
        r"|\ball (?:\w{2,10} ){0,3}accounted for\b",
        re.IGNORECASE,
    ),
    "responsibility": re.compile(
        r"\b(?:claim\w{0,3}|admitt?\w{0,3}|acknowledg\w{1,4}|accept\w{0,3}|took|takes?|taken"
        r"|assum\w{1,3}) (?:\w{3,10} )?(?:responsibility|credit)\b"
        r"|\b(?:claim|admitt)(?:ed|s|ing) (?:the|this|that|both|having|to have|carrying|planting|firing|it had)\b"
        r"|\bowned up to (?:the|this|it)\b"
        r"|\bsa(?:id|ys?)\b[^.!?]{1,40} that (?:it|they|its (?:own )?\w{3,12}|their (?:own )?\w{3,12}) (?:had |was "
        r"|were |have |has )?(?:behind|responsible|carried out|carried it out"
        r"|planted|staged|mounted|launched)\b"
        r"|\bsa(?:id|ys?) (?:that )?(?:it|they|its (?:own )?\w{3,12}|their (?:own )?\w{3,12}) (?:had |was |were "
        r"|have |has )?(?:behind|responsible|carried out|carried it out"
        r"|planted|fired|staged|mounted|done it|did it|attacked|bombed|shelled|detonated)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
NAMED: Final = re.compile(
    r"\b(?:[Aa]ttacker|[Bb]omber|[Gg]unman|[Aa]ssailant|[Vv]ictim|[Dd]ead (?:man|woman|officer|soldier))s? (?:was"
    r"|were|is|are) [A-Z][\w'-]+ [A-Z][\w'-]+"
)
"""The same for a name that follows at once."""
NOT: Final = re.compile(
    r"\b(?:not|n't|never|no|nobody|neither|none|yet|still|without|nor|whether|will|would|until|when|if|any|more"
    r"|other|others)\b",
    re.IGNORECASE,
)
"""Words that, before or inside it, keep words of settling from settling."""
BEFORE = 30


def settles(about: About, flat: str) -> bool:
    """Tell whether the words of a sentence settle a question of this kind; `flat`: with straight apostrophes."""
    words = SETTLES.get(about)
    if words is None:
        return False
    if about == "identity" and NAMED.search(flat):
        return True
    return any(NOT.search(flat[max(0, m.start() - BEFORE) : m.end()]) is None for m in words.finditer(flat))
