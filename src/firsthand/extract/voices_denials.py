"""What a denial denies."""

import re
from typing import Literal

Denial = Literal["event", "responsibility", "legitimacy", "toll", "status"]

RESPONSIBILITY = re.compile(
    r"\b(?:responsib\w+|involve\w*|complicit\w*|(?:a|any) role|role in|hand in|part in|behind|carr(?:ied|ying) out|"
    r"(?:connection|links?|ties?) (?:to|with))\b|^(?:that )?(?:its|their|his) (?:own )?(?:forces|troops|aircraft|planes|"
    r"fighters|army|jets|artillery|soldiers|units?|men|militia)\b",
    re.IGNORECASE,
)
TOLL = re.compile(
    r"\b(?:casualt\w+|deaths?|dead|toll|killed|wounded|injur\w+|losses|losing|lost|victims?|figures?|number of|fatalit\w+)\b",
    re.IGNORECASE,
)
LEGITIMACY = re.compile(
    r"\b(?:target(?:s|ed|ing)? (?:any )?(?:civilians?|hospitals?|schools?|mosques?|homes?|aid|journalists?|medics?|residential)|"
    r"deliberate\w*|indiscriminate\w*|war crimes?|violat\w+|unlawful\w*|illegal\w*|chemical|banned|prohibited|human shields?|"
    r"massacres?|genocide|cleansing|abuses?|tortur\w+)\b",
    re.IGNORECASE,
)
STATUS = re.compile(
    r"\b(?:captur\w+|seiz\w+|fallen|fell|(?:lost )?control(?: of)?|retreat\w*|withdr\w+|surrender\w*|ceasefire|truce|alive|"
    r"dead or|besieged|siege|in talks|negotiat\w+|hold(?:s|ing)? (?:him|her|them)|resign\w*|fled)\b",
    re.IGNORECASE,
)
DEED = re.compile(
    r"\b(?:str(?:uck|ikes?|iking)|bomb\w*|shell\w*|attack\w*|fir(?:ed|ing)|launch\w*|kidnap\w*|abduct\w*|kill(?:ed|ing)|shot|"
    r"shoot\w*|raid\w*|plant\w*|carried|conduct\w*|ambush\w*)\b",
    re.IGNORECASE,
)
OWN = re.compile(r"^(?:that )?(?:it|they|he|she|we|i)\b|^(?:having\b|[a-z]{3,15}ing\b)", re.IGNORECASE)


def denial_of(content: str) -> Denial:
    """What a denied content is about: the right to do it, whose deed, how many, how things stand, else that it happened."""
    if LEGITIMACY.search(content):
        return "legitimacy"
    if RESPONSIBILITY.search(content):
        return "responsibility"
    if OWN.match(content) and DEED.search(content):
        return "responsibility"
    if TOLL.search(content):
        return "toll"
    if STATUS.search(content):
        return "status"
    return "event"
