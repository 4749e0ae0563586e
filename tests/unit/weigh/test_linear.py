"""What one incident costs to weigh does not grow with the record: counted in lines of the program that run, not in time."""

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType
from typing import Protocol

import pytest
from msgspec.structs import replace

from firsthand.model.incident import Group, Telling
from firsthand.model.lineage import Traced
from firsthand.model.voice import Attribution
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.weigh import weigh
from tests.unit.link.builders import Told, dated, day, killed, known, party, place, says, shared, weapon

OBSERVERS = says("Plains Observers")


def report(number: int) -> Told:
    """A report of a strike of its own; all are told by the same people, of the same force."""
    told = Told(f"{number}.txt", known(2025, 3, 1 + number % 28))
    return told.event(
        "air strike", day(2025, 3, 1 + number % 28), place("Kutum"), party("actor", "Northern Air Arm"), weapon("rocket"),
        killed(number, OBSERVERS), killed(2, says("Adan Vree", "Plains Observers"), what="wounded"),
        names=(f"Adan Vree{number}", "Northern Air Arm", "Plains Observers"),
    )  # fmt: skip


class Follow(Protocol):
    """What Python calls at every line."""

    def __call__(self, frame: FrameType, event: str, value: object, /) -> "Follow": ...


def steps(run: Callable[[], object]) -> int:
    """Lines of the program that run, each turn of a loop counted."""
    counted, before = 0, sys.gettrace()

    def follow(frame: FrameType, event: str, value: object) -> Follow:
        nonlocal counted
        counted += event == "line"
        return follow

    sys.settrace(follow)
    try:
        run()
    finally:
        sys.settrace(before)
    return counted


@pytest.fixture(scope="module")
def cost() -> Callable[[int, int], int]:
    """What it takes to weigh so many incidents of so many reports each."""
    kinds, lexicon = Kinds.open(), Lexicon.open()

    def run(incidents: int, reports: int) -> int:
        told = [report(k) for k in range(incidents * reports)]
        said = {}
        for one in told:
            act = Attribution(
                source=one.names[2].span,
                cue=(),
                content=(one.mentions[0].trigger,),
                speaker="Plains Observers",
                chain=("Plains Observers",),
            )
            bodies = tuple(replace(n, type="organisation") for n in one.names[1:])
            said[one.id] = replace(one.extraction, attributions=(act,), names=(one.names[0], *bodies))
        groups = []
        for k in range(incidents):
            own = told[k * reports : (k + 1) * reports]
            tellings = tuple(
                Telling(report=one.id, event=m.event, mentions=(m.id,), role="main")
                for one in own
                for m in one.mentions
            )
            groups.append(Group(id=f"inc_{k}", tellings=tellings))
        lines = [shared("boilerplate", *told), *(shared("reprint", a, b) for a, b in pairwise(told))]
        traced = Traced(lineages=tuple(lines))
        texts = {one.id: one.report for one in told}
        return steps(lambda: weigh(groups, texts, said, dated(*told), traced, kinds, lexicon))

    return run


def test_an_incident_costs_the_same_in_a_larger_record(cost: Callable[[int, int], int]) -> None:
    few, many = cost(8, 1), cost(128, 1)
    assert many < 16.5 * few


def test_an_incident_of_many_reports_costs_what_its_reports_cost(cost: Callable[[int, int], int]) -> None:
    few, many = cost(1, 8), cost(1, 128)
    assert many < 16.5 * few
