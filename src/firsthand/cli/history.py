"""`firsthand history`: how the account of an incident changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.complete import Incident
from firsthand.cli.export import Record, is_record, written
from firsthand.cli.guard import guarded, print_json, say_if_unfinished
from firsthand.cli.opened import AsOf, opened
from firsthand.errors import CannotWrite, UsageError

if TYPE_CHECKING:
    from firsthand.model.course import Course, History


@guarded
def history(
    record: Record,
    incident: Incident,
    field: Annotated[
        str | None,
        typer.Option(
            "--field", metavar="FIELD", help="Only this count, such as killed or wounded.", show_default=False
        ),
    ] = None,
    svg: Annotated[
        Path | None,
        typer.Option(
            "--svg",
            metavar="FILE",
            help="Draw it as a step chart: FIELD, else the first that is told.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Show how the account of an incident changed: who gave which figure when, what it did to the account, and low, best and high
    as they stood after each day.

    A figure counts from the day on which its report appeared. Those of unknown day are listed apart. What stood after a day is
    weighed from what had been said of this incident by then; --as-of concludes everything anew, from that day's reports alone.

    \b
    Examples:
      firsthand history record.db 3fa2c901
      firsthand history record.db 3fa2c901 --field wounded
      firsthand history record.db 3fa2c901 --svg killed.svg
    """
    if svg is not None and is_record(svg):
        raise CannotWrite(
            f"{svg} is a record, and a picture would overwrite it", hint="Choose another file for the picture."
        )
    with opened(record, as_of) as view:
        found, told = view.incident(incident), view.history(incident)
        kept = told if field is None else only(told, field)
        if svg is not None:
            from firsthand.publish.history_svg import history_svg

            written(svg, history_svg(_drawn(kept), found.title, view.reports, kept.denied).encode())
        if as_json:
            from firsthand.publish.course_json import history_json

            print_json(history_json(found, kept, view.reports))
        else:
            from firsthand.cli.course import print_history

            print_history(found, kept, view.reports)
        say_if_unfinished(view)


def only(told: "History", field: str) -> "History":
    """The history of one count, with denials of it or of the event.

    Errors: UsageError for what is no count, and for one of which nothing is told.
    """
    from msgspec.structs import replace

    from firsthand.model.claim import COUNTS

    wanted = field.strip().lower().replace(" ", "_").replace("-", "_")
    if wanted not in COUNTS:
        raise UsageError(f"{field!r} is no count", hint=f"Counts: {', '.join(COUNTS)}.")
    courses = tuple(course for course in told.courses if course.field == wanted)
    if not courses:
        there = ", ".join(course.field for course in told.courses) or "none"
        raise UsageError(
            f"no report tells how many were {wanted.replace('_', ' ')}", hint=f"Told of this incident: {there}."
        )
    denied = tuple(one for one in told.denied if one.field in (wanted, "denial"))
    return replace(told, courses=courses, denied=denied)


def _drawn(told: "History") -> "Course":
    """The count that is drawn. Errors: UsageError where none is told."""
    if not told.courses:
        raise UsageError("no figure is told of this incident, so there is nothing to draw", hint="Leave --svg away.")
    return told.courses[0]
