"""Who the dead, hurt or taken were: fighters for one voice, people who do not fight for another."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from firsthand.model.claim import Field
from firsthand.model.incident import Discrepancy
from firsthand.model.value import Count, Party
from firsthand.weigh.camps import ANYBODY, Camp, Camps
from firsthand.weigh.evidence import Case, Stated, ids
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import quoted, voice_name
from firsthand.weigh.tolls import size

COUNTED: tuple[tuple[Field, ...], ...] = (
    ("killed", "civilian_killed"), ("wounded", "civilian_wounded"), ("captured",), ("killed_or_wounded",),
)  # fmt: skip
WERE = "arguments.were"
"""The rule by which a report tells who all of them were: "those killed were farmers"."""
SIDES: Final[dict[str, Camp]] = {"civilian": "civilian", "target": "state"}
MOST = 4
"""Claims of one camp and number that are held against those of the other."""


class Who(NamedTuple):
    """A claim that tells who somebody was. `camp`: None where its words leave it open; `number`: how many."""

    stated: Stated
    camp: Camp | None
    number: int | None
    plain: bool


def status(case: Case, sources: Sources, camps: Camps) -> Iterator[Discrepancy]:
    """Who all of them were, against those who call them otherwise; else the same number, fighters for one and not for another."""
    said = [who for s in case.of("victim") if (who := _said(s, camps)) is not None]
    counted = {f: [who for s in case.of(*f) if (who := _counted(s, camps)) is not None] for f in COUNTED}
    were = [who for who in said if who.stated.claim.by == WERE]
    every = [*said, *(who for found in counted.values() for who in found if who.plain)]
    for one in were[:MOST]:
        others = [w for w in every if w.stated.claim.report != one.stated.claim.report]
        pair = _dispute([one, *others], sources)
        if pair is not None:
            beside = [w.stated for w in (*were, *others) for x in pair if w.camp == x.camp]
            yield _told("victim", *pair, sources, beside)
            return
    for fields, found in counted.items():
        pairs = (_dispute(told, sources) for told in _by_number(found))
        first = next((pair for pair in pairs if pair is not None), None)
        if first is not None:
            yield _told(fields[0], *first, sources)


def _by_number(counted: Iterable[Who]) -> Iterator[list[Who]]:
    found: dict[int | None, list[Who]] = {}
    for who in counted:
        found.setdefault(who.number, []).append(who)
    yield from found.values()


def _counted(stated: Stated, camps: Camps) -> Who | None:
    """A count of people who are not the attackers, and no part."""
    value = stated.claim.value
    if (
        not isinstance(value, Count)
        or value.side == "attacker"
        or value.part_of is not None
        or size(value) in (None, 0)
    ):
        return None
    # "People" are counted as civilians until somebody says who they were: that alone disputes nothing.
    plain = camps.told(value.who or "")
    side: Camp | None = None if camps.noun(value.who or "") in ANYBODY else SIDES.get(value.side)
    return Who(stated, plain or side, size(value), plain is not None)


def _said(stated: Stated, camps: Camps) -> Who | None:
    value = stated.claim.value
    camp = camps.told(value.text) if isinstance(value, Party) else None
    return Who(stated, camp, None, True) if camp is not None else None


def _dispute(told: Iterable[Who], sources: Sources) -> tuple[Who, Who] | None:
    """The first two, of those that say it plainest, of whom one does not fight and the other does; of other origins."""
    ranked = sorted(told, key=lambda w: (not w.plain, w.stated.id))
    civil = [w for w in ranked if w.camp == "civilian"][:MOST]
    armed = [w for w in ranked if w.camp in ("armed", "state")][:MOST]
    pairs = ((one, other) for one in civil for other in armed if _of_others(one.stated, other.stated, sources))
    return next(pairs, None)


def _of_others(a: Stated, b: Stated, sources: Sources) -> bool:
    """Tell whether two claims go back to different people."""
    if a.claim.report == b.claim.report and voice_name(a, sources) == voice_name(b, sources):
        return False
    # What a report says in its own words is its own, whoever may have given it the number.
    return not set(sources.said(a)) & set(sources.said(b))


def _told(field: Field, one: Who, other: Who, sources: Sources, beside: Iterable[Stated] = ()) -> Discrepancy:
    why = f"{quoted(one.stated, sources)}, {quoted(other.stated, sources)}: civilians for one, not for the other"
    return Discrepancy(field=field, kind="status", claims=ids([one.stated, other.stated, *beside]), why=why)
