"""Standing figures as JSON: each with its readings in the order of time, and how they go together."""

from collections.abc import Mapping

from firsthand.model.standing import StandingFigure, StandingReading
from firsthand.publish.parts import Json

__all__ = ["figure_json"]


def figure_json(figure: StandingFigure, names: Mapping[str, str]) -> Json:
    """One figure. `names`: of reports, by id."""
    now = figure.now
    return {
        "what": figure.what, "where": figure.where, "readings": [_reading(one, names) for one in figure.readings],
        "kind": figure.kind, "why": figure.why,
        "now": {"low": now.low, "best": now.best, "high": now.high, "as_of": now.as_of} if now is not None else None,
        "changes": [
            {"kind": one.kind, "earlier": one.earlier, "later": one.later, "why": one.why} for one in figure.changes
        ],
    }  # fmt: skip


def _reading(one: StandingReading, names: Mapping[str, str]) -> Json:
    span = {"start": one.span.start, "end": one.span.end, "quote": one.span.quote} if one.span is not None else None
    return {
        "number": one.number, "bound": one.bound, "low": one.low, "high": one.high,
        "report": names.get(one.report, one.report), "as_of": one.as_of, "span": span, "sentence": one.sentence,
        "voices": list(one.voices), "origin": one.origin,
    }  # fmt: skip
