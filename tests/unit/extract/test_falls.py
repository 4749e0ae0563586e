"""What falls from the sky, and whom armed people take with them. All sentences are invented."""

import pytest

from firsthand.model.value import Count
from tests.unit.extract.conftest import Read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An army helicopter went down near Kosti on Sunday, killing all 14 people on board.", "disaster"),
        ("The An-26 of the air force crashed near Juba on Monday, killing nine soldiers.", "disaster"),
        ("The jet came down over Idlib on Monday after being hit by a missile, the monitor said.", "shoot-down"),
        ("A drone crashed into a house in Odesa on Monday, killing two people.", "drone strike"),
        ("A rocket crashed into a house in Sderot on Monday.", "rocket attack"),
    ],
)
def test_what_fell_tells_the_kind(read: Read, text: str, kind: str) -> None:
    assert {m.kind for m in read(text).mentions} == {kind}


def test_an_accident_has_no_actor_and_its_aircraft_is_no_weapon(read: Read) -> None:
    told = read("An army helicopter went down near Kosti on Sunday, killing all 14 people on board, the military said.")
    fields = {claim.field for mention in told.mentions for claim in mention.claims}
    assert {"target", "killed", "date", "place"} <= fields
    assert not fields & {"actor", "weapon"}


def test_prices_and_talks_that_crash_are_no_event(read: Read) -> None:
    assert not read("Prices crashed in Goma on Monday, and the talks came down to one demand.").mentions


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The retreating fighters took 14 passengers with them when they left the bus near Ansongo on Monday.", 14),
        ("Gunmen attacked Bama on Monday and took nine women with them.", 9),
        ("Villagers who fled Bama on Monday took their nine children with them.", None),
        ("Two visitors took ten friends with them to Gao on Monday.", None),
        ("The gunmen took their ten wounded with them when they left Gao on Monday.", None),
    ],
)
def test_whom_armed_people_take_with_them(read: Read, text: str, number: int | None) -> None:
    taken = [
        claim.value.number
        for mention in read(text).mentions
        for claim in mention.claims
        if claim.field == "captured" and isinstance(claim.value, Count)
    ]
    assert taken == ([number] if number is not None else [])


def test_a_rider_is_somebody_and_an_unknown_town_has_its_whole_name(read: Read) -> None:
    told = read("An Israeli drone hit a motorcycle in the southern town of Ain Baal on Sunday, killing its rider.")
    claims = [c for m in told.mentions for c in m.claims]
    assert [c.span.quote for c in claims if c.field == "place"] == ["Ain Baal"]
    assert [c.value.number for c in claims if c.field == "killed" and isinstance(c.value, Count)] == [1]


def test_who_was_shot_dead_is_told_without_the_word(read: Read) -> None:
    told = read("Rebels shot dead two villagers in Kutum.")
    claims = [c for m in told.mentions for c in m.claims]
    assert {c.span.quote for c in claims if c.field in ("victim", "killed")} == {"villagers", "two villagers"}
    assert {m.kind for m in read("Three kidnappers were shot dead.").mentions} == {"shooting"}
