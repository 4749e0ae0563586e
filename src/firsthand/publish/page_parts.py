"""One incident as a page shows it: every value with the words that say it, what differs, what is open, and its reports."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from firsthand.model.course import History
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import (
    Backing,
    Incident,
    IncidentDate,
    IncidentPlace,
    OpenQuestion,
    Part,
    Participant,
    Telling,
)
from firsthand.model.when import TimeSpan
from firsthand.publish.page_origins import Source, sources
from firsthand.publish.page_quotes import Ground, Quotes, Said, around, quotes
from firsthand.publish.page_row import Row
from firsthand.publish.page_sentence import day_cell, day_words, sentences
from firsthand.publish.page_toll import Toll, tolls
from firsthand.publish.page_words import BASES, OPEN

__all__ = ["Card", "Drawn", "card"]


class Value(NamedTuple):
    """One value: its name, what is said of it beside, who stands behind it, and the words."""

    name: str
    about: str
    backed: str
    quotes: Quotes


class Report(NamedTuple):
    """A report that tells the incident: name, id, outlet and day, how the day is known, and whether it is news there."""

    name: str
    key: str
    appeared: str
    basis: str
    role: str


class Differing(NamedTuple):
    """Where reports differ: the kind, the field, the sentence that quotes both, and the words."""

    kind: str
    field: str
    why: str
    settled: bool
    quotes: Quotes


class Open(NamedTuple):
    """What was announced: what kind of thing, where it stands in the report, since when, and what settled it (empty: nothing)."""

    about: str
    quotes: Quotes
    since: str
    settled: str


class Card(NamedTuple):
    """Everything that a page says of one incident."""

    incident: Incident
    row: Row
    spot: str
    plain: str
    values: tuple[tuple[str, tuple[Value, ...]], ...]
    tolls: tuple[Toll, ...]
    differing: tuple[Differing, ...]
    open: tuple[Open, ...]
    sources: tuple[Source, ...]
    tree: str
    reports: tuple[Report, ...]
    undecided: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    words: str


class Drawn(NamedTuple):
    """What the pictures of an incident are made from: its sources (SVG), empty where a list says it as well; and its past."""

    tree: str = ""
    past: History | None = None


def card(incident: Incident, cells: Row, spot: str, drawn: Drawn, known: Ground) -> Card:
    """What a page says of one incident."""
    reports = tuple(sorted(set(_reports(incident.tellings, known))))
    return Card(
        incident=incident,
        row=cells,
        spot=spot,
        plain=sentences(incident, cells.reports),
        values=tuple((name, values) for name, values in _values(incident, known) if values),
        tolls=tolls(incident, drawn.past, known),
        differing=tuple(
            Differing(one.kind, one.field.replace("_", " "), one.why, one.settled, quotes(one.claims, known))
            for one in incident.discrepancies
        ),
        open=tuple(_open(one, known) for one in incident.open if one.kind == "announced"),
        sources=sources(incident, known),
        tree=drawn.tree,
        reports=reports,
        undecided=tuple(_undecided(incident, known)),
        words=_searched(incident, (one.name for one in reports)),
    )


def _reports(tellings: Iterable[Telling], known: Ground) -> Iterator[Report]:
    for told in tellings:
        entry = known.reports[told.report]
        yield Report(entry.name, told.report, appeared(entry), BASES[entry.published.basis], told.role)


def appeared(entry: ReportEntry) -> str:
    """Outlet and day of a report."""
    day = day_cell(entry.published) if entry.published.edtf else "undated"
    return ", ".join(part for part in (entry.outlet or "", day) if part)


def _open(one: OpenQuestion, known: Ground) -> Open:
    entry = known.reports.get(one.report)
    name = entry.name if entry else one.report
    said = Said("", one.what, "", name, one.report, one.said_by or "", "")
    if one.span is not None:
        before, after = around(known.texts.get(one.report, ""), one.span.start, one.span.end)
        said = said._replace(before=before, quote=one.span.quote, after=after)
    settled = ""
    if one.settled or one.settled_by is not None:
        later = known.reports.get(one.settled_in or "")
        words = f"“{' '.join(one.settled_words.split())}”" if one.settled_words else "told since"
        settled = ", ".join(part for part in (words, later.name if later else "", one.settled_on or "") if part)
    return Open(OPEN[one.about], Quotes((said,)), one.since or "", settled)


def _undecided(incident: Incident, known: Ground) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Reports (by name) of which the telling fits other incidents (id, title) about as well."""
    for told in incident.tellings:
        others = tuple((one.incident, known.titles[one.incident]) for one in told.also if one.incident in known.titles)
        if others:
            yield known.reports[told.report].name, others


def _values(incident: Incident, known: Ground) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """When, where, who, to whom and with what."""
    yield "When", tuple(_days(incident.date, known))
    yield (
        "Where",
        tuple(Value(p.place.name, _where(p), _backed(p.backing), quotes(p.claims, known)) for p in incident.places),
    )
    for name, parties in (("Who", incident.actors), ("Target", incident.targets), ("Victims", incident.victims)):
        yield name, tuple(_party(one, known) for one in parties)
    yield "Parts", tuple(Value(_part(one), "", "", quotes(one.claims, known)) for one in incident.parts)
    yield (
        "With what",
        tuple(
            Value(arm.name, arm.class_ or "", _backed(arm.backing), quotes(arm.claims, known))
            for arm in incident.weapons
        ),
    )


def _days(found: IncidentDate, known: Ground) -> Iterator[Value]:
    """The day, and what else tellings give for it."""
    span = found.span
    why = "; ".join((*((BASES[span.basis],) if span.basis in ("inferred", "relative") else ()), *span.why))
    ends = (span.earliest, span.latest)
    taken = next((one for one in found.readings if (one.span.earliest, one.span.latest) == ends), None)
    yield Value(_plain(span), why, _backed(taken.backing) if taken else "", quotes(found.claims, known))
    for one in found.readings:
        if one is not taken:
            yield Value(_plain(one.span), "another reading", _backed(one.backing), quotes(one.claims, known))


def _plain(span: TimeSpan) -> str:
    return day_words(span).removeprefix("on ").removeprefix("in ") or "not told"


def _backed(found: Backing) -> str:
    """Who says so, to whom that goes back, since when, and in how many reports."""
    parts = [", ".join(found.voices)]
    parts += [f"goes back to {', '.join(found.origins)}"] if found.origins and found.origins != found.voices else []
    parts += [f"first said {found.first_said}"] if found.first_said else []
    parts += [f"in {len(found.reports)} reports"] if len(found.reports) > 1 else []
    return "; ".join(part for part in parts if part)


def _part(one: Part) -> str:
    return ", ".join(part for part in (one.kind, one.place or "", day_words(one.date)) if part)


def _party(one: Participant, known: Ground) -> Value:
    about = ", ".join(part for part in (one.type if one.type != "described" else "", one.country or "") if part)
    return Value(one.name, about, _backed(one.backing), quotes(one.claims, known))


def _where(found: IncidentPlace) -> str:
    place = found.place
    parts = [place.precision, *(name for name in (place.admin1, place.country) if name and name != place.name)]
    if place.lat is None:
        parts.append("no point: not on the map")
    elif place.precision == "country":
        parts.append("a country: not on the map")
    else:
        parts.append(f"within {place.radius_km:g} km")
    return ", ".join([*parts, *(("inferred", *found.why) if found.basis == "inferred" else ())])


def _searched(incident: Incident, reports: Iterable[str]) -> str:
    """The words that a search looks in, beside those of the row."""
    parties: Sequence[Participant] = (*incident.actors, *incident.targets, *incident.victims)
    places = (name for found in incident.places for name in (found.place.name, found.place.admin1, *found.as_written))
    origins = (origin.name for origin in incident.origins)
    parts = (incident.title, *(one.name for one in parties), *places, *origins, *reports)
    return " ".join(dict.fromkeys(part for part in parts if part)).casefold()
