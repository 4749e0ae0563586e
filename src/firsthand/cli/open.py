"""`firsthand open`: what was announced and has not been told yet."""

from enum import StrEnum
from typing import Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json
from firsthand.cli.opened import AsOf, opened


class Kind(StrEnum):
    """What is left open."""

    TOLL = "toll"
    RESPONSIBILITY = "responsibility"
    INQUIRY = "inquiry"
    ASSESSMENT = "assessment"
    IDENTITY = "identity"
    SEARCH = "search"
    COMMENT = "comment"
    OTHER = "other"


@guarded
def open_(
    record: Record,
    incident: Annotated[
        str | None,
        typer.Option(
            "--incident", metavar="ID", help="Only of this incident: its id, or its beginning.", show_default=False
        ),
    ] = None,
    about: Annotated[Kind | None, typer.Option("--about", help="Only of this kind.", show_default=False)] = None,
    settled: Annotated[bool, typer.Option("--all", help="Also what a later report settled, and by what.")] = False,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """List what was announced and has not been told yet: inquiries, tolls expected to rise, claims that nobody made.

    Each question stays until a report that appeared later settles it. The incident with the oldest question comes first.

    \b
    Examples:
      firsthand open record.db
      firsthand open record.db --about inquiry
      firsthand open record.db --incident 3fa2c901 --all
      firsthand open record.db --as-of 2025-03-31
      firsthand open record.db --json
    """
    with opened(record, as_of) as view:
        found = view.left_open(incident, about=about.value if about is not None else None, settled=settled)
        names = {key: entry.name for key, entry in view.reports.items()}
    if as_json:
        from firsthand.publish.open_json import left_open_json

        print_json(left_open_json(found, names))
    else:
        from firsthand.cli.questions import print_left_open

        print_left_open(found, names)
