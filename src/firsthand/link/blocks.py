"""Which tellings are worth comparing: those that share a key, with bounded blocks, so that work grows with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from firsthand.link.accounts import Account
from firsthand.link.days import Days
from firsthand.link.scales import Scales, place_term

RAREST = 16
"""Words of each telling that are tried as keys. Of equally rare ones all tellings take the same, the first by their letters."""
DAYS = 5
"""Longest stretch of days that is tried day by day."""


def candidates(told: Sequence[Account], scales: Scales) -> tuple[tuple[int, int], ...]:
    """Pairs of places in `told` (left < right) that share keys, some `limits.candidates` a telling, sorted."""
    limits = scales.weights.limits
    blocks = list(_blocks(told, scales))
    held: list[list[tuple[int, int]]] = [[] for _ in told]
    for number, (members, _) in enumerate(blocks):
        for place, i in enumerate(members):
            held[i].append((number, place))
    found: set[tuple[int, int]] = set()
    for i, places in enumerate(held):
        shared = _sharing(places, blocks, limits.block, limits.neighbours)
        heavy = [
            (-weight, j) for j, weight in shared.items() if weight >= limits.least and told[j].report != told[i].report
        ]
        found.update((i, j) if i < j else (j, i) for _, j in nsmallest(limits.candidates, heavy))
    return tuple(sorted(found))


def _sharing(
    places: Iterable[tuple[int, int]], blocks: Sequence[tuple[list[int], int]], block: int, neighbours: int
) -> dict[int, int]:
    """What the keys weigh together that a telling shares with each other one; of a large block only neighbours in time count."""
    shared: dict[int, int] = {}
    for number, place in places:
        members, weight = blocks[number]
        near = members if len(members) <= block else members[max(0, place - neighbours) : place + neighbours + 1]
        for j in near:
            shared[j] = shared.get(j, 0) + weight
    return shared


def _blocks(told: Sequence[Account], scales: Scales) -> Iterator[tuple[list[int], int]]:
    """Places in `told` that share a key, those near in time beside each other, and how much the key says."""
    blocks: dict[str, list[int]] = {}
    weights: dict[str, int] = {}
    order = sorted(range(len(told)), key=lambda i: (_when(told[i]), told[i].event))
    for i in order:
        for key, weight in keys(told[i], scales).items():
            blocks.setdefault(key, []).append(i)
            weights[key] = weight
    for key in sorted(blocks):
        if len(blocks[key]) > 1:
            yield blocks[key], weights[key]


def _when(account: Account) -> tuple[int, int]:
    """Order in time; tellings without any day come last."""
    for days in (account.days, account.published):
        if days.last is not None:
            return (0, days.last)
    return (1, 0)


def keys(account: Account, scales: Scales) -> Mapping[str, int]:
    """Keys of a telling and how much each says."""
    found: dict[str, int] = {}
    rarity = scales.entities.rarity
    for place in account.said.places:
        if place.precision != "country":
            found[place_term(place)] = rarity(place_term(place))
    for name in account.said.unplaced | account.said.actors | account.said.suffered | account.wording.names:
        found[f"name {name}"] = rarity(name)
    for told in account.said.counts:
        if told.number is not None and told.number > 2:
            found[f"count {told.field} {told.number}"] = 2000
    for lineage, kind in account.wording.lineages:
        if kind != "boilerplate" or account.role == "background":
            found[f"text {lineage}"] = 4000
    found |= _rare_words(account, scales)
    if scales.with_dates:
        found |= _day_keys(account)
    return found


def _rare_words(account: Account, scales: Scales) -> dict[str, int]:
    weights = scales.wording[account.event]
    rarest = nsmallest(RAREST, weights, key=lambda word: (-weights[word], word))
    return {f"word {word}": scales.lemmas.rarity(word) // 2 for word in rarest}


def _day_keys(account: Account) -> dict[str, int]:
    """The days of a telling together with its coarse place: what most tellings of one incident share."""
    days = account.days if account.days.said else _news_days(account)
    if days.first is None or days.last is None or days.last - days.first > DAYS:
        return {}
    areas: Iterable[str] = {f"{p.country} {p.admin1 or ''}" for p in account.said.places} or {""}
    return {f"day {day} {area}": 2500 for day in range(days.first, days.last + 1) for area in areas}


def _news_days(account: Account) -> Days:
    if account.role != "main" or account.published.first is None or account.published.last is None:
        return Days()
    return Days(account.published.first - 2, account.published.last)
