"""What an audit comes to, in the terminal: shares with their intervals as numbers and as bars, and where two people differ."""

from collections.abc import Mapping

from msgspec.structs import replace
from rich.console import Console
from rich.table import Table
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.overview import console, counted
from firsthand.cli.words import one_line
from firsthand.model.audit import VERDICTS
from firsthand.model.audited import FEW, Agreement, Estimate, Results, Row

BAR = 20
"""Characters of a bar from 0 to 100 %."""
BARS = 100
"""Columns from which bars are drawn."""
NAMED = {"unsure": "not sure", None: "not told", "words": "quoted words", "event": "other event", "voice": "speaker"}


def print_results(found: Results, *, rules: bool = False) -> None:
    """One person's marks on one sample; `rules`: by what made the claims too."""
    out, sample = console(), found.sample
    of = [f"field {cells.field_name(sample.field)}"] if sample.field else []
    of += [f"kind {sample.kind}"] if sample.kind else []
    drawn = found.overall.drawn
    head = f"{one_line(found.by)}: {drawn - found.left} of {counted(drawn, 'drawn claim')} marked"
    out.print(Text(head + (f" ({', '.join(of)})" if of else ""), style="bold"))
    out.print(
        Text(f"sample {sample.id.removeprefix('smp_')[:8]}, of {counted(found.overall.claims, 'claim')}", style="dim")
    )
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for name in ("Claims", "Right", "Not sure", "Precision", "95 %"):
        table.add_column(name, justify="right", no_wrap=True)
    if out.width >= BARS:
        table.add_column("0 %" + " " * (BAR - 8) + "100 %", no_wrap=True)
    _rows(table, "All", (found.overall,))
    _rows(table, "By field", tuple(replace(row, name=cells.field_name(row.name)) for row in found.fields))
    _rows(table, "By kind", found.kinds)
    if rules:
        _rows(table, "By rule", found.rules)
    out.print(table)
    for note in _notes(found):
        out.print(Text(note))


def _rows(table: Table, title: str, rows: tuple[Row, ...]) -> None:
    """Rows under a title; the row of all has its title for a name."""
    whole = [row.name for row in rows] == ["all"]
    if not whole:
        table.add_row(Text(title, style="bold"))
    for row in rows:
        name = title if whole else f"  {one_line(row.name)}"
        told, many = row.estimate, f"{row.right} of {row.marked}"
        share = ("–", "")
        if told is not None:
            share = (percent(told.share) + ("*" if row.few else " "), f"{percent(told.low)} - {percent(told.high)}")
        style = "bold" if whole else "dim" if row.few else ""
        cut = (name, str(row.claims), many, str(row.unsure), *share, bar(told))[: len(table.columns)]
        table.add_row(*(Text(cell, style=style) for cell in cut))


def percent(share: float) -> str:
    """A share in whole percent; what is not all, or not nothing, is not rounded to it."""
    whole = round(100 * share)
    return f"{min(99, whole) if share < 1 else 100} %" if share > 0.005 or share == 0 else "<1 %"


def bar(told: Estimate | None) -> str:
    """The interval as a line, the share as a dot on it."""
    if told is None:
        return ""
    at, low, high = (min(BAR - 1, int(part * BAR)) for part in (told.share, told.low, told.high))
    return "".join("●" if i == at else "─" if low <= i <= high else "·" for i in range(BAR))


def _notes(found: Results) -> list[str]:
    """What the figures rest on, and what they leave out."""
    notes = []
    if found.faults:
        told = ", ".join(f"{NAMED.get(fault, fault)} {many}" for fault, many in found.faults)
        notes.append(f"What is wrong: {told}.")
    if any(row.few for row in (found.overall, *found.fields, *found.kinds)):
        notes.append(f"* fewer than {FEW} marked right or wrong: the interval says more than the share.")
    weights = [one.weight for one in found.strata if one.weight is not None]
    if weights:
        notes.append(
            f"Each marked claim stands for {min(weights):.3g} to {max(weights):.3g} claims of the record, by field and kind "
            f"({counted(len(found.strata), 'stratum').replace('stratums', 'strata')}; --json has them)."
        )
    if found.overall.estimate is not None and found.overall.estimate.effective < found.overall.marked:
        notes.append(
            f"The {found.overall.marked} marked claims tell as much of the whole as "
            f"{found.overall.estimate.effective:.0f} drawn evenly would."
        )
    if found.unreached:
        notes.append(
            f"Nothing is marked yet for {counted(found.unreached, 'claim')}: the share over all is of the others."
        )
    if found.left:
        notes.append(f"{counted(found.left, 'drawn claim')} {'is' if found.left == 1 else 'are'} not marked yet.")
    if found.outside:
        notes.append(f"{counted(found.outside, 'mark')} on claims outside this sample {_count(found.outside)}.")
    if found.gone:
        notes.append(
            f"{counted(found.gone, 'mark')} on claims that the record no longer makes as they were {_count(found.gone)}."
        )
    return notes


def _count(many: int) -> str:
    return "is not counted" if many == 1 else "are not counted"


def print_agreement(found: Agreement, names: Mapping[str, str]) -> None:
    """How far two people agree, and each claim on which they do not."""
    out = console()
    first, second = one_line(found.first, 40), one_line(found.second, 40)
    out.print(Text(f"{first} and {second}: {counted(found.claims, 'claim')} marked by both", style="bold"))
    if found.decided:
        out.print(
            Text(
                f"Agree on {found.same} of the {found.decided} that both call right or wrong: "
                f"{percent(found.same / found.decided)} ({percent(found.low)}-{percent(found.high)})"
            )
        )
    if found.kappa is None:
        out.print(Text("Cohen's kappa: none, as one of the two said the same of all"))
    else:
        given = found.kappa
        out.print(Text(f"Cohen's kappa: {given.kappa:.2f} (95 %: {given.low:.2f} to {given.high:.2f})"))
    if found.few:
        out.print(Text(f"Fewer than {FEW} claims: these figures say little."))
    _table(out, found, first, second)
    for one in found.differing:
        judged = one.judged
        where = f"{one_line(names.get(judged.report, judged.report))}, {judged.start}-{judged.end}"
        said = (
            f"{first}: {_said(one.first.kind, one.first.fault)}; {second}: {_said(one.second.kind, one.second.fault)}"
        )
        out.print(Text(f"  {cells.field_name(judged.field)}: {one_line(judged.value, 80)}  [{judged.claim[4:12]}]"))
        out.print(Text(f"      {where}; {said}", style="dim"))


def _table(out: Console, found: Agreement, first: str, second: str) -> None:
    """Who said what how often: a row for each verdict of the first, a column for each of the second."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(f"{first} ↓  {second} →")
    for verdict in VERDICTS:
        table.add_column(NAMED.get(verdict, verdict), justify="right")
    many = {(one, other): number for one, other, number in found.table}
    for verdict in VERDICTS:
        table.add_row(Text(NAMED.get(verdict, verdict)), *(Text(str(many[verdict, other])) for other in VERDICTS))
    out.print(table)


def _said(verdict: str, fault: str | None) -> str:
    return NAMED.get(verdict, verdict) + (f" ({NAMED.get(fault, fault)})" if fault else "")
