"""What a build would change, for a person: incidents by what becomes of them, and claims by field."""

from rich.console import Console
from rich.text import Text

from firsthand.cli.cells import field_name
from firsthand.cli.overview import console, counted, id_
from firsthand.cli.words import one_line
from firsthand.engine.preview import Preview
from firsthand.record.gains import ORDER, Change, Named

SHOWN = 40
"""So many of each sort are listed; the rest is counted."""


def print_preview(found: Preview) -> None:
    """Print gains and losses; nothing was written."""
    out, gains = console(), found.gains
    now = "there is no such record yet" if found.new else f"now {gains.before}"
    record = one_line(found.summary.record)
    out.print(Text(f"{record} would hold {counted(gains.after, 'incident')} ({now}). Nothing was written."))
    for what in () if found.new else ORDER:
        changes = gains.of(what)
        if changes:
            out.print(Text(f"\n{what.capitalize()}: {len(changes)}", style="bold"))
        for change in changes[:SHOWN]:
            _print(change, out)
        if len(changes) > SHOWN:
            out.print(Text(f"  and {len(changes) - SHOWN} more (--json lists all)"))
    if not found.new:
        out.print(Text(f"\nAs they were: {counted(gains.unchanged, 'incident')}."))
    fields = [f"{field_name(one.field)} +{one.new} -{one.gone}" for one in gains.claims]
    before = "" if found.new else f" (now {gains.claims_before})"
    out.print(Text(f"Claims: {gains.claims_after}{before}{': ' if fields else ''}{', '.join(fields)}."))


def _print(change: Change, out: Console) -> None:
    """One change: who it is about, and its fields before and after."""
    sides = [" + ".join(map(_named, side)) for side in (change.before, change.after) if side]
    one = change.what == "changed"
    out.print(Text(f"  {sides[-1] if one else ' -> '.join(sides)}"))
    for field in change.fields:
        before, after = (one_line(words, 100) or "nothing" for words in (field.before, field.after))
        out.print(Text(f"      {field_name(field.field)}: {before} -> {after}", style="dim"))


def _named(one: Named) -> str:
    return f"{id_(one.id)} {one_line(one.title, 90)}"
