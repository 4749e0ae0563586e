"""`firsthand quotes`: what reports put into one speaker's mouth, side by side."""

from typing import Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json
from firsthand.cli.opened import AsOf, opened


@guarded
def quotes(
    record: Record,
    altered: Annotated[
        bool, typer.Option("--altered", help="Only those that were altered inside the quotation marks.")
    ] = False,
    speaker: Annotated[
        str, typer.Option("--speaker", metavar="NAME", help="Only of a speaker in whose name this stands.")
    ] = "",
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Show quotations that several reports have, word by word: the same, shortened, reworded, or altered.

    Words in quotation marks are someone's own words. Where two reports have them differently, at most one is right.

    \b
    Examples:
      firsthand quotes record.db
      firsthand quotes record.db --altered
      firsthand quotes record.db --speaker marek
      firsthand quotes record.db --json
    """
    with opened(record, as_of) as view:
        found = view.quotations(altered=altered, speaker=speaker)
        names = {key: entry.name for key, entry in view.reports.items()}
    if as_json:
        from firsthand.publish.sayings_json import sayings_json

        print_json(sayings_json(found, names))
    else:
        from firsthand.cli.sayings import print_sayings

        print_sayings(found, names, of=speaker)
