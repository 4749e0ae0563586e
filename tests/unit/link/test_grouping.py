"""Groups, not chains: two ambushes of one road, and the reports that might run them into one."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from firsthand.link import link
from firsthand.model.claim import Field, Role
from firsthand.model.incident import Group, Rival
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision
from firsthand.model.timeref import TimeRef, pair
from firsthand.model.value import Day
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.unit.link.builders import Given, Told, dated, day, extractions, killed, known, party, place, shared

Linked = Callable[..., tuple[Group, ...]]
WHEN = datetime(2026, 1, 1, tzinfo=UTC)
FIRST, SECOND = "tanker bend gully axle", "pickup ford ravine culvert"
EITHER = "tanker bend pickup ford"


@pytest.fixture(scope="module")
def linked() -> Linked:
    kinds, weights = Kinds.open(), Weights.open()

    def run(*told: Told, traced: Traced | None = None, decisions: Sequence[Decision] = ()) -> tuple[Group, ...]:
        return link(extractions(*told), dated(*told), traced or Traced(), kinds, weights, decisions)

    return run


def ambush(report: Told, on: int, dead: int, words: str, *, role: Role = "main") -> Told:
    """Add an ambush near Kutum by the Hill Rangers."""
    return report.event(
        "ambush", day(2025, 3, on), place("Kutum"), killed(dead), party("actor", "Hill Rangers"), words=words, role=role,
    )  # fmt: skip


def first(name: str, told_on: int = 5) -> Told:
    return ambush(Told(name, known(2025, 3, told_on)), 4, 9, FIRST)


def second(name: str, told_on: int = 9) -> Told:
    return ambush(Told(name, known(2025, 3, told_on)), 8, 3, SECOND)


BOTH = (first("a"), first("b", 6), second("c"), second("d", 10))


def roundup() -> Told:
    """A week's roundup that tells both, and a shelling elsewhere."""
    week = Told("roundup", known(2025, 3, 10))
    ambush(week, 4, 9, FIRST)
    ambush(week, 8, 3, SECOND)
    return week.event("shelling", day(2025, 3, 6), place("Juba"), killed(2), words="mortar market stall")


def vague(name: str = "vague", words: str = EITHER) -> Told:
    """Word of an ambush of the Hill Rangers, with neither day nor figure nor a place smaller than a country."""
    return Told(name, known(2025, 3, 10)).event("ambush", place("Sudan"), party("actor", "Hill Rangers"), words=words)


def this_week(name: str = "week") -> Told:
    """An ambush near Kutum on a day of the week that holds both."""
    ends = (TimeRef(op="day", args=(2025, 3, number)) for number in (3, 9))
    week: tuple[Field, Day] = ("date", Day(expression="this week", ref=pair("range", *ends)))
    return Told(name, known(2025, 3, 10)).event(
        "ambush", week, place("Kutum"), party("actor", "Hill Rangers"), words=EITHER
    )


def recalls(*given: Given, words: str, name: str = "recalls") -> Told:
    """News of an arrest that recalls an ambush near Kutum."""
    report = Told(name, known(2025, 4, 2)).event(
        "arrest", day(2025, 4, 1), place("Juba"), party("target", "Musa Idrin"), words="suspect airport passport"
    )
    given = (place("Kutum"), party("actor", "Hill Rangers"), *given)
    return report.event("ambush", *given, words=words, role="background")


def parts(groups: tuple[Group, ...], *told: Told) -> set[frozenset[str]]:
    """The incidents that some report tells as an ambush in the news, as names of reports."""
    names = {one.id: one.name for one in told}
    kinds = {m.event: m.kind for one in told for m in one.mentions}
    return {
        frozenset(names[t.report] for t in group.tellings)
        for group in groups
        if any(kinds[t.event] == "ambush" and t.role == "main" for t in group.tellings)
    }


def last(groups: tuple[Group, ...], told: Told) -> tuple[Group, tuple[Rival, ...]]:
    """The incident of a report's last telling, and what it fits as well."""
    event = told.mentions[-1].event
    return next((g, t.also) for g in groups for t in g.tellings if t.event == event)


def test_a_roundup_tells_each_to_its_own(linked: Linked) -> None:
    told = (*BOTH, roundup())
    assert parts(linked(*told), *told) == {frozenset({"a", "b", "roundup"}), frozenset({"c", "d", "roundup"})}


def test_a_roundup_alone_makes_its_own_incidents(linked: Linked) -> None:
    again = replace_name(roundup(), "again")
    groups = linked(roundup(), again)
    assert sorted(len(group.tellings) for group in groups) == [2, 2, 2]


def replace_name(told: Told, name: str) -> Told:
    """The same told by another report."""
    other = Told(name, told.published)
    ambush(other, 4, 9, FIRST)
    ambush(other, 8, 3, SECOND)
    return other.event("shelling", day(2025, 3, 6), place("Juba"), killed(2), words="mortar market stall")


def test_two_incidents_stay_two_whatever_else_is_told(linked: Linked) -> None:
    told = (*BOTH, roundup(), vague(), this_week(), recalls(day(2025, 3, 4), killed(9), words=FIRST))
    one, other = sorted(parts(linked(*told), *told), key=lambda part: "c" in part)
    assert {"a", "b", "roundup", "recalls"} <= one
    assert {"c", "d", "roundup"} <= other
    assert not one & other - {"roundup"}


@pytest.mark.parametrize("told", [vague(), this_week()], ids=["vague", "this week"])
def test_what_fits_both_is_left_open_and_says_so(linked: Linked, told: Told) -> None:
    pair_ = (first("a", 9), second("c"))
    groups = linked(*pair_, told)
    one, other = (last(groups, x)[0].id for x in pair_)
    assert one != other
    home, also = last(groups, told)
    assert {home.id, *(rival.incident for rival in also)} == {one, other}
    (rival,) = also
    assert rival.own is not None
    assert 0 <= rival.own - rival.millibits < Weights.open().limits.open
    assert last(groups, pair_[0])[1] == last(groups, pair_[1])[1] == ()


def test_what_fits_one_far_better_is_not_open(linked: Linked) -> None:
    told = vague(words=FIRST)
    groups = linked(*BOTH, told)
    home, also = last(groups, told)
    assert home.id == last(groups, BOTH[0])[0].id
    assert also == ()


@pytest.mark.parametrize("kind", ["same", "different"])
def test_a_person_settles_what_was_left_open(linked: Linked, kind: str) -> None:
    pair_, told = (first("a", 9), second("c")), vague()
    home, (rival,) = last(linked(*pair_, told), told)
    here = next(x for x in pair_ if last(linked(*pair_, told), x)[0].id == home.id)
    there = next(x for x in pair_ if x is not here)
    of, against = told.mentions[-1].id, (there if kind == "same" else here).mentions[-1].id
    word = Decision(kind="same", mentions=(of, against), by="R. Lem", why="read both", at=WHEN)
    if kind == "different":
        word = replace(word, kind="different", mentions=(of,), apart=(against,))
    groups = linked(*pair_, told, decisions=(word,))
    now, also = last(groups, told)
    assert also == ()
    assert now.id == last(groups, there)[0].id
    assert rival.incident != home.id


def test_what_recalls_either_is_left_alone_and_names_both(linked: Linked) -> None:
    month: Given = ("date", Day(expression="in March", ref=TimeRef(op="month", args=(2025, 3))))
    told = recalls(month, words=EITHER)
    groups = linked(first("a"), second("c"), told)
    home, also = last(groups, told)
    assert len(home.tellings) == 1
    assert {rival.incident for rival in also} == {last(groups, x)[0].id for x in (first("a"), second("c"))}
    assert [rival.own for rival in also] == [None, None]


def test_what_is_recalled_goes_to_what_it_recalls(linked: Linked) -> None:
    told = recalls(day(2025, 3, 8), killed(3), words=SECOND)
    groups = linked(*BOTH, told)
    home, also = last(groups, told)
    assert home.id == last(groups, BOTH[2])[0].id
    assert also == ()


def test_one_recollection_below_many_stories_is_one_incident(linked: Linked) -> None:
    told = []
    for k, story in enumerate(("bakers strike", "vote coat arms", "ferry engine", "coffee frost", "dam rain choir")):
        report = Told(f"s{k}").event("seizure of territory", place("Mellit"), words="town overrun", role="background")
        told.append(report.event("strike", words=story))
    traced = Traced(lineages=(shared("boilerplate", *told),))
    groups = linked(*told, traced=traced)
    recalled = {last_first(groups, one).id for one in told}
    assert len(recalled) == 1
    assert all(t.role == "background" for t in last_first(groups, told[0]).tellings)


def last_first(groups: tuple[Group, ...], told: Told) -> Group:
    """The incident of a report's first telling."""
    event = told.mentions[0].event
    return next(g for g in groups for t in g.tellings if t.event == event)
