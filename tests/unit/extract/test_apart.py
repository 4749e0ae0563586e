"""Two events in one sentence stay two, and what an attack hit is not what it was done with. All sentences are invented."""

import pytest

from firsthand.model.extraction import Extraction
from firsthand.model.value import Count, Where
from tests.unit.extract.conftest import Read, mention


def said(found: Extraction, trigger: str, field: str) -> list[str]:
    """What the words of its own sentence give it, not what is inferred from the ground of the report."""
    return [c.span.quote for c in mention(found, trigger).claims if c.field == field and c.by.startswith("moments")]


# sentence, trigger of the first event, trigger of the second
TWO = [
    (
        "Gunmen attacked a post near Mellit on Monday, two days after nine farmers were shot in Kutum.",
        "attacked",
        "shot",
    ),
    ("The raid on Mellit came a week after an ambush in Kutum killed four soldiers.", "raid", "ambush"),
    ("The bombing of the market followed a raid on the town of Kutum.", "bombing", "raid"),
    (
        "The air strike hit a camp in Mellit, in response to an ambush in Kutum that killed two soldiers.",
        "air strike",
        "ambush",
    ),
    ("The bombing of the market came as rebels captured the town of Kutum.", "bombing", "captured"),
]


@pytest.mark.parametrize(("sentence", "first", "second"), TWO)
def test_a_measured_distance_parts_events(read: Read, sentence: str, first: str, second: str) -> None:
    found = read(sentence)
    assert mention(found, first).event != mention(found, second).event
    assert "Kutum" not in " ".join(said(found, first, "place"))


# sentence, trigger, words of the same event
ONE = [
    ("Four farmers died after gunmen attacked the village of Mellit on Monday.", "attacked", "died"),
    ("Two guards died hours after a bomb exploded at the gate.", "bomb", "died"),
    ("Five people were killed as rebels shelled the town of Kutum.", "shelled", "killed"),
]


@pytest.mark.parametrize(("sentence", "first", "second"), ONE)
def test_a_plain_after_or_as_does_not(read: Read, sentence: str, first: str, second: str) -> None:
    found = read(sentence)
    assert len({m.event for m in found.mentions}) == 1, [(m.trigger.quote, m.kind) for m in found.mentions]


def test_the_dead_belong_to_the_event_of_their_own_clause(read: Read) -> None:
    found = read("The attack on the mill came a day after a series of strikes killed twelve soldiers in Kutum.")
    numbers = {
        m.trigger.quote: [c.value.number for c in m.claims if isinstance(c.value, Count)] for m in found.mentions
    }
    assert numbers["attack"] == []
    assert [12] in numbers.values()


@pytest.mark.parametrize(
    "sentence",
    [
        "Militants attacked the Orsk air base on Friday, killing two guards.",
        "Gunmen stormed a drone factory at dawn and killed a watchman.",
        "Heavily armed men attacked a training base of the Northern Air Force on Sunday.",
    ],
)
def test_what_was_attacked_is_no_means(read: Read, sentence: str) -> None:
    assert not {m.kind for m in read(sentence).mentions} & {"air strike", "drone strike"}


def test_what_was_damaged_is_no_weapon(read: Read) -> None:
    found = read("Militants attacked the airfield on Friday, destroying two helicopters.")
    assert not [c for m in found.mentions for c in m.claims if c.field == "weapon"]


def test_means_in_the_same_place_still_tell(read: Read) -> None:
    found = read("A helicopter attack on the air base at Kutum killed two soldiers.")
    assert mention(found, "helicopter attack").kind == "air strike"
    places = [c.value.text for c in mention(found, "helicopter attack").claims if isinstance(c.value, Where)]
    assert "Kutum" in places


def test_what_an_attack_answers_is_only_recalled(read: Read) -> None:
    found = read("The air strike hit a camp in Mellit, in response to an ambush in Kutum that killed two soldiers.")
    assert (mention(found, "air strike").role, mention(found, "ambush").role) == ("main", "background")
