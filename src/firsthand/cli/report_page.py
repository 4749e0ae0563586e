"""One report in the terminal: what it is and goes back to, its text with the evidence marked, and its claims."""

from collections import Counter
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.marked import BAR, CLOSE, OPEN, colour, labelled, marked, tag
from firsthand.cli.overview import console, counted, id_
from firsthand.cli.portrait import short_claim, voice
from firsthand.cli.words import one_line
from firsthand.engine.view import RecordView
from firsthand.model.lineage import Lineage
from firsthand.model.said import value_said
from firsthand.model.told import ReportTold, ToldClaim, ToldIncident

INDENT = 4
HOW = {
    "named": "it names this source", "beside": "it quotes this source in the same sentences",
    "heard": "it quotes this source on the event", "event": "it has the event from this source",
    "credited": "it is credited to it", "shared": "it shares its text", "own": "it is its own",
    "lent": "it names nobody for it and gives no figure that others do not have from there",
}  # fmt: skip


class Shown(NamedTuple):
    """What of a report is shown, and how."""

    claims: bool = False
    width: int | None = None
    plain: bool = False
    field: str | None = None
    incident: str | None = None


def print_report(found: ReportTold, record: RecordView, shown: Shown) -> None:
    """Print a report."""
    out = console(width=shown.width, plain=shown.plain)
    _head(out, found)
    for one in found.lineages:
        _line(out, _shares(one, found, record))
    for told in found.tells:
        if shown.incident in (None, told.incident.id):
            _tells(out, told, several=len(found.tells) > 1)
    _refused(out, found)
    if found.entry.id is None:
        return
    several = len(found.tells) > 1
    _legend(out, found, shown)
    out.print()
    spans = [
        (one.stated.claim.span.start, one.stated.claim.span.end, one.stated.claim.field, _number(one, several=several))
        for one in found.claims
    ]
    out.print(marked(found.text.rstrip(), labelled(spans)))
    if shown.claims:
        out.print(Text("\nClaims", style="bold"))
        for claim in found.claims:
            _claim(out, claim, several=several)


def _head(out: Console, found: ReportTold) -> None:
    """What it is, and when it appeared."""
    entry = found.entry
    out.print(Text(one_line(entry.title or entry.name), style="bold"))
    names = ", ".join(one_line(name) for name in dict.fromkeys((entry.name, *entry.names)))
    outlet = one_line(entry.outlet) if entry.outlet else "outlet not told"
    _line(out, f"{names}; {outlet}" + (f"; {entry.language}" if entry.language else ""))
    if entry.url:
        _line(out, one_line(entry.url))
    if entry.id is not None:
        day = cells.day(entry.published)
        _line(out, day if day == "undated" else f"appeared {day}")
        for reason in entry.published.why:
            _line(out, f"because {one_line(reason)}", indent=2 * INDENT)


def _shares(one: Lineage, found: ReportTold, record: RecordView) -> str:
    """What it has in common with other reports, and what that goes back to."""
    many = sum(part.end - part.start for part in one.passages if part.report == found.entry.id)
    others = [record.reports[key].name for key in one.reports if key != found.entry.id and key in record.reports]
    how = "word for word" if one.how == "verbatim" else "in other words"
    kind = {"statement": "a statement", "reprint": "a reprint", "agency": "an agency's text"}.get(one.kind, one.kind)
    return one_line(
        f"shares {counted(many, 'character')} {how} with {', '.join(others)}: {kind}, which goes back to {one.origin}"
    )


def _tells(out: Console, told: ToldIncident, *, several: bool) -> None:
    """An incident that it tells, and to whom that goes back."""
    number = f"{told.number}  " if several else ""
    passing = "" if told.role == "main" else ", in passing"
    out.print(Text(f"{number}tells {one_line(told.incident.title)} [{id_(told.incident.id)}]{passing}"))
    ways = {way.chain: way for way in told.ways}
    for chain, way in ways.items():
        through = " → ".join(one_line(name, 60) for name in chain)
        _line(out, f"goes back to {through}: {HOW.get(way.how, way.how)}")
    named = {way.origin for way in told.ways}
    for origin in told.origins:
        if origin not in named:
            _line(out, f"goes back to {one_line(origin, 60)}")


def _refused(out: Console, found: ReportTold) -> None:
    if found.entry.refused is not None:
        out.print(Text(f"refused: {one_line(found.entry.refused)}", style="bold"))
    for one in found.refused:
        _line(out, f"refused: {one.code} {one_line(one.reason)}")
    if not found.tells and found.entry.refused is None:
        out.print(Text("tells no incident"))


def _legend(out: Console, found: ReportTold, shown: Shown) -> None:
    """Which fields are marked, how often, in their colours."""
    many = Counter(one.stated.claim.field for one in found.claims)
    line = Text("\nmarked: " if many else "\nnothing is marked")
    for number, (field, often) in enumerate(sorted(many.items())):
        line.append(", " if number else "")
        line.append(f"{OPEN}{cells.field_name(field)}{CLOSE}", style=colour(field)).append(f" {often}")
    if shown.field or shown.incident:
        line.append(" (only what was asked for)")
    out.print(line.append(f"; {OPEN}words{BAR}field{CLOSE}" if many else ""))


def _claim(out: Console, one: ToldClaim, *, several: bool) -> None:
    """A claim: its field and value, its words, who says so, and its id."""
    claim = one.stated.claim
    head = Text(tag(claim.field, _number(one, several=several)), style=colour(claim.field))
    head.append(
        f": {one_line(value_said(claim.value, one.stated.day))}  [{short_claim(one.stated.id)}]", style="default"
    )
    out.print(Padding(head, (0, 0, 0, INDENT), expand=False))
    where = f"“{one_line(claim.span.quote, 80)}” {claim.span.start}-{claim.span.end}; {voice(claim.voice)}"
    _line(out, where, indent=2 * INDENT)


def _number(one: ToldClaim, *, several: bool) -> str:
    """The number of its incident where there are several; a dash where it is in none."""
    return "–" if one.incident is None else str(one.incident) if several else ""


def _line(out: Console, text: str, *, indent: int = INDENT) -> None:
    out.print(Padding(Text(text, style="dim"), (0, 0, 0, indent), expand=False))
