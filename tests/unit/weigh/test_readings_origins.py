"""Whom each figure goes back to: by who gives it, never by how many outlets carry it."""

import pytest

from firsthand.link import link
from firsthand.model.incident import Incident, Reading
from firsthand.model.lineage import Traced
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.weights import Weights
from firsthand.weigh import weigh
from firsthand.weigh.offices import ministry, told_body
from tests.unit.link.builders import Told, dated, day, denial, extractions, killed, known, party, place, says

ARMY, MINISTRY, OBSERVERS = says("the army"), says("Ministry of Health"), says("Plains Observers")


def incident(*told: Told) -> Incident:
    groups = link(extractions(*told), dated(*told), Traced(), Kinds.open(), Weights.open())
    found = weigh(
        groups,
        {one.id: one.report for one in told},
        extractions(*told),
        dated(*told),
        Traced(),
        Kinds.open(),
        Lexicon.open(),
    )
    (only,) = found.incidents
    return only


def strike(name: str, *given: object) -> Told:
    return Told(name, known(2025, 3, 12)).event(
        "air strike", day(2025, 3, 11), place("Kutum"), party("actor", "Northern Air Arm"), *given, words="market stall bombed"  # type: ignore[arg-type]
    )  # fmt: skip


def reading(found: Incident, number: int) -> Reading:
    return next(r for counts in found.counts for r in counts.readings if r.count.number == number)


def test_three_outlets_of_one_ministry_do_not_outvote_two_who_counted() -> None:
    carried = [
        strike(name, killed(9, says("Ministry of Health", agency)))
        for name, agency in zip("abc", ("Reuters", "AFP", "AP"), strict=True)
    ]
    found = incident(*carried, strike("d", killed(14, OBSERVERS)), strike("e", killed(14, says("Dale Watch"))))
    assert len(reading(found, 9).origins) == 1
    assert len(reading(found, 14).origins) == 2
    assert next(b.best for b in found.best if b.field == "killed") == 14


def test_a_figure_of_two_who_may_have_said_it_counts_once() -> None:
    found = incident(strike("a", killed(3, ARMY, what="wounded"), killed(4, OBSERVERS, what="captured"), killed(9)))
    assert len(found.origins) == 2
    assert len(reading(found, 9).origins) == 1
    assert any("does not say who gave this" in why for way in reading(found, 9).ways for why in way.why)


def test_a_figure_in_own_words_goes_back_to_who_gives_it() -> None:
    found = incident(strike("a", killed(9), killed(12, ARMY), killed(9, OBSERVERS)), strike("b", killed(9, OBSERVERS)))
    assert reading(found, 9).origins == ("Plains Observers",)


def test_an_agency_has_a_figure_from_who_is_named_for_it() -> None:
    found = incident(
        strike("a", killed(9, MINISTRY)), strike("b", killed(9, says("Reuters")), killed(2, ARMY, what="wounded"))
    )
    assert reading(found, 9).origins == ("Ministry of Health",)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("district police chief Rehan Durrani", "district police"),
        ("Ola Brandt, head of the Northern Fisheries Council", "Northern Fisheries Council"),
        ("press secretary for the regional prosecutors", "regional prosecutors"),
        ("the director of Sunrise hospital", "Sunrise hospital"),
        ("Ola Brandt, a fisherman", None),
    ],
)
def test_an_office_tells_the_body(words: str, body: str | None) -> None:
    assert told_body(words) == body


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("Interior Minister Abdi Warfa", "interior ministry"),
        ("the minister of health", "health ministry"),
        ("Prime Minister", None),
    ],
)
def test_a_minister_tells_the_ministry(words: str, of: str | None) -> None:
    assert ministry(words) == of


def test_each_kind_of_denial_of_one_voice_stands_alone() -> None:
    ours = says("the army", stance="denies")
    told = strike("a", killed(9, OBSERVERS), denial("responsibility", ours), denial("toll", ours))
    found = [d for d in incident(told).discrepancies if d.kind == "denial"]
    assert {d.field for d in found} == {"actor", "killed"}
    assert all(d.why.startswith("army on 2025-03-12 denies") for d in found)


def test_no_group_is_no_source() -> None:
    nobody = says("No group", stance="claims")
    assert [o.name for o in incident(strike("a", killed(9, ARMY), (*party("actor", "No group"), nobody))).origins] == [
        "army"
    ]
