"""Which tellings become one incident, and which stay apart."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from firsthand.link import explain, likely_pairs, link
from firsthand.link.explain import SENTENCES
from firsthand.model.base import digest
from firsthand.model.claim import Mention
from firsthand.model.incident import Group
from firsthand.model.lineage import Traced
from firsthand.model.match import Decision
from firsthand.model.place import Place
from firsthand.model.value import Where
from firsthand.model.when import UNKNOWN
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights
from tests.unit.link.builders import TOWNS, Told, dated, day, extractions, killed, known, party, place, shared, weekday

Joined = Callable[..., tuple[Group, ...]]
WHEN = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return Kinds.open()


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights.open()


@pytest.fixture
def joined(kinds: Kinds, weights: Weights) -> Joined:
    def run(*told: Told, traced: Traced | None = None, decisions: Sequence[Decision] = ()) -> tuple[Group, ...]:
        found = traced or Traced()
        return link(extractions(*told), dated(*told), found, kinds, weights, decisions)

    return run


def parts(groups: tuple[Group, ...], *told: Told) -> list[set[str]]:
    """The groups as sets of report names."""
    names = {one.id: one.name for one in told}
    return sorted(({names[t.report] for t in group.tellings} for group in groups), key=sorted)


def strike(name: str, number: int = 13, where: str = "Kutum", told_on: int = 12, on: int = 11) -> Told:
    """A report of an air strike."""
    return Told(name, known(2025, 3, told_on)).event(
        "air strike", day(2025, 3, on), place(where), killed(number), party("actor", "Northern Air Arm"),
        words="market stall bombed warplane",
    )  # fmt: skip


def test_two_reports_of_one_strike_are_one_incident(joined: Joined) -> None:
    told = strike("a"), strike("b", told_on=13)
    (group,) = joined(*told)
    assert len(group.tellings) == 2
    (match,) = group.matches
    assert match.millibits == match.prior + sum(f.millibits for f in match.features)
    assert all(f.why for f in match.features)
    assert {f.name for f in match.features} >= {"kind", "days", "places", "actors", "counts"}


def test_a_strike_on_another_stated_day_is_another(joined: Joined) -> None:
    told = strike("a"), strike("b", on=18, told_on=19)
    assert parts(joined(*told), *told) == [{"a"}, {"b"}]


def test_an_incident_far_away_on_the_same_day_is_another(joined: Joined) -> None:
    told = strike("a"), strike("b", where="Juba")
    assert parts(joined(*told), *told) == [{"a"}, {"b"}]


def test_a_toll_that_rises_is_no_contradiction(joined: Joined) -> None:
    told = strike("a", 23), strike("b", 33, told_on=14), strike("c", 33, told_on=15)
    assert parts(joined(*told), *told) == [{"a", "b", "c"}]


def test_a_roundup_does_not_join_the_incidents_that_it_tells(joined: Joined) -> None:
    first, second = strike("a"), strike("b", 40, where="Mellit", on=16, told_on=17)
    roundup = Told("c", known(2025, 3, 20))
    for number, where, on in ((13, "Kutum", 11), (40, "Mellit", 16)):
        roundup.event("air strike", day(2025, 3, on), place(where), killed(number), words="market warplane")
    told = first, second, roundup
    assert parts(joined(*told), *told) == [{"a", "c"}, {"b", "c"}]


def test_background_goes_to_what_it_recalls_and_joins_nothing(joined: Joined) -> None:
    first, second = strike("a"), strike("b", 40, where="Mellit", on=16, told_on=17)
    second.event("air strike", day(2025, 3, 11), place("Kutum"), killed(13), role="background", words="market warplane")
    groups = joined(first, second)
    assert parts(groups, first, second) == [{"a", "b"}, {"b"}]
    both = next(group for group in groups if len(group.tellings) == 2)
    assert [t.role for t in both.tellings] == ["main", "background"]


def test_what_is_only_recalled_is_an_incident_of_its_own_without_news(joined: Joined) -> None:
    told = Told("a", known(2025, 3, 12)).event("attack", place("Kutum"), day(2019, 5, 2), role="background")
    (group,) = joined(told)
    assert [t.role for t in group.tellings] == ["background"]


@pytest.mark.parametrize("status", ["planned", "threatened", "hypothetical", "denied"])
def test_what_did_not_happen_is_no_incident(joined: Joined, status: str) -> None:
    told = Told("a", known(2025, 3, 12)).event("attack", place("Kutum"), day(2025, 3, 11), status=status)  # type: ignore[arg-type]
    assert joined(told) == ()


def test_what_one_denies_and_another_tells_is_an_incident(joined: Joined) -> None:
    denied = strike("b")
    denied.mentions = [replace(mention, status="denied") for mention in denied.mentions]
    told = strike("a"), denied
    assert parts(joined(*told), *told) == [{"a", "b"}]


def undated_raid(name: str, **more: object) -> Told:
    return Told(name, UNKNOWN).event(
        "ground raid", weekday(4), place("Kutum"), party("actor", "Hill Rangers"), party("target", "Black Banner"),
        words=str(more.get("words", "compound cleared")),
    )  # fmt: skip


def test_an_undated_raid_stays_apart_from_another_of_the_same_kind_place_and_parties(
    joined: Joined, kinds: Kinds, weights: Weights
) -> None:
    other = Told("b", known(2025, 3, 12)).event(
        "ground raid", day(2025, 3, 11), place("Kutum"), party("actor", "Hill Rangers"), party("target", "Black Banner"),
        words="night cell leader seized",
    )  # fmt: skip
    told = undated_raid("a"), other
    assert parts(joined(*told), *told) == [{"a"}, {"b"}]
    assert likely_pairs(extractions(*told), Traced(), kinds, weights) == ()


def test_an_undated_report_that_shares_a_statement_is_linked_without_dates(kinds: Kinds, weights: Weights) -> None:
    words = "convoy ambushed ravine Thursday patrol fuel truck burnt"
    one = Told("a", known(2025, 3, 12)).event(
        "ambush", place("Kutum"), killed(17), party("actor", "Black Banner"), words=words
    )
    two = Told("b").event("ambush", place("Kutum"), killed(17), party("actor", "Black Banner"), words=words)
    traced = Traced(lineages=(shared("statement", one, two),))
    ((left, right, bits),) = likely_pairs(extractions(one, two), traced, kinds, weights)
    assert {left, right} == {one.id, two.id}
    assert left < right
    assert bits >= weights.limits.strong
    apart = (decide("different", one, two),)
    assert likely_pairs(extractions(one, two), traced, kinds, weights, apart) == ()


def test_boilerplate_links_nothing(joined: Joined) -> None:
    told = undated_raid("a"), undated_raid("b", words="else")
    groups = joined(*told, traced=Traced(lineages=(shared("boilerplate", *told),)))
    assert parts(groups, *told) == [{"a"}, {"b"}]


def decide(kind: str, *told: Told, answers: str | None = None) -> Decision:
    mentions = tuple(one.mentions[0].id for one in told)
    return Decision(kind=kind, mentions=mentions, by="R. Lem", why="read both", at=WHEN, answers=answers)  # type: ignore[arg-type]


def test_a_persons_word_goes_before_the_bits(joined: Joined) -> None:
    told = strike("a"), strike("b"), strike("c", 40, where="Mellit", on=16, told_on=17)
    apart = decide("different", told[0], told[1])
    assert parts(joined(*told, decisions=(apart,)), *told) == [{"a"}, {"b"}, {"c"}]
    same = decide("same", told[0], told[2])
    assert parts(joined(*told, decisions=(apart, same)), *told) == [{"a", "c"}, {"b"}]
    undone = decide("undo", answers=apart.id)
    assert parts(joined(*told, decisions=(apart, undone)), *told) == [{"a", "b"}, {"c"}]


def test_a_pair_is_explained_whether_it_was_joined_or_not(kinds: Kinds, weights: Weights) -> None:
    one, two = strike("a"), strike("b", on=18, told_on=19)
    left, right = sorted(told.mentions[0].event for told in (one, two))
    found = explain([left], [right], extractions(one, two), dated(one, two), Traced(), kinds, weights)
    match = found.best
    assert match.veto == "stated days apart"
    assert found.barred == ("stated days apart",)
    assert (found.pairs, found.mean, found.needed) == (1, match.millibits, weights.limits.join)
    days = next(f for f in match.features if f.name == "days")
    assert {days.left, days.right} == {"2025-03-11", "2025-03-18"}
    assert days.millibits < 0
    assert "7 apart" in days.why
    ruled = (decide("different", one, two),)
    found = explain([left], [right], extractions(one, two), dated(one, two), Traced(), kinds, weights, ruled)
    assert found.best.veto == "a person's word"
    assert found.ruled == "different"


def undated(name: str) -> Told:
    """A report of the same strike that does not give its day."""
    return Told(name, known(2025, 3, 12)).event(
        "air strike",
        place("Kutum"),
        killed(13),
        party("actor", "Northern Air Arm"),
        words="market stall bombed warplane",
    )


def test_one_misread_day_is_outvoted_by_its_group(joined: Joined) -> None:
    told = strike("a"), undated("c"), undated("d"), strike("e", on=8)
    assert parts(joined(*told), *told) == [{"a", "c", "d", "e"}]


def test_an_undated_telling_bridges_no_two_days(joined: Joined) -> None:
    told: tuple[Told, ...] = strike("a"), strike("b"), undated("c"), strike("e", on=8)
    assert parts(joined(*told), *told) == [{"a", "b", "c"}, {"e"}]
    told = strike("a"), strike("b"), undated("c"), strike("e", on=18, told_on=19), strike("f", on=18, told_on=19)
    assert parts(joined(*told), *told) == [{"a", "b", "c"}, {"e", "f"}]


def test_no_vote_goes_against_a_person(joined: Joined) -> None:
    told = strike("a"), strike("b"), strike("c"), strike("d")
    apart = decide("different", told[0], told[1])
    assert not any({"a", "b"} <= part for part in parts(joined(*told, decisions=(apart,)), *told))


def test_every_reason_has_a_weight_or_a_curve_and_a_sentence(weights: Weights) -> None:
    own = {"count_same"}
    for name in set(SENTENCES) - own:
        assert name in weights.limits.weights or name in weights.limits.curves, name
    limits = {"day_width", "actor_top", "suffered_top", "name_top", "count_top"}
    for name in set(weights.limits.weights) | set(weights.limits.curves):
        assert name in SENTENCES or name in limits, name


def test_provinces_that_meet_along_a_border_are_not_one_place(joined: Joined) -> None:
    near = replace(TOWNS["North Darfur"], name="West Kordofan", admin1="West Kordofan", lon=28.5, geonames_id=16)
    one, other = strike("a", where="North Darfur"), strike("b")
    other.mentions[0] = moved(other.mentions[0], near)
    (group,) = joined(one, other)
    assert not any(f.name == "places" and f.millibits > 0 for m in group.matches for f in m.features)


def moved(mention: Mention, to: Place) -> Mention:
    """The mention at another place."""
    claims = tuple(replace(c, value=Where(text=to.name, place=to)) if c.field == "place" else c for c in mention.claims)
    return replace(mention, claims=claims)


def test_two_events_of_one_report_stay_two(joined: Joined) -> None:
    told = strike("a")
    told.event(
        "air strike", day(2025, 3, 11), place("Kutum"), killed(13), party("actor", "Northern Air Arm"), words="market"
    )
    assert len(joined(told)) == 2


def test_an_incident_is_named_by_its_smallest_mention(joined: Joined) -> None:
    told = strike("a"), strike("b")
    (group,) = joined(*told)
    assert group.id == digest("inc", min(one.mentions[0].id for one in told))


def test_nothing_read_is_nothing_linked(joined: Joined) -> None:
    assert joined() == ()
    assert joined(Told("a")) == ()


def test_a_group_that_acts_in_one_report_is_not_the_one_struck_in_another(kinds: Kinds, weights: Weights) -> None:
    common = day(2024, 3, 5), place("Kutum")
    struck = Told("a", known(2024, 3, 6)).event(
        "attack", *common, party("actor", "Northmen"), party("target", "Hillmen")
    )
    did = Told("b", known(2024, 3, 6)).event("attack", *common, party("actor", "Hillmen"), party("target", "Rivermen"))
    blamed = Told("c", known(2024, 3, 6)).event(
        "attack", *common, party("actor", "Hillmen"), party("target", "Northmen")
    )

    def turned(one: Told, other: Told) -> bool:
        found = explain(
            [m.event for m in one.mentions], [m.event for m in other.mentions], extractions(one, other),
            dated(one, other), Traced(), kinds, weights,
        )  # fmt: skip
        return any(feature.name == "parties" for feature in found.best.features)

    assert turned(struck, did)
    assert not turned(struck, blamed), "each blames the other: one deed"
