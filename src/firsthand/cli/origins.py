"""`firsthand origins`: who said it first, and why so many sources were counted."""

from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli import complete
from firsthand.cli.export import Record, is_record, written
from firsthand.cli.guard import guarded, print_json
from firsthand.cli.opened import AsOf, opened
from firsthand.errors import CannotWrite, UsageError


@guarded
def origins(
    record: Record,
    incident: Annotated[
        str | None,
        typer.Argument(
            metavar="INCIDENT",
            help="Its id, or the first characters.",
            show_default=False,
            autocompletion=complete.incidents,
        ),
    ] = None,
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Draw the ways from origins to reports.", show_default=False),
    ] = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Show who said it first: the way from each report back to its origin, and why the sources were counted so.

    Ten outlets that carry one statement are one source. Without INCIDENT: how many reports and how many sources each
    incident has, those with most reports first.

    \b
    Examples:
      firsthand origins record.db
      firsthand origins record.db 3fa2c901
      firsthand origins record.db 3fa2c901 --svg origins.svg
    """
    if svg is not None and incident is None:
        raise UsageError(
            "--svg draws one incident", hint="Give the id of an incident; firsthand origins RECORD lists them."
        )
    if svg is not None and is_record(svg):
        raise CannotWrite(
            f"{svg} is a record, and a picture would overwrite it", hint="Choose another file for the picture."
        )
    with opened(record, as_of) as view:
        if incident is None:
            _listed(view, as_json=as_json)
            return
        found = view.origins(incident)
        if svg is not None:
            from firsthand.publish.origins_svg import origins_svg

            written(svg, origins_svg(found).encode())
        if as_json:
            from firsthand.publish.ancestry_json import ancestry_json

            print_json(ancestry_json(found))
        else:
            from firsthand.cli.ancestry import print_ancestry

            print_ancestry(found)


def _listed(view: "object", *, as_json: bool) -> None:
    """All incidents with their counts of reports and sources."""
    from firsthand.api import RecordView

    if isinstance(view, RecordView):
        found = view.incidents(background=True, sort="reports")
        if as_json:
            from firsthand.publish.ancestry_json import summary_json

            print_json([summary_json(one) for one in found])
        else:
            from firsthand.cli.ancestry import print_counts

            print_counts(found)
