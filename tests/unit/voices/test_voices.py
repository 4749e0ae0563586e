"""Who says what, how firmly, and through whom."""

import pytest

from firsthand.extract.quotations import find_quotations
from firsthand.extract.voices import UNNAMED, speakers_of, voice_at
from firsthand.model.voice import OUTLET, Attribution
from tests.unit.voices.conftest import Hear


def said(found: tuple[Attribution, ...], words: str) -> Attribution:
    """The innermost attribution whose content holds `words`."""
    holding = [a for a in found if any(words in p.quote for p in a.content)]
    assert holding, [p.quote for a in found for p in a.content]
    return min(holding, key=lambda a: sum(len(p.quote) for p in a.content))


# text, words of the content, source as written, cue, speaker, stance
SAYINGS = [
    ("The army said that 12 rebels were killed near Tal Orun.", "12 rebels", "The army", "said", "army", "asserts"),
    ("Twelve rebels were killed, said the Plains Rights Observatory.", "Twelve rebels", "the Plains Rights Observatory", "said",
     "Plains Rights Observatory", "asserts"),
    ("Twelve rebels were killed, the statement from the Harbour Guard said.", "Twelve rebels",
     "the statement from the Harbour Guard", "said", "Harbour Guard", "asserts"),
    ("Two soldiers died in the clash, according to the Plains Rights Observatory.", "Two soldiers",
     "the Plains Rights Observatory", "according to", "Plains Rights Observatory", "asserts"),
    ("According to Reuters, two soldiers died in the clash.", "two soldiers", "Reuters", "According to", "Reuters", "asserts"),
    ("The convoy, officials said, was hit by two rockets.", "was hit", "officials", "said", "officials", "asserts"),
    ("The ministry estimated that 40 people had been killed.", "40 people", "The ministry", "estimated", "ministry", "estimates"),
    ("The rebels claimed that they had shot down a drone.", "shot down", "The rebels", "claimed", "rebels", "claims"),
    ("Residents alleged that soldiers had burned the market.", "burned", "Residents", "alleged", "Residents", "alleges"),
    ("The rebels accused the army of shelling the market.", "shelling", "The rebels", "accused", "rebels", "alleges"),
    ("The army denied that its jets had struck the village.", "jets", "The army", "denied", "army", "denies"),
    ("The army did not confirm that the bridge had been hit.", "bridge", "The army", "did not confirm", "army", "doubts"),
    ("Al-Shabaab claimed responsibility for the bombing.", "responsibility", "Al-Shabaab", "claimed", "Al-Shabaab", "claims"),
    ("The bombing was claimed by Al-Shabaab.", "bombing", "Al-Shabaab", "was claimed", "Al-Shabaab", "claims"),
    ("A source with knowledge of the talks said the truce would hold.", "truce", "A source with knowledge of the talks", "said",
     "source", "asserts"),
    ("A spokesman for the army announced that the town had fallen.", "town", "A spokesman for the army", "announced", "army",
     "asserts"),
    ("Gen. Oran Tal, commander of the Harbour Guard, said two boats were sunk.", "two boats",
     "Gen. Oran Tal, commander of the Harbour Guard", "said", "Oran Tal", "asserts"),
    ("Iraq's army, which said it had killed 12 militants, withdrew.", "12 militants", "which", "said", "Iraqi army", "asserts"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "source", "cue", "speaker", "stance"), SAYINGS, ids=[s[0][:40] for s in SAYINGS]
)
def test_who_says_what(hear: Hear, text: str, words: str, source: str, cue: str, speaker: str, stance: str) -> None:
    act = said(hear(text), words)
    assert act.source is not None
    assert act.source.quote == source
    assert " ".join(c.quote for c in act.cue) == cue
    assert act.speaker == speaker
    assert act.stance == stance


def test_content_is_the_whole_clause(hear: Hear) -> None:
    text = "The army said that 12 rebels were killed near Tal Orun and that two fled. Rain fell all day."
    (act,) = hear(text)
    assert [p.quote for p in act.content] == ["that 12 rebels were killed near Tal Orun and that two fled"]


def test_content_around_an_inserted_saying(hear: Hear) -> None:
    (act,) = hear("The convoy, officials said, was hit by two rockets.")
    assert [p.quote for p in act.content] == ["The convoy", "was hit by two rockets"]


# text, words, speaker: speech that runs on
RUNNING = [
    ("The Harbour Guard said two boats were sunk. It added that nobody was hurt.", "nobody", "Harbour Guard"),
    ("The Harbour Guard said two boats were sunk. The statement said nobody was hurt.", "nobody", "Harbour Guard"),
    ("The Harbour Guard said two boats were sunk, adding that nobody was hurt.", "nobody", "Harbour Guard"),
    ("General Oran Tal said two boats were sunk. “Nobody was hurt on our side,” he continued.", "Nobody", "Oran Tal"),
    ("“Two boats were sunk today,” said General Oran Tal. “Nobody was hurt on our side.”", "Nobody", "Oran Tal"),
    (
        "“Two boats were sunk today,” said General Oran Tal.\n\n“Nobody was hurt on our side. We will go on.”",
        "Nobody",
        "Oran Tal",
    ),
    ("Mara Lind, the governor, said two boats were sunk. Lind warned that more would follow.", "more", "Mara Lind"),
    ("The governor said two boats were sunk. The police said nobody was hurt.", "nobody", "police"),
    ("The governor said two boats were sunk. The mayor said nobody was hurt.", "nobody", "mayor"),
    ("Mara Lind, the governor, said two boats were sunk. She said nobody was hurt.", "nobody", "Mara Lind"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), RUNNING, ids=[t[0][-40:] for t in RUNNING])
def test_speech_that_runs_on(hear: Hear, text: str, words: str, speaker: str) -> None:
    assert said(hear(text), words).speaker == speaker


# text, words, chain from first sayer to who passed it on
CHAINS = [
    ("A spokesman for the army told AFP that 12 rebels died.", "12 rebels", ("army", "Agence France-Presse")),
    (
        "Reuters reported, citing the defence ministry, that 12 soldiers were killed.",
        "12 soldiers",
        ("defence ministry", "Reuters"),
    ),
    ("Jets struck the hill, Reuters reported, citing residents.", "Jets", ("residents", "Reuters")),
    ("The navy said in a statement that two boats were sunk.", "two boats", ("navy",)),
    ("The minister told Reuters in an interview that two boats were sunk.", "two boats", ("minister", "Reuters")),
    ("Jets struck the hill; two boats were sunk, the navy said.", "Jets", ("navy",)),
    ("The army said jets struck the hill; officials have not confirmed the toll.", "jets", ("army",)),
    ("The governor was quoted by Reuters as saying that two people died.", "two people", ("governor", "Reuters")),
    ("Reuters quoted the governor, Mara Lind, as saying two people died.", "two people", ("Mara Lind", "Reuters")),
    (
        "Gen. Oran Tal, commander of the US Central Command, said two boats were sunk.",
        "two boats",
        ("Oran Tal", "US Central Command"),
    ),
]


@pytest.mark.parametrize(("text", "words", "chain"), CHAINS, ids=[c[0][:40] for c in CHAINS])
def test_chain_to_who_passed_it_on(hear: Hear, text: str, words: str, chain: tuple[str, ...]) -> None:
    found = said(hear(text), words)
    assert found.chain == chain
    assert found.speaker == chain[0]


# text, what is denied
DENIALS = [
    ("The army denied that its jets had struck the village.", "responsibility"),
    ("The group denied any involvement in the kidnapping.", "responsibility"),
    ("The group denied carrying out the attack.", "responsibility"),
    ("The army denied targeting civilians in the strike.", "legitimacy"),
    ("The army denied reports of heavy casualties among its men.", "toll"),
    ("The army denied that the town had been captured by the rebels.", "event"),
    ("The governor denied that there had been an attack on the convoy.", "event"),
]


@pytest.mark.parametrize(("text", "of"), DENIALS, ids=[d[0][:40] for d in DENIALS])
def test_kinds_of_denial(hear: Hear, text: str, of: str) -> None:
    assert [a.denial for a in hear(text)] == [of]


def test_voice_at_takes_the_innermost_and_chains_outward(hear: Hear) -> None:
    text = "Reuters said that the governor had claimed that four boats were sunk. Rain fell."
    found = hear(text)
    at = text.index("four boats")
    voice = voice_at(at, at + 10, found)
    assert voice.speaker == "governor"
    assert voice.chain == ("governor", "Reuters")
    assert voice.stance == "claims"
    assert voice.span is not None
    assert voice.span.quote == "the governor"
    assert voice_at(text.index("Rain"), len(text), found) == OUTLET


def test_who_stands_last_in_a_sentence_passed_it_on(hear: Hear) -> None:
    text = "The governor of Doro said boats shelled the port on Sunday, Reuters reported. They had sunk two dhows."
    for words in ("boats", "two dhows"):
        voice = voice_at(text.index(words), text.index(words) + len(words), hear(text))
        assert voice.chain == ("governor", "Reuters")


def test_hearsay_without_a_name_is_not_the_outlet(hear: Hear) -> None:
    text = "It was reported that four boats were sunk."
    at = text.index("four")
    assert voice_at(at, at + 4, hear(text)).speaker == UNNAMED


def test_an_attitude_vouches_for_nothing(hear: Hear) -> None:
    text = "The governor condemned the attack on the harbour."
    (act,) = hear(text)
    assert not act.reports
    at = text.index("attack")
    assert voice_at(at, at + 6, hear(text)) == OUTLET


def test_deeds_are_not_sayings(hear: Hear) -> None:
    assert not hear(
        "The bomb claimed 20 lives. The rebels attacked the town and raised their flag. Jets supported the troops."
    )


def test_quotations_get_their_speaker(hear: Hear) -> None:
    text = "“Two boats were sunk,” said General Oran Tal. The navy lost a so-called “floating base” there."
    quotations = speakers_of(find_quotations(text), hear(text))
    assert [(q.span.quote, q.speaker) for q in quotations] == [
        ("Two boats were sunk,", "Oran Tal"),
        ("floating base", None),
    ]


def test_a_headline_is_no_part_of_what_is_said(hear: Hear) -> None:
    text = "Two boats sunk off Port Orun\n\nThe Harbour Guard said Saturday that “two boats” were sunk."
    act = said(hear(text), "two boats")
    assert all("Port Orun" not in p.quote for p in act.content)


def test_every_span_quotes_the_text(hear: Hear) -> None:
    text = "“We hold the town,” the army’s spokesman told Reuters – “all of it.”\n«Nous restons», added Mara Lind (in French)."
    for act in hear(text):
        spans = [*act.cue, *act.content, *([act.source] if act.source else [])]
        assert all(s.holds_in(text) for s in spans)


# text, words, speaker: pages that lost their commas
WITHOUT_COMMAS = [
    ("Four were hurt in the raid three of them women the Plains Rights Observatory said.", "Four", "Plains Rights Observatory"),
    ("A student was one of those killed on Thursday said the Plains Rights Observatory.", "student", "Plains Rights Observatory"),
    ("“Fourteen people died in the attack” state news agency SANA reported.", "Fourteen", "Syrian Arab News Agency"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), WITHOUT_COMMAS, ids=[t[0][-30:] for t in WITHOUT_COMMAS])
def test_sources_of_pages_without_commas(hear: Hear, text: str, words: str, speaker: str) -> None:
    assert said(hear(text), words).speaker == speaker


# text, words, speaker: sources without a name
UNNAMED_SOURCES = [
    ("A source at Orun police command said two people were hurt.", "two people", "source at Orun police command"),
    ("A source at Orun police command said two fell. The source added that one died.", "died", "source at Orun police command"),
    ("Senior officials said two people were hurt.", "two people", "Senior officials"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), UNNAMED_SOURCES, ids=[t[0][-30:] for t in UNNAMED_SOURCES])
def test_sources_without_a_name(hear: Hear, text: str, words: str, speaker: str) -> None:
    assert said(hear(text), words).speaker == speaker


def test_a_name_under_a_quotation_signs_it(hear: Hear) -> None:
    text = "The wall at the gate carries a saying.\n\n“We walk the road until the end of it.”\n– Mara Lind"
    assert said(hear(text), "We walk").speaker == "Mara Lind"


def test_what_could_not_be_verified_is_doubted(hear: Hear) -> None:
    (act,) = hear("Reuters could not independently verify the toll.")
    assert (act.speaker, act.stance) == ("Reuters", "doubts")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Two factions of the Hill Front clashed near Calamar; the army recovered 20 bodies, it said.", "20 bodies", "army"),
        ("The defence ministry said ten died. The army shelled Kutum, it said.", "shelled", "defence ministry"),
        ("Ten died, the county commissioner said. She said the raiders fled. A man of Lokori, Peter Oru, spoke of 14.", "fled",
         "county commissioner"),
        ("A resident of Lokori, Peter Oru, said that 14 people died.", "14 people", "Peter Oru"),
        ("The head of the clinic in Kutum, Dr Omar Harun, said nine people died.", "nine people", "Omar Harun"),
        ("A soldier was killed in a firefight in Negros Occidental, an army spokesman, Lt Col Oran Tal, said.", "firefight",
         "Oran Tal"),
        ("Raiders killed 17 herders and stole 800 cows in Warrap, the state information minister, Oran Tal, told reporters.",
         "17 herders", "Oran Tal"),
        ("An aide to the minister, Amina Sulo, said six people died.", "six people", "aide"),
    ],
)  # fmt: skip
def test_whom_it_and_she_and_a_name_behind_a_place_mean(hear: Hear, text: str, words: str, speaker: str) -> None:
    assert said(hear(text), words).speaker == speaker
