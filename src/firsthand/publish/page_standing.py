"""Standing figures as a page shows them: what each stands at, its readings with their words, and how they go together."""

from collections.abc import Iterable
from typing import NamedTuple

from firsthand.model.incident import Best
from firsthand.model.standing import Standing, StandingFigure, StandingReading
from firsthand.publish.page_quotes import Ground, Said, around
from firsthand.publish.page_row import mark

__all__ = ["Followed", "followed"]


class Put(NamedTuple):
    """One reading. `change`, `why`: how it goes with the one before, empty for the first; `origin`: whom it goes back to."""

    number: str
    mark: str
    day: str
    change: str
    why: str
    origin: str
    said: Said


class Followed(NamedTuple):
    """A standing figure: of whom and where, what it stands at, and its readings in the order of time."""

    what: str
    now: str
    readings: tuple[Put, ...]


def followed(figures: Iterable[StandingFigure], known: Ground) -> list[Followed]:
    """The standing figures in the order of the record."""
    return [_followed(one, known) for one in figures]


def _followed(figure: StandingFigure, known: Ground) -> Followed:
    ends = [n for one in figure.readings for n in (one.low, one.number, one.high) if n is not None]
    changes = {change.later: change for change in figure.changes}
    readings = []
    for place, one in enumerate(figure.readings):
        change = changes.get(place)
        kind, why = (change.kind, change.why) if change else ("", "")
        exact = one.number if one.bound in ("exact", "about") else None
        drawn = mark(Best(field="displaced", low=one.low, best=exact, high=one.high), max(ends, default=1), even=True)
        told = number(one)
        readings.append(Put(told, drawn, one.as_of or "undated", kind, why, one.origin, _said(one, known)))
    what = ", ".join(part for part in (figure.what, figure.where) if part)
    return Followed(what, _now(figure.now), tuple(readings))


def _now(now: Standing | None) -> str:
    """What it stands at: "2,000 (900 to 2,500), 2025-03-04"."""
    if now is None:
        return ""
    ends = sorted({n for n in (now.low, now.best, now.high) if n is not None})
    if not ends:
        return ""
    best = f"{now.best:,}" if now.best is not None else "no best figure"
    spread = f" ({ends[0]:,} to {ends[-1]:,})" if len(ends) > 1 or now.best is None else ""
    return best + spread + (f", {now.as_of}" if now.as_of else "")


def _said(one: StandingReading, known: Ground) -> Said:
    entry = known.reports.get(one.report)
    name, voice = entry.name if entry else one.report, " → ".join(one.voices)
    if one.span is None:
        return Said("", one.sentence, "", name, one.report, voice, "")
    before, after = around(known.texts.get(one.report, ""), one.span.start, one.span.end)
    return Said(before, one.span.quote, after, name, one.report, voice, "")


def number(one: StandingReading) -> str:
    """A standing number as people write it: "about 900", "5,000 to 10,000", "at least 40"."""
    bound = "" if one.bound in ("exact", "between", "vague") else one.bound.replace("_", " ")
    if one.number is not None:
        return f"{bound} {one.number:,}".strip()
    if one.low is not None and one.high is not None:
        return f"{one.low:,} to {one.high:,}"
    if one.low is not None:
        return f"at least {one.low:,}"
    return f"up to {one.high:,}" if one.high is not None else "no number"
