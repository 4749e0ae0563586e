"""What sentences leave open, and what does not."""

import pytest
from msgspec.structs import replace

from firsthand.model.extraction import Passage
from firsthand.model.incident import Group, Telling
from firsthand.weigh.evidence import case
from firsthand.weigh.open_questions import _first, open_questions
from firsthand.weigh.pages import Pages
from tests.unit.link.builders import Told, dated, known


@pytest.mark.parametrize(
    "sentence",
    [
        "Damage assessments are still under way.",
        "An inquiry into the fire has been opened and is to report in June.",
        "The governor ordered a full investigation.",
        "The toll is expected to rise, the clinic said.",
        "Four of the bodies are still to be identified.",
        "No group has claimed the bombing.",
        "There was no immediate claim of responsibility.",
        "It was not known how many were in the bus.",
        "The search for the missing herders continues.",
    ],
)
def test_these_leave_something_open(sentence: str) -> None:
    assert _first(sentence) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The toll rose to 41.",
        "Hill Rangers claimed the bombing.",
        "The investigation found that a gas bottle had burst.",
        "Everyone knows who runs the quarry.",
        "They searched the house and left.",
    ],
)
def test_these_do_not(sentence: str) -> None:
    assert _first(sentence) is None


def test_what_is_left_open_stands_with_its_report_and_its_words() -> None:
    told = Told("a", known(2025, 3, 12)).event("bombing", words="market")
    later = " No group has claimed the bombing."
    start = len(told.text)
    told.text += later
    told.passages.append(Passage(start=start, end=len(told.text), section="body", role="main"))
    mention = told.mentions[0]
    telling = Telling(report=told.id, event=mention.event, mentions=(mention.id,), role="main")
    group = Group(id="inc_1", tellings=(telling,))
    pages = Pages({told.id: told.report}, {told.id: told.extraction}, dated(told))
    found = open_questions(case(group, pages), ())
    assert [(o.what, o.report, o.settled_by) for o in found] == [("No group has claimed the bombing.", told.id, None)]
    recalled = replace(group, tellings=(replace(telling, role="background"),))
    assert open_questions(case(recalled, pages), ()) == ()
