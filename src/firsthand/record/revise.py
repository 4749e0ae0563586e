"""What a run changed in the incidents, as revisions chained to the ones before."""

from collections.abc import Iterable

from msgspec.structs import asdict

from firsthand.model.base import digest
from firsthand.model.incident import Incident, Revision

GONE = "gone"
"""Digest of an incident that is no longer there (its mentions joined another, or nothing tells it any more)."""


def revise(
    incidents: Iterable[Incident], history: Iterable[Revision], before: Iterable[Incident]
) -> tuple[Revision, ...]:
    """Revisions for the incidents whose content differs from their last revision, sorted by incident.

    `history`: all revisions so far, oldest first. `before`: the incidents as last folded, to name what changed; where
    they are not known, only the fact of the change is.
    """
    last = {revision.incident: revision for revision in history}
    old = {incident.id: incident for incident in before}
    now = {incident.id: incident for incident in incidents}
    found = [
        _next(last.get(key), key, digest("rev", value), changes(old.get(key), value, known=key in last))
        for key, value in now.items()
    ]
    found += [
        _next(revision, key, GONE, ("no longer an incident of its own",))
        for key, revision in last.items()
        if key not in now
    ]
    return tuple(sorted((r for r in found if r is not None), key=lambda revision: revision.incident))


def changes(old: Incident | None, new: Incident, *, known: bool) -> tuple[str, ...]:
    """Names of the fields in which two states of an incident differ. `known`: there was an earlier one."""
    if old is None:
        return ("not compared",) if known else ("first told",)
    past, present = asdict(old), asdict(new)
    return tuple(key for key in present if past[key] != present[key])


def _next(last: Revision | None, incident: str, content: str, changed: tuple[str, ...]) -> Revision | None:
    """The revision that follows `last`, None where nothing changed."""
    if last is not None and last.digest == content:
        return None
    return Revision(
        incident=incident,
        number=last.number + 1 if last else 1,
        digest=content,
        before=digest("rvn", last) if last else None,
        changes=changed,
    )
