"""Standing figures (troops in a country, detainees in camps) followed over reports."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from firsthand.model.calendar import resolve
from firsthand.model.extraction import Extraction, Figure
from firsthand.model.incident import StandingFigure, StandingReading
from firsthand.model.when import UNKNOWN, TimeSpan


class Followed(NamedTuple):
    """A figure with the report that gives it and the last day of which it is told."""

    figure: Figure
    report: str
    as_of: TimeSpan


def standing_figures(
    extractions: Mapping[str, Extraction], dated: Mapping[str, TimeSpan]
) -> tuple[StandingFigure, ...]:
    """Every standing figure with its readings in the order of time, sorted by what and where."""
    found: dict[tuple[str, str], list[Followed]] = {}
    for report in sorted(extractions):
        for figure in extractions[report].figures:
            key = (figure.what.casefold(), (figure.where or "").casefold())
            found.setdefault(key, []).append(Followed(figure, report, _as_of(figure, dated.get(report, UNKNOWN))))
    return tuple(_standing(found[key]) for key in sorted(found))


def _as_of(figure: Figure, published: TimeSpan) -> TimeSpan:
    if figure.when is not None:
        span = resolve(figure.when.ref, published)
        if span.known:
            return span
    return published


def _standing(told: Sequence[Followed]) -> StandingFigure:
    ordered = sorted(told, key=lambda f: (f.as_of.latest is None, f.as_of.latest, f.report, f.figure.span.start))
    readings = tuple(_reading(f) for f in ordered)
    kind, why = _kind(ordered)
    return StandingFigure(what=told[0].figure.what, where=told[0].figure.where, readings=readings, kind=kind, why=why)


def _reading(told: Followed) -> StandingReading:
    figure, day = told.figure, told.as_of.latest
    return StandingReading(
        number=figure.number, bound=figure.bound, low=figure.low, high=figure.high, report=told.report,
        as_of=day.isoformat() if day else None,
    )  # fmt: skip


def _kind(ordered: Sequence[Followed]) -> tuple[str, str]:
    """How the readings go together, and a sentence that quotes the first and the last."""
    first, last = ordered[0], ordered[-1]
    values = {(f.figure.low, f.figure.high) for f in ordered}
    quotes = f"“{first.figure.span.quote}” and “{last.figure.span.quote}”"
    if len(ordered) == 1:
        return "single", f"told once: “{first.figure.span.quote}”"
    if len(values) == 1:
        return "same", f"{quotes} give one figure"
    if first.report == last.report or first.as_of.latest != last.as_of.latest:
        return "update", f"{quotes}: the later figure differs"
    return "conflict", f"{quotes}: told of one day, the figures differ"
