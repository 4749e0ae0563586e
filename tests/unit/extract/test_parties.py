"""Who acts and who is hit: people and the body they belong to, persons by their name, victims and targets. Invented texts."""

import pytest

from firsthand.model.value import Party
from tests.unit.extract.conftest import Read, claims


def parties(read: Read, text: str, field: str) -> list[Party]:
    return [c.value for c in claims(read(text), field) if isinstance(c.value, Party)]


@pytest.mark.parametrize(
    ("text", "described", "body"),
    [
        ("Three Hezbollah fighters attacked the depot.", "Three Hezbollah fighters", "Hezbollah"),
        ("Members of Hezbollah attacked the depot.", "Members of Hezbollah", "Hezbollah"),
        ("An army patrol killed two farmers.", "army patrol", "army"),
    ],
)
def test_people_and_their_body_both_act(read: Read, text: str, described: str, body: str) -> None:
    found = parties(read, text, "actor")
    assert [p.text for p in found] == [described, body]
    assert found[0].type == "described"


def test_a_person_is_told_by_the_name_alone(read: Read) -> None:
    text = "Gunmen killed former finance minister Emil Vardosa in Kutum. Vardosa was shot in his car."
    victims = parties(read, text, "victim")
    assert {p.text for p in victims if p.sort == "person"} == {"Emil Vardosa"}


def test_people_are_victims_and_things_are_targets(read: Read) -> None:
    text = "Rebels attacked a bank and a bus and eight shopkeepers."
    assert {p.text for p in parties(read, text, "target")} == {"bank", "bus"}
    assert [p.text for p in parties(read, text, "victim")] == ["shopkeepers"]


def test_who_is_arrested_is_a_target(read: Read) -> None:
    text = "Police arrested five smugglers."
    assert not parties(read, text, "victim") or parties(read, text, "target")
    assert "smugglers" in {p.text for p in parties(read, text, "target")}


def test_armed_men_are_no_name(read: Read) -> None:
    found = parties(read, "Armed men kidnapped a nurse near Kutum.", "actor")
    assert [(p.text, p.type, p.entity) for p in found] == [("Armed men", "described", None)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A bomb exploded at a mill near Kutum. Three herders are believed responsible for the attack.", "herders"),
        ("A bomb exploded at a mill near Kutum. The attack was attributed to smugglers.", "smugglers"),
        ("A bomb exploded at a mill near Kutum. The explosives were planted by two gunmen.", "gunmen"),
    ],
)
def test_who_did_it_is_told_in_the_next_sentence(read: Read, text: str, who: str) -> None:
    assert any(who in p.text for p in parties(read, text, "actor"))


def test_what_else_was_damaged_is_a_target(read: Read) -> None:
    found = {p.text for p in parties(read, "A car bomb exploded outside a bank, damaging two kiosks.", "target")}
    assert {"bank", "kiosks"} <= found


@pytest.mark.parametrize(
    "headline", ["Four gendarmes killed in ambush near Gotheye", "Two teachers wounded in blast at Mopti market"]
)
def test_a_headline_without_an_auxiliary_is_passive(read: Read, headline: str) -> None:
    found = read(headline + "\n\nThe regional office gave no details on Sunday.")

    assert claims(found, "actor") == []
    assert claims(found, "victim")
