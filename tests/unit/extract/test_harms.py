"""What an event did to people is told by a word of its own, in the same event. All sentences are invented."""

from tests.unit.extract.conftest import Read, claims, mention


def test_the_dead_and_wounded_stand_with_their_own_words(read: Read) -> None:
    found = read("A car bomb exploded in the market of Kutum, killing two traders and wounding five others.")
    blast, killed, hurt = mention(found, "exploded"), mention(found, "killing"), mention(found, "wounding")
    assert blast.event == killed.event == hurt.event
    assert {blast.kind, killed.kind, hurt.kind} == {"bombing"}
    assert [c.field for c in killed.claims if c.field in {"killed", "wounded"}] == ["killed"]
    assert [c.field for c in hurt.claims if c.field in {"killed", "wounded"}] == ["wounded"]
    assert not [c for c in blast.claims if c.field in {"killed", "wounded"}]


def test_a_count_whose_word_is_the_event_stays_with_it(read: Read) -> None:
    found = read("Gunmen murdered nine farmers near Kutum.")
    assert len(found.mentions) == 1
    assert claims(found, "killed")


def test_who_killed_is_an_actor_of_the_killing(read: Read) -> None:
    found = read("Rebels killed three guards in an attack on the mill.")
    assert [c.span.quote for c in mention(found, "killed").claims if c.field == "actor"] == ["Rebels"]
