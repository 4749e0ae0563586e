"""`firsthand check`: whether a settings file can be used, and what in it is worth a second look."""

from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.guard import FAILED, guarded, print_json, report
from firsthand.cli.words import one_line

SHOWN = 12
"""So many lines of each are shown; the rest is counted."""


@guarded
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A settings file.")] = Path("firsthand.toml"),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead, with all mistakes.")] = False,
) -> None:
    """Check your settings: what the file holds, every mistake with its line and what to do, and what is worth a second look.

    A file firsthand.toml beside a record is used by every build of it; see docs/how-to/your-own-settings.md.

    \b
    Examples:
      firsthand check firsthand.toml
      firsthand check firsthand.toml --json

    Exit codes: 0 it can be used (perhaps with warnings), 1 there are mistakes.
    """
    from firsthand import api
    from firsthand.errors import BadSettings
    from firsthand.resources.settings_reading import listed

    found = api.check_settings(file)
    if as_json:
        print_json(found)
    elif found.mistakes:
        report(BadSettings.code, listed(found.file, [(one.line, one.what) for one in found.mistakes]), BadSettings.hint)
    else:
        from firsthand.cli.overview import told_settings

        print(f"{one_line(found.file)} holds: {told_settings(found.holds)}")
        for one in found.warnings[:SHOWN]:
            print(f"  line {one.line}: {one_line(one.what, 300)}")
        if len(found.warnings) > SHOWN:
            print(f"  and {len(found.warnings) - SHOWN} more (--json lists all)")
    if found.mistakes:
        raise typer.Exit(FAILED)
