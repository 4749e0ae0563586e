"""`firsthand page`: the record as one page that opens anywhere."""

from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.export import Record, is_record, written
from firsthand.cli.guard import guarded, say, say_if_unfinished
from firsthand.cli.opened import AsOf, opened
from firsthand.errors import CannotWrite


@guarded
def page(
    record: Record,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write the page.", show_default=False)
    ],
    as_of: AsOf = None,
    title: Annotated[
        str | None, typer.Option("--title", help="Default: the name of the record.", show_default=False)
    ] = None,
) -> None:
    """Write the record as one HTML page: a map beside a timeline and a table that filter each other, and under each incident its
    readings with the quoted words, its sources, what differs, and its reports.

    The page loads nothing and sends nothing: it opens offline, on a phone, by keyboard, and can be read without script. It holds
    the words of reports, names included: see docs/explanation/harm.md before you pass it on.

    \b
    Examples:
      firsthand page record.db -o record.html
      firsthand page record.db -o record.html --title "Northern front, 2025"
    """
    from firsthand import api

    if is_record(out):
        raise CannotWrite(f"{out} is a record, and a page would overwrite it", hint="Choose another file for the page.")
    with opened(record, as_of) as view:
        written(out, api.page(view, title=title))
        say_if_unfinished(view)
    say(f"{out}: open it in a browser")
