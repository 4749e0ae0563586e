"""What one more report costs over the number of known ones, as a picture (SVG) that follows a light or dark screen."""

import math
from collections.abc import Iterator, Sequence

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 196, 32, 52
LINES = (("most reports", "a", ""), ("on average", "b", "6 4"))
STYLE = """
text { font-family: system-ui, "DejaVu Sans", Helvetica, Arial, sans-serif; font-size: 12px; fill: #1f2933 }
.paper { fill: #fcfcfa } .grid { stroke: #d5d9de } .a { stroke: #2b6cb0; fill: none; stroke-width: 2 }
.b { stroke: #b0582b; fill: none; stroke-width: 2 } .dot.a { fill: #2b6cb0 } .dot.b { fill: #b0582b }
@media (prefers-color-scheme: dark) {
text { fill: #e4e7eb } .paper { fill: #15191f } .grid { stroke: #39424e } .a { stroke: #63a4e8 } .b { stroke: #e89a63 }
.dot.a { fill: #63a4e8 } .dot.b { fill: #e89a63 } }
"""


def curve(points: Sequence[tuple[int, float, float]]) -> str:
    """`points`: known reports, and milliseconds for most reports and on average. Both axes are logarithmic."""
    return "".join(_pieces(points))


def _pieces(points: Sequence[tuple[int, float, float]]) -> Iterator[str]:
    wide, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    first, last = math.log10(points[0][0]), math.log10(points[-1][0])
    top = math.ceil(math.log10(max(ms for _, *both in points for ms in both)))

    def x(reports: int) -> float:
        return LEFT + wide * (math.log10(reports) - first) / (last - first or 1)

    def y(ms: float) -> float:
        return TOP + tall * (1 - max(0.0, math.log10(ms)) / top)

    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">'
    yield "<title>firsthand: what tracing one more report costs, by the number of known reports</title>"
    yield f'<style>{STYLE}</style><rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>\n'
    for power in range(top + 1):
        at = y(10**power)
        yield f'<path class="grid" d="M{LEFT} {at:.0f}H{LEFT + wide}"/>'
        yield f'<text x="{LEFT - 8}" y="{at + 4:.0f}" text-anchor="end">{10**power:,} ms</text>\n'
    for reports, *_ in points:
        yield f'<text x="{x(reports):.0f}" y="{HEIGHT - 30}" text-anchor="middle">{reports:,}</text>'
    yield f'<text x="{LEFT + wide // 2}" y="{HEIGHT - 10}" text-anchor="middle">known reports</text>\n'
    for number, (name, colour, dashes) in enumerate(LINES):
        line = [(x(point[0]), y(point[1 + number])) for point in points]
        dash = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield f'<path class="{colour}"{dash} d="M{"L".join(f"{a:.1f} {b:.1f}" for a, b in line)}"/>'
        yield "".join(f'<circle class="dot {colour}" cx="{a:.1f}" cy="{b:.1f}" r="3"/>' for a, b in line)
        at = TOP + 24 * number
        yield f'<path class="{colour}"{dash} d="M{WIDTH - RIGHT + 16} {at}h28"/>'
        yield f'<text x="{WIDTH - RIGHT + 52}" y="{at + 4}">{name}</text>\n'
    yield "</svg>\n"
