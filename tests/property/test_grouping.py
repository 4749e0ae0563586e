"""Adding a vague telling, a roundup or a recollection never makes one of two incidents that were apart without it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.accounts import Account, accounts
from firsthand.link.blocks import candidates
from firsthand.link.clusters import Bench
from firsthand.link.grouping import grouped
from firsthand.link.rulings import Rulings
from firsthand.link.scales import scales
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.unit.link.builders import Given, Told, dated, day, extractions, killed, known, party, place

KINDS, WEIGHTS = Kinds.open(), Weights.open()
FIRST = date(2025, 3, 1)
Event = tuple[str, str, int, int | None, str | None, str]

events = st.tuples(
    st.sampled_from(["ambush", "attack"]),
    st.sampled_from(["Kutum", "Mellit", "North Darfur"]),
    st.integers(0, 9),
    st.sampled_from([None, 3, 4, 9]),
    st.sampled_from(["Hill Rangers", "Black Banner", None]),
    st.sampled_from(["tanker bend axle", "tanker ford axle", "pickup ford ravine", ""]),
)
news = st.lists(events, min_size=2, max_size=7)


def told(name: str, event: Event, *, undated: bool = False) -> Told:
    """A report with one subject."""
    report = Told(name, known(2025, 3, 12))
    return add(report, event, undated=undated)


def add(report: Told, event: Event, *, undated: bool = False, background: bool = False) -> Told:
    kind, where, after, dead, actor, words = event
    on = FIRST + timedelta(days=after)
    given_: list[Given] = [place(where), party("actor", actor, "gunmen")]
    given_ += [] if undated else [day(on.year, on.month, on.day)]
    given_ += [] if dead is None else [killed(dead)]
    return report.event(kind, *given_, words=words, role="background" if background else "main")


def homes(accounts_: Sequence[Account], bench: Bench) -> dict[str, int]:
    """The place of each event's cluster. The scales are the same whatever is grouped, as terms are pinned in a record."""
    own = Bench(accounts_, bench.scales, bench.rulings, {})
    clusters = grouped(own, candidates(accounts_, own.scales))
    return {accounts_[i].event: k for k, cluster in enumerate(clusters) for i in cluster}


def check(before: Sequence[Told], more: Sequence[Told]) -> None:
    """Two subjects of `before` that are apart by themselves are apart with `more`, and none that were one fall apart."""
    every = (*before, *more)
    said = extractions(*every)
    found = accounts(said, dated(*every), {})
    bench = Bench(found, scales(found, said, {}, KINDS, WEIGHTS, with_dates=True), Rulings((), found), {})
    own = {one.id for one in before}
    alone, together = homes([a for a in found if a.report in own], bench), homes(found, bench)
    firm = [a.event for a in found if a.report in own and a.subject]
    for one, other in combinations(firm, 2):
        assert (alone[one] == alone[other]) == (together[one] == together[other])


def vague(name: str, event: Event) -> Told:
    kind, _, _, _, actor, words = event
    return Told(name, known(2025, 3, 12)).event(
        kind, place("Sudan"), party("actor", actor, "gunmen"), words=words
    )  # fmt: skip


def roundup(name: str, chosen: Sequence[Event]) -> Told:
    """A report that tells all of these as news, and of a shelling elsewhere before."""
    report = Told(name, known(2025, 3, 12))
    for event in chosen:
        add(report, event)
    return report.event("shelling", day(2025, 2, 20), place("Juba"), killed(2), words="mortar stall")


def recollections(name: str, chosen: Sequence[Event]) -> Told:
    report = Told(name, known(2025, 3, 12)).event("arrest", day(2025, 3, 11), place("Juba"), words="passport airport")
    for number, event in enumerate(chosen):
        add(report, event, undated=bool(number % 2), background=True)
    return report


@settings(max_examples=150, deadline=None)
@given(news, news)
def test_a_vague_telling_brings_no_two_together(corpus: list[Event], hints: list[Event]) -> None:
    check(
        [told(f"r{k}", e, undated=k % 3 == 0) for k, e in enumerate(corpus)],
        [vague(f"v{k}", e) for k, e in enumerate(hints)],
    )


@settings(max_examples=150, deadline=None)
@given(news, st.data())
def test_a_roundup_brings_no_two_together(corpus: list[Event], data: st.DataObject) -> None:
    before = [told(f"r{k}", e, undated=k % 3 == 0) for k, e in enumerate(corpus)]
    lead = data.draw(st.sampled_from(corpus))
    others = [e for e in data.draw(st.lists(events, max_size=3)) if abs(e[2] - lead[2]) >= 2]
    check(before, [roundup(f"w{k}", [lead, *others]) for k in range(2)])


@settings(max_examples=150, deadline=None)
@given(news, news)
def test_a_recollection_brings_no_two_together(corpus: list[Event], past: list[Event]) -> None:
    before = [told(f"r{k}", e, undated=k % 3 == 0) for k, e in enumerate(corpus)]
    check(before, [recollections("b", past), recollections("c", past[::-1])])
