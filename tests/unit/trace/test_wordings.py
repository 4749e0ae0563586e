"""One saying over reports: the same, shortened, reworded, or altered; whatever the quotation marks look like."""

import pytest

from firsthand.extract.quotations import find_quotations
from firsthand.model.extraction import Extraction
from firsthand.model.lineage import Saying
from firsthand.model.report import Report
from firsthand.trace import trace
from tests.unit.trace.planted import report

SAID = "No convoy will enter the Tembe valley until the bridge at Halmer is rebuilt"


def sayings(*bodies: str, speaker: str = "Ana Marek") -> tuple[Saying, ...]:
    """What is found over reports with these quoted passages, each with its own marks."""
    reports: dict[str, Report] = {}
    extractions: dict[str, Extraction] = {}
    for k, body in enumerate(bodies):
        one = report(f"r{k}", f"Page {k}. Somebody put it so: {body}\n")
        found = tuple(
            type(q)(span=q.span, speaker=speaker, closed=q.closed) for q in find_quotations(one.text)
        )  # fmt: skip
        reports[one.id] = one
        extractions[one.id] = Extraction(report=one.id, quotations=found)
    return trace(reports, extractions).sayings


def kinds(*bodies: str) -> list[str]:
    return [saying.kind for saying in sayings(*bodies)]


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (SAID, "same"),
        (SAID.replace("convoy", "con-voy"), "same"),
        (SAID.replace("the Tembe", "the [eastern] Tembe"), "same"),
        (SAID[: SAID.index(" until")], "shortened"),
        (SAID.replace("enter the Tembe valley", "enter"), "shortened"),
        (SAID.replace("bridge", "crossing"), "altered"),
        (SAID.replace("will enter", "will not enter"), "altered"),
        (SAID.replace("Halmer", "Quorn"), "altered"),
        ("Into the Tembe valley we let no lorry pass before the bridge at Halmer stands again", "reworded"),
    ],
)
def test_the_kind_of_a_wording(other: str, kind: str) -> None:
    assert kinds(f'"{SAID}"', f'"{other}"') == [kind]


def test_a_number_is_altered_however_much_else_is_the_same() -> None:
    first = "We buried 14 of our neighbours in the orchard behind the mill on Friday, and nobody came to help us"
    (found,) = sayings(f'"{first}"', f'"{first.replace("14", "40")}"')
    assert found.kind == "altered"
    assert found.wordings[1].why in ("another number: '40' for '14'", "another number: '14' for '40'")


@pytest.mark.parametrize(
    "marked",
    [
        "“{}”", "«{}»", "``{}''", "''{}''", "„{}“", "‘{}’", "“{}", "”{}”", "“‘{}’”",
    ],
)  # fmt: skip
def test_marks_of_every_kind_are_read(marked: str) -> None:
    assert kinds(f'"{SAID}"', marked.format(SAID)) == ["same"]


def test_short_forms_are_the_words_they_stand_for() -> None:
    said = "We will not leave the Tembe valley and they cannot make us leave it"
    assert kinds(f'"{said}"', '"We won’t leave the Tembe valley and they can\'t make us leave it"') == ["same"]


def test_a_quotation_over_paragraphs_is_one() -> None:
    rest = "Whoever tries will be stopped at the mill and sent back on foot"
    (found,) = sayings(f'"{SAID}. {rest}"', f"“{SAID}.\n\n“{rest}”")
    assert found.kind == "same"
    assert "\n" in "".join(wording.quote for wording in found.wordings)


def test_a_quotation_inside_another_is_not_told_twice() -> None:
    outer = f"They told me “{SAID}” and then they shot at the lamps over the quay"
    (found,) = sayings(f"“{outer}”", f"“{outer}”")
    assert len(found.wordings) == 2


def test_the_steps_lead_from_one_wording_to_the_other() -> None:
    (found,) = sayings(f'"{SAID}"', '"{}"'.format(SAID.replace("bridge", "crossing").replace("No convoy", "No lorry")))
    full, other = found.wordings
    assert " ".join(edit.before for edit in other.edits if edit.before) == full.quote
    assert " ".join(edit.after for edit in other.edits if edit.after) == other.quote
    steps = {frozenset((e.before, e.after)) for e in other.edits if e.op == "replace"}
    assert steps == {frozenset(("convoy", "lorry")), frozenset(("bridge", "crossing"))}


def test_one_denial_in_other_words_is_no_other_denial() -> None:
    said = "Not one soldier of ours has crossed the river at Halmer since the first of the month"
    (found,) = sayings(f'"{said}"', '"{}"'.format(said.replace("Not one", "No")))
    assert "'not'" not in found.wordings[1].why


def test_two_speakers_and_one_report_alone_make_no_saying() -> None:
    assert not sayings(f'"{SAID}"')
    assert not sayings(f'"{SAID}" and again "{SAID}"')
