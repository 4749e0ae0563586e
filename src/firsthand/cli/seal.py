"""`firsthand seal`: the head of a record's log, for publication."""

from typing import Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json


@guarded
def seal(
    record: Record,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Print the seal of a record: one line that stands for all that was ever written to it.

    Publish it, mail it to a colleague, or have it time-stamped: `firsthand verify RECORD --seal` then shows whoever has it
    whether anything up to then was cut off or written anew. The record is verified first. The same record has the same
    seal, whenever it is asked for.

    \b
    Examples:
      firsthand seal record.db
      firsthand seal record.db >> published-seals.txt
      firsthand seal record.db --json
    """
    from firsthand import api

    found = api.seal(record)
    if as_json:
        print_json(found)
    else:
        print(found.text)
