"""What the shell offers at Tab where that is cheap: names of formats, and incidents of the record that was typed."""

from pathlib import Path
from typing import Annotated

import typer

OFFERED = 60
"""So many incidents at most."""


def formats(incomplete: str) -> list[tuple[str, str]]:
    """Formats of exports that begin so, with what they are."""
    from firsthand.plugins.manager import Plugins

    found = Plugins.open(strict=False).usable().exporters()
    return [(one.item.name, one.item.about) for one in found if one.item.name.startswith(incomplete)]


def incidents(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Incidents of the record, by the first characters of their ids, with their titles; nothing where it cannot be read."""
    from firsthand import api
    from firsthand.cli.overview import short_id
    from firsthand.cli.words import one_line
    from firsthand.errors import FirsthandError

    record = context.params.get("record")
    if not isinstance(record, Path | str):
        return []
    try:
        with api.open_record(record) as view:
            found = [(short_id(one), one_line(one.title, 60)) for one in view.incidents(background=True)]
    except FirsthandError:
        return []
    return [one for one in found if one[0].startswith(incomplete.removeprefix("inc_"))][:OFFERED]


Incident = Annotated[
    str,
    typer.Argument(
        metavar="INCIDENT", help="Its id, or the first characters.", show_default=False, autocompletion=incidents
    ),
]
