"""Invented statements, reworded at a given rate by a seeded draw, with one number or name corrupted on request."""

import random
import re
from datetime import date

from firsthand.model.base import sha256
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report

SLOT = re.compile(r"\{([^{}]*)\}")

STATEMENTS = (
    "The Varun Regional Guard {announced|made known} on {Tuesday|Tuesday} that its {gunners|artillery crews} "
    "{struck|hit} 41 {depots|stores} {belonging to|held by} the Karsh Front {near|close to} Ostavel. The "
    "{barrage|bombardment} {destroyed|wrecked} 6 {launchers|rocket tubes} and {killed|left dead} 17 "
    "{fighters|gunmen} who had {gathered|assembled} in an {abandoned|disused} {cannery|fish factory}. "
    "{Drones|Unmanned aircraft} {guided|directed} the {shells|rounds} and {filmed|recorded} the "
    "{damage|destruction}, the guard {said|declared}. No {residents|inhabitants} were {hurt|harmed}, because "
    "{families|households} had been {moved|taken} to Melisk {beforehand|in advance}. {Patrols|Detachments} "
    "will {remain|stay} along the Tembe {ridge|heights} until the {threat|danger} has {passed|gone}, commander "
    "Ilya Dorrin {promised|vowed}.",
    "The interior ministry of Norvania {confirmed|acknowledged} that a {lorry|truck} {packed|loaded} with 300 "
    "kilograms of {explosives|blasting material} {detonated|blew up} at the Halmer {checkpoint|control post}. "
    "9 {conscripts|recruits} {died|lost their lives} and 26 {travellers|passers-by} were {treated|cared for} "
    "in the {clinic|hospital} of Sabrat, spokeswoman Lena Okoro {stated|said}. The {driver|man at the wheel} "
    "had {ignored|disregarded} {warning|caution} shots and {rammed|drove into} a {concrete|cement} "
    "{barrier|block}. {Investigators|Detectives} {recovered|found} a {telephone|handset} and "
    "{arrested|detained} 2 {suspects|men} in the {suburb|outskirts} of Quell. The {road|route} to the "
    "{border|frontier} will {stay|be kept} {closed|shut} for 5 days, the ministry {added|said}.",
    "{Engineers|Sappers} of the Delmar Army {cleared|removed} 118 {mines|buried charges} from {orchards|fruit "
    "gardens} around Pellin after the Sorrow Brigade {withdrew|pulled back}. One {sapper|specialist} was "
    "{wounded|injured} when a {booby trap|rigged device} {exploded|went off} inside a {school|classroom}. "
    "{Villagers|Country people} may {return|come home} from Friday, {provided|as long as} they {avoid|keep "
    "off} the {marked|flagged} {fields|plots}, colonel Adan Vree {explained|told them}. The "
    "{retreating|departing} {militants|insurgents} had also {poisoned|fouled} 4 {wells|water holes} and "
    "{burned|set alight} the {mill|flour works}. {Samples|Probes} were {sent|dispatched} to the "
    "{laboratory|test centre} in Quorn, where {results|findings} are {expected|awaited} within a week.",
    "The Lumen {Observatory|Monitoring Centre} {documented|registered} the {abduction|kidnapping} of 13 "
    "{fishermen|boat crews} by {armed|gun-carrying} men off Cape Tarrow. {Relatives|Family members} "
    "{received|were handed} a {demand|request} for {ransom|payment} of 50,000 dollars, {delivered|brought} by "
    "a {courier|messenger} on {Monday|Monday}. The {captors|hostage-takers} {released|let go} 3 {elderly|aged} "
    "{prisoners|captives} near the {lighthouse|light tower} of Imbra. {Coastguards|Naval police} "
    "{chased|pursued} a {speedboat|fast craft} but {lost|could not follow} it in {fog|mist}, the monitor "
    "{wrote|noted}. {Similar|Comparable} {raids|attacks} {emptied|cleared out} the {harbour|port} of Jessam "
    "{last|the previous} {spring|season}.",
)
TELLINGS = (
    "Rockets and shells fell on Ostavel this week as the Karsh Front came under attack. Hospital staff in "
    "Melisk spoke of long columns of cars on the coastal motorway. A reporter saw smoke above the old harbour. "
    "Traders have shut their shops and the mayor wants talks. Nobody could say how many died.",
    "Windows shook across Sabrat when a vehicle bomb went off by the Halmer crossing. Ambulances ran all "
    "morning. A market seller lost two cousins there. The opposition blames the ministry for sleeping. Border "
    "traffic has been turned away toward the northern pass, leaving hauliers angry.",
    "Pellin is quiet again, says farmer Osip Lanner, who walked back to his trees on Wednesday. The Sorrow "
    "Brigade left at night. Aid workers brought water by tanker. Children look for shrapnel to sell. Nobody "
    "has come to count what is lost.",
    "Mothers in Imbra hold candles for sons who went out with the nets and never came back. The village priest "
    "reads the names. A boat owner says pirates now rule the waters off Cape Tarrow, and that the navy has one "
    "working ship.",
)
FRAMES = (
    ("Our correspondent in the capital writes.", "Analysts doubt that calm will hold."),
    ("Evening bulletin, compiled by the desk.", "Parliament meets again next month."),
)


def reworded(statement: int, rate: float, seed: int) -> str:
    """The statement with this share of its words replaced."""
    draw = random.Random(f"{statement} {seed}")  # noqa: S311

    def choose(slot: re.Match[str]) -> str:
        first, *others = slot.group(1).split("|")
        return draw.choice(others) if draw.random() < rate else first

    return SLOT.sub(choose, STATEMENTS[statement])


def framed(body: str, which: int) -> str:
    """The body as a report: with the outlet's own first and last sentence."""
    opening, closing = FRAMES[which]
    return f"{opening}\n\n{body}\n\n{closing}\n"


def report(name: str, text: str, outlet: str | None = None) -> Report:
    """A report with this text."""
    return Report(
        sha256=sha256(f"{name}\n{text}".encode()),
        text=text,
        names=(name,),
        media_type="text/plain",
        read_on=date(2031, 5, 6),
        outlet=outlet,
    )


def bare(*reports: Report) -> tuple[dict[str, Report], dict[str, Extraction]]:
    """Reports as the stage takes them, with nothing extracted."""
    return {r.id: r for r in reports}, {r.id: Extraction(report=r.id) for r in reports}
