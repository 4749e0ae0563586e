"""Names of bodies made of a word for a body and what it is of: "Banner of Two Rivers", "Front for the Rights of Sava"."""

import re
from collections.abc import Iterator
from typing import Final

from firsthand.extract.names_words import CAPS, DAYS, Found, Words, led
from firsthand.model.extraction import NameType
from firsthand.resources.lexicon_fold import fold
from firsthand.resources.lexicon_states import PORTFOLIOS

LIKELY: Final = 2
ARMED: Final = (
    "Front|Army|Armies|Brigade|Brigades|Movement|Banner|Banners|Guardians|Battalion|Battalions|Sword|Swords|Lions|Falcons|"
    "Eagles|Hawks|Wolves|Tigers|Leopards|Panthers|Sons|Knights|Legion|Legions|Partisans|Defenders|Protectors|Companions|"
    "Heirs|Martyrs|Shield|Spear|Spears|Column|Columns|Fist|Horsemen|Riders|Warriors|Avengers|Patriots|Sentinels|Vanguard|"
    "Brotherhood|Mujahideen|Storm|Arrows|Liberators|Resistance|Uprising|Youth|Scorpions|Thunder|Torch|Flame|Caliphate"
).split("|")
PEOPLE: Final = (
    "Soldiers|Fighters|Forces|Commandos|Militia|Volunteers|Children|Supporters|Followers|Cells|Squads|Faction|Men|Troops"
).split("|")
"""Heads that are everyday words where a sentence or a line begins with them."""
BODIES: Final = (
    "Union|Party|Alliance|Council|Councils|Organization|Organisation|League|Coalition|Committee|Committees|Congress|"
    "Network|Assembly|Federation|Association|Ministry|Department|Directorate|Office|Bureau|Commission|Authority|Agency|"
    "Institute|Center|Centre|Society|Command|Bloc|Syndicate|University|Court|Observatory|Group"
).split("|")
ALL: Final = "|".join(sorted((*ARMED, *PEOPLE, *BODIES), key=len, reverse=True))
IDEA: Final = (
    r"Freedom|Dignity|Justice|Democracy|Peace|Development|Unity|Change|Progress|Liberty|Equality|Liberation|Independence|"
    r"Reform|Reconciliation|Jihad|Security|Defen[cs]e|Solidarity|Sovereignty|Rights|Preaching|Combat|Affairs|Cooperation|"
    r"Migration|Culture|Tourism|Energy|Resistance|Revolution|Rule|Law|Order|Research|Studies|Action|Labou?r|Sports?|"
    r"Communications?|Technology|Guidance|Works|Housing|Trade|Industry|Transport|Water|Resources|Sciences?|Honou?r|Faith"
)
OF: Final = (
    rf" (?:of|for|Of|For) (?:the |The |our |all )?{CAPS}(?: {CAPS}){{0,3}}"
    rf"(?:,? and (?:the )?(?:{CAPS} ){{0,1}}(?:{IDEA})\b)?"
)
LEAD: Final = re.compile(rf"(?:(?<![\w’'-]){CAPS} ){{1,3}}$")
"""Words before the head that belong to the name ("Popular Front for ...")."""
OFFICE_ENDS: Final = re.compile(
    r"\b(?:General|Colonel|Commander|Leader|Chief|Spokesman|President|Minister|Captain|Major)\b (?=\S)"
)
CHAIN: Final = re.compile(rf"\b(?=[A-Z])(?P<head>{ALL})(?P<tail>(?:{OF}){{1,3}})")
FOREIGN: Final = re.compile(
    r"\b(?=[A-Z])(?:Jaysh|Jaish|Jabhat|Harakat|Liwa|Katibat|Kata[’'ʼ]?ib|Jund|Saraya|Faylaq|Failaq|Hizb|Lashkar|Jama[’'ʼ]?at|Jamaa|"
    r"Tehrik|Tehreek|Tanzim|Hay[’'ʼ]?at|Asa[’'ʼ]?ib|Sipah|Suqour|Ejército|Ejercito|Frente|Movimiento|Fuerzas|"
    r"Autodefensas|Comandos|Mouvement|Armée|Brigada|Brigadas)"
    rf"(?:[- ](?:al|e|i|ul|as|ash|an|ad|ar|at|ud|wal|de|del|la|las|los|por|pour|du|des|y|et|le|les){{0,1}}[- ]?{CAPS}){{1,4}}"
)
FOE: Final = (
    r"(?:ISIS|ISIL|IS|Daesh|Da[’'ʼ]esh|Islamic State(?: of Iraq and (?:Syria|the Levant|al-Sham))?)"
    r"(?: \((?:ISIS|ISIL|IS|Daesh)\))?"
)
KIND: Final = (
    r"(?:international|global|Global|International|military|multinational|U\.?S\.?-led|American-led|Western-led|"
    r"Western|wider|broad)"
)
COALITION: Final = re.compile(
    rf"\b(?:{KIND} ){{0,3}}(?:[Cc]ounter|[Aa]nti)-{FOE} (?:{KIND} ){{0,2}}[Cc]oalition\b"
    rf"|\b(?:{KIND} ){{0,3}}[Cc]oalition (?:against|fighting|battling|to (?:defeat|counter|fight|combat)) (?:the )?{FOE}"
)
DEPARTMENTS: Final = frozenset(
    (*PORTFOLIOS, "state", "homeland security", "treasury", "war", "veterans affairs", "commerce")
)


def chained_names(words: Words) -> Iterator[Found]:
    """Bodies by a head word and its "of", in a text that uses capitals."""
    if words.case != "mixed":
        return
    yield from _coalitions(words)
    for match in FOREIGN.finditer(words.flow):
        yield _named(words, match.start(), match.end(), "group")
    at = 0
    while (found := CHAIN.search(words.flow, at)) is not None:
        match = found
        lead = LEAD.search(words.flow[max(0, match.start() - 60) : match.start()])
        start = match.start() - (len(lead.group()) if lead is not None else 0)
        titles = [m.end() for m in OFFICE_ENDS.finditer(words.flow, start, match.start())]
        start, end = led(words, max([start, *titles]), match.end(), owner=True), _until(match)
        head = match["head"]
        if (
            start >= match.end("head")
            or end <= match.end("head")
            or (head in PEOPLE and start == match.start("head") and _opening(words, start))
            or (head == "Department" and start == match.start("head") and not portfolio(match["tail"]))
        ):
            at = match.end("head")
        else:
            yield _named(words, start, end, "group" if head in (*ARMED, *PEOPLE) else "organisation")
            at = end


def _until(match: re.Match[str]) -> int:
    """Where the name ends: before a day or month, which no name ends with."""
    end = match.end()
    for word in re.finditer(r"\w+", match["tail"]):
        if word.group().lower() in DAYS:
            cut = match.start("tail") + word.start()
            kept = match.string[match.start() : cut].rstrip()
            return match.start() + len(re.sub(r"(?: (?:of|for|the|and|Of|For))+$", "", kept))
    return end - 2 if match.string[end - 2 : end] in ("'s", "’s") else end


def _opening(words: Words, start: int) -> bool:
    """Tell whether a sentence or a line begins at `start`."""
    return start == 0 or words.opens(start) or words.flow[start - 1] in "\n\x01"


def portfolio(tail: str) -> bool:
    return fold(re.sub(r"^ (?:of|for) (?:the )?", "", tail)) in DEPARTMENTS


def _coalitions(words: Words) -> Iterator[Found]:
    """The coalition against ISIS by its description, the foe's name included."""
    for match in COALITION.finditer(words.flow) if "coalition" in words.keys else ():
        yield Found(
            start=match.start(),
            end=match.end(),
            type="organisation",
            entity="Global Coalition against Daesh",
            rank=0,
            known=True,
        )


def _named(words: Words, start: int, end: int, kind: NameType) -> Found:
    if words.text[start:end].endswith(("'s", "’s")):
        end -= 2
    return Found(start=start, end=end, type=kind, entity=" ".join(words.text[start:end].split()), rank=LIKELY)
