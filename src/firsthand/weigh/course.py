"""How the account of an incident changed, from the incident as it was weighed: no second reading of the reports.

A figure counts from the last day on which its report can have appeared, as in a record as of a day. What stood after a day is
weighed by the rule of `best` from the readings that had been given by then. Grouping, origins and what is part of what are
those of now.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from msgspec.structs import replace

from firsthand.model.course import Course, Denied, Did, FigureTold, History, Stood
from firsthand.model.folded import ReportEntry, StatedClaim
from firsthand.model.incident import Best, Discrepancy, Incident, Reading, Readings
from firsthand.model.value import Denial
from firsthand.weigh.account import Figures, Given
from firsthand.weigh.evidence import appeared

APART = ("part", "recalled", "aside")
"""Figures that do nothing to the account."""


def history(incident: Incident, claims: Mapping[str, StatedClaim], reports: Mapping[str, ReportEntry]) -> History:
    """The history of all counts of an incident. `claims`, `reports`: by id."""
    best = {found.field: found for found in incident.best}
    denied = (_denied(one, claims, reports) for one in incident.discrepancies if one.kind == "denial")
    return History(
        courses=tuple(_course(found, best.get(found.field), claims, reports) for found in incident.counts),
        denied=tuple(sorted(denied, key=lambda one: (one.day is None, str(one.day), one.field, one.why))),
    )


def _course(
    found: Readings, now: Best | None, claims: Mapping[str, StatedClaim], reports: Mapping[str, ReportEntry]
) -> Course:
    members = {claim for one in found.sums for claim in one.claims}
    rows = [row for reading in found.readings for row in _rows(reading, members, claims, reports)]
    rows += [row for reading in found.sums for row in _rows(reading, set(), claims, reports, added=True)]
    others = any(row.did not in ("attackers", "part", "recalled") for row in rows)
    if not others:
        # Where nobody else's losses are told, the attackers' are the account.
        rows = [replace(row, did="first") if row.did == "attackers" else row for row in rows]
    dated = sorted((row for row in rows if row.day is not None), key=_order)
    sides = {attackers: Figures() for attackers in (False, True)}
    given = Given(found, claims, reports)
    told: list[FigureTold] = []
    stood: list[Stood] = []
    for day, same_day in groupby(dated, key=lambda row: row.day or date.max):
        before = stood[-1].best if stood else None
        today = [row if row.did in APART else sides[row.did == "attackers"].weighed(row, before) for row in same_day]
        told += today
        stood.append(Stood(day=day, best=given.take(claim for row in today for claim in row.claims)))
    undated = sorted((row for row in rows if row.day is None), key=_order)
    return Course(field=found.field, told=tuple(told), undated=tuple(undated), stood=tuple(stood), now=now)


def _order(row: FigureTold) -> tuple[str, str, str, str, int, tuple[str, ...]]:
    return str(row.day), row.report, row.speaker or "", row.quote, row.count.number or 0, row.claims


def _rows(
    reading: Reading,
    members: set[str],
    claims: Mapping[str, StatedClaim],
    reports: Mapping[str, ReportEntry],
    *,
    added: bool = False,
) -> Iterator[FigureTold]:
    """The figure of a reading as each voice in each report gives it. `members`: claims that a sum adds up; `added`: it is one."""
    found: dict[tuple[str, str], list[StatedClaim]] = {}
    for stated in (claims[key] for key in reading.claims if key in claims):
        found.setdefault((stated.claim.report, (stated.claim.voice.speaker or "").casefold()), []).append(stated)
    for (report, _), told in found.items():
        first = min(told, key=lambda one: (one.claim.span.start, one.id))
        ids = tuple(sorted(one.id for one in told))
        ways = [way for way in reading.ways if way.report == report and set(way.claims) & set(ids)]
        yield FigureTold(
            report=report,
            day=appeared(reports.get(report)),
            count=reading.count,
            quote=_quoted(told if added else [first]),
            speaker=first.claim.voice.speaker,
            stance=first.claim.voice.stance,
            origins=tuple(sorted({way.origin for way in ways})) or reading.origins,
            through=tuple(dict.fromkeys(name for way in ways for name in way.chain[1:])),
            claims=ids,
            did="part" if members.issuperset(ids) else _stands(reading, set(ids)),
        )


def _quoted(told: Iterable[StatedClaim]) -> str:
    """The words of a figure; of a sum those of what it adds up."""
    spans = sorted((stated.claim.span.start, stated.claim.span.quote) for stated in told)
    return " + ".join(dict.fromkeys(" ".join(quote.split()) for _, quote in spans))


def _stands(reading: Reading, ids: set[str]) -> Did:
    """Why a figure is no part of the account; "first" where it is one."""
    if reading.count.side == "attacker":
        return "attackers"
    if reading.count.part_of is not None:
        return "part"
    if ids <= set(reading.recalled):
        return "recalled"
    return "aside" if ids <= set(reading.aside) else "first"


def _denied(found: Discrepancy, claims: Mapping[str, StatedClaim], reports: Mapping[str, ReportEntry]) -> Denied:
    """A denial with the first report that has it, where one of its claims is the denial itself."""
    stated = [claims[key] for key in found.claims if key in claims]
    own = [s for s in stated if isinstance(s.claim.value, Denial) or s.claim.voice.stance == "denies"]
    if not own:
        return Denied(field=found.field, why=found.why, claims=found.claims)
    first = min(own, key=lambda s: (str(appeared(reports.get(s.claim.report)) or "?"), s.claim.report, s.id))
    day = appeared(reports.get(first.claim.report))
    return Denied(
        field=found.field, why=found.why, day=day, report=first.claim.report, speaker=first.claim.voice.speaker,
        claims=found.claims,
    )  # fmt: skip
