"""The parts of the picture of a figure's history: axes, steps, marks, what stood, denials."""

from collections.abc import Iterator, Sequence
from datetime import date

from firsthand.model.course import FigureTold
from firsthand.publish.history_chart import LEFT, STRIP, WIDTH, Chart, Key, by_origin, height, origin, put
from firsthand.publish.history_scale import CHAR, Days, Numbers, Taken, numbers_of, ticks, width
from firsthand.publish.svg import cut, escaped

__all__ = ["axes", "denials", "figures", "mark", "stood"]

TAIL = 16
"""So far goes a figure whose origin gives no other."""
SIZE = 4.6
"""Half the height of a mark."""
BESIDE = 10
"""Between marks on one spot, less where they are many."""
CORNERS = (
    "", "M{l} {t}H{r}V{b}H{l}Z", "M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z", "M{x} {t}L{r} {b}H{l}Z",
)  # fmt: skip
"""Shapes besides the circle: square, diamond, triangle."""


def axes(chart: Chart) -> Iterator[str]:
    """Lines with their numbers, days with their names, the strip of unknown day."""
    scale = chart.numbers
    yield from _lines(scale, chart.right, chart.taken)
    if scale.floor:
        yield f'<text class="soft" x="{LEFT}" y="{scale.bottom - 5:.0f}">from {scale.floor:,}, not from 0</text>'
        chart.taken.put(LEFT, scale.bottom - 16, LEFT + 22 * CHAR, scale.bottom)
    if chart.theirs:
        yield from _lines(_theirs(chart), chart.right, chart.taken)
        yield f'<text class="soft" x="{LEFT}" y="{chart.their_top - 8:.0f}">The attackers’ own losses</text>'
    yield f'<path class="base" d="M{LEFT} {chart.end:.0f}H{chart.right}"/>'
    if chart.days is not None:
        for day in sorted(set(chart.told)):
            yield f'<path class="base" d="M{chart.days.x(day):.1f} {chart.end:.0f}v5"/>'
        for tick in ticks(chart.days, chart.told):
            middle = (tick.left + tick.right) / 2
            yield f'<path class="base" d="M{chart.days.x(tick.day):.1f} {chart.end:.0f}v8"/>'
            yield f'<text class="soft mid" x="{middle:.1f}" y="{chart.end + 21:.0f}">{tick.name}</text>'
    if chart.undated:
        middle = chart.right + STRIP / 2 + 8
        yield f'<path class="thread" d="M{chart.right + 14} {chart.top}V{chart.bottom}"/>'
        yield f'<text class="soft mid" x="{middle:.0f}" y="{chart.bottom + 21:.0f}">day unknown</text>'


def _theirs(chart: Chart) -> Numbers:
    ends = [end for row in chart.theirs for end in (row.count.low, row.count.high) if end is not None]
    return numbers_of((0, *ends), chart.their_top, chart.end, lines=2)


def _lines(scale: Numbers, right: float, taken: Taken) -> Iterator[str]:
    for number in scale.marks:
        y = scale.y(number)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{right}"/>'
        yield f'<text class="soft end" x="{LEFT - 8}" y="{y + 4:.1f}">{number:,}</text>'
        taken.put(LEFT - 8 - width(f"{number:,}"), y - 6, LEFT, y + 6)


def stood(chart: Chart, days: Days) -> Iterator[str]:
    """What stood after each day: low to high as ground, best as a heavy line."""
    y, found = chart.numbers.y, chart.course.stood
    line, before = "", None
    for i, one in enumerate(found):
        best = one.best
        left, right = days.x(one.day), days.x(found[i + 1].day) if i + 1 < len(found) else days.right
        middle = best.best if best is not None else None
        low, high = (_or(best.low, middle), _or(best.high, middle)) if best is not None else (None, None)
        if low is not None and high is not None and high > low:
            yield f'<path class="range" d="M{left:.1f} {y(high):.1f}H{right:.1f}V{y(low):.1f}H{left:.1f}Z"/>'
        if middle is not None:
            line += f"{f'M{left:.1f} ' if before is None else 'V'}{y(middle):.1f}H{right:.1f}"
            ends = sorted((y(middle), y(middle if before is None else before)))
            chart.taken.put(left - 3, ends[0] - 3, left + 3, ends[1] + 3)
            chart.taken.put(left, y(middle) - 3, right, y(middle) + 3)
        before = middle
    if line:
        yield f'<path class="stood" d="{line}"/>'


def _or(end: int | None, other: int | None) -> int | None:
    return end if end is not None else other


def figures(chart: Chart) -> Iterator[str]:
    """The steps and marks of every origin, then the numbers where they have room."""
    if chart.days is not None:
        yield from _panel(chart, chart.main, chart.days, chart.numbers)
        if chart.theirs:
            yield from _panel(chart, chart.theirs, chart.days, _theirs(chart))
    middle = chart.right + STRIP / 2 + 8
    spots = [(row, middle, chart.numbers.y(height(row.count))) for row in chart.undated]
    yield from _marks(chart, spots, chart.numbers)


def _panel(chart: Chart, rows: Sequence[FigureTold], days: Days, scale: Numbers) -> Iterator[str]:
    for name, told in by_origin(rows).items():
        yield from _steps(chart.keys[name], told, days, scale)
    yield from _marks(chart, [(row, days.x(row.day or date.min), scale.y(height(row.count))) for row in rows], scale)


def _steps(key: Key, told: Sequence[FigureTold], days: Days, scale: Numbers) -> Iterator[str]:
    """The line of one origin; several figures of one day end where the last of them stands."""
    last = {row.day: row for row in told if row.day is not None}
    order = sorted(last)
    line = ""
    for i, day in enumerate(order):
        count, left = last[day].count, days.x(day)
        alone = days.right if len(order) > 1 else left + TAIL
        right = days.x(order[i + 1]) if i + 1 < len(order) else alone
        y = scale.y(height(count))
        line += f"{'V' if line else f'M{left:.1f} '}{y:.1f}H{right:.1f}"
        if count.low is not None and count.high is not None and count.low < count.high:
            top, bottom = scale.y(count.high), scale.y(count.low)
            yield f'<path class="band c{key.colour}" d="M{left:.1f} {top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z"/>'
    yield f'<path class="step c{key.colour}" d="{line}"/>'


def _marks(chart: Chart, spots: Sequence[tuple[FigureTold, float, float]], scale: Numbers) -> Iterator[str]:
    """Marks, those on one spot beside each other, and their numbers."""
    same: dict[tuple[float, float], list[FigureTold]] = {}
    for row, x, y in spots:
        # One source that says one thing twice in a report has one mark.
        there = same.setdefault((round(x, 1), round(y, 1)), [])
        if (origin(row), row.report, put(row.count)) not in {
            (origin(one), one.report, put(one.count)) for one in there
        }:
            there.append(row)
    placed = []
    for (x, y), rows in same.items():
        apart = min(BESIDE, 60 / len(rows))
        for k, row in enumerate(rows):
            at = x + (k - (len(rows) - 1) / 2) * apart
            yield from _mark(chart, row, at, y, scale)
            chart.taken.put(at - SIZE - 1, y - SIZE - 1, at + SIZE + 1, y + SIZE + 1)
        for count in {put(row.count): row.count for row in rows}.values():
            high, low = (scale.y(end if end is not None else height(count)) for end in (count.high, count.low))
            placed.append((y, x, min(high, y), max(low, y), put(count)))
    for _, x, top, bottom, text in sorted(placed):
        yield from _number(chart, x, (top, bottom), text, scale.bottom)


def _number(chart: Chart, x: float, ends: tuple[float, float], text: str, floor: float) -> Iterator[str]:
    """The number above its mark, below it, or beside it; nowhere where all that is taken: the mark says it when pointed at."""
    half, (high, low) = width(text) / 2, ends
    ceiling = chart.top - (6 if chart.denied else 22)
    y = (high + low) / 2
    for left, top, anchor, at, base in (
        (x - half, high - 21, "mid", x, high - 10), (x - half, low + 8, "mid", x, low + 19),
        (x + 9, y - 7, "", x + 9, y + 4), (x - 9 - 2 * half, y - 7, "end", x - 9, y + 4),
        (x - half, high - 34, "mid", x, high - 23),
    ):  # fmt: skip
        if (
            left + 2 * half < WIDTH - 4
            and top + 11 < floor
            and top > ceiling
            and chart.taken.room(left, top, left + 2 * half, top + 13)
        ):
            yield f'<text class="n {anchor}" x="{at:.1f}" y="{base:.1f}">{escaped(text)}</text>'
            return


def _mark(chart: Chart, row: FigureTold, x: float, y: float, scale: Numbers) -> Iterator[str]:
    """One figure: filled where it is counted, hollow where it is a bound, with an arrow to the open side."""
    count, key = row.count, chart.keys[origin(row)]
    whose = "the attackers’ own, " if row.did == "attackers" else ""
    about = f"{row.day or 'day unknown'}: “{cut(row.quote, 120)}” ({whose}{cut(origin(row), 80)}; {cut(chart.report(row), 60)})"
    open_ = count.bound != "exact"
    if count.low is not None and count.high is not None and count.low < count.high:
        yield f'<path class="step c{key.colour}" d="M{x:.1f} {scale.y(count.low):.1f}V{scale.y(count.high):.1f}"/>'
    elif count.high is None or count.low is None:
        way = -1 if count.high is None else 1
        yield f'<path class="step c{key.colour}" d="M{x:.1f} {y:.1f}v{way * 15}m-3.5 {-way * 4}l3.5 {way * 4}l3.5 {-way * 4}"/>'
        chart.taken.put(x - 5, min(y, y + way * 16), x + 5, max(y, y + way * 16))
    yield f"<g>{mark(key, x, y, open_=open_)}<title>{escaped(about)}</title></g>"


def mark(key: Key, x: float, y: float, *, open_: bool) -> str:
    """The mark of an origin."""
    style = f"pt c{key.colour}{' hollow' if open_ else ''}"
    if key.shape == 0:
        return f'<circle class="{style}" cx="{x:.1f}" cy="{y:.1f}" r="{SIZE}"/>'
    ends = {"l": x - SIZE, "r": x + SIZE, "t": y - SIZE, "b": y + SIZE, "x": x, "y": y}
    path = CORNERS[key.shape].format(**{name: f"{value:.1f}" for name, value in ends.items()})
    return f'<path class="{style}" d="{path}"/>'


def denials(chart: Chart, days: Days) -> Iterator[str]:
    """A cross above the field on the day of a denial, and who denies."""
    y = chart.top - 14
    for day, one in chart.denied:
        x = days.x(day)
        name = f"denied: {cut(one.speaker or 'the report itself', 28)}"
        wide = width(name)
        yield f'<path class="thread" d="M{x:.1f} {y + 6}V{chart.bottom}"/><g>{cross(x, y)}'
        yield f"<title>{escaped(f'{day}: {cut(one.why, 240)}')}</title></g>"
        chart.taken.put(x - 5, y - 6, x + 5, y + 6)
        if x + 10 + wide < chart.right and chart.taken.room(x + 10, y - 6, x + 10 + wide, y + 7):
            yield f'<text class="soft" x="{x + 10:.1f}" y="{y + 4}">{escaped(name)}</text>'
        elif chart.taken.room(x - 10 - wide, y - 6, x - 10, y + 7):
            yield f'<text class="soft end" x="{x - 10:.1f}" y="{y + 4}">{escaped(name)}</text>'


def cross(x: float, y: float) -> str:
    """The mark of a denial."""
    return f'<path class="no" d="M{x - 4:.1f} {y - 4}l8 8m0 -8l-8 8"/>'
