"""The day of an incident that several reports tell, by those of them that are dated."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from firsthand.date.words import core
from firsthand.model.calendar import resolve
from firsthand.model.claim import Mention
from firsthand.model.extraction import Extraction
from firsthand.model.timeref import TimeExpr, TimeRef
from firsthand.model.value import Day
from firsthand.model.when import UNKNOWN, TimeSpan

SINGLE = 3
"""Days that an incident may be wide to date a report by it."""
OLD = 7
"""Days back from which a report that names a day is told to recall: news is a week old at most."""
WITH_WEEKDAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day")
"""A date given with its weekday is news."""
OLDEST = 400
"""Days back beyond which a day is history, and no sign that the report's news is a follow-up."""


def pooled_day(
    mine: Extraction, others: Mapping[str, Extraction], dated: Mapping[str, TimeSpan], latest: date | None = None
) -> tuple[tuple[date, date], tuple[str, ...]] | None:
    """The day that most reports give the incident, and those that do; None where they do not agree by half.

    An undated report counts where it states the day in full. `latest`: the day by which the incident had happened; a later one is
    that of what came of it.
    """
    votes: dict[tuple[date, date], list[str]] = {}
    for other, theirs in others.items():
        days = (incident_day(theirs, dated.get(other, UNKNOWN), kind) for kind in shared_kinds(mine, theirs))
        day = next((found for found in days if found is not None), None) or opening_day(
            theirs, dated.get(other, UNKNOWN)
        )
        if day is not None and (latest is None or day[0] <= latest):
            votes.setdefault(day, []).append(other)
    if not votes:
        return None
    day, supporters = min(votes.items(), key=lambda vote: (-len(vote[1]), vote[0]))
    return (day, tuple(supporters)) if 2 * len(supporters) >= sum(map(len, votes.values())) else None


def shared_kinds(mine: Extraction, theirs: Extraction) -> tuple[str | None, ...]:
    """Kinds of event that both tell, main ones of `mine` first; None stands for any."""
    kinds = {mention.kind for mention in theirs.mentions}
    ordered = sorted((m for m in mine.mentions if m.kind in kinds), key=lambda m: (m.role != "main", m.sentence))
    return (*dict.fromkeys(m.kind for m in ordered), None)


def incident_day(extraction: Extraction, span: TimeSpan, kind: str | None) -> tuple[date, date] | None:
    """The day most often given for events of one kind by a dated report; None where it gives none, or a stretch.

    A report that also names a day of weeks before may be a follow-up, whose "on Friday" is the day of the arrest: its
    weekdays count for nothing, its stated days do.
    """
    votes: Counter[tuple[date, date]] = Counter()
    follow_up = recalls(extraction, span)
    for mention in extraction.mentions:
        if kind is not None and mention.kind != kind:
            continue
        for _, ref in days_of(mention):
            when = resolve(ref, span)
            if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > SINGLE:
                continue
            if not (follow_up and is_news(ref)):
                votes[when.earliest, when.latest] += 2 if mention.role == "main" else 1
    if not votes:
        return None
    best = max(votes.values())
    return min(days for days, count in votes.items() if count == best)


def opening_day(extraction: Extraction, span: TimeSpan) -> tuple[date, date] | None:
    """The first weekday or "yesterday" of a dated report that recalls nothing old: the day of its news."""
    if recalls(extraction, span):
        return None
    for time in extraction.times:
        if is_news(time.ref):
            when = resolve(time.ref, span)
            if when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= SINGLE:
                return when.earliest, when.latest
    return None


def news_days(extraction: Extraction, span: TimeSpan) -> tuple[date, ...]:
    """The days that a dated report names by their weekday, in order of text; none where it recalls something old."""
    if recalls(extraction, span):
        return ()
    named = (
        resolve(time.ref, span)
        for time in extraction.times
        if core(time.ref).op == "weekday" and core(time.ref).args[1:] == ("",)
    )
    return tuple(
        dict.fromkeys(when.earliest for when in named if when.earliest is not None and when.earliest == when.latest)
    )


def days_of(mention: Mention) -> Iterator[tuple[str, TimeRef]]:
    """Words and meanings of the days that a mention is given."""
    for claim in mention.claims:
        if isinstance(claim.value, Day):
            yield claim.value.expression, claim.value.ref


def is_news(ref: TimeRef) -> bool:
    """Tell whether words name a day of the last week: a weekday, "today", "last night"."""
    plain = core(ref)
    return plain.op == "weekday" or (plain.op == "rel" and plain.args[:1] == ("day",))


def may_recall(time: TimeExpr) -> bool:
    """Tell whether words may name a time more than a week before the report: a date, "last month", "two weeks ago"."""
    ref = core(time.ref)
    if time.type not in ("DATE", "TIME") or WITH_WEEKDAY.search(time.span.quote):
        return False
    if ref.op == "rel":
        return ref.args[0] in ("week", "month") and ref.args[1] == -1
    if ref.op == "ago":
        return ref.args[1] in ("week", "month") or (isinstance(ref.args[0], int) and ref.args[0] >= OLD)
    return ref.op == "day" or (ref.op == "month" and ref.args[0] is None)


def distinct(times: Iterable[TimeExpr]) -> tuple[TimeExpr, ...]:
    """The first expression of each meaning, in order of text: a text may say "Monday" ten thousand times."""
    first: dict[TimeRef, TimeExpr] = {}
    for time in times:
        first.setdefault(time.ref, time)
    return tuple(first.values())


def recalls(extraction: Extraction, span: TimeSpan) -> bool:
    """Tell whether a dated report names a time of weeks or months before it."""
    if span.earliest is None:
        return False
    for time in distinct(extraction.times):
        when = resolve(time.ref, span) if may_recall(time) else None
        if when is not None and when.latest is not None and OLD <= (span.earliest - when.latest).days <= OLDEST:
            return True
    return False
