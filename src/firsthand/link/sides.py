"""A telling made ready to be compared: what every pair with it asks for, worked out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.link.accounts import Account, Said, Told
from firsthand.link.compare_counts import most_of_counts
from firsthand.link.days import Days
from firsthand.link.scales import Finding, Scales, place_term
from firsthand.link.terms import Vector
from firsthand.model.place import Place

FAR = 31
"""Days within which a report must have appeared for its day to say something about what it tells as news."""
MOST = 6
"""Places of a telling that are compared, the finest first."""
RARE = 4500
"""Rarity, in 1/1000 doublings, from which a place name counts in full: large cities are in many reports."""
DOUBLINGS = 22
"""Of days that calendars hold."""
FINEST = ("site", "settlement", "district", "province", "region", "country")


class Spot(NamedTuple):
    """A place with the words of its name, and what is found where the other telling has the same place, or only its name."""

    place: Place
    words: frozenset[str]
    same: Finding
    named: Finding


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair. Fields as in `Account`, `Said` and `Wording`, flat, since each is read millions of times.

    `spots`: its finest places. `counts`: by field. `words`, `news`: vectors of its sentences and of its report's news.
    `told_in`: days within which its report appeared.
    `bounded`: its day is known or, for news, when its report appeared to a month.
    `most`: millibits that any pair with it can still get before each of the steps in which it is compared.
    """

    main: bool
    lead: bool
    kinds: tuple[str, ...]
    days: Days
    published: Days
    told_in: int
    bounded: bool
    vague: bool
    spots: tuple[Spot, ...]
    unplaced: frozenset[str]
    actors: frozenset[str]
    suffered: frozenset[str]
    described: frozenset[str]
    counts: Mapping[str, tuple[Told, ...]]
    weapons: frozenset[str]
    names: frozenset[str]
    lineages: frozenset[tuple[str, str]]
    words: Vector
    news: Vector
    most: tuple[int, ...]


class Sides:
    """Tellings by their places, each made ready when it is first asked for."""

    def __init__(self, told: Sequence[Account], scales: Scales) -> None:
        self._told, self._scales = told, scales
        self._ready: list[Side | None] = [None] * len(told)
        self._spots: dict[Place, Spot] = {}
        self._tops = tops(scales)

    def __getitem__(self, i: int) -> Side:
        one = self._ready[i]
        if one is None:
            one = self._ready[i] = self._made(self._told[i])
        return one

    def _made(self, account: Account) -> Side:
        said, wording, scales = account.said, account.wording, self._scales
        main, told_in = account.role == "main", width(account.published)
        counts = _by_field(said)
        return Side(
            main=main,
            lead=account.lead,
            kinds=account.kinds,
            days=account.days,
            published=account.published,
            told_in=told_in,
            bounded=account.days.said or (main and told_in <= FAR),
            vague=account.vague,
            spots=tuple(self._spot(place) for place in _finest(said.places)),
            unplaced=said.unplaced,
            actors=said.actors,
            suffered=said.suffered,
            described=said.described,
            counts=counts,
            weapons=said.weapons,
            names=wording.names,
            lineages=wording.lineages,
            words=scales.wording[account.event],
            news=scales.report[account.report],
            most=_most(account, counts, self._tops, scales),
        )

    def _spot(self, place: Place) -> Spot:
        """A place made ready once for all tellings that name it."""
        spot = self._spots.get(place)
        if spot is None:
            same = rare_place(f"place_{place.precision}", place_term(place), place.name, self._scales)
            named = rare_place("place_name", f"name {place.name}", place.name, self._scales)
            spot = self._spots[place] = Spot(place, frozenset(place.name.casefold().split()), same, named)
        return spot


def tops(scales: Scales) -> Mapping[str, int]:
    """The most that a feature can give, by the beginning of the names of its weights; never below 0."""
    limits, found = scales.weights.limits, {}
    for start in (
        "kind",
        "day",
        "told",
        "place",
        "country",
        "actor",
        "suffered",
        "party",
        "weapon",
        "name",
        "lineage",
        "side",
    ):
        found[start] = max([0, *(bits for name, bits in limits.weights.items() if name.startswith(start))])
    for name, curve in limits.curves.items():
        found[name] = max(0, *(bits for _, bits in curve))
    # Guards and what is counted for each doubling of days are not meant to speak for a pair. Should learnt weights say so, the
    # bound holds all the same.
    found["guards"] = max(0, limits.weights["undated"]) + max(0, limits.weights["vague"])
    found["doublings"] = DOUBLINGS * max(0, limits.weights["day_width"], limits.weights["day_bound_late"])
    return found


def _most(
    account: Account, counts: Mapping[str, Sequence[Told]], top: Mapping[str, int], scales: Scales
) -> tuple[int, ...]:
    """Millibits that any pair with a telling can get from each step on: nothing for what the telling does not give."""
    said, wording = account.said, account.wording
    where_who = (
        top["guards"]
        + (max(top["place"], top["country"]) if said.places or said.unplaced else 0)
        + (top["party"] if said.described else 0)
        + (top["actor"] if said.actors else 0)
        + (top["suffered"] if said.suffered else 0)
    )
    what = (
        most_of_counts(counts, scales)
        + (top["weapon"] if said.weapons else 0)
        + (top["name"] if wording.names else 0)
        + (top["lineage"] if wording.lineages else 0)
    )
    days = max(100, top["day"], top["told"]) + top["doublings"] if scales.with_dates else 0
    first = top["kind"] + days + top["wording"] + max(top["report"], top["side"])
    return (first + what + where_who, what + where_who, where_who)


def width(days: Days) -> int:
    """Days from the first to the last; very many where an end is open."""
    return days.last - days.first if days.first is not None and days.last is not None else 10**6


def _finest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda p: (FINEST.index(p.precision), p.name))[:MOST])


def rare_place(reason: str, term: str, name: str, scales: Scales) -> Finding:
    """Both have a place: the rarer it is among the reports, the more that says."""
    weight = scales.weights[reason]
    return Finding("places", min(weight, weight * scales.entities.rarity(term) // RARE), reason, name)


def _by_field(said: Said) -> dict[str, tuple[Told, ...]]:
    found: dict[str, tuple[Told, ...]] = {}
    for told in said.counts:
        found[told.field] = (*found.get(told.field, ()), told)
    return found
