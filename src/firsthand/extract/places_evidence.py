"""What the text as a whole says about the place of each name, once all names have decided together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from firsthand.extract import places_cues as cues
from firsthand.extract.places_resolve import Ranked, choose
from firsthand.extract.places_words import Run
from firsthand.model.place import Place
from firsthand.resources.gazetteer import Found, Gazetteer, kilometres
from firsthand.resources.gazetteer_tables import Rank

Use = Literal["place", "adjective", "speaker", "dateline", "name"]
HEAVY: Final = 5.0
"""Weight (log10 of people) from which a place is meant even where only another transliteration of its name is known."""

UNBOUND: Final = frozenset(("region", "mountain", "desert", "river", "water", "road"))

ADJECTIVE: Final = 0.2
"""What "American" counts beside "in America": forces and weapons of a country are told of where they are abroad."""
TOLD: Final = 2
"""So many names in other countries show where a text plays."""
LARGE: Final = 5.7
"""Weight of half a million people: known everywhere, so that no country need be named for it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A place name on its way: `key` groups the names of one text that mean one place; `unit` is the kind of unit beside it."""

    run: Run
    use: Use
    key: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text as a whole says: the ranked candidates of each key, what each key is written as lying in, and how often
    each country is meant by names that leave no doubt; `named`: countries that are called by name."""

    ranked: Mapping[str, tuple[Found, ...]]
    holder: Mapping[str, Found]
    lands: Mapping[str, int]
    named: frozenset[str]

    @classmethod
    def of(
        cls, seen: Sequence[Seen], ranked: Mapping[str, tuple[Found, ...]], pairs: Sequence[tuple[str, str]]
    ) -> "Evidence":
        """Read it off the names that were chosen."""
        holder: dict[str, Found] = {}
        for inner, outer in pairs:
            top = next(iter(ranked.get(outer, ())), None)
            if top is not None and top.rank < Rank.LOOSE and top.kind in ("country", "province", "district", "region"):
                held = holder.get(inner)
                holder[inner] = top if held is None or held.kind == "country" else held
        keys = {s.key for s in seen if s.found}
        lands = Counter(f[0].country for k in sorted(keys) if (f := ranked.get(k)) and f[0].rank is not Rank.LOOSE)
        tops = [f[0] for k in keys if (f := ranked.get(k))]
        named = frozenset(f.country for f in tops if f.kind == "country")
        return cls(ranked, holder, lands, named)

    def likely(self, key: str, gazetteer: Gazetteer) -> Sequence[Found]:
        """Candidates of a key that fit: in what holds them as written, and no hamlets abroad that bear a similar name."""
        ranked = self.ranked.get(key, ())
        found = [f for f in ranked if f.rank is not Rank.LOOSE or f.country in self.lands or self.heard_of(f)]
        held = self.holder.get(key)
        if held is not None and (fit := [f for f in found if inside(f, held)]):
            return fit
        # Units change: a town of this very name on their ground lies in them all the same.
        if held is not None and (fit := [f for f in found if f.rank < Rank.LOOSE and upon(f, held, gazetteer)]):
            return fit
        # "Moura, Mali" is no town in Portugal; "Paris, London County" may be a list.
        doubtful = bool(found) and (found[0].weight < HEAVY or found[0].rank is Rank.LOOSE)
        if held is not None and held.kind != "district" and doubtful:
            return []
        return [f for f in found if not self.stranger(f)]

    def heard_of(self, f: Found) -> bool:
        """A place so large that it is meant even in another transliteration; larger still where all others are elsewhere."""
        elsewhere = sum(n for land, n in self.lands.items() if land and land != f.country)
        return f.weight >= (HEAVY if elsewhere < TOLD else LARGE)

    def stranger(self, f: Found) -> bool:
        """A place, not very large, in a country that nothing else in a text about other countries points to."""
        if f.weight >= LARGE or f.kind == "country" or not f.country or self.lands.get(f.country, 0) > 1:
            return False
        elsewhere = sum(n for land, n in self.lands.items() if land and land != f.country)
        if f.weight < 4.5 and elsewhere >= 3:
            return True
        if f.rank is Rank.ALTERNATE and not self.named and elsewhere >= TOLD:
            return True  # a second spelling of a town abroad, in a text that never leaves its country
        return bool(self.named) and f.country not in self.named and elsewhere >= 2


def chosen_of(
    seen: Sequence[Seen], pairs: Sequence[tuple[str, str]], text: str, lean: Mapping[str, float]
) -> dict[str, Ranked]:
    """Candidates of each name, best first; parts of towns have no say in which town is meant, and follow it."""
    counts: dict[str, float] = {}
    for s in seen:
        counts[s.key] = counts.get(s.key, 0.0) + (ADJECTIVE if s.use == "adjective" else 1.0)
    found = {s.key: s.found for s in seen}
    parts = {s.key for s in seen if cues.QUARTER.match(text, s.run.end)}
    chosen = choose({k: f for k, f in found.items() if k not in parts}, counts, pairs, lean)
    if parts:
        settled = {k: tuple(f for _, f in ranked[:1]) for k, ranked in chosen.items()}
        later = choose({**settled, **{k: found[k] for k in parts}}, counts, pairs, lean)
        chosen |= {k: f for k, f in later.items() if k in parts}
    return chosen


def upon(f: Found, holder: Found, gazetteer: Gazetteer) -> bool:
    """Tell whether a candidate lies on the ground of `holder`, whatever unit it is laid to."""
    points = (f.lat, f.lon, holder.lat, holder.lon)
    if f.country != holder.country or any(one is None for one in points):
        return False
    return kilometres(*(one or 0.0 for one in points)) <= gazetteer.place(holder.id).radius_km


def inside(f: Found, holder: Found) -> bool:
    """Tell whether a candidate may lie in `holder`."""
    if holder.kind == "country":
        return f.country == holder.country
    if holder.kind == "region" or not f.country:
        return f.country == holder.country or not holder.country
    # Mountains, passes and deserts of our own table are not laid to one unit.
    held = holder.id in (f.admin1, f.admin2, f.id) or holder.admin1 == f.admin1 != 0 or f.kind in UNBOUND
    return f.country == holder.country and held


def somewhere_in(holder: Found, name: str, gazetteer: Gazetteer) -> Place:
    """A place that the gazetteer does not know, as far as what holds it bounds it: no point of a whole country."""
    around = gazetteer.place(holder.id)
    whole = holder.kind in ("country", "region")
    return Place(
        name=name,
        lat=None if whole else around.lat,
        lon=None if whole else around.lon,
        radius_km=0 if whole or around.lat is None else around.radius_km,
        precision="settlement" if whole else around.precision,
        admin1=around.admin1,
        country=around.country,
        within=(around.name, *around.within),
    )
