"""Reasons from incidents that a dated report tells too: on which days would this report have said "on Sunday" of that day?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from firsthand.date.alone import core
from firsthand.date.reasons import Reason
from firsthand.date.shared import said_on
from firsthand.model.calendar import resolve, weekday_name
from firsthand.model.claim import Mention
from firsthand.model.daycount import add_days
from firsthand.model.extraction import Extraction
from firsthand.model.timeref import TimeExpr, TimeRef
from firsthand.model.value import Day
from firsthand.model.when import TimeSpan

REACH = 45
"""Days after an incident that are tried: later a report no longer tells it by weekday or "last week"."""
SINGLE = 3
"""Days that an incident may be wide to date a report by it."""
STRONG = 0
"""Millibits from which a link counts."""


def told_reasons(
    report: str, extractions: Mapping[str, Extraction], links: Sequence[tuple[str, str, int]], dated: Mapping[str, TimeSpan], names: Mapping[str, str]
) -> Iterator[Reason]:
    """Bounds on `report` from each dated report that tells an incident it tells."""
    for left, right, millibits in sorted(links):
        if report not in (left, right) or left == right or millibits < STRONG:
            continue
        other = right if left == report else left
        span = dated.get(other)
        if span is None or not span.known:
            continue
        found = told(extractions[report], extractions[other], span, names.get(other, other))
        if found is not None:
            yield found


def told(mine: Extraction, theirs: Extraction, span: TimeSpan, name: str) -> Reason | None:
    """The days on which the words of `mine` fit the days that `theirs`, which appeared in `span`, gives for what both tell."""
    for kind in shared_kinds(mine, theirs):
        day = incident_day(theirs, span, kind)
        refs = _refs(mine, kind)
        if day is None:
            continue
        found = _fitting(mine, refs, day, name) if refs else None
        if found is None and kind is None:
            found = _fitting(mine, _deictic(mine), day, name)
        if found is not None:
            return found
    day = incident_day(theirs, span, None)
    if day is None or day[0] is None:
        return None
    found = _fitting(mine, _deictic(mine), day, name)
    return found or Reason(day[0], None, f"it tells an incident that '{name}' puts on {day[0]}: it appeared on that day or later", 4)


def shared_kinds(mine: Extraction, theirs: Extraction) -> tuple[str | None, ...]:
    """Kinds of event that both tell, main ones of `mine` first; None stands for any."""
    kinds = {mention.kind for mention in theirs.mentions}
    ordered = sorted((m for m in mine.mentions if m.kind in kinds), key=lambda m: (m.role != "main", m.sentence))
    return (*dict.fromkeys(m.kind for m in ordered), None)


def _days(mention: Mention) -> Iterator[TimeRef]:
    for claim in mention.claims:
        if isinstance(claim.value, Day):
            yield claim.value.ref


def _refs(extraction: Extraction, kind: str | None) -> list[tuple[str, TimeRef]]:
    """Words and meanings of the days given for events of one kind."""
    found: list[tuple[str, TimeRef]] = []
    for mention in extraction.mentions:
        if kind is None or mention.kind == kind:
            found.extend((claim.value.expression, claim.value.ref) for claim in mention.claims if isinstance(claim.value, Day))
    return found


def incident_day(extraction: Extraction, span: TimeSpan, kind: str | None) -> tuple[date, date] | None:
    """The day most often given for main events of one kind by a dated report; None where it gives none, or a stretch."""
    votes: Counter[tuple[date, date]] = Counter()
    for mention in extraction.mentions:
        if kind is not None and mention.kind != kind:
            continue
        for ref in _days(mention):
            when = resolve(ref, span)
            if when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= SINGLE:
                votes[when.earliest, when.latest] += 2 if mention.role == "main" else 1
    if not votes:
        return None
    best = max(votes.values())
    return min(days for days, count in votes.items() if count == best)


def _deictic(extraction: Extraction) -> list[tuple[str, TimeRef]]:
    """Words counted from the report's own day, wherever they stand."""
    found = []
    for time in extraction.times:
        ref = core(time.ref)
        if ref.op in ("weekday", "ago") or (ref.op == "rel" and ref.args[0] in ("day", "week", "weekend")):
            found.append((time.span.quote, time.ref))
    return found


def _fitting(mine: Extraction, refs: Sequence[tuple[str, TimeRef]], day: tuple[date, date], name: str) -> Reason | None:
    """The days from the incident on for which one of the words means the incident's day."""
    best: tuple[list[date], str, TimeRef] | None = None
    for words, ref in refs:
        days = [p for p in (add_days(day[0], n) for n in range(REACH + 1)) if _means(ref, p, day)]
        if days and len(days) <= REACH and (best is None or len(days) < len(best[0])):
            best = days, words, ref
    if best is None:
        return None
    days, words, ref = best
    sentence = f"it tells with '{words}' an incident that '{name}' puts on {day[0]}"
    later, more = _after(mine, days, ref, day[0])
    return Reason(later[0], later[-1], sentence + more, 1) if later else Reason(days[0], days[-1], sentence, 1)


def _means(ref: TimeRef, published: date, day: tuple[date, date]) -> bool:
    when = resolve(ref, TimeSpan(earliest=published, latest=published))
    return when.earliest is not None and when.latest is not None and when.earliest <= day[1] and day[0] <= when.latest


def _after(mine: Extraction, days: list[date], ref: TimeRef, incident: date) -> tuple[list[date], str]:
    """What was said of an incident was said after it; and beside "this week" plain weekdays are days of that week."""
    weekdays = list(said_on(mine))
    if core(ref).op == "rel" and core(ref).args[0] == "week":
        weekdays = [day for time in mine.times if (day := _plain_weekday(time)) is not None]
    later = [p for p in days if all(add_days(p, -((p.weekday() - w) % 7)) >= incident for w in weekdays)]
    if not later or later == days:
        return days, ""
    listed = " and ".join(dict.fromkeys(weekday_name(w) for w in weekdays))
    return later, f", and names {listed} as past since then"


def _plain_weekday(time: TimeExpr) -> int | None:
    ref = core(time.ref)
    return ref.args[0] if ref.op == "weekday" and ref.args[1:] == ("",) and isinstance(ref.args[0], int) else None
