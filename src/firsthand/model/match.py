"""Why two tellings may be one incident, and what people decided."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from firsthand.model.audit import Fault, Judged, Sample
from firsthand.model.base import Record, digest
from firsthand.model.place import Place

AUDIT = frozenset({"right", "wrong", "unsure", "sample"})
"""Kinds of decisions that only measure: nothing is concluded from them."""
MARK = "mrk"
"""What the ids of these begin with, so that a record tells them from the others without reading them."""


class Feature(Record, frozen=True, kw_only=True):
    """One reason for or against: the two values compared, its weight in 1/1000 bit, and a sentence."""

    name: str
    left: str
    right: str
    millibits: int
    why: str


class Match(Record, frozen=True, kw_only=True):
    """Two tellings compared. `millibits` = `prior` + sum of features, checked when built; `veto` names a hard no.

    `left`, `right`: ids of events, left < right. Errors: ValueError where the sum does not hold.
    """

    left: str
    right: str
    prior: int
    features: tuple[Feature, ...]
    millibits: int
    veto: str | None = None

    def __post_init__(self) -> None:
        if self.millibits != self.prior + sum(f.millibits for f in self.features):
            raise ValueError("the bits of a match must add up")


class Weighing(Record, frozen=True, kw_only=True):
    """Two groups of tellings held against each other: the pair that fits best, and what all pairs say.

    `mean`: millibits over all `pairs` of a telling of one with a telling of the other, the guard of undated ones aside where a
    pair is free of it. `needed`: what the mean must reach to join them. `barred`: names of what rules the groups out, each once;
    `doubted`: pairs that a rule speaks against where they are fewer than half. `ruled`: what a person said of them.
    """

    best: Match
    pairs: int
    mean: int
    needed: int
    barred: tuple[str, ...] = ()
    doubted: int = 0
    ruled: Literal["same", "different"] | None = None


class Mark(Record, frozen=True, kw_only=True):
    """Where a mention stood when it was decided upon: it is found there again after a better reading gave it other bounds."""

    mention: str
    report: str
    start: int
    end: int


class LinkWeights(Record, frozen=True, kw_only=True):
    """What two tellings weigh in a record of its own: `prior`, and `weights` and `curves` by name, all in 1/1000 bit.

    They take the place of those that come with the program; what is not named here stays. Sorted by name.
    """

    prior: int
    weights: tuple[tuple[str, int], ...] = ()
    curves: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()

    @property
    def id(self) -> str:
        """Name them by their content."""
        return digest("wgt", self.prior, self.weights, self.curves)


class Decision(Record, frozen=True, kw_only=True):
    """A person's judgement, logged and honoured for ever; `answers` is the id of the decision an undo takes back.

    "same": all `mentions` tell one incident. "different", "split": none of `mentions` tells the incident of one of `apart`;
    "different" without `apart`: each of `mentions` another. `marks`: where they stood. "place" is on what `name` means: `place`,
    or nothing that is a place where it is None; in the report of this id, or, where `report` is None, in every report.
    "weights": tellings are weighed with `weights` from now on.
    "right", "wrong", "unsure": what `by` says of the claim `judged` in an audit, and what is wrong with it (`fault`); "sample":
    how the claims are drawn that `by` goes through. Nothing is concluded from these.
    """

    kind: Literal["same", "different", "split", "undo", "place", "weights", "right", "wrong", "unsure", "sample"]
    mentions: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    by: str
    why: str
    at: datetime
    answers: str | None = None
    name: str | None = None
    report: str | None = None
    place: Place | None = None
    weights: LinkWeights | None = None
    judged: Judged | None = None
    fault: Fault | None = None
    drawn: Sample | None = None

    @property
    def of_audit(self) -> bool:
        """Tell whether it only measures, or takes back one that does."""
        return self.kind in AUDIT or (self.kind == "undo" and (self.answers or "").startswith(f"{MARK}_"))

    @property
    def id(self) -> str:
        """Name the decision by its content."""
        about: tuple[object, ...] = (self.name, self.report, self.place) if self.kind == "place" else ()
        about = (*about, self.apart) if self.apart else about
        about = (*about, self.weights) if self.weights is not None else about
        about = (*about, self.judged, self.fault, self.drawn) if self.kind in AUDIT else about
        return digest(
            MARK if self.of_audit else "dec", self.kind, self.mentions, self.by, self.why, self.at, self.answers, *about
        )


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions that were not taken back, in their order; an undo may itself be undone."""
    logged = tuple(decisions)
    undone: set[str] = set()
    for decision in reversed(logged):
        if decision.kind == "undo" and decision.answers is not None and decision.id not in undone:
            undone.add(decision.answers)
    return tuple(d for d in logged if d.kind != "undo" and d.id not in undone)
