"""Who did it, told beside the verb or only by who announces it: partners, and forces that tell of their raids. Invented."""

import pytest

from firsthand.model.value import Party
from tests.unit.extract.conftest import Read, claims


def doers(read: Read, text: str) -> str:
    """The actors of what the text tells, as one string."""
    return " | ".join(
        f"{p.text} {p.entity or ''}" for c in claims(read(text), "actor") if isinstance(p := c.value, Party)
    )


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("Malian troops, supported by French special forces, raided a camp near Menaka on Tuesday.", "French special forces"),
        ("The Ugandan army, assisted by Congolese soldiers, attacked two rebel bases near Beni.", "Congolese soldiers"),
        ("Marines backed by police commandos stormed the village of Patikul on Friday.", "police commandos"),
        ("Colombian police, accompanied by navy troops, captured three smugglers near Tumaco.", "navy troops"),
        ("Kenyan soldiers, aided by a local militia, ambushed the fighters near Afmadow.", "militia"),
        ("Nigerien soldiers, enabled by Chadian forces, conducted an operation against the group near Diffa.", "Chadian forces"),
        ("Border guards helped by village militiamen arrested four gunmen near Tamu.", "militiamen"),
        ("Iraqi police, reinforced by army units, raided three houses in Baquba.", "army units"),
        ("Indian troops, joined by police officers, killed two militants in Sopore on Monday.", "police officers"),
    ],
)  # fmt: skip
def test_who_helps_a_force_in_a_deed_does_it_too(read: Read, text: str, partner: str) -> None:
    assert partner in doers(read, text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The militia, backed by Libya, attacked a customs post near Faya on Tuesday.", "Libya"),
        ("Rebels supported by traders in the capital attacked the post near Birao.", "traders"),
        ("Soldiers, told by a herder of the camp, attacked it near Menaka.", "herder"),
        ("The brigade, founded by a former army officer, seized the town of Sabha.", "officer"),
    ],
)
def test_who_stands_behind_a_group_has_no_part_in_its_deed(read: Read, text: str, other: str) -> None:
    assert other not in doers(read, text)


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The Kenyan army announced on Tuesday that nine militants were killed in a raid near Garissa.", "Kenyan army"),
        ("The international coalition said Friday 12 insurgents were captured in an operation in Wardak province.", "coalition"),
        ("The Turkish military said 14 fighters were killed in air strikes in northern Iraq on Sunday.", "Turkish military"),
        ("Egypt's armed forces announced that five terrorists were killed in raids in North Sinai.", "armed forces"),
        ("The Philippine army said two rebels were captured during a raid in Samar on Monday.", "Philippine army"),
        ("Israel's military said a Hamas commander was killed in an air strike in Gaza City on Thursday.", "military"),
    ],
)  # fmt: skip
def test_a_force_that_announces_a_deed_against_its_foes_did_it(read: Read, text: str, force: str) -> None:
    assert force in doers(read, text)


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The Kenyan army said on Tuesday that nine villagers were killed in a raid near Garissa.", "army"),
        ("The Malian army said six soldiers were killed in an attack near Menaka on Monday.", "army"),
        ("The Lebanese army said three civilians were killed in an air strike near Tyre on Sunday.", "army"),
        ("The Plains Rights Observatory said 12 fighters were killed in air strikes near Raqqa on Sunday.", "Observatory"),
        ("Hospital officials said four militants were killed in a raid in Quetta on Friday.", "officials"),
        ("The Iraqi army said ten militants were killed in a US air strike near Kirkuk on Monday.", "Iraqi army"),
        ("Police said two gunmen were killed in clashes between rival gangs in Karachi on Sunday.", "Police"),
    ],
)  # fmt: skip
def test_who_tells_of_others_deeds_did_not_do_them(read: Read, text: str, teller: str) -> None:
    assert teller not in doers(read, text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A bomb killed two clerks in Cali on Monday. Police said it was the work of the Pilot League.",
            "Pilot League",
        ),
        ("Four guards were shot in Jolo. The attack was the work of pirates, the mayor said.", "pirates"),
        ("A car bomb hit a bank in Izmir. The minister said it was the handiwork of the Red Sickle.", "Red Sickle"),
    ],
)
def test_whose_work_a_deed_is_said_to_be_did_it(read: Read, text: str, who: str) -> None:
    assert who in doers(read, text)
