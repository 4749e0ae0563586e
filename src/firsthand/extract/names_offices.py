"""Offices, ranks and titles before the name of a person, and the patterns that find the name behind them."""

import re
from typing import Final

OFFICES: Final = (
    "General|Gen.|Gen|Maj. Gen.|Major General|Lt. Gen.|Lieutenant General|Brig. Gen.|Brigadier General|Brigadier|"
    "Brig.|Colonel|Col.|Lt. Col.|Lieutenant Colonel|Major|Maj.|Captain|Capt.|Lieutenant|Lt.|Sergeant|Sgt.|"
    "Staff Sgt.|Master Sgt.|Corporal|Cpl.|Private|Pvt.|Admiral|Adm.|Rear Adm.|Vice Adm.|Rear Admiral|"
    "Vice Admiral|Commander|Cmdr.|Commodore|Marshal|Field Marshal|Warrant Officer|Senior Chief Petty Officer|"
    "Petty Officer|Constable|Inspector General|Inspector|Superintendent|Sheriff|Chief|President|Vice President|"
    "Prime Minister|Minister|Foreign Minister|Defence Minister|Defense Minister|Interior Minister|"
    "Foreign Secretary|Defence Secretary|Defense Secretary|Secretary|Secretary of State|Secretary of Defense|"
    "Secretary General|Secretary-General|Special Envoy|Envoy|Ambassador|Governor|Mayor|Senator|Sen.|Rep.|"
    "Congressman|Congresswoman|Representative|Deputy|Judge|Justice|Prosecutor|Attorney General|Spokesman|"
    "Spokeswoman|Spokesperson|spokesman|spokeswoman|spokesperson|King|Queen|Prince|Princess|Emir|Sultan|Sheikh|"
    "Shaikh|Sheik|Mullah|Mulla|Maulvi|Mawlawi|Maulana|Imam|Ayatollah|Grand Ayatollah|Hojatoleslam|Hajji|Haji|"
    "Qari|Pope|Archbishop|Bishop|Cardinal|Father|Fr.|Rev.|Reverend|Pastor|Rabbi|Monsignor|Msgr.|Msgr|MSGR|Archimandrite|Sister|Dr.|Dr|Doctor|"
    "Prof.|Professor|Mr.|Mr|Mrs.|Mrs|Ms.|Ms|Miss|Sir|Lord|Lady|Dame|Baroness|Engineer|Director|Chairman|"
    "Chairwoman|Officer|Emperor|Chancellor|Premier|Comandante|Commandant|Abbot|Detective|Deputy Minister|"
    "First Lady|Crown Prince|Speaker|Counselor|Consul"
).split("|")
PARTICLE: Final = r"(?:(?:al|el|Al|El|bin|ibn|bint|abu|Abu|van|von|de|del|da|dos|la|le|ben|Ben|ul|ur|O)[-‑ '’])?"
CAP: Final = PARTICLE + r"[A-ZÀ-ÞĀ-Ž](?:[\w’'ʼ]+|\.)(?:[-‑][\w’'ʼ]+){0,3}"
MORE: Final = (
    "Deputy Secretary of State|Under Secretary of State|Undersecretary of State|Assistant Secretary of State|"
    "Deputy Prime Minister|Deputy Foreign Minister|Deputy Defence Minister|Deputy Defense Minister|Home Secretary|"
    "Special Representative|Special Adviser|Special Advisor|Senior Adviser|Senior Advisor|Adviser|Advisor|"
    "Under-Secretary-General|"
    "Presidential Envoy|High Commissioner|Deputy Governor|Deputy Mayor|Vice Minister|Director General|Director-General|"
    "Chief of Staff|Chief Justice|Spc.|Specialist|Pfc.|1st Lt.|2nd Lt.|First Lieutenant|Second Lieutenant|Lance Cpl.|"
    "Lance Corporal|Chief Warrant Officer|Major-General|Lieutenant-General|Brigadier-General|Lieutenant-Colonel|"
    "Lieutenant Commander|Wing Commander|Group Captain|Air Marshal|Air Chief Marshal|Commissioner|Police Commissioner"
).split("|")
"""Offices whose words mean other things elsewhere, so that they count in front of a name only."""
REMIT: Final = (
    r"(?:Defen[cs]e|(?:the )?Interior|State|Foreign(?: and [A-Z][a-z]+)? Affairs|Justice|(?:Public )?Health|"
    r"Finance|Information|Education|Labou?r|"
    r"Agriculture|Transport|Energy|Trade|Culture|(?:Internal|Home|Foreign|Political|Religious|Humanitarian) Affairs|"
    r"(?:National|Public|Homeland) Security|(?:the )?Treasury|Police|Intelligence|"
    r"(?:the )?(?:Middle East|Near East|Horn of Africa|"
    r"Great Lakes|Sahel|Balkans|Caucasus|Americas)|(?:North |West |East |Southern |Central )?(?:Africa|Asia|Europe|America))"
)
"""What a minister or envoy is for."""
OFFICE: Final = "|".join(re.escape(o) for o in sorted((*OFFICES, *MORE), key=len, reverse=True))
TITLED: Final = re.compile(
    rf"(?<![\w.])(?=[A-Zs12])(?P<office>(?:{OFFICE})(?: (?:of|for) {REMIT}){{0,2}})\s(?P<name>{CAP}(?:\s{CAP}){{0,4}})"
)
APPOSED: Final = re.compile(
    rf"(?<![\w.])(?=[A-Zs])(?:{OFFICE})(?: (?:for|of) (?:the )?[A-Z]\w+(?: [A-Z]\w+){{0,3}})?"
    rf", (?P<name>{CAP}(?: {CAP}){{1,3}}),? "
    r"(?:said|says|told|added|announced|stated|warned|confirmed|denied|condemned|welcomed)\b"
)
"""An office, the name set beside it, and that its holder speaks."""
CAPITAL_TITLED: Final = re.compile(rf"(?<![\w.])(?:{OFFICE.upper()})\s")
OFFICE_WORDS: Final = frozenset(w.lower().strip(".") for o in OFFICES for w in o.split())
