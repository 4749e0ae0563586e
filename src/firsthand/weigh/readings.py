"""Who says how many: every answer to one count with all who give it, the latest first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from firsthand.model.claim import COUNTS, Field
from firsthand.model.incident import Reading, Readings
from firsthand.model.value import Count, Side
from firsthand.weigh.evidence import Case, Stated, ids, most, reports_of
from firsthand.weigh.origins import Sources
from firsthand.weigh.tolls import recalled

OUTLET: Final = "the report itself"
"""How the outlet's own voice is shown where nothing names the outlet."""

OPEN: Final = frozenset({"at_least", "more_than"})


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


class Answers:
    """The answers to every count of an incident, each worked out once.

    `fields`: those that anything is told of, in the order of the format.
    """

    def __init__(self, case: Case, sources: Sources) -> None:
        self.case = case
        self.sources = sources
        self._grouped = {field: found for field in COUNTS if (found := _grouped(case, field))}
        self.fields = tuple(self._grouped)
        self._supported: dict[Field, tuple[Group, ...]] = {}
        self._readings: dict[tuple[Field, Answer, int], Reading] = {}

    def grouped(self, field: Field) -> tuple[Group, ...]:
        """The answers to one field, the latest first; those whose day is not known come last."""
        return self._grouped.get(field, ())

    def supported(self, field: Field) -> tuple[Group, ...]:
        """The same without claims that are no toll of the whole or only recall a figure as replaced; all where that is all."""
        if field not in self._supported:
            aside = self.case.left_out(field)
            groups = [Group(g.answer, tuple(s for s in g.told if s.id not in aside)) for g in self.grouped(field)]
            found = sorted((group for group in groups if group.told), key=_latest_first)
            self._supported[field] = tuple(found) or self.grouped(field)
        return self._supported[field]

    def reading(self, field: Field, group: Group) -> Reading:
        """One answer as it is read. Of one field no two groups have the same answer and as many claims but not the same ones."""
        key = (field, group.answer, len(group.told))
        if key not in self._readings:
            self._readings[key] = reading_of(group.told, self.case, self.sources)
        return self._readings[key]


def _grouped(case: Case, field: Field) -> tuple[Group, ...]:
    found: dict[Answer, list[Stated]] = {}
    for stated in case.of(field):
        if isinstance(stated.claim.value, Count):
            found.setdefault(_answer(stated.claim.value), []).append(stated)
    groups = [Group(answer, tuple(told)) for answer, told in found.items()]
    return tuple(sorted(groups, key=_latest_first))


def _latest_first(group: Group) -> tuple[int, int, str]:
    return (-_day(group.told), -(group.answer.number or group.answer.low or 0), repr(group.answer))


def readings(answers: Answers) -> tuple[Readings, ...]:
    """All counts of an incident, fields in the order of the format."""
    return tuple(Readings(field=field, readings=tuple(_told(answers, field))) for field in answers.fields)


def _told(answers: Answers, field: Field) -> Iterator[Reading]:
    """The readings of a field, each with those of its claims that give no toll of the whole."""
    kept = {s.id for group in answers.supported(field) for s in group.told}
    old = answers.case.replaced(field)
    for group in answers.grouped(field):
        reading = answers.reading(field, group)
        aside = tuple(key for key in reading.claims if key not in kept)
        yield replace(reading, aside=aside, recalled=tuple(key for key in aside if key in old))


def voice_name(stated: Stated, sources: Sources) -> str:
    """Who says it: the speaker as first named, or the outlet."""
    speaker, voice = sources.said_by(stated), stated.claim.voice
    if speaker is None and sources.first(voice) is None:
        speaker = voice.speaker
    return speaker or sources.teller(stated.claim.report) or OUTLET


def quoted(stated: Stated, sources: Sources) -> str:
    """The words of a claim on one line, with who says it and when."""
    when = f" on {stated.said_on.isoformat()}" if stated.said_on is not None else ""
    return f"“{' '.join(stated.claim.span.quote.split())}” ({voice_name(stated, sources)}{when})"


def count_of(stated: Stated) -> Count:
    """The count that a claim gives. Errors: TypeError for a claim of something else."""
    if not isinstance(stated.claim.value, Count):
        raise TypeError(f"{stated.id} gives no count")
    return stated.claim.value


def _answer(count: Count) -> Answer:
    # Words without any number are the same answer only where they are the same words.
    vague = (
        "" if count.number is not None or count.low is not None or count.high is not None else count.wording.casefold()
    )
    number = count.number if count.number is not None or count.low != count.high else count.low
    bound: str = count.bound
    if bound in OPEN and count.low is not None:
        # "More than 12" and "at least 13" say the same.
        number, bound = count.low, "at_least"
    return Answer(number, bound, count.low, count.high, count.side == "attacker", count.part_of is not None, vague)


def _day(told: Sequence[Stated]) -> int:
    """Ordinal of the latest day on which it was said, 0 where none is known."""
    return max((s.said_on.toordinal() for s in told if s.said_on is not None), default=0)


def reading_of(told: Sequence[Stated], case: Case, sources: Sources) -> Reading:
    """One answer with all who give it; who only recalls it as replaced does not support it, where anybody else does."""
    own = [s for s in told if not recalled(s.claim, case.reports.get(s.claim.report))] or told
    days = sorted(s.said_on for s in own if s.said_on is not None)
    return Reading(
        count=_count(told),
        voices=tuple(sorted({name for s in own for name in sources.said(s) or (voice_name(s, sources),)})),
        origins=tuple(sorted({name for s in own for name in sources.of(s)})),
        reports=reports_of(told),
        first_said=days[0].isoformat() if days else None,
        claims=ids(told),
        ways=sources.ways(own),
    )


def _count(told: Sequence[Stated]) -> Count:
    """The count in the words that are told most, with whom it is of."""
    counts = [count_of(s) for s in told]
    who = [c.who for c in counts if c.who]
    sides: list[Side] = [c.side for c in counts if c.side != "unknown"]
    side = min(set(sides), key=lambda s: (-sides.count(s), s)) if sides else "unknown"
    wording = [c.wording for c in counts if c.wording]
    # Of words that say the same ("more than 12", "at least 13") those that most give.
    meant = Counter((c.number, c.bound) for c in counts)
    first = min(counts, key=lambda c: (-meant[c.number, c.bound], counts.index(c)))
    return replace(first, who=most(who) if who else None, side=side, wording=most(wording) if wording else "")
