"""How the account of an incident changed, as a table that fits 80 columns."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.overview import console
from firsthand.cli.words import one_line
from firsthand.model.course import Course, FigureTold, History
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Best, Incident
from firsthand.publish.history_chart import put

DID = {
    "part": "counts some of them", "recalled": "recalled as replaced", "aside": "no toll of the whole",
    "attackers": "the attackers’ own",
}  # fmt: skip
"""What a figure did, in words, where the name of it is not enough."""
GAP, DAY, WIDE = 2, 10, 150
"""Columns between cells, of a day, and at most of a table."""
AFTER = "Account: low/best/high after the day."


def print_history(incident: Incident, found: History, reports: Mapping[str, ReportEntry]) -> None:
    """A table a count, and what was denied. `reports`: by id."""
    out = console()
    out.print(Text(one_line(incident.title), style="bold"))
    out.print(Text(f"{incident.id}  {incident.kind}, {cells.day(incident.date.span)}"))
    if not found.courses:
        out.print(Text("\nNo figure is told of it."))
    for course in found.courses:
        out.print()
        out.print(Text(_head(course), style="bold"))
        if course.told:
            _table(out, course.told, {one.day: one.best for one in course.stood}, reports)
        if course.undated:
            out.print(Text("Day unknown:"))
            _table(out, course.undated, None, reports)
        if course.stood and _ends(course.stood[-1].best) != _ends(course.now):
            out.print(Text(f"With those of unknown day: {toll(course.now)}."))
    if any(course.stood for course in found.courses):
        out.print(Text(f"\n{AFTER}", style="dim"))
    _denied(out, found, reports)


def _head(course: Course) -> str:
    name = cells.field_name(course.field)
    return f"{name[0].upper()}{name[1:]}: low/best/high {toll(course.now)}"


def _ends(best: Best | None) -> tuple[int | None, ...]:
    return () if best is None else (best.low, best.best, best.high)


def toll(best: Best | None) -> str:
    """Low/best/high, or that nothing was concluded."""
    return cells.NONE if best is None else cells.interval(best)


def _table(
    out: Console,
    rows: Sequence[FigureTold],
    stood: Mapping[object, Best | None] | None,
    reports: Mapping[str, ReportEntry],
) -> None:
    """A row a figure; with `stood`, what stood after the day in the last row of the day."""
    # Widths are given: what stood after a day must not be cut where names are long.
    account = max([len("Account"), *(len(toll(best)) for best in stood.values())]) if stood is not None else 0
    room = max(40, min(out.width, WIDE) - (DAY + account + 2 * GAP if stood is not None else 0) - 2 * GAP)
    figures, reasons = max(13, room * 4 // 16), max(11, room * 4 // 16)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, GAP, 0, 0))
    if stood is not None:
        table.add_column("Day", no_wrap=True, width=DAY)
    table.add_column("Figure", width=figures, overflow="fold")
    table.add_column("Who says so", width=room - figures - reasons, overflow="fold")
    table.add_column("Which is", width=reasons, overflow="fold")
    if stood is not None:
        table.add_column("Account", width=account, no_wrap=True, justify="right")
    before = None
    for i, row in enumerate(rows):
        last = i + 1 == len(rows) or rows[i + 1].day != row.day
        cell = [figure(row), who(row, reports), did(row) if stood is not None or row.did != "first" else ""]
        if stood is not None:
            day = str(row.day) if row.day != before else ""
            cell = [day, *cell, toll(stood.get(row.day)) if last else ""]
        before = row.day
        table.add_row(*(Text(part) for part in cell))
    out.print(table)


def figure(row: FigureTold) -> str:
    """The words, and what they come to where they are no plain number."""
    words, meant = f"“{one_line(row.quote, 60)}”", put(row.count).replace(",", "")
    return words if not meant or meant in row.quote.replace(",", "") else f"{words} ({meant})"


def who(row: FigureTold, reports: Mapping[str, ReportEntry]) -> str:
    """Who says so, to whom it goes back, who passed it on, and in which report."""
    entry = reports.get(row.report)
    name = one_line(entry.name if entry else row.report, 60)
    teller = one_line(entry.outlet, 40) if entry and entry.outlet else "the report itself"
    speaker = one_line(row.speaker, 60) if row.speaker else teller
    held = "" if row.stance == "asserts" else f" {row.stance} it"
    back = [one_line(one, 40) for one in row.origins if one.casefold() not in (speaker.casefold(), "")]
    source = f", from {', '.join(back)}" if back else ""
    through = [one_line(one, 40) for one in row.through if one.casefold() != speaker.casefold()]
    passed = f", through {', '.join(through)}" if through else ""
    return f"{speaker}{held}{source}{passed}; {name}"


def did(row: FigureTold) -> str:
    """What a figure did to the account."""
    said = DID.get(row.did, row.did)
    return f"{said}; replaces “{one_line(row.replaces, 40)}”" if row.replaces else said


def _denied(out: Console, found: History, reports: Mapping[str, ReportEntry]) -> None:
    if not found.denied:
        return
    out.print()
    out.print(Text("Denied", style="bold"))
    for one in found.denied:
        entry = reports.get(one.report or "")
        where = f"  ({one_line(entry.name, 60)})" if entry else ""
        line = f"{one.day or 'day unknown'}  {cells.field_name(one.field)}: {one_line(one.why)}{where}"
        out.print(Padding(Text(line), (0, 0, 0, 2), expand=False))
