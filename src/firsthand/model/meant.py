"""Which days a claim of time means."""

from msgspec.structs import replace

from firsthand.model.calendar import resolve
from firsthand.model.claim import Claim
from firsthand.model.value import Day
from firsthand.model.when import TimeSpan


def day_meant(claim: Claim, published: TimeSpan) -> TimeSpan | None:
    """The days that a claim of time means, given when its report appeared; None for any other claim.

    Its basis is "inferred" where the words are not the event's own: they were told of the story around it.
    """
    if not isinstance(claim.value, Day):
        return None
    span = resolve(claim.value.ref, published)
    return replace(span, basis="inferred") if claim.inferred and span.basis != "unknown" else span
