"""Where the boxes of the picture of origins stand, and which way its lines take around them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

WIDTH, HEIGHT, GAP, LANE, SLIT = 272, 46, 14, 92, 16
"""Of a box, between boxes above each other, between columns, and of a passage for a line, in units of the picture."""
MARGIN, TOP = 24, 84
SWEEPS = 4
"""Times that the columns are put in order, there and back."""

Key = tuple[int, str]
"""A box: its column, and the name or the report's id. A passage in a column has the names of the boxes it joins."""
Line = tuple[Key, ...]
"""The boxes and passages that a line goes through, one a column."""


class Layout(NamedTuple):
    """Left upper corners of boxes and passages, the line of each pair of boxes, and where the lowest box ends."""

    places: Mapping[Key, tuple[int, int]]
    lines: Mapping[tuple[Key, Key], Line]
    depth: int


def laid_out(boxes: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> Layout:
    """Columns from left to right; a line that leaves out a column gets a passage between its boxes."""
    lines = {pair: _line(*pair) for pair in sorted(pairs)}
    solid = set(boxes)
    steps = sorted({step for line in lines.values() for step in pairwise(line)})
    columns: defaultdict[int, list[Key]] = defaultdict(list)
    for key in sorted(solid | {key for line in lines.values() for key in line}):
        columns[key[0]].append(key)
    _ordered(columns, steps)
    heights = {key: HEIGHT if key in solid else SLIT for keys in columns.values() for key in keys}
    tops = _tops(columns, steps, heights)
    places = {key: (MARGIN + key[0] * (WIDTH + LANE), round(top)) for key, top in tops.items()}
    return Layout(places, lines, max((places[key][1] + HEIGHT for key in solid), default=TOP))


def path(line: Line, places: Mapping[Key, tuple[int, int]], solid: Mapping[Key, object]) -> str:
    """The line as the data of an SVG path: curves between columns, straight through passages."""
    x, y = places[line[0]]
    out = f"M{x + WIDTH} {y + HEIGHT // 2}"
    for start, end in pairwise(line):
        (x, y), (u, v) = ((places[k][0], places[k][1] + (HEIGHT if k in solid else SLIT) // 2) for k in (start, end))
        half = (u - x - WIDTH) // 2
        out += f"C{x + WIDTH + half} {y} {u - half} {v} {u} {v}" + ("" if end in solid else f"H{u + WIDTH}")
    return out


def _line(start: Key, end: Key) -> Line:
    between = tuple((column, f"\0{start[1]}\0{end[1]}") for column in range(start[0] + 1, end[0]))
    return (start, *between, end)


def _ordered(columns: Mapping[int, list[Key]], steps: Sequence[tuple[Key, Key]]) -> None:
    """Put each column in the order of what its boxes are joined to, origins of most reports first."""
    after: defaultdict[Key, list[Key]] = defaultdict(list)
    before: defaultdict[Key, list[Key]] = defaultdict(list)
    for start, end in steps:
        after[start].append(end)
        before[end].append(start)
    numbers = sorted(columns)
    if numbers:
        columns[numbers[0]].sort(key=lambda key: (-len(after[key]), key))
    for sweep in range(SWEEPS):
        joined, row = (before, numbers[1:]) if sweep % 2 == 0 else (after, numbers[-2::-1])
        rank = {key: at / len(keys) for keys in columns.values() for at, key in enumerate(keys)}
        for column in row:
            middle = {key: _mean([rank[k] for k in joined[key]], rank[key]) for key in columns[column]}
            columns[column].sort(key=lambda key: (middle[key], key))
            rank |= {key: at / len(columns[column]) for at, key in enumerate(columns[column])}


def _tops(
    columns: Mapping[int, Sequence[Key]], steps: Sequence[tuple[Key, Key]], heights: Mapping[Key, int]
) -> dict[Key, float]:
    """The upper edge of each box: reports below each other, all others as near to what they are joined to as they can."""
    after: defaultdict[Key, list[Key]] = defaultdict(list)
    for start, end in steps:
        after[start].append(end)
    deep = max((sum(heights[key] + GAP for key in keys) - GAP for keys in columns.values()), default=0)
    tops: dict[Key, float] = {}
    for column in sorted(columns, reverse=True):
        keys = columns[column]
        left = deep - (sum(heights[key] + GAP for key in keys) - GAP)
        edge = float(TOP) if left <= 0 else TOP + left / 2
        wished = [
            _mean([tops[k] + heights[k] / 2 for k in after[key] if k in tops], -1) - heights[key] / 2 for key in keys
        ]
        if all(wish < 0 for wish in wished):
            wished = [edge + sum(heights[k] + GAP for k in keys[:at]) for at in range(len(keys))]
        tops |= dict(zip(keys, _apart(wished, [heights[key] for key in keys], TOP, TOP + deep), strict=True))
    return tops


def _apart(wished: Sequence[float], heights: Sequence[int], top: float, bottom: float) -> list[float]:
    """Places in order, each as near to the wished one as the others and the ends leave it."""
    out: list[float] = []
    edge = top
    for wish, height in zip(wished, heights, strict=True):
        out.append(max(wish, edge))
        edge = out[-1] + height + GAP
    edge = bottom
    for at in range(len(out) - 1, -1, -1):
        out[at] = max(top, min(out[at], edge - heights[at]))
        edge = out[at] - GAP
    return out


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
