"""The day of an incident, from the days that its tellings give."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from firsthand.model.calendar import edtf
from firsthand.model.incident import IncidentDate
from firsthand.model.meant import day_meant
from firsthand.model.when import Basis, TimeSpan
from firsthand.weigh.evidence import DATED, Case, Stated, ids, reports_of
from firsthand.weigh.fresh import lag

ORDER: tuple[Basis, ...] = ("stated", "relative", "inferred", "unknown")


AFTERMATH = frozenset({"arrest", "trial", "execution of sentence", "statement", "visit"})
"""Kinds that follow a deed on days of their own."""


class Said(NamedTuple):
    """A day that a claim gives."""

    stated: Stated
    first: date
    last: date
    basis: Basis


def incident_date(case: Case) -> IncidentDate:
    """The interval that most reports agree on, as narrow as they make it; else what bounds it; else nothing."""
    said = days_told(case)
    if not said:
        return _bounded(case)
    support = _support(said)
    best = min(
        said,
        key=lambda s: (-support[s.first, s.last], (s.last - s.first).days, ORDER.index(s.basis), s.first, s.stated.id),
    )
    agreeing = sorted(
        (s for s in said if _meet(s, best)), key=lambda s: ((s.last - s.first).days, s.first, s.stated.id)
    )
    first, last = best.first, best.last
    for one in agreeing:
        if max(first, one.first) <= min(last, one.last):
            first, last = max(first, one.first), min(last, one.last)
    others = [s for s in said if not _meet(s, best)]
    basis = min((s.basis for s in agreeing if s.first >= first or s.last <= last), key=ORDER.index, default=best.basis)
    span = TimeSpan(edtf=edtf(first, last), earliest=first, latest=last, basis=basis, why=_why(agreeing, others))
    return IncidentDate(span=span, claims=ids(s.stated for s in agreeing))


def days_told(case: Case) -> list[Said]:
    """Days with both ends known; of news where there is news."""
    found: list[Said] = []
    deed = {m.id for m in case.mentions if m.kind not in AFTERMATH}
    for stated in case.of("date"):
        # What became of it (an arrest, a trial) has days of its own.
        if deed and stated.claim.mention not in deed:
            continue
        if case.news and stated.role != "main":
            continue
        span = day_meant(stated.claim, stated.published)
        if span is not None and span.earliest is not None and span.latest is not None:
            found.append(Said(stated, span.earliest, span.latest, span.basis))
    # What is told of the event itself stands before what the story around it lets one infer.
    return [said for said in found if not said.stated.claim.inferred] or found


def _support(said: Sequence[Said]) -> dict[tuple[date, date], int]:
    """How many reports give a day which meets each of those that are given."""
    given: dict[tuple[date, date], set[str]] = {}
    for one in said:
        given.setdefault((one.first, one.last), set()).add(one.stated.claim.report)
    return {
        (first, last): len(set().union(*(told for (a, b), told in given.items() if max(first, a) <= min(last, b))))
        for first, last in given
    }


def _meet(a: Said, b: Said) -> bool:
    return max(a.first, b.first) <= min(a.last, b.last)


def _why(agreeing: Sequence[Said], others: Sequence[Said]) -> tuple[str, ...]:
    """One sentence for each way in which the day is given, and one for the days that differ."""
    seen: dict[tuple[str, str | None], list[Said]] = {}
    for one in agreeing:
        seen.setdefault((one.stated.claim.span.quote, edtf(one.first, one.last)), []).append(one)
    why = [
        f"'{quote}' means {day} ({_reports(found)})"
        for (quote, day), found in sorted(seen.items(), key=lambda x: (-len(x[1]), x[0][0]))
    ]
    apart = sorted({f"'{s.stated.claim.span.quote}' would mean {edtf(s.first, s.last)}" for s in others})
    return (*why[:5], *apart[:3])


def _reports(found: Sequence[Said]) -> str:
    number = len(reports_of(s.stated for s in found))
    return "one report" if number == 1 else f"{number} reports"


def _bounded(case: Case) -> IncidentDate:
    """No day is told: news appeared no earlier than what it tells."""
    told = [case.published(report) for report in case.tellings("main")]
    # That a report was read by some day says when it appeared, but nothing worth saying of what it tells.
    latest = min(
        (s.latest for s in told if s.latest is not None and s.width is not None and s.width <= DATED), default=None
    )
    open_days = _open(case)
    bounds = [day for _, day in open_days] + ([latest] if latest else [])
    if not bounds:
        why = ("no report gives a day, and when they appeared is not known",)
        return IncidentDate(span=TimeSpan(why=why), claims=ids(case.of("date")))
    end = min(bounds)
    since = lag(case) if not open_days and not case.of("date") else None
    reason = "no report gives the day; it was told as news by then" if latest == end else "a report gives only its end"
    # What such news mostly means is said as a reason: a beginning without words of a report would be a value without evidence.
    reasons = [reason, since] if since is not None else [reason]
    span = TimeSpan(edtf=edtf(None, end), latest=end, basis="inferred", why=tuple(reasons))
    return IncidentDate(span=span, claims=ids(s for s, _ in open_days))


def _open(case: Case) -> list[tuple[Stated, date]]:
    """Days of which only the end is known."""
    found = []
    for stated in case.of("date"):
        span = day_meant(stated.claim, stated.published)
        if span is not None and span.earliest is None and span.latest is not None:
            found.append((stated, span.latest))
    return found
