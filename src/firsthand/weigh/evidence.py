"""All that reports say of one incident, claim by claim, with who says it and when it appeared."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from firsthand.model.claim import COUNTS, Claim, Field, Mention, Role
from firsthand.model.folded import ReportEntry
from firsthand.model.incident import Group
from firsthand.model.when import TimeSpan
from firsthand.weigh.pages import Pages
from firsthand.weigh.sums import Row
from firsthand.weigh.tolls import left_out, lists, replaced, with_attackers, with_parts

ROLES: tuple[Role, ...] = ("main", "background")
DATED = 31
"""Widest interval, in days, in which a report may have appeared for it to bound what it tells."""
ORDERED = 3
"""The same for its figures to be put in order of time."""


class Stated(NamedTuple):
    """A claim with its id, the role of its telling, and when its report appeared.

    `said_on`: the earliest day on which that can have been, None where it is not known to some days.
    """

    claim: Claim
    id: str
    role: Role
    published: TimeSpan
    said_on: date | None


class Case:
    """An incident as told: its mentions, and their claims in the order of the reports.

    `news` is False where all tellings only recall it. Claims are found by field and by report, so that an incident that many
    reports tell is not gone through from end to end for each of them.
    """

    def __init__(
        self,
        *,
        group: Group,
        mentions: Sequence[tuple[str, Mention]],
        stated: Sequence[Stated],
        news: bool,
        pages: Pages,
    ) -> None:
        self.group = group
        self.mentions = tuple(mention for _, mention in mentions)
        self.mention_ids = frozenset(key for key, _ in mentions)
        self.stated = tuple(stated)
        self.news = news
        self.pages = pages
        self.reports = pages.reports
        self.extractions = pages.extractions
        self._tellings = {role: sorted({t.report for t in group.tellings if t.role == role}) for role in ROLES}
        self._told: dict[str, list[tuple[str, Mention]]] = {}
        for key, mention in mentions:
            self._told.setdefault(mention.report, []).append((key, mention))
        self._by_report: dict[str, list[Stated]] = {}
        for one in stated:
            self._by_report.setdefault(one.claim.report, []).append(one)
        held = sorted((s for s in stated if s.claim.voice.stance != "denies"), key=lambda s: s.role != "main")
        self._place = {s.id: place for place, s in enumerate(held)}
        self._left_out: dict[Field, frozenset[str]] = {}
        self._replaced: dict[Field, frozenset[str]] = {}
        self._by_field: dict[Field, list[Stated]] = {}
        for one in held:
            self._by_field.setdefault(one.claim.field, []).append(one)

    def of(self, *fields: Field) -> Sequence[Stated]:
        """Claims for these fields that are not denied; those of news before those that are only recalled."""
        if len(fields) == 1:
            return self._by_field.get(fields[0], ())
        found = [s for field in fields for s in self._by_field.get(field, ())]
        return sorted(found, key=lambda s: self._place[s.id])

    def told_by(self, report: str) -> Sequence[tuple[str, Mention]]:
        """The mentions that a report tells it by, with their ids."""
        return self._told.get(report, ())

    def stated_by(self, report: str) -> Sequence[Stated]:
        """The claims of one report."""
        return self._by_report.get(report, ())

    def left_out(self, field: Field) -> frozenset[str]:
        """Ids of claims to a count that are no toll of the whole, or only recalled as replaced."""
        if field not in self._left_out:
            self._left_out[field] = left_out([(s.id, s.claim) for s in self.of(field)], self.reports, field)
        return self._left_out[field]

    def replaced(self, field: Field) -> frozenset[str]:
        """Ids of those that are only recalled as replaced."""
        if field not in self._replaced:
            self._replaced[field] = replaced([(s.id, s.claim) for s in self.of(field)], self.reports, field)
        return self._replaced[field]

    def lists(self, field: Field) -> list[Row]:
        """Figures of different people that are told in one breath, and nobody adds up."""
        return lists([(s.id, s.claim) for s in self.of(field)], self.reports, field)

    def published(self, report: str) -> TimeSpan:
        """When a report appeared."""
        return self.pages.published(report)

    def tellings(self, role: Role) -> Sequence[str]:
        """Reports that tell it in that role, sorted."""
        return self._tellings[role]


def case(group: Group, pages: Pages) -> Case:
    """Collect what the tellings of a group say."""
    roles = {telling.event: telling.role for telling in group.tellings}
    own = {key for telling in group.tellings for key in telling.mentions}
    told = [
        one
        for report in sorted({telling.report for telling in group.tellings})
        for one in pages.told(report)
        if one.mention.event in roles and one.id in own
    ]
    stated: dict[str, Stated] = {}
    claims = [(key, claim, one.mention) for one in told for key, claim in one.claims]
    attackers = with_attackers([(key, claim) for key, claim, _ in claims])
    for key, claim, mention in claims:
        if key not in stated:
            published = pages.published(mention.report)
            day = published.earliest if published.width is not None and published.width <= ORDERED else None
            stated[key] = Stated(attackers.get(key, claim), key, roles[mention.event], published, day)
    counted: dict[Field, list[tuple[str, Claim]]] = {}
    for one in stated.values():
        if one.claim.voice.stance != "denies":
            counted.setdefault(one.claim.field, []).append((one.id, one.claim))
    for field in COUNTS:
        for key, claim in with_parts(counted.get(field, ()), pages.reports, field).items():
            stated[key] = stated[key]._replace(claim=claim)
    return Case(
        group=group,
        mentions=[(one.id, one.mention) for one in told],
        stated=tuple(stated.values()),
        news="main" in roles.values(),
        pages=pages,
    )


def appeared(entry: ReportEntry | None) -> date | None:
    """The last day on which a report can have appeared, None where that is not known to some days."""
    span = entry.published if entry is not None else None
    return span.latest if span is not None and span.width is not None and span.width <= ORDERED else None


def ids(stated: Iterable[Stated]) -> tuple[str, ...]:
    """Ids of claims, sorted, each once."""
    return tuple(sorted({s.id for s in stated}))


def reports_of(stated: Iterable[Stated]) -> tuple[str, ...]:
    """Reports that claims stand in, sorted, each once."""
    return tuple(sorted({s.claim.report for s in stated}))


def most(values: Sequence[str]) -> str:
    """The commonest value; of equally common ones the longest, then the first in order. Errors: ValueError for none."""
    return min(set(values), key=lambda value: (-values.count(value), -len(value), value))
