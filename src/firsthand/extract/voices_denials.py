"""What a denial denies, whether somebody denies it in so many words ("denied that …") or says it was not so.

In this order: that the dead were civilians (status), that it was wrong (legitimacy), that the speaker did it
(responsibility), how many (toll), else that it happened (event).
"""

import re
from typing import Final, Literal

Denial = Literal["event", "responsibility", "legitimacy", "toll", "status"]

WHO = (
    r"(?:civilians?|combatants?|non-combatants?|fighters?|militants?|terrorists?|insurgents?|gunmen|soldiers|unarmed|innocent|"
    r"minors|children|farmers)"
)
OWN_FORCES = (
    r"(?:forces|troops|aircraft|planes|warplanes|fighters|army|jets|drones|artillery|soldiers|units?|men|militia|guards?|police|"
    r"helicopters|gunmen|members|missiles?|rockets?)"
)
SAYINGS = r"(?:accusations?|allegations?|charges?|claims?|reports?|rumou?rs?|suggestions?|assertions?|news|stories|it)"
DEEDS = (
    r"(?:attacks?|incidents?|strikes?|raids?|clash(?:es)?|massacres?|killings?|explosions?|shelling|bombing|blast|kidnapping|"
    r"abduction|ambush)"
)
NOT = r"(?:not|n't|n’t|never|neither)"
BE = r"(?:was|were|is|are|had been|have been|has been)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


STATUS: Final = _any(
    rf"\b(?:was|were|are|is|be|been|being|as) (?:all |any |only |not |in fact |actually )?(?:an? )?{WHO}\b",
    r"\bcivilians (?:were|had been) among\b",
    rf"\b(?:any|the) of the (?:dead|victims)\b.{{0,40}}\b{WHO}\b",
)
LEGITIMACY: Final = _any(
    r"\btarget(?:s|ed|ing)? (?:any )?(?:\w{3,12} )?"
    r"(?:civilians?|hospitals?|schools?|mosques?|churches|homes?|aid|journalists?|medics?)\b",
    r"\btarget(?:s|ed|ing)? residential\b",
    r"\b(?:deliberate\w*|intentional\w*|indiscriminate\w*|war crimes?|crimes against|violat\w+)\b",
    r"\bus(?:e|es|ed|ing) (?:\w{2,15} ){0,2}(?:hospitals?|schools?|mosques?|homes?|ambulances?|civilians?|clinics?) (?:for|as)\b",
    r"\b(?:breach\w*|unlawful\w*|illegal\w*)\b",
    r"\b(?:chemical|banned|prohibited|cluster (?:bombs?|munitions?)|phosphorus|barrel bombs?|human shields?|genocide)\b",
    r"\b(?:cleansing|abuses?|abusing|tortur\w+|rap(?:e|ed|ing)|starv\w+|looting|looted|excessive|disproportionate\w*)\b",
)
RESPONSIBILITY: Final = _any(
    r"\b(?:responsib\w+|involve\w*|complicit\w*|(?:a|any) role|role in|hand in|part in|behind|carr(?:ied|y|ying) out)\b",
    r"\b(?:connection|links?|ties?) (?:to|with)\b",
    rf"^(?:that )?(?:its|their|his|our) (?:own )?(?:\w{{3,12}} )?{OWN_FORCES}\b",
    rf"\b{SAYINGS} (?:that )?(?:its|their|his|our) (?:\w{{3,12}} )?{OWN_FORCES}\b",
)
LOST: Final = _any(
    rf"^(?:that )?(?:any of |some of )?(?:its|their|his|our) .{{0,30}}\b{BE} "
    r"(?:\w{3,12} )?(?:killed|wounded|injured|hurt|harmed|lost|dead)\b"
)
TOLL: Final = _any(
    r"\b(?:casualt\w+|deaths?|dead|toll|killed|wounded|injur\w+|losses|died|dying)\b",
    r"\b(?:lost|losing|loses?)\b"
    r"(?! (?:control|territory|ground|(?:the|any|its|their) (?:\w{3,12} )?(?:town|village|city|base|hill|bridge|area)))",
    r"\b(?:victims?|figures?|number of|fatalit\w+|hurt|harmed)\b",
)
DEED: Final = _any(
    r"\b(?:str(?:uck|ikes?|iking)|bomb\w*|shell\w*|attack\w*|fir(?:e|ed|ing)|launch\w*|kidnap\w*|abduct\w*|kill(?:ed|ing)?|shot)\b",
    r"\b(?:shoot\w*|raid\w*|plant\w*|carr(?:y|ied)|conduct\w*|ambush\w*|burn\w*|execut\w*|behead\w*|destroy\w*|attempt\w*)\b",
    r"\b(?:assassinat\w*|hit|hitting|detain\w*|holding|drop\w*|mining|mined|sink\w*|sunk|hijack\w*|murder\w*|us(?:ed|ing))\b",
    r"\b(?:order\w*|stag(?:ed|ing)|loot\w*|back(?:s|ed|ing)|shelter\w*|harbou?r(?:s|ed|ing)|support\w*|arm(?:s|ed|ing)|fund\w*)\b",
    r"\b(?:suppl(?:y|ies|ied|ying)|train(?:s|ed|ing)|sen(?:t|ds?|ding)|deploy\w*|help\w*|host\w*|smuggl\w*|poison\w*|provid\w*)\b",
)
OWN: Final = _any(
    r"^(?:that )?(?:it|they|he|she|we|i)\b",
    r"^(?:having\b|[a-z]{3,15}ing\b)",
    rf"^(?:the |these |those |any |all )?{SAYINGS} (?:(?:that )?(?:it|they|he|she|we)\b|of (?:having )?[a-z]{{3,15}}ing\b)",
)
LAWFUL: Final = _any(
    rf"\b(?:{DEEDS}|it|this|that|use|operations?)\b.{{0,60}}\b(?:was|were|is|are|had been) (?:\w{{3,12}}ly )?"
    r"(?:lawful|legal|justified|legitimate|proportionate)\b",
    r"\b(?:legitimate|lawful|legal|valid|military) (?:military )?(?:targets?|objectives?)\b",
    rf"\b(?:do|does|did|had|have|has|would|will|were|was) ?{NOT} (?:been )?(?:deliberately |intentionally |ever )?"
    r"target(?:ed|ing)? (?:civilian|hospital|school|mosque|market|home|journalist|medic|aid)",
    r"\bnever (?:fire|shoot|shell|bomb|strike|hit|attack|target)s? (?:at |on )?(?:residential|civilian|hospital|school)",
    r"\bact(?:s|ed|ing)? (?:lawfully|legally|in self-defen[cs]e)\b",
    rf"\b{NOT} (?:been )?(?:mistreat|tortur|abus|harm)(?:ed|ing)? (?:any )?(?:prisoners?|detainees?|civilians?|captives?)\b",
    r"\b(?:in (?:line|accordance|compliance)|compl(?:y|ied|ies)) with (?:the )?(?:laws?|international|rules)",
    r"\bused (?:by \w{2,20} )?as an? (?:\w{3,12} )?(?:command|base|headquarters|depot|launch|hideout|hide-out|firing)",
)
WAS_NOT_US: Final = _any(
    r"\bnothing to do with\b",
    rf"\b(?:was|were|is|are|am|had|have|has|['’]m|['’]re) ?(?:{NOT}|in no way) (?:been )?(?:responsible|involved|behind|the one)",
    r"\b(?:had|has|have|played|took|bears?|bore) no (?:role|part|hand|involvement|links?|connection|responsibility|knowledge)",
    rf"\bnone of (?:its|their|our|his) (?:\w{{3,12}} )?{OWN_FORCES}\b",
    r"^(?:that )?no (?:\w{3,12} )?(?:aircraft|warplanes|planes|jets|forces|troops|drones)\b.{0,60}"
    r"\b(?:area|active|operat\w+|fl(?:ying|ew)|dropp\w+|bomb\w*|str(?:uck|ike)|fir(?:ed|ing)|attack\w*|hit|shell\w*)",
)
DID_NOT: Final = _any(
    rf"^(?:that )?(?:(?:it|they|he|she|we|i)|(?:its|their|our|his) (?:\w{{3,12}} )?{OWN_FORCES})\b.{{0,12}} ?"
    rf"(?:did|had|have|has) ?{NOT} (?:been )?(?:\w{{3,12}}ly )?(\w{{3,15}})"
)
UNTRUE: Final = _any(
    rf"\b(?:{SAYINGS}|footage|videos?|statements?|toll|figures?|numbers?)\b.{{0,90}}\b(?:were|was|is|are|as) "
    r"(?:completely |totally |entirely |simply |all |utterly |pure |mere |a |an )?"
    r"(?:false|untrue|not true|baseless|unfounded|groundless|fabricated|fabrications?|fake|incorrect|inaccurate|lies?|"
    r"exaggerated|inflated|wrong|propaganda|nonsense|without (?:any )?(?:foundation|basis)|"
    r"not credible|implausible|unsubstantiated|unsupported)\b"
)
EXAGGERATED: Final = _any(r"\b(?:exaggerated|inflated)\b")
NEVER: Final = _any(
    r"\bno such \w+",
    r"\b(?:not|un)[ ]?aware of (?:any|such|an?)\b|\b(?:had|has|have) no (?:record|information|reports?|indication) (?:of|that)\b",
    rf"\b(?:{DEEDS}|it|this|that) (?:had |has |have |did )?{NOT} (?:yet )?"
    r"(?:happen(?:ed)?|take place|taken place|took place|occur(?:red)?|exist(?:ed)?)\b",
    rf"^(?:that )?no (?:\w{{3,12}} ){{0,2}}(?:missiles?|rockets?|shells?|bombs?|drones?|projectiles?|{DEEDS})\b.{{0,40}}"
    r"\b(?:hit|struck|fell|landed|reached|exploded|fired|dropped|launched|carried out|conducted|took place|happened|occurred)\b",
    r"^(?:that )?(?:no|none of (?:its|our|their|the)) (?:\w{3,12} ){0,2}(?:ships?|vessels?|warships?|destroyers?|frigates?|"
    r"tankers?|bases?|aircraft|planes?|jets?|helicopters?|drones?|tanks?) (?:was|were|had been|has been|have been) "
    r"(?:hit|struck|attacked|sunk|downed|shot down|lost|destroyed|damaged)\b",
    rf"^(?:that )?there (?:was|were|had been|has been|have been) ?(?:no|not any|never (?:been )?an?y?) (?:\w{{3,12}} )?{DEEDS}\b",
)
NOT_CIVILIANS: Final = _any(
    rf"\b(?:were|was|are|is) (?:all |only )?(?:\w{{3,12}} )?{WHO},? (?:and |rather than |but )?(?:not |rather than )?{WHO}\b",
    rf"\b(?:were|was|are) ?{NOT} {WHO}\b",
    rf"\b(?:none|not one) of (?:the |those )?\w+(?: killed)? (?:was|were|had been) (?:an? )?{WHO}\b",
    r"\bnone of (?:the |those )(?:dead|killed|victims|men|wounded) (?:was|were|had been|belonged) "
    r"(?:to )?(?:(?:one of )?its|theirs|ours)\b",
    rf"\ball (?:of )?(?:the |those )?(?:dead|killed|victims) (?:were|had been) (?:armed |\w{{3,12}} )?{WHO}\b",
)


def denial_of(content: str) -> Denial:
    """What a denied content is about: who was hit, the right to do it, whose deed, how many, else that it happened."""
    if STATUS.search(content):
        return "status"
    if LEGITIMACY.search(content):
        return "legitimacy"
    if LOST.search(content):
        return "toll"
    if RESPONSIBILITY.search(content):
        return "responsibility"
    if OWN.match(content) and DEED.search(content):
        return "responsibility"
    if TOLL.search(content):
        return "toll"
    return "event"


def denial_said(content: str) -> Denial | None:
    """What somebody denies who says that it was not so, in a short clause; None where nothing is denied."""
    if UNTRUE.search(content):
        return "toll" if EXAGGERATED.search(content) else denial_of(content)
    if NOT_CIVILIANS.search(content):
        return "status"
    if LAWFUL.search(content):
        return "legitimacy"
    if WAS_NOT_US.search(content):
        return "responsibility"
    did = DID_NOT.search(content)
    if did is not None and DEED.search(did[1]):
        return "responsibility"
    return "event" if NEVER.search(content) else None
