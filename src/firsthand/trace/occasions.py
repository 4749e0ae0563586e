"""Whether two reports quote somebody on one occasion: a stock phrase comes back at the next one."""

from datetime import date

from firsthand.trace.quoted import Quoted
from firsthand.trace.texts import Text, is_name

APART = 7
"""Days between two reports from which they need something in common beside the words that are quoted."""
SHARE = 3
"""One in so many of the names of the report that has fewer must stand in the other, for both to tell of one thing."""
OWN = frozenset({"stamp", "header", "published", "updated", "dateline", "heading"})
"""Kinds of clue that give the report's own day, by extract.clues."""
LONG = 20
"""Words that nobody says twice."""


def one_occasion(left: Text, right: Text, one: Quoted, other: Quoted) -> bool:
    """Tell whether both reports may tell of one occasion: near in time, as far as it is told, or of the same things."""
    days = day_of(left), day_of(right)
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= APART:
        return True
    if min(len(one.keys), len(other.keys)) >= LONG:
        return True
    speakers = {word for q in (one, other) for name in q.told_as for word in name.casefold().split()}
    here, there = _named(left, one, speakers), _named(right, other, speakers)
    return bool(here) and bool(there) and len(here & there) * SHARE >= min(len(here), len(there))


def day_of(text: Text) -> date | None:
    """The day that a report plainly states as its own."""
    days = [stamp.day for stamp in text.report.stamps if stamp.trust == "high"]
    days += [clue.day for clue in text.extraction.clues if clue.day and clue.trust == "high" and clue.kind in OWN]
    return min(filter(None, days), default=None)


def _named(text: Text, q: Quoted, speakers: set[str]) -> set[str]:
    """What a report names beside the speakers, outside the quotation."""
    found = {(n.span.start, n.entity.casefold()) for n in text.extraction.names if is_name(n)}
    found |= {(p.span.start, p.span.quote.casefold()) for p in text.extraction.places}
    return {name for start, name in found if not q.start <= start < q.end and not speakers.intersection(name.split())}
