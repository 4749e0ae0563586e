"""`firsthand figures`: standing figures, such as troops in a country, followed over reports."""

from typing import Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json
from firsthand.cli.opened import AsOf, opened


@guarded
def figures(
    record: Record,
    what: Annotated[str, typer.Option("--what", metavar="WORD", help="Only of what has this in its name.")] = "",
    place: Annotated[
        str, typer.Option("--place", metavar="NAME", help="Only where the place has this in its name.")
    ] = "",
    several: Annotated[bool, typer.Option("--several", help="Only those that are told more than once.")] = False,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Follow standing figures over reports: troops in a country, detainees in camps, people displaced in a province.

    Each with all its readings in the order of time: the number, who gives it, the words; whether it was updated, said more
    exactly, or is disputed; and what it stands at by the last reports. Tolls counted over a whole war are among them.

    \b
    Examples:
      firsthand figures record.db
      firsthand figures record.db --what troops --place Syria
      firsthand figures record.db --several --json
    """
    with opened(record, as_of) as view:
        found = view.figures(what, place, several=several)
        names = {key: entry.name for key, entry in view.reports.items()}
    if as_json:
        from firsthand.publish.figures_json import figure_json

        print_json([figure_json(one, names) for one in found])
    else:
        from firsthand.cli.standing import print_figures

        print_figures(found, names)
