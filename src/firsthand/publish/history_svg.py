"""The history of a figure as a step chart: who said which number when, one colour an origin, and what stood as best in between.

The command draws it as a picture of its own; the page takes it inline and brings the style (`RULES`, with colours of its own).
"""

from collections.abc import Iterable, Iterator, Mapping

from firsthand.model.course import Course, Denied
from firsthand.model.folded import ReportEntry
from firsthand.publish.history_chart import COLOURS, LEFT, WIDTH, Chart, drawn, height, origin, put
from firsthand.publish.history_marks import axes, cross, denials, figures, mark, stood
from firsthand.publish.history_scale import width
from firsthand.publish.svg import cut, escaped

__all__ = ["RULES", "history_svg", "tells_more"]

NAMED, SPOKEN, LISTED = 44, 12, 24
"""Characters of an origin in the key, figures that the description tells, and origins that the key lists."""
LINE = 20
"""Between lines of the key."""
RULES = (
    """
.history text { font-family: system-ui, "DejaVu Sans", "Segoe UI", Helvetica, Arial, sans-serif; font-size: 12px;
  fill: var(--ink); stroke: none }
.history .title { font-size: 16px; font-weight: 600 }
.history .soft { fill: var(--soft); font-size: 11.5px }
.history .mid { text-anchor: middle } .history .end { text-anchor: end }
.history .n { paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round }
.history .paper { fill: var(--card) }
.history .grid { stroke: var(--line); fill: none; stroke-width: 1 }
.history .base { stroke: var(--soft); fill: none; stroke-width: 1 }
.history .range { fill: var(--ink); fill-opacity: .1; stroke: none }
.history .stood { fill: none; stroke: var(--ink); stroke-width: 3.4; stroke-linejoin: round }
.history .step { fill: none; stroke-width: 1.7 }
.history .band { stroke: none; fill-opacity: .2 }
.history .pt { stroke-width: 1.7 }
.history .no { stroke: var(--ink); stroke-width: 2; fill: none }
.history .thread { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 2 4; fill: none; opacity: .7 }
"""
    + "".join(
        f".history .c{k} {{ stroke: var(--o{k}) }} .history .pt.c{k}, .history .band.c{k} {{ fill: var(--o{k}) }}\n"
        for k in range(COLOURS)
    )
    + ".history .pt.hollow { fill: var(--card) }\n"
)
"""How the parts look; the colours are variables, which a page has too."""
LIGHT = (
    "--ink: #1f2933; --soft: #52606d; --line: #dde1e5; --card: #fcfcfa; --o0: #23619f; --o1: #a8470c; --o2: #2e7d3e; "
    "--o3: #7b4bb3; --o4: #8a6a1f; --o5: #5b6773"
)
DARK = (
    "--ink: #e4e7eb; --soft: #b3bcc6; --line: #363e48; --card: #15191f; --o0: #74b0ee; --o1: #eda36b; --o2: #7cc78b; "
    "--o3: #c39bf0; --o4: #d3b25f; --o5: #aab4bf"
)
STYLE = f"""
.history {{ {LIGHT} }}
@media screen and (prefers-color-scheme: dark) {{ .history {{ {DARK} }} }}
"""


def tells_more(course: Course) -> bool:
    """Tell whether a picture shows more than a line of text: two days, or two numbers."""
    return len({(row.day, height(row.count)) for row in drawn((*course.told, *course.undated))}) > 1


def history_svg(
    course: Course,
    title: str,
    reports: Mapping[str, ReportEntry],
    denied: Iterable[Denied] = (),
    *,
    inline: str = "",
) -> str:
    """The picture. `reports`: by id; `denied`: those of other fields are left out, but for denials of the whole event.

    `inline`: a name that is unique in the page that takes it in; the page brings the style, and a heading in place of the title.
    """
    return "".join(_svg(Chart(course, title, reports, denied, inline)))


def _svg(chart: Chart) -> Iterator[str]:
    key, size = _key(chart)
    name, about = escaped(chart.inline or "history"), f"{chart.title}: {chart.field.lower()} by day"
    about = about if chart.inline else f"firsthand history: {about}"
    yield f'<svg xmlns="http://www.w3.org/2000/svg" class="history" viewBox="0 0 {WIDTH} {size}" '
    yield "" if chart.inline else f'width="{WIDTH}" height="{size}" '
    yield f'role="img" aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escaped(about)}</title>'
    yield f'<desc id="{name}-d">{escaped(" ".join(_spoken(chart)))}</desc>'
    if not chart.inline:
        yield f'<style>{STYLE}{RULES}</style><rect class="paper" width="{WIDTH}" height="{size}"/>\n'
        yield f'<text class="title" x="16" y="26">{escaped(cut(chart.title, 76))}</text>'
        yield f'<text class="soft" x="16" y="45">{chart.field}, by the day on which the reports appeared</text>\n'
    yield from axes(chart)
    if chart.days is not None:
        yield from stood(chart, chart.days)
        yield from denials(chart, chart.days)
    if not drawn((*chart.course.told, *chart.course.undated)):
        yield f'<text class="soft" x="{LEFT + 12}" y="{chart.bottom - 12}">No number is told, only words.</text>'
    yield from figures(chart)
    yield f"\n{key}</svg>\n"


def _key(chart: Chart) -> tuple[str, int]:
    """Who is who, and what the marks mean, in lines below the picture; and where it ends."""
    entries = [(mark(key, 0, 0, open_=False), cut(name, NAMED)) for name, key in [*chart.keys.items()][:LISTED]]
    if len(chart.keys) > LISTED:
        entries.append(("", f"and {len(chart.keys) - LISTED} more"))
    rows = [*chart.main, *chart.theirs, *chart.undated]
    if any(one.best is not None and one.best.best is not None for one in chart.course.stood):
        entries.append(('<path class="stood" d="M-9 0h18"/>', "best after each day"))
    if any(one.best and one.best.low != one.best.high for one in chart.course.stood):
        entries.append(('<path class="range" d="M-9 -6h18v12h-18z"/>', "low to high"))
    if any(row.count.bound != "exact" for row in rows):
        entries.append(
            ('<circle class="pt hollow c5" r="4.6"/>', "hollow: a bound or estimate, arrow to the open side")
        )
    if chart.denied:
        entries.append((cross(0, 0), "a denial"))
    if chart.whenever:
        entries.append((cross(0, 0), f"{len(chart.whenever)} denied on a day unknown"))
    out, x, y = [], 16.0, chart.end + 46
    for sign, name in entries:
        wide = 40 + width(name)
        if x > 16 and x + wide > WIDTH - 12:
            x, y = 16.0, y + LINE
        out.append(
            f'<g transform="translate({x + 10:.0f} {y:.0f})">{sign}<text x="14" y="4">{escaped(name)}</text></g>'
        )
        x += wide
    return "".join(out), round(y + 18)


def _spoken(chart: Chart) -> Iterator[str]:
    """What the picture shows, in sentences."""
    rows = [*chart.main, *chart.theirs]
    for row in rows[:SPOKEN]:
        whose = ", the attackers’ own" if row.did == "attackers" else ""
        yield f"{row.day}: {put(row.count)} ({cut(origin(row), 60)}{whose})."
    if len(rows) > SPOKEN:
        yield f"And {len(rows) - SPOKEN} more."
    if chart.undated:
        yield f"Day unknown: {', '.join(f'{put(row.count)} ({cut(origin(row), 60)})' for row in chart.undated[:SPOKEN])}."
    for day, one in chart.denied[:SPOKEN]:
        yield f"{day}: {cut(one.why, 160)}."
    last = next((one.best for one in reversed(chart.course.stood) if one.best), None)
    if last is not None:
        ends = ["open" if end is None else f"{end:,}" for end in (last.low, last.best, last.high)]
        yield f"After the last day low {ends[0]}, best {ends[1]}, high {ends[2]}."
