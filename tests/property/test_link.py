"""What holds for linking whatever is told: order does not matter, bits add up, and no rule of grouping is broken."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link import link
from firsthand.link.linkage import Fit, Linkage
from firsthand.model.claim import Role, Status
from firsthand.model.incident import Group
from firsthand.model.lineage import Traced
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.unit.link.builders import Told, dated, day, extractions, killed, known, party, place

KINDS, WEIGHTS = Kinds.open(), Weights.open()
FIRST = date(2025, 3, 1)
Event = tuple[str, str, int, int, str | None, Role, Status, str]
Corpus = list[list[Event]]
ROLES: tuple[Role, ...] = ("main", "background")
STATUSES: tuple[Status, ...] = ("occurred", "denied", "planned")

events = st.tuples(
    st.sampled_from(["air strike", "ambush", "attack", "shelling"]),
    st.sampled_from(["Kutum", "Mellit", "Juba", "an unknown hamlet"]),
    st.integers(0, 20),
    st.integers(1, 60),
    st.sampled_from(["Black Banner", "Hill Rangers", None]),
    st.sampled_from(ROLES),
    st.sampled_from(STATUSES),
    st.sampled_from(["market stall burnt", "convoy ravine mine", "school roof"]),
)
corpora = st.lists(st.lists(events, max_size=3), max_size=7)


def write(number: int, told: Sequence[Event]) -> Told:
    """An invented report of these events, published after the last of them."""
    last = FIRST + timedelta(days=max((e[2] for e in told), default=0) + number % 3)
    report = Told(f"r{number}", known(last.year, last.month, last.day))
    for kind, where, after, dead, actor, role, status, words in told:
        on = FIRST + timedelta(days=after)
        report.event(
            kind, day(on.year, on.month, on.day), place(where), killed(dead), party("actor", actor, "gunmen"),
            words=words, role=role, status=status,
        )  # fmt: skip
    return report


def linked(told: list[Told]) -> tuple[Group, ...]:
    return link(extractions(*told), dated(*told), Traced(), KINDS, WEIGHTS)


@settings(max_examples=40, deadline=None)
@given(corpora, st.randoms())
def test_the_order_of_arrival_does_not_matter(corpus: Corpus, shuffler: Random) -> None:
    told = [write(number, events) for number, events in enumerate(corpus)]
    before = linked(told)
    shuffler.shuffle(told)
    assert linked(told) == before


@settings(max_examples=40, deadline=None)
@given(corpora)
def test_the_rules_of_grouping_hold(corpus: Corpus) -> None:
    told = [write(number, events) for number, events in enumerate(corpus)]
    groups = linked(told)
    happened = {m.id: m for one in told for m in one.mentions}
    seen: set[str] = set()
    for group in groups:
        reports = [t.report for t in group.tellings]
        assert len(reports) == len(set(reports)), "two events of one report were joined"
        assert any(happened[m].status == "occurred" for t in group.tellings for m in t.mentions)
        assert not any(happened[m].status == "planned" for t in group.tellings for m in t.mentions)
        assert not seen & {t.event for t in group.tellings}
        seen |= {t.event for t in group.tellings}
        for match in group.matches:
            assert match.millibits == match.prior + sum(f.millibits for f in match.features)
            assert match.left < match.right
    news = {m.event for m in happened.values() if m.role == "main" and m.status == "occurred"}
    assert news <= seen


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)), st.one_of(st.none(), st.integers(-9, 9)), max_size=28
    )
)
def test_average_linkage_joins_nothing_barred(sums: dict[tuple[int, int], int | None]) -> None:
    pairs = {(x, y): total for (x, y), total in sums.items() if x < y}
    start = [(i,) for i in range(8)]
    fits = {pair: None if total is None else Fit(total) for pair, total in pairs.items()}
    clusters = Linkage(start, fits, -5).run(1)
    assert sorted(i for cluster in clusters for i in cluster) == list(range(8))
    for cluster in clusters:
        inside = [(x, y) for x in cluster for y in cluster if x < y]
        assert not any(pairs.get(pair, 0) is None for pair in inside)
        if inside:
            assert sum(pairs.get(pair, -5) or 0 for pair in inside) >= 0
