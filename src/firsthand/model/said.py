"""A value of a claim in a few words, the same for the same value: what a person judged, and what is looked for again."""

from firsthand.model.place import Place
from firsthand.model.value import Count, Day, Denial, Party, Value, Weapon, Where
from firsthand.model.when import TimeSpan


def value_said(value: Value, day: TimeSpan | None = None) -> str:
    """The value in words. `day`: what a time means, given the day of its report."""
    if isinstance(value, Count):
        return _count(value)
    if isinstance(value, Day):
        known = day.edtf if day is not None else None
        return f"{known} (“{value.expression}”)" if known else f"“{value.expression}”, day not known"
    if isinstance(value, Where):
        return _place(value.place) if value.place is not None else f"“{value.text}”, not in the gazetteer"
    if isinstance(value, Party | Weapon):
        return value.entity or value.text
    return f"denial of the {value.of}" if isinstance(value, Denial) else value.text


def _count(value: Count) -> str:
    """“at least 30 people”: bounds first, then who."""
    low = "?" if value.low is None else str(value.low)
    high = "?" if value.high is None else str(value.high)
    ends = low if low == high else f"{low} to {high}"
    bound = "" if value.bound == "exact" else f", {value.bound.replace('_', ' ')}"
    return f"{ends}{f' ({value.who})' if value.who else ''}{bound}"


def _place(place: Place) -> str:
    within = ", ".join(name for name in (place.admin1, place.country) if name and name != place.name)
    return f"{place.name} ({place.precision}{f'; {within}' if within else ''})"
