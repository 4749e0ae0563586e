"""Which claims a person goes through: drawn at random within strata, so that what they find stands for all claims.

Each claim has one random number for a seed, from a digest of where it stands; a stratum gives those with the smallest. That is a
simple random sample without replacement of each stratum: every claim of it is as likely to be drawn as any other, and how likely
is known. More claims hold those that fewer held. These are permanent random numbers (Ohlsson, "Coordination of samples using
permanent random numbers", in Business Survey Methods, 1995).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import isqrt
from typing import NamedTuple

from firsthand.model.audit import Judged, Sample, Stratum
from firsthand.model.base import digest
from firsthand.model.folded import Folded
from firsthand.model.said import value_said

Key = tuple[str | None, str | None]
"""Field and kind of a stratum."""
LEAST = 2
"""A field or kind has a stratum of its own where at least so many of its claims can be expected in the sample."""
FEWEST = 50
"""Strata are laid out as for so many claims at least, so that a sample that begins small can grow."""
SCALE = 1_000_000


class Layer(NamedTuple):
    """A stratum today: its claims in the order in which they are drawn, and how many are."""

    key: Key
    claims: tuple[Judged, ...]
    drawn: int


def population(folded: Folded) -> tuple[Judged, ...]:
    """Every claim that stands in an incident of the record, sorted by id."""
    kinds = {
        mention: incident.kind
        for incident in folded.incidents
        for told in incident.tellings
        for mention in told.mentions
    }
    return tuple(
        Judged(
            claim=stated.id, report=claim.report, mention=claim.mention, field=claim.field, kind=kinds[claim.mention],
            start=claim.span.start, end=claim.span.end, value=value_said(claim.value, stated.day),
            by=claim.by,
        )
        for stated in folded.claims
        for claim in [stated.claim]
        if claim.mention in kinds
    )  # fmt: skip


def laid_out(claims: Sequence[Judged], size: int) -> tuple[Stratum, ...]:
    """The strata: by field, and in large fields by kind; what would hardly be drawn is one stratum with others like it.

    A field's share goes with the root of its number of claims, so that rare fields are seen too.
    """
    size = max(size, FEWEST)
    shares = _shares(claims)
    whole = sum(shares[one.field] for one in claims)
    weights: Counter[Key] = Counter()
    for one in claims:
        weights[one.field, None] += shares[one.field]
        weights[one.field, one.kind] += shares[one.field]
    own = {key for key, weight in weights.items() if size * min(weight, weights[key[0], None]) >= LEAST * whole}
    many = Counter(placed(one, own) for one in claims)
    return tuple(Stratum(field=key[0], kind=key[1], claims=many[key]) for key in sorted(many, key=_order))  # type: ignore[arg-type]


def layers(sample: Sample, claims: Iterable[Judged]) -> list[Layer]:
    """The claims of today in the strata of a sample, and how many of each are drawn; those with none left away."""
    own: set[Key] = {(one.field, one.kind) for one in sample.strata}
    # A rest is there for whatever has no stratum of its own, also for what came later.
    own |= {(field, None) for field, _ in own}
    found: dict[Key, list[Judged]] = defaultdict(list)
    every = list(claims)
    for one in every:
        found[placed(one, own)].append(one)
    numbers = {one.claim: chance(sample.seed, one) for one in every}
    drawn = allotted(sample.size, {key: len(held) for key, held in found.items()}, _weights(found, _shares(every)))
    return [
        Layer(key, tuple(sorted(found[key], key=lambda one: (numbers[one.claim], one.claim))), drawn[key])
        for key in sorted(found, key=_order)
    ]


def in_turn(found: Iterable[Layer]) -> list[Judged]:
    """The drawn claims in the order in which they are asked: strata in step, so that whoever stops early has seen of all."""
    ranked = [
        ((2 * rank + 1) / (2 * layer.drawn), rank, layer.key[0] or "", layer.key[1] or "", one)
        for layer in found
        for rank, one in enumerate(layer.claims[: layer.drawn])
    ]
    return [found[-1] for found in sorted(ranked, key=lambda ranked: ranked[:4])]


def chance(seed: str, one: Judged) -> str:
    """The random number of a claim, as hex digits: by where it stands, so that other words for its value leave it as it is."""
    return digest("rnd", seed, one.report, one.mention, one.field, one.start, one.end)


def allotted(size: int, claims: dict[Key, int], weights: dict[Key, int]) -> dict[Key, int]:
    """How many of each stratum are drawn, `size` in all or every claim there is; more never takes one away.

    One after the other goes to the stratum with the largest weight over what it has (the divisors of Sainte-Laguë), the first
    `LEAST` rounds to every stratum.
    """
    given = dict.fromkeys(claims, 0)
    waiting = [_turn(key, 0, weights[key]) for key in claims]
    heapify(waiting)
    for _ in range(min(size, sum(claims.values()))):
        key = heappop(waiting).key
        given[key] += 1
        if given[key] < claims[key]:
            heappush(waiting, _turn(key, given[key], weights[key]))
    return given


class Turn(NamedTuple):
    """When a stratum is next: the smallest goes first."""

    rounds: int
    behind: Fraction
    order: tuple[bool, str, bool, str]
    key: Key


def _turn(key: Key, given: int, weight: int) -> Turn:
    return Turn(min(given, LEAST), -Fraction(weight, 2 * given + 1), _order(key), key)


def placed(one: Judged, own: set[Key]) -> Key:
    """The stratum of a claim among those that are its own: its field and kind, its field, or the rest."""
    return next((key for key in ((one.field, one.kind), (one.field, None)) if key in own), (None, None))


def _shares(claims: Iterable[Judged]) -> dict[str, int]:
    """What one claim of each field weighs when the sample is shared out, in millionths."""
    return {field: SCALE * 1000 // isqrt(many * 1_000_000) for field, many in Counter(c.field for c in claims).items()}


def _weights(found: dict[Key, list[Judged]], shares: dict[str, int]) -> dict[Key, int]:
    return {key: sum(shares[one.field] for one in held) for key, held in found.items()}


def _order(key: Key) -> tuple[bool, str, bool, str]:
    """By field, then kind, each rest after the others."""
    return (key[0] is None, key[0] or "", key[1] is None, key[1] or "")
