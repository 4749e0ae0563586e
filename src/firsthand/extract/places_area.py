"""The ground that the words around a name mean: "eastern Syria", "north of Homs", "25 km from", "the countryside of".

A derived point never claims more than the words: it is moved toward the side that is named and its radius covers that side.
"""

import math
import re
from dataclasses import dataclass, replace
from typing import Final, Literal

import msgspec

from firsthand.extract.places_cues import SITE
from firsthand.model.place import Place, Precision

SIDE: Final = (
    r"(?:far |extreme |deep )?(?P<side>north-?east|north-?west|south-?east|south-?west|north|south|east|west|central)"
    r"(?:ern|ernmost)?(?: and central)?"
)
ZONE: Final = (
    r"(?:countryside|suburbs?|outskirts|hinterland|parts?|areas?|regions?|sector|rural areas?|country|edge|fringes)"
)
UNITS: Final = (
    r"(?: (?:province|governorate|district|county|oblast|state|region|city|countryside|provinces|suburbs|outskirts))?"
)
MEASURE: Final = r"(?:kms?|kilomet(?:er|re)s?|miles?|mi)"
LENGTH: Final = (
    rf"(?P<far>\d{{1,3}}(?:[.,]\d)?)(?:[- ]?(?:to|or|–|-)[- ]?\d{{1,3}})?[ -]?(?P<unit>{MEASURE})\b"
    rf"(?: \(\d{{1,3}}(?:\.\d)? ?{MEASURE}\))?"
)

FROM: Final = re.compile(
    rf"(?:(?:some|about|around|roughly|just|nearly|over|more than) )?{LENGTH},?(?: (?:to the )?{SIDE})?(?: away)? (?:from|"
    rf"of|outside)(?: the)?[ \t](?:(?:city|town|village|center|centre|capital) of )?$",
    re.IGNORECASE,
)
SIDE_OF: Final = re.compile(
    rf"(?:just |immediately |to the |in the |areas? |deserts? |the )?(?:{SIDE}) of(?: the)? (?:(?:city|town|village|"
    rf"capital|province) of )?(?:the )?$",
    re.IGNORECASE,
)
SIDE_ZONE: Final = re.compile(
    rf"(?:the |in )?{SIDE}(?:[ -]\w{{1,12}})? {ZONE} (?:of|near|around) (?:the )?(?:(?:city|town|province|governorate) of )?$",
    re.IGNORECASE,
)
ZONE_OF: Final = re.compile(
    rf"(?:the )?(?:{ZONE}|deserts?|badia|mountains) (?:of|near|around|outside) (?:the )?(?:(?:city|town|province|"
    rf"governorate) of )?$",
    re.IGNORECASE,
)
SIDE_BEFORE: Final = re.compile(rf"(?:in |the )?{SIDE}[ -]$", re.IGNORECASE)
SIDE_AFTER: Final = re.compile(rf"(?:['’]s)?[ ](?:the )?{SIDE} {ZONE}", re.IGNORECASE)
ZONE_AFTER: Final = re.compile(
    r"(?:['’]s)?[ ](?:countryside|outskirts|suburbs|hinterland|desert|badia|rural areas)\b", re.IGNORECASE
)
NEAR: Final = re.compile(
    r"(?:near|close to|outside|around|not far from|on the outskirts of|in the vicinity of)(?: the)?[ \t](?:(?:city|town|"
    r"village) of )?$",
    re.IGNORECASE,
)
SITE_BEFORE: Final = re.compile(
    rf"\b(?:an?|the|two|three|several)(?: [\w'-]{{2,15}}){{0,2}} (?:{SITE}|camp|factory|warehouse|depot|office|building|"
    rf"shop|house|station)s? (?:in|at|near|of|outside) (?:the )?$",
    re.IGNORECASE,
)

LAST: Final = (
    "of",
    "from",
    "outside",
    "near",
    "around",
    "the",
    "to",
    "north",
    "south",
    "east",
    "west",
    "central",
    "ern",
    "ernmost",
    "-",
)
"""Ends of the last word before a name that can change what it means."""
BEARING: Final = {
    "north": (1.0, 0.0),
    "south": (-1.0, 0.0),
    "east": (0.0, 1.0),
    "west": (0.0, -1.0),
    "northeast": (0.7, 0.7),
    "northwest": (0.7, -0.7),
    "southeast": (-0.7, 0.7),
    "southwest": (-0.7, -0.7),
    "central": (0.0, 0.0),
}
MILE: Final = 1.609


@dataclass(frozen=True, slots=True)
class Around:
    """How the words around a name change it, and the text range of name and words. `km`: distance, 0 where none is told."""

    start: int
    end: int
    how: Literal["side", "off", "distance", "zone", "near"]
    side: str = ""
    km: float = 0.0


def around(text: str, start: int, end: int) -> Around | None:
    """What the words beside text[start:end] make of it; None where they change nothing."""
    floor = max(0, start - 80)
    before, after = text[floor:start], text[end : end + 50]
    later = around_after(start, end, after)
    if not before[-12:].lower().rstrip(" -\t\n").endswith(LAST):
        return later
    first = around_before(before, floor, end)
    if first is None or later is None:
        return first or later
    if first.how in ("side", "zone"):
        # "eastern Homs countryside"; of "the area of the Homs desert" only the desert counts.
        side = first.side or later.side
        return Around(first.start if first.side else start, later.end, "side" if side else "zone", side)
    return replace(first, end=later.end)


def around_before(before: str, floor: int, end: int) -> Around | None:
    """What the words before a name make of it. `floor`: where they begin in the text."""
    if m := FROM.search(before):
        far = float(m["far"].replace(",", ".")) * (MILE if m["unit"].lower().startswith("mi") else 1.0)
        return Around(floor + m.start(), end, "distance", tidy(m["side"]), far)
    if m := SIDE_ZONE.search(before):
        return Around(floor + m.start("side"), end, "side", tidy(m["side"]))
    if m := SIDE_OF.search(before):
        return Around(floor + m.start("side"), end, "off", tidy(m["side"]))
    if m := SIDE_BEFORE.search(before):
        return Around(floor + m.start("side"), end, "side", tidy(m["side"]))
    if m := ZONE_OF.search(before):
        return Around(floor + m.start(), end, "zone")
    if m := NEAR.search(before):
        return Around(floor + m.start(), end, "near")
    return None


def around_after(start: int, end: int, after: str) -> Around | None:
    """What the words after a name make of it."""
    if m := SIDE_AFTER.match(after):
        return Around(start, end + m.end(), "side", tidy(m["side"]))
    if m := ZONE_AFTER.match(after):
        return Around(start, end + m.end(), "zone")
    return None


def tidy(side: str | None) -> str:
    """ "North-East" -> "northeast"."""
    return (side or "").lower().replace("-", "")


def shifted(place: Place, words: Around, shown: str) -> Place:
    """The ground that `words` mean beside `place`; `shown`: the words, for its name. Without a point it stays without one."""
    small = place.precision in ("site", "settlement")
    precision: Precision = "district" if small else "region"
    within = (place.name, *place.within)
    if place.lat is None or place.lon is None:
        return msgspec.structs.replace(place, name=shown, precision=precision, within=within, geonames_id=None)
    radius, move = extent(place.radius_km, words, small)
    north, east = BEARING.get(words.side, (0.0, 0.0))
    lat = max(-89.0, min(89.0, place.lat + north * move / 111.2))
    lon = place.lon + east * move / (111.3 * max(0.1, math.cos(math.radians(place.lat))))
    if words.how == "near":
        precision = place.precision
        shown = place.name
    return msgspec.structs.replace(
        place,
        name=shown,
        lat=round(lat, 5),
        lon=round(lon, 5),
        radius_km=round(radius, 1),
        precision=precision,
        within=within,
        geonames_id=None,
    )


def extent(radius: float, words: Around, small: bool) -> tuple[float, float]:
    """Radius and distance from the middle, in km, of the ground that is meant."""
    if words.how == "distance":
        # "10 km from" without a side: anywhere on that circle.
        return (
            (radius + 0.35 * words.km + 2, words.km)
            if words.side and words.side != "central"
            else (radius + words.km + 2, 0.0)
        )
    if words.how == "near":
        return radius + 15, 0.0
    if words.how == "zone":
        return (radius + 25 if small else radius), 0.0
    if words.how == "off":
        return (radius + 25, radius + 12) if small else (0.7 * radius, 0.9 * radius)
    if words.side == "central":
        return (radius if small else 0.6 * radius), 0.0
    return (radius + 20, radius) if small else (0.65 * radius, 0.5 * radius)
