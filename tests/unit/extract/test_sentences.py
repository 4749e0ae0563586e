"""Passages: lines and sentences with their section; wrapped lines are one sentence."""

from firsthand.extract.sentences import passages
from firsthand.resources.kit import Kit
from firsthand.resources.parser import smooth

REPORT = """Rebels raid camp near Daquq

KIRKUK, Iraq (Meridian Wire) - Rebels raided a camp on Monday. Two guards died.

Related: Ten recipes for lentil soup
"""
WRAPPED = (
    "The army said on Monday that members of the Northern Dawn Front had\n"
    "Attacked a mill near the old bridge and that two millers were wounded\n"
    "in the fire that followed the attack, before the rebels left the town\n"
    "by the northern road, where a patrol of the army met them at midnight.\n"
)


def test_headline_body_and_furniture(kit: Kit) -> None:
    found = passages(REPORT, next(kit.parser.pipe([REPORT])))
    sections = [(REPORT[p.start : p.end][:12], p.section) for p in found]
    assert sections[0] == ("Rebels raid ", "headline")
    foot = REPORT.index("Related")
    assert {(p.section, p.role) for p in found if p.start >= foot} == {("furniture", "noise")}


def test_text_broken_at_a_column_is_joined(kit: Kit) -> None:
    assert "\n" not in smooth(WRAPPED).rstrip("\n")
    assert len(smooth(WRAPPED)) == len(WRAPPED)


def test_passages_hold_every_character_that_is_not_blank(kit: Kit) -> None:
    found = passages(REPORT, next(kit.parser.pipe([REPORT])))
    held = {i for p in found for i in range(p.start, p.end)}
    assert all(REPORT[i].isspace() for i in range(len(REPORT)) if i not in held)
