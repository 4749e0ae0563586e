"""`firsthand report`: one report with its evidence marked by field."""

from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json, say_if_unfinished
from firsthand.cli.opened import AsOf, opened

if TYPE_CHECKING:
    from firsthand.api import RecordView
    from firsthand.model.told import ReportTold


@guarded
def report(
    record: Record,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Its name or id, or a part that only it has.", show_default=False),
    ],
    field: Annotated[
        str | None, typer.Option("--field", help="Mark only this field: killed, place, ..", show_default=False)
    ] = None,
    incident: Annotated[
        str | None,
        typer.Option("--incident", metavar="INCIDENT", help="Mark only what is of this one.", show_default=False),
    ] = None,
    claims: Annotated[bool, typer.Option("--claims", help="Also list the claims, with their values and ids.")] = False,
    width: Annotated[
        int | None, typer.Option("--width", metavar="N", help="Columns to print.", min=20, show_default=False)
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="No colours; the marks say it all.")] = False,
    as_of: AsOf = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON instead: text, claims with spans, origins.")
    ] = False,
) -> None:
    """Show one report with its evidence: the words behind each value stand between ⟦ and ⟧ with their field, in colour where the
    terminal has any. Above it: when it appeared and why, what it shares with other reports, which incidents it tells and to whom
    that goes back, and what was refused.

    Where it tells several incidents, the number beside a field is that of the incident. Marks lie within one another where
    their words do; … before a field says that the mark goes on after the next.

    \b
    Examples:
      firsthand report record.db sample-01
      firsthand report record.db sample-01 --field killed --claims
      firsthand report record.db sample-01 --json > report.json
    """
    with opened(record, as_of) as view:
        found = view.report(name, field=field, incident=incident)
        if as_json:
            _print_json(view, found)
        else:
            from firsthand.cli.report_page import Shown, print_report

            only = view.incident(incident).id if incident is not None else None
            print_report(found, view, Shown(claims=claims, width=width, plain=plain, field=field, incident=only))
        say_if_unfinished(view)


def _print_json(view: "RecordView", found: "ReportTold") -> None:
    from firsthand.publish.told_json import told_json

    print_json(told_json(found, {key: entry.name for key, entry in view.reports.items()}))
