"""Words beside a place name that tell what is there: who acts, what stands, who lives or is cared for."""

import re
from typing import Final

CIVIC: Final = (
    r"(?:(?:[Cc]ity|[Cc]ounty|[Tt]own(?:ship)?|[Mm]etro(?:politan)?|[Pp]rovincial|[Rr]egion(?:al)?|[Pp]rovince|[Gg]overnorate|[Oo]blast|[Ll]ocal|[Dd]istrict|[Mm]unicipal|"
    r"[Ss]tate|[Pp]ublic|[Pp]arish) ){0,2}"
)
BODIES: Final = (
    r"(?:[Pp]olice(?:man|men)?|PD|[Ss]heriff|[Dd]eput(?:y|ies)|[Ff]ire(?:fighters?| [Dd]epartment| [Cc]hief| [Rr]escue)|"
    r"[Dd]etectives?|[Ii]nvestigators|[Oo]fficers?|[Tt]roopers|[Cc]ode [Ee]nforcement|[Cc]oroner|"
    r"[Mm]edical [Ee]xaminer|[Pp]rosecutors?|[Mm]ayor|[Gg]overnor(?:ate)?(?:['’]s)?|[Cc]ity [Cc]ouncil|[Dd]istrict [Aa]ttorney|"
    r"[Hh]ealth (?:[Dd]epartment|[Dd]irectorate|[Oo]ffice)|"
    r"[Mm]ilitary [Aa]dministration|[Mm]unicipality|[Oo]perations [Cc]ommand|[Ss]ecurity [Cc]ommittee|[Cc]ivil [Dd]efen[cs]e|"
    r"[Pp]ublic [Ss]afety|[Rr]esidents|[Hh]ospital (?:officials?|sources?|doctors?))\b"
)
AUTHORITY_AFTER: Final = re.compile(rf"(?:['’]s)?[ \t\n]{CIVIC}{BODIES}")
AUTHORITY_BEFORE: Final = re.compile(
    r"\b(?:[Pp]olice|[Oo]fficers|[Dd]eputies|[Aa]uthorities|[Oo]fficials?|[Rr]esidents|[Mm]ayor|[Gg]overnor|[Ss]heriff|"
    r"[Cc]hief|[Ff]irefighters|[Mm]edics|[Dd]octors)(?: chief)? (?:in|of)(?: (?:the )?(?:city|town|district|province|"
    r"village) of)?(?: the)? $"
)
STATE_SPEAKS: Final = re.compile(r"(?:['’]s)?[ \t](?:[Aa]uthorities|[Gg]overnment|[Oo]fficials?|[Aa]dministration)\b")
SITES: Final = (
    r"(?:homes?|houses?|apartments?|motels?|hotels?|malls?|markets?|bazaar|mosques?|church(?:es)?|temple|synagogue|bars?|"
    r"nightclubs?|clubs?|restaurants?|caf[eé]s?|stores?|shops?|parks?|streets?|roads?|neighbou?rhoods?|suburbs?|"
    r"schools?|[Hh]igh [Ss]chools?|[Mm]iddle [Ss]chools?|[Ee]lementary [Ss]chools?|station|airport|airfield|airbase|base|"
    r"barracks|prison|jail|checkpoint|square|stadium|refinery|factory|warehouse|depot|port|harbou?r|bridge|village|"
    r"camp|cemetery|theat(?:er|re)|cinema|office|embassy|countryside|outskirts)\b"
)
SITE_AFTER: Final = re.compile(
    rf"(?:['’]s)?[ \t\n](?:(?:[a-z]{{3,14}}|[Hh]igh|[Mm]iddle|[Ee]lementary|[Cc]entral|[Mm]ain|[Gg]rand) ){{0,2}}"
    rf"(?:{SITES}|[Mm]all\b|[Mm]arket\b|School\b|Mosque\b|Church\b|Airport\b|Base\b|Stadium\b|Square\b|Station\b)"
)
LOCATIVE: Final = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Ii]nside|[Aa]cross|[Aa]round|[Oo]n|[Oo]f|[Tt]hrough(?:out)?)"
    r"(?: (?:the|nearby|downtown|"
    r"central|northern|southern|eastern|western|north|south|east|west|far|rural|(?:north|south)-?(?:east|west)(?:ern)?|"
    r"city|town|village|district|province|county|of)){0,4} $"
)
FURTHER: Final = re.compile(r"(?:[Hh]eadquarters|[Cc]ourt|[Uu]niversity|[Cc]ollege|[Jj]ail)\b")
CARE: Final = re.compile(
    r"(?:['’]s?)?(?:[- ]area)?[ \t\n](?:[A-Z][\w'’&.-]{0,20} |and |of |[a-z]{3,10} ){0,4}"
    r"(?:[Hh]ospitals?|[Mm]edical [Cc]ent(?:er|re)|[Tt]rauma [Cc]ent(?:er|re)|[Cc]linic|[Mm]orgue|[Ii]nfirmary)\b"
)
CARE_BEFORE: Final = re.compile(
    r"\b(?:[Hh]ospitals?|(?:[Mm]edical|[Tt]rauma) [Cc]ent(?:er|re)|[Cc]linic|[Mm]orgue|[Ii]nfirmary)"
    r" (?:in|of|at)(?: (?:the|nearby|neighbou?ring|downtown))? $"
)
FLOWN: Final = re.compile(
    r"\b(?:airlifted|hospitali[sz]ed|(?:flown|rushed|transported|evacuated) to [A-Z][\w'’&. ]{1,40}) (?:to|in|at)(?: the)? $"
)
MOVED: Final = re.compile(
    r"\b(?:taken|transported|airlifted|flown|rushed|evacuated|brought|transferred|moved|carried|driven|sent|admitted|treated|"
    r"hospitali[sz]ed|pronounced|died|dies|recovering|recovered|condition|care|surgery|operated|arrived|drove|treatment)\b"
    r"[^.!?\n]{0,120}$"
)
"""What happens to casualties on the way to a hospital or in it."""
RESIDENT_AFTER: Final = re.compile(
    r"(?:['’]s)?[ \t\n](?:(?:area|city|[a-z]{3,10}|\d{1,2}-year-old) ){0,1}(?:man|woman|men|women|teen(?:ager)?s?|boys?|girls?|"
    r"couple|family|residents?|natives?|mother|father|parents?|brothers?|sisters?|students?|driver|native)\b"
)
HOME_BEFORE: Final = re.compile(
    r"(?:, \d{1,2},|\b(?:man|woman|men|women|boy|girl|teen(?:ager)?|couple|resident|residents|native|nationals?|natives|citizen|"
    r"fighters?|militants?|suspects?|family|student|brothers)) (?:of|from)(?: (?:the|nearby|neighbou?ring))?"
    r"(?: (?:city|town|village|district|province) of)? $"
)
LIVING: Final = re.compile(
    r"\b(?:lived?|lives|living|resided?|resides|born|grew up|based|hails?|buried|raised) in(?: the)? $"
)
IMPRINT: Final = re.compile(
    r"(?: [-–—|] |\|)(?P<imprint>[^\n|]{0,60}\b(?:News\w{0,12}|Weather|Sports|Radio|TV|Television|"
    r"Times|Herald|Tribune|Gazette|Courier|"
    r"FOX|ABC|CBS|NBC|[\w-]{2,20}\.(?:com|org|net))\b[^\n]{0,90})$",
    re.MULTILINE,
)
"""The outlet behind the title of its page, with the town that it sends from."""
TITLES: Final = 700
"""Characters at the head of a report in which page titles stand."""
