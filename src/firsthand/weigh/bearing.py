"""Tellings that add nothing to an incident but a word: what is said there makes nobody a source of it."""

from collections.abc import Iterable

from firsthand.model.claim import COUNTS, Mention
from firsthand.model.report import Report

HARD = frozenset({*COUNTS, "date", "denial", "weapon"})
"""Fields with which somebody tells of this event, not of things of its sort."""


def stray(mentions: Iterable[Mention], report: Report | None) -> frozenset[str]:
    """Ids of the mentions of one event in one report that stand in a paragraph of their own, are of a kind that it is nowhere
    else, and give neither day, number nor weapon: an analyst's "battle", paragraphs below the news.
    """
    told = list(mentions)
    lines = {m.id: _line(m, report) for m in told}
    firm = [m for m in told if any(c.field in HARD and not c.inferred for c in m.claims)]
    if report is None or not firm:
        return frozenset()
    news, kinds = {lines[m.id] for m in firm}, {m.kind for m in firm}
    return frozenset(m.id for m in told if m not in firm and lines[m.id] not in news and m.kind not in kinds)


def _line(mention: Mention, report: Report | None) -> int:
    return report.text.count("\n", 0, mention.trigger.start) if report is not None else 0
