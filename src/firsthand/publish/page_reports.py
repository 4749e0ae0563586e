"""The reports of a record as a page lists them: which were read, undated, copies or refused; and the standing figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from firsthand.model.folded import Folded, ReportEntry
from firsthand.model.incident import Incident
from firsthand.model.standing import StandingFigure, StandingReading
from firsthand.publish.page_parts import appeared
from firsthand.publish.page_quotes import Ground
from firsthand.publish.page_words import BASES

__all__ = ["Listed", "Standing", "listed", "standing"]

EXCERPT = 280
"""Characters of a report's beginning that are shown."""


class Listed(NamedTuple):
    """A report. `told`: incidents (id, title) that it tells; `copies`: what it shares its text with; `notes`: beside that."""

    key: str
    name: str
    appeared: str
    basis: str
    why: tuple[str, ...]
    address: str
    title: str
    excerpt: str
    told: tuple[tuple[str, str], ...]
    copies: tuple[str, ...]
    notes: tuple[str, ...]
    refused: str


class Standing(NamedTuple):
    """A standing figure followed over reports."""

    what: str
    kind: str
    why: str
    readings: tuple[tuple[str, str, str], ...]


def listed(folded: Folded, incidents: Iterable[Incident], known: Ground) -> list[Listed]:
    """All reports by name, the refused ones last."""
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for incident in incidents:
        for telling in incident.tellings:
            told[telling.report][incident.id] = incident.title
    copies = _copies(folded, known)
    found = [_listed(entry, told, copies, known) for entry in folded.reports]
    return sorted(found, key=lambda one: (bool(one.refused), one.name, one.key))


def _listed(
    entry: ReportEntry, told: Mapping[str, Mapping[str, str]], copies: Mapping[str, list[str]], known: Ground
) -> Listed:
    key = entry.id or ""
    notes = []
    if not entry.refused and entry.published.edtf is None:
        notes.append("undated")
    if len(entry.names) > 1:
        notes.append("the same file as " + ", ".join(name for name in entry.names if name != entry.name))
    if entry.partly:
        notes.append("longer than what is analysed of a report")
    text = " ".join(known.texts.get(key, "").split())
    return Listed(
        key=key,
        name=entry.name,
        appeared=appeared(entry),
        basis=BASES[entry.published.basis],
        why=entry.published.why,
        address=entry.url or "",
        title=entry.title or "",
        excerpt=text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …",
        told=tuple(told.get(key, {}).items()),
        copies=tuple(copies.get(key, ())),
        notes=tuple(notes),
        refused=entry.refused or "",
    )


def _copies(folded: Folded, known: Ground) -> dict[str, list[str]]:
    """For each report what it shares its text with, in words."""
    out: defaultdict[str, list[str]] = defaultdict(list)
    for lineage in folded.lineages:
        if lineage.kind == "boilerplate":
            continue
        how = "word for word" if lineage.how == "verbatim" else "in other words"
        for key in lineage.reports:
            others = [known.reports[one].name for one in lineage.reports if one != key and one in known.reports]
            if others:
                out[key].append(f"{lineage.kind} ({lineage.origin}) {how} with {', '.join(others)}")
    return {key: list(dict.fromkeys(found)) for key, found in out.items()}


def standing(figures: Iterable[StandingFigure], known: Ground) -> list[Standing]:
    """The standing figures in the order of the record."""
    return [
        Standing(
            what=", ".join(part for part in (figure.what, figure.where) if part),
            kind=figure.kind,
            why=figure.why,
            readings=tuple(_reading(one, known) for one in figure.readings),
        )
        for figure in figures
    ]


def _reading(one: StandingReading, known: Ground) -> tuple[str, str, str]:
    """Number in words, day, and the report's name."""
    bound = "" if one.bound in ("exact", "between", "vague") else one.bound.replace("_", " ")
    if one.number is not None:
        words = f"{bound} {one.number:,}".strip()
    elif one.low is not None and one.high is not None:
        words = f"{one.low:,} to {one.high:,}"
    else:
        words = f"at least {one.low:,}" if one.low is not None else "no number"
    entry = known.reports.get(one.report)
    return words, one.as_of or "undated", entry.name if entry else one.report
