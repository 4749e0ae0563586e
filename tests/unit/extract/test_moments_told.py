"""The day of an event that another sentence tells, and days that are not the event's. All reports are invented."""

import pytest

from firsthand.model.value import Day
from tests.unit.extract.conftest import Read, claims

HEAD = "2019-05-08\nMan hurt in Gao\n\n"


def days(found: object, by: str = "") -> list[str]:
    """The words that date events told as news, by the rule."""
    return [
        c.value.expression
        for c in claims(found, "date", role="main")  # type: ignore[arg-type]
        if isinstance(c.value, Day) and by in c.by
    ]


TOLD = [
    ("moments.happened", "Two guards were killed by a bomb in Gao. It happened on Monday near the mill.", "Monday"),
    ("moments.happened", "A gunman killed two guards in Gao. The attack took place on 6 May.", "6 May"),
    ("moments.happened", "Rebels shelled the camp near Gao. The incident occurred late Monday.", "late Monday"),
    (
        "moments.response",
        "A trader was shot in Gao. Troops were called to the market at 3:30 a.m. Tuesday.",
        "3:30 a.m. Tuesday",
    ),
    (
        "moments.response",
        "A bomb killed a trader in Gao. Firefighters responded to the blast on Monday night.",
        "Monday night",
    ),
    (
        "moments.response",
        "A bomb killed a trader in Gao. The blast was reported at about 9 p.m. Monday.",
        "9 p.m. Monday",
    ),
    ("moments.story", "On Monday a patrol went to a farm near Gao. A mine there killed two soldiers.", "Monday"),
    (
        "moments.same",
        "Gunmen killed four herders. The killing of the herders happened on Monday, police said.",
        "Monday",
    ),
]


@pytest.mark.parametrize(("by", "text", "words"), TOLD)
def test_another_sentence_tells_the_day(read: Read, by: str, text: str, words: str) -> None:
    found = days(read(HEAD + text))
    assert words in " ".join(found)


@pytest.mark.parametrize(("by", "text", "words"), [t for t in TOLD if t[0] == "moments.response"])
def test_the_rule_is_named(read: Read, by: str, text: str, words: str) -> None:
    assert any(words in d for d in days(read(HEAD + text), by))


NOT_THE_DAY = [
    "A trader was shot in Gao. The mayor spoke to his family on Tuesday.",
    "A bomb killed a trader in Gao. The governor visited the market on Tuesday.",
    "A bomb killed a trader in Gao. A man appeared in court on Tuesday.",
    "A bomb killed a trader in Gao. The funeral was held on Tuesday.",
    "A bomb killed a trader in Gao. Mourners arrived on Tuesday.",
    "A man was charged on Tuesday with killing a trader in Gao.",
    "A bomb killed a trader in Gao. A guard who was wounded died on Tuesday in a hospital from his wounds.",
    "A bomb killed a trader in Gao. The talks will begin on Friday.",
]


@pytest.mark.parametrize("text", NOT_THE_DAY)
def test_what_follows_a_deed_does_not_date_it(read: Read, text: str) -> None:
    assert days(read(HEAD + text)) == []


SAID = [
    ("Two guards were killed and taken to the hospital in Gao Monday, police said.", "Monday"),
    ("Around 10:30 p.m. on Monday, police say, rebels shot a guard in Gao.", "10:30 p.m. on Monday"),
    ("The army announced the capture of a smuggler during a raid in Gao on Monday.", "Monday"),
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_a_day_beside_a_verb_of_speech_that_is_the_deeds(read: Read, text: str, words: str) -> None:
    assert words in days(read(HEAD + text))


def test_an_arrest_over_a_deed_does_not_date_the_deed(read: Read) -> None:
    found = read("2019-05-08\nTwo men were arrested on Tuesday in connection with the shooting of a trader in Gao.")
    deed = next(m for m in found.mentions if m.trigger.quote == "shooting")
    assert [c for c in deed.claims if c.field == "date"] == []


def test_an_event_that_has_a_day_gets_no_other(read: Read) -> None:
    found = days(read(HEAD + "A bomb killed a trader in Gao on Sunday. Police were called to a brawl on Monday."))
    assert found == ["Sunday"]


def test_a_day_outside_the_events_own_words_is_refused(read: Read) -> None:
    text = "2019-05-20\nA bomb killed a trader in Gao last week. Troops were called to the market on Monday."
    assert "Monday" not in days(read(text), "moments.response")


def test_a_deed_elsewhere_lends_no_day(read: Read) -> None:
    text = "A bomb killed two guards in Gao. Another bombing killed five people in Kandahar on Sunday, police said."
    assert days(read(HEAD + text), "moments.same") == []
