"""Words beside a name that tell whether it is a place, and of what kind."""

import re
from typing import Final

UNITS: Final = {
    "province": ("province", "region"),
    "governorate": ("province", "region"),
    "oblast": ("province", "region"),
    "state": ("province", "region"),
    "wilaya": ("province", "region"),
    "region": ("province", "region", "district", "desert", "mountain"),
    "prefecture": ("province", "district"),
    "department": ("province", "district"),
    "territory": ("province", "region", "district"),
    "district": ("district", "province", "settlement", "quarter", "region"),
    "county": ("district", "province"),
    "parish": ("district", "province"),
    "counties": ("district", "province"),
    "provinces": ("province", "region"),
    "districts": ("district", "settlement", "region"),
    "oblasts": ("province", "region"),
    "regions": ("province", "region", "district"),
    "governorates": ("province", "region"),
    "raion": ("district",),
    "rayon": ("district",),
    "subdistrict": ("district", "settlement"),
    "municipality": ("district", "settlement"),
    "township": ("district", "settlement"),
    "commune": ("district", "settlement"),
    "borough": ("district", "settlement", "quarter"),
    "city": ("settlement", "capital"),
    "town": ("settlement", "capital"),
    "village": ("settlement",),
    "villages": ("settlement",),
    "towns": ("settlement", "capital"),
    "cities": ("settlement", "capital"),
    "neighborhood": ("settlement", "quarter", "district"),
    "neighbourhood": ("settlement", "quarter", "district"),
    "suburb": ("settlement", "quarter", "district"),
    "camp": ("camp", "settlement", "base"),
    "island": ("island", "settlement", "region"),
    "river": ("river",),
    "desert": ("desert",),
    "mountains": ("mountain",),
    "mountain": ("mountain",),
    "valley": ("region", "river", "mountain"),
    "lake": ("water",),
    "forest": ("region", "mountain"),
    "pass": ("region", "mountain"),
    "plateau": ("region", "mountain"),
    "peninsula": ("region", "province", "island"),
    "country": ("country",),
    "nation": ("country",),
    "kingdom": ("country",),
}
"""Kinds of place that a name may mean beside such a word, likeliest first."""
MANY_LEVELS: Final = frozenset(("territory",))
"""Units that are of another level in each country (a territory of the DRC is a district)."""
SITES: Final = frozenset(
    "airport airfield airbase base hospital market mosque church school university prison jail checkpoint crossing border "
    "port harbour harbor "
    "bridge dam refinery field station barracks embassy stadium square bazaar highway road street junction".split()
)
UNIT: Final = "|".join(sorted(UNITS, key=len, reverse=True))
SITE: Final = "|".join(sorted(SITES, key=len, reverse=True))

AFTER_UNIT: Final = re.compile(rf"[ \t\n-]{{1,2}}({UNIT})\b", re.IGNORECASE)
AFTER_SITE: Final = re.compile(rf"(?:['’]s)?[ \t\n](?:[a-z]{{3,14}} )?({SITE})s?\b")
LISTED_UNIT: Final = re.compile(
    r"(?:, [A-Z][\w'’-]{1,20}(?:[ -][A-Z][\w'’-]{1,20})?){0,4},? and [A-Z][\w'’-]{1,20}(?:[ -][A-Z][\w'’-]{1,20})? "
    r"(counties|provinces|districts|governorates|oblasts|regions|villages|towns|cities)\b"
)
BEFORE_UNIT: Final = re.compile(
    rf"\b({UNIT})(?: (?:called|named|known as))?(?: of)?(?: (?:the|al|el))? ?[,\"'“]? ?$", re.IGNORECASE
)
PART_OF: Final = re.compile(r"(?:suburb|neighbou?rhood|quarter|borough|island|river|valley|lake)s? of\b", re.IGNORECASE)
"""Units that lie in what is named after them."""
NAMED_UNIT: Final = re.compile(r"[A-Z][\w'’-]{1,20} $")
"""A unit that has a name already: "the Sangin district of Helmand"."""
UNIT_OF: Final = re.compile(
    rf"\b({UNIT}|suburbs?|outskirts|countryside|capital|area|areas|port|part|parts) of(?: the)? [\"'“]?$", re.IGNORECASE
)
PREPOSITION: Final = re.compile(
    r"\b(in|near|at|from|to|outside|inside|around|across|toward|towards|throughout|into|within|between|via|reach|reached|"
    r"left|entered|"
    r"entering|leaving|visit|visited|visiting|over|against|through|off|on|of|for|and|or|with|by)(?: (?:the|nearby|"
    r"neighbou?ring|downtown|"
    r"central|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|north|south|east|west|"
    r"rural|greater|"
    r"north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?|war-torn|occupied|besieged|"
    r"rebel-held|government-held|Israeli-occupied)){0,2} [\"'“(]?$",
    re.IGNORECASE,
)
MANNER: Final = {
    "US": (
        "911 Sheriff sheriff Troopers Trooper troopers trooper County FBI Downtown downtown Interstate Coroner coroner "
        "Neighborhood neighborhood Sophomore sophomore Republicans Republican Democrats Democrat Pickup pickup Deputies "
        "deputies Deputy deputy Avenue Boulevard Parkway Drive".split(),
        "State Police|Highway Patrol|Police Department|Grand jury|grand jury|District Attorney|District attorney|"
        "district attorney|High School|school district|Police Chief|City Council|City council|city council".split("|"),
    ),
    "GB": (
        "Constabulary constabulary Councillors Councillor councillors councillor Motorway motorway NHS Labour Tory Pub "
        "pub Neighbourhood neighbourhood PC Magistrates magistrates".split(),
        "County Council|County council|county council|Borough Council|Borough council|borough council|"
        "Detective Constable|Crown Court".split("|"),
    ),
    "CA": (
        "RCMP OPP Mounties Provincial provincial Neighbourhood neighbourhood Hockey hockey Centre centre Liberals Liberal "
        "Tories".split(),
        ["Provincial Police"],
    ),
}
"""Words and phrases of local reporting that point to a country."""
PREPOSITIONS: Final = frozenset(
    "in near at from to outside inside around across toward towards throughout into within between via reach reached left "
    "entered entering leaving "
    "visit visited visiting over against through off on of for and or with by".split()
)
BEARINGS: Final = frozenset("of from to between and the".split())
HOLDERS: Final = frozenset(UNITS) | frozenset(
    "suburb suburbs outskirts countryside capital area areas port part parts".split()
)
FOUGHT_OVER: Final = re.compile(
    r"\b(?:liberat(?:e[sd]?|ing|ion of)|re-?captur(?:e|e[sd]|ing|e of)|retak(?:e|es|en|ing)|retook|besieg(?:e[sd]?|ing)|"
    r"siege of|fall of|battle (?:for|of)|overr[au]n(?:ning)?|shelled|bombed|bombarded|stormed|raided|seized|"
    r"entered|entering|reached|encircl(?:e[sd]?|ing)|isolat(?:e|ing|ion of)|"
    r"control (?:of|over)|shelling of|bombardment of|capture of|seizure of|occupation of|offensive (?:on|against|toward)|"
    r"advance (?:on|toward)) "
    r"(?:the (?:(?:key|strategic|nearby|old) )?(?:(?:city|town|village) of )?)?$",
    re.IGNORECASE,
)
"""What armies do to places: words before the name."""
CHANGED_HANDS: Final = re.compile(
    r" (?:(?:has|have|had) been |was |were |is |is now |fell )(?:fully |largely |finally )?"
    r"(?:liberated|re-?captured|retaken|besieged|overrun|encircled|shelled|bombarded|occupied|"
    r"to (?:the )?(?:rebels|insurgents|government))\b"
)
"""The same after the name."""
TITLE: Final = re.compile(
    r"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Rev|Fr|Sgt|Lt|Col|Gen|Maj|Capt|Cpl|Cmdr|Adm|Pvt|Gov|Sen|Rep|Hon|Sheikh|"
    r"Sheik|Mullah|Maulvi|Maulawi|"
    r"Judge|Justice|Officer|Deputy|Sheriff|Chief|Mayor|President|Minister|Senator|Representative|Governor|Secretary|"
    r"Captain|Colonel|General|Major|"
    r"Sergeant|Lieutenant|Detective|Councilman|Councilwoman|Coach|King|Queen|Prince|Princess|Pope|Bishop|Father|Sister|"
    r"Brother|Ayatollah|Imam|"
    r"Commander|Spokesman|Spokeswoman|Spokesperson|Attorney|Professor|Doctor|Superintendent|Commissioner|Ambassador|"
    r"Inspector|Constable|Uncle|Aunt|Haji|Hajji|Qari)\.? $"
)
PEOPLE_AFTER: Final = re.compile(
    r"(?:['’]s?)?[ \t](?:[a-z]+ )?(man|woman|men|women|teen|teenager|boy|girl|resident|residents|police|native|couple|"
    r"family|mayor|officials?|"
    r"authorities|government|area|council|school|schools|firefighters?|officers?|detectives?|protesters|lawmakers|leaders|"
    r"based|-based|-born)\b"
)
ORGANISATION_AFTER: Final = re.compile(
    r"[ \t]?(?:['’]s )?[ \t]?(?:[A-Z][\w.&'’-]{0,20}[ \t]){0,4}(Police|Sheriff|Department|Dept|University|College|School|"
    r"Schools|Academy|Hospital|Center|Centre|Council|"
    r"Company|Corp|Inc|Bank|Church|Club|Association|Society|Committee|Commission|Board|Agency|Authority|Office|Ministry|"
    r"Court|Courthouse|Museum|"
    r"Zoo|Park|Airport|Times|Post|News|Herald|Tribune|Journal|Gazette|Observer|Observatory|Network|Front|Army|Brigade|"
    r"Brigades|Battalion|Forces|Force|Movement|"
    r"Party|Union|League|Group|Institute|Foundation|Fund|Bureau|Service|Services|Patrol|Guard|Command|Corps|Division|"
    r"Regiment|Squad|Team|"
    r"Parliament|Assembly|Senate|Congress|House|Legislature|Mayor|Chamber|District|Jail|Prison|Library|Theatre|Theater|"
    r"Stadium|Arena|Hall|Fire|"
    r"Health|Education|Medical|Media|State|Security|Defense|Defence|Foreign|Supreme|Federal|High|Middle|Elementary|"
    r"Community|Public|National)\b"
)
QUARTER: Final = re.compile(
    r"[ \t\n](?:[Nn]eighbou?rhood|[Qq]uarter|[Ss]ection|[Ss]ubdivision|[Aa]partments?|[Hh]ousing|[Pp]rojects?|[Cc]omplex|"
    r"[Bb]orough|Heights|Hills|Gardens|Manor|Terrace|Estates)\b"
)
"""What follows the name of a part of a town."""
LOCAL_BODY: Final = re.compile(
    r"[ \t](?:(?:City|County|Metro(?:politan)?|Township|Regional|Provincial) )?"
    r"(?:[Pp]olice|PD|[Ss]heriff|Fire (?:Department|Rescue|Chief|Dept)|[Ff]irefighters|[Dd]eputies)\b"
)
"""The police and firefighters of a town or district, after its name."""
GROUP_AFTER: Final = re.compile(
    r"[ \t](?:fighters|militants|militia(?:men)?|rebels|insurgents|gunmen|group|gang|cartel|faction|network|cell|boys)\b"
)
"""What follows the name of an armed group."""
STREET: Final = re.compile(
    r"[ \t](?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Highway|Hwy|Parkway|Pkwy|Court|Ct|Place|Circle|"
    r"Way|Trail|Terrace|Turnpike|Pike|"
    r"Bypass|Freeway|Expressway|Interstate|Square|Alley|Crescent)\b\.?"
)
ROAD: Final = re.compile(
    r"\b(?:(?:Interstate|(?:(?:State|County|US|U\.S\.|Ohio|Old) )?(?:Highway|Route|Road)|Farm-to-Market Road)[ "
    r"-]\d{1,4}[A-Z]?\b|I-\d{1,3}\b"
    r"|(?:(?:[NSEW]\.|North|South|East|West|Old|New) ){0,2}(?:[A-Z][\w'’-]{1,20} |\d{1,3}(?:st|nd|rd|th) ){1,3}"
    r"(?:Street|Avenue|Road|Boulevard|Drive|Lane|Highway|Parkway|Turnpike|Bypass|Freeway|Expressway|St\.(?! [A-Z])|Ave\.|"
    r"Rd\.|Blvd\.|Dr\.(?! [A-Z])|Ln\.)(?!\w))"
)
FEATURE: Final = re.compile(
    r"\b(?:Lake|Mount|Mt\.|Cape|Camp|Fort) [A-Z][a-z'’]{2,20}\b"
    r"|\b(?:[A-Z][a-z'’]{2,20} ){1,2}(?:River|Creek|Valley|Mountains?|Bay|Island|Islands|Ridge|Canyon|Gorge|Forest|"
    r"National Park|Desert|Falls|Peninsula|Lake|Dam|"
    r"Reservoir|Canal|Pass|Strait|Refugee Camp)\b"
)
LEADING: Final = re.compile(r"(?:The|In|At|On|Near|From|Of|A|An|And|But|When|Upper|Lower|Along|Across|Over)[ ]")
LYING: Final = re.compile(
    r"\b(?:(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern (?:edge|outskirts|countryside|approaches|part))? of|"
    r"(?:km|kilomet(?:er|re)s?|miles?)\)? (?:away )?from|between(?: [A-Z][\w'’-]{1,20}){1,3} and|between|"
    r"from(?: [A-Z][\w'’-]{1,20}){1,3} to)"
    r"(?: the (?:(?:city|town|village)s? of)?)? ?$"
)
"""Words that only a place follows: a bearing, a distance, two ends of a stretch."""
NEARBY: Final = re.compile(r"\b(?:near|outside|close to|not far from|vicinity of)(?: the)? $", re.IGNORECASE)
"""Words of nearness: they go with points, not with provinces."""
FOREIGN: Final = re.compile(
    r"[- ](?:in|on|at|and|or|to|of|for|from|with|by|has|had|have|is|was|were|are|will|would|said|says|that|which|who|as|"
    r"but|since|after|"
    r"before|during|when|where|while|did|does|do|can|could|should|must|may|might|also|not|into|over|this|last|next|until|"
    r"between|against)\b|[^ -]|$|[- ][^A-Za-z]"
)
"""What follows a country that stands for itself; anything else makes it an adjective ("US officials")."""
MADE: Final = re.compile(
    r"[-‐](?:led|backed|made|supplied|supported|funded|trained|based|born|held|controlled|run|occupied|aligned|linked|"
    r"allied|registered|flagged)\b"
)
ACTING: Final = re.compile(
    r"\b(?:(?:backed|supported|funded|financed|armed|led|supplied|trained|sponsored|ordered|equipped|condemned|accused|"
    r"blamed|brokered|mediated|approved|recogni[sz]ed|denied|rejected|directed|opposed|described|considered) by|loyal to|"
    r"allied (?:with|to)|(?:ties|relations|talks|tensions|negotiations|alliance|agreement) (?:with|between)|"
    r"(?:support|help|weapons|approval|pressure|permission|orders) (?:from|on))"
    r"(?: [A-Z][\w.]{1,15}(?:,| and|, and)){0,3} $"
)
"""What comes before a country or capital that stands for its government."""
SPEAKING: Final = re.compile(
    r"(?:[ \t]and[ \t][A-Z]\w{2,15})?"
    r"(?:[ \t](?:has|had|have|also|later|repeatedly|then|again))?[ \t](said|says|say|saying|told|denied|denies|accused|"
    r"accuses|accusing|(?:is|was|has been) (?:backing|supporting|arming|funding|considering|seeking|urging)|warned|warns|claimed|"
    r"claims|announced|announces|insisted|insists|condemned|condemns|demanded|demands|urged|urges|vowed|vows|rejected|"
    r"rejects|blamed|blames|"
    r"confirmed|confirms|acknowledged|acknowledges|agreed|agrees|welcomed|welcomes|called on|calls)\b"
)
CAPS: Final = r"[A-Z][A-Z'’.-]{1,20}(?:[ -][A-Z][A-Z'’.-]{1,20}){0,3}"
TOWN: Final = r"[A-Z][\w'’.-]{1,20}(?:[ -](?:[a-z]{1,3}-)?[A-Z][\w'’.-]{1,20}){0,3}"
CREDIT: Final = r"\((?:[A-Z][\w .,/&-]{1,40})\)"
DAY: Final = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
DATELINE: Final = re.compile(
    rf"(?:^|\n|[.!?] |\d )[ \t]*(?:(?P<caps>{CAPS}(?:,? {TOWN}){{0,2}})(?:,? (?:{DAY}))?(?: ?{CREDIT}){{0,2}}[ \t]*(?:—|–|"
    rf"--|- |: )"
    rf"|(?P<towns>{TOWN}(?:, {TOWN}){{0,2}})(?:,? (?:{DAY})(?: {CREDIT})?[ \t]*(?:—|–|--|- )| {CREDIT}[ \t]*(?:—|–|--|- |"
    rf": )|[ \t]?(?:—|--)[ \t]?))"
)
