"""Precision and recall over the rate of rewording, as a picture (SVG) that follows a light or dark screen."""

from collections.abc import Iterator, Sequence

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 56, 196, 40, 48
LINES = (
    ("copies: precision", "a", ""),
    ("copies: recall", "a", "6 4"),
    ("corruptions: precision", "b", ""),
    ("corruptions: recall", "b", "6 4"),
)
STYLE = """
text { font-family: system-ui, "DejaVu Sans", Helvetica, Arial, sans-serif; font-size: 12px; fill: #1f2933 }
.paper { fill: #fcfcfa } .grid { stroke: #d5d9de } .a { stroke: #2b6cb0; fill: none; stroke-width: 2 }
.b { stroke: #b0582b; fill: none; stroke-width: 2 } .dot.a { fill: #2b6cb0 } .dot.b { fill: #b0582b }
@media (prefers-color-scheme: dark) {
text { fill: #e4e7eb } .paper { fill: #15191f } .grid { stroke: #39424e } .a { stroke: #63a4e8 } .b { stroke: #e89a63 }
.dot.a { fill: #63a4e8 } .dot.b { fill: #e89a63 } }
"""


def curve(points: Sequence[tuple[float, tuple[float, float, float, float]]]) -> str:
    """`points`: the rate, and precision and recall of copies and of corruptions, each from 0 to 1."""
    return "".join(_pieces(points))


def _pieces(points: Sequence[tuple[float, tuple[float, float, float, float]]]) -> Iterator[str]:
    most = max((rate for rate, _ in points), default=1.0) or 1.0
    wide, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">'
    yield "<title>firsthand: planted copies found, and corruptions named, by rate of rewording</title>"
    yield f'<style>{STYLE}</style><rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>\n'
    for share in (0, 25, 50, 75, 100):
        y = TOP + tall * (100 - share) // 100
        yield f'<path class="grid" d="M{LEFT} {y}H{LEFT + wide}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{share} %</text>\n'
    for rate, _ in points:
        x = LEFT + wide * rate / most
        yield f'<text x="{x:.0f}" y="{HEIGHT - 26}" text-anchor="middle">{100 * rate:.0f} %</text>'
    yield f'<text x="{LEFT + wide // 2}" y="{HEIGHT - 8}" text-anchor="middle">of the words said otherwise</text>\n'
    for number, (name, colour, dashes) in enumerate(LINES):
        at = [(LEFT + wide * rate / most, TOP + tall * (1 - shares[number])) for rate, shares in points]
        dash = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield f'<path class="{colour}"{dash} d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in at)}"/>'
        yield "".join(f'<circle class="dot {colour}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in at)
        y = TOP + 24 * number
        yield f'<path class="{colour}"{dash} d="M{WIDTH - RIGHT + 16} {y}h28"/>'
        yield f'<text x="{WIDTH - RIGHT + 52}" y="{y + 4}">{name}</text>\n'
    yield "</svg>\n"
