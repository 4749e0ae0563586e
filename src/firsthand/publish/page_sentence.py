"""An incident in plain sentences, made from its values only: nothing is said here that no value says."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from firsthand.model.incident import Best, Incident, Participant
from firsthand.model.when import TimeSpan

__all__ = ["counted", "day_cell", "day_words", "interval", "sentences"]

NO_ARTICLE = frozenset(
    {
        "shelling", "mob violence", "seizure of weapons", "seizure of territory", "sabotage", "arson", "looting", "aid",
        "sexual violence", "torture", "displacement", "territory regained", "property destruction",
        "force against protesters", "headquarters established", "hostage-taking",
    }
)  # fmt: skip
"""Kinds that English tells without an article."""
TOLD = ("killed", "wounded")
"""Counts of which the sentences say too that nobody gives one."""
NAMES = 3
"""So many parties are named; the rest is counted."""


def sentences(incident: Incident, reports: int) -> str:
    """What the record holds on an incident in three to six sentences."""
    return " ".join(_sentences(incident, reports))


def _sentences(incident: Incident, reports: int) -> Iterator[str]:
    sources = len(incident.origins)
    tell = "tells" if reports == 1 else "tell"
    back = f", going back to {counted(sources, 'source')}," if reports > 1 and sources else ""
    yield f"{counted(reports, 'report').capitalize()}{back} {tell} of {_kind(incident)}{_where(incident)}{_when(incident)}."
    whom = (*incident.victims, *incident.targets)
    yield f"Who did it: {_named(incident.actors)}. To whom: {_named(whom)}."
    best: Mapping[str, Best] = {found.field: found for found in incident.best}
    for field in (*TOLD, *(name for name in best if name not in TOLD)):
        yield f"{field.replace('_', ' ').capitalize()}: {_toll(best.get(field))}."
    differ = sum(not one.settled for one in incident.discrepancies)
    if differ:
        yield f"The reports differ on {counted(differ, 'point')}."


def _kind(incident: Incident) -> str:
    kind = incident.kind
    if kind == "other":
        return "something that has no kind of its own"
    told = kind if kind in NO_ARTICLE else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    extra = {"occurred": "", "ongoing": " that goes on"}.get(incident.status, f" ({incident.status})")
    return told + extra


def _where(incident: Incident) -> str:
    if not incident.places:
        return ", at a place that is not told"
    found = incident.places[0]
    place = found.place
    larger = [name for name in (place.admin1, place.country) if name and name not in place.name]
    words = ("at " if place.precision == "site" else "in ") + place.name
    words += f" ({', '.join(larger)})" if larger else ""
    more = len(incident.places) - 1
    words += f" and {counted(more, 'other place')}" if more else ""
    return f" {words}{', which is inferred,' if found.basis == 'inferred' else ''}"


def _when(incident: Incident) -> str:
    span = incident.date.span
    words = day_words(span)
    if not words:
        return ", on a day that is not told"
    return f" {words}" + (", which is inferred" if span.basis == "inferred" else "")


def _named(parties: Sequence[Participant]) -> str:
    if not parties:
        return "not told"
    names = [one.name for one in parties[:NAMES]]
    more = f" and {len(parties) - NAMES} more" if len(parties) > NAMES else ""
    return ", ".join(names) + more


def _toll(found: Best | None) -> str:
    if found is None:
        return "no figure"
    if found.best is None:
        return interval(found).replace("≥", "at least ").replace("≤", "up to ") + ", no exact figure"
    ends = {end for end in (found.low, found.high) if end is not None}
    if ends <= {found.best}:
        return str(found.best)
    low, high = (found.best if end is None else end for end in (found.low, found.high))
    return f"{found.best}, with readings from {low} to {high}"


def interval(found: Best | None) -> str:
    """Best and, where the readings differ, low and high: "54 (50–75)"; "≥24" or "≤20" where nobody gives a figure."""
    if found is None:
        return ""
    low, best, high = found.low, found.best, found.high
    if best is None:
        if low is not None and high is not None:
            return f"{low}–{high}"
        return f"≥{low}" if low is not None else f"≤{high}" if high is not None else ""
    if {low, high} <= {best, None}:
        return str(best)
    return f"{best} ({best if low is None else low}–{best if high is None else high})"


def day_cell(span: TimeSpan) -> str:
    """An interval of days as it stands in a table: "2024-12-08", "2024-12", "2024-12-01 to 12-08", "until 2024-12-08"."""
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return f"since {first}" if first else f"until {last}" if last else "no day"
    words = day_words(span)
    if words.startswith("in "):
        return f"{first:%Y-%m}" if " " in words[3:] else f"{first.year:04}"
    if first == last:
        return str(first)
    return f"{first} to {last:%m-%d}" if first.year == last.year else f"{first} to {last}"


def day_words(span: TimeSpan) -> str:
    """An interval of days as it stands in a sentence: "on 8 December 2024", "in March 2025"; empty where nothing is known."""
    first, last = span.earliest, span.latest
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"not before {_day(first)}" if first is not None else f"not after {_day(last)}" if last else ""
    if first == last:
        return f"on {_day(first)}"
    after = last + timedelta(days=1) if last < date.max else last
    if first.day == 1 and after.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"in {first:%B %Y}"
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31) and first.year == last.year:
        return f"in {first.year}"
    return f"between {_day(first)} and {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def counted(number: int, noun: str) -> str:
    """Number and noun: "1 report", "3 reports"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
