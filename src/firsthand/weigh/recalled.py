"""Background paragraphs that recur add no source: to an incident that others tell none at all, else one for all of them."""

from collections.abc import Mapping

from firsthand.model.lineage import Lineage
from firsthand.weigh.evidence import Case
from firsthand.weigh.shared import Lines
from firsthand.weigh.source import Source


def once(case: Case, lines: Lines, tellings: Mapping[str, tuple[Source, ...]]) -> dict[str, tuple[Source, ...]]:
    """The sources of each telling, where those that only repeat background paragraphs have none of their own."""
    shared = _recalled(case, lines)
    if not shared:
        return dict(tellings)
    if set(tellings) - set(shared):
        return {report: () if report in shared else found for report, found in tellings.items()}
    return {report: _one(shared[report], found) for report, found in tellings.items()}


def _recalled(case: Case, lines: Lines) -> dict[str, Lineage]:
    """Reports of which every mention of this incident stands in passages of one boilerplate lineage."""
    triggers: dict[str, list[int]] = {}
    for mention in case.mentions:
        triggers.setdefault(mention.report, []).append(mention.trigger.start)
    news = {mention.report for mention in case.mentions if mention.role == "main"}
    out: dict[str, Lineage] = {}
    for report in sorted(triggers.keys() - news):
        for shared in lines.recurring(report):
            if all(any(p.start <= at < p.end for p in shared.passages) for at in triggers[report]):
                out.setdefault(report, shared.lineage)
    return out


def _one(lineage: Lineage, found: tuple[Source, ...]) -> tuple[Source, ...]:
    """Whoever is named in the paragraphs, the same in all; else whose paragraphs they are."""
    if any(source.named for source in found):
        return found
    why = f"the report repeats a paragraph of others: {lineage.origin}"
    return (Source(lineage.speaker or lineage.origin, why, lineage.speaker is not None, "shared", lineage.why),)
