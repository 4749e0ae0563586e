"""The history of a figure as a step chart: who said which number when; one colour an origin, no line across origins."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from firsthand.model.incident import Reading
from firsthand.publish.svg import cut, escaped

__all__ = ["history_svg"]

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 640, 190, 44, 190, 16, 30
"""Of the picture, and of what stands around the field."""
LINE = 15
"""Between names at the ends of lines."""
COLOURS = 6
"""Styles for origins; more of them share."""


class Step(NamedTuple):
    """A number that an origin gave on a day; `high` where it is an interval, None where it is open above."""

    day: date
    low: int
    high: int | None
    exact: bool
    words: str


def history_svg(field: str, readings: Sequence[Reading]) -> str:
    """The picture; empty where fewer than two different days or numbers are told."""
    told = _told(readings)
    steps = [step for found in told.values() for step in found]
    if len({(step.day, step.low) for step in steps}) < 2:
        return ""
    return "".join(_svg(field, told))


def _told(readings: Sequence[Reading]) -> dict[str, list[Step]]:
    """What each origin said, in the order of days."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for reading in readings:
        count = reading.count
        low = count.number if count.number is not None else count.low
        if low is None or reading.first_said is None:
            continue
        step = Step(date.fromisoformat(reading.first_said), low, count.high, count.bound == "exact", count.wording)
        # The dead of the attackers are no history of the dead of the attack.
        whose = "attackers, " if count.side == "attacker" else ""
        found[whose + ("; ".join(reading.origins) or "not told")].append(step)
    return {origin: sorted(found[origin], key=_order) for origin in sorted(found)}


def _order(step: Step) -> tuple[date, int, bool, int, bool, str]:
    """By day and number; of one number that is closed before that is open above."""
    return step.day, step.low, step.high is None, step.high or 0, step.exact, step.words


def _svg(field: str, told: dict[str, list[Step]]) -> Iterator[str]:
    steps = [step for found in told.values() for step in found]
    first, last = min(s.day for s in steps), max(s.day for s in steps)
    most = max(max(s.low, s.high or 0) for s in steps)
    days = max(1, (last - first).days)

    def x(day: date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / days

    def y(number: int) -> float:
        return TOP + (HEIGHT - TOP - FOOT) * (1 - number / max(1, most))

    floor, end = HEIGHT - FOOT, WIDTH - RIGHT
    yield f'<svg class="history" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" xmlns="http://www.w3.org/2000/svg" '
    yield f'aria-label="{escaped(field)} over time">'
    for number in sorted({0, most // 2, most}):
        yield f'<path class="grid" d="M{LEFT} {y(number):.1f}H{end}"/>'
        yield f'<text class="tick" x="{LEFT - 8}" y="{y(number) + 4:.1f}" text-anchor="end">{number}</text>'
    for day, anchor in ((first, "start"), (last, "end")):
        yield f'<text class="tick" x="{x(day):.1f}" y="{floor + 20}" text-anchor="{anchor}">{day}</text>'
    beside = _apart({origin: y(found[-1].low) for origin, found in told.items()}, floor)
    for k, (origin, found) in enumerate(told.items()):
        style = f"o{k % COLOURS}"
        line = f"M{x(found[0].day):.1f} {y(found[0].low):.1f}"
        line += "".join(f"H{x(step.day):.1f}V{y(step.low):.1f}" for step in found[1:])
        yield f'<path class="step {style}" d="{line}H{end}"/>'
        for step in found:
            about = f"{step.day}: {step.words} ({origin})"
            yield f'<circle class="{style}{"" if step.exact else " open"}" cx="{x(step.day):.1f}" cy="{y(step.low):.1f}" r="4.5">'
            yield f"<title>{escaped(about)}</title></circle>"
        yield f'<text class="name {style}" x="{end + 10}" y="{beside[origin] + 4:.1f}">{escaped(cut(origin, 26))}</text>'
    yield "</svg>"


def _apart(heights: dict[str, float], floor: float) -> dict[str, float]:
    """Where the names stand: at the ends of their lines, moved so that none covers another."""
    out: dict[str, float] = {}
    last = float(TOP - LINE)
    for origin in sorted(heights, key=lambda one: (heights[one], one)):
        last = out[origin] = max(heights[origin], last + LINE)
    over = max(0.0, last - floor)
    return {origin: height - over for origin, height in out.items()}
