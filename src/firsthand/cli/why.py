"""`firsthand why`: the derivation of one claim, from its words to the incident it ended in."""

from typing import Annotated

import typer

from firsthand.cli.export import Record
from firsthand.cli.guard import guarded, print_json
from firsthand.cli.opened import AsOf, opened


@guarded
def why(
    record: Record,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Its id, or the first characters.", show_default=False)],
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Show how a value came to be: its words, the rule that took them, who says so, and where it ended.

    `firsthand show` prints the id of each claim behind its words.

    \b
    Examples:
      firsthand why record.db 5be2103c
    """
    with opened(record, as_of) as view:
        found = view.why(claim)
        if as_json:
            from firsthand.publish.derivation_json import derivation_json

            print_json(derivation_json(found, view.kinds))
        else:
            from firsthand.cli.derivation import print_derivation

            print_derivation(found)
