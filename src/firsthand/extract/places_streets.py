"""Streets, crossings and neighbourhoods that bear the name of a town elsewhere: they are not that town."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from firsthand.extract.places_cues import ROAD
from firsthand.model.place import PlaceName

KINDS: Final = (
    r"(?:[Ss]treets|[Aa]venues|[Rr]oads|[Bb]oulevards|[Dd]rives|[Ll]anes|[Pp]arkways|[Hh]ighways|[Ss]ts\.|[Aa]ves\.)"
)
NAME: Final = (
    r"(?:[NSEW]\. |North |South |East |West )?(?:[A-Z][\w.'’-]{1,20}|\d{1,3}(?:st|nd|rd|th))(?: [A-Z][\w.'’-]{1,20})?"
)
CROSSING_BEFORE: Final = re.compile(
    rf"(?:\b(?:[Ii]ntersection|[Cc]orner|[Bb]lock|[Cc]rossroads|[Jj]unction) of (?:{NAME} (?:and|&|near|at) )?"
    r"|\b\d{1,3}(?:st|nd|rd|th)(?: (?:[Ss]treet|[Aa]venue|St\.|Ave\.))? (?:and|&) "
    r")$"
)
CROSSING_AFTER: Final = re.compile(
    rf"(?:,? (?:and|&) {NAME})? {KINDS}(?!\w)| (?:and|&) \d{{1,3}}(?:st|nd|rd|th)\b|[ -](?:and|&) {NAME} (?:Street|Avenue|Road)\b"
)
SIDE: Final = re.compile(
    r"(?:[Tt]he )?(?:(?:[Nn]ear|[Ff]ar) )?(?:North|South|East|West|Northwest|Southwest|Northeast|Southeast)(?:ern)? [Ss]ide"
)
"""A side of the town that the report is of."""
HUNDREDS: Final = re.compile(r"\b\d{2,5}[ -](?:hundred )?[Bb]lock of (?:[NSEW]\. |North |South |East |West )?$")


def without_streets(places: Sequence[PlaceName], text: str) -> Iterator[PlaceName]:
    """The names of a text, those of streets without the town that is spelled alike."""
    for p in places:
        yield replace(p, place=None, others=()) if p.use == "place" and is_street(p, text) else p


def is_street(p: PlaceName, text: str) -> bool:
    """Tell whether a name is a street's, by its form or by the crossing or block that it stands in."""
    if p.place is not None and p.place.precision not in ("site", "settlement", "district"):
        return False
    if ROAD.fullmatch(p.span.quote) or SIDE.fullmatch(p.span.quote):
        return True
    before = text[max(0, p.span.start - 70) : p.span.start]
    return bool(
        HUNDREDS.search(before)
        or CROSSING_BEFORE.search(before)
        or CROSSING_AFTER.match(text, p.span.end, p.span.end + 60)
    )
