"""Open questions for a person: what is open, since when, in whose words, and what settled it."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.cli.overview import console, counted, id_
from firsthand.cli.words import one_line
from firsthand.model.left_open import LeftOpen

INDENT = 4
QUOTE = 200
NAMED = 3
"""So many reports that repeat a question are named; the rest is counted."""
MEANT = {
    "toll": "how many", "responsibility": "who did it", "inquiry": "what an inquiry finds", "assessment": "what was hit",
    "identity": "who they are", "search": "where they are", "comment": "what one side says", "other": "something else",
}  # fmt: skip


def print_left_open(found: Iterable[LeftOpen], names: Mapping[str, str]) -> None:
    """The questions by incident; `names`: of reports, by id."""
    out, every = console(), list(found)
    if not every:
        out.print(Text("Nothing is left open."))
        return
    settled = sum(one.answer is not None for one in every)
    told = f"{counted(len(every) - settled, 'open question')}" + (f", {settled} settled" if settled else "")
    out.print(Text(told))
    for incident, questions in groupby(every, key=lambda one: one.incident):
        held = list(questions)
        out.print(Text(f"\n{one_line(held[0].title)}  {id_(incident)}", style="bold"))
        for one in held:
            _question(out, one, names)


def _question(out: Console, one: LeftOpen, names: Mapping[str, str]) -> None:
    asked = one.asked
    head = Text(f"{asked.about} ({MEANT[asked.about]}): ", style="bold")
    head.append(_standing(one), style="green" if one.answer else "yellow")
    out.print(Padding(head, (0, 0, 0, INDENT), expand=False))
    who = one_line(asked.said_by, 60) if asked.said_by else "the report itself"
    where = f", {asked.span.start}-{asked.span.end}" if asked.span else ""
    _line(out, f"“{one_line(asked.what, QUOTE)}”  {_name(asked.report, names)}{where}; {who}")
    if one.again:
        more = f" and {len(one.again) - NAMED} more" if len(one.again) > NAMED else ""
        _line(out, f"again in {', '.join(_name(r, names) for r in one.again[:NAMED])}{more}", dim=True)
    if one.answer is not None and one.answer.settled_in:
        claim = f"  [{one.answer.settled_by.removeprefix('clm_')[:8]}]" if one.answer.settled_by else ""
        told = f"“{one_line(one.answer.settled_words or '', QUOTE)}”  {_name(one.answer.settled_in, names)}{claim}"
        _line(out, f"settled by {told}")


def _standing(one: LeftOpen) -> str:
    """Since when it is open, or when it was settled."""
    if one.answer is not None:
        after = f", after {counted(one.days, 'day')}" if one.days is not None else ""
        return f"settled on {one.answer.settled_on}{after}"
    if one.asked.since is None:
        return "open; the day of the report is not known"
    return f"open since {one.asked.since}" + (f", {counted(one.days, 'day')}" if one.days is not None else "")


def _name(report: str, names: Mapping[str, str]) -> str:
    return one_line(names.get(report, report), 60)


def _line(out: Console, text: str, *, dim: bool = False) -> None:
    out.print(Padding(Text(text, style="dim" if dim else ""), (0, 0, 0, 2 * INDENT), expand=False))
