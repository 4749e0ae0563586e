"""Who was killed, wounded, taken, and how many. All sentences are invented."""

import pytest

from firsthand.extract.counts import find_counts
from firsthand.extract.numbers import find_amounts
from firsthand.model.value import Count
from firsthand.resources.kit import Kit
from tests.unit.extract.conftest import Read, claims

# sentence, (field, number, bound, low, quoted words) of each count
TABLE = [
    (
        "The rebels executed 31 members of the garrison near the mill.",
        [("killed", 31, "exact", 31, "31 members of the garrison")],
    ),
    (
        "One medic was killed and two were wounded.",
        [("killed", 1, "exact", 1, "One medic"), ("wounded", 2, "exact", 2, "two")],
    ),
    ("More than a dozen fighters were captured in the raid.", [("captured", 12, "more_than", 13, "More than a dozen fighters")]),
    ("At least 14 people died when a bomb exploded.", [("killed", 14, "at_least", 14, "At least 14 people")]),
    ("The blast left six people dead.", [("killed", 6, "exact", 6, "six people")]),
    ("The attack claimed the lives of eight villagers.", [("killed", 8, "exact", 8, "eight villagers")]),
    ("7 killed, 21 wounded in market blast", [("killed", 7, "exact", 7, "7 killed"), ("wounded", 21, "exact", 21, "21 wounded")]),
    ("Residents buried 43 bodies on Monday.", [("killed", 43, "exact", 43, "43 bodies")]),
    ("The raid led to the capture of a cell leader.", [("captured", 1, "exact", 1, "a cell leader")]),
    (
        "There were no reports of civilian casualties.",
        [("civilian_casualties", 0, "none_reported", 0, "no reports of civilian casualties")],
    ),
    ("Fifty soldiers were killed or wounded.", [("killed_or_wounded", 50, "exact", 50, "Fifty soldiers")]),
    (
        "Three soldiers and two nurses were killed.",
        [("killed", 3, "exact", 3, "Three soldiers"), ("killed", 2, "exact", 2, "two nurses")],
    ),
    ("The strike hit more than 40 targets.", [("targets_hit", 40, "more_than", 41, "more than 40 targets")]),
    ("Several insurgents were detained.", [("captured", None, "vague", None, "Several insurgents")]),
    (
        "A bomb killed a couple and their three children.",
        [("killed", 2, "exact", 2, "a couple"), ("killed", 3, "exact", 3, "three children")],
    ),
    (
        "The force detained the smuggler along with two of his aides.",
        [("captured", 1, "exact", 1, "smuggler"), ("captured", 2, "exact", 2, "two of his aides")],
    ),
    ("Also killed in the strike were more than a dozen rebels.", [("killed", 12, "more_than", 13, "more than a dozen rebels")]),
    ("A strike killed or injured 12 people.", [("killed_or_wounded", 12, "exact", 12, "12 people")]),
    ("The army lost three soldiers in the battle.", [("killed", 3, "exact", 3, "three soldiers")]),
    ("Four policemen lost their lives in the ambush.", [("killed", 4, "exact", 4, "Four policemen")]),
    ("Dozens of people were feared dead.", [("killed", None, "vague", 24, "Dozens of people")]),
    ("Shelling forced 4,000 families to flee the town.", [("displaced", 4000, "exact", 4000, "4,000 families")]),
    ("Seven fishermen are still missing.", [("missing", 7, "exact", 7, "Seven fishermen")]),
    ("Neither of the two pilots was hurt.", []),
    ("No women or children were injured.", [("wounded", 0, "exact", 0, "No women")]),
    ("Guards returned fire, killing the insurgent.", [("killed", None, "exact", 1, "insurgent")]),
    ("Guards returned fire, killing him.", [("killed", None, "exact", 1, "him")]),
    (
        "A surgeon at the clinic: 16 bodies, more than 40 wounded.",
        [("killed", 16, "exact", 16, "16 bodies"), ("wounded", 40, "more_than", 41, "more than 40")],
    ),
    ("Four people were taken to hospital after the blast.", [("wounded", 4, "exact", 4, "Four people")]),
    ("The shelling sent nine villagers to the clinic.", [("wounded", 9, "exact", 9, "nine villagers")]),
    ("Two officers suffered gunshot wounds.", [("wounded", 2, "exact", 2, "Two officers")]),
    ("Three guards sustained minor injuries.", [("wounded", 3, "exact", 3, "Three guards")]),
    ("Two people were shot in the market.", [("killed_or_wounded", 2, "exact", 2, "Two people")]),
    ("Police shot four protesters.", [("killed_or_wounded", 4, "exact", 4, "four protesters")]),
    ("Two people were shot and wounded in the market.", [("wounded", 2, "exact", 2, "Two people")]),
    ("Police shot dead four protesters.", [("killed", 4, "exact", 4, "four protesters")]),
    ("Soldiers shot at four cars.", []),
    ("A boy was shot in the leg.", [("wounded", 1, "exact", 1, "A boy")]),
    ("Two suspects were taken to the police station.", []),
    ("The minister was taken to the hospital to see the wounded.", []),
    ("The bodies of three men were taken to the hospital.", [("killed", 3, "exact", 3, "three men")]),
    ("One man died in two shootings.", [("killed", 1, "exact", 1, "One man")]),
    ("Police served 44 search warrants after a man was killed.", [("killed", 1, "exact", 1, "a man")]),
    (
        "The toll rose to at least 30 as three more bodies were found.",
        [("killed", 30, "at_least", 30, "at least 30"), ("killed", 3, "exact", 3, "three more bodies")],
    ),
    ("Six persons believed dead had been found in the bush, alive.", []),
    ("An attack on a school killed 30; an earlier count was lower.", [("killed", 30, "exact", 30, "killed 30")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), TABLE)
def test_counts(kit: Kit, sentence: str, wanted: list[tuple[object, ...]]) -> None:
    doc = next(kit.parser.pipe([sentence]))
    found = find_counts(doc, find_amounts(sentence), kit.frames, kit.lexicon)
    assert [(c.field, c.number, c.bound, c.low, sentence[c.start : c.end]) for c in found] == wanted


def test_a_figure_that_the_text_corrects_is_marked(kit: Kit) -> None:
    text = "The death toll rose to 33, up from 23."
    found = find_counts(next(kit.parser.pipe([text])), find_amounts(text), kit.frames, kit.lexicon)
    assert [(c.number, c.older) for c in found if c.field == "killed"] == [(33, False)] or (23, True) in [
        (c.number, c.older) for c in found
    ]


# sentence, (whole, part) by their words
PARTS = [
    ("At least 37 people, among them eight officers, were killed.", [("At least 37 people", "eight officers")]),
    (
        "The blast killed 37 people, including eight guards and two children.",
        [("37 people", "eight guards"), ("37 people", "two children")],
    ),
    (
        "Gunmen killed twelve villagers, five of them children, near Gao.",
        [("twelve villagers", "five of them children")],
    ),
    ("Nine people were killed, of whom four were soldiers.", [("Nine people", "four were soldiers")]),
    ("Nine people were killed. Among the dead were two nurses.", [("Nine people", "two nurses")]),
]


@pytest.mark.parametrize(("sentence", "wanted"), PARTS)
def test_parts_name_the_claim_that_includes_them(read: Read, sentence: str, wanted: list[tuple[str, str]]) -> None:
    found = claims(read(f"Rebels attacked the town of Gao on Monday. {sentence}"), "killed")
    whole = {c.id: c.span.quote for c in found}
    counts = [(c.value, c.span.quote) for c in found if isinstance(c.value, Count)]
    assert [(whole[v.part_of], quote) for v, quote in counts if v.part_of is not None] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Troops detained several rebels near Gao on Monday. The troops detained four rebels after a search.", [4]),
        ("The raid near Gao on Monday killed more than 10 rebels. The raid killed 15 rebels and burned a depot.", [15]),
        ("Troops killed several rebels near Gao on Monday. Three more rebels were killed in the raid.", [None, 3]),
        ("Troops detained a smuggler near Gao on Monday. The man was detained at a farm.", [1]),
        ("Troops killed several rebels near Gao on Monday. Rebels killed four soldiers in the raid.", [None, 4]),
    ],
)
def test_the_closest_words_of_a_report_are_kept(read: Read, text: str, wanted: list[int | None]) -> None:
    found = sorted((*claims(read(text), "killed"), *claims(read(text), "captured")), key=lambda c: c.span.start)
    assert [c.value.number for c in found if isinstance(c.value, Count)] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Six camels died too.",
        "Rebels freed 15 hostages.",
        "Troops detained a man and secured several rifles.",
        "He did not say how many soldiers had died.",
        "Wounded soldiers were treated in the tent.",
        "The attack on a school was reported.",
    ],
)
def test_no_number_that_the_words_do_not_bear(kit: Kit, sentence: str) -> None:
    found = find_counts(next(kit.parser.pipe([sentence])), find_amounts(sentence), kit.frames, kit.lexicon)
    assert [c for c in found if c.number not in {None, 1}] == []


def test_a_bare_number_is_quoted_with_a_word_beside_it(kit: Kit) -> None:
    text = "The death toll has risen to 330."
    [found] = find_counts(next(kit.parser.pipe([text])), find_amounts(text), kit.frames, kit.lexicon)
    assert (text[found.start : found.end], found.number) == ("to 330", 330)


@pytest.mark.parametrize(
    "how", ["in his sleep", "of cancer", "of natural causes", "of old age", "from pneumonia", "of a heart attack"]
)
def test_who_died_in_peace_was_not_killed(read: Read, how: str) -> None:
    assert not read(f"The general died {how} in Lima on Monday, aged 91.").mentions


@pytest.mark.parametrize(
    "how", ["of his wounds", "in an ambush", "in the attack", "from burns", "in hospital", "of torture"]
)
def test_who_died_otherwise_was(read: Read, how: str) -> None:
    found = claims(read(f"Gunmen attacked a bus near Lima on Monday. A driver died {how}, police said."), "killed")
    assert len(found) == 1


def test_who_was_shot_is_not_counted_again_where_the_report_tells_what_became_of_them(read: Read) -> None:
    text = "Two farmers were shot near Arua on Monday. One of them was killed and the other was wounded."
    assert claims(read(text), "killed_or_wounded") == []
    assert (
        len(claims(read("Two farmers were shot near Arua on Monday. Nobody was arrested."), "killed_or_wounded")) == 1
    )


def test_those_whose_death_raised_a_toll_are_part_of_it(read: Read) -> None:
    found = claims(
        read("The toll of a blast in Tank rose to 11 on Saturday after two recruits died, police said."), "killed"
    )
    values = {c.value.number: c.value.part_of for c in found if isinstance(c.value, Count)}
    assert values[11] is None
    assert values[2] == next(c.id for c in found if isinstance(c.value, Count) and c.value.number == 11)
