"""The vocabulary of kinds: complete, and mapped as the codebooks rule."""

import pytest

from firsthand.resources.frames import Frames
from firsthand.resources.kinds import Kinds

WANTED = (
    "air strike,drone strike,shelling,missile attack,ambush,armed clash,ground "
    "raid,capture,attack,shooting,killing,chemical attack,"
    "mob violence,execution,assassination,massacre,bombing,suicide bombing,roadside "
    "bomb,grenade,abduction,hostage-taking,release,"
    "shoot-down,seizure of weapons,seizure of territory,withdrawal,siege,sabotage,arson,robbery,looting,sexual violence,torture,"
    "protest,riot,arrest,trial,execution of sentence,ceasefire,agreement,negotiation,visit,statement,deployment,"
    "headquarters established,change of a group,troop withdrawal,aid,displacement,disaster,other"
).split(",")
ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote "
        "explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip


def test_every_kind_of_the_design_is_there_with_an_acled_pair_of_the_codebook() -> None:
    kinds = Kinds.open()
    assert set(WANTED) <= set(kinds.names)
    for name in kinds.names:
        code = kinds[name].acled
        assert code.sub_event_type in ACLED[code.event_type], name


@pytest.mark.parametrize(
    ("kind", "plover"),
    [
        ("capture", ("ASSAULT", "abduct")),
        ("arrest", ("COERCE", "arrest")),
        ("execution", ("ASSAULT", "targeted")),
        ("air strike", ("ASSAULT", "aerial")),
        ("drone strike", ("ASSAULT", "drone")),
    ],
)
def test_plover_by_its_coding_rules(kind: str, plover: tuple[str, str]) -> None:
    code = Kinds.open()[kind].plover
    assert (code.type, code.mode) == plover


def test_finer_kinds_refine_coarser_ones() -> None:
    kinds = Kinds.open()
    assert kinds.refines("suicide bombing", "attack")
    assert not kinds.refines("attack", "suicide bombing")
    assert kinds.akin("ambush", "shooting")
    assert not kinds.akin("visit", "ambush")


def test_frames_name_kinds_that_are_there() -> None:
    kinds, frames = Kinds.open(), Frames.open()
    for found in (*(f for fs in frames.verbs.values() for f in fs), *frames.nouns.values()):
        assert found.kind in kinds
    for refine in frames.refinements:
        assert {refine.to, *refine.from_} <= set(kinds.names)
