"""Letters of sources and digits of what they say, by their rules; and that copies add nothing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from firsthand.model.incident import Group, Incident, Reading, Telling, Weighed
from firsthand.model.lineage import Traced
from firsthand.model.voice import Voice
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.weigh import weigh
from firsthand.weigh.admiralty import digit
from tests.unit.link.builders import Told, dated, day, denial, extractions, killed, known, party, place, says

PAGE = Path(__file__).parents[3] / "docs/explanation/grades.md"
GRADES = ("weak", "contested", "single source", "corroborated")
"""From the least support to the best; whether something is contested is no more and no less of it."""
Weighing = Callable[..., Incident]


@pytest.fixture(scope="module")
def weighed() -> Weighing:
    kinds, lexicon = Kinds.open(), Lexicon.open()

    def run(*told: Told) -> Incident:
        tellings = [
            Telling(report=t.id, event=m.event, mentions=(m.id,), role="main") for t in told for m in t.mentions
        ]
        group = Group(id="inc_1", tellings=tuple(tellings))
        texts = {one.id: one.report for one in told}
        found: Weighed = weigh([group], texts, extractions(*told), dated(*told), Traced(), kinds, lexicon)
        (incident,) = found.incidents
        return incident

    return run


def strike(name: str, told_on: int, *claims: object) -> Told:
    """A report of the strike on Kutum of 11 March 2025."""
    return Told(name, known(2025, 3, told_on)).event(
        "air strike", day(2025, 3, 11), place("Kutum"), party("actor", "Northern Air Arm"), *claims,  # type: ignore[arg-type]
        words="market stall bombed",
    )  # fmt: skip


def letters(incident: Incident) -> dict[str, str]:
    return {origin.name: origin.reliability for origin in incident.origins}


def pair(incident: Incident, number: int) -> str:
    (found,) = [r for f in incident.counts if f.field == "killed" for r in f.readings if r.count.number == number]
    return found.admiralty


@pytest.mark.parametrize(
    ("speaker", "letter"),
    [
        ("Syrian Observatory for Human Rights", "B"),
        ("Plains Rights Monitor", "B"),
        ("residents", "C"),
        ("a nurse", "C"),
        ("district police", "C"),
        ("Northern Air Arm", "C"),
        ("Reuters", "F"),
        ("sources", "F"),
        ("Adan Vree", "F"),
    ],
)
def test_how_a_source_is_placed(speaker: str, letter: str, weighed: Weighing) -> None:
    found = weighed(strike("a", 12, killed(4, says(speaker))))
    assert list(letters(found).values()) == [letter]
    assert found.origins[0].reliability_why


def test_who_is_a_party_has_a_stake_and_contradicts_nobody(weighed: Weighing) -> None:
    found = weighed(
        strike("a", 12, killed(9, says("Plains Rights Monitor"))), strike("b", 12, killed(2, says("Northern Air Arm")))
    )
    assert letters(found) == {"Plains Rights Monitor": "B", "Northern Air Arm": "D"}
    assert (pair(found, 9), pair(found, 2)) == ("B4", "D4")


def test_contradicted_by_several_without_a_stake(weighed: Weighing) -> None:
    told = [
        killed(n, says(who)) for n, who in ((2, "Northern Air Arm"), (30, "residents"), (30, "Plains Rights Monitor"))
    ]
    found = weighed(*(strike(name, 12, claim) for name, claim in zip("abc", told, strict=True)))
    assert letters(found)["Northern Air Arm"] == "E"
    assert pair(found, 2) == "E5"
    assert pair(found, 30)[1] == "2"


def test_what_a_source_replaced_itself_is_improbable(weighed: Weighing) -> None:
    monitor = says("Plains Rights Monitor")
    found = weighed(strike("a", 12, killed(9, monitor)), strike("b", 14, killed(12, monitor)))
    assert (pair(found, 9), pair(found, 12)) == ("B5", "B3")


def test_two_origins_confirm_and_one_that_nobody_can_judge_does_not(weighed: Weighing) -> None:
    one = weighed(strike("a", 12, killed(9, says("residents"))))
    two = weighed(
        strike("a", 12, killed(9, says("residents"))), strike("b", 12, killed(9, says("Plains Rights Monitor")))
    )
    nobody = weighed(strike("a", 12, killed(9)))
    assert (pair(one, 9), pair(two, 9), pair(nobody, 9)) == ("C3", "B1", "F6")
    assert (one.credibility, two.credibility, nobody.credibility) == (3, 1, 6)


def test_a_denial_that_it_happened_is_against_the_incident(weighed: Weighing) -> None:
    told = strike("a", 12, killed(9, says("residents")))
    found = weighed(told, strike("b", 12, denial("event", says("Northern Air Arm"))))
    assert found.credibility == 4
    assert "Northern Air Arm denies that it happened" in found.credibility_why


def test_the_table_of_the_page_is_what_is_done() -> None:
    """Each row of "for and against" in the documentation, by the function that decides."""
    text = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d) \| (\d) \| (\d) \|", text.partition("| for | against | digit |")[2], re.MULTILINE)
    assert len(rows) >= 12
    assert [int(d) for _, _, d in rows] == [digit(int(given_), int(against)) for given_, against, _ in rows]


@given(st.integers(0, 12), st.integers(0, 12), st.booleans(), st.booleans())
def test_one_more_in_favour_never_makes_it_worse_nor_one_more_against_better(
    in_favour: int, against: int, judged: bool, fits: bool
) -> None:
    found = digit(in_favour, against, judged=judged, fits=fits)
    more = digit(in_favour + 1, against, judged=judged, fits=fits)
    less = digit(in_favour, against + 1, judged=judged, fits=fits)
    assert more <= found
    assert less >= found or found == 6
    assert digit(in_favour, against, judged=True, fits=fits) <= found


SPEAKERS = st.sampled_from(["residents", "Plains Rights Monitor", "district police", "Reuters", "Northern Air Arm", ""])
SAID = st.tuples(SPEAKERS, st.sampled_from([3, 4, 9]), st.integers(12, 20))


def told_by(said: list[tuple[str, int, int]], start: int = 0) -> list[Told]:
    voices = [says(speaker) if speaker else Voice() for speaker, _, _ in said]
    return [
        strike(f"{start + k}", told_on, killed(number, voice))
        for k, ((_, number, told_on), voice) in enumerate(zip(said, voices, strict=True))
    ]


def readings(incident: Incident) -> dict[int | None, Reading]:
    return {r.count.number: r for f in incident.counts for r in f.readings}


@settings(max_examples=60, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=4), st.integers(1, 3), st.data())
def test_more_copies_change_no_letter_digit_or_grade(
    weighed: Weighing, said: list[tuple[str, int, int]], copies: int, data: st.DataObject
) -> None:
    """A copy says what a source said, on the day it said it: another report, no other witness."""
    named = [one for one in said if one[0]] or [("residents", 4, 12)]
    copied = data.draw(st.sampled_from(named))
    first = weighed(*told_by(named))
    after = weighed(*told_by([*named, *[copied] * copies]))
    assert letters(after) == letters(first)
    assert {n: r.admiralty for n, r in readings(after).items()} == {n: r.admiralty for n, r in readings(first).items()}
    assert (after.grade, after.credibility) == (first.grade, first.credibility)


@settings(max_examples=60, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=4), st.data())
def test_another_origin_that_agrees_makes_nothing_worse(
    weighed: Weighing, said: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    """Where each names its source: who names none may have it from the one that comes, and is then no source of its own."""
    named = [one for one in said if one[0] not in ("", "Reuters")] or [("residents", 4, 12)]
    _, number, told_on = data.draw(st.sampled_from(named))
    first = weighed(*told_by(named))
    after = weighed(*told_by([*named, ("Adan Vree", number, told_on)]))
    assert readings(after)[number].credibility <= readings(first)[number].credibility
    assert after.credibility <= first.credibility
    assert GRADES.index(after.grade) >= GRADES.index(first.grade)


def test_who_only_recalls_or_alleges_cannot_be_judged(weighed: Weighing) -> None:
    told = strike("a", 12, killed(9, says("residents", stance="alleges")))
    one = told.mentions[0]
    alleged = tuple(replace(c, voice=says("residents", stance="alleges")) for c in one.claims)
    told.mentions[0] = replace(one, claims=alleged)
    assert weighed(told).credibility == 6
