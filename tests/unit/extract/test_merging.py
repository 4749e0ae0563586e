"""Which mentions of a report tell one event, and which stay apart. All reports are invented."""

import pytest

from tests.unit.extract.conftest import Read

# report, number of events of violence that are news
ONE = [
    "A bomb exploded in a market in Hodeida on Monday, killing two vendors. The explosion broke windows nearby.",
    "Gunmen kidnapped a teacher near Kutum on Monday. The kidnapping was the third there this week.",
    "Rebels attacked a clinic in Kutum on Monday. A group called River Front claimed responsibility for the attack.",
    "Bomb kills two in Hodeida market\n\nA bomb killed two vendors at a market in Hodeida on Monday, police said.",
    "A car bomb exploded in Hodeida on Monday. Police are investigating the attack. It killed four people.",
]
APART = [
    "Rebels attacked a clinic in Kutum on Monday, killing two nurses. On Thursday rebels attacked a mill in Zalingei.",
    "A bomb killed two vendors in Hodeida on Monday. A bomb killed four guards in Aden on Tuesday.",
    "Gunmen kidnapped a teacher in Kutum on Monday. On Wednesday gunmen kidnapped a driver in Zalingei.",
]


@pytest.mark.parametrize("text", ONE)
def test_tellings_of_one_event(read: Read, text: str) -> None:
    assert len({m.event for m in read(text).mentions if m.role == "main"}) == 1


@pytest.mark.parametrize("text", APART)
def test_events_of_other_days_and_places_stay_apart(read: Read, text: str) -> None:
    assert len({m.event for m in read(text).mentions if m.role == "main"}) == 2
