"""How one incident is told in a few words: day, place, who to whom, toll."""

from collections.abc import Sequence

from firsthand.cli.words import one_line
from firsthand.model.claim import COUNTS
from firsthand.model.incident import Best, Incident, Participant
from firsthand.model.value import Count
from firsthand.model.when import TimeSpan

NONE = "–"
NAMES = 2
"""So many names of each side stand in a cell."""
SHORT = {"killed_or_wounded": "killed or wounded", "targets_hit": "targets hit"}
ELSEWHERE = ("civilian_killed", "civilian_wounded", "civilian_casualties", "targets_hit")
"""Counts that are told in full by `show` only."""


def day(span: TimeSpan) -> str:
    """The day or interval, with a sign where it is inferred."""
    if span.edtf is None:
        return "undated"
    return f"{span.edtf} (inferred)" if span.basis == "inferred" else span.edtf


def place(incident: Incident) -> str:
    """The first place and the larger one that holds it, a sign where it is inferred, and how many more there are."""
    if not incident.places:
        return NONE
    first = incident.places[0].place
    within = first.admin1 or first.country
    name = f"{first.name}, {within}" if within and within != first.name else first.name
    more = len(incident.places) - 1
    sign = " (inferred)" if incident.places[0].basis == "inferred" else ""
    return one_line(name, 48) + sign + (f" (+{more})" if more else "")


def parties(incident: Incident) -> str:
    """Who to whom: the people first, then what was aimed at."""
    whom = (*incident.victims, *incident.targets)
    return f"{_names(incident.actors)} → {_names(whom)}" if incident.actors or whom else NONE


def _names(found: Sequence[Participant]) -> str:
    shown = ", ".join(one_line(one.name, 32) for one in found[:NAMES])
    more = len(found) - NAMES
    return (shown + (f" (+{more})" if more > 0 else "")) or "?"


def field_name(field: str) -> str:
    """A field as people write it."""
    return SHORT.get(field, field.replace("_", " "))


def toll(incident: Incident) -> str:
    """Low, best and high of each count, as far as they are known."""
    best = {found.field: found for found in incident.best}
    shown = [
        f"{field_name(field)} {interval(best[field])}" for field in COUNTS if field in best and field not in ELSEWHERE
    ]
    return "; ".join(shown) or NONE


def interval(best: Best) -> str:
    """Low/best/high, or one number where all agree; "?" is an open end."""
    ends = (best.low, best.best, best.high)
    if len(set(ends)) == 1:
        return "?" if best.best is None else str(best.best)
    return "/".join("?" if end is None else str(end) for end in ends)


def count(value: Count) -> str:
    """A count as it was put: words, number and what it bounds."""
    low = "?" if value.low is None else str(value.low)
    high = "?" if value.high is None else str(value.high)
    ends = low if low == high else f"{low} to {high}"
    who = f" ({one_line(value.who, 40)})" if value.who else ""
    return f"{ends}{who}" + ("" if value.bound == "exact" else f", {value.bound.replace('_', ' ')}")
