"""What an audit comes to: precision over all, by field and by kind, with what it rests on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.audit.estimate import Cell, estimate
from firsthand.audit.marks import Claims, Marks, auditors, marks_of, samples_of
from firsthand.audit.sample import Layer, layers
from firsthand.model.audit import Judged, Sample
from firsthand.model.audited import Drawn, Results, Row
from firsthand.model.claim import Field
from firsthand.model.match import Decision

Within = Callable[[Judged, Field | None, str | None], bool]
"""Tells whether a claim is of a field and a kind (None: any)."""


def results(
    claims: Sequence[Judged], decisions: Sequence[Decision], within: Within, by: str | None = None
) -> tuple[Results, ...]:
    """What every sample of every person, or of one, comes to."""
    known = Claims(claims)
    found = []
    for person in auditors(decisions):
        if by is None or by == person:
            marks = marks_of(person, decisions, known)
            for sample in samples_of(person, decisions):
                part = [one for one in claims if within(one, sample.field, sample.kind)]
                found.append(result(person, sample, layers(sample, part), marks))
    return tuple(found)


NOTHING = Row(name="all", claims=0, drawn=0, right=0, wrong=0, unsure=0, estimate=None)
"""What comes of a sample of which the record has no claim any more."""


def result(by: str, sample: Sample, found: Sequence[Layer], marks: Marks) -> Results:
    """What one person's marks say of one sample."""
    seen = [_seen(layer, marks.held) for layer in found]
    drawn = {one.judged.claim for part in seen for one in part.drawn}
    every = [one for layer in found for one in layer.claims]
    faults = Counter(mark.fault for claim, mark in marks.held.items() if claim in drawn and mark.kind == "wrong")
    many = sum(part.stratum.right + part.stratum.wrong + part.stratum.unsure for part in seen)
    return Results(
        by=by,
        sample=sample,
        overall=next(iter(_rows(every, seen, lambda _: "all")), NOTHING),
        fields=_rows(every, seen, lambda one: one.field),
        kinds=_rows(every, seen, lambda one: one.kind),
        rules=_rows(every, seen, lambda one: one.by.partition(" ")[0]),
        strata=tuple(part.stratum for part in seen),
        faults=tuple(sorted(faults.items(), key=lambda item: (-item[1], item[0] or "~"))),
        left=len(drawn) - many,
        unreached=sum(part.stratum.claims for part in seen if part.stratum.weight is None),
        outside=len(marks.held) - many,
        gone=len(marks.gone),
    )


class Said(NamedTuple):
    """A drawn claim, and what was said of it."""

    judged: Judged
    verdict: str | None


class Seen(NamedTuple):
    """The drawn claims of one stratum."""

    stratum: Drawn
    drawn: tuple[Said, ...]


def _seen(layer: Layer, held: Mapping[str, Decision]) -> Seen:
    drawn = tuple(Said(one, held[one.claim].kind if one.claim in held else None) for one in layer.claims[: layer.drawn])
    said, many = Counter(one.verdict for one in drawn), len(layer.claims)
    marked = said["right"] + said["wrong"]
    stratum = Drawn(
        field=layer.key[0], kind=layer.key[1], claims=many, drawn=layer.drawn, right=said["right"],  # type: ignore[arg-type]
        wrong=said["wrong"], unsure=said["unsure"], chance=layer.drawn / many, weight=many / marked if marked else None,
    )  # fmt: skip
    return Seen(stratum, drawn)


def _rows(every: Iterable[Judged], seen: Iterable[Seen], of: Callable[[Judged], str]) -> tuple[Row, ...]:
    """A row for each name of which a claim was drawn, the most marked first."""
    claims = Counter(map(of, every))
    told: dict[str, Counter[str | None]] = defaultdict(Counter)
    cells: dict[str, list[Cell]] = defaultdict(list)
    for stratum, drawn in seen:
        here: dict[str, Counter[str | None]] = defaultdict(Counter)
        for one in drawn:
            here[of(one.judged)][one.verdict] += 1
        for name, said in here.items():
            told[name].update(said)
            marked = said["right"] + said["wrong"]
            if marked and stratum.weight is not None:
                cells[name].append(Cell(right=said["right"], marked=marked, weight=stratum.weight * marked))
    rows = (
        Row(
            name=name, claims=claims[name], drawn=said.total(), right=said["right"], wrong=said["wrong"], unsure=said["unsure"],
            estimate=estimate(cells[name]),
        )
        for name, said in told.items()
    )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.marked, -row.claims, row.name)))
