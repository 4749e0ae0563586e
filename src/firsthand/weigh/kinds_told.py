"""What kind of event it was, in what state, and under which title it is listed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from firsthand.model.claim import Mention, Status
from firsthand.model.incident import IncidentPlace
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.weigh.evidence import Case

EXACT, BY_COARSER, BY_FINER = 10, 8, 5
"""What one telling says for a kind: it names it; it names a coarser kind, which this one refines; it names a finer one."""
GENERAL = frozenset({"attack", "attack on forces", "attack on civilians", "killing", "other", "armed clash"})
"""Kinds that words for the outcome or for any violence lead to: they count less where a kind names the means."""
AFTER = frozenset(
    {"capture", "arrest", "release", "displacement", "seizure of weapons", "looting", "arson", "aid", "statement"}
)
"""What goes with or follows an attack: it names the incident where nothing names the means."""
HAPPENED: tuple[Status, ...] = ("occurred", "ongoing", "attempted")


def told_kind(case: Case, kinds: Kinds) -> str:
    """The most specific kind that most tellings support; news before what is recalled."""
    by_event: dict[str, set[str]] = {}
    for mention in _news(case):
        by_event.setdefault(mention.event, set()).add(mention.kind)
    deadly = any(c.field == "killed" for m in _news(case) for c in m.claims)
    alike = Counter(frozenset(told) for told in by_event.values())
    votes = {kind: _votes(kind, alike, kinds, deadly=deadly) for told in alike for kind in told}
    return min(votes, key=lambda kind: (-votes[kind], -len(kinds.line(kind)), kind), default="other")


def _votes(kind: str, alike: Mapping[frozenset[str], int], kinds: Kinds, *, deadly: bool) -> int:
    """What tellings say for a kind; `alike`: how many have which kinds."""
    total = 0
    for told, number in alike.items():
        if kind in told:
            total += EXACT * number
        elif any(kinds.refines(kind, other) for other in told):
            total += BY_COARSER * number
        elif any(kinds.refines(other, kind) for other in told):
            total += BY_FINER * number
    return total * ((6 if deadly else 8) if kind in AFTER else 7 if kind in GENERAL else 10)


def told_status(case: Case) -> Status:
    """What most mentions say came of it; a denial by one voice does not undo what another tells."""
    told = [m.status for m in _news(case)]
    return min(HAPPENED, key=lambda status: (-told.count(status), HAPPENED.index(status)))


def _news(case: Case) -> Sequence[Mention]:
    if not case.news:
        return case.mentions
    return [m for m in case.mentions if m.role == "main"] or case.mentions


def title(kind: str, places: Sequence[IncidentPlace], span: TimeSpan, kinds: Kinds) -> str:
    """Kind, best place and days in words; what is not known is left out."""
    parts = [kinds[kind].title]
    if places:
        parts.append(places[0].place.name)
    day = days(span.earliest, span.latest)
    return ", ".join([*parts, day] if day else parts)


def days(first: date | None, last: date | None) -> str:
    """An interval of days in words."""
    if first is None or last is None:
        return f"by {_day(last)}" if last is not None else ""
    if first == last:
        return _day(first)
    if first.year == last.year and first.month == last.month:
        return f"{first.day} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}" if first.year != last.year else f"{first:%d %B} to {_day(last)}".lstrip("0")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
