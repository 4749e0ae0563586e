"""`firsthand export` and `firsthand schema`: the formats that leave the program."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.guard import guarded, say

Record = Annotated[Path, typer.Argument(metavar="RECORD", help="A record that `build` made.", show_default=False)]


class Format(StrEnum):
    """Formats of an export."""

    JSON = "json"
    CSV = "csv"


class Which(StrEnum):
    """Formats that have a schema."""

    EXTRACTION = "extraction"
    RECORD = "record"


@guarded
def export(
    record: Record,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="One JSON object, or a row an incident.")
    ] = Format.JSON,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file.", show_default=False)] = None,
) -> None:
    """Print the whole record as JSON, or its incidents as a table (CSV).

    The same reports give the same bytes, in whatever order they came. Cells of the table cannot run as formulas.

    \b
    Examples:
      firsthand export record.db > record.json
      firsthand export --format csv record.db --out incidents.csv
    """
    from firsthand import api

    with api.open_record(record) as view:
        body = api.export(view, format_.value)
        if not view.complete:
            say("note: the last build of this record did not end; build again to complete it")
    if out is not None:
        out.write_bytes(body)
    else:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


@guarded
def schema(
    which: Annotated[Which, typer.Argument(help="Which format.")] = Which.RECORD,
) -> None:
    """Print the JSON Schema of a format.

    \b
    Examples:
      firsthand schema record > record.schema.json
      firsthand schema extraction
    """
    import json

    from firsthand.publish.schemas import schema as load

    print(json.dumps(load(which.value), indent=1))
