"""Reasons from what a report only points to: "an operation against the group in the delta this week".

Such words are too few for a link: kind, place and parties alone must never lend a day. They count where the report is bounded
to some weeks by itself, and in those weeks the dated reports tell of those parties in that place on one day only.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from firsthand.date.company import Company
from firsthand.date.incidents import days_of
from firsthand.date.reasons import NARROW, Reason
from firsthand.date.told import after, means
from firsthand.date.words import core
from firsthand.model.calendar import resolve
from firsthand.model.claim import Mention
from firsthand.model.daycount import add_days
from firsthand.model.extraction import Extraction
from firsthand.model.place import Place
from firsthand.model.timeref import TimeRef
from firsthand.model.value import Party, Where
from firsthand.model.when import TimeSpan

COARSE = frozenset({"country"})
"""Places in which too much happens."""
REAL = frozenset({"occurred", "ongoing"})
Key = tuple[str, str, str]
"""A place, a role and a named party in it."""


class Told(NamedTuple):
    """A day on which a dated report (by id) tells of a key; `number` orders all of them, one a day that an event names."""

    number: int
    day: date
    report: str


class Echoes:
    """What the dated reports tell of, by key; looked through once, and only where a report asks."""

    def __init__(self, company: Company) -> None:
        self.company = company

    @cached_property
    def _by_key(self) -> dict[Key, list[Told]]:
        found: dict[Key, list[Told]] = {}
        number = 0
        for report in sorted(self.company.dated):
            said = self.company.shared.extractions.get(report)
            for mention in said.mentions if said is not None else ():
                keys = _keys(mention) if mention.status in REAL else set()
                for _, ref in days_of(mention) if keys else ():
                    when = resolve(ref, self.company.dated[report])
                    if when.earliest is None or when.earliest != when.latest:
                        continue
                    number += 1
                    for key in keys:
                        found.setdefault(key, []).append(Told(number, when.earliest, report))
        return found

    def told(self, own: set[Key], alone: TimeSpan, report: str) -> list[tuple[date, str, Key]]:
        """The days of the window on which other reports tell of the same parties in the same places, each with report and key."""
        if alone.earliest is None or alone.latest is None:
            return []
        first, last = add_days(alone.earliest, -1), alone.latest
        found: dict[int, tuple[date, str, Key]] = {}
        for key in sorted(own):
            for one in self._by_key.get(key, ()):
                if one.report != report and first <= one.day <= last:
                    found.setdefault(one.number, (one.day, self.company.name(one.report), key))
        return [found[number] for number in sorted(found)]


def echo_reasons(report: str, alone: TimeSpan, echoes: Echoes) -> Iterator[Reason]:
    """What the words say of when `report` appeared, which by itself did so in the days of `alone`; at most one reason."""
    if alone.earliest is None or alone.latest is None or not 0 < (alone.latest - alone.earliest).days <= NARROW:
        return
    mine = echoes.company.shared.extractions[report]
    for mention in sorted(mine.mentions, key=lambda m: (m.role != "main", m.trigger.start)):
        own = _keys(mention)
        for words, ref in days_of(mention) if own and mention.status in REAL else ():
            if not _near(ref):
                continue
            told = echoes.told(own, alone, report)
            reason = _reason(mine, words, ref, told, alone) if len({day for day, *_ in told}) == 1 else None
            if reason is not None:
                yield reason
                return


def _near(ref: TimeRef) -> bool:
    """Tell whether words name a day of the week in which they are said."""
    plain = core(ref)
    return plain.op == "weekday" or (plain.op == "rel" and plain.args[:2] == ("week", 0))


def _keys(mention: Mention) -> set[Key]:
    """What an event can be known by: its places with its named parties."""
    stated = [c.value.place for c in mention.claims if isinstance(c.value, Where) and not c.inferred]
    places = {place.name for place in stated if isinstance(place, Place) and place.precision not in COARSE}
    parties = {
        ("hit" if c.field in ("target", "victim") else c.field, c.value.entity)
        for c in mention.claims
        if isinstance(c.value, Party) and c.value.type == "named" and c.value.entity
    }
    return {(place, role, party) for place in places for role, party in parties}


def _reason(
    mine: Extraction, words: str, ref: TimeRef, told: list[tuple[date, str, Key]], alone: TimeSpan
) -> Reason | None:
    day, other, (place, _, party) = told[0]
    if alone.earliest is None or alone.latest is None:
        return None
    fits = [p for p in (add_days(day, n) for n in range(NARROW)) if alone.earliest <= p <= alone.latest]
    days = [p for p in fits if means(ref, p, (day, day))]
    if not days:
        return None
    later, more = after(mine, days, ref, day)
    why = (
        f"it tells with '{words}' of {party} in {place}, of which the reports of these weeks tell on one day: "
        f"'{other}' on {day}{more}"
    )
    return Reason(later[0], later[-1], why, 3)
