"""What happened, who to whom, whether it did, and whether it is the news. All sentences are invented."""

import pytest

from firsthand.model.value import Party
from tests.unit.extract.conftest import Read, claims, mention

# sentence, trigger, kind
KINDS = [
    ("Warplanes carried out a series of air strikes on the depot.", "air strikes", "air strike"),
    ("A drone attack on the convoy killed four soldiers.", "drone attack", "drone strike"),
    ("Gunmen ambushed a patrol near the dam.", "ambushed", "ambush"),
    ("A roadside bomb killed two policemen.", "roadside bomb", "roadside bomb"),
    ("A suicide bomber struck a checkpoint, killing five guards.", "suicide bomber", "suicide bombing"),
    ("Gunmen kidnapped three nurses on the road.", "kidnapped", "abduction"),
    ("Rebels shot down a helicopter over the valley.", "shot", "shoot-down"),
    ("The minister visited the base at Aleppo on Monday.", "visited", "visit"),
    ("Militants opened fire on worshippers in the square.", "opened", "shooting"),
    ("Rebels captured the town of Kutum on Sunday.", "captured", "seizure of territory"),
    ("Troops captured three members of the Oath of Seven Bridges on Friday.", "captured", "capture"),
    ("Troops captured three men at a checkpoint near Kutum.", "captured", "capture"),
    ("Rebels captured a stretch of the road and two hills from the army.", "captured", "seizure of territory"),
    ("Police seized two rifles and several grenades.", "seized", "seizure of weapons"),
    ("Guerrillas fired rockets at the town.", "fired", "rocket attack"),
    ("Thousands rallied in the capital.", "rallied", "protest"),
]


@pytest.mark.parametrize(("sentence", "trigger", "kind"), KINDS)
def test_kind(read: Read, sentence: str, trigger: str, kind: str) -> None:
    assert mention(read(sentence), trigger).kind == kind


# sentence, actors, targets and victims (parts of their words)
WHO = [
    ("The army raided a village.", ["army"], []),
    ("A village was shelled by the rebels.", ["rebels"], []),
    ("Government troops carried out a raid against the smugglers.", ["Government troops"], ["smugglers"]),
    ("Gunmen killed nine farmers.", ["Gunmen"], ["farmers"]),
    ("Nine farmers were killed by gunmen.", ["gunmen"], ["farmers"]),
    ("The raid, which police launched at dawn, targeted a camp of militants.", ["police"], ["camp"]),
    ("Soldiers detained two men while searching for a rebel commander.", ["Soldiers"], ["two men", "rebel commander"]),
]


@pytest.mark.parametrize(("sentence", "actors", "targets"), WHO)
def test_participants(read: Read, sentence: str, actors: list[str], targets: list[str]) -> None:
    found = read(sentence)
    assert {c.span.quote for c in claims(found, "actor")} >= set(actors)
    hit = " ".join(c.span.quote for c in (*claims(found, "target"), *claims(found, "victim")))
    for target in targets:
        assert target.split()[-1] in hit


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The rebels threatened to attack the port.", "attack", "threatened"),
        ("The army will raid the camp next week.", "raid", "planned"),
        ("Rebels tried to ambush a convoy near the mill.", "ambush", "attempted"),
        ("The force was set up to prevent attacks on the port.", "attacks", "hypothetical"),
        ("If rebels attack the port, ships will leave.", "attack", "hypothetical"),
        ("Troops are shelling the town of Kutum.", "shelling", "ongoing"),
        ("Rebels attacked the port on Monday.", "attacked", "occurred"),
    ],
)
def test_status(read: Read, sentence: str, trigger: str, status: str) -> None:
    found = [m for m in read(sentence).mentions if m.trigger.quote.lower() == trigger]
    assert (
        [m.status for m in found] in ([status], [])
        if status in {"hypothetical", "planned"}
        else [m.status for m in found] == [status]
    )


def test_what_did_not_happen_is_no_mention(read: Read) -> None:
    assert not read("The rebels did not attack the port.").mentions


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2014 rebels overran the town of Kutum.",
        "The group has carried out dozens of attacks on convoys over the past decade.",
        "Since the army's incursion, rebels have carried out attacks on convoys.",
    ],
)
def test_old_events_and_habits_are_background(read: Read, sentence: str) -> None:
    found = read("Rebels shelled the port of Kismayo on Monday, killing two sailors.\n\n" + sentence)
    told = [m for m in found.mentions if m.trigger.start > 70]
    assert told
    assert {m.role for m in told} == {"background"}


def test_tellings_of_one_event_share_it_and_others_do_not(read: Read) -> None:
    text = (
        "Gunmen ambushed a convoy near Daquq on Monday, killing four soldiers. The attack left nine others wounded.\n\n"
        "On Friday a bomb exploded in Mosul, killing a shopkeeper."
    )
    found = read(text)
    first = {m.event for m in found.mentions if m.trigger.start < 110}
    second = {m.event for m in found.mentions if m.trigger.start > 110}
    assert len(first) == 1
    assert not first & second


def test_the_day_of_the_announcement_is_not_the_day_of_the_event(read: Read) -> None:
    found = read("The army announced on Saturday that its troops raided a camp near Daquq on Thursday.")
    assert [c.span.quote for c in claims(found, "date")] == ["Thursday"]


def test_an_inserted_verb_of_speech_does_not_take_the_day(read: Read) -> None:
    found = read("From May 2 to May 3, the statement added, troops raided a camp near Daquq.")
    assert [c.span.quote for c in claims(found, "date")] == ["May 2 to May 3"]


def test_a_claim_of_responsibility_names_the_actor(read: Read) -> None:
    found = read(
        "A bomb killed six guards in Mosul on Monday. The Northern Dawn Front claimed responsibility for the attack."
    )
    actor = next(
        c for c in claims(found, "actor") if isinstance(c.value, Party) and c.value.entity == "Northern Dawn Front"
    )
    assert actor.voice.stance == "claims"


@pytest.mark.parametrize(
    "text",
    [
        "A bus overturned on a mountain road and hit two cars; at least eight people were killed.",
        "The striker fired home from close range and the goal won the match in the last minute of the league season.",
        "The earthquake struck at dawn and killed 40 people.",
    ],
)
def test_accidents_nature_and_sport_are_no_conflict(read: Read, text: str) -> None:
    assert not read(text).mentions


def test_every_claim_quotes_its_report(read: Read) -> None:
    text = "“We hit them,” said the army. Its troops’ raid near Daquq killed ‘several’ militants."
    for m in read(text).mentions:
        assert m.trigger.holds_in(text)
        for c in m.claims:
            assert c.span.holds_in(text)
            assert c.by


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers called for an air strike near Gao on Monday, killing three rebels.", "air strike"),
        ("Police killed two men near Gao on Monday as they attempted to lay a roadside bomb.", "killed"),
        ("A team was sent to assess the raid near Gao on Monday, which left six farmers dead.", "raid"),
    ],
)
def test_what_came_of_it_says_that_it_happened(read: Read, text: str, word: str) -> None:
    assert mention(read(text), word).status == "occurred"
