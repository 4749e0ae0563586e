"""Where an incident comes from, for a person: chains from origins to reports, and reasons in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.overview import console, counted, short_id
from firsthand.cli.words import one_line
from firsthand.model.ancestry import Ancestry
from firsthand.model.incident import Incident, Way

INDENT = 4
NAMED = 3
"""So many origins stand in a cell of the table."""
ARROW = " → "


def print_counts(found: Sequence[Incident]) -> None:
    """One row an incident: how many reports, and how many sources those go back to."""
    out = console()
    if not found:
        out.print(Text("No incident."))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Id", no_wrap=True)
    table.add_column("Incident", ratio=5)
    table.add_column("Reports", justify="right", no_wrap=True)
    table.add_column("Sources", justify="right", no_wrap=True)
    table.add_column("Goes back to", ratio=5)
    for one in found:
        names = "; ".join(one_line(origin.name, 48) for origin in one.origins[:NAMED])
        more = f" (+{len(one.origins) - NAMED})" if len(one.origins) > NAMED else ""
        reports = len({telling.report for telling in one.tellings})
        row = [short_id(one), one_line(one.title), str(reports), str(len(one.origins)), (names + more) or cells.NONE]
        table.add_row(*(Text(cell) for cell in row))
    out.print(table)


def print_ancestry(found: Ancestry) -> None:
    """The chains of the incident and of each reading, each with the reasons for its count."""
    out, incident = console(), found.incident
    names = {entry.id: entry.name for entry in found.reports if entry.id is not None}
    out.print(Text(one_line(incident.title), style="bold"))
    out.print(Text(f"{incident.id}  {counted(len(found.reports), 'report')}, {incident.grade}\n"))
    out.print(Text(f"Goes back to {counted(len(incident.origins), 'independent source')}", style="bold"))
    _chains(out, found.ways, names)
    _letters(out, incident)
    _why(out, found.why[1:])
    for answer in found.answers:
        number = counted(len(answer.reading.origins), "independent source")
        out.print(Text(f"\n{one_line(answer.label).capitalize()}: {number}, {answer.reading.admiralty}", style="bold"))
        _chains(out, answer.reading.ways, names)
        _why(out, answer.why[1:])


def _letters(out: Console, incident: Incident) -> None:
    """The letter of each origin, and why."""
    for origin in incident.origins:
        told = f"{origin.reliability}  {one_line(origin.name, 60)}: {one_line(origin.reliability_why)}"
        out.print(Padding(Text(told), (0, 0, 0, INDENT), expand=False))


def _chains(out: Console, ways: Iterable[Way], names: Mapping[str, str]) -> None:
    """One line a chain, from the origin to the reports that end it."""
    told: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for way in ways:
        told[way.chain].add(names.get(way.report, way.report))
    for chain in sorted(told, key=lambda chain: (chain[0], -len(told[chain]), chain)):
        reports = ", ".join(one_line(name) for name in sorted(told[chain]))
        line = Text(ARROW.join(one_line(name, 60) for name in chain))
        line.append(f"{ARROW}{reports}", style="default")
        out.print(Padding(line, (0, 0, 0, INDENT), expand=False))


def _why(out: Console, reasons: Iterable[str]) -> None:
    for reason in reasons:
        out.print(Padding(Text(f"because {one_line(reason)}", style="dim"), (0, 0, 0, INDENT), expand=False))
