"""The reports of a record as a page lists them: which were read, undated, copies or refused."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from firsthand.model.folded import Folded, ReportEntry
from firsthand.model.incident import Incident
from firsthand.publish.page_parts import appeared
from firsthand.publish.page_quotes import Ground
from firsthand.publish.page_words import BASES

__all__ = ["Listed", "listed"]

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
