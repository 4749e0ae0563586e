"""Tellings that add nothing to an incident but a word: what is said there makes nobody a source of it."""

from collections.abc import Iterable

from firsthand.model.claim import COUNTS, Mention
from firsthand.model.report import Report

HARD = frozenset({*COUNTS, "date", "denial", "weapon"})
"""Fields with which somebody tells of this event, not of things of its sort."""


def stray(mentions: Iterable[tuple[str, Mention]], report: Report | None) -> frozenset[str]:
    """Of the mentions of one event in one report, (id, mention), the ids of those that stand in a paragraph of their own, are of
    a kind that it is nowhere else, and give neither day, number nor weapon: an analyst's "battle", paragraphs below the news.
    """
    told = list(mentions)
    firm = {key: m for key, m in told if any(c.field in HARD and not c.inferred for c in m.claims)}
    if report is None or not firm or len(firm) == len(told):
        return frozenset()
    kinds, news = {m.kind for m in firm.values()}, {_line(m, report) for m in firm.values()}
    return frozenset(key for key, m in told if key not in firm and m.kind not in kinds and _line(m, report) not in news)


def _line(mention: Mention, report: Report) -> int:
    return report.text.count("\n", 0, mention.trigger.start)
