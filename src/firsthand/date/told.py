"""Reasons from incidents that a dated report tells too: on which days would this report have said "on Sunday" of that day?"""

from collections.abc import Iterator, Mapping
from datetime import date

from firsthand.date.company import STRONG, Company
from firsthand.date.incidents import OLDEST, days_of, distinct, may_recall, news_days, pooled_day
from firsthand.date.reasons import Reason
from firsthand.date.words import core
from firsthand.model.calendar import resolve, weekday_name
from firsthand.model.daycount import add_days
from firsthand.model.extraction import Extraction
from firsthand.model.timeref import TimeExpr, TimeRef
from firsthand.model.when import UNKNOWN, TimeSpan

REACH = 45
"""Days after an incident that are tried: later a report no longer tells it by weekday or "last week"."""
SURE = 8000
"""Millibits of a link from which any weekday that both reports name counts, not only that of the event."""
WEEK = 6
"""Days after a day within which its bare weekday still means it."""


def told_reasons(report: str, company: Company) -> Iterator[Reason]:
    """What the dated reports that tell the same incident say together: its day, and the days on which `report` would say so."""
    mine = company.shared.extractions[report]
    linked = company.shared.linked.get(report, {})
    surely = _surely(report, mine, sorted(o for o, bits in linked.items() if bits >= STRONG), company)
    if surely is None or surely.last is None:
        surely = _perhaps(mine, linked, company) or surely
    if surely is not None:
        yield surely
    elif company.trust.links and any(bits >= STRONG for bits in linked.values()):
        yield Reason(None, None, company.trust.links, 9)


def _surely(report: str, mine: Extraction, others: list[str], company: Company) -> Reason | None:
    """From reports that tell the same incident by all they say beside its day."""
    if company.trust.links:
        return None
    found = pooled_day(
        mine, {o: company.shared.extractions[o] for o in others}, company.dated, _last_day(others, report, company)
    )
    if found is None:
        return None
    day, supporters = found
    if _denied(mine, day) or _other_weekday(mine, day):
        return None
    listed = " and ".join(f"'{company.name(other)}'" for other in supporters[:3])
    listed += f" and {len(supporters) - 3} more" if len(supporters) > 3 else ""
    put = f"{listed} {'put' if len(supporters) > 1 else 'puts'} on {day[0]}"
    fits = _fitting(mine, day, put)
    if fits is None and not _may_be_old(mine, day):
        fits = _same_news(mine, company, others)
    return fits or Reason(add_days(day[0], -1), None, f"it tells an incident that {put}: it appeared then or later", 4)


def _last_day(others: list[str], report: str, company: Company) -> date | None:
    """The day by which the incident had happened: when the first report of it, or of a report like these, appeared."""
    linked = company.shared.linked
    further = {o for other in others for o, bits in linked.get(other, {}).items() if bits >= STRONG}
    days = [company.dated[o].latest for o in {*others, *further} - {report} if o in company.dated]
    return min((day for day in days if day is not None), default=None)


def _perhaps(mine: Extraction, linked: Mapping[str, int], company: Company) -> Reason | None:
    """From the likeliest of reports that perhaps tell the same incident: where the weekday given to the event agrees, they do."""
    near = [o for o in linked if o in company.dated]
    for other in sorted(near, key=lambda o: (-linked[o], o))[:1]:
        by_then = _last_day([other], mine.report, company)
        found = pooled_day(mine, {other: company.shared.extractions[other]}, company.dated, by_then)
        if found is None or _denied(mine, found[0]) or _may_be_old(mine, found[0]):
            continue
        own = [(words, ref) for words, ref in _given(mine, "main") if core(ref).op == "weekday"]
        for words, ref in own[:1]:
            days = [p for p in (add_days(found[0][0], n) for n in range(REACH + 1)) if means(ref, p, found[0])]
            if days and found[0][0] == found[0][1]:
                why = (
                    f"it tells with '{words}' what is likely the incident that '{company.name(other)}' puts on {found[0][0]}, "
                    f"a {weekday_name(found[0][0].weekday())}"
                )
                return Reason(days[0], days[-1], why, 2)
    return None


def _other_weekday(mine: Extraction, day: tuple[date, date]) -> bool:
    """Tell whether the report gives its main events weekdays of which none is the incident's, nor the next to it."""
    weekdays = {core(ref).args[0] for _, ref in _given(mine, "main") if core(ref).op == "weekday"}
    around = {add_days(day[0], n).weekday() for n in range(-1, (day[1] - day[0]).days + 2)}
    return bool(weekdays) and not weekdays & around


def _denied(mine: Extraction, day: tuple[date, date]) -> bool:
    """Tell whether the report gives its main events days of the month of which none is the incident's: the link is of twins."""
    main = [
        ref
        for m in mine.mentions
        if m.role == "main"
        for _, ref in days_of(m)
        if core(ref).op == "day" or ref.op == "range"
    ]
    return bool(main) and not any(
        means(ref, add_days(day[1], n), (add_days(day[0], -1), add_days(day[1], 1))) for ref in main for n in (1, 31)
    )


def _same_news(mine: Extraction, company: Company, others: list[str]) -> Reason | None:
    """A weekday that both it and fresh reports of the incident name ("said Saturday"): news of one week."""
    votes: dict[date, list[str]] = {}
    linked = company.shared.linked.get(mine.report, {})
    for other in (o for o in others if linked[o] >= SURE):
        for day in news_days(company.shared.extractions[other], company.dated.get(other, UNKNOWN)):
            votes.setdefault(day, []).append(other)
    mine_on = {
        weekday: time.span.quote for time in reversed(mine.times) if (weekday := _plain_weekday(time)) is not None
    }
    for day, supporters in sorted(votes.items(), key=lambda vote: (-len(vote[1]), vote[0])):
        if day.weekday() in mine_on:
            why = (
                f"it names '{mine_on[day.weekday()]}' in news of an incident of which '{company.name(supporters[0])}' "
                f"names {weekday_name(day.weekday())}, {day}"
            )
            return Reason(day, add_days(day, WEEK), why, 2)
    return None


def _fitting(mine: Extraction, day: tuple[date, date], put: str) -> Reason | None:
    """The days from the incident on for which the report's words mean the incident's day; None where no word surely does."""
    own = _given(mine)
    if _may_be_old(mine, day):
        return None
    # A weekday that is the incident's is a check in itself; "this week" fits many a day, so it counts only where the
    # report gives it to the event, and "yesterday" fits any day.
    weekdays = [(time.span.quote, time.ref) for time in distinct(mine.times) if core(time.ref).op == "weekday"]
    loose = [(words, ref) for words, ref in own if core(ref).op == "rel" and core(ref).args[0] == "week"]
    for words, ref in (*((w, r) for w, r in own if core(r).op == "weekday"), *weekdays, *loose):
        days = [p for p in (add_days(day[0], n) for n in range(REACH + 1)) if means(ref, p, day)]
        if days:
            later, more = after(mine, days, ref, day[0])
            how = (
                f"it tells with '{words}' an incident that"
                if (words, ref) in own
                else f"it says '{words}' and tells an incident that"
            )
            return Reason(later[0], later[-1], f"{how} {put}{more}", 1)
    return None


def _given(mine: Extraction, role: str | None = None) -> list[tuple[str, TimeRef]]:
    """Words and meanings given to events as their day, main ones first, in order of text; `role`: to these alone."""
    told = (mention for mention in mine.mentions if role in (None, mention.role))
    ordered = sorted(told, key=lambda mention: (mention.role != "main", mention.trigger.start))
    return [(words, ref) for mention in ordered for words, ref in days_of(mention)]


def _may_be_old(mine: Extraction, day: tuple[date, date]) -> bool:
    """Tell whether the report may recall the incident by its date or as "last month": then its weekdays are of later days."""
    for time in distinct(mine.times):
        if may_recall(time) and any(means(time.ref, add_days(day[1], n), day) for n in range(0, OLDEST, 7)):
            return True
    return False


def means(ref: TimeRef, published: date, day: tuple[date, date]) -> bool:
    """Tell whether words of a report that appeared on a day can mean the day of an incident."""
    when = resolve(ref, TimeSpan(earliest=published, latest=published))
    return when.earliest is not None and when.latest is not None and when.earliest <= day[1] and day[0] <= when.latest


def after(mine: Extraction, days: list[date], ref: TimeRef, incident: date) -> tuple[list[date], str]:
    """Beside "this week", plain weekdays are days of that week, and past."""
    if core(ref).op != "rel" or core(ref).args[0] != "week":
        return days, ""
    weekdays = [day for time in mine.times if (day := _plain_weekday(time)) is not None]
    later = [p for p in days if all(add_days(p, -((p.weekday() - w) % 7)) >= incident for w in weekdays)]
    if not later or later == days:
        return days, ""
    listed = " and ".join(dict.fromkeys(weekday_name(w) for w in weekdays))
    return later, f", and names {listed} as past since then"


def _plain_weekday(time: TimeExpr) -> int | None:
    ref = core(time.ref)
    return ref.args[0] if ref.op == "weekday" and ref.args[1:] == ("",) and isinstance(ref.args[0], int) else None
