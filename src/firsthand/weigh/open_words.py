"""The words by which reports leave something open, kind by kind, one way of putting it a line."""

from collections.abc import Mapping
from typing import Final

from firsthand.model.incident import About

BE = r"(?:is|are|was|were|be|been|being|'s|'re)"
WILL = rf"(?:will|would|shall|{BE} (?:to|due|expected|scheduled|set|about|supposed)(?: to)?|plans? to|planned to)"
PROMISED = r"(?:(?:pledg|promis|vow|undertak|undertook|agree|plan|intend|decid)\w{0,4} to|going to)"
NEG = r"(?:not|n't|never)"
MID = r"(?:[\w'-]{1,14} ){0,3}"
"""A few words between two that belong together."""
NOBODY = (
    r"(?:no (?:[\w-]{1,14} ){0,2}?(?:group|one|organi[sz]ation|party|side|faction|militia|movement|force|rebels?)"
    r"|nobody|no-one|neither (?:side|party|group|army|force)|none of the \w{3,15})"
)
INQUIRY = (
    r"(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|commissions?|autops(?:y|ies)|post-mortems?|tribunals?"
    r"|fact-finding missions?|courts? martial|inquests?|(?:disciplinary |criminal |legal )?proceedings)"
)
EXPERTS = (
    r"(?:inspectors|investigators|experts|monitors|observers|prosecutors|detectives|pathologists|examiners"
    r"|(?:fact-finding |forensic |investigat\w{2,4} )(?:team|mission|delegation|unit)s?)"
)
BODIES = (
    r"(?:bod(?:y|ies)|dead|victims?|remains|corpses?|men|women|attackers?|bombers?|gunm[ae]n|assailants?|suspects?"
    r"|hostages?"
    r"|captives?|foreigners?|soldiers?|fighters?|casualties|deceased|killed|children|some|others|identit(?:y|ies))"
)
SEEK = r"(?:search(?:ing)?|look(?:ing)? for|hunt(?:ing)?|dig(?:ging)?|comb(?:ing)?|scour(?:ing)?|dredging)"
DULY = r"(?: yet| immediately)?(?: been| be)?(?: formally| fully| officially| publicly)?"
LASTING = r"(?:continu\w{1,4}|under ?way|ongoing|in progress|went on|go(?:es)? on|going on|resum\w{1,4}|pending)"
GROW = r"(?:rise|climb|increase|grow|higher|go up|mount)"
HARM = r"(?:casualt\w{1,4}|deaths?|victims?|dead|injur\w{1,4}|hurt|killed|wounded)"
STATE = r"(?:comment(?:ed|ing)?|respond(?:ed|ing)?|react(?:ed|ing)?|repl(?:y|ied|ying))"
WANTED = r"(?:airm[ae]n|pilots?|crew|missing|survivors?|bod(?:y|ies)|attackers?|gunm[ae]n)"
LOOKED = r"(?:investigating|looking into|reviewing|examining|probing|inquiring into|questioning|studying)"

WAYS: Final[Mapping[About, tuple[str, ...]]] = {
    "responsibility": (
        rf"{NOBODY}\b[^.!?]{{0,60}}\b(?:claim\w{{0,3}}|admitt?\w{{0,3}}|own(?:s|ed)? up|acknowledg\w{{1,4}}"
        rf"|responsib\w{{2,6}}"
        r"|credit|come forward|(?:it|they|its \w{2,12}|their \w{2,12}) (?:had |was |were |have |has )?"
        r"(?:behind|carried|planted|fired|done))",
        r"no (?:immediate |public |credible |other )?claims?\b"
        r"(?: of responsib\w{2,6}|[^.!?]{0,30}\bresponsib\w{2,6}|[,.]$| (?:for|had|has|was)\b)",
        rf"(?:{NEG}|yet to|without)\b[^.!?]{{0,20}}\bnam(?:e|ed|ing) (?:any |a |the )?"
        r"(?:suspect|culprit|perpetrator|attacker)s?",
        rf"(?:{NEG}|yet to|without)\b[^.!?]{{0,20}}\bsay whom",
        r"(?:gone|went|remain\w{0,2}|still) unclaimed",
        r"identit(?:y|ies) of (?:those|whoever|the (?:perpetrators?|culprits?))\b[^.!?]{0,60}\b(?:unknown|unclear|not)",
    ),
    "comment": (
        rf"(?:yet to|still to|neither|none of|without|{NEG} yet)\b[^.!?]{{0,50}}\b(?:{STATE}"
        r"|(?:issu|mak|releas)(?:e|ed|ing) (?:a|any) (?:\w{3,10} )?statement|made a statement)",
        rf"(?:has|have|had|did|does|do)(?: not|n't) {MID}?(?:{STATE}|answer(?:ed)?|return(?:ed)? (?:calls|messages"
        rf"|requests)"
        r"|confirm(?:ed)? or den(?:y|ied))",
        r"(?:declin|refus)\w{1,3} to (?:comment|respond|answer|confirm or deny)",
        r"(?:could not|unable to|couldn't) (?:immediately )?be (?:reached|contacted)",
        r"(?:went|were|was|gone) (?:unanswered|unreturned)",
        rf"{NEG} (?:been |immediately ){{0,2}}(?:returned|answered)",
        r"(?:remain|stay|ke?pt|been|fall|fell)\w{0,3} silent",
        r"kept (?:its|their|his|her) silence",
        r"(?:has|had|have) no (?:\w{3,10} )?(?:information|details|comment)",
        r"no (?:immediate |official |public |further )?(?:comment|reaction|response|reply|statement)",
        r"no (?:immediate )?word from",
        rf"(?:nobody|no one|no-one|{NEG}|unavailable)\b[^.!?]{{0,40}}\b(?:available )?(?:for|to) comment",
        r"(?:would|will) not (?:immediately )?(?:comment|respond|say more)",
        r"(?:statement|details|particulars|briefing|(?:news|press) conference|announcement|information)\b[^.!?]{0,20}"
        rf"\b{WILL} (?:be )?(?:follow\w{{0,2}}|released|issued|given|held|made|published|later)",
        rf"(?:{WILL}|{PROMISED}) (?:brief|comment|speak to (?:reporters|journalists)|give (?:further |more )?details"
        r"|(?:make|issue|release|give) a (?:\w{3,10} )?statement|hold a (?:press|news) (?:conference|briefing))",
        r"(?:promis|announc|pledg)\w{1,3} (?:a|an|the|its|his|her|their) (?:\w{3,10} )?"
        r"(?:account|statement|explanation|briefing|announcement|version)",
    ),
    "toll": (
        r"(?:toll|number|figure|count|casualt|death)\w{0,3}\b[^.!?]{0,60}\b(?:expected|likely|feared|could|may"
        r"|might|will|would"
        rf"|set|bound|certain)\b[^.!?]{{0,30}}\b{GROW}",
        r"(?:expect|fear|predict|warn|believ)\w{0,3} (?:that )?(?:the |its |this )?(?:\w{3,10} )?(?:toll|number"
        r"|figure|count)s?\b"
        rf"[^.!?]{{0,30}}\b{GROW}",
        r"(?:more|others|further|many)\b[^.!?]{0,40}\b(?:feared|believed|thought) (?:to (?:be|have) )?(?:been )?"
        r"(?:dead|killed|died)",
        r"fear\w{0,3} (?:that )?(?:more|others|further|many|some)\b[^.!?]{0,40}\b(?:die|dead|died|succumb|killed)",
        rf"whether (?:there (?:were|was|had been) (?:any )?|any(?:one|body) )(?:\w{{3,10}} )?(?:{HARM}|was|had)",
        rf"no (?:independent |official |immediate )?confirmation of (?:the )?(?:\w{{3,10}} )?(?:number|toll"
        rf"|figures?|{HARM})",
        r"no (?:immediate|official|exact|firm|clear|precise) (?:word|reports?|information|details|figures?|toll"
        r"|count|numbers?)"
        rf" (?:on|of|about|for|was|were|from)\b[^.!?]{{0,20}}\b(?:{HARM}|many|available|given|losses)",
        r"no (?:\w{3,10} )?(?:figures?|toll|count|numbers?) (?:was|were|has been|have been|had been) "
        r"(?:given|published|released|available|issued|made public)",
        r"(?:gave|given|giving|give|provid\w{1,3}) no (?:\w{3,10} )?(?:figures?|toll|number)s?",
        r"(?:full|exact|final|complete|precise) (?:tally|toll|count|figure|number|list)\b[^.!?]{0,20}"
        r"\b(?:impossible|not|unavailable|unknown)",
        r"(?:tolls?|numbers?|figures?|counts?)\b[^.!?]{0,20}\b(?:preliminary|provisional|incomplete|not final)",
        r"(?:casualt\w{1,4}|reports|figures|tolls?|numbers?)\b[^.!?]{0,30}\b(?:coming in|trickling in|conflicting"
        r"|sketchy)",
    ),
    "identity": (
        rf"(?:{BODIES}|names?)\b[^.!?]{{0,60}}\b(?:await\w{{0,3}}|pending|(?:yet|still|remained|remain) (?:to be|being)"
        rf"|{NEG}{DULY}|none of) ?(?:identif\w{{2,8}}|named)",
        rf"(?:none of|neither of|no) (?:the )?(?:\w{{2,10}} )?{BODIES}\b[^.!?]{{0,30}}\b(?:identified|named)",
        rf"(?:{NEG}|yet to)(?: yet| immediately)? (?:identify|identified|name|named) (?:the|any|either|those|him"
        rf"|her|them)",
        rf"{BODIES}\b[^.!?]{{0,40}}\bfor identification",
        r"(?:names?|nationalit(?:y|ies)|identit(?:y|ies))\b[^.!?]{0,60}\b(?:(?:yet|still|remained|remain) (?:to be"
        r"|being)"
        rf"|{NEG}{DULY}) ?(?:released|disclosed|published|established|made public|known|given|confirmed|revealed"
        rf"|clear)",
        r"(?:names?|identit(?:y|ies))\b[^.!?]{0,50}"
        r"\b(?:withheld|undisclosed|secret|kept back|unknown|a mystery|remain\w{0,2} unclear)",
        r"DNA\b[^.!?]{0,40}\b(?:to (?:confirm|establish|identify|determine)|await|pending|will)",
        rf"(?:{NEG}|without) (?:yet |immediately )?(?:releas|publish|disclos|giv|reveal)\w{{1,3}} (?:the |their "
        rf"|his |her |any )?"
        r"(?:names?|identit(?:y|ies))",
        r"(?:is|are|was|were|lay|remain\w{0,2}|still) (?:\w{4,10} and )?(?:unnamed|nameless|unclaimed)",
        r"(?:nationalit(?:y|ies)|identit(?:y|ies)|names?)\b[^.!?]{0,10}\bbeing (?:verified|checked|established)",
        r"await\w{0,3}\b[^.!?]{0,20}\b(?:DNA|identif\w{2,8})",
        r"still (?:being|to be) identified",
        r"(?:trying|working|hoping|seeking) to identify",
    ),
    "search": (
        rf"(?:{SEEK}|rescue (?:work|effort|operation|team)s?)\b[^.!?]{{0,50}}\b{LASTING}",
        rf"{LASTING}\b[^.!?]{{0,30}}\b(?:to |the |their )?{SEEK}",
        rf"(?:{BE}|kept|keep|keeps) (?:still )?(?:searching for|looking for|hunting(?: for)?|digging|combing"
        rf"|scouring|dredging)",
        rf"{WILL} (?:resume|continue) (?:the |their )?(?:search|digging|rescue)",
        rf"(?:{BE}|still|remain\w{{0,3}}|reported|feared|believed|thought|listed as|to be|gone|went|go) (?:\w{{2,9}} )?"
        r"(?:missing|unaccounted|trapped|stranded|buried (?:alive|(?:under|beneath|in) (?:the )?(?:rubble|debris"
        r"|ruins|collaps\w{2,4})))",
        r"(?:believed|feared|thought) to be (?:still )?(?:under|beneath|inside) the",
        r"(?:may|might|could) (?:still )?be (?:trapped|buried|alive|under)",
        r"(?:nothing|no (?:news|word|trace|sign|contact))\b[^.!?]{0,20}\b(?:heard|of|with|from)\b[^.!?]{0,40}"
        r"\b(?:since|crew|pilot|missing|them|him|her)",
        r"hopes? of (?:\w{3,10} )?(?:finding|reaching|rescuing|saving)",
        r"out of (?:contact|touch|reach) since",
        rf"(?:swept|sweeping|scanned|combed|scoured|trawled)\b[^.!?]{{0,40}}\bfor (?:the )?(?:\w{{3,10}} )?{WANTED}",
        rf"{NEG} (?:been |yet been )?(?:heard from|found|traced|located)",
        r"(?:contact|touch) (?:with|was|has been)\b[^.!?]{0,30}\blost",
    ),
    "assessment": (
        rf"(?:assessments?|survey|evaluation)\b (?:of the (?:\w{{3,12}} ){{1,3}}?)?(?:{BE}|remains?"
        rf"|still)\b[^.!?]{{0,30}}"
        rf"\b{LASTING}",
        rf"assessments? {LASTING}",
        rf"(?:{BE}|still|began|begun|started) (?:still |now |being )?"
        r"(?:assess(?:ing|ed)|evaluat(?:ing|ed)|survey(?:ing|ed)|inspect(?:ing|ed)|taking stock|counting the cost)"
        r"(?<!was assessed)(?<!were assessed)(?<!was surveyed)(?<!was inspected)(?<!were inspected)(?<!was evaluated)",
        r"(?:yet|still) to (?:assess|evaluate|survey|inspect)",
        rf"(?:{WILL}|{PROMISED}) (?:(?:survey|inspect)|(?:assess|evaluate) (?:the |its |any )?(?:\w{{3,10}} )?"
        r"(?:damage|harm|impact|effects?|losses|results?|strikes?|destruction|toll|site))",
    ),
    "inquiry": (
        rf"(?:{INQUIRY}|(?:internal |criminal |full |independent )(?:review|case))\b[^.!?]{{0,60}}\b(?:{LASTING}"
        rf"|opened|launched"
        rf"|begun|began|ordered|set up|{WILL}|to report|had been held)",
        r"(?:open|launch|order|begin|beg[au]n|start|announc|promis|pledg|set up|call\w{0,3} for|demand|appoint"
        r"|establish)\w{0,5} "
        rf"(?:[\w-]{{1,14}} ){{0,4}}?(?:{INQUIRY}|(?:criminal )?case|review)",
        rf"(?:{BE}|still|began|begun|started) (?:also |now |still |being )?{LOOKED}",
        rf"{BE} (?:still |now )?being (?:investigated|looked into|examined|reviewed|probed)",
        r"under (?:investigation|review|examination)",
        rf"{WILL} (?:appear|stand|be brought|go) (?:before|in|on) (?:a |the )?(?:\w{{3,12}} )?(?:court\w{{0,8}}"
        rf"|trial|judges?|tribunal)",
        r"(?:is|are|was|were) (?:still |also |now )?(?:checking|verifying|trying to (?:establish|determine|find out)) "
        r"(?:whether|if|how|why|reports|claims)",
        r"(?:tests?|analys[ei]s|examinations?|interrogations?|interviews|questioning)\b[^.!?]{0,20}"
        r"\b(?:(?:are|were|is|was) being|will be|to be) (?:carried out|conducted|done|made|held)",
        r"(?:judge|magistrate|prosecutor|panel|committee|commission)s?\b[^.!?]{0,20}"
        r"\b(?:put in charge|appointed|assigned|set up|named|tasked|summoned)",
        rf"(?:{WILL}|{PROMISED}) (?:\w{{3,12}} )?(?:investigate|look into|examine|inquire|enquire|probe|review"
        r"|establish (?:how|why|what|who|the cause))",
        rf"{EXPERTS}\b[^.!?]{{0,40}}\b(?:{WILL}|flown in|sent to|arrived|on (?:their|its) way|heading"
        rf"|{BE} (?:being )?(?:sent|expected))",
        rf"(?:results?|findings?|conclusions?|verdict|outcome|report)\b[^.!?]{{0,40}}"
        rf"\b(?:{BE} (?:due|expected|pending|awaited|to be)|{WILL} be)",
    ),
}  # fmt: skip
NEEDS: Final[Mapping[About, str]] = {
    "responsibility": "claim|admit|own|acknowledg|responsib|credit|forward|behind|carried|plant|fire|done|whom"
    "|suspect|culprit|perpetrat|attacker",
    "comment": "comment|respon|react|repl|statement|answer|return|reach|contact|silen|information|details|word|confirm"
    "|particulars|brief|conference|announce|speak|account|explanation|version",
    "toll": "toll|number|figure|count|casualt|death|more|others|further|many|some|any|tally|word|report|list|confirm",
    "identity": "identi|name|nationalit|DNA|dna|unclaimed",
    "search": "search|look|hunt|dig|comb|scour|dredg|rescue|missing|unaccounted|trapped|strand|buried|alive"
    "|be under|heard"
    "|news|word|trac|sign|contact|touch|hope|swe|scan|trawl|found|located",
    "assessment": "assess|survey|evaluat|inspect|taking stock|counting",
    "inquiry": "court|trial|investigat|inquir|enquir|prob|commission|autops|mortem|tribunal|fact-finding|martial"
    "|inquest|proceeding"
    "|review|case|look|examin|question|stud|check|verify|trying|test|analys|interrog|interview|judge|magistrate"
    "|prosecutor|panel|committee|establish|inspector|expert|monitor|observer|detective|pathologist|forensic"
    "|result|finding|conclusion|verdict|outcome|report",
}
"""Parts of words of which one stands in every sentence of the kind, so that most sentences are passed over at once."""
