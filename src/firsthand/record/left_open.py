"""What the reports of a record leave open, each question once, oldest first."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from firsthand.model.folded import Folded
from firsthand.model.incident import About, Incident, OpenQuestion
from firsthand.model.left_open import LeftOpen

ONE: Final[frozenset[About]] = frozenset({"toll", "responsibility", "identity", "search"})
"""Kinds of which an incident has one question, however often and in whatever words it is put."""
ANSWERED: Final[frozenset[About]] = frozenset({"responsibility", "comment"})
"""Kinds that stay answered: who says afterwards that nobody has claimed it has not heard of the claim."""
FAR = date.max.isoformat()


def left_open(
    folded: Folded,
    incident: Incident | None = None,
    *,
    about: About | None = None,
    settled: bool = False,
    as_of: date | None = None,
) -> tuple[LeftOpen, ...]:
    """Open questions by incident, the incident with the oldest first; `settled`: with those that a later report settled.

    `as_of`: the day of looking, else the day of the last report.
    """
    last = as_of or last_day(folded)
    held = [incident] if incident is not None else folded.incidents
    found = [[one for one in _of(each, last) if _wanted(one, about, settled=settled)] for each in held]
    ordered = sorted((each for each in found if each), key=lambda each: (_since(each[0]), each[0].incident))
    return tuple(one for each in ordered for one in each)


def last_day(folded: Folded) -> date | None:
    """The day on which the last report appeared, None where no report has one."""
    return max((entry.published.latest for entry in folded.reports if entry.published.latest is not None), default=None)


def _wanted(one: LeftOpen, about: About | None, *, settled: bool) -> bool:
    return (about is None or one.asked.about == about) and (settled or one.answer is None)


def _of(incident: Incident, last: date | None) -> list[LeftOpen]:
    """The questions on one incident, oldest first."""
    same: dict[tuple[str, str], list[OpenQuestion]] = {}
    for one in incident.open:
        if one.kind == "announced":
            same.setdefault(_key(one), []).append(one)
    return sorted(
        (_merged(incident, asked, last) for asked in same.values()), key=lambda one: (_since(one), one.asked.what)
    )


def _key(one: OpenQuestion) -> tuple[str, str]:
    return (one.about, "" if one.about in ONE else " ".join(one.what.casefold().split()))


def _merged(incident: Incident, asked: Sequence[OpenQuestion], last: date | None) -> LeftOpen:
    """Several tellings of one question: settled where the last of them is, or any of a kind that stays answered."""
    ordered = sorted(asked, key=lambda one: (one.since or FAR, one.report, one.what))
    answers = sorted((one for one in ordered if one.settled), key=lambda one: (one.settled_on or FAR, one.report))
    stays = ordered[0].about in ANSWERED
    answer = answers[0] if answers and (stays or ordered[-1].settled) else None
    end = date.fromisoformat(answer.settled_on) if answer is not None and answer.settled_on else last
    since = ordered[0].since
    return LeftOpen(
        incident=incident.id,
        title=incident.title,
        asked=ordered[0],
        again=tuple(sorted({one.report for one in ordered[1:]} - {ordered[0].report})),
        answer=answer,
        days=None if since is None or end is None else max(0, (end - date.fromisoformat(since)).days),
    )


def _since(one: LeftOpen) -> str:
    return one.asked.since or FAR
