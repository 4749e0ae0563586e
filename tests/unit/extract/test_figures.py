"""Standing figures: numbers of people somewhere that are no event."""

from tests.unit.extract.conftest import Read


def test_troops_in_a_country(read: Read) -> None:
    found = read("The US has roughly 700 troops in Niger as part of its mission.").figures
    assert [(f.what, f.where, f.number, f.bound) for f in found] == [("US troops", "Niger", 700, "about")]


def test_the_dead_are_no_standing_figure(read: Read) -> None:
    assert not read("Rebels killed 70 soldiers in Niger.").figures
