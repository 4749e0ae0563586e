"""How the account of an incident changed, from the incident as it was weighed: no second reading of the reports.

A figure counts from the last day on which its report can have appeared, as in a record as of a day. What stood after a day is
weighed by the rule of `best` from the readings that had been given by then. Grouping, origins and what is part of what are
those of now.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from msgspec.structs import replace

from firsthand.model.course import Course, Denied, Did, FigureTold, History, Stood
from firsthand.model.folded import ReportEntry, StatedClaim
from firsthand.model.incident import Best, Discrepancy, Incident, Reading, Readings
from firsthand.model.value import Count, Denial
from firsthand.weigh.best import best_among
from firsthand.weigh.evidence import ORDERED
from firsthand.weigh.tolls import size

MANY = 10**12
"""Stands for an open upper end."""


def history(incident: Incident, claims: Mapping[str, StatedClaim], reports: Mapping[str, ReportEntry]) -> History:
    """The history of all counts of an incident. `claims`, `reports`: by id."""
    best = {found.field: found for found in incident.best}
    denied = (_denied(one, claims, reports) for one in incident.discrepancies if one.kind == "denial")
    return History(
        courses=tuple(_course(found, best.get(found.field), claims, reports) for found in incident.counts),
        denied=tuple(sorted(denied, key=lambda one: (one.day is None, str(one.day), one.field, one.why))),
    )


def appeared(entry: ReportEntry | None) -> date | None:
    """The last day on which a report can have appeared, None where that is not known to some days."""
    span = entry.published if entry is not None else None
    return span.latest if span is not None and span.width is not None and span.width <= ORDERED else None


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
    told: list[FigureTold] = []
    stood: list[Stood] = []
    for day, same_day in groupby(dated, key=lambda row: row.day or date.max):
        before = stood[-1].best if stood else None
        for row in same_day:
            told.append(_weighed(row, before, told))
        known = {claim for row in told for claim in row.claims}
        added = [one for one in (_only(one, known, claims, reports) for one in found.sums) if one.claims]
        best = best_among(found.field, _given(found.readings, known, claims, reports), added)
        stood.append(Stood(day=day, best=best))
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


def _weighed(row: FigureTold, before: Best | None, told: Sequence[FigureTold]) -> FigureTold:
    """The figure with what it did to the account as it stood before its day. `told`: those that are listed before it."""
    kept = [one for one in told if one.did not in ("part", "recalled", "aside")]
    mine = [one for one in kept if (one.did == "attackers") == (row.did == "attackers")]
    own = [one for one in mine if one.origins and set(one.origins) <= set(row.origins) and str(one.day) < str(row.day)]
    last = own[-1] if own and _ends(row.count) != (0, MANY) else None
    replaces = last.quote if last is not None and not _same(last.count, row.count) else None
    if row.did != "first":
        return replace(row, replaces=replaces if row.did == "attackers" else None)
    if any(_same(one.count, row.count) for one in mine):
        return replace(row, did="same")
    return replace(row, did="first" if before is None else _change(row.count, before, mine), replaces=replaces)


def _change(count: Count, before: Best, told: Iterable[FigureTold]) -> Did:
    """What a figure says against the account before it: how exactly it is put where one contains the other, else the number."""
    low, high = _ends(count)
    stood, number = before.best, size(count)
    if stood is None:
        # Words without a number, or one end, is all that stood before.
        first, last = before.low or 0, MANY if before.high is None or before.high == before.low else before.high
        if number is None:
            return "higher" if low > last else "lower" if high < first else "less exact"
        return "more exact" if first <= number <= last else "higher" if number > last else "lower"
    ends = [_ends(row.count) for row in told if size(row.count) == stood]
    if low < high and low <= stood <= high:
        return "same" if number == stood and all(first < last for first, last in ends) else "less exact"
    if low == high and any(first < last < MANY and first <= low <= last for first, last in ends):
        return "more exact"
    if number == stood:
        return "same" if any(first == last for first, last in ends) else "more exact"
    return "higher" if (number if number is not None else low) > stood else "lower"


def _ends(count: Count) -> tuple[int, int]:
    return count.low or 0, MANY if count.high is None else count.high


def _same(one: Count, other: Count) -> bool:
    """Tell whether two figures are the same answer; words without any number only where they are the same words."""
    ends = (one.number, one.bound, one.low, one.high)
    if ends != (other.number, other.bound, other.low, other.high):
        return False
    return ends[0] is not None or ends[2:] != (None, None) or one.wording.casefold() == other.wording.casefold()


def _given(
    readings: Iterable[Reading],
    known: set[str],
    claims: Mapping[str, StatedClaim],
    reports: Mapping[str, ReportEntry],
) -> list[Reading]:
    """The readings as far as the known claims give them; those that are no toll of the whole only where that is all."""
    every = tuple(readings)
    kept = [_only(one, known - set(one.aside), claims, reports) for one in every]
    kept = [one for one in kept if one.claims]
    return kept or [one for one in (_only(one, known, claims, reports) for one in every) if one.claims]


def _only(
    reading: Reading, known: set[str], claims: Mapping[str, StatedClaim], reports: Mapping[str, ReportEntry]
) -> Reading:
    """A reading as the known claims alone give it."""
    ids = tuple(key for key in reading.claims if key in known)
    ways = tuple(way for way in reading.ways if set(way.claims) & set(ids))
    told = sorted({claims[key].claim.report for key in ids if key in claims})
    origins = tuple(sorted({way.origin for way in ways})) or reading.origins
    days = sorted(str(reports[key].published.earliest) for key in told if appeared(reports.get(key)) is not None)
    return replace(
        reading, claims=ids, ways=ways, reports=tuple(told), origins=origins, first_said=days[0] if days else None,
    )  # fmt: skip


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
