"""What came of it, why, and who denies it. All sentences are invented."""

import pytest

from firsthand.model.value import Denial
from tests.unit.extract.conftest import Read, claims

# text, words of the outcome
OUTCOMES = [
    ("Police arrested a smuggler in Gao on Monday. No shots were fired during the raid.", "No shots were fired"),
    ("Marines raided a farm near Gao and detained two men without firing a shot.", "without firing a shot"),
    ("Troops searched a farm in a raid near Gao. They did not fire their weapons.", "did not fire their weapons"),
    ("Rebels attacked the post on Monday. Guards repelled the assault after an hour.", "Guards repelled the assault"),
    ("Gunmen attacked a bus near Gao on Monday and fled into the hills.", "fled into the hills"),
    ("A bomb exploded near the mill in Gao on Monday, damaging two shops.", "damaging two shops"),
    ("Two shops were destroyed in the attack on Gao on Monday.", "Two shops were destroyed"),
    ("Gunmen attacked a bus near Gao on Monday. No one was hurt.", "No one was hurt"),
    ("Rockets hit the airport on Monday but caused no casualties.", "caused no casualties"),
    ("A grenade was thrown at the mayor's house in Gao on Monday but it failed to explode.", "failed to explode"),
    ("Commandos stormed the farm near Gao on Monday and rescued four hostages.", "rescued four hostages"),
]


@pytest.mark.parametrize(("text", "words"), OUTCOMES)
def test_outcome(read: Read, text: str, words: str) -> None:
    assert any(words in c.span.quote for c in claims(read(text), "outcome"))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a bus near Gao on Monday. An investigation was opened.",
        "Gunmen attacked a bus near Gao on Monday. The army will secure the road.",
        "Rebels attacked the post to destroy the bridge near Gao on Monday.",
        "Gunmen attacked a bus near Gao on Monday, shattering hopes of a truce and the calm of the town.",
    ],
)
def test_inquiries_plans_and_figures_of_speech_are_no_outcome(read: Read, text: str) -> None:
    assert [c.span.quote for c in claims(read(text), "outcome")] == []


# text, words of the motive
MOTIVES = [
    (
        "Herders burned the village of Tula on Monday in retaliation for the theft of cattle.",
        "in retaliation for the theft",
    ),
    ("Rebels killed three traders near Gao for refusing to pay a tax.", "for refusing to pay a tax"),
    ("Rebels executed two men accused of spying for the army.", "accused of spying for the army"),
    ("Gunmen attacked the mill because its owner had paid the army.", "because its owner had paid the army"),
    ("Gunmen attacked the convoy in a bid to free prisoners.", "in a bid to free prisoners"),
    ("Police arrested a clerk in Gao on suspicion of smuggling arms.", "on suspicion of smuggling arms"),
    ("Rebels said the bombing in Gao was revenge for the death of a cleric.", "revenge for the death of a cleric"),
]


@pytest.mark.parametrize(("text", "words"), MOTIVES)
def test_motive(read: Read, text: str, words: str) -> None:
    assert [c.span.quote for c in claims(read(text), "motive") if words in c.span.quote]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a bus near Gao on Monday, and residents were shocked because the road had been safe.",
        "Gunmen killed a driver near Gao on Monday. Police searched for the men for hours.",
    ],
)
def test_a_reason_of_something_else_is_no_motive(read: Read, text: str) -> None:
    assert [c.span.quote for c in claims(read(text), "motive")] == []


def test_the_dead_who_are_avenged_are_not_those_of_the_attack(read: Read) -> None:
    found = read("Rebels said the bombing in Gao was revenge for the death of a cleric.")
    assert claims(found, "killed") == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (
            "Gunmen killed nine farmers near Gao on Monday. The Liptako Front denied responsibility for the attack.",
            "responsibility",
        ),
        (
            "Gunmen killed nine farmers near Gao on Monday. The army denied that it had carried out the attack.",
            "responsibility",
        ),
        ("Shells hit a clinic in Gao on Monday. The army denied targeting civilians.", "legitimacy"),
    ],
)
def test_denial(read: Read, text: str, of: str) -> None:
    found = claims(read(text), "denial")
    assert [c.value.of for c in found if isinstance(c.value, Denial)] == [of]
    assert {c.voice.stance for c in found} == {"denies"}


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers conducted an operation to arrest a rebel commander near Gao on Monday.",
        "Soldiers detained two men near Gao on Monday as they searched for a rebel commander.",
        "Soldiers carried out a raid aimed at capturing a rebel commander near Gao on Monday.",
        "Soldiers killed two men near Gao on Monday. The force was searching for a rebel commander.",
    ],
)
def test_who_was_sought_is_a_target(read: Read, text: str) -> None:
    assert "rebel commander" in " ".join(c.span.quote for c in claims(read(text), "target", role="main"))


@pytest.mark.parametrize(
    "text",
    [
        'Soldiers killed two men near Gao on Monday. "We remain committed to the pursuit of rebel commanders," he said.',
        "Shells hit a clinic near Gao on Monday. Rescuers searched for survivors.",
    ],
)
def test_standing_aims_and_rescues_have_no_target(read: Read, text: str) -> None:
    assert [c.span.quote for c in claims(read(text), "target") if c.by == "arguments.sought"] == []


def test_no_fewer_than_is_no_denial(read: Read) -> None:
    found = read("No fewer than 30 villagers have been reportedly killed in the attack.")
    assert not [c for m in found.mentions for c in m.claims if c.field == "outcome"]
