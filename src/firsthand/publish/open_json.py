"""Open questions as JSON: in an incident of the record, and as `firsthand open` lists them."""

from collections.abc import Iterable, Mapping

from firsthand.model.incident import OpenQuestion
from firsthand.model.left_open import LeftOpen
from firsthand.publish.parts import Json

__all__ = ["left_open_json", "open_json"]


def open_json(one: OpenQuestion, names: Mapping[str, str]) -> Json:
    """One thing that one report leaves open. `names`: of reports, by id."""
    span = {"start": one.span.start, "end": one.span.end, "quote": one.span.quote} if one.span else None
    return {
        "what": one.what, "claims": list(one.claims), "report": names.get(one.report, one.report),
        "settled_by": one.settled_by, "kind": one.kind, "about": one.about, "span": span, "said_by": one.said_by,
        "since": one.since, "settled_in": names.get(one.settled_in, one.settled_in) if one.settled_in else None,
        "settled_on": one.settled_on, "settled_words": one.settled_words,
    }  # fmt: skip


def left_open_json(found: Iterable[LeftOpen], names: Mapping[str, str]) -> list[Json]:
    """The list that `firsthand open --json` prints: each question as first told, and what settled it."""
    return [_listed(one, names) for one in found]


def _listed(one: LeftOpen, names: Mapping[str, str]) -> Json:
    answer = open_json(one.answer or one.asked, names)
    settled = {
        key: answer[key] if one.answer else None for key in ("settled_by", "settled_in", "settled_on", "settled_words")
    }
    return {
        "incident": one.incident, "title": one.title, **open_json(one.asked, names), **settled,
        "again": sorted(names.get(report, report) for report in one.again), "settled": one.answer is not None, "days": one.days,
    }  # fmt: skip
