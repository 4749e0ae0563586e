"""Who all those were whom an event hit, where a sentence says so, and events that somebody denies. Invented sentences."""

import pytest

from firsthand.model.value import Denial
from tests.unit.extract.conftest import Read, claims

SAID = [
    ("The six men killed in Sunday's air strike near Gao were herders, a mayor said.", ["herders"]),
    (
        "Elders said that those who were killed in the raid on Gao on Monday were teachers and nurses.",
        ["teachers", "nurses"],
    ),
    ("A drone strike hit a lorry near Gao on Monday. The dead were fishermen, relatives said.", ["fishermen"]),
    ("The nine people arrested near Gao on Monday are students, their parents say.", ["students"]),
    ("A spokesman said that all the victims of the air strike on Gao on Monday were insurgents.", ["insurgents"]),
]
NOT_SAID = [
    "Six men were killed in Sunday's air strike near Gao. Most of the dead were herders.",
    "Six men were killed in Sunday's air strike near Gao. Two of the dead were not herders.",
    "The mayor, who lost a son in the air strike on Gao on Monday, was a herder before the war.",
    "Six men were killed in Sunday's air strike near Gao. Cattle prices were the talk of the herders.",
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_who_all_of_them_were(read: Read, text: str, wanted: list[str]) -> None:
    assert [c.span.quote for c in claims(read(text), "victim") if c.by == "arguments.were"] == wanted


@pytest.mark.parametrize("text", NOT_SAID)
def test_who_some_or_others_were_is_not_said_of_all(read: Read, text: str) -> None:
    assert [c for c in claims(read(text), "victim") if c.by == "arguments.were"] == []


@pytest.mark.parametrize(
    ("text", "status", "of"),
    [
        ("The army said that no such raid had taken place in Gao on Monday.", "denied", "event"),
        (
            "A commander said his men had nothing to do with the killing of two traders in Gao on Monday.",
            "occurred",
            "responsibility",
        ),
        (
            "The Hill Column was not responsible for Monday's bombing of the bridge near Gao.",
            "occurred",
            "responsibility",
        ),
        ("A minister called the reports of a gas attack on Gao on Monday a fabrication.", "denied", "event"),
    ],
)
def test_what_somebody_denies_stays_an_event_with_the_denial(read: Read, text: str, status: str, of: str) -> None:
    found = read(text)
    assert [m.status for m in found.mentions] == [status]
    denials = [c.value for c in claims(found, "denial")]
    assert [d.of for d in denials if isinstance(d, Denial)] == [of]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police on Tuesday put at 27 the number of people killed by the bomb in Gao on Monday.", 27),
        ("The number of people killed in Monday's bombing of a mill near Gao has now gone up to 27.", 27),
        ("The number of villagers killed in the raid on Gao on Monday was 27, not 19, the hospital said.", 27),
    ],
)
def test_the_number_of_those_killed_is_read_over_more_words(read: Read, text: str, number: int) -> None:
    assert number in [c.value.number for c in claims(read(text), "killed")]  # type: ignore[union-attr]
