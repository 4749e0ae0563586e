"""`firsthand incidents`, `show` and `verify`: looking at a record."""

from enum import StrEnum
from typing import Annotated

import typer

from firsthand.cli.complete import Incident
from firsthand.cli.export import Record
from firsthand.cli.guard import FAILED, UNFINISHED, guarded, print_json, report, say
from firsthand.cli.opened import AsOf, opened


class SortBy(StrEnum):
    """Orders of a list of incidents."""

    DAY = "day"
    PLACE = "place"
    KIND = "kind"
    KILLED = "killed"
    REPORTS = "reports"
    ORIGINS = "origins"


@guarded
def incidents(
    record: Record,
    day: Annotated[
        str | None, typer.Option(help="2024-12-08, 2024-12, 2024, or FIRST/LAST.", show_default=False)
    ] = None,
    place: Annotated[str | None, typer.Option(help="Part of the name of a place.", show_default=False)] = None,
    kind: Annotated[str | None, typer.Option(help="A kind of event, or a coarser one.", show_default=False)] = None,
    actor: Annotated[str | None, typer.Option(help="Part of the name of who did it.", show_default=False)] = None,
    sort: Annotated[SortBy, typer.Option(help="What the list is sorted by.")] = SortBy.DAY,
    background: Annotated[bool, typer.Option("--background", help="Also incidents that are only recalled.")] = False,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of the table.")] = False,
) -> None:
    """List incidents of a record.

    \b
    Examples:
      firsthand incidents record.db --day 2024-12 --kind "air strike"
      firsthand incidents record.db --place Homs --sort killed
    """
    with opened(record, as_of) as view:
        found = view.incidents(day=day, place=place, kind=kind, actor=actor, background=background, sort=sort.value)
        if as_json:
            _print_json(view, [incident.id for incident in found])
        else:
            from firsthand.cli.overview import console, print_incidents

            print_incidents(found, console())


@guarded
def show(
    record: Record,
    incident: Incident,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Show one incident: every value with the quoted words, the report, and who says so.

    Readings that differ stand side by side.

    \b
    Examples:
      firsthand show record.db 3fa2c901
    """
    with opened(record, as_of) as view:
        found = view.incident(incident)
        if as_json:
            _print_json(view, [found.id])
        else:
            from firsthand.cli.portrait import print_incident

            print_incident(view, found)


def _print_json(view: "object", ids: list[str]) -> None:
    """Incidents in the published format, in the order of the ids."""
    from msgspec.structs import replace

    from firsthand.api import RecordView
    from firsthand.publish.record_json import record_json

    if isinstance(view, RecordView):
        by_id = {incident.id: incident for incident in view.folded.incidents}
        part = replace(view.folded, incidents=tuple(by_id[id_] for id_ in ids), claims=())
        listed = record_json(part, view.kinds)["incidents"]
        print_json(listed)


@guarded
def verify(
    record: Record,
    seal: Annotated[
        list[str] | None,
        typer.Option(
            "--seal",
            metavar="SEAL|FILE",
            help="A seal of this record that was noted elsewhere, or a file with seals; may be given several times.",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but a failure.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Re-read every span, digest and link of a record, and name the first that fails.

    With a seal (`firsthand seal`) it also finds that the end of the log was cut off, or that the log was written anew.

    \b
    Examples:
      firsthand verify record.db
      firsthand verify record.db --seal published-seals.txt
      firsthand verify record.db --json

    Exit codes: 0 all holds, 1 something fails.
    """
    from firsthand.cli.progress import bar
    from firsthand.engine.seal import as_seals
    from firsthand.errors import RecordDamaged, SealBroken

    seals = [one for given in seal or () for one in as_seals(given)]
    with opened(record) as view, bar(quiet=quiet or as_json) as progress:
        checked = view.verify(progress, seals=seals)
    if as_json:
        print_json(checked)
    if checked.fault is not None:
        fault = checked.fault
        error = SealBroken if fault.what == "seal" else RecordDamaged
        report(error.code, f"{fault.what} {fault.which}: {fault.why}", error.hint)
        raise typer.Exit(FAILED)
    if not quiet and not as_json:
        print(f"All holds: {checked.reports} reports, {checked.claims} claims, {checked.lines} lines of the log.")
        print(f"Head of the log: {checked.head}")
        if checked.since is not None:
            kept = "Seal" if len(seals) == 1 else f"All {len(seals)} seals"
            print(f"{kept} found in the log; {checked.since} lines were added since.")
        print(f"Cached view: {checked.cache}.")
        if checked.cache.startswith("none"):
            say(UNFINISHED)
