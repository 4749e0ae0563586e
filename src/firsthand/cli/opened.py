"""Opening a record to look at it, as it is or as it stood on a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.guard import say

if TYPE_CHECKING:
    from firsthand.api import RecordView
    from firsthand.model.folded import AsOf as Stood

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="As it stood when only the reports published by then were known: 2024-12-08, or the end of 2024-12.",
        show_default=False,
    ),
]

OTHERWISE = (
    "note: another version of the program, or other names, made this record; as of a day it is concluded by this one. "
    "Build again to compare like with like"
)


@contextmanager
def opened(record: Path, as_of: str | None = None) -> Iterator["RecordView"]:
    """The open record; as of a day, what was left out is told at the end."""
    from firsthand import api

    with api.open_record(record, as_of=as_of) as view:
        yield view
        if as_of is not None and view.folded.as_of is not None:
            say(f"note: {told(view.folded.as_of)}")
            if view.made_otherwise:
                say(OTHERWISE)


def told(as_of: "Stood") -> str:
    """Which reports a record as of a day is concluded from, in a sentence."""
    from firsthand.cli.overview import counted

    every = as_of.reports + as_of.later + as_of.unknown
    left = [f"{counted(as_of.later, 'later report')}" if as_of.later else ""]
    left.append(f"{counted(as_of.unknown, 'report')} of unknown or later day" if as_of.unknown else "")
    out = " and ".join(part for part in left if part)
    verb = "is" if as_of.later + as_of.unknown == 1 else "are"
    return f"as of {as_of.day}, concluded from {as_of.reports} of {counted(every, 'report')}" + (
        f"; {out} {verb} left out" if out else ""
    )
