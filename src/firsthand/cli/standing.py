"""Standing figures for a person: readings in the order of time, each with its words, and how it goes with the one before."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.cli.overview import console, counted
from firsthand.cli.words import one_line
from firsthand.model.standing import FigureChange, StandingFigure, StandingReading

INDENT = 4
QUOTE = 180
SIGNS = {
    "conflict": "conflict",
    "update": "update",
    "refinement": "said more exactly",
    "wording": "in other words",
    "same": "again",
}
STYLES = {"conflict": "bold red", "update": "yellow"}


def print_figures(found: Sequence[StandingFigure], names: Mapping[str, str]) -> None:
    """The figures, each with its history; `names`: of reports, by id."""
    out = console()
    if not found:
        out.print(Text("No standing figure."))
        return
    several = sum(len(one.readings) > 1 for one in found)
    out.print(Text(f"{counted(len(found), 'standing figure')}, {several} told more than once"))
    for one in found:
        where = f", {one_line(one.where, 60)}" if one.where else ""
        head = Text(f"\n{one_line(one.what, 80)}{where}", style="bold")
        out.print(head.append(f": {_stands(one)}", style="default"))
        changes = {change.later: change for change in one.changes}
        for place, reading in enumerate(one.readings):
            _reading(out, reading, changes.get(place), names)


def _stands(one: StandingFigure) -> str:
    """What it stands at by the last reports."""
    now = one.now
    if now is None:
        return "no number"
    ends = sorted({n for n in (now.low, now.best, now.high) if n is not None})
    told = f"{now.best:,}" if now.best is not None else "?"
    spread = f" (low {ends[0]:,}, high {ends[-1]:,})" if len(ends) > 1 else ""
    return f"{told}{spread}" + (f" as of {now.as_of}" if now.as_of else "")


def _reading(out: Console, one: StandingReading, change: FigureChange | None, names: Mapping[str, str]) -> None:
    line = Text(f"{one.as_of or 'undated'}  {number(one)}")
    if change is not None:
        line.append(f"  {SIGNS[change.kind]}", style=STYLES.get(change.kind, "dim"))
    out.print(Padding(line, (0, 0, 0, INDENT), expand=False))
    where = f", {one.span.start}-{one.span.end}" if one.span is not None else ""
    report = one_line(names.get(one.report, one.report), 60)
    told = f"“{one_line(one.sentence, QUOTE)}”  {report}{where}; goes back to {one_line(one.origin, 60)}"
    out.print(Padding(Text(told, style="dim"), (0, 0, 0, 2 * INDENT), expand=False))


def number(one: StandingReading) -> str:
    """The number as it was put: "about 900", "between 5,000 and 10,000", "more than 2,000 (no number told)"."""
    if one.number is not None:
        return f"{one.number:,}" + ("" if one.bound == "exact" else f", {one.bound.replace('_', ' ')}")
    low, high = (f"{n:,}" if n is not None else "?" for n in (one.low, one.high))
    return f"{low} to {high}" + ("" if one.bound == "between" else f", {one.bound.replace('_', ' ')}")
