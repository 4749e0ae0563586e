"""What sharing tells in this record: the reports that are dated show whether it means that two appeared together.

News agencies' texts and statements go round within days. Press releases of one office say the same words over every raid, and
local outlets print the text of last month's arrest again under the trial: there shared words date nothing.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from firsthand.date.company import STRONG, Shared, Trust
from firsthand.date.incidents import pooled_day
from firsthand.date.shared import DAYS_ROUND
from firsthand.model.lineage import Lineage
from firsthand.model.when import TimeSpan

BEFOREHAND = 20
"""Pairs that are supposed beside those at hand, all but one of which hold: a small record is not judged by its first pair."""
TEXTS_HOLD = 0.95
LINKS_HOLD = 0.93
"""Share of pairs that must hold for a text, or an incident, that is shared to date a report."""
DAY = timedelta(days=1)


def trust(shared: Shared, dated: Mapping[str, TimeSpan]) -> Trust:
    """What the reports in `dated`, which are dated by themselves, show of those that share."""
    return Trust(texts=_texts(shared, dated), links=_links(shared, dated))


def holds(held: int, pairs: int, least: float) -> bool:
    """Tell whether enough of the pairs hold, with those that are supposed beforehand."""
    return (held + BEFOREHAND - 1) / (pairs + BEFOREHAND) >= least


def _texts(shared: Shared, dated: Mapping[str, TimeSpan]) -> dict[str, str]:
    near: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    every: dict[str, Lineage] = {one.id: one for found in shared.lineages.values() for one in found}
    for _, lineage in sorted(every.items()):
        days = sorted(day for report in set(lineage.reports) if (day := _day(report, dated)) is not None)
        for day in days[1:]:
            pairs[lineage.kind] += 1
            near[lineage.kind] += (day - days[0]).days <= DAYS_ROUND
    return {
        kind: f"in this record {pairs[kind] - near[kind]} of {pairs[kind]} dated reports that share a text appeared more than "
        f"{DAYS_ROUND} days after the first: it dates nothing here"
        for kind in sorted(pairs)
        if not holds(near[kind], pairs[kind], TEXTS_HOLD)
    }


def _links(shared: Shared, dated: Mapping[str, TimeSpan]) -> str:
    """Where reports really tell one incident, none of them appeared before the day that another gives it."""
    held = pairs = 0
    for left in sorted(shared.linked):
        day = _day(left, dated)
        for right, millibits in sorted(shared.linked[left].items()):
            if day is None or millibits < STRONG or right not in dated:
                continue
            told = pooled_day(shared.extractions[left], {right: shared.extractions[right]}, dated)
            if told is not None:
                pairs += 1
                held += day >= told[0][0] - DAY
    if holds(held, pairs, LINKS_HOLD):
        return ""
    return f"in this record {pairs - held} of {pairs} dated reports that seem to tell one incident appeared before it"


def _day(report: str, dated: Mapping[str, TimeSpan]) -> date | None:
    span = dated.get(report)
    return span.earliest if span is not None and span.width == 0 else None
