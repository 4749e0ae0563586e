"""Places of two tellings compared: the same, one in the other, near, or apart."""

from firsthand.link.accounts import Said
from firsthand.link.scales import Finding, Scales, place_term
from firsthand.model.place import Place
from firsthand.resources.gazetteer import kilometres

PRECISE = frozenset({"site", "settlement", "district"})
RARE = 4500
"""Rarity, in 1/1000 doublings, from which a place name counts in full: large cities are in many reports."""
NEAR_KM, APART_KM, FAR_KM = 10, 30, 200
MOST = 6


def places(a: Said, b: Said, scales: Scales) -> Finding:
    """The pair of places that agrees best: a telling may name the village, its province and its country."""
    shared = sorted(a.unplaced & b.unplaced)
    if shared:
        return _rare("place_word", shared[0], shared[0], scales)
    pairs = [_pair(p, q, scales) for p in _finest(a.places) for q in _finest(b.places)]
    return max(pairs, key=lambda f: (f.millibits, f.detail), default=Finding("places", 0, ""))


def _finest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    order = ("site", "settlement", "district", "province", "region", "country")
    return tuple(sorted(places, key=lambda p: (order.index(p.precision), p.name))[:MOST])


def _rare(reason: str, term: str, name: str, scales: Scales) -> Finding:
    weight = scales.weights[reason]
    return Finding("places", min(weight, weight * scales.entities.rarity(term) // RARE), reason, name)


def _pair(p: Place, q: Place, scales: Scales) -> Finding:
    if same(p, q):
        return _rare(f"place_{p.precision}", place_term(p), p.name, scales)
    if holds(p, q) or holds(q, p):
        outer = p if holds(p, q) else q
        reason = "place_country" if outer.precision == "country" else "place_within"
        return Finding("places", scales.weights[reason], reason, outer.name)
    if akin(p.name, q.name):
        # A name that is taken for two places in two reports is rather one place.
        return _rare("place_name", f"name {p.name}", p.name, scales)
    return _distance(p, q, scales)


def _distance(p: Place, q: Place, scales: Scales) -> Finding:
    abroad = p.country is not None and q.country is not None and p.country != q.country
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return Finding("places", scales.weights["country_apart"] if abroad else 0, "country_apart")
    between = kilometres(p.lat, p.lon, q.lat, q.lon) - p.radius_km - q.radius_km
    precise = p.precision in PRECISE and q.precision in PRECISE
    detail = f"{p.name} - {q.name}"
    if between <= (NEAR_KM if precise else 0):
        millibits = 0 if abroad else scales.weights["place_near" if precise else "place_within"]
        return Finding("places", millibits, "place_near", detail)
    if between <= APART_KM and not precise:
        return Finding("places", 0, "")
    reason = "place_apart" if between <= FAR_KM else "country_apart" if abroad and not precise else "place_far"
    return Finding("places", scales.weights[reason], reason, detail)


def same(p: Place, q: Place) -> bool:
    """Tell whether two entries are one place."""
    if p.geonames_id is not None and q.geonames_id is not None:
        return p.geonames_id == q.geonames_id
    return (p.name.casefold(), p.country) == (q.name.casefold(), q.country)


def akin(a: str, b: str) -> bool:
    """Tell whether two names are one, or one of them is the other with words added ("Lawndale", "North Lawndale")."""
    one, other = a.casefold().split(), b.casefold().split()
    return set(one) <= set(other) or set(other) <= set(one)


def holds(outer: Place, inner: Place) -> bool:
    """Tell whether one place lies within another by its names."""
    if outer.country != inner.country or outer.precision not in ("country", "province", "district", "region"):
        return False
    if outer.precision == "country":
        return True
    return outer.name in inner.within or (outer.precision == "province" and inner.admin1 == outer.name)
