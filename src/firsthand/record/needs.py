"""What of a record needs a person: nothing here is decided, only pointed at."""

from collections.abc import Iterator

from firsthand.model.base import Record
from firsthand.model.folded import Folded, ReportEntry
from firsthand.model.lineage import QuotationDiffers


class Disagreement(Record, frozen=True, kw_only=True):
    """A discrepancy and the incident it is about."""

    incident: str
    title: str
    field: str
    kind: str
    why: str


class Undecided(Record, frozen=True, kw_only=True):
    """A telling that fits two incidents about as well: the name of its report, where it stands, and the others (id, title)."""

    report: str
    incident: str
    title: str
    others: tuple[tuple[str, str], ...]


class Foreign(Record, frozen=True, kw_only=True):
    """A report in a language that is not read yet."""

    name: str
    language: str


class Refused(Record, frozen=True, kw_only=True):
    """A file or line that could not be read, or a report from which nothing could be taken."""

    name: str
    why: str


class Needs(Record, frozen=True, kw_only=True):
    """All that needs a person, sorted by what it is."""

    disagreements: tuple[Disagreement, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    quotations: tuple[QuotationDiffers, ...] = ()
    undated: tuple[str, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    refused: tuple[Refused, ...] = ()
    partly: tuple[str, ...] = ()


SETTLED = ("refinement", "wording")
"""Kinds of discrepancy in which both readings can be true."""


def needs(folded: Folded) -> Needs:
    """What of the record needs a person."""
    read = [entry for entry in folded.reports if entry.refused is None]
    return Needs(
        disagreements=tuple(_disagreements(folded)),
        undecided=tuple(_undecided(folded)),
        quotations=folded.quotations,
        undated=tuple(entry.name for entry in read if _undated(entry)),
        foreign=tuple(Foreign(name=e.name, language=e.language) for e in read if e.language not in ("en", None)),
        partly=tuple(entry.name for entry in read if entry.partly),
        refused=tuple(Refused(name=e.name, why=e.refused) for e in folded.reports if e.refused is not None),
    )


def _disagreements(folded: Folded) -> Iterator[Disagreement]:
    for incident in folded.incidents:
        for found in incident.discrepancies:
            if found.kind not in SETTLED and not found.settled:
                yield Disagreement(
                    incident=incident.id, title=incident.title, field=found.field, kind=found.kind, why=found.why
                )


def _undecided(folded: Folded) -> Iterator[Undecided]:
    titles = {incident.id: incident.title for incident in folded.incidents}
    names = {entry.id: entry.name for entry in folded.reports if entry.id is not None}
    for incident in folded.incidents:
        for told in incident.tellings:
            others = tuple((one.incident, titles[one.incident]) for one in told.also if one.incident in titles)
            if others:
                yield Undecided(
                    report=names.get(told.report, told.report), incident=incident.id, title=incident.title, others=others
                )  # fmt: skip


def _undated(entry: ReportEntry) -> bool:
    """No day is known at all; a report in a language that is not read is counted there instead."""
    return entry.language in ("en", None) and not (entry.published.earliest and entry.published.latest)
