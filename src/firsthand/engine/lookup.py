"""Incidents and claims by their ids, or by the first characters of one."""

from collections.abc import Mapping
from pathlib import Path

from firsthand.errors import UnknownClaim, UnknownIncident
from firsthand.model.base import digest
from firsthand.model.folded import Folded, StatedClaim
from firsthand.model.incident import Incident

SHORTEST = 4
"""Characters of an id that are enough, where they are unique."""
MORE = "Give more characters of the id."


def incident_named(name: str, folded: Folded, path: Path) -> Incident:
    """The incident of this id, of an id it ever had, or of the first characters of its id.

    Errors: UnknownIncident for none and for several.
    """
    wanted = name if name.startswith("inc_") else f"inc_{name}"
    for now in (True, False):
        for incident in folded.incidents:
            if wanted == incident.id if now else wanted in _ids(incident):
                return incident
    short = len(wanted) - len("inc_") < SHORTEST
    begun = [] if short else [one for one in folded.incidents if one.id.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UnknownIncident(f"{name} begins the ids of {len(begun)} incidents", hint=MORE)
    raise UnknownIncident(f"no incident {name} is in {path}")


def claim_named(name: str, known: Mapping[str, StatedClaim], path: Path) -> StatedClaim:
    """The claim of this id, or of the first characters of its id. Errors: UnknownClaim for none and for several."""
    wanted = name if name.startswith("clm_") else f"clm_{name}"
    if wanted in known:
        return known[wanted]
    short = len(wanted) - len("clm_") < SHORTEST
    begun = [] if short else [stated for id_, stated in known.items() if id_.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UnknownClaim(f"{name} begins the ids of {len(begun)} claims", hint=MORE)
    raise UnknownClaim(f"no claim {name} is in {path}")


def _ids(incident: Incident) -> set[str]:
    """Every id the incident has or can have had: one for each of its mentions."""
    mentions = (mention for telling in incident.tellings for mention in telling.mentions)
    return {*incident.formerly, *(digest("inc", mention) for mention in mentions)}
