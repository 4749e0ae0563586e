"""Quotations side by side, with what was changed in colours and in marks that survive without any."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.cli.overview import console, counted
from firsthand.cli.words import one_line
from firsthand.model.lineage import Edit, Saying, Wording

INDENT = 4
LONG = 14
"""Words that were left out in one place, of which more are cut short."""
KINDS = {
    "altered": ("altered inside the quotation marks", "bold red"),
    "reworded": ("in other words, as two translations have it", "bold yellow"),
    "shortened": ("shortened", "bold"),
    "same": ("in the same words", "bold"),
}
GONE, COME = "red strike", "green underline"


def print_sayings(found: Iterable[Saying], names: Mapping[str, str], *, of: str = "") -> None:
    """Each saying: the fullest wording, then what every other report made of it. `of`: the speaker that was asked for."""
    out, said = console(), list(found)
    if not said:
        who = f" of '{one_line(of, 80)}'" if of else ""
        out.print(Text(f"No quotation{who} stands in two reports."))
        return
    number = {kind: sum(one.kind == kind for one in said) for kind in KINDS}
    kinds = ", ".join(f"{number[kind]} {kind}" for kind in KINDS if number[kind])
    out.print(Text(f"{counted(len(said), 'saying')}: {kinds}"))
    out.print(Text("[-left out-] {+put in+}\n", style="dim"))
    for one in said:
        words, style = KINDS[one.kind]
        head = Text(one_line(one.speaker, 80) or "speaker not told", style="bold")
        out.print(head.append(f": {words}", style=style))
        for wording in one.wordings:
            _wording(out, wording, names)
        out.print()


def _wording(out: Console, wording: Wording, names: Mapping[str, str]) -> None:
    where = f"{one_line(names.get(wording.report, wording.report))}, {wording.start}-{wording.end}"
    # Which wording is the true one is not known: the kind says how it differs from the fullest, not who altered it.
    told = {"fullest": "the fullest wording", "same": "the same words"}.get(wording.kind, wording.why)
    out.print(Padding(Text(f"{where}: {told}", style="dim"), (0, 0, 0, INDENT), expand=False))
    body = _marked(wording.edits) if wording.edits else Text(f"“{one_line(wording.quote)}”")
    out.print(Padding(body, (0, 0, 0, 2 * INDENT), expand=False))


def _marked(edits: Iterable[Edit]) -> Text:
    """The wording with what was left out as [-..-] and what was put in as {+..+}."""
    text = Text("“")
    for number, edit in enumerate(edits):
        if number:
            text.append(" ")
        if edit.op == "equal":
            text.append(one_line(edit.after))
        if edit.op in ("replace", "delete"):
            text.append(f"[-{_short(edit.before)}-]", style=GONE)
        if edit.op == "replace":
            text.append(" ")
        if edit.op in ("replace", "insert"):
            text.append(f"{{+{one_line(edit.after)}+}}", style=COME)
    return text.append("”")


def _short(words: str) -> str:
    """A long stretch that was left out by its ends."""
    every = one_line(words).split()
    return " ".join(every) if len(every) <= LONG else " ".join([*every[: LONG // 2], "…", *every[-LONG // 2 :]])
