"""All that reports say of one incident, claim by claim, with who says it and when it appeared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from firsthand.model.claim import COUNTS, Claim, Field, Mention, Role
from firsthand.model.extraction import Extraction
from firsthand.model.incident import Group
from firsthand.model.report import Report
from firsthand.model.when import UNKNOWN, TimeSpan
from firsthand.weigh.tolls import left_out, replaced, with_attackers, with_parts

DATED = 31
"""Widest interval, in days, in which a report may have appeared for it to bound what it tells."""
ORDERED = 3
"""The same for its figures to be put in order of time."""


class Stated(NamedTuple):
    """A claim with its id, the role of its telling, and when its report appeared."""

    claim: Claim
    id: str
    role: Role
    published: TimeSpan

    @property
    def said_on(self) -> date | None:
        """The earliest day on which its report can have appeared, None where that is not known to some days."""
        known = self.published.width is not None and self.published.width <= ORDERED
        return self.published.earliest if known else None


@dataclass(frozen=True, slots=True)
class Case:
    """An incident as told: its mentions, and their claims in the order of the reports.

    `news` is False where all tellings only recall it.
    """

    group: Group
    mentions: tuple[Mention, ...]
    stated: tuple[Stated, ...]
    news: bool
    reports: Mapping[str, Report]
    extractions: Mapping[str, Extraction]
    dated: Mapping[str, TimeSpan]

    def of(self, *fields: Field) -> list[Stated]:
        """Claims for these fields that are not denied; those of news before those that are only recalled."""
        found = [s for s in self.stated if s.claim.field in fields and s.claim.voice.stance != "denies"]
        return sorted(found, key=lambda s: s.role != "main")

    def left_out(self, field: Field) -> frozenset[str]:
        """Ids of claims to a count that are no toll of the whole, or only recalled as replaced."""
        return left_out([(s.id, s.claim) for s in self.of(field)], self.reports, field)

    def replaced(self, field: Field) -> frozenset[str]:
        """Ids of those that are only recalled as replaced."""
        return replaced([(s.id, s.claim) for s in self.of(field)], self.reports, field)

    def published(self, report: str) -> TimeSpan:
        """When a report appeared."""
        return self.dated.get(report, UNKNOWN)

    def tellings(self, role: Role) -> list[str]:
        """Reports that tell it in that role, sorted."""
        return sorted({t.report for t in self.group.tellings if t.role == role})


def case(
    group: Group, reports: Mapping[str, Report], extractions: Mapping[str, Extraction], dated: Mapping[str, TimeSpan]
) -> Case:
    """Collect what the tellings of a group say."""
    roles = {telling.event: telling.role for telling in group.tellings}
    told = {key for telling in group.tellings for key in telling.mentions}
    mentions = [
        mention
        for report in sorted({telling.report for telling in group.tellings})
        for mention in extractions[report].mentions
        if mention.event in roles and mention.id in told
    ]
    stated: dict[str, Stated] = {}
    attackers = with_attackers([claim for mention in mentions for claim in mention.claims])
    for mention in mentions:
        published = dated.get(mention.report, UNKNOWN)
        for claim in mention.claims:
            one = Stated(attackers.get(claim.id, claim), claim.id, roles[mention.event], published)
            stated.setdefault(one.id, one)
    for field in COUNTS:
        counted = [(s.id, s.claim) for s in stated.values() if s.claim.voice.stance != "denies"]
        for key, claim in with_parts(counted, field).items():
            stated[key] = stated[key]._replace(claim=claim)
    return Case(
        group=group,
        mentions=tuple(mentions),
        stated=tuple(stated.values()),
        news="main" in roles.values(),
        reports=reports,
        extractions=extractions,
        dated=dated,
    )


def ids(stated: Iterable[Stated]) -> tuple[str, ...]:
    """Ids of claims, sorted, each once."""
    return tuple(sorted({s.id for s in stated}))


def reports_of(stated: Iterable[Stated]) -> tuple[str, ...]:
    """Reports that claims stand in, sorted, each once."""
    return tuple(sorted({s.claim.report for s in stated}))


def most(values: Sequence[str]) -> str:
    """The commonest value; of equally common ones the longest, then the first in order. Errors: ValueError for none."""
    return min(set(values), key=lambda value: (-values.count(value), -len(value), value))
