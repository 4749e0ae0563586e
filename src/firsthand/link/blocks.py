"""Which tellings are worth comparing: those that share a key, with bounded blocks, so that work grows with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

import numpy as np

from firsthand.link.accounts import Account
from firsthand.link.days import Days
from firsthand.link.pairs import HALF, MASK, Numbers, Pairs, firsts
from firsthand.link.scales import Scales, place_term
from firsthand.resources.weights import WeightsFile

RAREST = 16
"""Words of each telling that are tried as keys. Of equally rare ones all tellings take the same, the first by their letters."""
DAYS = 5
"""Longest stretch of days that is tried day by day."""
AT_ONCE = 1 << 20
"""Neighbours that are summed up at a time: some 50 MB."""


class Blocks(NamedTuple):
    """Tellings that share a key, block after block in one row, those near in time beside each other.

    `members`: places in `told`. `weights`: for each member what the key of its block says. `first`, `end`: the stretch of the row
    that each member is held against, its whole block or its neighbours in time.
    """

    members: Numbers
    weights: Numbers
    first: Numbers
    end: Numbers


def candidates(told: Sequence[Account], scales: Scales) -> Pairs:
    """Pairs of places in `told` (left < right) that share keys, some `limits.candidates` a telling, sorted.

    Worked out in rows of numbers, since a telling has hundreds of neighbours of which it keeps some dozens.
    """
    limits = scales.weights.limits
    blocks = _blocks(told, scales)
    numbers = {report: number for number, report in enumerate(dict.fromkeys(a.report for a in told))}
    reports = np.array([numbers[a.report] for a in told], dtype=np.int64)
    ones, others = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for places in _portions(blocks):
        one, other, weight = _sharing(blocks, places)
        heavy = (weight >= limits.least) & (reports[one] != reports[other])
        one, other = _heaviest(one[heavy], other[heavy], weight[heavy], limits.candidates)
        ones.append(one)
        others.append(other)
    return Pairs.of(np.concatenate(ones), np.concatenate(others))


def _portions(blocks: Blocks) -> Iterator[Numbers]:
    """Places in the row of blocks, telling by telling, in portions that hold all places of a telling."""
    order = np.argsort(blocks.members, kind="stable")
    if not len(order):
        return
    starts = firsts(blocks.members[order])
    before = np.cumsum((blocks.end - blocks.first)[order])[starts]
    cuts = [int(starts[k]) for k in firsts(before // AT_ONCE)]
    for start, end in zip(cuts, [*cuts[1:], len(order)], strict=True):
        yield order[start:end]


def _sharing(blocks: Blocks, places: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Tellings, others that they share keys with, and what these keys weigh together; sorted by telling and other."""
    first = blocks.first[places]
    lengths = blocks.end[places] - first
    # Every place is repeated for each of its neighbours, which stand in the row one after the other.
    steps = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    neighbours = blocks.members[np.repeat(first, lengths) + steps]
    codes = np.repeat(blocks.members[places], lengths) << HALF | neighbours
    order = np.argsort(codes)
    codes = codes[order]
    starts = firsts(codes)
    weights = np.add.reduceat(np.repeat(blocks.weights[places], lengths)[order], starts)
    return codes[starts] >> HALF, codes[starts] & MASK, weights


def _heaviest(one: Numbers, other: Numbers, weight: Numbers, most: int) -> tuple[Numbers, Numbers]:
    """For each telling the others that weigh most, of equal ones the smaller. `one` is sorted."""
    order = np.lexsort((other, -weight, one))
    starts = firsts(one)
    lengths = np.diff(np.append(starts, len(one)))
    rank = np.arange(len(one)) - np.repeat(starts, lengths)
    kept = order[rank < most]
    return one[kept], other[kept]


def _blocks(told: Sequence[Account], scales: Scales) -> Blocks:
    """Places in `told` that share a key, and how much the key says."""
    limits = scales.weights.limits
    blocks: dict[str, list[int]] = {}
    weights: dict[str, int] = {}
    order = sorted(range(len(told)), key=lambda i: (when(told[i]), told[i].event))
    for i in order:
        for key, weight in keys(told[i], scales).items():
            blocks.setdefault(key, []).append(i)
            weights[key] = weight
    shared = [key for key, members in blocks.items() if len(members) > 1]
    members = np.fromiter(chain.from_iterable(blocks[key] for key in shared), dtype=np.int64)
    sizes = np.array([len(blocks[key]) for key in shared], dtype=np.int64)
    return _windows(members, np.array([weights[key] for key in shared], dtype=np.int64), sizes, limits)


def _windows(members: Numbers, weights: Numbers, sizes: Numbers, limits: WeightsFile) -> Blocks:
    """Each member with its block; of a large block only neighbours in time count."""
    ends = np.repeat(np.cumsum(sizes), sizes)
    size, place = np.repeat(sizes, sizes), np.arange(len(members))
    small = size <= limits.block
    first = np.where(small, ends - size, np.maximum(ends - size, place - limits.neighbours))
    end = np.where(small, ends, np.minimum(ends, place + limits.neighbours + 1))
    return Blocks(members, np.repeat(weights, sizes), first, end)


def when(account: Account) -> tuple[int, int]:
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
    rarity, words = scales.lemmas.rarity, scales.wording[account.event].terms
    rarest = words if len(words) <= RAREST else nsmallest(RAREST, words, key=lambda word: (-rarity(word), word))
    return {f"word {word}": rarity(word) // 2 for word in rarest}


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
