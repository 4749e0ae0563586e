"""`firsthand dates`: when each report appeared, and every reason for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json, say_if_unfinished
from firsthand.cli.opened import AsOf, opened

if TYPE_CHECKING:
    from rich.console import Console

    from firsthand.model.folded import ReportEntry


@guarded
def dates(
    record: Record,
    report: Annotated[
        str | None, typer.Argument(metavar="[REPORT]", help="A report's name, or a part of it.", show_default=False)
    ] = None,
    undated: Annotated[bool, typer.Option("--undated", help="Only reports without a day of their own.")] = False,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of the table.")] = False,
) -> None:
    """Show when each report appeared: its interval, how that is known, and every reason.

    A day that is not stated is inferred from what the reports have in common; where nothing binds, a report stays
    undated, with its weekday if it names one. Earliest and latest are inclusive; "–" is an open end.

    \b
    Examples:
      firsthand dates record.db
      firsthand dates record.db sample-05
      firsthand dates record.db --undated --json
    """
    with opened(record, as_of) as view:
        found = view.dates(report, undated=undated)
        if as_json:
            _print_json(found)
        else:
            from firsthand.cli.overview import console

            print_dates(found, console())
        say_if_unfinished(view)


def print_dates(found: "Sequence[ReportEntry]", out: "Console") -> None:
    """One row a report with a line a reason, and the counts."""
    from rich.table import Table
    from rich.text import Text

    from firsthand.cli.cells import NONE
    from firsthand.cli.words import one_line
    from firsthand.record.dated import standing

    if found:
        table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
        table.add_column("Report", ratio=3, overflow="fold")
        table.add_column("Appeared", min_width=10, ratio=2, overflow="fold")
        for heading in ("Earliest", "Latest", "Basis"):
            table.add_column(heading, no_wrap=True)
        table.add_column("Why", ratio=8)
        for entry in found:
            span = entry.published
            known = standing(span)
            cells = (
                one_line(entry.name, 80), span.edtf or NONE, str(span.earliest or NONE), str(span.latest or NONE),
                known if known in ("stated", "inferred") else "unknown",
                "\n".join(f"- {one_line(why)}" for why in span.why) or NONE,
            )  # fmt: skip
            table.add_row(*(Text(cell) for cell in cells))
        out.print(table)
        out.print()
    out.print(Text(summary(found)))


def summary(found: "Sequence[ReportEntry]") -> str:
    """The reports counted by how far they are dated, in one sentence."""
    from firsthand.cli.overview import counted as number
    from firsthand.record.dated import counted

    words = {
        "stated": "stated", "inferred": "inferred", "partly": "with a day without its year, few years, or one bound",
        "weekday": "undated with a weekday", "undated": "undated",
    }  # fmt: skip
    said = [f"{count} {words[name]}" for name, count in counted(found).items() if count or name != "partly"]
    return f"{number(len(found), 'report')}: {', '.join(said)}."


def _print_json(found: "Sequence[ReportEntry]") -> None:
    from firsthand.publish.parts import published_json
    from firsthand.record.dated import counted, standing

    listed = [
        {
            "name": entry.name,
            "names": list(entry.names),
            "published": published_json(entry.published),
            "standing": standing(entry.published),
        }
        for entry in found
    ]
    out = {"counts": counted(found), "reports": listed}
    print_json(out)
