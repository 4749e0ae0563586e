"""Candidates for slots and what speaks for them. Invented texts."""

from datetime import date

import pytest

from firsthand.extract import set_scene
from firsthand.extract.quotations import find_quotations
from firsthand.extract.scene import Scene
from firsthand.extract.slots import ACTOR, HIT, Candidate, candidates, taken
from firsthand.extract.slots_features import path
from firsthand.extract.triggers import find_triggers
from firsthand.model.base import sha256
from firsthand.model.report import Report
from firsthand.resources.kit import Kit
from tests.unit.extract.conftest import Read, claims


def scene_of(kit: Kit, text: str) -> Scene:
    report = Report(
        sha256=sha256(text.encode()), text=text, names=("r.txt",), media_type="text/plain", read_on=date(2026, 1, 1)
    )
    return set_scene(report, next(kit.parser.pipe([text])), kit, find_quotations(text))


def found(scene: Scene) -> list[Candidate]:
    return [c for t in find_triggers(scene) for c in candidates(scene, t)]


def test_grammar_and_every_phrase_propose(kit: Kit) -> None:
    scene = scene_of(kit, "Gunmen attacked a bank near the market, the mayor said.")
    told = {(c.slot, c.found.party.text): c for c in found(scene)}
    assert told[ACTOR, "Gunmen"].rules == ("arguments.subject",)
    assert told[HIT, "bank"].rules == ("arguments.object",)
    assert told[HIT, "mayor"].rules == ()
    assert taken(scene, told[ACTOR, "Gunmen"])
    assert taken(scene, told[HIT, "bank"])
    assert not taken(scene, told[HIT, "mayor"])


def test_the_path_names_steps_and_prepositions(kit: Kit) -> None:
    scene = scene_of(kit, "The bank was attacked by gunmen.")
    word = next(t for t in scene.doc if t.lower_ == "attacked")
    way = {t.lower_: path(t, word) for t in scene.doc}
    assert way["bank"] == "nsubjpass^"
    assert way["gunmen"] == "pobj/by^"


@pytest.mark.parametrize("word", ["F-16 jets", "drones"])
def test_what_flies_is_a_weapon(read: Read, word: str) -> None:
    assert claims(read(f"The army attacked a depot near Kutum with {word} on Monday."), "weapon")


def test_a_scored_phrase_names_its_rule(kit: Kit, read: Read) -> None:
    rules = {c.by for c in claims(read("Rebels shelled a school and a clinic near Kutum."), "target")}
    assert rules <= {"arguments.object", "slots.scored"}
    assert rules


def test_a_state_before_its_strike_acts(read: Read) -> None:
    assert "Israeli" in {c.span.quote for c in claims(read("An Israeli strike destroyed a mill near Tyre."), "actor")}


def test_the_event_word_is_its_own_weapon(read: Read) -> None:
    assert claims(read("A roadside bomb killed two policemen near Kutum."), "weapon")
