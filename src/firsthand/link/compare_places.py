"""Places of two tellings compared: the same, one in the other, near, or apart."""

from collections.abc import Sequence

from firsthand.link.scales import Finding, Scales
from firsthand.link.sides import Side, Spot, rare_place
from firsthand.model.place import Place
from firsthand.resources.gazetteer import kilometres

PRECISE = frozenset({"site", "settlement", "district"})
NEAR_KM, APART_KM, FAR_KM = 10, 30, 200


def places(a: Side, b: Side, scales: Scales) -> Sequence[Finding]:
    """The pair of places that agrees best: a telling may name the village, its province and its country."""
    if not a.unplaced.isdisjoint(b.unplaced):
        shared = min(a.unplaced & b.unplaced)
        return (rare_place("place_word", shared, shared, scales),)
    pairs = [_pair(p, q, scales) for p in a.spots for q in b.spots]
    return pairs if len(pairs) < 2 else (max(pairs, key=lambda f: (f.millibits, f.detail)),)


def _pair(a: Spot, b: Spot, scales: Scales) -> Finding:
    p, q = a.place, b.place
    if same(p, q):
        return a.same
    if holds(p, q) or holds(q, p):
        outer = p if holds(p, q) else q
        reason = "place_country" if outer.precision == "country" else "place_within"
        return Finding("places", scales.weights[reason], reason, outer.name)
    if akin(a.words, b.words):
        # A name that is taken for two places in two reports is rather one place.
        return a.named
    return _distance(p, q, scales)


def _distance(p: Place, q: Place, scales: Scales) -> Finding:
    abroad = p.country is not None and q.country is not None and p.country != q.country
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return Finding("places", scales.weights["country_apart"] if abroad else 0, "country_apart")
    between = kilometres(p.lat, p.lon, q.lat, q.lon) - p.radius_km - q.radius_km
    precise = p.precision in PRECISE and q.precision in PRECISE
    detail = f"{p.name} - {q.name}"
    if between <= (NEAR_KM if precise else 0):
        # Circles of two provinces meet along their border: that says nothing.
        apart = abroad or (not precise and _parted(p, q))
        millibits = 0 if apart else scales.weights["place_near" if precise else "place_within"]
        return Finding("places", millibits, "place_near", detail)
    if between <= APART_KM and not precise:
        return Finding("places", 0, "")
    reason = "place_apart" if between <= FAR_KM else "country_apart" if abroad and not precise else "place_far"
    return Finding("places", scales.weights[reason], reason, detail)


def _parted(p: Place, q: Place) -> bool:
    """Tell whether two places lie in different provinces, by name."""
    bounded = {p.precision, q.precision}.isdisjoint(("region", "country"))
    return bounded and p.admin1 is not None and q.admin1 is not None and p.admin1 != q.admin1


def same(p: Place, q: Place) -> bool:
    """Tell whether two entries are one place."""
    if p.geonames_id is not None and q.geonames_id is not None:
        return p.geonames_id == q.geonames_id
    return (p.name.casefold(), p.country) == (q.name.casefold(), q.country)


def akin(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two names, as words, are one, or one is the other with words added ("Lawndale", "North Lawndale")."""
    return a <= b or b <= a


def holds(outer: Place, inner: Place) -> bool:
    """Tell whether one place lies within another by its names."""
    if outer.country != inner.country or outer.precision not in ("country", "province", "district", "region"):
        return False
    if outer.precision == "country":
        return True
    return outer.name in inner.within or (outer.precision == "province" and inner.admin1 == outer.name)
