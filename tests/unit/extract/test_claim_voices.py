"""Who says each claim of an event, and where its own words end: claims of responsibility, denials, headlines, running speech."""

import pytest

from firsthand.model.value import Denial
from tests.unit.extract.conftest import Read, claims


def test_who_takes_responsibility_says_so_itself_and_the_toll_is_the_outlets(read: Read) -> None:
    found = read(
        "The Liptako Front claimed responsibility for the bombing, which killed nine recruits in Gao on Monday."
    )
    (actor,) = claims(found, "actor")
    assert (actor.voice.speaker, actor.voice.stance) == ("Liptako Front", "claims")
    assert [c.voice.speaker for c in claims(found, "killed")] == [None]


def test_a_claim_that_a_monitor_reports_comes_through_the_monitor(read: Read) -> None:
    found = read(
        "SANA said the Liptako Front claimed responsibility for the bombing, which killed nine recruits in Gao on Monday."
    )
    (actor,) = claims(found, "actor")
    assert actor.voice.chain == ("Liptako Front", "Syrian Arab News Agency")


def test_nobody_who_claims_it_is_no_actor(read: Read) -> None:
    found = read("No group has claimed responsibility for the bombing, which killed nine recruits in Gao on Monday.")
    assert not claims(found, "actor")
    assert [c.voice.speaker for c in claims(found, "killed")] == [None]


# what is said after "Shells killed nine farmers near Gao on Monday, residents said.", and what that denies of the shelling
SAID_NOT_SO = [
    ("The army said no such attack had taken place.", "event"),
    ("The army said it had nothing to do with the attack.", "responsibility"),
    ("The army said the farm was a legitimate military target.", "legitimacy"),
    ("The army said the dead were insurgents, not civilians.", "status"),
    ("The army dismissed the reports as baseless.", "event"),
    ("The army called the toll exaggerated.", "toll"),
]


@pytest.mark.parametrize(("words", "of"), SAID_NOT_SO, ids=[s[0][9:50] for s in SAID_NOT_SO])
def test_what_is_said_not_to_be_so_is_a_denial_of_the_event_before(read: Read, words: str, of: str) -> None:
    found = claims(
        read(f"Shells killed nine farmers near Gao on Monday, residents said. {words}"), "denial", role="main"
    )
    assert [c.value for c in found] == [Denial(of=of)]  # type: ignore[arg-type]
    assert [c.voice.speaker for c in found] == ["army"]


def test_a_denied_strike_is_the_one_told_before(read: Read) -> None:
    found = read(
        "An air strike killed nine farmers near Gao on Monday, residents said. The army denied the air strike."
    )
    told = next(m for m in found.mentions if any(c.field == "killed" for c in m.claims))
    denied = [c for m in found.mentions if m.event == told.event for c in m.claims if c.field == "denial"]
    assert [c.voice.speaker for c in denied] == ["army"]


def test_the_source_of_a_headline(read: Read) -> None:
    found = read("Air strike kills nine farmers near Gao: ministry\n\nThe farm was hit on Monday.")
    assert [c.voice.speaker for c in claims(found, "killed")] == ["ministry"]


def test_speech_runs_on_up_to_where_the_outlet_speaks(read: Read) -> None:
    found = read(
        "Residents said gunmen attacked the village of Doro on Monday. They had burned the mill and had killed nine farmers. "
        "In January, a bomb killed four soldiers in Gao."
    )
    assert {c.span.quote: c.voice.speaker for c in claims(found, "killed")} == {
        "nine farmers": "Residents",
        "four soldiers": None,
    }
