"""One claim to be judged, on one screen: what it says, of which incident, the words in their surroundings, and who says so."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.overview import console, id_
from firsthand.cli.portrait import short_claim, voice
from firsthand.cli.words import one_line
from firsthand.engine.audit import Question
from firsthand.model.span import Span

AROUND = 240
"""Characters that are shown on each side of the sentence."""
INDENT = 4


def print_card(question: Question, head: str, *, wider: int = 0, clear: bool = False) -> None:
    """Print a claim. `head`: how far one has come; `wider`: how often more of the report was asked for."""
    out, judged, found = console(), question.judged, question.derivation
    if clear:
        out.clear()
    out.print(Text(one_line(head), style="dim"))
    out.print()
    value = Text(f"{cells.field_name(judged.field).capitalize()}: ", style="bold")
    out.print(value.append(one_line(judged.value), style="bold reverse"))
    incident = question.incident
    _line(out, "of", f"{one_line(incident.title)} [{id_(incident.id)}]")
    _line(out, "", f"{incident.kind}, {cells.day(incident.date.span)}; {incident.status}, told as {incident.role}")
    mention = found.mention
    _line(out, "event", f"“{one_line(mention.trigger.quote)}”: {mention.kind}, {mention.status}")
    _line(out, "voice", voice(found.claim.voice))
    appeared = cells.day(found.report.published)
    where = f"{one_line(found.report.name)}, characters {judged.start}-{judged.end}"
    outlet = f"; {one_line(found.report.outlet)}" if found.report.outlet else ""
    _line(out, "in", f"{where}{outlet}; {appeared}; claim {short_claim(judged.claim)}")
    out.print()
    sentence = (found.sentence.start, found.sentence.end) if found.sentence else (judged.start, judged.end)
    out.print(
        Padding(passage(question.text, found.claim.span, sentence, AROUND * 4**wider), (0, 0, 0, INDENT), expand=False)
    )


def passage(text: str, span: Span, sentence: tuple[int, int], around: int) -> Text:
    """The words between « and » in their sentence, with so many characters of the report before and after it."""
    first, last = min(sentence[0], span.start), max(sentence[1], span.end)
    start, end = max(0, first - around), min(len(text), last + around)
    shown = Text("…" if start else "", style="")
    shown.append(one_line(text[start:first]), style="dim").append(" " if start < first else "")
    shown.append(_joined(text[first : span.start], before=True))
    shown.append(f"«{one_line(span.quote)}»", style="bold underline")
    shown.append(_joined(text[span.end : last], before=False)).append(" " if last < end else "")
    shown.append(one_line(text[last:end]), style="dim")
    return shown.append("…" if end < len(text) else "")


def _joined(words: str, *, before: bool) -> str:
    """Words beside the marked ones, with the space between them kept."""
    flat = one_line(words)
    if before:
        return f"{flat} " if words[-1:].isspace() else flat
    return f" {flat}" if words[:1].isspace() else flat


def _line(out: Console, label: str, text: str) -> None:
    line = Text(f"{label:>7}  ", style="dim")
    out.print(line.append(text, style="default"))
