"""What an incident is held to be, from what its reports say."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from firsthand.link import link
from firsthand.model.claim import Claim
from firsthand.model.extraction import Name
from firsthand.model.incident import Best, Incident, Weighed
from firsthand.model.lineage import Traced
from firsthand.model.span import Span
from firsthand.model.value import Count
from firsthand.model.when import UNKNOWN
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.weights import Weights
from firsthand.weigh import weigh
from firsthand.weigh.entities import Naming
from firsthand.weigh.one_source import Names, one_source
from firsthand.weigh.speakers import Speakers
from firsthand.weigh.tolls import recalled
from tests.unit.link.builders import (
    Told,
    dated,
    day,
    denial,
    extractions,
    killed,
    known,
    party,
    place,
    says,
    shared,
    weapon,
    weekday,
)

Weighing = Callable[..., Weighed]
DOCTOR, OBSERVERS, ARMY = says("a doctor"), says("Plains Observers"), says("the army")


@pytest.fixture(scope="module")
def weighed() -> Weighing:
    kinds, weights, lexicon = Kinds.open(), Weights.open(), Lexicon.open()

    def run(*told: Told, traced: Traced | None = None) -> Weighed:
        found = traced or Traced()
        groups = link(extractions(*told), dated(*told), found, kinds, weights)
        return weigh(
            groups, {one.id: one.report for one in told}, extractions(*told), dated(*told), found, kinds, lexicon
        )

    return run


def only(found: Weighed) -> Incident:
    (incident,) = found.incidents
    return incident


def strike(name: str, told_on: int, *given: object, kind: str = "air strike", **more: object) -> Told:
    """A report of the strike on Kutum of 11 March 2025."""
    return Told(name, known(2025, 3, told_on), **more).event(  # type: ignore[arg-type]
        kind, day(2025, 3, 11), place("Kutum"), party("actor", "Northern Air Arm"), *given, words="market stall bombed warplane"  # type: ignore[arg-type]
    )  # fmt: skip


def best(incident: Incident, field: str) -> Best:
    return next(b for b in incident.best if b.field == field)


def kinds_of(incident: Incident) -> list[str]:
    return [d.kind for d in incident.discrepancies]


def test_an_incident_is_titled_placed_and_dated(weighed: Weighing) -> None:
    one = strike("a", 12, place("North Darfur"), place("Sudan"), weapon("barrel bomb"), kind="attack")
    two = strike("b", 13)
    incident = only(weighed(one, two))
    assert incident.title == "Air strike, Kutum, 11 March 2025"
    assert (incident.kind, incident.status, incident.role) == ("air strike", "occurred", "main")
    assert incident.date.span.edtf == "2025-03-11"
    assert incident.date.span.basis == "stated"
    assert incident.date.claims
    assert [p.place.name for p in incident.places] == ["Kutum", "North Darfur"]
    assert [(a.name, a.type) for a in incident.actors] == [("Northern Air Arm", "group")]
    assert [w.name for w in incident.weapons] == ["barrel bomb"]


def test_an_unknown_day_stays_unknown(weighed: Weighing) -> None:
    told = Told("a", UNKNOWN).event("ground raid", weekday(4), place("Kutum"))
    date = only(weighed(told)).date
    assert (date.span.earliest, date.span.latest, date.span.basis) == (None, None, "unknown")
    assert date.span.why


def test_fresh_news_without_a_day_is_bounded_and_says_what_such_news_mostly_means(weighed: Weighing) -> None:
    date = only(weighed(Told("a", known(2025, 3, 12)).event("ground raid", place("Kutum")))).date
    assert (date.span.edtf, date.span.earliest, date.span.basis) == ("../2025-03-12", None, "inferred")
    assert "the day before" in date.span.why[1]
    assert date.claims == ()


def test_news_of_an_arrest_may_look_back_a_week(weighed: Weighing) -> None:
    told = Told("a", known(2025, 3, 12)).event("ground raid", place("Kutum"), words="suspect court hearing raid")
    date = only(weighed(told)).date
    assert date.span.edtf == "../2025-03-12"
    assert "2025-03-05 or later" in date.span.why[1]


def test_a_second_event_of_a_report_is_bounded_by_it_alone(weighed: Weighing) -> None:
    told = Told("a", known(2025, 3, 12)).event("ground raid", day(2025, 3, 11), place("Kutum"))
    found = weighed(told.event("bombing", place("Gao"), words="bomb bridge")).incidents
    bombing = next(i for i in found if i.kind == "bombing")
    assert (bombing.date.span.edtf, len(bombing.date.span.why)) == ("../2025-03-12", 1)


def test_a_fresh_day_holds_nothing_apart(weighed: Weighing) -> None:
    later = Told("b", known(2025, 3, 14)).event(
        "ground raid", day(2025, 3, 9), place("Kutum"), killed(30, DOCTOR), words="granary night raid herders"
    )
    first = Told("a", known(2025, 3, 12)).event(
        "ground raid", place("Kutum"), killed(30, DOCTOR), words="granary night raid herders"
    )
    assert only(weighed(first, later)).date.span.edtf == "2025-03-09"


def test_days_that_differ_follow_the_majority_and_say_so(weighed: Weighing) -> None:
    told = [strike("a", 12), strike("b", 12)]
    other = Told("c", known(2025, 3, 12)).event(
        "air strike", day(2025, 3, 10), place("Kutum"), party("actor", "Northern Air Arm"), words="market stall bombed warplane"
    )  # fmt: skip
    date = only(weighed(*told, other)).date
    assert date.span.edtf == "2025-03-11"
    assert any("2025-03-10" in why for why in date.span.why)


def test_a_toll_that_rises_and_falls_is_followed(weighed: Weighing) -> None:
    told = (
        strike("a", 12, killed(30, DOCTOR, bound="at_least")),
        strike("b", 14, killed(47, OBSERVERS)),
        strike("c", 20, killed(41, OBSERVERS)),
    )
    incident = only(weighed(*told))
    readings = next(r.readings for r in incident.counts if r.field == "killed")
    assert [(r.count.number, r.first_said) for r in readings] == [
        (41, "2025-03-20"),
        (47, "2025-03-14"),
        (30, "2025-03-12"),
    ]
    assert [r.origins for r in readings] == [("Plains Observers",), ("Plains Observers",), ("doctor",)]
    updates = [d for d in incident.discrepancies if d.kind == "update"]
    assert any("41" in d.why and "47" in d.why and "lower" in d.why for d in updates)
    assert best(incident, "killed") == Best(field="killed", low=30, best=41, high=41)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        (killed(75, DOCTOR, bound="more_than"), killed(75, OBSERVERS), "wording"),
        (killed(24, DOCTOR, bound="at_least"), killed(37, OBSERVERS), "refinement"),
        (killed(17, ARMY), killed(23, DOCTOR), "conflict"),
    ],
)
def test_each_difference_has_its_kind_and_quotes_both(weighed: Weighing, one: tuple, two: tuple, kind: str) -> None:  # type: ignore[type-arg]
    incident = only(weighed(strike("a", 12, one), strike("b", 12, two)))
    assert kinds_of(incident) == [kind]
    assert one[1].wording in incident.discrepancies[0].why
    assert two[1].wording in incident.discrepancies[0].why


@pytest.mark.parametrize(("bound", "expected"), [("more_than", (76, 76, 76)), ("at_least", (75, 75, 75))])
def test_best_lies_between_low_and_high(weighed: Weighing, bound: str, expected: tuple[int, int, int]) -> None:
    found = best(only(weighed(strike("a", 12, killed(75, ARMY, bound=bound)))), "killed")  # type: ignore[arg-type]
    assert (found.low, found.best, found.high) == expected


def test_a_vague_word_replaces_no_number(weighed: Weighing) -> None:
    incident = only(weighed(strike("a", 12, killed(17, ARMY)), strike("b", 14, killed(24, ARMY, bound="vague"))))
    assert best(incident, "killed") == Best(field="killed", low=17, best=17, high=17)


def test_the_dead_of_another_side_replace_nothing(weighed: Weighing) -> None:
    told = strike("a", 12, killed(17, ARMY, side="target")), strike("b", 14, killed(25, ARMY, side="civilian"))
    assert best(only(weighed(*told)), "killed").low == 17


def test_one_voice_that_replaces_its_own_figure_twice_is_told_once(weighed: Weighing) -> None:
    told = [
        strike(name, day, killed(number, OBSERVERS))
        for name, day, number in (("a", 12, 9), ("b", 13, 11), ("c", 15, 14))
    ]
    (found,) = only(weighed(*told)).discrepancies
    assert (found.kind, found.settled) == ("update", True)
    assert all(f"exact {number}" in found.why for number in (9, 11, 14))


def test_three_figures_that_disagree_are_one_conflict(weighed: Weighing) -> None:
    told = [strike(n, 12, killed(k, v)) for n, k, v in (("a", 9, ARMY), ("b", 11, OBSERVERS), ("c", 14, DOCTOR))]
    (found,) = only(weighed(*told)).discrepancies
    assert (found.kind, found.settled) == ("conflict", False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The toll went up from ", True),
        ("The count replaces ", True),
        ("The blast killed ", False),
        ("Up the road died ", False),
    ],
)
def test_a_figure_told_as_replaced_is_known_by_its_words(words: str, expected: bool) -> None:
    told = Told("a")
    told.text = words
    told.event("30")
    span = told.mentions[0].trigger
    value = Count(number=30, low=30, high=30)
    claim = Claim(report=told.id, mention="m", field="killed", value=value, span=span, voice=ARMY, by="test")
    assert recalled(claim, told.report) is expected


def test_attackers_and_parts_stay_out_of_the_toll(weighed: Weighing) -> None:
    whole, part = killed(17, ARMY, side="target"), killed(8, ARMY, side="target", part_of="clm_x")
    told = strike("a", 12, whole, killed(25, ARMY, side="attacker"), part)
    incident = only(weighed(told))
    assert len(next(r.readings for r in incident.counts if r.field == "killed")) == 3
    assert best(incident, "killed") == Best(field="killed", low=17, best=17, high=17)
    assert kinds_of(incident) == []


def test_two_figures_of_one_voice_in_one_report_are_no_conflict(weighed: Weighing) -> None:
    incident = only(weighed(strike("a", 12, killed(2, ARMY), killed(17, ARMY))))
    assert kinds_of(incident) == []
    assert best(incident, "killed") == Best(field="killed", low=17, best=17, high=17)


def test_fighters_and_civilians_are_not_held_against_each_other(weighed: Weighing) -> None:
    one, two = strike("a", 12, killed(20, ARMY, side="target")), strike("b", 12, killed(4, DOCTOR, side="civilian"))
    assert kinds_of(only(weighed(one, two))) == []
    told = strike("a", 12, killed(20, ARMY, side="target")), strike("b", 12, killed(20, DOCTOR, side="civilian"))
    assert "status" in kinds_of(only(weighed(*told)))


def test_no_civilian_hurt_is_held_against_those_who_count_some(weighed: Weighing) -> None:
    none = killed(0, ARMY, bound="none_reported", side="civilian", what="civilian_casualties")
    incident = only(weighed(strike("a", 12, none), strike("b", 12, killed(4, DOCTOR, side="civilian"))))
    (found,) = incident.discrepancies
    assert (found.field, found.kind) == ("civilian_casualties", "conflict")
    assert "none_reported 0" in found.why
    assert "exact 4" in found.why


def test_killed_or_wounded_is_never_split(weighed: Weighing) -> None:
    incident = only(weighed(strike("a", 12, killed(5, ARMY, what="killed_or_wounded"))))
    assert [r.field for r in incident.counts] == ["killed_or_wounded"]
    assert [b.field for b in incident.best] == ["killed_or_wounded"]


def test_two_agencies_that_quote_one_ministry_are_one_origin(weighed: Weighing) -> None:
    told = (
        strike("a", 12, killed(13, says("Ministry of Defence", "First Agency"))),
        strike("b", 12, killed(13, says("the Ministry of Defence", "Second Agency"))),
        strike("c", 12, killed(13, says("First Agency"))),
    )
    incident = only(weighed(*told))
    assert [o.name for o in incident.origins] == ["Ministry of Defence"]
    assert len(incident.origins[0].reports) == 3
    assert incident.grade == "single source"


def test_a_witness_of_its_own_is_a_second_origin(weighed: Weighing) -> None:
    incident = only(weighed(strike("a", 12, killed(13, ARMY)), strike("b", 12, killed(13, DOCTOR))))
    assert {o.name for o in incident.origins} == {"army", "doctor"}
    assert incident.grade == "corroborated"


def test_without_a_voice_the_credit_the_text_or_the_outlet_counts(weighed: Weighing) -> None:
    credited = only(weighed(strike("a", 12, credit="First Agency")))
    assert [o.name for o in credited.origins] == ["First Agency"]
    one, two = strike("a", 12), strike("b", 12)
    traced = Traced(lineages=(shared("statement", one, two),))
    assert len(only(weighed(one, two, traced=traced)).origins) == 1
    own = only(weighed(strike("a", 12, outlet="The Red Hills Star")))
    assert [o.name for o in own.origins] == ["The Red Hills Star"]


def test_each_blames_the_other(weighed: Weighing) -> None:
    told = [
        Told(name, known(2025, 3, 12)).event(
            "attack",
            day(2025, 3, 11),
            place("Kutum"),
            (*party("actor", actor), voice),
            killed(13),
            words="market stall burnt",
        )
        for name, actor, voice in (("a", "Black Banner", ARMY), ("b", "Hill Rangers", OBSERVERS))
    ]
    incident = only(weighed(*told))
    assert kinds_of(incident) == ["attribution"]
    assert incident.grade == "contested"


def test_a_denial_is_listed_with_what_it_denies(weighed: Weighing) -> None:
    incident = only(weighed(strike("a", 12, killed(13, DOCTOR)), strike("b", 13, denial("responsibility", ARMY))))
    found = next(d for d in incident.discrepancies if d.kind == "denial")
    assert "army on 2025-03-13 denies having done it" in found.why
    assert "Northern Air Arm" in found.why
    assert incident.grade == "contested"


def test_parties_are_put_together_and_what_is_no_party_left_out(weighed: Weighing) -> None:
    one = strike("a", 12, party("victim", None, "dozens of people"), party("victim", None, "the shoppers"))
    two = strike("b", 12, party("victim", None, "market shoppers"), party("actor", "Kutum"), party("actor", "Reuters"))
    incident = only(weighed(one, two))
    assert [v.name for v in incident.victims] == ["market shoppers"]
    assert len(incident.victims[0].claims) == 2
    assert [a.name for a in incident.actors] == ["Northern Air Arm"]


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["state media", "Nubian News Agency"], ["Nubian News Agency"]),
        (["rights group", "Plains Observatory for Human Rights"], ["Plains Observatory for Human Rights"]),
        (["the ministry", "defence ministry", "health ministry"], ["defence ministry", "health ministry"]),
        (["Locals", "locals"], ["locals"]),
        (["Sudan", "Sudanese Armed Forces"], ["Sudanese Armed Forces"]),
        (["Sudanese military", "Sudanese Armed Forces"], ["Sudanese Armed Forces"]),
        (["a doctor", "a witness"], ["a doctor", "a witness"]),
    ],
)
def test_looser_names_of_one_source_are_that_source(names: list[str], left: list[str]) -> None:
    lexicon = Lexicon.open()
    speakers = Speakers({}, Naming({}), lexicon)
    same = one_source(names, Names(speakers))
    assert sorted({same.get(name, name) for name in names}) == left


def test_the_body_is_the_origin_not_the_official_or_the_agency() -> None:
    lexicon = Lexicon.open()
    told = Told("a").event("statement")
    body = Name(span=Span(start=0, end=9, quote="statement"), type="organisation", entity="Hill Province Police")
    extraction = replace(told.extraction, names=(body,))
    speakers = Speakers({told.id: extraction}, Naming({told.id: extraction}), lexicon)
    assert speakers.first(says("Ana Marek", "Hill Province Police", "Reuters")) == "Hill Province Police"
    assert speakers.first(says("a witness", "Reuters")) == "witness"
    assert speakers.first(says("Reuters")) == "Reuters"
    assert speakers.first(says("unnamed source")) is None


def test_who_names_no_source_has_it_from_those_who_say_the_same(weighed: Weighing) -> None:
    same = only(weighed(strike("a", 12, killed(13, ARMY)), strike("b", 12, killed(13))))
    assert [o.name for o in same.origins] == ["army"]
    more = only(weighed(strike("a", 12, killed(13, ARMY)), strike("b", 12, killed(13), killed(31, what="wounded"))))
    assert len(more.origins) == 2


def test_a_person_told_in_full_and_by_surname_is_one(weighed: Weighing) -> None:
    one = strike("a", 12).event("statement", names=["Ana Lurie Marek"])
    two = strike("b", 12).event("statement", names=["Ana Lurye Marek", "Marek"])
    three = strike("c", 12).event("statement", names=["Tomas Holub", "Jana Holub", "Holub"])
    entries = {e.name: e.also for e in weighed(one, two, three).entities}
    assert entries["Ana Lurie Marek"] == ("Ana Lurye Marek", "Marek")
    assert {"Tomas Holub", "Jana Holub", "Holub"} <= entries.keys()


def test_a_place_that_no_telling_gives_is_inferred_and_says_why(weighed: Weighing) -> None:
    told = strike("a", 12)
    told.mentions[0] = replace(
        told.mentions[0], claims=tuple(replace(c, by="ground.authority") for c in told.mentions[0].claims)
    )
    (found,) = only(weighed(told)).places
    assert (found.place.name, found.basis) == ("Kutum", "inferred")
    assert "Kutum" in found.why[0]


def test_whose_words_only_show_where_the_news_plays_is_no_origin(weighed: Weighing) -> None:
    told = Told("a", known(2025, 3, 12)).event(
        "air strike", day(2025, 3, 11), (*place("Kutum"), DOCTOR), (*party("actor", "Northern Air Arm"), OBSERVERS)
    )
    claims = told.mentions[0].claims
    lent = tuple(replace(c, by="ground.event") if c.field == "place" else c for c in claims)
    told.mentions[0] = replace(told.mentions[0], claims=lent)
    assert [o.name for o in only(weighed(told)).origins] == ["Plains Observers"]
