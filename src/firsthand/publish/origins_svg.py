"""The tree from origins to reports as a picture (SVG): text and lines only, no script, nothing loaded from elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.sax.saxutils import escape

from firsthand.model.ancestry import Ancestry
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Way

__all__ = ["origins_svg"]

WIDTH, HEIGHT, GAP, LANE = 272, 46, 14, 92
"""Of a box, between boxes above each other, and between columns, in units of the picture."""
MARGIN, TOP, FOOT = 24, 84, 76
LETTERS = 34
"""Letters that fit into a box; the rest is in its title."""
MOST = 60
"""Reports that are drawn; of the rest the number is told."""
OWN = "own reporting of "
SURE = frozenset({"named", "credited", "own"})
"""Ways that the report tells itself; the others are concluded and drawn with dashes."""
UNSAFE = re.compile(
    "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b-\u200f\u2028-\u202e\u2060-\u206f]"
)
"""Characters that XML does not allow, or that a reader cannot see."""
STYLE = """
text { font-family: system-ui, "DejaVu Sans", "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px; fill: #1f2933 }
.title { font-size: 16px; font-weight: 600 }
.small { font-size: 11px; fill: #52606d }
.paper { fill: #fcfcfa }
.box { stroke-width: 1.4 }
.origin { fill: #e3eefb; stroke: #2b6cb0 }
.through { fill: #fdf3dc; stroke: #a16b00 }
.report { fill: #f2f2ef; stroke: #7b8794 }
.edge { fill: none; stroke: #616e7c; stroke-width: 1.6 }
.concluded { stroke-dasharray: 6 4 }
@media (prefers-color-scheme: dark) {
text { fill: #e4e7eb }
.small { fill: #b3bcc6 }
.paper { fill: #15191f }
.origin { fill: #17324f; stroke: #63a4e8 }
.through { fill: #43340f; stroke: #d9a83a }
.report { fill: #252b33; stroke: #8a94a0 }
.edge { stroke: #9aa5b1 }
}
"""

Key = tuple[int, str]
"""A box: its column, and the name or the report's id."""


class Box(NamedTuple):
    """A box: its sort, the lines in it, and all it could not hold."""

    sort: str
    lines: tuple[str, ...]
    title: str


class Edge(NamedTuple):
    """A line from a box to one further right. `sure`: the report says so itself."""

    start: Key
    end: Key
    sure: bool
    title: str


def origins_svg(found: Ancestry) -> str:
    """The picture: origins on the left, whoever passed it on, reports on the right; lines carry what came that way."""
    ways = _ways(found)
    shown = {entry.id: entry for entry in found.reports[:MOST] if entry.id is not None}
    kept = [(way, told) for way, told in ways if way.report in shown]
    last = max((len(way.chain) for way, _ in kept), default=1)
    boxes, edges = _boxes(kept, shown, last), _edges(kept, last)
    placed = _placed(boxes, edges)
    width = 2 * MARGIN + (last + 1) * WIDTH + last * LANE
    depth = max((y for _, y in placed.values()), default=TOP) + HEIGHT
    left_out = len(found.reports) - len(shown)
    return "".join(_svg(found, boxes, edges, placed, (width, depth + FOOT), left_out))


def _ways(found: Ancestry) -> list[tuple[Way, list[str]]]:
    """Every way of the incident once, with the readings that came by it."""
    told: defaultdict[tuple[str, tuple[str, ...], str], dict[str, None]] = defaultdict(dict)
    by_key: dict[tuple[str, tuple[str, ...], str], Way] = {}
    for answer in found.answers:
        for way in answer.reading.ways:
            key = way.report, way.chain, way.how
            by_key.setdefault(key, way)
            told[key].setdefault(answer.label)
    for way in found.ways:
        by_key.setdefault((way.report, way.chain, way.how), way)
    return [(by_key[key], list(told[key])) for key in sorted(by_key)]


def _boxes(ways: Sequence[tuple[Way, list[str]]], reports: Mapping[str, ReportEntry], last: int) -> dict[Key, Box]:
    """Every box by its key; those of reports stand in the last column."""
    out: dict[Key, Box] = {}
    figures: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for way, told in ways:
        figures[way.report].update(dict.fromkeys(told))
        for column, name in enumerate(way.chain):
            shown = "own reporting" if name.startswith(OWN) else name
            sort = "through" if column else "origin"
            out.setdefault((column, name), Box(sort, (_cut(shown),), name))
    for key, entry in reports.items():
        day = entry.published.edtf or "undated"
        under = "; ".join(figures[key]) or " ".join(filter(None, (entry.outlet, day)))
        about = "; ".join(filter(None, (entry.name, entry.outlet, day, *figures[key])))
        out[last, key] = Box("report", (_cut(entry.name), _cut(under, LETTERS + 6)), about)
    return out


def _edges(ways: Sequence[tuple[Way, list[str]]], last: int) -> list[Edge]:
    """The lines, each once."""
    found: dict[tuple[Key, Key], tuple[bool, list[str]]] = {}
    for way, told in ways:
        stations: list[Key] = [*enumerate(way.chain), (last, way.report)]
        why = f"{', '.join(told)}: {'; '.join(way.why)}" if told else "; ".join(way.why)
        for start, end in pairwise(stations):
            sure, reasons = found.setdefault((start, end), (way.how in SURE, []))
            found[start, end] = (sure or way.how in SURE, reasons)
            reasons.append(why)
    return [Edge(*pair, sure, " | ".join(dict.fromkeys(why))) for pair, (sure, why) in sorted(found.items())]


def _placed(boxes: Mapping[Key, Box], edges: Sequence[Edge]) -> dict[Key, tuple[int, int]]:
    """Where each box stands: its column from the left, in a column after those it comes from, columns centred."""
    columns: defaultdict[int, list[Key]] = defaultdict(list)
    for key in sorted(boxes):
        columns[key[0]].append(key)
    used = {edge.start: 0 for edge in edges}
    for edge in edges:
        used[edge.start] += 1
    columns[0].sort(key=lambda key: (-used.get(key, 0), key))
    rank = {key: float(row) for row, key in enumerate(columns[0])}
    for column in sorted(columns)[1:]:
        before = {
            key: [rank[edge.start] for edge in edges if edge.end == key and edge.start in rank]
            for key in columns[column]
        }
        columns[column].sort(key=lambda key: (sum(before[key]) / len(before[key]) if before[key] else 1e9, key))
        rank.update({key: float(row) for row, key in enumerate(columns[column])})
    tallest = max(map(len, columns.values()), default=0)
    return {
        key: (
            MARGIN + column * (WIDTH + LANE),
            TOP + (tallest - len(keys)) * (HEIGHT + GAP) // 2 + row * (HEIGHT + GAP),
        )
        for column, keys in columns.items()
        for row, key in enumerate(keys)
    }


def _svg(
    found: Ancestry, boxes: Mapping[Key, Box], edges: Sequence[Edge], placed: Mapping[Key, tuple[int, int]],
    size: tuple[int, int], left_out: int,
) -> Iterator[str]:  # fmt: skip
    """The picture, piece by piece."""
    width, height = size
    title = f"firsthand origins: {found.incident.title}"
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
    yield f'role="img" aria-labelledby="t d"><title id="t">{_text(title)}</title>'
    yield f'<desc id="d">{_text("; ".join(found.why))}</desc><style>{STYLE}</style>'
    yield f'<rect class="paper" width="{width}" height="{height}"/>\n'
    count, reports = len(found.incident.origins), len(found.reports)
    yield f'<text class="title" x="{MARGIN}" y="34">{_text(_cut(found.incident.title, (width - 2 * MARGIN) // 9))}</text>'
    yield f'<text class="small" x="{MARGIN}" y="56">{reports} report{"s" * (reports != 1)} '
    yield f"go{'es' * (reports == 1)} back to {count} independent source{'s' * (count != 1)}</text>\n"
    for edge in edges:
        (x, y), (u, v) = placed[edge.start], placed[edge.end]
        x, y, v, half = x + WIDTH, y + HEIGHT // 2, v + HEIGHT // 2, (u - x - WIDTH) // 2
        yield f'<path class="edge{"" if edge.sure else " concluded"}" d="M{x} {y}C{x + half} {y} {u - half} {v} {u} {v}">'
        yield f"<title>{_text(edge.title)}</title></path>\n"
    for key, box in boxes.items():
        x, y = placed[key]
        yield f'<g><title>{_text(box.title)}</title><rect class="box {box.sort}" x="{x}" y="{y}" width="{WIDTH}" '
        yield f'height="{HEIGHT}" rx="{16 if box.sort == "origin" else 4}"/>'
        for row, line in enumerate(box.lines):
            at = y + (28 if len(box.lines) == 1 else 20 + 16 * row)
            yield f'<text class="{"small" if row else "name"}" x="{x + 12}" y="{at}">{_text(line)}</text>'
        yield "</g>\n"
    yield from _legend(height, left_out)
    yield "</svg>\n"


def _legend(height: int, left_out: int) -> Iterator[str]:
    """What the lines mean."""
    y = height - 40
    for x, style, words in (
        (MARGIN, "edge", "the report says so"),
        (MARGIN + 190, "edge concluded", "concluded"),
    ):
        yield f'<path class="{style}" d="M{x} {y}H{x + 36}"/><text class="small" x="{x + 44}" y="{y + 4}">{words}</text>'
    more = f"; {left_out} more reports are not drawn" if left_out else ""
    yield f'<text class="small" x="{MARGIN}" y="{y + 24}">left: who said it first; right: who tells it{more}</text>\n'


def _cut(text: str, limit: int = LETTERS) -> str:
    """The text on one line, cut with an ellipsis."""
    flat = " ".join(UNSAFE.sub("", text).split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def _text(text: str) -> str:
    """Text as it may stand in the picture."""
    return escape(UNSAFE.sub("", text))
