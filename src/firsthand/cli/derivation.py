"""One claim in full: the words in their sentence, what was made of them by which rule, and what became of it."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.overview import console
from firsthand.cli.portrait import voice
from firsthand.cli.words import one_line
from firsthand.model.derivation import Derivation, Rule
from firsthand.model.extraction import Passage
from firsthand.model.match import Decision
from firsthand.model.place import Place, PlaceName
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr
from firsthand.model.timex import timex
from firsthand.model.value import Count, Day, Denial, Party, Value, Weapon, Where

AROUND = 240
"""So many characters of the sentence are shown on each side of the words."""
INDENT = 4
UNTOLD = "not told"


def print_derivation(found: Derivation) -> None:
    """Print how a claim came to be, in the order in which it did."""
    out = console()
    claim = found.claim
    head = Text(f"{cells.field_name(claim.field).capitalize()}: ", style="bold")
    head.append(one_line(value(claim.value, found)), style="default")
    out.print(head)
    out.print(Text(claim.id, style="dim"))
    _words(out, found)
    _rules(out, "Made by", found.rules)
    _value(out, found)
    _said(out, found)
    _mention(out, found)
    _uses(out, found)


def _words(out: Console, found: Derivation) -> None:
    """The words, marked in their sentence, and where they stand."""
    span, sentence = found.claim.span, found.sentence
    _title(out, "Words")
    out.print(Padding(marked(found.context, sentence.start if sentence else 0, span), (0, 0, 0, INDENT), expand=False))
    _line(out, f"{one_line(found.report.name)}, characters {span.start}-{span.end}{_kind_of_sentence(sentence)}")
    appeared = cells.day(found.report.published)
    _line(out, f"the report is {appeared}" if appeared == "undated" else f"the report appeared {appeared}")


def _kind_of_sentence(sentence: Passage | None) -> str:
    if sentence is None:
        return "; outside any sentence"
    roles = {"main": "news", "noise": "page furniture"}
    return f"; {sentence.section}, taken for {roles.get(sentence.role, sentence.role)}"


def marked(context: str, start: int, span: Span) -> Text:
    """The sentence with the words in bold between « and »; cut where it is long."""
    if not context:
        return Text(f"«{one_line(span.quote)}»")
    first, last = span.start - start, min(span.end - start, len(context))
    before, after = context[:first], context[last:]
    left = "…" + one_line(before[-AROUND:]) if len(before) > AROUND else one_line(before)
    right = one_line(after[:AROUND]) + "…" if len(after) > AROUND else one_line(after)
    text = Text(left + (" " if before[-1:].isspace() else ""))
    text.append(f"«{one_line(context[first:last])}»", style="bold underline")
    return text.append((" " if after[:1].isspace() else "") + right)


def value(given: Value, found: Derivation) -> str:
    """A value in a few words."""
    if isinstance(given, Count):
        return cells.count(given)
    if isinstance(given, Day):
        return cells.day(found.day) if found.day is not None else given.expression
    if isinstance(given, Where):
        return given.place.name if given.place is not None else f"{given.text} (not in the gazetteer)"
    if isinstance(given, Party | Weapon):
        return given.entity or given.text
    return f"denial of the {given.of}" if isinstance(given, Denial) else given.text


def _value(out: Console, found: Derivation) -> None:
    """What the words were taken for."""
    given = found.claim.value
    if isinstance(given, Count):
        _title(out, "Count")
        ends = f"low {_or(given.low)}, high {_or(given.high)}"
        _line(out, f"“{one_line(given.wording)}”: number {_or(given.number)}, {ends}, {given.bound.replace('_', ' ')}")
        _line(out, f"of: {one_line(given.who) if given.who else UNTOLD}; side: {given.side}")
    elif isinstance(given, Party):
        _title(out, "Party")
        _line(
            out,
            f"“{one_line(given.text)}”, {given.type}"
            + (f", taken for {one_line(given.entity)}" if given.entity else ""),
        )
        _name(out, found)
    elif isinstance(given, Weapon):
        _title(out, "Weapon")
        _line(
            out,
            f"“{one_line(given.text)}”, taken for {one_line(given.entity or given.text)}; class: {given.class_ or UNTOLD}",
        )
    elif isinstance(given, Where):
        _title(out, "Place")
        _place(out, found.place, given, found.decision)
    elif isinstance(given, Day):
        _title(out, "Time")
        _time(out, found.time, given, found)


def _name(out: Console, found: Derivation) -> None:
    if found.name is not None:
        country = f"; country {found.name.country}" if found.name.country else ""
        _line(
            out,
            f"in it the name “{one_line(found.name.span.quote)}”: {found.name.type} {one_line(found.name.entity)}{country}",
        )


def _place(out: Console, found: PlaceName | None, given: Where, decision: Decision | None) -> None:
    where = given.place
    if where is None:
        _line(out, f"“{one_line(given.text)}” names nothing that is in the gazetteer")
    else:
        _line(out, f"“{one_line(given.text)}” was taken for {place(where)}")
        if where.within:
            _line(out, f"which lies in {one_line(', '.join(where.within))}")
    if found is not None:
        if found.area != found.span:
            _line(out, f"the bare name in it is “{one_line(found.span.quote)}”")
        for i, other in enumerate(found.others[:4], 1):
            chance = f" ({found.weights[i] / 10:g} %)" if decision is None and i < len(found.weights) else ""
            _line(out, f"passed over{chance}: {place(other)}")
    if decision is not None:
        scope = "in this report" if decision.report else "in every report of the record"
        _line(out, f"decided by {one_line(decision.by)} on {decision.at:%Y-%m-%d}, {scope}: {one_line(decision.why)}")
        _line(out, f"decision {decision.id}")


def place(where: Place) -> str:
    """A place with its bounds."""
    point = (
        "no point"
        if where.lat is None or where.lon is None
        else f"{where.lat:.3f}, {where.lon:.3f} ± {where.radius_km:g} km"
    )
    within = ", ".join(name for name in (where.admin1, where.country) if name)
    return one_line(f"{where.name} ({where.precision}; {within or 'country unknown'}; {point})")


def _time(out: Console, time: TimeExpr | None, given: Day, found: Derivation) -> None:
    symbols = ", ".join("?" if arg is None else str(arg) for arg in given.ref.args)
    kind = (
        f"{time.type} {timex(time.ref, found.report.published)}".rstrip() if time is not None else "no time expression"
    )
    _line(out, f"“{one_line(given.expression)}” ({kind}) means {given.ref.op}({symbols})")
    if found.day is not None:
        _line(out, f"which is {cells.day(found.day)}, {found.day.basis}")
        for reason in found.day.why:
            _line(out, f"because {one_line(reason)}")
    for reason in found.report.published.why:
        _line(out, f"the report's own day: {one_line(reason)}")


def _said(out: Console, found: Derivation) -> None:
    """Who says so, and by which words that is known."""
    _title(out, "Voice")
    said = found.claim.voice
    _line(out, voice(said))
    if said.span is not None:
        _line(out, f"by the words “{one_line(said.span.quote)}”, {said.span.start}-{said.span.end}")
    if found.attribution is not None:
        cue = " .. ".join(one_line(piece.quote) for piece in found.attribution.cue)
        _line(
            out,
            (f"with “{cue}”" if cue else "without a word of saying")
            + (", in quotation marks" if found.attribution.direct else ""),
        )


def _mention(out: Console, found: Derivation) -> None:
    """The telling that the claim belongs to."""
    mention = found.mention
    _title(out, "Event")
    trigger = mention.trigger
    _line(
        out,
        f"“{one_line(trigger.quote)}”, {trigger.start}-{trigger.end}: {mention.kind}; {mention.status}, told as {mention.role}",
    )
    for rule in found.mention_rules:
        _line(out, f"{rule.name}: {rule.what}")


def _rules(out: Console, title: str, rules: Iterable[Rule]) -> None:
    _title(out, title)
    for rule in rules:
        _line(out, f"{rule.name}: {rule.what}")


def _uses(out: Console, found: Derivation) -> None:
    """Where it ended."""
    _title(out, "Ended in")
    last = ""
    for use in found.uses:
        if use.incident != last:
            _line(out, f"{use.incident} {one_line(use.title)}")
        last = use.incident
        _line(out, one_line(f"as {use.what}" if use.what else f"not taken up: {use.why}"), indent=2 * INDENT)
    if found.unused is not None:
        _line(out, f"no incident: {found.unused}")


def _or(number: int | None) -> str:
    return "open" if number is None else str(number)


def _title(out: Console, title: str) -> None:
    out.print(Text(title, style="bold"))


def _line(out: Console, text: str, *, indent: int = INDENT) -> None:
    out.print(Padding(Text(text), (0, 0, 0, indent), expand=False))
