"""Who did it, when and where, and in which words: what is held against what, and what is not."""

import pytest

from firsthand.model.incident import Incident
from firsthand.model.voice import Voice
from tests.unit.link.builders import Given, Told, day, killed, known, party, place, says
from tests.unit.weigh.test_readings_origins import incident

ARMY, REBELS, MAYOR, DOCTOR = says("the army"), says("rebel council"), says("the mayor"), says("a doctor")


def raid(name: str, *given: Given, on: int = 12, at: str = "Kutum", when: int = 11) -> Told:
    """A report of a raid on Kutum."""
    return Told(name, known(2025, 3, on)).event(
        "attack", day(2025, 3, when), place(at), *given, words="market stall burnt huts"
    )


def by(text: str, voice: Voice, entity: str | None = None) -> Given:
    """An actor as a voice names it."""
    return (*party("actor", entity, text), voice)


def kinds(found: Incident) -> list[str]:
    return [d.kind for d in found.discrepancies]


@pytest.mark.parametrize(
    ("one", "two", "disputed"),
    [
        ("the army", "rebels", True),
        ("government troops", "militants", True),
        ("herdsmen", "cattle rustlers", True),
        ("gunmen", "the army", False),
        ("attackers", "rebels", False),
        ("rebels", "militants", False),
        ("soldiers", "the army", False),
    ],
)
def test_actors_that_exclude_each_other_are_disputed(one: str, two: str, disputed: bool) -> None:
    found = incident(raid("a", by(one, MAYOR), killed(9)), raid("b", by(two, DOCTOR), killed(9)))
    assert ("attribution" in kinds(found)) is disputed


def test_what_each_side_did_in_a_clash_is_no_dispute() -> None:
    one = raid("a", by("rebels", ARMY), party("target", None, "soldiers"), killed(3))
    two = raid("b", by("soldiers", REBELS), party("target", None, "rebels"), killed(8))
    assert "attribution" not in kinds(incident(one, two))


def test_one_voice_that_names_both_disputes_nothing() -> None:
    one = raid("a", by("rebels", ARMY), killed(9))
    two = raid("b", by("the army", ARMY), killed(9))
    assert "attribution" not in kinds(incident(one, two))


def test_days_that_exclude_each_other_are_a_conflict_that_says_who_and_when() -> None:
    found = incident(raid("a", killed(9, MAYOR)), raid("b", killed(9, MAYOR), when=12, on=13))
    (conflict,) = [d for d in found.discrepancies if d.field == "date"]
    assert conflict.kind == "conflict"
    assert "11 3 2025" in conflict.why
    assert "12 3 2025" in conflict.why
    assert conflict.why.count("on 2025-03-1") == 2


def test_one_day_in_two_reports_is_no_difference() -> None:
    assert kinds(incident(raid("a", killed(9, MAYOR)), raid("b", killed(9, MAYOR)))) == []


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        (killed(31, REBELS), "conflict"),
        (killed(31, MAYOR), "update"),
        (killed(31, says("Ministry of Health")), "update"),
        (killed(31, says("a villager")), "conflict"),
    ],
)
def test_only_who_is_as_well_placed_and_takes_no_side_replaces_a_figure(later: Given, kind: str) -> None:
    found = incident(raid("a", killed(19, MAYOR)), raid("b", later, on=14))
    assert [d.kind for d in found.discrepancies if d.field == "killed"] == [kind]


def test_figures_that_say_the_same_are_one_reading_and_their_words_are_told() -> None:
    found = incident(raid("a", killed(12, MAYOR, bound="more_than")), raid("b", killed(13, DOCTOR, bound="at_least")))
    (counts,) = found.counts
    assert len(counts.readings) == 1
    assert counts.readings[0].voices == ("doctor", "mayor")


def test_each_value_says_who_stands_behind_it() -> None:
    found = incident(
        raid("a", by("Hill Column", ARMY, "Hill Column"), killed(9, MAYOR)),
        raid("b", by("Hill Column", MAYOR, "Hill Column"), on=14),
    )
    (actor,) = found.actors
    assert actor.backing.voices == ("army", "mayor")
    assert actor.backing.origins == ("army", "mayor")
    assert len(actor.backing.reports) == 2
    assert actor.backing.first_said == "2025-03-12"
    (when,) = found.date.readings
    assert when.span.edtf == "2025-03-11"
    assert len(when.backing.reports) == 2
    assert found.places[0].backing.first_said == "2025-03-12"
