"""Texts with other names: what is put in agrees with what stood there, and answers go along."""

from typing import Any

import pytest

from firsthand.resources.lexicon import Lexicon
from tools.swapping.bodies import groups
from tools.swapping.days import days, moved_by
from tools.swapping.edits import Edit, Swapped, everywhere, styled, swapped
from tools.swapping.numbers import numbers
from tools.swapping.people import persons
from tools.swapping.sets import Change, carried


def said(text: str, *names: tuple[str, str], counts: tuple[tuple[str, int], ...] = ()) -> dict[str, Any]:
    """What an extraction says of names (words, type) and of counts (words, number)."""
    return {
        "report": {"text": text},
        "names": [{"start": text.index(w), "end": text.index(w) + len(w), "quote": w, "type": kind} for w, kind in names],
        "places": [],
        "mentions": [{
            "claims": [
                {"field": "killed", "value": {"number": n}, "span": {"start": text.index(w), "end": 0, "quote": w}}
                for w, n in counts
            ]
        }],
    }  # fmt: skip


def test_offsets_go_along_with_the_words() -> None:
    text = "In Oldford two men died."
    done = swapped(text, [Edit(3, 10, "Upper Newbridge"), Edit(11, 14, "nine")])
    assert done.text == "In Upper Newbridge nine men died."
    for words in ("men", "died", "In"):
        start, end = done.span(text.index(words), text.index(words) + len(words))
        assert done.text[start:end] == words
    start, end = done.span(3, 10)
    assert done.text[start:end] == "Upper Newbridge"
    start, end = done.span(3, 18)
    assert done.text[start:end] == "Upper Newbridge nine men"


def test_of_two_edits_that_meet_the_longer_holds_and_articles_agree() -> None:
    text = "A Hill Front leader and an Oath member"
    done = swapped(text, [Edit(2, 12, "Upland Army"), Edit(2, 6, "X"), Edit(27, 31, "Torch")])
    assert done.text == "An Upland Army leader and a Torch member"


def test_words_are_replaced_as_they_are_written_and_only_whole() -> None:
    text = "Oldford, OLDFORD and Old\nford; Oldfords and pre-Oldford"
    assert (
        swapped(text, everywhere(text, {"Oldford": "Newby"})).text
        == "Newby, NEWBY and Old\nford; Oldfords and pre-Oldford"
    )
    assert (styled("Newby", "OLDFORD"), styled("Newby", "oldford"), styled("Newby", "Oldford")) == (
        "NEWBY",
        "newby",
        "Newby",
    )


def test_a_person_is_the_same_throughout_a_text() -> None:
    text = "General Halima Barishu spoke. Barishu said that BARISHU said so; the general spoke."
    new = swapped(
        text, persons("k", text, said(text, ("General Halima Barishu", "person"), ("Barishu", "person")))
    ).text
    given, family = new.split()[1:3]
    assert (
        new
        == f"General {given} {family.rstrip('.')} spoke. {family} said that {family.upper()} said so; the general spoke."
    )
    assert {given, family}.isdisjoint({"Halima", "Barishu"})


@pytest.mark.parametrize("known", [True, False])
def test_an_armed_group_becomes_another_of_its_sort(known: bool) -> None:
    lexicon = Lexicon.open()
    text = "The Lord's Resistance Army (LRA) raided a village, the army said."
    names = said(text, ("Lord's Resistance Army", "organisation"), ("LRA", "organisation"), ("army", "organisation"))
    new = swapped(text, groups("k", text, names, lexicon, known=known)).text
    assert "Resistance" not in new
    assert "LRA" not in new
    assert new.endswith(" raided a village, the army said.")
    found = lexicon.find(new.removeprefix("The ").split(" (")[0])
    assert (found is not None and found.sort == "rebel group") if known else found is None


def test_numbers_of_people_keep_their_size_and_form() -> None:
    text = "Three soldiers and 1,250 others were killed in 3 days"
    edits, new = numbers("k", said(text, counts=(("Three soldiers", 3), ("1,250 others", 1250))))
    done = swapped(text, edits).text
    assert set(new) == {3, 1250}
    assert new[3] != 3
    assert 2 <= new[3] <= 9
    assert 1000 <= new[1250] <= 9999
    assert done[0].isupper()
    assert f"{new[1250]:,} others" in done
    assert done.endswith("in 3 days")


def test_days_move_together_and_keep_their_form() -> None:
    from datetime import date, timedelta

    text = "On Monday, 4 March 2024, and on March 7 (a Thursday); THURSDAY"
    by = moved_by("k")
    new = swapped(text, days("k", text)).text
    first, second = date(2024, 3, 4) + timedelta(by), date(2024, 3, 7) + timedelta(by)
    assert new == (
        f"On {first:%A}, {first.day} {first:%B %Y}, and on {second:%B} {second.day} (a {second:%A}); {f'{second:%A}'.upper()}"
    )


def test_answers_go_along() -> None:
    text = "In Oldford the Hill Front killed two men."
    row = {
        "id": "1", "text": text,
        "events": [{"trigger": _at(text, "killed"), "arguments": [_at(text, "the Hill Front"), _at(text, "Oldford")]}],
    }  # fmt: skip
    edits = [Edit(3, 10, "Upper Newbridge"), Edit(15, 25, "Salt Wolves")]
    new = carried("wikievents", row, Change(edits, {}, {}, {}, 0))
    (event,) = new["events"]
    assert [one["text"] for one in (event["trigger"], *event["arguments"])] == [
        "killed",
        "the Salt Wolves",
        "Upper Newbridge",
    ]
    gold = {"province": ["a;b"], "target_group": ["x"], "start_date": "2012-01-31", "min_killed": 2, "min_captured": 0}
    gold |= {"min_leaders_killed": 0, "min_leaders_captured": 0}
    moved = carried("isaf", {"id": "1", "text": "", "gold": gold}, Change([], {"a": "c"}, {"x": "y"}, {2: 7}, 1))[
        "gold"
    ]
    assert (moved["province"], moved["target_group"], moved["start_date"], moved["min_killed"]) == (
        ["c;b"],
        ["y"],
        "2012-02-01",
        7,
    )


def test_strings_of_templates_are_found_in_the_text() -> None:
    row = {
        "id": "1", "truecased": "Men of the Hill\nFront fled.",
        "key_gtt": [{"incident_type": "attack", "PerpOrg": [["hill front"]]}], "key_full": [{"PerpOrg": [["nobody"]]}],
    }  # fmt: skip
    new = carried("muc4", row, Change([Edit(11, 21, "Salt Wolves")], {}, {}, {}, 0))
    assert new["key_gtt"][0]["PerpOrg"] == [["salt wolves"]]
    assert new["key_full"][0]["PerpOrg"] == [["nobody"]]


def _at(text: str, words: str) -> dict[str, Any]:
    return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}


def test_nothing_is_swapped_by_an_empty_list() -> None:
    assert swapped("Oldford", []) == Swapped("Oldford", ())
