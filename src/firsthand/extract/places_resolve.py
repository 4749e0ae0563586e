"""Which of its candidates each name means: all names of a text decide together.

Each candidate has a prior (its weight in the gazetteer); candidates of different names support each other where one holds the
other or both lie near. Four rounds: what supports counts by how likely it is itself.
"""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from firsthand.resources.gazetteer import PENALTY, Found
from firsthand.resources.gazetteer_tables import Rank

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
ROUNDS: Final = 4
MOST: Final = 14
"""Candidates a name, the best by prior."""
NAMES: Final = 60
"""Names that decide together; in longer texts the others follow in groups, beside the most frequent ones as decided."""
PRIOR: Final = 0.65
SUPPORT: Final = 1.5
LINKED: Final = 6.0
Ranked = tuple[tuple[float, Found], ...]
"""Candidates of a name with their scores, best first."""
NO_LEAN: Final[Mapping[str, float]] = MappingProxyType({})
NEAR_KM: Final = 110.0
HOLDING: Final = 0.8
"""What is added where the one holds the other and is written as doing so."""
SEAT: Final = 0.5
"""What a unit loses beside the town of its name: the town is as near to the other towns there."""


def choose(
    found: Mapping[str, tuple[Found, ...]],
    counts: Mapping[str, float],
    links: Sequence[tuple[str, str]],
    lean: Mapping[str, float] = NO_LEAN,
) -> dict[str, Ranked]:
    """Candidates of each name, best first. `counts`: how often each is used. `links`: (name, name of what holds it) as written.

    `lean`: what the manner of the text adds to places of a country, by its code.
    """
    order = sorted((n for n in found if found[n]), key=lambda n: (-counts.get(n, 1), n))
    out = decide(order[:NAMES], found, counts, links, lean)
    settled = {n: tuple(f for _, f in out[n][:1]) for n in order[: NAMES // 3]}
    for first in range(NAMES, len(order), NAMES):
        later = order[first : first + NAMES]
        told = decide([*settled, *later], {**found, **settled}, counts, links, lean)
        out |= {n: told[n] for n in later}
    return out


def decide(
    heads: Sequence[str],
    found: Mapping[str, tuple[Found, ...]],
    counts: Mapping[str, float],
    links: Sequence[tuple[str, str]],
    lean: Mapping[str, float],
) -> dict[str, Ranked]:
    """`choose` for a few names, each with candidates."""
    pool = [(i, f) for i, n in enumerate(heads) for f in found[n][:MOST]]
    if not pool:
        return {}
    owner = np.array([i for i, _ in pool])
    prior = np.array([PRIOR * (f.weight - PENALTY[f.rank]) + lean.get(f.country, 0.0) for _, f in pool])
    near, holds = closeness([f for _, f in pool])
    weights = np.array([min(counts.get(n, 1), 4) ** 0.5 for n in heads])
    tied = tied_names(heads, links)
    written = tied[owner[:, None], owner[None, :]] > 0
    # Written as holding the other, a name means what can hold it: in Kosovo, not in Kosovo Polje.
    near += HOLDING * ((holds + holds.T) * written)
    # Not so written, a unit gets no more than its own seat from the towns in it.
    near -= SEAT * (holds.T * seats(pool)[:, None] * ~written)
    near[owner[:, None] == owner[None, :]] = 0.0
    linked = 1 + LINKED * tied[owner]
    firsts = np.flatnonzero(np.diff(owner, prepend=-1))
    scores = prior.copy()
    for _ in range(ROUNDS):
        chance = shares(scores, owner, firsts)
        scores = prior + SUPPORT * support(near, chance, firsts, weights, linked)
    mine: list[list[tuple[float, Found]]] = [[] for _ in heads]
    for (i, f), score in zip(pool, scores.tolist(), strict=True):
        mine[i].append((score, f))
    return {n: tuple(sorted(mine[i], key=lambda x: (-x[0], x[1].id))) for i, n in enumerate(heads)}


def seats(pool: Sequence[tuple[int, Found]]) -> npt.NDArray[np.bool_]:
    """Which candidates are units that a town of the same name lies in, itself a candidate."""
    towns = [(i, f.admin1) for i, f in pool if f.kind in ("settlement", "capital") and f.rank < Rank.LOOSE]
    held = frozenset((i, admin1) for i, admin1 in towns if admin1)
    # Which towns lie in a district is not always known: one in the same province does.
    return np.array(
        [
            (f.kind == "province" and (i, f.id) in held) or (f.kind == "district" and (i, f.admin1) in held)
            for i, f in pool
        ]
    )


def shares(scores: Floats, owner: Numbers, firsts: Numbers) -> Floats:
    """How likely each candidate is among those of its name."""
    top = np.maximum.reduceat(scores, firsts)
    raw = np.exp((scores - top[owner]) * 1.5)
    return np.asarray(raw / np.add.reduceat(raw, firsts)[owner])


def thousandths(scores: Sequence[float]) -> tuple[int, ...]:
    """How likely each of the candidates of one name is by their scores, best first, in thousandths."""
    raw = [math.exp(max(-50.0, (score - scores[0]) * 1.5)) for score in scores]
    whole = sum(raw)
    return tuple(round(1000 * one / whole) for one in raw)


def support(near: Floats, chance: Floats, firsts: Numbers, weights: Floats, linked: Floats) -> Floats:
    """What the other names add to each candidate: from each name its best supporter, less for each further name."""
    best = np.maximum.reduceat(near * chance[None, :], firsts, axis=1)
    value = best * weights[None, :] * linked
    # Ten names nearby are not ten times the evidence of one.
    value.sort(axis=1)
    return np.asarray((value[:, ::-1] * (1.0 / (1.0 + 0.35 * np.arange(len(weights))))[None, :]).sum(axis=1))


def tied_names(heads: Sequence[str], links: Sequence[tuple[str, str]]) -> Floats:
    """1 where one name is written as lying in the other."""
    at = {n: i for i, n in enumerate(heads)}
    out = np.zeros((len(heads), len(heads)))
    for inner, outer in links:
        if inner in at and outer in at:
            out[at[inner], at[outer]] = out[at[outer], at[inner]] = 1.0
    return out


def closeness(pool: Sequence[Found]) -> tuple[Floats, Floats]:
    """How much two candidates speak for each other, 0 to about 2; and 1 where the second holds the first."""
    lat = np.radians(np.array([np.nan if f.lat is None else f.lat for f in pool]))
    lon = np.radians(np.array([np.nan if f.lon is None else f.lon for f in pool]))
    half = np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
    half = half + np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    km = 2 * 6371.0 * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    small = np.array([f.kind not in ("country", "continent") for f in pool])
    out = np.where(np.isnan(km), 0.0, np.exp(-np.nan_to_num(km) / NEAR_KM)) * (small[:, None] & small[None, :])
    country = np.array([f.country for f in pool])
    one, two = np.array([f.admin1 for f in pool]), np.array([f.admin2 for f in pool])
    number = np.array([f.id for f in pool])
    land = (country[:, None] == country[None, :]) & (country != "")[:, None]
    is_country = np.array([f.kind == "country" for f in pool])
    out = out + 0.35 * land + 0.35 * (land & (is_country[:, None] | is_country[None, :]))
    out = out + 0.4 * ((one[:, None] == one[None, :]) & (one > 0)[:, None])
    held = (one[:, None] == number[None, :]) | (one[None, :] == number[:, None])
    deep = (two[:, None] == number[None, :]) | (two[None, :] == number[:, None])
    holds = (one[:, None] == number[None, :]) | (two[:, None] == number[None, :])
    holds |= land & is_country[None, :] & ~is_country[:, None]
    return np.asarray(out + 0.8 * held + 1.0 * deep), holds.astype(np.float64)
