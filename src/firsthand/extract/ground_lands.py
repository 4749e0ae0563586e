"""The country of a report, where all that its news tells was in one: better than nowhere, and no more than it says."""

from collections.abc import Sequence

from firsthand.extract.events import EventDraft
from firsthand.model.place import Place, PlaceName


def land_of(events: Sequence[EventDraft]) -> PlaceName | None:
    """The name of the one country in which every stated place of the news lies; None where it is not named as such a place."""
    stated = [p for e in events for d in e.drafts if d.role == "main" for p in d.places]
    places: list[Place] = [p.place for p in stated if p.place is not None]
    lands = {place.country for place in places}
    if len(places) < len(stated) or len(lands) != 1:
        return None
    return next((p for p in stated if p.place is not None and p.place.precision == "country"), None)
