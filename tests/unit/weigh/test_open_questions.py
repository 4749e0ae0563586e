"""Where an open question stands, and which of the claims and sentences told later settle it."""

import pytest
from msgspec.structs import replace

from firsthand.model.extraction import Passage
from firsthand.model.incident import Group, OpenQuestion, Reading, Readings, Telling
from firsthand.model.when import UNKNOWN
from firsthand.weigh.evidence import Stated, case
from firsthand.weigh.open_questions import open_questions
from firsthand.weigh.pages import Pages
from firsthand.weigh.silent import party_words, silent_party
from tests.unit.link.builders import Told, dated, killed, known, party, says


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


def report(name: str, day: int, sentence: str, *given: object) -> Told:
    """A report of the bombing that ends with a sentence."""
    told = Told(name, known(2025, 3, day)).event("bombing", *given, words="market")  # type: ignore[arg-type]
    start = len(told.text)
    told.text += sentence
    told.passages.append(Passage(start=start, end=len(told.text), section="body", role="main"))
    return told


def asked(*told: Told) -> tuple[OpenQuestion, ...]:
    """What reports of one bombing leave open."""
    tellings = [Telling(report=t.id, event=m.event, mentions=(m.id,), role="main") for t in told for m in t.mentions]
    pages = Pages({t.id: t.report for t in told}, {t.id: t.extraction for t in told}, dated(*told))
    found = case(Group(id="inc_1", tellings=tuple(tellings)), pages)
    by_field = {
        field: Readings(field=field, readings=tuple(_reading(s) for s in found.of(field))) for field in ("killed",)
    }
    return open_questions(found, tuple(by_field.values()))


def _reading(stated: Stated) -> Reading:
    return Reading(
        count=stated.claim.value,  # type: ignore[arg-type]
        voices=(), origins=(), reports=(stated.claim.report,), first_said=None, claims=(stated.id,),
    )  # fmt: skip


def test_a_toll_expected_to_rise_is_settled_by_a_new_figure_and_not_by_the_old_one() -> None:
    first = report("a", 12, "The toll is expected to rise.", killed(3))
    again = report("b", 13, "Shops were shut.", killed(3, says("a medic")))
    risen = report("c", 14, "Shops were open.", killed(5, says("a medic")))
    (open_,) = asked(first, again)
    assert not open_.settled
    (settled,) = asked(first, again, risen)
    assert (settled.settled_in, settled.settled_on) == (risen.id, "2025-03-14")
    assert settled.settled_by is not None


def test_a_figure_that_could_not_be_verified_is_settled_by_another_voice() -> None:
    first = report("a", 12, "The number of casualties could not be verified.", killed(3, says("a medic")))
    same = report("b", 13, "Shops were shut.", killed(4, says("a medic")))
    other = report("c", 14, "Shops were open.", killed(3, says("the governor")))
    assert [one.settled_in for one in asked(first, same)] == [None]
    assert [one.settled_in for one in asked(first, same, other)] == [other.id]


def test_who_claims_it_on_the_same_day_or_without_a_day_settles_nothing() -> None:
    first = report("a", 12, "No group has claimed the bombing.")
    claim = (*party("actor", "Hill Rangers"), says("Hill Rangers", stance="claims"))
    same_day, undated, later = (report(name, 12, "It rained.", claim) for name in "bcd")
    undated.published, later.published = UNKNOWN, known(2025, 3, 13)
    assert [one.settled_in for one in asked(first, same_day, undated)] == [None]
    assert [one.settled_in for one in asked(first, same_day, undated, later)] == [later.id]


def test_a_report_that_repeats_the_question_does_not_settle_it() -> None:
    first = report("a", 12, "The toll is expected to rise.", killed(3))
    later = report("b", 13, "The toll may rise further.", killed(5))
    assert [one.settled for one in asked(first, later)] == [False, False]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The army has yet to comment on the raid.", {"army"}),
        ("The interior ministry, which runs the prison, did not respond to questions.", {"interior", "ministry"}),
        ("There was no immediate comment from the Hill Rangers.", {"hill", "rangers"}),
        ("Calls to the spokesman of the border guard went unanswered.", {"border", "guard"}),
        ("It rained.", set()),
    ],
)
def test_whose_silence_it_is(sentence: str, words: set[str]) -> None:
    assert party_words(silent_party(sentence) or "") == words
