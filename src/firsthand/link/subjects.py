"""Which telling is the subject of its report: it can hold tellings of others together, what stands beside it cannot."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from firsthand.link.days import gap
from firsthand.model.place import Place
from firsthand.resources.gazetteer import kilometres

if TYPE_CHECKING:
    from firsthand.link.accounts import Account

SEVERAL = 2
"""Events that lie apart from the first one of a report, from which none is its subject; fewer, where it tells no others."""
DAYS, KM = 2, 10
"""Days, and kilometres beyond their radii, from which two events of one report lie apart."""
PRECISE = frozenset({"site", "settlement", "district"})


def subject(told: Sequence["Account"]) -> str | None:
    """The event (id) that a report is about, by `told`, its events; None for a roundup and where the first news is vague."""
    lead = next((account for account in told if account.lead), None)
    if lead is None or lead.loose:
        return None
    others = [account for account in told if account.role == "main" and account.happened and account is not lead]
    apart = sum(_apart(lead, account) for account in others)
    return None if others and (apart >= SEVERAL or apart == len(others)) else lead.event


def _apart(a: "Account", b: "Account") -> bool:
    """Tell whether two events of one report lie apart: their days are stated, or each has exact places, none near the other's."""
    days = gap(a.days, b.days)
    if days is not None and days >= DAYS and min(a.days.sure, b.days.sure) > 0:
        return True
    here, there = ([p for p in one.said.places if p.precision in PRECISE] for one in (a, b))
    return bool(here and there) and all(_far(p, q) for p in here for q in there)


def _far(p: Place, q: Place) -> bool:
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return False
    return kilometres(p.lat, p.lon, q.lat, q.lon) - p.radius_km - q.radius_km > KM
