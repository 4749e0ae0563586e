"""The tree from origins to reports as a picture (SVG): text and lines only, no script, nothing loaded from elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from firsthand.model.ancestry import Ancestry
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Way
from firsthand.publish.origins_layout import HEIGHT, LANE, MARGIN, WIDTH, Key, Layout, laid_out, path
from firsthand.publish.svg import cut, escaped

__all__ = ["origins_svg"]

FOOT = 76
"""Below the lowest box, in units of the picture."""
LETTERS = 34
"""Letters that fit into a line of a box; what does not fit is in its title."""
MOST = 60
"""Reports that are drawn; of the rest the number is told."""
OWN = "own reporting of "
HOW = ("named", "beside", "event", "credited", "own", "shared", "heard", "lent")
"""Ways from the surest to the least sure."""
SURE = frozenset({"named", "credited", "own"})
"""Ways that the report tells itself; the others are concluded and drawn with dashes."""
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
.hue0 { stroke: #2b6cb0 } .hue1 { stroke: #b45309 } .hue2 { stroke: #0f766e }
.hue3 { stroke: #9d174d } .hue4 { stroke: #4d7c0f } .hue5 { stroke: #6b21a8 }
.concluded { stroke-dasharray: 6 4 }
@media (prefers-color-scheme: dark) {
text { fill: #e4e7eb }
.small { fill: #b3bcc6 }
.paper { fill: #15191f }
.origin { fill: #17324f; stroke: #63a4e8 }
.through { fill: #43340f; stroke: #d9a83a }
.report { fill: #252b33; stroke: #8a94a0 }
.edge { stroke: #9aa5b1 }
.hue0 { stroke: #63a4e8 } .hue1 { stroke: #f0a35e } .hue2 { stroke: #4fc3b5 }
.hue3 { stroke: #ef7fb0 } .hue4 { stroke: #a9cf5f } .hue5 { stroke: #c39bf0 }
}
"""

HUES = 6
"""Colours of lines: those of one origin have one colour while there are no more origins than that."""


class Box(NamedTuple):
    """A box: its sort, the lines in it, and all it could not hold."""

    sort: str
    lines: tuple[str, ...]
    title: str


class Edge(NamedTuple):
    """A line from a box to one further right. `sure`: the report says so itself. `origin`: whose it is, None of several."""

    start: Key
    end: Key
    sure: bool
    title: str
    origin: str | None


def origins_svg(found: Ancestry, *, inline: bool = False) -> str:
    """The picture: origins on the left, whoever passed it on, reports on the right; lines carry what came that way.

    `inline`: as part of a page, which brings the style and says the same in a list.
    """
    ways = _ways(found)
    shown = {entry.id: entry for entry in found.reports[:MOST] if entry.id is not None}
    kept = [(way, told) for way, told in ways if way.report in shown]
    last = max((len(way.chain) for way, _ in kept), default=1)
    boxes, edges = _boxes(kept, shown, last), _edges(kept, last)
    layout = laid_out(boxes, [(edge.start, edge.end) for edge in edges])
    width = 2 * MARGIN + (last + 1) * WIDTH + last * LANE
    left_out = len(found.reports) - len(shown)
    return "".join(_svg(found, boxes, edges, layout, (width, layout.depth + FOOT), left_out, inline=inline))


def _ways(found: Ancestry) -> list[tuple[Way, list[str]]]:
    """Every way of the incident once, with the readings that came by it; none that leaves out who is known to pass it on."""
    told: defaultdict[tuple[str, str], list[tuple[Way, str]]] = defaultdict(list)
    for answer in found.answers:
        for way in answer.reading.ways:
            told[way.report, way.origin].append((way, answer.label))
    for way in found.ways:
        told[way.report, way.origin].append((way, ""))
    out = []
    for ways in told.values():
        longest = max(len(way.chain) for way, _ in ways)
        kept: dict[tuple[str, ...], Way] = {}
        for way, _ in sorted(ways, key=lambda one: (HOW.index(one[0].how), one[0].chain, one[0].why)):
            if len(way.chain) == longest:
                kept.setdefault(way.chain, way)
        for at, (chain, way) in enumerate(kept.items()):
            # What came by a way that tells less of who passed it on is shown with the first.
            mine = [text for one, text in ways if one.chain == chain or (not at and len(one.chain) < longest)]
            out.append((way, list(dict.fromkeys(filter(None, mine)))))
    return sorted(out, key=lambda one: (one[0].report, one[0].chain))


def _boxes(ways: Sequence[tuple[Way, list[str]]], reports: Mapping[str, ReportEntry], last: int) -> dict[Key, Box]:
    """Every box by its key; those of reports stand in the last column."""
    out: dict[Key, Box] = {}
    figures: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for way, told in ways:
        figures[way.report].update(dict.fromkeys(told))
        for column, name in enumerate(way.chain):
            shown = "own reporting" if name.startswith(OWN) else name
            sort = "through" if column else "origin"
            out.setdefault((column, name), Box(sort, _lines(shown), name))
    for key, entry in reports.items():
        day = entry.published.edtf or "undated"
        under = "; ".join(figures[key]) or " ".join(filter(None, (entry.outlet, day)))
        about = "; ".join(filter(None, (entry.name, entry.outlet, day, *figures[key])))
        out[last, key] = Box("report", (_middle(entry.name), cut(under, LETTERS + 6)), about)
    return out


def _edges(ways: Sequence[tuple[Way, list[str]]], last: int) -> list[Edge]:
    """The lines, each once."""
    sure: defaultdict[tuple[Key, Key], bool] = defaultdict(bool)
    reasons: defaultdict[tuple[Key, Key], dict[str, None]] = defaultdict(dict)
    origins: defaultdict[tuple[Key, Key], set[str]] = defaultdict(set)
    for way, told in ways:
        stations: list[Key] = [*enumerate(way.chain), (last, way.report)]
        why = f"{', '.join(told)}: {'; '.join(way.why)}" if told else "; ".join(way.why)
        for pair in pairwise(stations):
            sure[pair] |= way.how in SURE
            reasons[pair].setdefault(why)
            origins[pair].add(way.origin)
    return [
        Edge(*pair, sure[pair], " | ".join(reasons[pair]), min(origins[pair]) if len(origins[pair]) == 1 else None)
        for pair in sorted(reasons)
    ]


def _svg(
    found: Ancestry, boxes: Mapping[Key, Box], edges: Sequence[Edge], layout: Layout,
    size: tuple[int, int], left_out: int, *, inline: bool,
) -> Iterator[str]:  # fmt: skip
    """The picture, piece by piece."""
    width, height = size
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
    yield ">" if inline else _named(found)
    yield f'<rect class="paper" width="{width}" height="{height}"/>\n'
    count, reports = len(found.incident.origins), len(found.reports)
    yield f'<text class="title" x="{MARGIN}" y="34">{escaped(cut(found.incident.title, (width - 2 * MARGIN) // 9))}</text>'
    yield f'<text class="small" x="{MARGIN}" y="56">{reports} report{"s" * (reports != 1)} '
    yield f"go{'es' * (reports == 1)} back to {count} independent source{'s' * (count != 1)}</text>\n"
    hues = {origin.name: f" hue{number}" for number, origin in enumerate(found.incident.origins[:HUES])}
    hues = hues if 1 < count <= HUES else {}
    for edge in edges:
        hue = hues.get(edge.origin, "") if edge.origin is not None else ""
        line = path(layout.lines[edge.start, edge.end], layout.places, boxes)
        yield f'<path class="edge{hue}{"" if edge.sure else " concluded"}" d="{line}">'
        yield f"<title>{escaped(edge.title)}</title></path>\n"
    for key, box in boxes.items():
        x, y = layout.places[key]
        yield f'<g><title>{escaped(box.title)}</title><rect class="box {box.sort}" x="{x}" y="{y}" width="{WIDTH}" '
        yield f'height="{HEIGHT}" rx="{16 if box.sort == "origin" else 4}"/>'
        for row, line in enumerate(box.lines):
            at = y + (28 if len(box.lines) == 1 else 20 + 16 * row)
            sort = "small" if row and box.sort == "report" else "name"
            yield f'<text class="{sort}" x="{x + 12}" y="{at}">{escaped(line)}</text>'
        yield "</g>\n"
    yield from _legend(height, left_out)
    yield "</svg>\n"


def _named(found: Ancestry) -> str:
    """The rest of the opening of a picture that stands alone: its name, what it shows in words, and its style."""
    title = f"firsthand origins: {found.incident.title}"
    return (
        f'role="img" aria-labelledby="t d"><title id="t">{escaped(title)}</title>'
        f'<desc id="d">{escaped("; ".join(found.why))}</desc><style>{STYLE}</style>'
    )


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


def _lines(text: str) -> tuple[str, ...]:
    """A name on one line, or on two where it is longer."""
    flat = cut(text, 10 * LETTERS)
    if len(flat) <= LETTERS:
        return (flat,)
    at = flat.rfind(" ", 0, LETTERS + 1)
    return (
        (flat[:at], cut(flat[at + 1 :], LETTERS))
        if at > 0
        else (cut(flat[:LETTERS], LETTERS), cut(flat[LETTERS:], LETTERS))
    )


def _middle(text: str) -> str:
    """A name of a report on one line, cut in the middle: its beginning and end tell most."""
    flat = cut(text, 1000)
    return flat if len(flat) <= LETTERS else f"{flat[: LETTERS - 14]}…{flat[-13:]}"
