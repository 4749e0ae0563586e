"""A comparison as a waterfall (SVG): each feature moves the sum to the right or left; text and shapes only, no script."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from firsthand.model.explained import Explained
from firsthand.publish.svg import cut, escaped, opened

__all__ = ["waterfall_svg"]

WIDTH, MARGIN, NAMES, FIGURES, ROW, TOP, FOOT = 980, 24, 310, 56, 40, 118, 96
"""In units of the picture: width, margin, the columns of names and of figures, height of a row, what stands above and below."""
STYLE = """
.for { fill: #2b6cb0 }
.against { fill: #b7500f }
.prior { fill: #7b8794 }
.sum { fill: #1f2933 }
.line { stroke: #9aa5b1; stroke-width: 1 }
.needed { stroke: #1f2933; stroke-width: 1.4; stroke-dasharray: 5 4 }
@media (prefers-color-scheme: dark) {
.for { fill: #63a4e8 }
.against { fill: #e08a4a }
.sum { fill: #e4e7eb }
.needed { stroke: #e4e7eb }
}
"""


class Bar(NamedTuple):
    """One row: what moves the sum, why, from where to where (1/1000 bit), its style, and what is seen when pointing at it."""

    name: str
    why: str
    start: int
    end: int
    style: str
    title: str


def waterfall_svg(found: Explained) -> str:
    """The picture: the prior, each feature in turn, the sum, and what would be needed."""
    bars = list(_bars(found))
    low = min(0, found.weighing.needed, *(min(bar.start, bar.end) for bar in bars))
    high = max(0, found.weighing.needed, *(max(bar.start, bar.end) for bar in bars))
    return "".join(_svg(found, bars, low, high))


def _bars(found: Explained) -> Iterator[Bar]:
    best = found.weighing.best
    steps = list(accumulate((f.millibits for f in best.features), initial=best.prior))
    yield Bar("prior", "the odds before anything else is seen", 0, best.prior, "prior", "")
    for feature, start, end in zip(best.features, steps, steps[1:], strict=False):
        style = "for" if end >= start else "against"
        values = f" ({feature.left} / {feature.right})" if feature.left or feature.right else ""
        yield Bar(feature.name, feature.why, start, end, style, f"{feature.why}{values}")
    yield Bar("sum", "of the prior and all features", 0, best.millibits, "sum", "")


def _svg(found: Explained, bars: list[Bar], low: int, high: int) -> Iterator[str]:
    height = TOP + ROW * len(bars) + FOOT
    left, right = MARGIN + NAMES + FIGURES, WIDTH - MARGIN

    def x(millibits: int) -> int:
        return left + (millibits - low) * (right - left) // max(1, high - low)

    title = f"firsthand explain: {found.left.title} / {found.right.title}"
    yield opened((WIDTH, height), title, " ".join(found.why), STYLE)
    for row, side in enumerate((found.left, found.right)):
        yield f'<text class="title" x="{MARGIN}" y="{34 + 24 * row}">{escaped(cut(f"{side.title} ({side.report})", 96))}</text>'
    yield f'<text class="small" x="{MARGIN}" y="82">bits: each is a doubling of the odds that both are one incident</text>\n'
    bottom = TOP + ROW * len(bars)
    yield f'<path class="line" d="M{x(0)} {TOP - 14}V{bottom}"/><text class="small" x="{x(0) - 3}" y="{TOP - 18}">0</text>'
    for row, bar in enumerate(bars):
        y = TOP + ROW * row
        a, b = sorted((x(bar.start), x(bar.end)))
        moved = bar.end - bar.start
        yield f"<g><title>{escaped(bar.title)}</title>"
        yield f'<text x="{MARGIN}" y="{y + 16}">{escaped(cut(bar.name, 24))}</text>'
        yield f'<text class="small" x="{MARGIN}" y="{y + 30}">{escaped(cut(bar.why, 56))}</text>'
        yield f'<text x="{left - 14}" y="{y + 19}" text-anchor="end">{moved / 1000:+.1f}</text>'
        yield f'<rect class="{bar.style}" x="{a}" y="{y + 5}" width="{max(2, b - a)}" height="{ROW - 12}" rx="2"/>'
        if row + 1 < len(bars) - 1:
            yield f'<path class="line" d="M{x(bar.end)} {y + 5}V{y + ROW + 5}"/>'
        yield "</g>\n"
    need = x(found.weighing.needed)
    yield f'<path class="needed" d="M{need} {bottom - ROW}V{bottom + 6}"/>'
    yield f'<text class="small" x="{need + 6}" y="{bottom + 14}">needed</text>'
    for row, words in enumerate(found.why[:3]):
        yield f'<text class="small" x="{MARGIN}" y="{bottom + 40 + 18 * row}">{escaped(cut(words, 140))}</text>'
    yield "</svg>\n"
