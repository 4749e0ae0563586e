"""Streets, neighbourhoods and sites of an event put into the town that they lie in: its point, and a radius that holds them.

A town of the same name elsewhere is not meant where the words say that the name is a neighbourhood's.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from firsthand.extract.events import EventDraft
from firsthand.extract.places_cues import QUARTER
from firsthand.extract.places_streets import is_street
from firsthand.extract.scene import Scene
from firsthand.model.place import Place, PlaceName
from firsthand.resources.gazetteer import kilometres

VILLAGE: Final = re.compile(
    r"\b(?:village|town|hamlet|city|settlement|township|district|province|county|camp)s? (?:of|called|named)(?: the)? $",
    re.I,
)
UNIT_AFTER: Final = re.compile(
    r"[ \t](?:[Vv]illage|[Tt]own(?:ship)?|[Dd]istrict|[Cc]ounty|[Pp]rovince|[Hh]amlet|[Cc]amp)\b"
)
OWNED_KM: Final = 40
"""Distance from the middle of its owner, beyond its radius, in which a neighbourhood may lie."""
AROUND_KM: Final = 25
"""What the radius of a town grows by for a name that no gazetteer knows: it may be a village by the town."""


def seat(scene: Scene, events: Sequence[EventDraft], town: Place | None, *, policed: bool) -> None:
    """Gives places of events that lie in a town its point.

    `policed`: the police or officials of `town` act in the report.
    """
    for event in events:
        clear = [p for d in event.drafts for p in d.places if not is_quarter(scene, p)]
        named = [p.place for p in clear if _is_town(p.place)]
        home = named[0] if named else town
        for d in event.drafts:
            d.places = [_seated(scene, p, home, policed=policed and home == town) for p in d.places]


def _seated(scene: Scene, p: PlaceName, town: Place | None, *, policed: bool) -> PlaceName:
    owner = _owner(scene, p)
    if owner is not None:
        return p if _lies_in(p.place, owner) else _in_town(p, owner, 0)
    if town is None:
        return p
    if p.place is None and is_street(p, scene.text):
        return _in_town(p, town, 0)
    if is_quarter(scene, p):
        return p if _lies_in(p.place, town) else _in_town(p, town, 0)
    if p.place is None and policed and _is_town(town) and not _unit(scene, p):
        return _in_town(p, town, AROUND_KM)
    return p


def is_quarter(scene: Scene, p: PlaceName) -> bool:
    """Tell whether a name is of a part of a town, by the word behind it: "the Khalidiya neighbourhood"."""
    small = p.place is None or p.place.precision in ("site", "settlement", "district")
    return small and QUARTER.match(scene.text, p.span.end) is not None


def _unit(scene: Scene, p: PlaceName) -> bool:
    before = scene.text[max(0, p.span.start - 30) : p.span.start]
    return bool(VILLAGE.search(before) or UNIT_AFTER.match(scene.text, p.span.end))


def _owner(scene: Scene, p: PlaceName) -> Place | None:
    """The town whose a place is by its genitive: "Homs's Khalidiya"."""
    before = scene.text[max(0, p.span.start - 3) : p.span.start]
    if before not in ("'s ", "’s ") or (p.place is not None and p.place.precision not in ("site", "settlement")):
        return None
    tokens = scene.tokens(p.span.start - 4, p.span.start - 3)
    holder = scene.place_at.get(tokens[0]) if tokens else None
    return holder.place if holder is not None and _is_town(holder.place) else None


def _is_town(place: Place | None) -> bool:
    return place is not None and place.precision == "settlement" and place.lat is not None


def _lies_in(place: Place | None, town: Place) -> bool:
    if place is None or place.lat is None or place.lon is None or town.lat is None or town.lon is None:
        return False
    return kilometres(place.lat, place.lon, town.lat, town.lon) <= OWNED_KM + town.radius_km


def _in_town(site: PlaceName, town: Place, wider: float) -> PlaceName:
    """A site with the point of its town, somewhere in it, or within `wider` km around it."""
    place = replace(
        town,
        name=" ".join(site.span.quote.split()),
        radius_km=town.radius_km + wider,
        precision="district" if wider and town.precision == "settlement" else town.precision,
        geonames_id=None,
        within=(town.name, *town.within),
    )
    return replace(site, place=place)
