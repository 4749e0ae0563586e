"""One report of an open record, by its name or id."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from firsthand.errors import UsageError
from firsthand.model.claim import Field
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Incident
from firsthand.model.told import ReportTold

LISTED = 8
"""So many candidates are named where several reports fit."""
SHORTEST = 4
"""Characters of an id that are enough, where they are unique."""


def report_named(name: str, entries: Sequence[ReportEntry], path: Path) -> ReportEntry:
    """The report of this name or id, or else the one that has this in its name or begins its id with it.

    Errors: UsageError for none and for several, which are named.
    """
    known = sorted(entries, key=lambda entry: entry.name)
    wanted = name.strip()
    begun = wanted.removeprefix("rpt_")
    for fit in (
        [
            one
            for one in known
            if wanted in one.names or wanted == one.name or (one.id is not None and wanted == one.id)
        ],
        [
            one
            for one in known
            if wanted and any(wanted.casefold() in each.casefold() for each in (one.name, *one.names))
        ],
        [one for one in known if len(begun) >= SHORTEST and (one.id or "").removeprefix("rpt_").startswith(begun)],
    ):
        if len(fit) == 1:
            return fit[0]
        if fit:
            names = ", ".join(one.name for one in fit[:LISTED]) + (
                f", .. ({len(fit)} in all)" if len(fit) > LISTED else ""
            )
            raise UsageError(f"{len(fit)} reports have {name!r} in their names", hint=f"Give more of one: {names}.")
    raise UsageError(f"no report of {path} has {name!r} in its name", hint="See all: firsthand dates RECORD")


def narrowed(found: ReportTold, field: Field | None, incident: Incident | None) -> ReportTold:
    """The report with only the claims of a field and an incident. Errors: UsageError for an incident that it does not tell."""
    number = None
    if incident is not None:
        number = next((one.number for one in found.tells if one.incident.id == incident.id), None)
        if number is None:
            told = ", ".join(f"{one.incident.id} ({one.incident.title})" for one in found.tells) or "nothing"
            raise UsageError(f"{found.entry.name} does not tell {incident.id}", hint=f"It tells: {told}.")
    kept = tuple(
        one
        for one in found.claims
        if (field is None or one.stated.claim.field == field) and (number is None or one.incident == number)
    )
    return replace(found, claims=kept)


def field_named(name: str | None) -> Field | None:
    """The field of this name, also where it is written with spaces. Errors: UsageError."""
    known: Sequence[Field] = get_args(Field)
    if name is None:
        return None
    wanted = name.strip().casefold().replace(" ", "_")
    found = next((one for one in known if one == wanted), None)
    if found is None:
        raise UsageError(f"{name!r} is no field of a claim", hint="Fields: " + ", ".join(known) + ".")
    return found
