"""What a build prints at its end: the incidents, what needs a person, and what to do next."""

import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.words import one_line, safe
from firsthand.engine.progress import AskedModel, Summary
from firsthand.engine.view import RecordView
from firsthand.model.incident import Incident
from firsthand.record.needs import Needs
from firsthand.resources.settings_check import held

WIDE = 150
"""Columns where the output goes to no terminal."""
LISTED = 12
"""So many of each kind of need are listed; the rest is counted."""


class Shown(Console):
    """A console by which nothing leaves that a terminal obeys or a reader cannot see, whoever forgot to take it out."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """As the library's; colours and the like are no part of a segment's text."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(safe(segment.text), segment.style)


def console(*, width: int | None = None, plain: bool = False) -> Console:
    """Standard output; nothing in a text is taken for markup. `width`: in columns; `plain`: without any style."""
    colours: Literal["auto"] | None = None if plain else "auto"
    usual = Shown(markup=False, emoji=False, highlight=False, color_system=colours, width=width)
    if usual.is_terminal or width is not None:
        return usual
    return Shown(markup=False, emoji=False, highlight=False, color_system=colours, width=WIDE)


def print_overview(record: RecordView, summary: Summary) -> None:
    """Print the table of incidents, what needs a person, and the next step."""
    out = console()
    found = record.incidents()
    print_incidents(found, out)
    out.print(Text(_counts(summary)))
    if not record.settings.empty:
        out.print(Text(f"Settings of yours: {told_settings(held(record.settings))}."))
    if summary.llm is not None:
        out.print(Text(asked_model(summary.llm)))
    print_needs(summary.needs, out, [f"{one_line(r.name, 60)}: {one_line(r.why, 200)}" for r in summary.plugins_failed])
    if found:
        out.print()
        out.print(Text(f"Next: firsthand show {shlex.quote(str(summary.record))} {short_id(found[0])}", style="bold"))
        out.print(Text(f"      firsthand export --format csv {shlex.quote(str(summary.record))} > incidents.csv"))


def told_settings(holds: Mapping[str, int]) -> str:
    """How many of each setting there are, in words."""
    return ", ".join(f"{n} {name}{'' if n == 1 or ' ' in name else 's'}" for name, n in holds.items()) or "nothing"


def short_id(incident: Incident) -> str:
    """The first characters of an id, enough to name it in all but huge records."""
    return id_(incident.id)


def id_(incident: str) -> str:
    """The same for an id."""
    return incident.removeprefix("inc_")[:8]


def print_incidents(found: Sequence[Incident], out: Console) -> None:
    """One row an incident."""
    if not found:
        out.print(Text("No incident."))
        return
    table = Table(box=None, pad_edge=False, header_style="bold", row_styles=["", "dim"] if out.is_terminal else None)
    table.add_column("Id", no_wrap=True)
    table.add_column("Day", min_width=10)
    table.add_column("Place", ratio=3)
    table.add_column("Kind", ratio=2)
    table.add_column("Who → whom", ratio=5)
    table.add_column("Toll (low/best/high)", ratio=4)
    table.add_column("Reports", justify="right", no_wrap=True)
    table.add_column("Origins", justify="right", no_wrap=True)
    table.add_column("Grade", ratio=2)
    for incident in found:
        reports = len({telling.report for telling in incident.tellings})
        row = [
            short_id(incident), cells.day(incident.date.span), cells.place(incident), incident.kind,
            cells.parties(incident), cells.toll(incident), str(reports), str(len(incident.origins)), incident.grade,
        ]  # fmt: skip
        table.add_row(*(Text(cell) for cell in row))
    out.print(table)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 incident", "2 incidents"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _counts(summary: Summary) -> str:
    """The whole in one sentence or two."""
    again = f" ({summary.again} known already)" if summary.again else ""
    recalled = f", and {summary.background} that are only recalled" if summary.background else ""
    unsaid = f" {counted(summary.claims_refused, 'claim')} without words in the report refused."
    return (
        f"\n{counted(summary.incidents, 'incident')}{recalled}, from {counted(summary.reports, 'report')}. "
        f"This run read {summary.read}{again} and refused {summary.refused + summary.failed}; "
        f"{counted(summary.changed, 'incident')} {'is' if summary.changed == 1 else 'are'} new or changed."
        + (unsaid if summary.claims_refused else "")
    )


def asked_model(llm: AskedModel) -> str:
    """What asking a language model took, and what came of it."""
    cost = "" if llm.money is None else f", {llm.money:.4f} in money"
    declined = f" Stretches without a usable answer: {llm.declined}." if llm.declined else ""
    return (
        f"Language model {one_line(llm.name, 80)}: {counted(llm.calls, 'call')}, {llm.cached} answered before, "
        f"{llm.tokens_in} tokens in, {llm.tokens_out} out, {llm.seconds:.1f} s{cost}. It proposed {llm.proposed} events and "
        f"values: {llm.added} were added, {llm.known} known, {llm.dropped} dropped for want of words.{declined}"
    )


def print_needs(needs: Needs, out: Console, plugins: Sequence[str] = ()) -> None:
    """What needs a person, sorted by what it is. `plugins`: what plugins failed on."""
    quotations = [
        f"{one_line(q.speaker, 40)}: " + " / ".join(f"“{one_line(v.quote, 70)}”" for v in q.versions[:3])
        for q in needs.quotations
    ]
    undecided = [
        f"{one_line(u.report, 60)}: {id_(u.incident)} {one_line(u.title, 60)}"
        + "".join(f", or {id_(key)} {one_line(title, 60)}" for key, title in u.others)
        for u in needs.undecided
    ]
    refused = [f"{one_line(r.name, 60)}: {one_line(r.why, 100)}" for r in needs.refused]
    sections = (
        (
            "Disagreements",
            [f"{id_(d.incident)} {one_line(d.title, 60)}: {one_line(d.why, 200)}" for d in needs.disagreements],
        ),
        ("Tellings that fit two incidents (`firsthand decide RECORD same A:REPORT B` settles it)", undecided),
        ("Quotations that differ", quotations),
        ("Reports left undated", [one_line(name, 100) for name in needs.undated]),
        (
            "Reports in another language (kept, not read)",
            [f"{one_line(f.name, 80)}: {f.language}" for f in needs.foreign],
        ),
        ("Only the beginning analysed (too long for one report)", [one_line(name, 100) for name in needs.partly]),
        ("Refused", refused),
        ("Plugins that failed on a report (what the program itself found there stands)", plugins),
    )
    if not any(lines for _, lines in sections):
        out.print(Text("Nothing needs a person."))
        return
    out.print(Text("\nNeeds a person", style="bold"))
    for title, lines in sections:
        if lines:
            out.print(Text(f"  {title}: {len(lines)}"))
            for line in lines[:LISTED]:
                out.print(Padding(Text(line), (0, 0, 0, 4), expand=False))
            if len(lines) > LISTED:
                out.print(Text(f"    … and {len(lines) - LISTED} more"))
