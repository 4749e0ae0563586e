"""`firsthand migrate`: a record of an earlier version of the program becomes one of this."""

from typing import Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json
from firsthand.cli.words import safe


@guarded
def migrate(
    record: Record,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say which steps are before it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Bring a record that an earlier version made up to the format of this one.

    `build`, `decide` and whatever else writes a record do this by themselves; reading never needs it. The record as it was is
    kept beside it first, under a name that this prints. All steps are done, or none.

    \b
    Examples:
      firsthand migrate record.db --dry-run
      firsthand migrate record.db
    """
    from firsthand import api

    found = api.migrate(record, dry_run=dry_run)
    if as_json:
        print_json(found)
    elif not found.steps:
        print(safe(f"{record} has format {found.format}, the newest; nothing to do."))
    else:
        print(safe(f"{record} has format {found.format}.") + (" Before it:" if dry_run else " Done:"))
        for step in found.steps:
            print(safe(f"  {step}"))
