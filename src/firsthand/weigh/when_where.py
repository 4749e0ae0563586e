"""Days and places that reports give for one event and that exclude one another, or of which one lies within the other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import asin, cos, radians, sin, sqrt
from typing import Final, Literal

from firsthand.model.incident import Discrepancy
from firsthand.model.place import Place
from firsthand.model.value import Where
from firsthand.weigh.dates import Said, days_told
from firsthand.weigh.evidence import Case, Stated, ids
from firsthand.weigh.origins import Sources
from firsthand.weigh.places import ORDER, holds
from firsthand.weigh.readings import quoted

MOST = 5
"""Days, and places, that are held against each other; those that most reports give."""
LOOSE = 2
"""Days from the first to the last from which on an interval is one that a single day makes more exact."""
APART = 20
"""Kilometres beyond their own size from which on two places cannot both be meant."""
EXACT = frozenset({"site", "settlement", "district"})
WIDE = frozenset({"district", "province", "region"})
YEAR = re.compile(r"\b[12]\d{3}\b")
DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|weekend|month|year|yesterday|today|ago|jan|feb|mar|apr|may|june?|july?|"
    r"aug|sept?|oct|nov|dec)|\b(?:january|february|march|april|august|september|october|november|december)|\d[/.-]\d|\b[12]\d{3}\b",
    re.IGNORECASE,
)
"""Words that give a day, a week or a month, not only an hour."""
Kind = Literal["conflict", "refinement"]
WHY: Final[dict[Kind, str]] = {"conflict": "they exclude one another", "refinement": "one lies within the other"}


def days_that_differ(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """One line for the days that exclude one another, one for those that lie within longer spans."""
    if not case.news:
        return
    found: dict[str, list[Stated]] = {}
    meant: dict[str, tuple[int, int]] = {}
    for told in _by_report(days_told(case)).values():
        first, last = max(s.first for s in told), min(s.last for s in told)
        if first <= last:
            narrow = min(told, key=lambda s: ((s.last - s.first).days, s.stated.claim.span.start))
            key = f"{first.isoformat()}/{last.isoformat()}"
            meant[key] = first.toordinal(), last.toordinal()
            found.setdefault(key, []).append(narrow.stated)
    ranked = sorted(found, key=lambda days: (-len(found[days]), days))[:MOST]
    pairs = [(a, b, kind) for a, b in combinations(ranked, 2) if (kind := _days(meant[a], meant[b])) is not None]
    yield from _lines("date", found, pairs, sources)


def _by_report(said: Sequence[Said]) -> Mapping[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for one in (s for s in said if _day_told(s)):
        found.setdefault(one.stated.claim.report, []).append(one)
    return dict(sorted(found.items()))


def _day_told(said: Said) -> bool:
    """Tell whether words give a day, not only an hour, and mean one that is known apart from when the report appeared."""
    words = said.stated.claim.span.quote
    return DAY.search(words) is not None and (said.stated.said_on is not None or YEAR.search(words) is not None)


def _days(a: tuple[int, int], b: tuple[int, int]) -> Kind | None:
    wide, narrow = sorted((a, b), key=lambda d: (d[0] - d[1], d))
    if max(a[0], b[0]) > min(a[1], b[1]):
        return "conflict"
    within = wide[0] <= narrow[0] and narrow[1] <= wide[1]
    return "refinement" if within and wide[1] - wide[0] >= LOOSE else None


def places_that_differ(case: Case, sources: Sources) -> Iterator[Discrepancy]:
    """The same for places: two that lie apart and that no report gives together, and a wide one with one in it."""
    found: dict[str, list[Stated]] = {}
    known: dict[str, Place] = {}
    finest: dict[str, list[str]] = {}
    for stated in case.of("place"):
        where = stated.claim.value
        if isinstance(where, Where) and where.place is not None and _firm(stated):
            key = str(where.place.geonames_id or where.place.name)
            known.setdefault(key, where.place)
            found.setdefault(key, []).append(stated)
            finest.setdefault(stated.claim.report, []).append(key)
    own = {report: _finest(keys, known) for report, keys in sorted(finest.items())}
    told = {key: [s for s in every if key in own[s.claim.report]] for key, every in found.items()}
    ranked = sorted((k for k in told if told[k]), key=lambda key: (-len({s.claim.report for s in told[key]}), key))[
        :MOST
    ]
    pairs = []
    for a, b in combinations(ranked, 2):
        together = any(a in keys and b in keys for keys in finest.values())
        kind = None if together else _places(known[a], known[b])
        if kind is not None:
            pairs.append((a, b, kind))
    yield from _lines("place", told, pairs, sources)


def _finest(keys: Sequence[str], known: Mapping[str, Place]) -> frozenset[str]:
    """Of the places of one report those that are most exact and hold no other of it."""
    exact = [k for k in keys if known[k].precision in ("site", "settlement")] or keys
    return frozenset(k for k in exact if not any(o != k and holds(known[k], known[o]) for o in exact))


def _firm(stated: Stated) -> bool:
    """Tell whether a place is told of the event as news, and does not merely stand in its sentence or follow from the story."""
    return stated.role == "main" and not stated.claim.inferred and stated.claim.by != "moments.sentence"


def _places(a: Place, b: Place) -> Kind | None:
    wide, narrow = sorted((a, b), key=lambda p: (-ORDER.index(p.precision), -p.radius_km, p.name))
    gap = _distance(a, b)
    if wide.precision in WIDE:
        inside = gap is not None and gap + narrow.radius_km <= wide.radius_km and a.country == b.country
        finer = narrow.precision in EXACT and wide.precision != narrow.precision and wide.name not in narrow.name
        return "refinement" if finer and (holds(wide, narrow) or inside) else None
    if not {a.precision, b.precision} <= EXACT or holds(wide, narrow) or holds(narrow, wide):
        return None
    return "conflict" if gap is not None and gap > APART + (a.radius_km or 0) + (b.radius_km or 0) else None


def _distance(a: Place, b: Place) -> float | None:
    """Kilometres between two points, by the great circle; None where one has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat, other = radians(a.lat), radians(b.lat)
    half = sin((other - lat) / 2) ** 2 + cos(lat) * cos(other) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def _lines(
    field: str, told: Mapping[str, Sequence[Stated]], pairs: Sequence[tuple[str, str, Kind]], sources: Sources
) -> Iterator[Discrepancy]:
    """One discrepancy a kind, that quotes every value of it once."""
    for kind in WHY:
        keys = [key for key in told if any(key in (a, b) for a, b, k in pairs if k == kind)]
        if keys:
            words = ", ".join(quoted(min(told[key], key=_order), sources) for key in keys)
            every = ids(s for key in keys for s in told[key])
            yield Discrepancy(field=field, kind=kind, claims=every, why=f"{words}: {WHY[kind]}")


def _order(stated: Stated) -> tuple[bool, int, str]:
    return (stated.said_on is None, stated.said_on.toordinal() if stated.said_on else 0, stated.id)
