"""`firsthand plugins`: what is installed beside the program, and what each plugin gives."""

from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.guard import FAILED, guarded, print_json, say

if TYPE_CHECKING:
    from firsthand.engine.plugged import Listed


@guarded
def plugins(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of the list.")] = False,
) -> None:
    """List plugins: what comes with the program, and what others installed beside it.

    \b
    Examples:
      firsthand plugins
      firsthand plugins --json | python -m json.tool

    Exit codes: 0 all can be used, 1 one cannot (it is listed with what is wrong).
    """
    from firsthand import api

    found = api.plugins()
    if as_json:
        print_json(found)
    else:
        _print(found)
    if any(one.fault for one in found):
        raise typer.Exit(FAILED)


def _print(found: "tuple[Listed, ...]") -> None:
    """One block a plugin: its name and version, and a line for each thing it gives."""
    from firsthand.cli.words import one_line

    for one in found:
        print(f"{one_line(one.name, 60)} {one_line(one.version, 30)}")
        for given in one.gives:
            about = f": {one_line(given.about, 120)}" if given.about else ""
            print(f"  {given.hook} {one_line(given.name, 120)}{about}")
        if one.fault:
            print(f"  cannot be used: {one_line(one.fault, 400)}")
    if len(found) == 1:
        say("nothing else is installed; docs/how-to/write-a-plugin.md tells how to write one")
