"""Whatever people decide: what was accepted and stands is honoured, in any order of reading and under any weights."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from firsthand.link import link
from firsthand.model.claim import Role
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision, standing
from firsthand.record.parting import parted
from firsthand.record.rulings import conflict, pairs_apart
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.unit.link.builders import Told, dated, day, extractions, killed, known, party, place

KINDS, WEIGHTS = Kinds.open(), Weights.open()
FIRST = date(2025, 3, 1)
WHEN = datetime(2026, 1, 1, tzinfo=UTC)
ROLES: tuple[Role, ...] = ("main", "main", "background")

events = st.tuples(
    st.sampled_from(["ambush", "attack", "shelling"]),
    st.sampled_from(["Kutum", "Mellit", "Juba"]),
    st.integers(0, 9),
    st.integers(1, 30),
    st.sampled_from(ROLES),
    st.booleans(),
)
Event = tuple[str, str, int, int, Role, bool]
corpora = st.lists(st.lists(events, min_size=1, max_size=3), min_size=2, max_size=5)
numbers = st.integers(0, 10_000)
steps = st.lists(
    st.tuples(st.sampled_from(["same", "same", "different", "split", "undo"]), st.lists(numbers, min_size=2, max_size=5)),
    max_size=9,
)  # fmt: skip


def write(number: int, told: Sequence[Event]) -> Told:
    """An invented report; an event that is told again has a second mention."""
    report = Told(f"r{number}", known(2025, 3, 12 + number))
    for kind, where, after, dead, role, again in told:
        on = FIRST + timedelta(days=after)
        given_ = (day(on.year, on.month, on.day), place(where), killed(dead), party("actor", "Hill Rangers"))
        report.event(kind, *given_, words="convoy ravine", role=role)
        if again:
            first = report.mentions[-1]
            report.event(kind, *given_, words="convoy", role=role)
            report.mentions[-1] = replace(report.mentions[-1], event=first.event)
    return report


def decided(steps_: Sequence[tuple[str, list[int]]], mentions: Sequence[str]) -> list[Decision]:
    """The log of those decisions that were accepted."""
    log: list[Decision] = []
    for number, (kind, drawn) in enumerate(steps_):
        at = WHEN + timedelta(minutes=number)
        if kind == "undo":
            answers = log[drawn[0] % len(log)].id if log else None
            new = Decision(kind="undo", by="R. Lem", why="mistaken", at=at, answers=answers)
            log += [new] if answers and conflict(log, new) is None else []
            continue
        chosen = list(dict.fromkeys(mentions[one % len(mentions)] for one in drawn))
        cut = 1 if kind == "different" else len(chosen) - 1
        one, rest = (chosen, []) if kind == "same" else (chosen[:cut], chosen[cut:])
        if len(chosen) < 2:
            continue
        new = Decision(
            kind=kind, mentions=tuple(one), apart=tuple(rest), by="R. Lem", why=str(number), at=at  # type: ignore[arg-type]
        )  # fmt: skip
        if conflict(log, new) is None:
            log.append(new)
    return log


def homes(
    said: dict[str, Extraction], told: Sequence[Told], log: Sequence[Decision], weights: Weights
) -> dict[str, str]:
    """The incident of each mention."""
    groups = link(parted(said, log), dated(*told), Traced(), KINDS, weights, log)
    return {mention: group.id for group in groups for telling in group.tellings for mention in telling.mentions}


def turned(seed: int) -> Weights:
    """Other weights, as a retraining might give."""
    draw = Random(seed)  # noqa: S311 - no secret
    file = WEIGHTS.limits
    other = {name: value + draw.randint(-1500, 1500) for name, value in file.weights.items()}
    return Weights(replace(file, prior=file.prior + draw.randint(-3000, 3000), weights=other), WEIGHTS.words, "other")


@settings(max_examples=150, deadline=None)
@given(corpora, steps, st.integers(0, 10**6), st.randoms())
def test_what_stands_is_honoured(
    corpus: list[list[Event]], steps_: list[tuple[str, list[int]]], seed: int, shuffler: Random
) -> None:
    told = [write(number, events_) for number, events_ in enumerate(corpus)]
    mentions = sorted(m.id for one in told for m in one.mentions)
    log = decided(steps_, mentions)
    before = homes(extractions(*told), told, log, WEIGHTS)
    shuffler.shuffle(told)
    said = extractions(*told)
    assert homes(said, told, log, WEIGHTS) == before
    for home in (before, homes(said, told, log, turned(seed))):
        for decision in standing(log):
            if decision.kind == "same":
                assert len({home[one] for one in decision.mentions}) == 1
            else:
                assert all(home[one] != home[other] for one, other in pairs_apart(decision))


@settings(max_examples=60, deadline=None)
@given(corpora, steps)
def test_what_was_taken_back_leaves_nothing_behind(
    corpus: list[list[Event]], steps_: list[tuple[str, list[int]]]
) -> None:
    told = [write(number, events_) for number, events_ in enumerate(corpus)]
    log = decided(steps_, sorted(m.id for one in told for m in one.mentions))
    undone = [
        Decision(kind="undo", by="R. Lem", why="all of it", at=WHEN + timedelta(hours=1), answers=one.id)
        for one in standing(log)
    ]
    said = extractions(*told)
    assert homes(said, told, [*log, *undone], WEIGHTS) == homes(said, told, [], WEIGHTS)


def test_no_two_of_a_chain_are_forgotten() -> None:
    """A is B by one word and B is C by another, B only recalled: it goes to both, and both are one."""
    told = [
        write(0, [("ambush", "Kutum", 1, 4, "main", False)]),
        write(1, [("shelling", "Juba", 5, 20, "main", False)]),
        write(2, [("attack", "Mellit", 8, 9, "background", False)]),
    ]
    a, b, c = (one.mentions[0].id for one in told)
    log = [
        Decision(kind="same", mentions=pair, by="R. Lem", why="one road", at=WHEN) for pair in ((a, c), (b, c))
    ]  # fmt: skip
    assert len(set(homes(extractions(*told), told, log, WEIGHTS).values())) == 1
