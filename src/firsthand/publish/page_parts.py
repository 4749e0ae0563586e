"""One incident as a page shows it: every value with the words that say it, readings side by side, what differs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from firsthand.model.folded import Folded, ReportEntry, StatedClaim
from firsthand.model.incident import Best, Incident, IncidentPlace, Participant, Reading
from firsthand.model.value import Count
from firsthand.publish.page_history import history_svg

__all__ = ["Card", "Said", "card"]

AROUND = 160
"""Characters of a report that are shown on each side of a quote, cut at the line."""
SHOWN = 4
"""Quotes that are shown of one value; the rest is counted."""


class Said(NamedTuple):
    """The words behind a value: what stands before and after them, the report, and who says so."""

    before: str
    quote: str
    after: str
    report: str
    voice: str


class Value(NamedTuple):
    """One value: its name, what is said of it beside, the words, and how many more quotes there are."""

    name: str
    about: str
    said: tuple[Said, ...]
    more: int


class Figure(NamedTuple):
    """One reading of a count."""

    number: str
    who: str
    voices: str
    origins: str
    day: str
    said: tuple[Said, ...]
    more: int


class Toll(NamedTuple):
    """All readings of one count: low, best and high where they are known, and the figures over time as a picture."""

    field: str
    best: str
    figures: tuple[Figure, ...]
    history: str


class Card(NamedTuple):
    """Everything that a page says of one incident."""

    incident: Incident
    day: str
    place: str
    who: str
    killed: str
    wounded: str
    reports: int
    values: tuple[tuple[str, tuple[Value, ...]], ...]
    tolls: tuple[Toll, ...]
    told: tuple[tuple[str, str, str], ...]
    undecided: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    words: str


class Ground(NamedTuple):
    """What cards are made from."""

    claims: Mapping[str, StatedClaim]
    reports: Mapping[str, ReportEntry]
    texts: Mapping[str, str]
    titles: Mapping[str, str]


def ground(folded: Folded, texts: Mapping[str, str]) -> Ground:
    """Index a record. `texts`: stored texts by id of the report."""
    return Ground(
        {stated.id: stated for stated in folded.claims},
        {entry.id: entry for entry in folded.reports if entry.id is not None},
        texts,
        {incident.id: incident.title for incident in folded.incidents},
    )


def card(incident: Incident, known: Ground) -> Card:
    """What a page says of one incident."""
    best = {found.field: found for found in incident.best}
    told = sorted({(known.reports[t.report].name, t.role, t.report) for t in incident.tellings})
    return Card(
        incident=incident,
        day=_day(incident),
        place=_place_name(incident),
        who=_who(incident),
        killed=_interval(best.get("killed")),
        wounded=_interval(best.get("wounded")),
        reports=len({report for _, _, report in told}),
        values=tuple((name, values) for name, values in _values(incident, known) if values),
        tolls=tuple(_toll(found.field, found.readings, best.get(found.field), known) for found in incident.counts),
        told=tuple((name, _appeared(known.reports[report]), role) for name, role, report in told),
        undecided=tuple(_undecided(incident, known)),
        words=_searched(incident, (name for name, _, _ in told)),
    )


def _undecided(incident: Incident, known: Ground) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Reports (by name) of which the telling fits other incidents (id, title) about as well."""
    for told in incident.tellings:
        others = tuple((one.incident, known.titles[one.incident]) for one in told.also if one.incident in known.titles)
        if others:
            yield known.reports[told.report].name, others


def _day(incident: Incident) -> str:
    span = incident.date.span
    if span.edtf is None:
        return "undated"
    return span.edtf + (" (inferred)" if span.basis == "inferred" else "")


def _place_name(incident: Incident) -> str:
    if not incident.places:
        return "–"
    place = incident.places[0].place
    within = place.admin1 or place.country
    return f"{place.name}, {within}" if within and within != place.name else place.name


def _who(incident: Incident) -> str:
    whom = (*incident.victims, *incident.targets)
    if not incident.actors and not whom:
        return "–"
    return f"{_names(incident.actors)} → {_names(whom)}"


def _names(found: Sequence[Participant]) -> str:
    return ", ".join(one.name for one in found[:2]) + (f" (+{len(found) - 2})" if len(found) > 2 else "") or "?"


def _interval(found: Best | None) -> str:
    if found is None:
        return ""
    told = [str(n) if n is not None else "?" for n in (found.low, found.best, found.high)]
    return told[1] if len(set(told)) == 1 else "/".join(told)


def _values(incident: Incident, known: Ground) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """When, where, who, to whom and with what."""
    why = "; ".join(incident.date.span.why)
    yield "When", (_value(_day(incident), why, incident.date.claims, known),)
    yield "Where", tuple(_value(p.place.name, _where(p), p.claims, known) for p in incident.places)
    for name, parties in (("Who", incident.actors), ("Target", incident.targets), ("Victims", incident.victims)):
        yield name, tuple(_value(one.name, _of(one), one.claims, known) for one in parties)
    yield "With what", tuple(_value(arm.name, arm.class_ or "", arm.claims, known) for arm in incident.weapons)


def _where(found: IncidentPlace) -> str:
    place = found.place
    parts = [place.precision, *(name for name in (place.admin1, place.country) if name and name != place.name)]
    if place.lat is None:
        parts.append("no point: not on the map")
    else:
        parts.append(f"within {place.radius_km:g} km")
    return ", ".join([*parts, *(("inferred", *found.why) if found.basis == "inferred" else ())])


def _of(one: Participant) -> str:
    return ", ".join(part for part in (one.type if one.type != "described" else "", one.country or "") if part)


def _value(name: str, about: str, claims: Sequence[str], known: Ground) -> Value:
    said, more = _said(claims, known)
    return Value(name, about, said, more)


def _said(claims: Iterable[str], known: Ground) -> tuple[tuple[Said, ...], int]:
    """The words of claims, one for each place in a report, those of different reports first."""
    found: dict[tuple[str, int], Said] = {}
    for stated in (known.claims[key] for key in claims if key in known.claims):
        claim = stated.claim
        before, after = _around(known.texts.get(claim.report, ""), claim.span.start, claim.span.end)
        entry = known.reports.get(claim.report)
        voice = " → ".join(claim.voice.chain) or claim.voice.speaker or "the outlet itself"
        if claim.voice.stance not in ("asserts",):
            voice += f" ({claim.voice.stance})"
        said = Said(before, claim.span.quote, after, entry.name if entry else claim.report, voice)
        found.setdefault((claim.report, claim.span.start), said)
    ordered = [found[key] for key in sorted(found)]
    seen: set[str] = set()
    first = [one for one in ordered if one.report not in seen and not seen.add(one.report)]  # type: ignore[func-returns-value]
    rest = [one for one in ordered if one not in first]
    shown = (*first, *rest)[:SHOWN]
    return shown, len(ordered) - len(shown)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after the words in their line, cut between words."""
    begin = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    limit = text.find("\n", end)
    stop = min(len(text) if limit < 0 else limit, end + AROUND)
    before, after = text[begin:start], text[end:stop]
    if begin and text[begin - 1] not in "\n ":
        before = "… " + before.partition(" ")[2]
    if stop < len(text) and text[stop] not in "\n ":
        after = after.rpartition(" ")[0] + " …"
    return " ".join(before.split()) + (" " if before[-1:].isspace() else ""), after


def _toll(field: str, readings: Sequence[Reading], best: Best | None, known: Ground) -> Toll:
    figures = tuple(_figure(reading, known) for reading in readings)
    return Toll(field.replace("_", " "), _best(best), figures, history_svg(field.replace("_", " "), readings))


def _best(found: Best | None) -> str:
    if found is None:
        return ""
    told = ((word, n) for word, n in (("low", found.low), ("best", found.best), ("high", found.high)) if n is not None)
    return ", ".join(f"{word} {n}" for word, n in told)


def _figure(reading: Reading, known: Ground) -> Figure:
    said, more = _said(reading.claims, known)
    count = reading.count
    side = "" if count.side in ("unknown", "") else count.side
    who = ", ".join(part for part in (count.who or "", side) if part)
    return Figure(
        number=number(count),
        who=who,
        voices="; ".join(reading.voices),
        origins="; ".join(reading.origins),
        day=reading.first_said or "undated",
        said=said,
        more=more,
    )


def number(count: Count) -> str:
    """A count as people write it: "54", "at least 30", "25 to 30", or its own words."""
    if count.number is not None:
        bound = {"exact": "", "between": ""}.get(count.bound, count.bound.replace("_", " "))
        return f"{bound} {count.number}".strip() if count.bound != "none_reported" else "none reported"
    if count.low is not None and count.high is not None:
        return f"{count.low} to {count.high}"
    return f"“{count.wording}”"


def _appeared(entry: ReportEntry) -> str:
    day = entry.published.edtf or "undated"
    return ", ".join(part for part in (entry.outlet or "", day) if part)


def _searched(incident: Incident, reports: Iterable[str]) -> str:
    """The words that a search looks in."""
    parties = (*incident.actors, *incident.targets, *incident.victims)
    places = (name for found in incident.places for name in (found.place.name, found.place.admin1, *found.as_written))
    parts = (incident.title, incident.kind, *(one.name for one in parties), *places, *reports)
    return " ".join(dict.fromkeys(part for part in parts if part)).casefold()
