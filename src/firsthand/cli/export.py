"""`firsthand export` and `firsthand schema`: the formats that leave the program."""

import os
import stat
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli import complete
from firsthand.cli.build import Without
from firsthand.cli.guard import guarded, say_if_unfinished
from firsthand.cli.opened import AsOf, opened
from firsthand.errors import CannotWrite

Record = Annotated[Path, typer.Argument(metavar="RECORD", help="A record that `build` made.", show_default=False)]


class Which(StrEnum):
    """Formats that have a schema."""

    EXTRACTION = "extraction"
    RECORD = "record"
    GEOJSON = "geojson"


def is_record(path: Path) -> bool:
    """Tell whether a file is a database, such as a record."""
    try:
        with path.open("rb") as file:
            return file.read(15) == b"SQLite format 3"
    except OSError:
        return False


def written(path: Path, body: bytes) -> None:
    """Write a file: the whole of it or nothing, whatever happens meanwhile. Errors: CannotWrite, and what was there stays.

    What is no plain file (a pipe, a device) is written as it is.
    """
    there = path.resolve()
    part = there.with_name(f"{there.name}.{os.getpid()}.part")
    try:
        if there.exists() and not there.is_file():
            there.write_bytes(body)
            return
        with part.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        if there.exists():
            part.chmod(stat.S_IMODE(there.stat().st_mode))
        part.replace(there)
    except OSError as e:
        raise CannotWrite(f"cannot write {path}: {e.strerror}") from e
    finally:
        part.unlink(missing_ok=True)


@guarded
def export(
    record: Record,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            autocompletion=complete.formats,
            help="json: one object; csv: a row an incident; geojson: a point an incident; or a format of a plugin.",
        ),
    ] = "json",
    as_of: AsOf = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file.", show_default=False)] = None,
    without: Without = None,
) -> None:
    """Print the whole record as JSON, or its incidents as a table (CSV) or for a map (GeoJSON).

    The same reports give the same bytes, in whatever order they came. Cells of the table cannot run as formulas.

    \b
    Examples:
      firsthand export record.db > record.json
      firsthand export --format csv record.db --out incidents.csv
      firsthand export --format geojson record.db --out incidents.geojson
    """
    from firsthand import api

    if out is not None and is_record(out):
        raise CannotWrite(
            f"{out} is a record, and an export would overwrite it", hint="Choose another file for the export."
        )
    with opened(record, as_of) as view:
        body = api.export(view, format_, without=without or ())
        say_if_unfinished(view)
    if out is not None:
        written(out, body)
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
