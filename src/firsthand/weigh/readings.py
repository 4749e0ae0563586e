"""Who says how many: every answer to one count with all who give it, the latest first."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from firsthand.model.claim import COUNTS, Field
from firsthand.model.incident import Reading, Readings
from firsthand.model.value import Count, Side
from firsthand.weigh.evidence import Case, Stated, ids, most, reports_of
from firsthand.weigh.origins import Sources

OUTLET: Final = "the report itself"
"""How the outlet's own voice is shown where nothing names the outlet."""


class Answer(NamedTuple):
    """What makes two counts the same answer: number, interval, how it is meant, whose side, and whether it is a part."""

    number: int | None
    bound: str
    low: int | None
    high: int | None
    attackers: bool
    part: bool
    vague: str


class Group(NamedTuple):
    """One answer and the claims that give it."""

    answer: Answer
    told: tuple[Stated, ...]


def grouped(case: Case, field: Field) -> tuple[Group, ...]:
    """The answers to one field, the latest first; those whose day is not known come last."""
    found: dict[Answer, list[Stated]] = {}
    for stated in case.of(field):
        if isinstance(stated.claim.value, Count):
            found.setdefault(_answer(stated.claim.value), []).append(stated)
    groups = [Group(answer, tuple(told)) for answer, told in found.items()]
    return tuple(sorted(groups, key=lambda g: (-_day(g.told), -(g.answer.number or g.answer.low or 0), repr(g.answer))))


def readings(case: Case, sources: Sources) -> tuple[Readings, ...]:
    """All counts of an incident, fields in the order of the format."""
    found = []
    for field in COUNTS:
        told = tuple(_reading(group, case, sources) for group in grouped(case, field))
        if told:
            found.append(Readings(field=field, readings=told))
    return tuple(found)


def voice_name(stated: Stated, case: Case, sources: Sources) -> str:
    """Who says it: the speaker as first named, or the outlet."""
    speaker = sources.first(stated.claim.voice)
    if speaker:
        return speaker
    report = case.reports.get(stated.claim.report)
    return (report.outlet if report else None) or OUTLET


def count_of(stated: Stated) -> Count:
    """The count that a claim gives. Errors: TypeError for a claim of something else."""
    if not isinstance(stated.claim.value, Count):
        raise TypeError(f"{stated.id} gives no count")
    return stated.claim.value


def _answer(count: Count) -> Answer:
    # Words without any number are the same answer only where they are the same words.
    vague = "" if count.number is not None or count.low is not None or count.high is not None else count.wording.casefold()
    return Answer(
        count.number, count.bound, count.low, count.high, count.side == "attacker", count.part_of is not None, vague
    )


def _day(told: Sequence[Stated]) -> int:
    """Ordinal of the latest day on which it was said, 0 where none is known."""
    return max((s.said_on.toordinal() for s in told if s.said_on is not None), default=0)


def _reading(group: Group, case: Case, sources: Sources) -> Reading:
    told = group.told
    days = sorted(s.said_on for s in told if s.said_on is not None)
    return Reading(
        count=_count(told),
        voices=tuple(sorted({voice_name(s, case, sources) for s in told})),
        origins=tuple(sorted({name for s in told for name in sources.of(s)})),
        reports=reports_of(told),
        first_said=days[0].isoformat() if days else None,
        claims=ids(told),
    )


def _count(told: Sequence[Stated]) -> Count:
    """The count in the words that are told most, with whom it is of."""
    counts = [count_of(s) for s in told]
    who = [c.who for c in counts if c.who]
    sides: list[Side] = [c.side for c in counts if c.side != "unknown"]
    side = min(set(sides), key=lambda s: (-sides.count(s), s)) if sides else "unknown"
    wording = [c.wording for c in counts if c.wording]
    return replace(counts[0], who=most(who) if who else None, side=side, wording=most(wording) if wording else "")


def parts_left_out(found: Iterable[Reading]) -> list[Reading]:
    """Readings that are no part of another."""
    return [reading for reading in found if reading.count.part_of is None]
