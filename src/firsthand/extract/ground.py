"""The ground of a report: the town, district or province in which its news plays, found from the words that show it.

An event that is news and has no place of its own takes the ground as its place, with those words as evidence. What is
recalled takes none, nor what has a place of its own, be it unknown; a country whose government speaks is no ground.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED, Draft, Part
from firsthand.extract.events import UNREAL, EventDraft
from firsthand.extract.ground_lands import land_of
from firsthand.extract.ground_signs import Sign, SignKind, is_capital, signs_of
from firsthand.extract.ground_sites import seat
from firsthand.extract.scene import Scene
from firsthand.model.place import Place, PlaceName, Precision
from firsthand.model.value import Where
from firsthand.resources.gazetteer import Gazetteer, kilometres

NEAR_KM: Final = 25
"""Distance, beyond its radius, in which places are one neighbourhood of the news."""
LEAST: Final = 2
"""Points without which no place is ground."""
SIZES: Final[tuple[frozenset[Precision], ...]] = (
    frozenset({"site", "settlement"}),
    frozenset({"district"}),
    frozenset({"province"}),
)
"""Sizes of ground, smallest first: where towns disagree, the district that the signs agree on is the ground."""
ALIKE: Final = 3
"""Signs of one place that count; more are repetition."""
BY: Final[dict[SignKind, str]] = {
    "event": "ground.event",
    "authority": "ground.authority",
    "located": "ground.located",
    "site": "ground.site",
    "dateline": "ground.dateline",
    "resident": "ground.resident",
}
"""The rule that gives the ground, by its strongest sign."""
BARE: Final = re.compile(
    r"\b(?:[Pp]olice|[Ss]heriff['’]?s?|[Dd]eputies|[Oo]fficers|[Ff]irefighters|[Cc]oroner|[Mm]edics|[Rr]esidents|[Dd]owntown|"
    r"the (?:city|town|mayor|market|station))\b"
)
"""Those who act in a place, without its name: the reader is thought to know it from the dateline."""


class Ground(NamedTuple):
    """A place, its points, and its signs, strongest first."""

    place: Place
    points: int
    signs: tuple[Sign, ...]


def tell_ground(scene: Scene, gazetteer: Gazetteer, events: Sequence[EventDraft]) -> None:
    """Gives streets the point of the town that they lie in, and events of no place the ground of the report."""
    ground = ground_of(scene, gazetteer, events)
    policed = ground is not None and any(s.kind == "authority" for s in ground.signs)
    seat(scene, events, None if ground is None else ground.place, policed=policed)
    land = land_of(events)
    for event in events:
        home = _homeless(event, ground.place) if ground is not None else None
        if ground is not None and home is not None:
            _give(home, ground.signs[0].name, ground.place, BY[ground.signs[0].kind])
        elif land is not None and not any(d.places for d in event.drafts):
            home = _homeless(event, land.place)
            if home is not None:
                _give(home, land, land.place, "ground.country")


def _give(home: Draft, name: PlaceName, place: Place | None, by: str) -> None:
    """Put a place into a draft, with the words that show it."""
    value = Where(text=name.span.quote, place=place)
    home.parts.append(Part(field="place", value=value, span=name.span, by=by))


def ground_of(scene: Scene, gazetteer: Gazetteer, events: Sequence[EventDraft]) -> Ground | None:
    """The one place that the signs agree on; None where they are few, or speak for places far apart."""
    grouped: dict[tuple[str, str | None, str | None], list[Sign]] = {}
    for sign in signs_of(scene, gazetteer, events):
        grouped.setdefault((sign.place.name, sign.place.admin1, sign.place.country), []).append(sign)
    own = [(signs[0].place, _points(signs), signs) for signs in grouped.values()]
    weighed = [
        Ground(place, points + _lent(place, own), tuple(sorted(signs, key=lambda s: -s.points)))
        for place, points, signs in own
    ]
    for size in SIZES:
        found = _agreed([g for g in weighed if g.place.precision in size], weighed)
        if found is not None:
            if _abroad(scene, found):
                return None
            mere = {s.kind for s in found.signs} == {"dateline"}
            return found if not mere or _confirmed(scene, found, gazetteer, weighed) else None
    return None


def _abroad(scene: Scene, g: Ground) -> bool:
    """Tell whether a text names other countries as places, that of the ground seldom or never, and nobody acts there."""
    wide = [
        p.place for p in scene.places if p.use == "place" and p.place and p.place.precision in ("country", "region")
    ]
    named = Counter(place.country for place in wide if place.country)
    most = max(named.values(), default=0)
    return 2 * named[g.place.country or ""] < most and all(s.kind != "authority" for s in g.signs)


def _agreed(some: Sequence[Ground], weighed: Sequence[Ground]) -> Ground | None:
    """The one of `some` with most points, where of all those far from it none has more than half as many."""
    best = max(some, key=lambda g: (g.points, -g.place.radius_km), default=None)
    if best is None or best.points < LEAST:
        return None
    return None if any(2 * g.points > best.points and not _together(g.place, best.place) for g in weighed) else best


def _points(signs: Sequence[Sign]) -> int:
    """Points of the signs of one place; of one kind only the first few count."""
    kinds = {s.kind for s in signs}
    return sum(sum(sorted((s.points for s in signs if s.kind == k), reverse=True)[:ALIKE]) for k in kinds)


def _lent(place: Place, own: Iterable[tuple[Place, int, list[Sign]]]) -> int:
    """What places around it lend: half of the points of those that hold it or lie by it."""
    return sum(points for other, points, _ in own if other != place and _holds(other, place)) // 2


def _holds(outer: Place, inner: Place) -> bool:
    if outer.country != inner.country:
        return False
    if outer.precision == "province":
        return inner.admin1 == outer.name
    return outer.name in inner.within


def _together(a: Place, b: Place) -> bool:
    """Tell whether two places are of one neighbourhood: one holds the other, or they lie side by side."""
    if _holds(a, b) or _holds(b, a):
        return True
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= NEAR_KM + a.radius_km + b.radius_km


def _confirmed(scene: Scene, g: Ground, gazetteer: Gazetteer, others: Sequence[Ground]) -> bool:
    """Tell whether more than a dateline shows a town: local bodies without a name, in a report that names no other place."""
    if is_capital(g.place, gazetteer):
        return False
    alone = all(o is g or _together(o.place, g.place) for o in others)
    return alone and BARE.search(scene.text) is not None


def _homeless(event: EventDraft, ground: Place | None) -> Draft | None:
    """The draft that takes the ground: the first that is news, of a deed that happened and has no place but what holds it."""
    if any(d.kind in ARMED_KINDS_EXCLUDED or d.status in UNREAL for d in event.drafts):
        return None
    stated = [p for d in event.drafts for p in d.places]
    if ground is None or any(p.place is None or not _wide(p.place, ground) for p in stated):
        return None
    return next((d for d in event.drafts if d.role == "main"), None)


def _wide(stated: Place, ground: Place) -> bool:
    """Tell whether a stated place is only the country or province that the ground lies in."""
    if stated.precision == "country":
        return stated.country == ground.country
    if stated.precision == "region":
        return stated.country == ground.country and _together(stated, ground)
    return stated != ground and _holds(stated, ground)
