"""All readings of one count: figure, of whom, who says it, to whom that goes back, since when, and the words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from firsthand.model.course import Course, History
from firsthand.model.incident import Best, Incident, Reading
from firsthand.model.value import Count
from firsthand.publish.history_svg import history_svg, tells_more
from firsthand.publish.page_quotes import Ground, Quotes, quotes
from firsthand.publish.page_row import mark
from firsthand.publish.page_sentence import interval
from firsthand.publish.parts import within

__all__ = ["Told", "Toll", "number", "tolls"]


class Told(NamedTuple):
    """One reading. `mark`: its interval on the scale of the readings of its field; `among`: readings that are a part of it.

    `pair`: letter of the source and digit of what it says, in the manner of the Admiralty system, and `pair_why`.
    """

    number: str
    mark: str
    who: str
    voices: str
    origins: tuple[str, ...]
    day: str
    reports: int
    pair: str
    pair_why: str
    quotes: Quotes
    among: tuple["Told", ...] = ()


class Toll(NamedTuple):
    """All readings of one count: low, best and high where they are known, with what they are, and the figures over time."""

    field: str
    best: str
    about: str
    mark: str
    readings: tuple[Told, ...]
    history: str


def tolls(incident: Incident, past: History | None, known: Ground) -> tuple[Toll, ...]:
    """The counts of an incident in the order of the record. `past`: how they changed, None where that is not shown."""
    best: Mapping[str, Best] = {found.field: found for found in incident.best}
    charts = _charts(incident, past, known) if past else {}
    return tuple(
        _toll(found.field, found.readings, best.get(found.field), charts.get(found.field, ""), known)
        for found in incident.counts
    )


def _charts(incident: Incident, past: History, known: Ground) -> dict[str, str]:
    """The figures over time as pictures by field, where a picture shows more than a line of text."""
    told = [course for course in past.courses if tells_more(course) and _differs(course)]
    names = {course.field: f"{incident.id}-{course.field}" for course in told}
    return {
        course.field: history_svg(course, incident.title, known.reports, past.denied, inline=names[course.field])
        for course in told
    }


def _differs(course: Course) -> bool:
    """Tell whether a count was given by different numbers: one that all repeat needs no picture."""
    return len({(one.count.low, one.count.number, one.count.high) for one in (*course.told, *course.undated)}) > 1


def _toll(field: str, readings: Sequence[Reading], best: Best | None, chart: str, known: Ground) -> Toll:
    name = field.replace("_", " ")
    ends = [n for one in readings for n in (one.count.low, one.count.number, one.count.high) if n is not None]
    ends += [n for n in (best.low, best.best, best.high) if n is not None] if best else []
    most = max(ends, default=1)
    told = tuple(
        _told(one, most, known)._replace(among=tuple(_told(part, most, known) for part in parts))
        for one, parts in within(readings)
    )
    about = (
        "best (low to high)"
        if best and best.best is not None
        else "low or high; nobody gives a figure that could be best"
    )
    return Toll(name, interval(best), about, mark(best, most, even=True) if best else "", told, chart)


def _told(reading: Reading, most: int, known: Ground) -> Told:
    count = reading.count
    side = "" if count.side == "unknown" or count.side == count.who else count.side
    exact = count.number if count.bound in ("exact", "about") else None
    return Told(
        number=number(count),
        mark=mark(Best(field="killed", low=count.low, best=exact, high=count.high), most, even=True),
        who=", ".join(part for part in (count.who or "", side) if part),
        voices="; ".join(reading.voices),
        origins=reading.origins,
        day=f"first said {reading.first_said}" if reading.first_said else "undated",
        reports=len(reading.reports),
        pair=reading.admiralty,
        pair_why=reading.credibility_why,
        quotes=quotes(reading.claims, known),
    )


def number(count: Count) -> str:
    """A count as people write it: "54", "at least 30", "25 to 30", or its own words."""
    if count.number is not None:
        bound = {"exact": "", "between": ""}.get(count.bound, count.bound.replace("_", " "))
        return f"{bound} {count.number}".strip() if count.bound != "none_reported" else "none reported"
    if count.low is not None and count.high is not None:
        return f"{count.low} to {count.high}"
    return f"“{count.wording}”"
