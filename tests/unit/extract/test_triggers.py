"""The ways in which English tells that something happened. All sentences and groups are invented."""

import pytest

from tests.unit.extract.conftest import Read, claims

# sentence, {trigger: kind}
WAYS = [
    # verbs, active and passive
    ("Rebels bombed the bridge at Sirova.", {"bombed": "bombing"}),
    ("The bridge was blown up by rebels.", {"blown": "bombing"}),
    ("The bridge was blown up on Monday.", {"blown": "bombing"}),
    ("Two farmers were kidnapped.", {"kidnapped": "abduction"}),
    # light verbs
    ("Commandos carried out a raid on a hideout in Sirova.", {"raid": "ground raid"}),
    ("The convoy came under attack near Sirova.", {"attack": "attack"}),
    ("Gunmen opened fire on a bus in Sirova.", {"opened": "shooting"}),
    ("The army mounted an offensive against the rebels in Sirova.", {"offensive": "armed clash"}),
    ("Teachers staged a protest in Sirova.", {"protest": "protest"}),
    ("Jets launched strikes on depots near Sirova.", {"strikes": "air strike"}),
    # event nouns under quantity nouns
    ("A series of bombings hit Sirova on Monday.", {"bombings": "bombing"}),
    ("Dozens of air strikes hit Sirova on Monday.", {"air strikes": "air strike"}),
    ("A wave of arrests followed in Sirova on Monday.", {"arrests": "arrest"}),
    # participles
    ("Rebels attacked a mill, burning two trucks.", {"attacked": "arson", "burning": "arson"}),
    ("Three men kidnapped on Monday were freed on Friday.", {"kidnapped": "abduction", "freed": "release"}),
    # nominal headlines
    ("Suicide bombing at Sirova market", {"suicide bombing": "suicide bombing"}),
    ("Rebel attack on Sirova port kills nine", {"attack": "attack", "kills": "attack"}),
    # appositions and relative clauses
    ("Rebels who ambushed a convoy near Sirova fled.", {"ambushed": "ambush"}),
    ("The raid, which police launched at dawn, ended in Sirova.", {"raid": "ground raid"}),
    ("The incident, a bomb attack on a bus in Sirova, was condemned.", {"bomb attack": "bombing"}),
    # coordination
    (
        "A bomb attack in Sirova killed two and wounded five.",
        {"bomb attack": "bombing", "killed": "bombing", "wounded": "bombing"},
    ),
    ("Rebels kidnapped a priest and burned his church.", {"kidnapped": "abduction"}),
    ("Troops shelled and stormed the village of Odunga.", {"shelled": "shelling", "stormed": "ground raid"}),
]


@pytest.mark.parametrize(("sentence", "told"), WAYS)
def test_ways_of_telling(read: Read, sentence: str, told: dict[str, str]) -> None:
    found = {m.trigger.quote.lower(): m.kind for m in read(sentence).mentions}
    assert {word: found.get(word) for word in told} == told


@pytest.mark.parametrize(
    ("sentence", "happened"),
    [
        ("Troops raided a camp to prevent attacks on the port.", ["raided"]),
        ("The army sent tanks to Sirova so that rebels could not attack the port.", []),
        ("Rebels attacked the mill in order to seize weapons.", ["attacked"]),
        ("Rebels bombed the bridge, killing two guards.", ["bombed", "killing"]),
    ],
)
def test_purpose_is_not_what_happened(read: Read, sentence: str, happened: list[str]) -> None:
    found = [m for m in read(sentence).mentions if m.kind != "deployment"]
    assert [m.trigger.quote for m in found if m.status == "occurred"] == happened


def test_a_count_of_each_verb(read: Read) -> None:
    found = read("Gunmen killed two and wounded five in Sirova on Monday.")
    assert [c.span.quote for c in claims(found, "killed")] == ["two"] or len(claims(found, "killed")) == 1
    assert len(claims(found, "wounded")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The governor hopes to win over jailed militants in the south.",
        "Lawyers visited detained editors in Minsk.",
        "A court will hear the captured sailors in Jeddah.",
        "Supplies for arrested students ran out in Yangon.",
        "The ministry announced aid for imprisoned farmers.",
        "Farmers described the brutal nature of the fighting.",
        "Control of the dam was a crucial part of this battle, the historian wrote.",
        "The price of the war rose in every phase of the fighting.",
        "Analysts see no change in the conduct of the battle.",
        "The dynamics of the fighting remain unclear.",
    ],
)
def test_where_people_are_held_and_what_fighting_is_like_are_no_events(read: Read, text: str) -> None:
    assert [m.trigger.quote for m in read(text).mentions] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police arrested students in Yangon on Monday.", "arrest"),
        ("Four sailors were captured near Jeddah on Monday.", "capture"),
        ("The editor, arrested in Minsk on Friday, was freed.", "arrest"),
        ("Two soldiers died in a battle near Agadez on Friday.", "armed clash"),
        ("Fighting broke out in Malakal on Monday.", "armed clash"),
    ],
)
def test_arrests_and_fights_are_events(read: Read, text: str, kind: str) -> None:
    assert kind in {m.kind for m in read(text).mentions}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A transport helicopter was hit by ground fire and crashed near Mosul on Monday.", "shoot-down"),
        ("A missile struck a warplane over Idlib on Monday.", "shoot-down"),
        ("A drone struck an ambulance near Donetsk on Monday.", "drone strike"),
        ("Warplanes hit a dormitory in Mekele on Monday.", "air strike"),
        ("Shells hit a queue for water in Aden on Monday.", "shelling"),
        ("Rebels burned two trucks near Bambari on Monday.", "arson"),
        ("Gunmen opened fire on a minister in Lagos on Monday.", "shooting"),
    ],
)
def test_what_was_hit_tells_the_kind(read: Read, text: str, kind: str) -> None:
    assert kind in {m.kind for m in read(text).mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Deputies opened fire on the budget on Monday.",
        "The union opened fire on the reform of pensions on Monday.",
        "The museum shows a burning city of 1610.",
        "Three crewmen burned with it.",
    ],
)
def test_fire_in_a_figure_of_speech_is_no_deed(read: Read, text: str) -> None:
    assert not {m.kind for m in read(text).mentions} & {"shooting", "arson"}
